"""A scenario: where named people and organisations start, and what comes from outside on which date.

It holds set-up and exogenous events only. What the people do with it is the model's: nothing here can set a
relation, an opinion or a result after the first day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Final

from sim.registry import POLICIES, OutOfBounds, UnknownName, checked, find
from sim.state import ISSUES, LAYOUTS

if TYPE_CHECKING:
    from sim.settings import District

STARTING: Final = (
    "worker",
    "professional",
    "pair",
    "collaboration",
    "institution",
    "self_organisation",
    "parent",
    "community",
)
HOW: Final = ("set", "add", "at_least", "at_most")
PEOPLE: Final = ("adviser", "case_worker", "manager")
CHANNELS: Final = ("paper", "phone", "visit")
FORMS: Final = ("", "accessibility", "on_location")
KINDS: Final = (
    "leaves",  # someone goes, for reasons of their own
    "funded",  # a funder outside the municipality gives activity money, until a date
    "guided",  # a guide from outside works with pairs, until a date
    "meets",  # people visit, phone or write, again and again until a date
    "begins",  # a collaboration is arranged, or ordered
    "promise_broken",  # what was asked for is dropped: a contradiction for those it concerns
    "gathering",  # a network meeting or conference is held
    "changes",  # a fact about an organisation or a person changes
    "asks",  # people are asked to send families, again and again until a date
    "bad_story",  # a bad story about an institution goes round, again and again until a date
    "policy",  # the municipality does more or less of something, until a date
)
# Facts that may change on a date; never a relation, an opinion or a result.
CHANGEABLE: Final = (
    ("institution", "rigidity"),
    ("institution", "turnover"),
    ("institution", "fit"),
    ("institution", "backing"),
    ("institution", "capacity"),
    ("self_organisation", "reach"),
    ("self_organisation", "executing"),
    ("self_organisation", "linking"),
    ("self_organisation", "bridging"),
    ("self_organisation", "own_place"),
    ("self_organisation", "housing"),
    ("worker", "ambition"),
    ("worker", "hours_week"),
    ("professional", "hours_planned"),
)
# Whole-numbered fields that a start may set; the others say which row belongs where.
COUNTS: Final = frozenset(
    {
        "contacts",
        "weeks_apart",
        "service",
        "sent",
        "recognised",
        "alive",
        "absent",
        "age",
        "designed",
        "model",
    }
    | {"mandated", "guided", "own_course", "own_place", "housing", "course", "mediates", "background"}
    | {"weeks_in_post", "weeks_between", "worth"}
)
# Posts are always held and places of families always taken: who is there is the district's to say.
ALWAYS: Final = (("professional", "alive"), ("parent", "alive"))
# What the model counts over families itself: told otherwise it would not add up.
COUNTED: Final = (("institution", "cases"), ("self_organisation", "members"))
LONGEST: Final = 520


@dataclass(frozen=True)
class Start:
    """Starting values (``values``: field to number) of some rows of one kind, chosen by names and places.

    ``worker`` and ``professional`` count from 1 within an organisation (and ``role``); 0 is everyone.
    """

    of: str
    values: Mapping[str, float]
    organisation: str = ""
    worker: int = 0
    institution: str = ""
    role: str = ""
    professional: int = 0
    community: str = ""
    how: str = "set"


@dataclass(frozen=True)
class Event:
    """Something from outside on a date, or from a date ``until`` another.

    ``design`` is how far work that is arranged (``begins``) was worked out together beforehand, from 0 to 1.
    """

    name: str
    kind: str
    date: str
    until: str = ""
    every: int = 1
    organisation: str = ""
    worker: int = 0
    institution: str = ""
    role: str = ""
    professional: int = 0
    of: str = ""
    field: str = ""
    policy: str = ""
    target: tuple[str, ...] = ("all",)
    channel: str = "visit"
    form: str = ""
    design: float = 0.0
    value: float = 1.0
    happens: bool = True


@dataclass(frozen=True)
class Scenario:
    """Set-up and outside events of one story; ``first_day`` is the first day of week 0."""

    name: str = "none"
    first_day: str = ""
    start: tuple[Start, ...] = ()
    events: tuple[Event, ...] = field(default_factory=tuple)

    @property
    def first_week(self) -> int:
        """The week of the calendar year in which week 0 falls, from 0."""
        if not self.first_day:
            return 0
        return min(51, (date.fromisoformat(self.first_day).timetuple().tm_yday - 1) // 7)

    def week_of(self, day: str) -> int:
        """The week of the run in which a day falls."""
        return (date.fromisoformat(day) - date.fromisoformat(self.first_day)).days // 7


def check_scenario(scenario: Scenario, district: District) -> None:
    """Raise OutOfBounds or UnknownName for the first thing that does not fit, in one sentence."""
    if scenario.first_day:
        _day("scenario.first_day", scenario.first_day)
    elif scenario.events:
        raise OutOfBounds("'scenario.first_day' is missing: dated events need to know when week 0 begins.")
    for number, start in enumerate(scenario.start):
        _check_start(f"scenario.start.{number}", start, district)
    for event in scenario.events:
        if event.happens:
            _check_event(f"scenario.events.{event.name}", event, scenario, district)


def _day(where: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError):
        raise OutOfBounds(f"'{where}' must be a date such as 2010-05-01, not {text!r}.") from None


def _one_of(where: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise UnknownName(where, value, known)


def _check_people(where: str, one: Start | Event, district: District) -> None:
    names = {organisation.name: organisation.workers for organisation in district.self_organisations}
    if one.organisation and one.organisation not in names:
        raise UnknownName(f"{where}.organisation", one.organisation, names)
    most = names.get(one.organisation, 0) if one.organisation else 0
    _whole(f"{where}.worker", one.worker, most)
    staff = {institution.name: institution for institution in district.institutions}
    if one.institution and one.institution not in staff:
        raise UnknownName(f"{where}.institution", one.institution, staff)
    if one.role:
        _one_of(f"{where}.role", one.role, PEOPLE)
    people = 0
    if one.institution:
        at = staff[one.institution]
        people = getattr(at, f"{one.role}s") if one.role else at.professionals
        if people == 0:
            raise OutOfBounds(f"'{where}': '{one.institution}' has no {one.role.replace('_', ' ')}.")
    _whole(f"{where}.professional", one.professional, people)


def _whole(where: str, value: object, most: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= most:
        raise OutOfBounds(f"'{where}' must be a whole number from 0 (everyone) to {most}, not {value!r}.")


def _check_start(where: str, start: Start, district: District) -> None:
    _one_of(f"{where}.of", start.of, STARTING)
    _one_of(f"{where}.how", start.how, HOW)
    _check_people(where, start, district)
    communities = [community.name for community in district.communities]
    if start.community and start.community not in communities:
        raise UnknownName(f"{where}.community", start.community, communities)
    if not start.values:
        raise OutOfBounds(f"'{where}.values' must set at least one field.")
    for key, value in start.values.items():
        check_field(where, start.of, key, value, start.how)


@cache
def settable(of: str) -> dict[str, tuple[float, float]]:
    """The fields of a kind of record that a start may set, with their bounds."""
    return {
        field.name: (field.low, field.high)
        for field in LAYOUTS[of]
        if (of, field.name) not in (*ALWAYS, *COUNTED)
        and (
            (field.kind == "f8" and not field.name.endswith(("_up", "_down", "_now", "_rest")))
            or field.name in COUNTS
        )
    }


def check_field(where: str, of: str, key: str, value: float, how: str = "set") -> None:
    """Raise UnknownName or OutOfBounds unless ``key`` is a field of ``of`` and ``value`` fits it."""
    name, dot, issue = key.partition(".")
    known = settable(of)
    if name not in known:
        raise UnknownName(f"field in '{where}.values'", name, known)
    by_issue = next(field.shape for field in LAYOUTS[of] if field.name == name) != ()
    if by_issue:
        _one_of(f"issue in '{where}.values'", issue, ISSUES)
    elif dot:
        raise OutOfBounds(f"'{where}.values.{key}': '{name}' is a single number.")
    low, high = known[name]
    checked(f"{where}.values.{key}", value, -high if how == "add" else low, high, "bounds of the field")


def _check_event(where: str, event: Event, scenario: Scenario, district: District) -> None:
    _one_of(f"{where}.kind", event.kind, KINDS)
    for label, day in (("date", event.date), ("until", event.until or event.date)):
        _day(f"{where}.{label}", day)
        if not 0 <= scenario.week_of(day) < LONGEST:
            raise OutOfBounds(
                f"'{where}.{label}' ({day}) lies outside the ten years from {scenario.first_day}."
            )
    if event.until and scenario.week_of(event.until) < scenario.week_of(event.date):
        raise OutOfBounds(f"'{where}.until' ({event.until}) must not come before its date ({event.date}).")
    if isinstance(event.every, bool) or not isinstance(event.every, int) or not 1 <= event.every <= 52:
        raise OutOfBounds(
            f"'{where}.every' must be a whole number of weeks from 1 to 52, not {event.every!r}."
        )
    _check_people(where, event, district)
    _check_wants(where, event)


def _check_wants(where: str, event: Event) -> None:
    """What each kind of event needs to know."""
    both = bool(event.organisation) and bool(event.institution)
    if event.kind in ("guided", "meets", "asks", "begins") and not both:
        raise OutOfBounds(f"'{where}' needs an organisation and an institution.")
    if event.kind in ("leaves", "promise_broken") and not (event.organisation or event.institution):
        raise OutOfBounds(f"'{where}' needs an organisation or an institution.")
    if event.kind == "bad_story" and not event.institution:
        raise OutOfBounds(f"'{where}' needs an institution.")
    if event.kind == "funded" and not event.organisation:
        raise OutOfBounds(f"'{where}' needs an organisation.")
    if event.kind == "policy":
        entry = find("policy", POLICIES, event.policy)
        checked(f"{where}.value", event.value, -entry.maximum, entry.maximum, entry.unit)
    elif event.kind == "changes":
        allowed = [f"{of}.{name}" for of, name in CHANGEABLE]
        if (event.of, event.field) not in CHANGEABLE:
            raise UnknownName(f"fact in '{where}'", f"{event.of}.{event.field}", allowed)
        check_field(where, event.of, event.field, event.value)
    else:
        checked(f"{where}.value", event.value, 0.0, 40.0 if event.kind == "guided" else 1.0, "value")
    checked(f"{where}.design", event.design, 0.0, 1.0, "share")
    _one_of(f"{where}.channel", event.channel, CHANNELS)
    _one_of(f"{where}.form", event.form, FORMS)
