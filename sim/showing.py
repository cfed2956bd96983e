"""What a running model shows: the last week's measures, all weeks, the events."""

from __future__ import annotations

import numpy as np

from sim.arrays import Records
from sim.calendar import holidays
from sim.events import COUNT, KIND, WEEK
from sim.measures import NAMES, WEEK_RECORD
from sim.registry import UnknownName, find
from sim.world import World, named


class Measures(dict[str, float]):
    """Measures by name, as keys or as attributes; KeyError or AttributeError give the nearest name."""

    def __getattr__(self, name: str) -> float:
        if name in self:
            return self[name]
        raise AttributeError(str(UnknownName("measure", name, self)))

    def __missing__(self, name: str) -> float:
        raise KeyError(str(UnknownName("measure", str(name), self)))

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self]


def last_week(world: World) -> Measures:
    """The measures of the last week that was run; LookupError before the first."""
    week = int(world.clock[WEEK])
    if week == 0:
        raise LookupError("No week has been run yet, so nothing has been measured: call step() or run_for().")
    return Measures(zip(NAMES, world.weekly_values[week - 1].tolist(), strict=True))


def weeks_so_far(world: World) -> Records:
    """A row per week that was run and a field per measure; it shows the model's own numbers, read-only."""
    rows: Records = world.weekly[: int(world.clock[WEEK])].view(np.recarray)
    rows.flags.writeable = False
    return rows


def events_so_far(world: World, kind: str | None = None) -> Records:
    """The event log (``sim.events.LOG``) or one kind of event, as a copy; UnknownName for a wrong kind."""
    log: Records = world.log[: int(world.clock[COUNT])].copy().view(np.recarray)
    if kind is None:
        return log
    chosen: Records = log[log.kind == find("kind of event", KIND, kind)].view(np.recarray)
    return chosen


def with_weeks(world: World, weeks: int) -> World:
    """The same world with room for ``weeks`` weeks at least."""
    there = len(world.weekly_values)
    if weeks <= there:
        return world
    values = np.zeros((max(weeks, 2 * there), len(NAMES)))
    values[:there] = world.weekly_values
    return world._replace(
        weekly_values=values,
        weekly=named(values, WEEK_RECORD),
        holiday=holidays(len(values), int(world.district[0].first_week)),
    )
