"""What leaves with a person: the other side's trust, shared memory, families' trust (§6.1, §6.2)."""

from sim.arrays import Record
from sim.events import (
    EXPLICIT,
    INTEREST_PROFESSIONAL,
    INTEREST_WORKER,
    STORY,
    TRUST_PROFESSIONAL,
    TRUST_WORKER,
    note,
    note_pair,
)
from sim.kernel import compiled
from sim.mechanisms import steering
from sim.phases.network import neighbourhood_of
from sim.population import goodwill_of_professional, goodwill_of_worker
from sim.registry import rule_number
from sim.world import World

KEY = rule_number("key_figure")


@compiled
def take_along(w: World, k: int, dependence: float, weeks: float, of_worker: bool) -> None:
    """A worker or a professional leaves: in one pair the other's trust goes back to what images seed.

    What the two had learned of each other, told and counted goes in so far as it hung on the person.
    """
    if w.on[0].key_figure == 0:
        return
    pair, c = w.pairs[k], w.collaborations[k]
    anchoring = c.anchoring if c.alive > 0 else 0.0
    memory, relations, _ = steering.key_figure(dependence, weeks, anchoring, w.p[0])
    note(w.activity, KEY, memory)
    if of_worker:
        professional = w.professionals[pair.professional]
        trust = relations * (goodwill_of_professional(professional) - pair.trust_professional)
        seen = relations * (1.0 - professional.image_uninterested - pair.interest_professional)
        pair.trust_professional += told(w, k, TRUST_PROFESSIONAL, trust)
        pair.interest_professional += told(w, k, INTEREST_PROFESSIONAL, seen)
    else:
        worker = w.workers[pair.worker]
        trust = relations * (goodwill_of_worker(worker) - pair.trust_worker)
        seen = relations * (1.0 - worker.image_uninterested - pair.interest_worker)
        pair.trust_worker += told(w, k, TRUST_WORKER, trust)
        pair.interest_worker += told(w, k, INTEREST_WORKER, seen)
    pair.explicit += told(w, k, EXPLICIT, -memory * pair.explicit)
    pair.story += told(w, k, STORY, -memory * pair.story)
    pair.attributed *= 1.0 - memory
    pair.mediated *= 1.0 - memory
    pair.credit, pair.contacts, pair.sent, pair.recognised, pair.weeks_apart = 0.0, 0, 0, 0, 520
    pair.owed_worker, pair.owed_professional, pair.coldness, pair.service = 0.0, 0.0, 0.0, 0


@compiled
def told(w: World, k: int, stock: int, term: float) -> float:
    """A term of this rule, after the week's bounds."""
    return note_pair(w.activity, w.log, w.clock, w.pairs[k], k, stock, KEY, term)


@compiled
def families_of(w: World, i: int, dependence: float, weeks: float) -> None:
    """A worker leaves: families' trust does not pass whole to whoever comes."""
    if w.on[0].key_figure == 0:
        return
    _, _, lost = steering.key_figure(dependence, weeks, 0.0, w.p[0])
    note(w.activity, KEY, lost)
    here = neighbourhood_of(w, w.workers[i].self_organisation)
    for n in range(here.parents_from, here.parents_to):
        home = w.homes[n]
        if home.worker == i:
            home.trust_worker *= 1.0 - lost
            home.attachment *= 1.0 - lost


@compiled
def hangs_on(institution: Record) -> float:
    """How far an institution's memory hangs on one person: less where more of them carry it."""
    return 1.0 - institution.carriers


@compiled
def memory_gone(w: World, dependence: float, weeks: float) -> float:
    """Share of the shared memory that goes where nothing is anchored."""
    if w.on[0].key_figure == 0:
        return 0.0
    memory, _, _ = steering.key_figure(dependence, weeks, 0.0, w.p[0])
    return memory
