"""A made-up city of any size: neighbourhoods that each have what a district has, with the same rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sim.draws import CITY, draw
from sim.registry import OutOfBounds, checked
from sim.settings import Community, District, Institution, SelfOrganisation

MOST_ORGANISATIONS: Final = 20_000
# The offices of one neighbourhood: domain, advisers, case workers, managers.
OFFICES: Final = (
    ("Opvoedpunt", "preventive", 4, 0, 2),
    ("Spreekuur", "preventive", 4, 0, 1),
    ("Jeugdzorg", "youth_care", 0, 5, 1),
    ("Basisschool", "school", 2, 0, 1),
)


@dataclass(frozen=True)
class City:
    """What a made-up city is told; ``district`` makes the organisations, always the same for one ``layout``.

    ``budget`` is in euros a year for each neighbourhood, ``reach`` the share of a neighbourhood's families
    that its gatherings see in a week, the three capacities shares of its families a week.
    """

    name: str
    parents: int
    organisations: int
    communities: int
    budget: float
    organisations_each: int
    workers_each: float
    staff: float
    reach: float
    attends: float
    message_history: float
    care: float
    sees_worth: float
    own_place: float
    own_course: float
    capacity_preventive: float
    capacity_youth_care: float
    capacity_school: float
    layout: int = 1

    @property
    def neighbourhoods(self) -> int:
        """How many neighbourhoods the city has."""
        return max(1, round(self.organisations / self.organisations_each))

    def check(self, where: str) -> None:
        """Raise OutOfBounds for the first field that does not fit, in one sentence."""
        for name, most in (
            ("parents", 2_000_000),
            ("organisations", MOST_ORGANISATIONS),
            ("communities", 200),
            ("organisations_each", 100),
            ("layout", 2**31),
        ):
            value = getattr(self, name)
            if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= most:
                raise OutOfBounds(f"'{where}.{name}' must be a whole number from 1 to {most}, not {value!r}.")
        checked(f"{where}.workers_each", self.workers_each, 1.0, 100.0, "informal workers")
        checked(f"{where}.staff", self.staff, 0.1, 20.0, "times the staff of a reported district")
        for name in ("reach", "attends", "care", "sees_worth", "own_place", "own_course"):
            checked(f"{where}.{name}", getattr(self, name), 0.0, 1.0, "share")
        for domain in ("preventive", "youth_care", "school"):
            checked(f"{where}.capacity_{domain}", getattr(self, f"capacity_{domain}"), 0.0, 1.0, "share")

    def district(self) -> District:
        """The district with all organisations written out."""
        communities = self._communities()
        return District(
            self.name,
            self.parents,
            self.budget * self.neighbourhoods,
            communities,
            tuple(self._organisation(number, communities) for number in range(self.organisations)),
            tuple(
                self._institution(number, office)
                for number in range(self.neighbourhoods)
                for office in range(len(OFFICES))
            ),
            self.attends,
            self.message_history,
            neighbourhoods=self.neighbourhoods,
        )

    def _draw(self, who: int, what: int) -> float:
        return draw(self.layout, CITY, 0, who, what)

    def _communities(self) -> tuple[Community, ...]:
        sizes = [0.5 + self._draw(number, 100) for number in range(self.communities)]
        return tuple(
            Community(f"Gemeenschap {number + 1}", size / sum(sizes)) for number, size in enumerate(sizes)
        )

    def _organisation(self, number: int, communities: tuple[Community, ...]) -> SelfOrganisation:
        u, community = self._draw(number, 0), communities[-1]
        for one in communities:
            if u < one.share:
                community = one
                break
            u -= one.share
        care = self._draw(number, 1) < self.care
        place = self._draw(number, 2) < self.own_place
        fewest = int(self.workers_each)
        workers = fewest + int(self._draw(number, 3) < self.workers_each - fewest)
        families = self.reach * self.parents / self.organisations
        return SelfOrganisation(
            f"Zelforganisatie {number + 1}",
            community.name,
            "care" if care else "emancipation",
            workers,
            max(1.0, families * (0.5 + self._draw(number, 4))),
            own_place=place,
            housing_funded=place and self._draw(number, 5) < 0.5,
            key_figure=0.3 + 0.5 * self._draw(number, 6),
            own_course=self._draw(number, 7) < self.own_course,
            sees_worth=self._draw(number, 8) < self.sees_worth,
            mediates=care and self._draw(number, 9) < 0.7,
            bridging=0.1 + 0.5 * self._draw(number, 10),
            linking=0.1 + 0.5 * self._draw(number, 11),
        )

    def _institution(self, number: int, office: int) -> Institution:
        name, domain, advisers, case_workers, managers = OFFICES[office]
        who = MOST_ORGANISATIONS + number * len(OFFICES) + office
        share = getattr(self, f"capacity_{domain}") / sum(one[1] == domain for one in OFFICES)
        return Institution(
            f"{name} {number + 1}",
            domain,
            advisers=round(advisers * self.staff),
            case_workers=round(case_workers * self.staff),
            managers=max(1, round(managers * self.staff)),
            hours=0.5 + 1.5 * self._draw(who, 0),
            rigidity=0.35 + 0.3 * self._draw(who, 1),
            turnover=0.1 + 0.1 * self._draw(who, 2),
            fit=0.3 + 0.3 * self._draw(who, 3),
            backing=0.15 + 0.25 * self._draw(who, 4),
            horizon=52.0 + 78.0 * self._draw(who, 5),
            capacity=max(1.0, share * self.parents / self.neighbourhoods),
        )
