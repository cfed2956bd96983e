"""The two sides: professionals and informal workers, with what they know and think of each other."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np

from sim.agents.fields import of_record
from sim.agents.views import View
from sim.registry import rules_named
from sim.settings import DOMAINS, ORIENTATIONS, ROLES

if TYPE_CHECKING:
    from sim.agents.families import Parent
    from sim.agents.organisations import FormalOrganisation, SelfOrganisation


@cache
def _urgency_rule() -> Callable[..., float]:
    """The rule as plain Python, from the registry."""
    return rules_named("parts")[0].function


class Actor(View):
    """What professionals and informal workers have in common."""

    acts_before = "encounter"
    images: ClassVar[tuple[str, ...]] = ()

    @property
    def urgency(self) -> float:
        """Urgency, 0 to 1: as the rule ``parts`` has it, or the mean of its parts where that is off."""
        parts = (self.pressing, self.helps, self.mine)
        if self.model.store.switched_on("parts"):
            return float(_urgency_rule()(*parts))
        return float(sum(parts)) / 3.0

    @property
    def goodwill(self) -> float:
        """Goodwill, 0 to 1, seen in the other side in general: what bad beliefs about it leave over."""
        bad: float = sum(getattr(self, image) for image in self.images) / len(self.images)
        return 1.0 - bad

    @property
    def hours_left(self) -> float:
        """Hours that are left for collaboration this week."""
        return float(self.hours)

    def pair_with(self, other: Actor) -> Any:
        """The record of this pair, shared by both; TypeError when ``other`` is of the same side."""
        return self.model.world.pairs[self._pair(other)]

    def collaboration_with(self, other: Actor) -> Any | None:
        """The record of what the two do together, or None when they do nothing together."""
        found = self.model.world.collaborations[self._pair(other)]
        return found if found.alive else None

    def _pair(self, other: Actor) -> int:
        if not isinstance(other, Actor) or other.kind == self.kind:
            raise TypeError("A pair is a professional and an informal worker.")
        self._here()
        other._here()
        worker, professional = (self, other) if self.kind == "worker" else (other, self)
        record = self.model.world.workers[worker.row]
        if not record.knows_from <= professional.row < record.knows_to:
            raise ValueError("These two work in different neighbourhoods and do not know of each other.")
        return int(record.pairs_from) + professional.row

    def _partner_rows(self) -> list[int]:
        """Rows of those of the other side with whom a collaboration is alive."""
        self._here()
        world = self.model.world
        alive = self.model.store.columns("collaboration")["alive"]
        mine = self.model.store.columns(self.kind)
        known = np.arange(mine["knows_from"][self.row], mine["knows_to"][self.row])
        first = world.workers["pairs_from"]
        rows = first[self.row] + known if self.kind == "worker" else first[known] + self.row
        return [int(row) for row in known[alive[rows] > 0]]


@of_record("professional")
class Professional(Actor):
    """Someone who works for a formal organisation: adviser, case worker or manager."""

    kind = "professional"
    images = ("image_uninterested", "image_rival", "image_doubt")

    @property
    def institution(self) -> FormalOrganisation:
        """The formal organisation that employs them."""
        found: FormalOrganisation = self.model.view("institution", self.institution_row)
        return found

    @property
    def role_name(self) -> str:
        """``adviser``, ``case_worker`` or ``manager``."""
        return ROLES[self.role]

    @property
    def domain_name(self) -> str:
        """``preventive``, ``youth_care`` or ``school``."""
        return DOMAINS[self.side_group]

    def partners(self) -> list[InformalWorker]:
        """Informal workers with whom they now collaborate."""
        return self.model.views("worker", self._partner_rows())

    def trust_in(self, worker: InformalWorker) -> float:
        """Their trust, 0 to 1, in an informal worker."""
        return float(self.pair_with(worker).trust_professional)

    def families(self) -> list[Parent]:
        """Families that they help now."""
        return self.model.views("parent", self.model.rows_where("parent", "helper", self.row))


@of_record("worker")
class InformalWorker(Actor):
    """A volunteer of a self-organisation who works with families."""

    kind = "worker"
    images = ("image_uninterested", "image_institution", "image_takes", "image_uses", "image_posture")

    @property
    def self_organisation(self) -> SelfOrganisation:
        """The self-organisation they belong to."""
        found: SelfOrganisation = self.model.view("self_organisation", self.self_organisation_row)
        return found

    @property
    def orientation_name(self) -> str:
        """``emancipation`` or ``care``."""
        return ORIENTATIONS[self.side_group]

    @property
    def community_name(self) -> str:
        """The community they work in."""
        return str(self.model.names["community"][self.community])

    def partners(self) -> list[Professional]:
        """Professionals with whom they now collaborate."""
        return self.model.views("professional", self._partner_rows())

    def trust_in(self, professional: Professional) -> float:
        """Their trust, 0 to 1, in a professional."""
        return float(self.pair_with(professional).trust_worker)

    def families(self) -> list[Parent]:
        """Families that know them."""
        return self.model.views("parent", self.model.rows_where("parent", "worker", self.row))
