"""Parents: a family with its question, where it goes, and whom it knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sim.agents.fields import of_record
from sim.agents.organisations import SelfOrganisation
from sim.agents.views import View
from sim.state import AT_WORKER, IN_PREVENTION, IN_YOUTH_CARE, NOWHERE, TOPICS

if TYPE_CHECKING:
    from sim.agents.actors import InformalWorker, Professional

# Need above which a family counts as in need when reach is recorded.
IN_NEED: Final = 0.3
WHERE: Final = {
    NOWHERE: "nowhere",
    IN_PREVENTION: "prevention",
    IN_YOUTH_CARE: "youth_care",
    AT_WORKER: "informal_worker",
}


@of_record("parent")
class Parent(View):
    """A family. ``helper``, ``worker`` and ``self_organisation`` are views; None where there is none."""

    kind = "parent"
    acts_before = "live"

    @property
    def has_question(self) -> bool:
        """Whether there is a question at all."""
        return bool(self.need > 0.0)

    @property
    def in_need(self) -> bool:
        """Whether the question is large enough to count in the measure ``reach``."""
        return bool(self.need > IN_NEED)

    @property
    def in_help(self) -> bool:
        """Whether the family has help from prevention or youth care."""
        return self.help in (IN_PREVENTION, IN_YOUTH_CARE)

    @property
    def help_name(self) -> str:
        """Where help is had: ``nowhere``, ``prevention``, ``youth_care`` or ``informal_worker``."""
        return WHERE[self.help]

    @property
    def topic_name(self) -> str:
        """What the question is about (see ``sim.state.TOPICS``)."""
        return TOPICS[self.topic]

    @property
    def community_name(self) -> str:
        """The community the family belongs to."""
        return str(self.model.names["community"][self.community])

    @property
    def self_organisation(self) -> SelfOrganisation | None:
        """The self-organisation it attends, or None."""
        found: SelfOrganisation | None = self.model.view("self_organisation", self.self_organisation_row)
        return found

    @property
    def worker(self) -> InformalWorker | None:
        """The informal worker it knows, or None (also while that worker's place is empty)."""
        found: InformalWorker | None = self.model.view("worker", self.worker_row)
        return found

    @property
    def helper(self) -> Professional | None:
        """The professional who helps, or None."""
        found: Professional | None = self.model.view("professional", self.helper_row)
        return found

    def attend(self, organisation: SelfOrganisation, worker: InformalWorker | None = None) -> None:
        """Attend a self-organisation from now on and know one of its workers (its first, unless told).

        ValueError when ``worker`` works elsewhere.
        """
        row = organisation.first if worker is None else worker.row
        if not organisation.first <= row < organisation.first + organisation.staff:
            raise ValueError(f"{worker} does not work for {organisation}.")
        self.stay_away()
        record = self.record
        record.self_organisation, record.worker = organisation.row, row
        organisation.members += 1.0

    def stay_away(self) -> None:
        """Attend no self-organisation any more, and lose sight of its worker."""
        organisation = self.self_organisation
        if organisation is not None:
            organisation.members -= 1.0
        record = self.record
        record.self_organisation = record.worker = -1
