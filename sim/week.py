"""The week: a literal list of phases, each a literal list of rules; and the loop over weeks (§3)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sim.events import CAPACITY, COUNT, TELLING, WEEK
from sim.kernel import compiled, entry_point, seldom
from sim.phases.collaborate import collaborate
from sim.phases.encounters import encounter
from sim.phases.families import live, live_in, open_houses
from sim.phases.govern import govern
from sim.phases.happen import happen
from sim.phases.neighbours import share_in_communities
from sim.phases.record import record
from sim.phases.record_families import count_in, start_counting
from sim.phases.reflection import reflect
from sim.phases.serve import get_ready, serve
from sim.phases.settle import settle
from sim.phases.training import train
from sim.world import World

# Places in the week where a Mesa user can hang a rule of their own, in order.
PHASES: Final[dict[str, Callable[[World], None]]] = {
    "govern": govern,
    "encounter": encounter,
    "reflect": reflect,
    "collaborate": collaborate,
    "live": live,
    "serve": serve,
    "settle": settle,
    "record": record,
}


LIVE, SETTLE = tuple(PHASES).index("live"), tuple(PHASES).index("settle")
OPENING: Final = -1
WEEKS: Final = -2


def open_week(world: World) -> None:
    """Read the calendar for the week that begins, and let happen what is dated."""
    _run(world, OPENING, 0, 0)


def run_phase(world: World, number: int) -> None:
    """Run one phase by its place in the week."""
    _run(world, number, 0, 0)


def advance(world: World, until: int, room: int) -> None:
    """Run weeks up to ``until``; stop early when fewer than ``room`` rows of the log are free."""
    _run(world, WEEKS, until, room)


@entry_point
def _run(w: World, what: int, until: int, room: int) -> None:
    if what == WEEKS:
        weeks(w, until, room)
    elif what == OPENING:
        opening(w)
    else:
        phase(w, what)


@compiled
def weeks(w: World, until: int, room: int) -> None:
    """Week after week, as long as there is room."""
    while w.clock[WEEK] < until:
        if w.clock[TELLING] > 0 and w.clock[CAPACITY] - w.clock[COUNT] < room:
            return
        begin(w)
        for b in range(len(w.boroughs)):
            live_in(w, b)
        for b in range(len(w.boroughs)):
            end_in(w, b)
        finish(w)


@compiled
def begin(w: World) -> None:
    """A week up to where families live it."""
    opening(w)
    for number in range(LIVE):
        phase(w, number)
    open_houses(w)
    train(w)
    share_in_communities(w)
    start_counting(w)


@compiled
def end_in(w: World, b: int) -> None:
    """How the week ends for the families of one borough, all in one pass over them."""
    get_ready(w, b)
    count_in(w, b, 1)


@compiled
def finish(w: World) -> None:
    """The rest of the week, after families lived it."""
    phase(w, SETTLE)
    phase(w, SETTLE + 1)
    w.clock[WEEK] += 1


@seldom
def opening(w: World) -> None:
    """The calendar and what is dated."""
    w.district[0].week, w.district[0].holiday = w.clock[WEEK], w.holiday[w.clock[WEEK]]
    happen(w)


@seldom
def phase(w: World, number: int) -> None:
    """One phase by its place in the week."""
    if number == 0:
        govern(w)
    elif number == 1:
        encounter(w)
    elif number == 2:
        reflect(w)
    elif number == 3:
        collaborate(w)
    elif number == 4:
        live(w)
    elif number == 5:
        serve(w)
    elif number == 6:
        settle(w)
    else:
        record(w)
