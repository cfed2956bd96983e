"""Phase 8, record: the week's measures, read from the state and from what was counted on the way."""

from sim.arrays import Record
from sim.events import WEEK
from sim.kernel import compiled
from sim.measures import COLUMNS
from sim.phases.account import YEAR, record_ledger, record_public_good, record_steering
from sim.phases.network import count_network
from sim.phases.readiness import urgency_of
from sim.phases.record_families import ratio, record_families
from sim.phases.record_homes import record_homes
from sim.phases.record_pairs import record_pairs
from sim.phases.record_sides import record_sides
from sim.phases.working import drop_ended
from sim.population import goodwill_of_professional, goodwill_of_worker
from sim.state import (
    ACCESSIBILITY,
    N_ISSUES,
    ON_LOCATION,
    PREVENTIVE,
    YOUTH_CARE,
)
from sim.world import World


@compiled
def record(w: World) -> None:
    """Write one row of measures and start the counts anew."""
    m = w.weekly[w.clock[WEEK]]
    drop_ended(w)
    record_actors(w, m)
    record_sides(w, m)
    record_pairs(w, m)
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
