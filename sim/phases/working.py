"""Who works together: the rows of collaborations that are alive, in order.

Few pairs of a district work together, and in a city the others' collaborations fit in no cache: a pass over
collaborations takes the rows in ``working`` (their number comes first), and a pass over pairs asks
``together``. What was changed from outside is found before compiled code runs.
"""

from sim.arrays import Record
from sim.kernel import compiled
from sim.world import World


@compiled
def find_working(w: World) -> None:
    """Make both anew from the collaborations themselves."""
    before, found = w.working[0], 0
    for k in range(len(w.collaborations)):
        alive = 1 if w.collaborations[k].alive > 0 else 0
        w.together[k] = alive
        if alive > 0:
            found += 1
            w.working[found] = k
    for n in range(found + 1, before + 1):
        w.working[n] = 0
    w.working[0] = found


@compiled
def drop_ended(w: World) -> None:
    """Leave out what ended this week; until now its rows stayed, since it may end while all are gone over."""
    before, left = w.working[0], 0
    for n in range(1, before + 1):
        k = w.working[n]
        if w.collaborations[k].alive > 0:
            left += 1
            w.working[left] = k
    for n in range(left + 1, before + 1):
        w.working[n] = 0
    w.working[0] = left


@compiled
def take_up(w: World, k: int) -> None:
    """A pair starts to work together: its row takes its place among the others."""
    w.together[k] = 1
    last = w.working[0]
    place = last
    while place > 0 and w.working[place] > k:
        place -= 1
    if place > 0 and w.working[place] == k:
        return
    for n in range(last, place, -1):
        w.working[n + 1] = w.working[n]
    w.working[place + 1] = k
    w.working[0] = last + 1


@compiled
def pairs_of(worker: Record) -> tuple[int, int]:
    """Where a worker's pairs begin, and where they end."""
    return worker.pairs_from + worker.knows_from, worker.pairs_from + worker.knows_to
