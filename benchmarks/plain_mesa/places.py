"""Formal institutions and self-organisations: plain objects, because they do nothing by themselves."""

from __future__ import annotations

from sim import settings


class Institution:
    """A formal organisation with places for families."""

    __slots__ = (
        "capacity",
        "fit",
        "hours",
        "places",
        "preventive",
        "professionals",
        "rigidity",
        "turnover",
        "youth_care",
    )

    def __init__(self, given: settings.Institution) -> None:
        self.preventive, self.youth_care = given.domain == "preventive", given.domain == "youth_care"
        self.fit, self.hours, self.rigidity = given.fit, given.hours, given.rigidity
        self.capacity, self.turnover = given.capacity, given.turnover / 52.0
        self.places, self.professionals = given.capacity, []


class SelfOrganisation:
    """A volunteer organisation with its gatherings."""

    __slots__ = (
        "community",
        "kind",
        "mediation",
        "members",
        "number",
        "own_place",
        "reach",
        "sees_worth",
        "warmth",
        "weeks_between",
        "workers",
    )

    def __init__(self, number: int, given: settings.SelfOrganisation, street: float) -> None:
        care = given.orientation == "care"
        self.number, self.community, self.kind = number, given.community, 4 if care else 3
        self.mediation = 0.5 if given.mediates else (0.2 if care else 0.08)
        self.reach, self.weeks_between, self.sees_worth = given.reach, given.weeks_between, given.sees_worth
        self.warmth = 0.85 if given.own_place else 0.65 * street
        self.members, self.workers = 0, []

    def gathers(self, week: int) -> bool:
        """Whether there is a gathering this week."""
        return (week + self.number) % self.weeks_between == 0
