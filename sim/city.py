"""The week of a city of several boroughs, on threads side by side: the same bytes, whatever their number.

What is shared across boroughs while families live is only added to: what is counted, and what is told in a
community. Each borough adds it up at a desk of its own; desks are gathered in the order of the boroughs.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Final, NamedTuple

import numpy as np

from sim.arrays import LINE, Floats, Records
from sim.boroughs import ADDED
from sim.events import CAPACITY, COUNT, TELLING, WEEK
from sim.kernel import Bound, bound
from sim.machine import place_of, spots_of
from sim.measures import FLOW_RECORD
from sim.state import DTYPES
from sim.world import World, named

COMMUNITY: Final = DTYPES["community"]
# Numbers in one line of memory.
ROOM: Final = LINE // 8
SUMS: Final = np.array([name in ADDED for name in COMMUNITY.names or ()])
Run = Callable[..., None]


class Steps(NamedTuple):
    """Numbers by which the entry point knows the parts of a city's week."""

    begin: int
    before: int
    live: int
    serve: int
    end: int
    finish: int


class City:
    """A world of several boroughs, and how to run it: ``run(world, step, borough, 0)``."""

    def __init__(self, world: World, run: Run, steps: Steps) -> None:
        self._world, self._steps, self._whole = world, steps, bound(run, world)
        self._living, self._ending = Desks(world, self._whole), Desks(world, self._whole)

    def advance(self, until: int, room: int, threads: int) -> None:
        """Run weeks up to ``until``; stop early when fewer than ``room`` rows of the log are free."""
        clock = self._world.clock
        with ThreadPoolExecutor(threads) as pool:
            while clock[WEEK] < until:
                if clock[TELLING] > 0 and clock[CAPACITY] - clock[COUNT] < room:
                    return
                self._whole(self._steps.begin, 0, 0)
                self._living.lay_out()
                self._ending.lay_out()
                self._families(pool if threads > 1 else None)
                self._living.gather()
                self._ending.gather()
                self._whole(self._steps.finish, 0, 0)

    def phase(self, living: bool) -> None:
        """Run the phase in which families live, or the one in which they are helped, by itself."""
        desks, step = (self._living, self._steps.live) if living else (self._ending, self._steps.serve)
        if living:
            self._whole(self._steps.before, 0, 0)
        desks.lay_out()
        for borough, desk in enumerate(desks.calls):
            desk(step, borough, 0)
        desks.gather()

    def _families(self, pool: ThreadPoolExecutor | None) -> None:
        boroughs = range(len(self._world.boroughs))
        if self._world.clock[TELLING] > 0:
            # What happens is told phase by phase.
            for borough in boroughs:
                self._living.calls[borough](self._steps.live, borough, 0)
            for borough in boroughs:
                self._ending.calls[borough](self._steps.end, borough, 0)
        else:
            # All of a borough's week while its families are in the cache.
            for _ in pool.map(self._borough, boroughs) if pool else map(self._borough, boroughs):
                pass

    def _borough(self, number: int) -> None:
        self._living.calls[number](self._steps.live, number, 0)
        self._ending.calls[number](self._steps.end, number, 0)


class Desks:
    """For each borough the world as it is, with counts of its own: what is told, what flows, what moved."""

    def __init__(self, world: World, whole: Bound) -> None:
        self._world, number, self._shared = world, len(world.boroughs), plain(world.communities)
        self._ends = np.cumsum([self._shared.size, world.flow_values.size, world.activity.size])
        # Some room at the end, so that what one thread writes and another reads lie apart in memory.
        self._rows = np.zeros((number, self._ends[-1] + ROOM))
        at, width, spots = place_of(self._rows), self._rows.strides[0], spots_of(world)
        told, flow, activity = (8 * int(end) for end in (0, *self._ends[:2]))
        starts = {"communities": told, "flow": flow, "flow_values": flow, "activity": activity}
        self.calls = []
        for borough in range(number):
            places = {spots[name]: at + borough * width + start for name, start in starts.items()}
            self.calls.append(whole.beside(partial(self._desk, borough), places))

    def _desk(self, borough: int) -> World:
        told, flow, activity, _ = np.split(self._rows[borough], self._ends)
        return self._world._replace(
            communities=named(told, COMMUNITY),
            flow=named(flow, FLOW_RECORD),
            flow_values=flow,
            activity=activity,
        )

    def lay_out(self) -> None:
        """Communities are as they are; nothing was added yet."""
        told = self._shared.copy()
        told[:, SUMS] = 0.0
        self._rows[:] = 0.0
        self._rows[:, : told.size] = told.ravel()

    def gather(self) -> None:
        """Add what each borough added, the first first."""
        told, flow, activity = self._shared, self._world.flow_values, self._world.activity
        of_all = np.concatenate([told.ravel(), flow, activity, np.zeros(ROOM)])
        for row in self._rows:
            of_all += row
        sums, flow[:], activity[:], _ = np.split(of_all, self._ends)
        told[:, SUMS] = sums.reshape(told.shape)[:, SUMS]


def plain(communities: Records) -> Floats:
    """Communities as plain numbers, a row for each: the same memory."""
    return communities.view(np.ndarray).view(np.float64).reshape(len(communities), -1)
