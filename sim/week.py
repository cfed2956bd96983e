"""The week: a literal list of phases, each a literal list of rules; and the loop over weeks (§3)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sim.city import City, Steps
from sim.events import CAPACITY, COUNT, TELLING, WEEK
from sim.households import household
from sim.kernel import CORES, compiled, entry_point, fetch_start, seldom
from sim.phases.busy import AHEAD
from sim.phases.collaborate import collaborate
from sim.phases.encounters import encounter
from sim.phases.families import live, live_in, open_houses
from sim.phases.govern import govern
from sim.phases.happen import happen
from sim.phases.neighbours import share_in_communities
from sim.phases.record import record
from sim.phases.record_families import count_need, count_rows, start_counting
from sim.phases.referral import in_service
from sim.phases.reflection import reflect
from sim.phases.serve import get_ready, help_family, serve, serve_in
from sim.phases.settle import settle, settle_parent
from sim.phases.training import train
from sim.phases.working import find_working
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


LIVE, SERVE, SETTLE = (tuple(PHASES).index(name) for name in ("live", "serve", "settle"))
# What is asked of the entry point beside the places in the week.
OPENING, WEEKS, LOOKING = -1, -2, -9
STEPS: Final = Steps(begin=-3, before=-4, live=-5, serve=-6, end=-7, finish=-8)


def open_week(world: World) -> None:
    """Read the calendar for the week that begins, and let happen what is dated."""
    _run(world, OPENING, 0, 0)


def run_phase(world: World, number: int) -> None:
    """Run one phase by its place in the week."""
    if len(world.boroughs) > 1 and number in (LIVE, SERVE):
        City(world, _run, STEPS).phase(number == LIVE)
    else:
        _run(world, number, 0, 0)


def advance(world: World, until: int, room: int, threads: int = 0) -> None:
    """Run weeks up to ``until``; stop early when fewer than ``room`` rows of the log are free.

    ``threads`` 0 lets the boroughs of a city use every core; how many there are changes no byte.
    """
    if len(world.boroughs) > 1:
        _run(world, LOOKING, 0, 0)
        City(world, _run, STEPS).advance(until, room, threads or CORES)
    else:
        _run(world, WEEKS, until, room)


@entry_point
def _run(w: World, what: int, until: int, room: int) -> None:
    if what == WEEKS:
        find_working(w)
        weeks(w, until, room)
    elif what == OPENING:
        find_working(w)
        opening(w)
    elif what == LOOKING:
        find_working(w)
    elif what == STEPS.begin:
        begin(w)
    elif what == STEPS.before:
        before_families(w)
    elif what == STEPS.live:
        live_in(w, until)
    elif what == STEPS.serve:
        serve_in(w, until)
    elif what == STEPS.end:
        end_in(w, until)
    elif what == STEPS.finish:
        finish(w)
    else:
        find_working(w)
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
    before_families(w)
    start_counting(w)
    for b in range(len(w.boroughs)):
        w.boroughs[b].whole = 1


@compiled
def before_families(w: World) -> None:
    """What goes before in the phase in which families live."""
    open_houses(w)
    train(w)
    share_in_communities(w)


@seldom
def end_in(w: World, b: int) -> None:
    """How the week ends for the families of one borough: who has help is helped; all are counted."""
    get_ready(w, b)
    borough, together = w.boroughs[b], w.busy.shape[1]
    for start in range(max(0, borough.parents_from), borough.parents_to, together):
        past = min(borough.parents_to, start + together)
        for i in range(max(0, start), past):
            fetch_start(w.parents, i + AHEAD)
            if in_service(w.parents[i]):
                parent = household(w, i)
                help_family(w, parent, i)
                settle_parent(w, parent)
                count_need(w, borough, parent)
        count_rows(w, borough, start, past)
    borough.counted = 1


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
