"""Phase 8, record, continued: measures of pairs whose worker is there (§1.2)."""

from typing import Final

from sim.arrays import Record
from sim.kernel import PAIRS_AHEAD, compiled, fetch_measured
from sim.phases.record_families import ratio
from sim.phases.soil import trust_condition, urgency_condition, vision_condition
from sim.phases.working import pairs_of
from sim.state import CARE, PREVENTIVE, YOUTH_CARE
from sim.world import World

FERTILE = 0.4
type Known = tuple[float, ...]
type Conditions = tuple[float, float, float, float, float, float]
type Sides = tuple[float, float, float, float, float, float]
NOTHING_KNOWN: Final[Known] = (0.0,) * 14
NO_CONDITIONS: Final[Conditions] = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
NO_SIDES: Final[Sides] = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)


@compiled
def record_pairs(w: World, m: Record) -> None:
    """Measures of pairs whose worker is there: trust, knowledge, the four conditions.

    Worker by worker in two passes, each with as many sums as a processor has room for, and in plain names: a
    sum kept in a record is written back to memory at every step.
    """
    n, n_p, n_y, n_c = 0, 0, 0, 0
    known, conditions, sides = NOTHING_KNOWN, NO_CONDITIONS, NO_SIDES
    for i in range(len(w.workers)):
        worker = w.workers[i]
        if worker.alive == 0:
            continue
        first, past = pairs_of(worker)
        known = add_relations(w, first, past, known)
        conditions, sides, preventive, youth = add_conditions(w, worker, conditions, sides)
        n, n_p, n_y = n + past - first, n_p + preventive, n_y + youth
        n_c += past - first if worker.side_group == CARE else 0
    if n > 0:
        tell_relations(m, known, n)
        tell_conditions(m, conditions, n)
    tell_sides(m, known[0], conditions[4], sides, n, n_p, n_y, n_c)
    m.soil_field = min(min(m.soil_knowing, m.soil_trust), min(m.soil_urgency, m.soil_vision))
    own_minus_seen = (
        m.own_interest_professionals
        - m.interest_attributed_to_professionals
        + m.own_interest_workers
        - m.interest_attributed_to_workers
    )
    m.paradox_gap = 0.5 * own_minus_seen


@compiled
def add_relations(w: World, first: int, past: int, known: Known) -> Known:
    """What two know and think of each other, added over a run of pairs."""
    in_professionals, in_workers, of_workers, of_professionals, gap, explicit, faces, services = known[:8]
    w1, w2, w3, p1, p2, p3 = known[8:]
    for k in range(first, past):
        fetch_measured(w.pairs, k + PAIRS_AHEAD)
        pair = w.pairs[k]
        in_professionals += pair.trust_worker
        in_workers += pair.trust_professional
        of_workers += pair.interest_professional
        of_professionals += pair.interest_worker
        gap += pair.gap
        explicit += pair.explicit
        services += pair.service
        faces += 1.0 if min(pair.worker_knows_face, pair.professional_knows_face) > 0.5 else 0.0
        w1 += pair.worker_knows_existence
        w2 += pair.worker_knows_offer
        w3 += pair.worker_knows_face
        p1 += pair.professional_knows_existence
        p2 += pair.professional_knows_offer
        p3 += pair.professional_knows_face
    thought = (
        in_professionals,
        in_workers,
        of_workers,
        of_professionals,
        gap,
        explicit,
        faces,
        services,
    )
    return (*thought, w1, w2, w3, p1, p2, p3)


@compiled
def tell_relations(m: Record, known: Known, n: int) -> None:
    """Means of what was added."""
    m.trust_in_professionals, m.trust_in_workers = known[0] / n, known[1] / n
    m.interest_attributed_to_workers, m.interest_attributed_to_professionals = known[2] / n, known[3] / n
    m.position_gap, m.explicitness = known[4] / n, known[5] / n
    m.pairs_with_face, m.service_relations = known[6], known[7]
    m.workers_know_existence, m.workers_know_offer, m.workers_know_face = (
        known[8] / n,
        known[9] / n,
        known[10] / n,
    )
    m.professionals_know_existence, m.professionals_know_offer = known[11] / n, known[12] / n
    m.professionals_know_face = known[13] / n


@compiled
def add_conditions(
    w: World, worker: Record, conditions: Conditions, sides: Sides
) -> tuple[Conditions, Sides, int, int]:
    """The four conditions and the soil they make, added over a worker's pairs, in all and by side.

    Professionals of one domain follow each other: what is theirs is summed in turn, with no choice per pair.
    Returns also how many of the pairs are with prevention and with youth care.
    """
    knowing, trusting, urging, agreeing, together, fertile = conditions
    soil_p, soil_y, soil_c, trust_p, trust_y, trust_c = sides
    n_p, n_y = 0, 0
    k, past = pairs_of(worker)
    in_care, of_care = soil_c, trust_c
    while k < past:
        domain, first = w.professionals[k - worker.pairs_from].side_group, k
        soil = soil_p if domain == PREVENTIVE else soil_y
        trusted = trust_p if domain == PREVENTIVE else trust_y
        while k < past and w.professionals[k - worker.pairs_from].side_group == domain:
            pair, professional = w.pairs[k], w.professionals[k - worker.pairs_from]
            trust = trust_condition(worker, professional, pair)
            vision, urgency = vision_condition(pair), urgency_condition(pair)
            least = min(min(pair.knowing, trust), min(urgency, vision))
            knowing += pair.knowing
            trusting += trust
            urging += urgency
            agreeing += vision
            together += least
            fertile += 1.0 if least >= FERTILE else 0.0
            soil += least
            trusted += pair.trust_professional
            in_care += least
            of_care += pair.trust_worker
            k += 1
        if domain == PREVENTIVE:
            soil_p, trust_p, n_p = soil, trusted, n_p + k - first
        elif domain == YOUTH_CARE:
            soil_y, trust_y, n_y = soil, trusted, n_y + k - first
    if worker.side_group == CARE:
        soil_c, trust_c = in_care, of_care
    return (
        (knowing, trusting, urging, agreeing, together, fertile),
        (soil_p, soil_y, soil_c, trust_p, trust_y, trust_c),
        n_p,
        n_y,
    )


@compiled
def tell_conditions(m: Record, conditions: Conditions, n: int) -> None:
    """Means of what was added."""
    knowing, trusting, urging, agreeing, together, fertile = conditions
    m.soil_knowing, m.soil_trust, m.soil_urgency = knowing / n, trusting / n, urging / n
    m.soil_vision, m.shared_vision = agreeing / n, agreeing / n
    m.soil_conjunction, m.fertile_pairs = together / n, fertile / n


@compiled
def tell_sides(
    m: Record, in_professionals: float, together: float, sides: Sides, n: int, n_p: int, n_y: int, n_c: int
) -> None:
    """Means by domain and by orientation."""
    soil_p, soil_y, soil_c, trust_p, trust_y, trust_c = sides
    m.soil_preventive, m.trust_in_workers_preventive = ratio(soil_p, 1.0 * n_p), ratio(trust_p, 1.0 * n_p)
    m.soil_youth_care, m.trust_in_workers_youth_care = ratio(soil_y, 1.0 * n_y), ratio(trust_y, 1.0 * n_y)
    m.soil_care, m.trust_in_professionals_care = ratio(soil_c, 1.0 * n_c), ratio(trust_c, 1.0 * n_c)
    m.soil_emancipation = ratio(together - soil_c, 1.0 * n - n_c)
    m.trust_in_professionals_emancipation = ratio(in_professionals - trust_c, 1.0 * n - n_c)
