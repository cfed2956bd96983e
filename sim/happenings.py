"""A scenario as arrays: starting values row by row, and outside events by week."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from sim.arrays import Records, records
from sim.scenario import (
    CHANGEABLE,
    CHANNELS,
    FORMS,
    HOW,
    KINDS,
    LONGEST,
    STARTING,
    Event,
    Scenario,
    Start,
    settable,
)
from sim.settings import District, Effect, Lever
from sim.state import ISSUES, LAYOUTS

if TYPE_CHECKING:
    from sim.world import World

STARTS: Final = np.dtype(
    [("of", "i4"), ("row", "i4"), ("field", "i4"), ("issue", "i4"), ("how", "i4"), ("value", "f8")],
    align=True,
)
HAPPENING: Final = np.dtype(
    [
        ("kind", "i4"),
        ("week", "i4"),
        ("until", "i4"),
        ("every", "i4"),
        ("organisations_from", "i4"),
        ("organisations_to", "i4"),
        ("workers_from", "i4"),
        ("workers_to", "i4"),
        ("institutions_from", "i4"),
        ("institutions_to", "i4"),
        ("professionals_from", "i4"),
        ("professionals_to", "i4"),
        ("field", "i4"),
        ("channel", "i4"),
        ("form", "i4"),
        ("design", "f8"),
        ("value", "f8"),
    ],
    align=True,
)
TABLES: Final = (
    "workers",
    "professionals",
    "pairs",
    "collaborations",
    "institutions",
    "self_organisations",
    "parents",
    "communities",
)
EVERY_ROW, OF_ORGANISATION = -1, -2
POLICY: Final = len(KINDS) - 1


def organisation_rows(district: District, name: str) -> range:
    """The row of a self-organisation; all rows when none is named."""
    names = [organisation.name for organisation in district.self_organisations]
    return range(names.index(name), names.index(name) + 1) if name else range(len(names))


def institution_rows(district: District, name: str) -> range:
    """The row of an institution; all rows when none is named."""
    names = [institution.name for institution in district.institutions]
    return range(names.index(name), names.index(name) + 1) if name else range(len(names))


def worker_rows(district: District, organisation: str, worker: int) -> range:
    """Rows of the informal workers meant: one of an organisation, all of it, or all there are."""
    sizes = [one.workers for one in district.self_organisations]
    if not organisation:
        return range(sum(sizes))
    at = organisation_rows(district, organisation).start
    first = sum(sizes[:at])
    return range(first + worker - 1, first + worker) if worker else range(first, first + sizes[at])


def professional_rows(district: District, institution: str, role: str, professional: int) -> range:
    """Rows of the professionals meant: one of an institution (and role), all of it, or all there are."""
    if not institution:
        return range(sum(one.professionals for one in district.institutions))
    at = institution_rows(district, institution).start
    first = sum(one.professionals for one in district.institutions[:at])
    here = district.institutions[at]
    sizes = [here.advisers, here.case_workers, here.managers]
    number = here.professionals
    if role:
        place = ("adviser", "case_worker", "manager").index(role)
        first, number = first + sum(sizes[:place]), sizes[place]
    return (
        range(first + professional - 1, first + professional)
        if professional
        else range(first, first + number)
    )


def start_rows(scenario: Scenario, district: District, pairs_from: dict[int, tuple[int, range]]) -> Records:
    """One record per row and field to set; ``pairs_from`` gives each worker's base and professionals."""
    found: list[tuple[int, int, int, int, int, float]] = []
    for start in scenario.start:
        names = [field.name for field in LAYOUTS[start.of]]
        for row in _rows(start, district, pairs_from):
            for key, value in start.values.items():
                name, _, issue = key.partition(".")
                place = ISSUES.index(issue) if issue else -1
                found.append(
                    (STARTING.index(start.of), row, names.index(name), place, HOW.index(start.how), value)
                )
    table = records(len(found), STARTS)
    table[:] = np.array(found, dtype=STARTS)
    return table


def _rows(start: Start, district: District, pairs_from: dict[int, tuple[int, range]]) -> Iterator[int]:
    workers = worker_rows(district, start.organisation, start.worker)
    professionals = professional_rows(district, start.institution, start.role, start.professional)
    table = TABLES[STARTING.index(start.of)]
    if table == "workers":
        yield from workers
    elif table == "professionals":
        yield from professionals
    elif table in ("pairs", "collaborations"):
        for i in workers:
            base, known = pairs_from[i]
            yield from (base + j for j in professionals if j in known)
    elif table == "institutions":
        yield from institution_rows(district, start.institution)
    elif table == "self_organisations":
        yield from organisation_rows(district, start.organisation)
    elif table == "communities":
        names = [community.name for community in district.communities]
        yield from [names.index(start.community)] if start.community else range(len(names))
    elif start.organisation:
        yield OF_ORGANISATION - organisation_rows(district, start.organisation).start
    else:
        yield EVERY_ROW


def start_as_told(world: World) -> None:
    """Set a scenario's starting values over the people of this world; urgency rests where it starts."""
    for one in world.starts:
        rows = world.columns(TABLES[one["of"]])
        name = LAYOUTS[STARTING[one["of"]]][one["field"]].name
        where: Any = int(one["row"])
        if one["row"] == EVERY_ROW:
            where = slice(None)
        elif one["row"] <= OF_ORGANISATION:
            where = rows["self_organisation"] == OF_ORGANISATION - one["row"]
        place: Any = (where, int(one["issue"])) if one["issue"] >= 0 else where
        high = settable(STARTING[one["of"]])[name][1]
        told = _told(rows[name][place], float(one["value"]), int(one["how"]), high)
        rows[name][place] = told
        if f"{name}_rest" in rows:
            rows[f"{name}_rest"][place] = told
        if name == "position":
            rows["expressed"][place] = told


def _told(before: np.ndarray, value: float, how: int, high: float) -> np.ndarray:
    if how == 1:
        return np.clip(before + value, 0.0, high)
    if how == 2:
        return np.maximum(before, value)
    if how == 3:
        return np.minimum(before, value)
    return np.full_like(before, value)


def happening_rows(scenario: Scenario, district: District) -> Records:
    """One record per event that happens, in the order of their weeks; policies are levers instead."""
    return event_rows([event for event in scenario.events if event.happens], scenario, district)


def event_rows(events: Iterable[Event], scenario: Scenario, district: District) -> Records:
    """The records of these events of a scenario, happening or not."""
    told = sorted((one for one in events if KINDS.index(one.kind) != POLICY), key=lambda one: one.date)
    table = records(len(told), HAPPENING)
    for row, event in zip(table, told, strict=True):
        _fill(row, event, scenario, district)
    return table


def _fill(row: np.record, event: Event, scenario: Scenario, district: District) -> None:
    row.kind, row.week = KINDS.index(event.kind), scenario.week_of(event.date)
    row.until = scenario.week_of(event.until) if event.until else _last_week(event, row.week)
    row.every, row.value, row.design = event.every, event.value, event.design
    row.channel, row.form = CHANNELS.index(event.channel), FORMS.index(event.form)
    row.field = CHANGEABLE.index((event.of, event.field)) if (event.of, event.field) in CHANGEABLE else -1
    # Whoever is not named has no part in it.
    organisations = organisation_rows(district, event.organisation) if event.organisation else range(0)
    workers = worker_rows(district, event.organisation, event.worker) if event.organisation else range(0)
    institutions = institution_rows(district, event.institution) if event.institution else range(0)
    professionals = range(0)
    if event.institution:
        professionals = professional_rows(district, event.institution, event.role, event.professional)
    row.organisations_from, row.organisations_to = organisations.start, organisations.stop
    row.workers_from, row.workers_to = workers.start, workers.stop
    row.institutions_from, row.institutions_to = institutions.start, institutions.stop
    row.professionals_from, row.professionals_to = professionals.start, professionals.stop


def _last_week(event: Event, week: int) -> int:
    """Without an end, money and guides stay and the rest happens once."""
    return LONGEST if KINDS.index(event.kind) in (1, 2) else week


def policy_levers(scenario: Scenario) -> tuple[Lever, ...]:
    """What the municipality does more or less of by date, as levers without a price."""
    return tuple(
        Lever(
            event.name,
            (Effect(event.policy, event.value),),
            intensity=1.0,
            start=scenario.week_of(event.date),
            end=scenario.week_of(event.until) + 1 if event.until else LONGEST,
            target=event.target,
        )
        for event in scenario.events
        if event.happens and KINDS.index(event.kind) == POLICY
    )
