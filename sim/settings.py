"""What one run is told: district, strategy, levers, parameters and switches, as plain checked values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from sim.registry import PARAMETERS, POLICIES, OutOfBounds, UnknownName, checked, find, rules_named
from sim.rivals import chosen
from sim.scenario import Scenario, check_scenario

DOMAINS: Final = ("preventive", "youth_care", "school")
ORIENTATIONS: Final = ("emancipation", "care")
TARGETS: Final = ("all", *DOMAINS, *ORIENTATIONS)
ROLES: Final = ("adviser", "case_worker", "manager")
WEEKS_PER_YEAR: Final = 52


@dataclass(frozen=True)
class Community:
    """Families that share a language or origin; differs from others only by its share of the families."""

    name: str
    share: float


@dataclass(frozen=True)
class SelfOrganisation:
    """A volunteer organisation: what the report counts about it (§2.1) and what is assumed."""

    name: str
    community: str
    orientation: str
    workers: int
    reach: float
    weeks_between: int = 1
    own_place: bool = True
    housing_funded: bool = True
    key_figure: float = 0.5
    own_course: bool = False
    sees_worth: bool = True
    mediates: bool = False
    volunteers: int = 4
    bridging: float = 0.3
    linking: float = 0.2


@dataclass(frozen=True)
class Institution:
    """A formal organisation with its professionals."""

    name: str
    domain: str
    advisers: int = 0
    case_workers: int = 0
    managers: int = 1
    hours: float = 2.0
    rigidity: float = 0.5
    turnover: float = 0.15
    fit: float = 0.45
    backing: float = 0.35
    horizon: float = 78.0
    capacity: float = 6.0

    @property
    def professionals(self) -> int:
        """Number of professionals employed."""
        return self.advisers + self.case_workers + self.managers


@dataclass(frozen=True)
class District:
    """The arena of one run.

    ``families`` is how many families one experience is told among; 0 stands for ``parents``. With more
    ``neighbourhoods`` the organisations are dealt over them in the order they are listed; people know of each
    other within a neighbourhood, and the budget and what it buys count for all of them together.
    """

    name: str
    parents: int
    budget: float
    communities: tuple[Community, ...]
    self_organisations: tuple[SelfOrganisation, ...]
    institutions: tuple[Institution, ...]
    attends: float = 0.55
    message_history: float = 0.3
    families: int = 0
    neighbourhoods: int = 1


@dataclass(frozen=True)
class Strategy:
    """A named composition of policies; policies not named keep their default."""

    name: str
    policies: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Effect:
    """What a lever does to one policy at intensity 1: ``add`` to it, ``scale`` it by (1 + amount)."""

    policy: str
    amount: float
    how: str = "add"


@dataclass(frozen=True)
class Lever:
    """An intervention with a time, a target group, an intensity and a price.

    ``euros`` and ``hours`` are per week at intensity 1, for each unit of ``per``
    (``district``, ``self_organisation`` or ``collaboration``).
    """

    name: str
    effects: tuple[Effect, ...]
    intensity: float = 0.0
    start: int = 0
    end: int = 520
    target: tuple[str, ...] = ("all",)
    euros: float = 0.0
    hours: float = 0.0
    per: str = "district"
    tag: str = "game"


@dataclass(frozen=True)
class Settings:
    """Everything that decides a run apart from the seed."""

    district: District
    strategy: Strategy
    levers: tuple[Lever, ...] = ()
    parameters: Mapping[str, float] = field(default_factory=dict)
    rules_off: frozenset[str] = frozenset()
    weeks: int = 5 * WEEKS_PER_YEAR
    equal_budget: bool = True
    rivals: Mapping[str, str] = field(default_factory=dict)
    scenario: Scenario = field(default_factory=Scenario)

    @property
    def first_week(self) -> int:
        """The week of the calendar year in which the run starts, from 0."""
        return self.scenario.first_week

    def __post_init__(self) -> None:
        """Check every field; the first that is wrong is named in one sentence."""
        _whole("weeks", self.weeks, 1, 520)
        for name, value in self.parameters.items():
            find("parameter", PARAMETERS, name).check(value)
        for name, value in self.strategy.policies.items():
            find("policy", POLICIES, name).check(value)
        for key in self.rules_off:
            rules_named(key)
        chosen(self.rivals)
        for lever in self.levers:
            _check_lever(lever)
        _check_district(self.district)
        check_scenario(self.scenario, self.district)


def _whole(where: str, value: object, low: int, high: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise OutOfBounds(f"'{where}' must be a whole number from {low} to {high}, not {value!r}.")


def _one_of(where: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise UnknownName(where, value, known)


def _check_lever(lever: Lever) -> None:
    where = f"levers.{lever.name}"
    checked(f"{where}.intensity", lever.intensity, 0.0, 2.0, "times the usual size")
    checked(f"{where}.euros", lever.euros, 0.0, 1e6, "euros per week")
    checked(f"{where}.hours", lever.hours, 0.0, 1e4, "hours per week")
    _whole(f"{where}.start", lever.start, 0, 520)
    _whole(f"{where}.end", lever.end, 0, 520)
    if lever.end < lever.start:
        raise OutOfBounds(f"'{where}.end' ({lever.end}) must not come before its start ({lever.start}).")
    if not lever.target:
        raise OutOfBounds(f"'{where}.target' must name at least one group, or 'all'.")
    for group in lever.target:
        _one_of(f"{where}.target group", group, TARGETS)
    _one_of(f"{where}.per", lever.per, ("district", "self_organisation", "collaboration"))
    for effect in lever.effects:
        find("policy", POLICIES, effect.policy)
        _one_of(f"{where}.how", effect.how, ("add", "scale"))


def _check_district(district: District) -> None:
    _whole("district.parents", district.parents, 1, 2_000_000)
    _whole("district.families", district.families, 0, 2_000_000)
    checked("district.budget", district.budget, 0.0, 1e9, "euros per year")
    checked("district.attends", district.attends, 0.0, 1.0, "share")
    checked("district.message_history", district.message_history, 0.0, 1.0, "share")
    for kind in ("communities", "self_organisations", "institutions"):
        if not getattr(district, kind):
            raise OutOfBounds(f"'district.{kind}' must name at least one.")
    fewest = min(len(district.self_organisations), len(district.institutions))
    _whole("district.neighbourhoods", district.neighbourhoods, 1, fewest)
    names = tuple(community.name for community in district.communities)
    for number, community in enumerate(district.communities):
        checked(f"district.communities.{number}.share", community.share, 0.0, 1.0, "share")
    for number, organisation in enumerate(district.self_organisations):
        where = f"district.self_organisations.{number}"
        _one_of(f"{where}.community", organisation.community, names)
        _one_of(f"{where}.orientation", organisation.orientation, ORIENTATIONS)
        _whole(f"{where}.workers", organisation.workers, 1, 1000)
        _whole(f"{where}.weeks_between", organisation.weeks_between, 1, 52)
        _whole(f"{where}.volunteers", organisation.volunteers, 0, 10_000)
        checked(f"{where}.reach", organisation.reach, 0.0, 1e6, "families per gathering")
        for share in ("key_figure", "bridging", "linking"):
            checked(f"{where}.{share}", getattr(organisation, share), 0.0, 1.0, "share")
    for number, institution in enumerate(district.institutions):
        where = f"district.institutions.{number}"
        _one_of(f"{where}.domain", institution.domain, DOMAINS)
        for count in ("advisers", "case_workers", "managers"):
            _whole(f"{where}.{count}", getattr(institution, count), 0, 10_000)
        if institution.professionals < 1:
            raise OutOfBounds(f"'{where}' must employ at least one professional.")
        for share in ("rigidity", "turnover", "fit", "backing"):
            checked(f"{where}.{share}", getattr(institution, share), 0.0, 1.0, "share")
        checked(f"{where}.hours", institution.hours, 0.0, 40.0, "hours per week")
        checked(f"{where}.horizon", institution.horizon, 1.0, 520.0, "weeks")
        checked(f"{where}.capacity", institution.capacity, 0.0, 1e6, "families per week")
