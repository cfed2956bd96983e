"""The week of a city of several boroughs, on threads side by side: the same bytes, whatever their number.

What is shared across boroughs while families live is only added to: what is counted, and what is told in a
community. Each borough adds it up at a desk of its own; desks are gathered in the order of the boroughs.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Final, NamedTuple

import numpy as np

from sim.arrays import Floats, Records
from sim.boroughs import ADDED
from sim.events import CAPACITY, COUNT, TELLING, WEEK
from sim.kernel import Bound, bound
from sim.measures import FLOW_RECORD
from sim.state import DTYPES
from sim.world import World, named

COMMUNITY: Final = DTYPES["community"]
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
    """For each borough the world as it is, with counts of its own."""

    def __init__(self, world: World, whole: Bound) -> None:
        number = len(world.boroughs)
        self._world = world
        many, fields = plain(world.communities).shape
        # A row too many, so that what one thread writes and another reads lie apart in memory.
        self._told = np.zeros((number, many + 1, fields))[:, :many]
        self._flow = np.zeros((number, *world.flow_values.shape))
        self._activity = np.zeros((number, *world.activity.shape))
        self.calls = [whole.beside(self._desk(borough)) for borough in range(number)]

    def _desk(self, borough: int) -> World:
        return self._world._replace(
            communities=named(self._told[borough], COMMUNITY),
            flow=named(self._flow[borough], FLOW_RECORD),
            flow_values=self._flow[borough],
            activity=self._activity[borough],
        )

    def lay_out(self) -> None:
        """Communities are as they are; nothing was added yet."""
        told = plain(self._world.communities).copy()
        told[:, SUMS] = 0.0
        self._told[:] = told
        self._flow[:], self._activity[:] = 0.0, 0.0

    def gather(self) -> None:
        """Add what each borough added, the first first."""
        told = plain(self._world.communities)
        sums = told[:, SUMS]
        for of_all, each in (
            (sums, self._told[:, :, SUMS]),
            (self._world.flow_values, self._flow),
            (self._world.activity, self._activity),
        ):
            for borough in each:
                of_all += borough
        told[:, SUMS] = sums


def plain(communities: Records) -> Floats:
    """Communities as plain numbers, a row for each: the same memory."""
    return communities.view(np.ndarray).view(np.float64).reshape(len(communities), -1)
