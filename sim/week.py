"""The week: a literal list of phases, each a literal list of rules; and the loop over weeks (§3)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sim.events import WEEK
from sim.kernel import entry_point
from sim.phases.collaborate import collaborate
from sim.phases.encounters import encounter
from sim.phases.families import live
from sim.phases.govern import govern
from sim.phases.happen import happen
from sim.phases.record import record
from sim.phases.reflection import reflect
from sim.phases.serve import serve
from sim.phases.settle import settle
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


N_PHASES: Final = len(PHASES)


@entry_point
def open_week(w: World) -> None:
    """Read the calendar for the week that begins, and let happen what is dated."""
    w.district[0].week, w.district[0].holiday = w.clock[WEEK], w.holiday[w.clock[WEEK]]
    happen(w)


@entry_point
def run_phase(w: World, number: int) -> None:
    """Run one phase by its place in the week."""
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


@entry_point
def advance(w: World, until: int, room: int) -> None:
    """Run weeks up to ``until``; stop early when fewer than ``room`` rows of the log are free."""
    while w.clock[0] < until:
        if w.clock[3] > 0 and w.clock[2] - w.clock[1] < room:
            return
        open_week(w)
        for number in range(N_PHASES):
            run_phase(w, number)
        w.clock[0] += 1
