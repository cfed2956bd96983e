"""Organisations: formal ones that employ professionals, and self-organisations of volunteers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.agents.fields import of_record
from sim.agents.views import View
from sim.settings import DOMAINS, ORIENTATIONS

if TYPE_CHECKING:
    from sim.agents.actors import InformalWorker, Professional
    from sim.agents.families import Parent


@of_record("institution")
class FormalOrganisation(View):
    """An institution for parenting support, youth care or education."""

    kind = "institution"
    acts_before = "encounter"

    @property
    def domain_name(self) -> str:
        """``preventive``, ``youth_care`` or ``school``."""
        return DOMAINS[self.domain]

    @property
    def professionals(self) -> list[Professional]:
        """Everyone it employs."""
        return self.model.views("professional", range(self.first, self.first + self.staff))


@of_record("self_organisation")
class SelfOrganisation(View):
    """A volunteer organisation with its workers; ``members`` is the number of families that attend."""

    kind = "self_organisation"
    acts_before = "encounter"

    @property
    def orientation_name(self) -> str:
        """``emancipation`` or ``care``."""
        return ORIENTATIONS[self.orientation]

    @property
    def community_name(self) -> str:
        """The community it mainly reaches."""
        return str(self.model.names["community"][self.community])

    @property
    def workers(self) -> list[InformalWorker]:
        """Its informal workers; empty places are left out."""
        return self.model.views("worker", range(self.first, self.first + self.staff))

    def families(self) -> list[Parent]:
        """The families that attend."""
        return self.model.views("parent", self.model.rows_where("parent", "self_organisation", self.row))
