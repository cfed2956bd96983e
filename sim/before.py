"""Collaborations that were there before the run (§2.1, §3.2)."""

from __future__ import annotations

from sim.draws import uniform2
from sim.kernel import compiled
from sim.state import ACCESSIBILITY, ADVISER, ON_LOCATION, PREVENTIVE
from sim.world import World


@compiled
def begin_before(world: World, s: int, key: int) -> None:
    """A collaboration that was there before the run: a worker with a preventive adviser (§2.1, §3.2)."""
    organisation = world.self_organisations[s]
    if organisation.worth == 0:
        return
    i = organisation.first + int(uniform2(key, s, 1) * organisation.staff)
    worker, best, score = world.workers[i], -1, 0.0
    for j in range(worker.knows_from, worker.knows_to):
        professional = world.professionals[j]
        weight = uniform2(key, s, 2 + j - worker.knows_from) * (0.3 + professional.pioneer)
        if professional.side_group == PREVENTIVE and professional.role == ADVISER and weight > score:
            best, score = j, weight
    if best < 0:
        return
    pair, c = world.pairs[worker.pairs_from + best], world.collaborations[worker.pairs_from + best]
    pair.worker_knows_existence, pair.professional_knows_existence = 1.0, 1.0
    pair.worker_knows_face, pair.professional_knows_face, pair.contacts = 0.8, 0.8, 10
    pair.worker_knows_offer, pair.professional_knows_offer, pair.weeks_apart = 0.6, 0.5, 1
    pair.trust_worker, pair.trust_professional = (
        max(0.55, pair.trust_worker),
        max(0.55, pair.trust_professional),
    )
    c.alive, c.designed, c.generation, c.age = 1, 1, 1, 26
    c.design, c.ownership, c.loyalty = 0.5, 0.5, 0.3
    c.model = ON_LOCATION if uniform2(key, s, 1000) < world.p[0].start_on_location else ACCESSIBILITY
