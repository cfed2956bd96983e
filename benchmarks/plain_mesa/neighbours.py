"""Families outside every self-organisation: what they hear, and how they may come to attend one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.plain_mesa.places import SelfOrganisation
    from benchmarks.plain_mesa.worker import Worker

# At the children's activities parents meet as on the street.
STREET_SAFETY = 0.65


class Neighbours:
    """The part of a family's week that is about others around it."""

    def organisation_nearby(self) -> SelfOrganisation | None:
        """A self-organisation of the family's community, the larger more often."""
        organisations = self.community.organisations
        if not organisations:
            return None
        return self.random.choices(organisations, [at.reach for at in organisations])[0]

    def meet_neighbours(self) -> None:
        """Four weeks outside: stories are heard, and a child may bring its parents along."""
        p = self.model.p
        self.hear()
        if 6.0 <= self.child_age < 16.0 and self.random.random() < p.child_channel * self.community.talk:
            self.living_room(STREET_SAFETY * p.living_room_street)
            self.be_brought()

    def hear(self) -> None:
        """Rule ``stories``: what is told draws a family's own trust a little."""
        pace, community = self.model.p.hearsay, self.community
        self.trust_preventive += pace * (community.story_preventive - self.trust_preventive)
        self.trust_youth_care += pace * (community.story_youth_care - self.trust_youth_care)

    def be_brought(self) -> None:
        """Perhaps the family is brought to a worker of its community, and attends from now on."""
        if self.organisation is not None or self.random.random() >= self.model.p.empowered_brings:
            return
        worker = self.worker
        if worker is None:
            there = self.organisation_nearby()
            if there is None:
                return
            worker = self.random.choice(there.workers)
        if worker.here:
            self.join(worker, max(self.trust_worker, 0.2 + 0.3 * worker.standing))

    def join(self, worker: Worker, trust: float) -> None:
        """The family attends this worker's self-organisation."""
        self.worker, self.organisation, self.trust_worker = worker, worker.organisation, trust
        self.organisation.members += 1
        self.model.families_joined += 1
