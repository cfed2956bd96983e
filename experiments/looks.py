"""Looking at worlds: a number from a measure, from some people or pairs on a date, or from what was told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from experiments.compare import Floats, Tick
from experiments.progress import cores
from sim.ensemble import advance_to, grown
from sim.events import COUNT, KIND, WEEK
from sim.happenings import (
    TABLES,
    institution_rows,
    organisation_rows,
    professional_rows,
    worker_rows,
)
from sim.kinds import KINDS
from sim.measures import NAMES
from sim.population import populated, template
from sim.registry import MEASURES, OutOfBounds, UnknownName, find
from sim.scenario import STARTING, settable
from sim.settings import District, Settings
from sim.state import ISSUES, LAYOUTS
from sim.world import World

OVER: Final = ("mean", "total", "end", "start")
HOW: Final = ("mean", "sum", "max", "min")


@dataclass(frozen=True)
class Look:
    """One number to read from a world.

    Of a ``measure`` (over the run or ``since`` to ``at``: mean, total, or the value at an end), of a
    ``field`` of some rows (at a date; less its value ``since`` another), or the count of an ``event``
    among some people. Dates; ``start`` and ``end`` are the first and the last moment.
    """

    name: str
    measure: str = ""
    over: str = "mean"
    of: str = ""
    field: str = ""
    how: str = "mean"
    event: str = ""
    organisation: str = ""
    worker: int = 0
    institution: str = ""
    role: str = ""
    professional: int = 0
    at: str = "end"
    since: str = ""
    en: str = ""
    nl: str = ""


def check_look(look: Look, settings: Settings) -> None:
    """Raise UnknownName or OutOfBounds for the first thing in a look that does not exist."""
    where = f"looks.{look.name}"
    if sum(map(bool, (look.measure, look.field, look.event))) != 1:
        raise OutOfBounds(f"'{where}' must name one of measure, field or event.")
    if look.measure:
        find("measure", MEASURES, look.measure)
        _one_of(f"{where}.over", look.over, OVER)
    if look.event:
        find("kind of event", KIND, look.event)
    if look.field:
        _one_of(f"{where}.of", look.of, STARTING)
        _one_of(f"{where}.how", look.how, HOW)
        name, _, issue = look.field.partition(".")
        _one_of(f"{where}.field", name, readable(look.of))
        if issue:
            _one_of(f"{where}.field", issue, ISSUES)
    for day in (look.at, look.since):
        week_at(day or "start", settings)
    rows_of(look, settings.district)


def _one_of(where: str, value: str, known: Sequence[str]) -> None:
    if value not in known:
        raise UnknownName(where, value, known)


def readable(of: str) -> list[str]:
    """The fields of a kind of record that can be looked at."""
    return [*settable(of), *(field.name for field in LAYOUTS[of] if field.name not in settable(of))]


def week_at(day: str, settings: Settings) -> int:
    """The week that begins with or after a date; ``start`` is 0 and ``end`` the number of weeks."""
    if day == "start":
        return 0
    if day == "end":
        return settings.weeks
    return min(settings.weeks, max(0, settings.scenario.week_of(day)))


def rows_of(look: Look, district: District) -> tuple[range, range]:
    """Rows of the people of either side that a look is about."""
    for name, known in (
        (look.organisation, [one.name for one in district.self_organisations]),
        (look.institution, [one.name for one in district.institutions]),
    ):
        if name and name not in known:
            raise UnknownName(f"organisation in 'looks.{look.name}'", name, known)
    return (
        worker_rows(district, look.organisation, look.worker),
        professional_rows(district, look.institution, look.role, look.professional),
    )


def watch(
    settings: Settings, looks: Sequence[Look], seeds: Sequence[int], threads: int, tick: Tick
) -> Floats:
    """Run the worlds and return what was seen, [worlds, looks]; NaN where there was nobody to look at."""
    made = template(settings, log_capacity=1)

    def see(seed: int) -> list[float]:
        found = _seen(settings, looks, grown(populated(made, seed)))
        tick(1)
        return found

    with ThreadPoolExecutor(threads or cores()) as pool:
        return np.array(list(pool.map(see, seeds)), dtype=float).reshape(len(seeds), len(looks))


def _seen(settings: Settings, looks: Sequence[Look], world: World) -> list[float]:
    days = {day for look in looks if look.field for day in (look.at, look.since) if day}
    weeks = sorted({week_at(day, settings) for day in days} | {settings.weeks})
    there: dict[tuple[str, int], float] = {}
    for week in weeks:
        world = advance_to(world, week, threads=1) if week > world.clock[WEEK] else world
        for look in looks:
            if look.field and week in (week_at(look.at, settings), week_at(look.since or "end", settings)):
                there[look.name, week] = _field(look, settings.district, world)
    return [_value(look, settings, world, there) for look in looks]


def _value(look: Look, settings: Settings, world: World, there: Mapping[tuple[str, int], float]) -> float:
    at = week_at(look.at, settings)
    if look.field:
        before = there[look.name, week_at(look.since, settings)] if look.since else 0.0
        return there[look.name, at] - before
    since = week_at(look.since, settings) if look.since else 0
    if look.event:
        return _count(look, settings.district, world, since, at)
    weekly = world.weekly_values[since:at, NAMES.index(look.measure)]
    if look.over == "total":
        return float(weekly.sum())
    if look.over in ("start", "end"):
        return float(weekly[0 if look.over == "start" else -1])
    return float(weekly.mean()) if len(weekly) else float("nan")


def _field(look: Look, district: District, world: World) -> float:
    name, _, issue = look.field.partition(".")
    values: Any = np.asarray(world.column(TABLES[STARTING.index(look.of)], name))[
        _where(look, district, world)
    ]
    if values.ndim > 1:
        values = values[:, ISSUES.index(issue)] if issue else values.mean(axis=1)
    if len(values) == 0:
        return float("nan")
    return float(getattr(np, look.how)(values))


def _where(look: Look, district: District, world: World) -> Any:
    workers, professionals = rows_of(look, district)
    if look.of in ("pair", "collaboration"):
        pairs = world.pairs
        return _among(pairs["worker"], workers) & _among(pairs["professional"], professionals)
    if look.of == "worker":
        return slice(workers.start, workers.stop)
    if look.of == "professional":
        return slice(professionals.start, professionals.stop)
    if look.of == "institution":
        return list(institution_rows(district, look.institution))
    if look.of == "self_organisation":
        return list(organisation_rows(district, look.organisation))
    if look.of == "parent" and look.organisation:
        return world.parents["self_organisation"] == organisation_rows(district, look.organisation).start
    return slice(None)


def _among(values: Any, rows: range) -> Any:
    return (values >= rows.start) & (values < rows.stop)


def _count(look: Look, district: District, world: World, since: int, at: int) -> float:
    log = world.log[: world.clock[COUNT]]
    kind = KINDS[KIND[look.event]]
    workers, professionals = rows_of(look, district)
    told = (log["kind"] == KIND[look.event]) & (log["week"] >= since) & (log["week"] < at)
    for side, who in (("who", kind.who), ("whom", kind.whom)):
        if who == "worker":
            told &= _among(log[side], workers)
        elif who == "professional":
            told &= _among(log[side], professionals)
        elif who == "self_organisation" and look.organisation:
            told &= log[side] == organisation_rows(district, look.organisation).start
        elif who == "parent" and look.organisation:
            # Whoever attends there now; families hardly move.
            at_organisation = organisation_rows(district, look.organisation).start
            told &= np.asarray(world.parents["self_organisation"])[log[side]] == at_organisation
    return float(told.sum())
