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
        """Four weeks outside: stories, an empowered parent, or children who bring their parents along."""
        p = self.model.p
        self.hear()
        self.empowered()
        if (
            self.organisation is None
            and 6.0 <= self.child_age < 16.0
            and self.random.random() < p.child_channel * self.community.talk
        ):
            self.living_room(STREET_SAFETY * p.living_room_street)
            self.be_brought()

    def empowered(self) -> None:
        """Rule ``empowered``: a strong parent of the community may help, and pass on what she knows."""
        p, community = self.model.p, self.community
        if self.random.random() >= p.empowered_meets * community.helpers * (1.0 - 0.7 * self.isolation):
            return
        self.need_change -= p.empowered_ease * (1.0 - self.need)
        self.words = min(1.0, self.words + 0.1 * (1.0 - self.words))
        self.shame *= 0.96
        self.isolation *= 0.96
        self.knowledge += p.hearsay_offer * max(0.0, community.helpers_know - self.knowledge)
        self.trust_preventive += p.hearsay * (community.helpers_trust - self.trust_preventive)
        self.model.helped_by_parents += 1
        self.be_brought()

    def hear(self) -> None:
        """Rule ``stories``: what is told draws a family's own trust a little."""
        pace, community = self.model.p.hearsay, self.community
        self.trust_preventive += pace * (community.story_preventive - self.trust_preventive)
        self.trust_youth_care += pace * (community.story_youth_care - self.trust_youth_care)

    def be_brought(self) -> None:
        """Perhaps it is brought to a worker of its community, and attends where the door is open."""
        if self.organisation is not None or self.random.random() >= self.model.p.empowered_brings:
            return
        worker = self.worker
        if worker is None:
            there = self.organisation_nearby()
            if there is None:
                return
            worker = self.random.choice(there.workers)
        if not worker.here:
            return
        trust = max(self.trust_worker, 0.2 + 0.3 * worker.standing)
        if self.random.random() < worker.organisation.closing:
            self.worker, self.trust_worker = worker, trust
        else:
            self.join(worker, trust)

    def lose_worker(self, dependence: float) -> None:
        """Rule ``key_figure``: trust in a worker who left does not pass whole to whoever comes."""
        kept = 1.0 - self.model.p.key_families * dependence
        self.trust_worker *= kept
        self.attachment *= kept

    def join(self, worker: Worker, trust: float) -> None:
        """The family attends this worker's self-organisation."""
        self.worker, self.organisation, self.trust_worker = worker, worker.organisation, trust
        self.organisation.members += 1
        self.model.families_joined += 1
