"""Which families have something in hand this week; for all others it only passes.

Families are looked at a few hundred at a time, in a loop without choices; those who have something in hand
are listed, and live their week after that. A processor that cannot foresee which family is which loses more
time over it than a look takes.
"""

from sim.arrays import Record
from sim.draws import uniform
from sim.events import WEEK
from sim.kernel import compiled, fetch_start
from sim.world import World

YEAR = 1.0 / 52.0
GROWN = 18.0
# So many rows on, about the time that memory takes to get here.
AHEAD = 48


@compiled
def list_busy(w: World, b: int, first: int, past: int, arise: int, below: float) -> int:
    """A week passes for families ``first`` to ``past``; list who has something in hand.

    Returns how many are listed. A question may arise where the draw is below ``below``.
    """
    on, quarter, found = w.on[0], (w.clock[WEEK] + first + 12) % 13, 0
    talks = 0 if on.school_gap > 0 else -1
    sessions = 1 if on.on_location > 0 and len(w.self_organisations) > 0 else 0
    for i in range(max(0, first), past):
        parent = w.parents[i]
        fetch_start(w.parents, i + AHEAD)
        quarter = 0 if quarter == 12 else quarter + 1
        parent.child_age += YEAR
        busy = (parent.need + parent.ours + parent.put_off > 0.0) | (parent.child_age >= GROWN)
        busy |= (uniform(arise, i) < below) | (quarter == talks)
        if sessions > 0:
            busy |= may_follow(w.self_organisations, parent.self_organisation)
        w.busy[b, found] = i
        found += 1 if busy else 0
    return found


@compiled
def may_follow(organisations: Record, s: int) -> bool:
    """Whether at the self-organisation a family attends there may be a session on location this week."""
    organisation = organisations[max(0, s)]
    return (s >= 0) & (organisation.gathers > 0) & (organisation.consult_places >= 1.0)
