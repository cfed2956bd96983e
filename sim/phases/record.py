"""Phase 8, record: the week's measures, read from the state and from what was counted on the way."""

from sim.arrays import Record
from sim.events import WEEK
from sim.kernel import PAIRS_AHEAD, compiled, fetch_measured
from sim.measures import COLUMNS
from sim.phases.account import YEAR, record_ledger, record_public_good, record_steering
from sim.phases.network import count_network
from sim.phases.readiness import urgency_of
from sim.phases.record_families import ratio, record_families
from sim.phases.record_homes import record_homes
from sim.phases.record_sides import record_sides
from sim.phases.soil import trust_condition, urgency_condition, vision_condition
from sim.phases.working import drop_ended, pairs_of
from sim.population import goodwill_of_professional, goodwill_of_worker
from sim.state import (
    ACCESSIBILITY,
    CARE,
    N_ISSUES,
    ON_LOCATION,
    PREVENTIVE,
    YOUTH_CARE,
)
from sim.world import World

FERTILE = 0.4


@compiled
def record(w: World) -> None:
    """Write one row of measures and start the counts anew."""
    m = w.weekly[w.clock[WEEK]]
    drop_ended(w)
    record_actors(w, m)
    record_pairs(w, m)
    record_sides(w, m)
    record_collaborations(w, m)
    record_families(w, m)
    record_homes(w, m)
    record_bridging(w, m, alive_workers(w))
    record_public_good(w, m)
    record_ledger(w, m)
    count_network(w)
    record_steering(w, m)
    record_counts(w)


@compiled
def alive_workers(w: World) -> float:
    """How many informal workers there are at present."""
    alive = 0.0
    for i in range(len(w.workers)):
        alive += w.workers[i].alive
    return alive


@compiled
def record_bridging(w: World, m: Record, alive: float) -> None:
    """Measures of who calls on workers and who pays for it."""
    callers, paid = 0.0, 0.0
    for i in range(len(w.workers)):
        if w.workers[i].alive > 0:
            callers += w.workers[i].callers
            paid += w.workers[i].paid
    m.callers, m.bridging_paid = ratio(callers, alive), ratio(paid, alive)


@compiled
def record_actors(w: World, m: Record) -> None:
    """Measures of professionals, of informal workers, and of both together."""
    alive = alive_workers(w)
    record_professionals(w, m)
    if alive > 0.0:
        record_workers(w, m, alive)
    for s in range(len(w.self_organisations)):
        m.irritation += w.self_organisations[s].irritation / len(w.self_organisations)
    record_both_sides(w, m, alive + len(w.professionals))


@compiled
def record_professionals(w: World, m: Record) -> None:
    """Measures of professionals."""
    n, interest, image, urging, district, courage, posture = (
        1.0 * len(w.professionals),
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
    )
    preventive, youth, in_prevention, in_youth_care = 0.0, 0.0, 0.0, 0.0
    for j in range(len(w.professionals)):
        actor = w.professionals[j]
        goodwill, urgency = goodwill_of_professional(actor), urgency_of(w, actor)
        actor.goodwill_now, actor.urgency_now = goodwill, urgency
        interest += 0.5 * (actor.helps + actor.mine)
        image += goodwill
        urging += urgency
        district += actor.trust_district
        courage += actor.courage
        posture += actor.posture
        if actor.side_group == PREVENTIVE:
            in_prevention += urgency
            preventive += 1.0
        elif actor.side_group == YOUTH_CARE:
            in_youth_care += urgency
            youth += 1.0
    m.own_interest_professionals, m.image_of_workers, m.urgency_professionals = (
        interest / n,
        image / n,
        urging / n,
    )
    m.trust_in_district_professionals, m.courage_professionals = district / n, courage / n
    m.posture = posture / n
    m.urgency_preventive = ratio(in_prevention, preventive)
    m.urgency_youth_care = ratio(in_youth_care, youth)


@compiled
def record_workers(w: World, m: Record, alive: float) -> None:
    """Measures of the informal workers who are there."""
    interest, image, urging, district, courage, energy, overload = 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0
    disappointment, standing, hours, for_others = 0.0, 0.0, 0.0, 0.0
    for i in range(len(w.workers)):
        worker = w.workers[i]
        goodwill, urgency = goodwill_of_worker(worker), urgency_of(w, worker)
        worker.goodwill_now, worker.urgency_now = goodwill, urgency
        if worker.alive == 0:
            continue
        interest += 0.5 * (worker.helps + worker.mine)
        image += goodwill
        urging += urgency
        district += worker.trust_district
        courage += worker.courage
        energy += worker.energy
        overload += worker.overload
        disappointment += worker.disappointment
        standing += worker.standing
        hours += worker.spent
        for_others += worker.spent * worker.others
    m.own_interest_workers, m.image_of_professionals = interest / alive, image / alive
    m.urgency_workers, m.trust_in_district_workers = urging / alive, district / alive
    m.courage_workers, m.volunteer_energy, m.volunteer_overload = (
        courage / alive,
        energy / alive,
        overload / alive,
    )
    m.disappointment, m.standing = disappointment / alive, standing / alive
    m.volunteer_hours, m.volunteer_hours_for_others = hours, for_others


@compiled
def record_both_sides(w: World, m: Record, whole: float) -> None:
    """Measures of all actors together."""
    part = 1.0 / whole
    for j in range(len(w.professionals)):
        add_actor(m, w.professionals[j], part)
    for i in range(len(w.workers)):
        add_actor(m, w.workers[i], part)


@compiled
def add_actor(m: Record, actor: Record, part: float) -> None:
    """One actor's part in the means over all actors."""
    if actor.alive == 0:
        return
    m.trust_in_district += actor.trust_district * part
    m.urgency_pressing += actor.pressing * part
    m.urgency_helps += actor.helps * part
    m.urgency_mine += actor.mine * part
    m.doubt += actor.doubt * part
    apart = 0.0
    for issue in range(N_ISSUES):
        apart += abs(actor.expressed[issue] - actor.position[issue])
    m.said_and_held += apart * part / N_ISSUES


@compiled
def record_pairs(w: World, m: Record) -> None:
    """Measures of pairs whose worker is there: trust, knowledge, the four conditions.

    Two passes, each with as many sums as a processor has room for, and in plain names: a sum kept in a record
    is written back to memory at every step.
    """
    n, in_professionals = record_relations(w, m)
    record_conditions(w, m, n, in_professionals)
    m.soil_field = min(min(m.soil_knowing, m.soil_trust), min(m.soil_urgency, m.soil_vision))
    own_minus_seen = (
        m.own_interest_professionals
        - m.interest_attributed_to_professionals
        + m.own_interest_workers
        - m.interest_attributed_to_workers
    )
    m.paradox_gap = 0.5 * own_minus_seen


@compiled
def record_relations(w: World, m: Record) -> tuple[int, float]:
    """What two know and think of each other; returns how many pairs there are, and workers' summed trust."""
    n, in_professionals, in_workers, of_workers, of_professionals = 0, 0.0, 0.0, 0.0, 0.0
    gap, explicit, faces, services = 0.0, 0.0, 0.0, 0
    w1, w2, w3, p1, p2, p3 = 0.0, 0.0, 0.0, 0.0, 0.0, 0.0
    for i in range(len(w.workers)):
        worker = w.workers[i]
        if worker.alive == 0:
            continue
        n += worker.knows_to - worker.knows_from
        first, past = pairs_of(worker)
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
    if n > 0:
        m.trust_in_professionals, m.trust_in_workers = in_professionals / n, in_workers / n
        m.interest_attributed_to_workers = of_workers / n
        m.interest_attributed_to_professionals = of_professionals / n
        m.position_gap, m.explicitness = gap / n, explicit / n
        m.pairs_with_face, m.service_relations = faces, services
        m.workers_know_existence, m.workers_know_offer, m.workers_know_face = w1 / n, w2 / n, w3 / n
        m.professionals_know_existence, m.professionals_know_offer = p1 / n, p2 / n
        m.professionals_know_face = p3 / n
    return n, in_professionals


@compiled
def record_conditions(w: World, m: Record, n: int, in_professionals: float) -> None:
    """The four conditions and the soil they make, of all pairs and by side.

    Professionals of one domain follow each other: what is theirs is summed in turn, with no choice per pair.
    """
    knowing, trusting, urging, agreeing, together, fertile = 0.0, 0.0, 0.0, 0.0, 0.0, 0.0
    soil_p, soil_y, soil_c, trust_p, trust_y, trust_c = 0.0, 0.0, 0.0, 0.0, 0.0, 0.0
    n_p, n_y, n_c = 0, 0, 0
    for i in range(len(w.workers)):
        worker = w.workers[i]
        if worker.alive == 0:
            continue
        start, past = pairs_of(worker)
        in_care, of_care = soil_c, trust_c
        k = start
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
            soil_c, trust_c, n_c = in_care, of_care, n_c + past - start
    if n > 0:
        m.soil_knowing, m.soil_trust, m.soil_urgency = knowing / n, trusting / n, urging / n
        m.soil_vision, m.shared_vision = agreeing / n, agreeing / n
        m.soil_conjunction, m.fertile_pairs = together / n, fertile / n
    m.soil_preventive, m.trust_in_workers_preventive = ratio(soil_p, 1.0 * n_p), ratio(trust_p, 1.0 * n_p)
    m.soil_youth_care, m.trust_in_workers_youth_care = ratio(soil_y, 1.0 * n_y), ratio(trust_y, 1.0 * n_y)
    m.soil_care, m.trust_in_professionals_care = ratio(soil_c, 1.0 * n_c), ratio(trust_c, 1.0 * n_c)
    m.soil_emancipation = ratio(together - soil_c, 1.0 * n - n_c)
    m.trust_in_professionals_emancipation = ratio(in_professionals - trust_c, 1.0 * n - n_c)


@compiled
def record_collaborations(w: World, m: Record) -> None:
    """Measures of the collaborations alive."""
    last, week = -1, w.clock[WEEK]
    for n in range(w.working[0]):
        k = w.working[n + 1]
        pair, c = w.pairs[k], w.collaborations[k]
        # Rows go by worker, and workers by organisation.
        own = w.workers[pair.worker].self_organisation
        m.organisations_connected += 1.0 if own != last else 0.0
        last = own
        m.collaborations_alive += 1.0
        m.collaborations_on_location += 1.0 if c.model == ON_LOCATION else 0.0
        m.collaborations_accessibility += 1.0 if c.model == ACCESSIBILITY else 0.0
        m.collaborations_in_design += 1.0 if c.designed == 0 else 0.0
        m.collaborations_anchored += c.anchored
        m.collaborations_ordered += c.mandated
        m.collaborations_past_year += 1.0 if week - c.started >= YEAR else 0.0
        m.enthusiasm += c.enthusiasm
        m.collaboration_age += c.age
        m.collaboration_strain += c.strain
        m.ownership += c.ownership
        m.trust_among_partners += 0.5 * (pair.trust_worker + pair.trust_professional)
    alive = m.collaborations_alive
    m.collaboration_age = ratio(m.collaboration_age, alive)
    m.collaboration_strain = ratio(m.collaboration_strain, alive)
    m.ownership, m.enthusiasm = ratio(m.ownership, alive), ratio(m.enthusiasm, alive)
    m.trust_among_partners = ratio(m.trust_among_partners, alive)


@compiled
def record_counts(w: World) -> None:
    """What was counted on the way; the counts start anew."""
    week = w.clock[WEEK]
    for k in range(len(COLUMNS)):
        w.weekly_values[week, COLUMNS[k]] = w.flow_values[k]
        w.flow_values[k] = 0.0
