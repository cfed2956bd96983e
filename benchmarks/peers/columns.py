"""Professionals, informal workers and pairs as NumPy columns: what the starsim model has beside its people.

Rows of the tables of pairs are workers, columns professionals. Few people approach anybody in a week, so
that approaches are taken one by one.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, Final

import numpy as np

from sim.arrays import Ints
from sim.settings import DOMAINS, ORIENTATIONS, District
from sim.starts import ARGUMENTS, POSITIONS
from sim.state import CARE, VOLUNTEER_ROLE

PREVENTIVE, YOUTH_CARE, SCHOOL = range(3)
WORKERS_FROM: Final = 3


def clip(values: Any) -> Any:
    """Values within 0 and 1."""
    return np.minimum(1.0, np.maximum(0.0, values))


class Side(SimpleNamespace):
    """Knowledge in three layers, trust and interest seen, of one side in every pair; and what moves them."""

    def __init__(self, shape: tuple[int, int]) -> None:
        names = ("exists", "offer", "face", "trust", "interest", "rises", "falls", "interest_change")
        super().__init__(**{name: np.zeros(shape) for name in names})


class People:
    """Everyone but the families, as they come; ``n`` counts what happens in a week."""

    def __init__(self, district: District, p: SimpleNamespace, rng: np.random.Generator) -> None:
        self.p, self.rng = p, rng
        self.found(district)
        self.message_felt, self.unreached, self.n = district.message_history, 0.0, dict[str, float]()
        here = np.arange(len(self.employer))
        self.pro = SimpleNamespace(goodwill=None)
        self.make_professionals(here)
        self.make_workers(np.arange(len(self.leads)))
        shape = (len(self.leads), len(self.employer))
        self.of_worker, self.of_professional = Side(shape), Side(shape)
        self.contacts, self.apart = np.zeros(shape, int), np.full(shape, 520)
        self.service, self.credit, self.met = np.zeros(shape, bool), np.zeros(shape), np.zeros(shape)
        self.explicit, self.spoken = np.zeros(shape), np.zeros(shape)
        self.renew_worker_side(np.arange(shape[0]))
        self.renew_professional_side(here)
        known = rng.random(shape) < p.start_faces
        for side, offer in ((self.of_worker, 0.4), (self.of_professional, 0.3)):
            side.exists[known], side.offer[known] = 1.0, offer
            side.face[known] = 0.4 + 0.4 * rng.random(known.sum())
        self.contacts[known], self.apart[known], self.service[known] = 2, 4, True
        self.best = np.full((2, shape[0]), -1)

    def found(self, district: District) -> None:
        """Institutions, self-organisations and communities."""
        at, places = district.institutions, district.self_organisations
        self.domain = np.array([DOMAINS.index(one.domain) for one in at])
        for name in ("fit", "rigidity", "backing", "capacity", "turnover", "hours", "horizon"):
            setattr(self, name, np.array([getattr(one, name) for one in at], float))
        staff = [one.professionals for one in at]
        self.employer = np.repeat(np.arange(len(at)), staff)
        self.first, self.staff = np.cumsum([0, *staff[:-1]]), np.array(staff)
        self.feedback, self.left = np.zeros(len(at)), self.capacity.copy()
        self.leads = np.repeat(np.arange(len(places)), [one.workers for one in places])
        self.first_worker = np.cumsum([0, *[one.workers for one in places[:-1]]])
        self.workers_of = np.array([one.workers for one in places])
        self.care = np.array([ORIENTATIONS.index(one.orientation) for one in places])
        self.reach = np.array([one.reach for one in places], float)
        self.between = np.array([one.weeks_between for one in places])
        self.linking = np.array([one.linking for one in places])
        self.safety = np.array([0.85 if one.own_place else 0.65 for one in places])
        self.warmth = self.safety * [1.0 if one.own_place else self.p.living_room_street for one in places]
        names = [one.name for one in district.communities]
        self.community = np.array([names.index(one.community) for one in places])
        shares = np.array([one.share for one in district.communities])
        self.share = shares / shares.sum()
        self.told_among = self.share * (district.families or district.parents)
        self.story = np.tile([[self.p.start_parent_trust], [1.0 - self.p.start_fear]], len(names))
        self.story_change = np.zeros_like(self.story)
        self.worth = np.array([one.sees_worth for one in places])
        self.course = np.array([one.own_course for one in places])
        self.mediates = np.array([one.mediates for one in places])

    def near(self, value: Any, spread: float, count: Any) -> Any:
        """Values spread evenly around ``value``, within 0 and 1."""
        return clip(value + spread * (2.0 * self.rng.random(count) - 1.0))

    def make_actors(self, who: Any, rows: Ints, kinds: Ints) -> None:
        """What either side carries."""
        p, n = self.p, len(rows)
        mean = 0.5 + p.position_contrast * (POSITIONS[kinds, VOLUNTEER_ROLE] - 0.5)
        pioneer = self.rng.random(n) ** 2
        made = {
            "position": self.near(mean, p.position_spread, n),
            "argument": self.near(ARGUMENTS[kinds, VOLUNTEER_ROLE], p.position_spread, n),
            "pioneer": pioneer,
            "courage": self.near(0.35 + 0.4 * pioneer, 0.1, n),
            "trust_district": self.near(p.start_trust_district, 0.15, n),
            "backing_felt": np.full(n, 0.2),
        }
        self.write(who, rows, made)

    def write(self, who: Any, rows: Ints, made: dict[str, Any]) -> None:
        """Columns of new people, at their rows."""
        size = len(self.employer if who is self.pro else self.leads)
        for name, values in made.items():
            if not hasattr(who, name):
                setattr(who, name, np.zeros((size, *np.shape(values)[1:])))
            getattr(who, name)[rows] = values

    def make_professionals(self, rows: Ints) -> None:
        """New professionals in their posts."""
        p, n, at = self.p, len(rows), self.employer[rows]
        self.make_actors(self.pro, rows, self.domain[at])
        carrier, bad = self.rng.random(n) < p.start_carriers, 1.0 - p.start_goodwill_workers
        made = {
            "pressing": self.near(0.5 + 0.1 * carrier, 0.1, n),
            "helps": self.near(0.45 + 0.25 * carrier, 0.12, n),
            "mine": self.near(0.38 + 0.25 * carrier, 0.12, n),
            "bad": self.near(np.array([[bad, bad - 0.05, bad]]), 0.15, (n, 3)),
            "hours_planned": self.hours[at] * (0.5 + self.rng.random(n)),
            "posture": self.near(0.4, 0.2, n),
            "skill": self.near(0.4, 0.25, n),
            "horizon": self.horizon[at] * (0.7 + 0.6 * self.rng.random(n)),
            "own": np.where(
                self.rng.random(n) < p.start_background, self.rng.integers(len(self.share), size=n), -1
            ),
        }
        rests = {f"{name}_rest": made[name] for name in ("pressing", "helps", "mine")}
        self.write(self.pro, rows, made | rests)

    def make_workers(self, rows: Ints) -> None:
        """New informal workers in their places."""
        if not hasattr(self, "worker"):
            self.worker = SimpleNamespace()
        p, n, at = self.p, len(rows), self.leads[rows]
        self.make_actors(self.worker, rows, WORKERS_FROM + self.care[at])
        wish = p.start_worker_wish * np.where(self.worth[at], 1.0, 0.35)
        bad = 1.0 - p.start_goodwill_professionals
        mediation = np.where(self.mediates[at], 0.5, np.where(self.care[at] == CARE, 0.2, 0.08))
        made = {
            "pressing": self.near(0.55, 0.12, n),
            "helps": self.near(wish, 0.12, n),
            "mine": self.near(wish, 0.12, n),
            # Uninterested, serves the institution, uses, wrong posture, takes ideas.
            "bad": self.near(np.array([[bad, bad, bad, bad, bad - 0.1]]), 0.15, (n, 5)),
            "standing": self.near(0.7, 0.15, n),
            "energy": self.near(0.75, 0.15, n),
            "disappointment": self.near(0.2, 0.1, n),
            "recognition_felt": np.full(n, 0.3),
            "mediator": self.near(mediation, 0.08, n),
            "hours_week": p.start_worker_hours * (0.6 + 0.8 * self.rng.random(n)),
            "overload": np.full(n, 0.1),
            "served": np.ones(n),
            "here": np.ones(n),
            "absent": np.zeros(n),
            "partner_recognition": np.full(n, 0.2),
            "others": np.full(n, 0.1),
        }
        rests = {f"{name}_rest": made[name] for name in ("pressing", "helps", "mine")}
        self.write(self.worker, rows, made | rests)

    def renew_worker_side(self, rows: Ints) -> None:
        """What (new) workers start with towards every professional."""
        p, side, shape = self.p, self.of_worker, (len(rows), len(self.employer))
        deep = self.rng.random(shape)
        side.exists[rows] = self.near(p.start_knows_services, 0.2, shape)
        side.offer[rows] = np.minimum(1.0, 2.0 * p.start_knows_deeper * deep)
        side.face[rows] = np.minimum(1.0, 2.0 * p.start_knows_deeper * deep**2)
        bad = self.worker.bad[rows]
        side.trust[rows] = self.near(1.0 - bad.mean(axis=1)[:, None], 0.1, shape)
        side.interest[rows] = 1.0 - bad[:, :1]

    def renew_professional_side(self, rows: Ints) -> None:
        """What (new) professionals start with towards every worker."""
        p, side, shape = self.p, self.of_professional, (len(self.leads), len(rows))
        deep, same = self.rng.random(shape), self.pro.own[rows][None] == self.community[self.leads][:, None]
        side.exists[:, rows] = self.near(p.start_knows_groups + p.start_knows_own * same, 0.2, shape)
        side.offer[:, rows] = np.minimum(1.0, 1.5 * p.start_knows_deeper * deep)
        side.face[:, rows] = np.minimum(1.0, 2.0 * p.start_knows_deeper * deep**2)
        heavy = self.domain[self.employer[rows]] == YOUTH_CARE
        bonus = p.start_youth_care_trust * (0.5 + self.worker.mediator)[:, None] * heavy
        bad = self.pro.bad[rows]
        side.trust[:, rows] = self.near(1.0 - bad.mean(axis=1)[None] + bonus, 0.1, shape)
        side.interest[:, rows] = 1.0 - bad[:, 0][None]

    def count(self, name: str, much: float = 1.0) -> None:
        """Count what happens."""
        self.n[name] = self.n.get(name, 0.0) + much

    def spend(self, i: Any, hours: Any) -> None:
        """Workers give hours of this week away."""
        self.worker.hours[i] -= hours
        self.worker.spent[i] += hours
