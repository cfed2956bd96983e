"""Approaches by both sides: whom, through what channel, with what intent (§3.3, §5.1)."""

from sim.arrays import Record
from sim.draws import (
    APPROACH,
    INTENT,
    PARTNER,
    RECOGNISE,
    WORKER_APPROACH,
    WORKER_INTENT,
    WORKER_PARTNER,
    stream_key,
    uniform,
    uniform2,
)
from sim.events import (
    CAUSE,
    KIND,
    SEED,
    WEEK,
    note,
    tell,
)
from sim.kernel import compiled
from sim.mechanisms import acquaintance, approach, arguing
from sim.phases.acquaint import contact
from sim.phases.readiness import readiness_of
from sim.phases.reading import answer_worker, miss_interest, read_interest, read_referral
from sim.phases.scope import pressure_on
from sim.registry import rule_number
from sim.state import (
    BUILDING,
    CALL_FOR_HELP,
    DISTANCE,
    INVITATION,
    OFFER_OF_REACH,
    ON_LOCATION,
    OPEN_INTEREST,
    PAPER,
    PHONE,
    REFERRAL,
    VISIT,
    VOLUNTEER_ROLE,
    WISH,
)
from sim.world import World

TRAP, DIAGNOSIS = rule_number("trap"), rule_number("diagnosis")
RECOGNITION, CHOICE, SEARCH = (
    rule_number("approach_recognition"),
    rule_number("choice"),
    rule_number("search_cost"),
)
RECOGNISED, UNSEEN = KIND["approach_recognised"], KIND["approach_unseen"]
WORKER_RECOGNISED, WORKER_UNSEEN = KIND["worker_approach_recognised"], KIND["worker_approach_unseen"]
C_INTENT, C_GAP = CAUSE["intent"], CAUSE["gap"]
C_CONTACT = CAUSE["contact"]
C_HOURS, C_POSTURE = CAUSE["hours"], CAUSE["posture"]


@compiled
def professionals_approach(w: World) -> None:
    """Each professional who is ready may approach one informal worker this week."""
    seed, week, p = w.clock[SEED], w.clock[WEEK], w.p[0]
    key, partner_key = stream_key(seed, APPROACH, week), stream_key(seed, PARTNER, week)
    # Most draw more than any chance there can be: no more is asked of them, but where terms are counted.
    most = 1.0 if len(w.activity) > 0 else p.approach_rate + p.approach_targets
    for j in range(len(w.professionals)):
        u = uniform(key, j)
        if u >= most:
            continue
        professional = w.professionals[j]
        targets = pressure_on(w, professional)
        ready = readiness_of(w, professional)
        chance = p.approach_rate * ready * (0.4 + 0.6 * professional.courage) + p.approach_targets * targets
        if u >= chance:
            continue
        best, score = -1, 0.0
        for i in range(professional.knows_from, professional.knows_to):
            k = w.workers[i].pairs_from + j
            pair = w.pairs[k]
            if w.workers[i].alive == 0:
                continue
            known = 0.1 + 0.5 * pair.professional_knows_existence + 0.4 * pair.professional_knows_face
            weight = uniform2(partner_key, j, i) * known * (0.4 + 0.6 * pair.trust_professional)
            if weight > score:
                best, score = k, weight
        if best < 0:
            continue
        pair = w.pairs[best]
        known = 0.5 * (pair.professional_knows_offer + pair.professional_knows_face)
        if u < chance * goes(w, known):
            approach_worker(w, best, targets)


@compiled
def goes(w: World, known: float) -> float:
    """Share of the wishes to turn to someone so little known that are acted on."""
    if w.on[0].trap == 0:
        return 1.0
    return note(w.activity, TRAP, acquaintance.trap(known, w.p[0]))


@compiled
def means_to(w: World, professional: Record) -> float:
    """How far a professional sees volunteers as a means, with what the own diagnosis adds to asking."""
    means = 1.0 - professional.position[VOLUNTEER_ROLE]
    if w.on[0].diagnosis == 0:
        return means
    asks, _, _ = arguing.diagnosis(professional.position[DISTANCE], professional.truncation, w.p[0])
    return min(1.0, means + note(w.activity, DIAGNOSIS, asks))


@compiled
def approach_worker(w: World, k: int, targets: float) -> None:
    """One approach by a professional: hours decide the channel, a draw the intent."""
    pair, c, p, on = w.pairs[k], w.collaborations[k], w.p[0], w.on[0]
    worker, professional = w.workers[pair.worker], w.professionals[pair.professional]
    seed, week = w.clock[SEED], w.clock[WEEK]
    cost = p.contact_hours
    if on.search_cost > 0:
        cost = note(
            w.activity,
            SEARCH,
            acquaintance.search_cost(pair.professional_knows_existence, pair.professional_knows_offer, p),
        )
    kind = VISIT if professional.hours >= cost else (PHONE if professional.hours >= 0.4 * cost else PAPER)
    professional.hours = max(0.0, professional.hours - min(cost, professional.hours))
    instrumental, curious = 1.0 / 3.0, 1.0 / 3.0
    if on.choice > 0:
        instrumental, curious, building = approach.choice(
            means_to(w, professional),
            1.0 if c.alive > 0 and c.model == ON_LOCATION else 0.0,
            targets,
            professional.horizon,
            professional.posture,
            professional.pioneer,
            professional.backing_felt,
            p,
        )
        note(w.activity, CHOICE, building)
    u = uniform2(stream_key(seed, INTENT, week), pair.professional, pair.worker)
    intent = REFERRAL if u < instrumental else (OPEN_INTEREST if u < instrumental + curious else BUILDING)
    pair.sent += 1
    w.flow[0].approaches_sent += 1.0
    gap = abs(professional.position[VOLUNTEER_ROLE] - worker.position[VOLUNTEER_ROLE])
    seen = recognised(
        w, intent, gap, uniform2(stream_key(seed, RECOGNISE, week), pair.professional, pair.worker)
    )
    kind_of_event = RECOGNISED if seen else UNSEEN
    tell(
        w.log,
        w.clock,
        kind_of_event,
        RECOGNITION,
        pair.professional,
        pair.worker,
        C_INTENT,
        float(intent),
        C_GAP,
        gap,
        C_CONTACT,
        float(kind),
        C_HOURS,
        cost,
    )
    if intent == REFERRAL:
        w.flow[0].approaches_referral += 1.0
    elif intent == OPEN_INTEREST:
        w.flow[0].approaches_open_interest += 1.0
    else:
        w.flow[0].approaches_building += 1.0
    if seen:
        w.flow[0].approaches_recognised += 1.0
        pair.recognised += 1
        contact(w, pair, kind)
    if intent == REFERRAL:
        read_referral(w, k)
    elif seen:
        read_interest(w, k, 1.0 if intent == OPEN_INTEREST else 0.6, intent == OPEN_INTEREST)


@compiled
def recognised(w: World, intent: int, gap: float, u: float) -> bool:
    """Whether the receiver counts it as an approach."""
    if w.on[0].approach_recognition == 0:
        return True
    interest = 1.0 if intent in (OPEN_INTEREST, OFFER_OF_REACH) else (0.4 if intent == WISH else 0.0)
    building = 1.0 if intent in (BUILDING, INVITATION) else 0.0
    return u < note(w.activity, RECOGNITION, approach.recognition(interest, building, gap, w.p[0]))


@compiled
def workers_approach(w: World) -> None:
    """Each informal worker who is ready may turn to one professional this week."""
    seed, week, p = w.clock[SEED], w.clock[WEEK], w.p[0]
    key, partner_key = stream_key(seed, WORKER_APPROACH, week), stream_key(seed, WORKER_PARTNER, week)
    most = 1.0 if len(w.activity) > 0 else p.worker_approach_rate
    for i in range(len(w.workers)):
        u, worker = uniform(key, i), w.workers[i]
        if u >= most or worker.alive == 0 or worker.hours < p.contact_hours:
            continue
        chance = p.worker_approach_rate * readiness_of(w, worker) * (0.4 + 0.6 * worker.courage)
        if u >= chance:
            continue
        best, score = -1, 0.0
        for j in range(worker.knows_from, worker.knows_to):
            pair = w.pairs[worker.pairs_from + j]
            known = 0.1 + 0.3 * pair.worker_knows_existence + 0.6 * pair.worker_knows_face
            weight = uniform2(partner_key, i, j) * known * (0.4 + 0.6 * pair.trust_worker)
            if weight > score:
                best, score = worker.pairs_from + j, weight
        pair = w.pairs[best]
        if u < chance * goes(w, 0.5 * (pair.worker_knows_offer + pair.worker_knows_face)):
            approach_professional(w, best)


@compiled
def approach_professional(w: World, k: int) -> None:
    """One approach by an informal worker, and how the professional takes it."""
    pair, p, on = w.pairs[k], w.p[0], w.on[0]
    worker, professional = w.workers[pair.worker], w.professionals[pair.professional]
    seed, week = w.clock[SEED], w.clock[WEEK]
    worker.hours -= p.contact_hours
    worker.spent += p.contact_hours
    worker.asked += p.contact_hours
    instrumental, curious = 1.0 / 3.0, 1.0 / 3.0
    if on.choice > 0:
        instrumental, curious, building = approach.choice(
            0.4 + 0.6 * worker.overload,
            0.0,
            0.0,
            p.choice_patience,
            1.0 - worker.recognition_felt,
            worker.pioneer,
            worker.backing_felt,
            p,
        )
        note(w.activity, CHOICE, building)
    u = uniform2(stream_key(seed, WORKER_INTENT, week), pair.worker, pair.professional)
    intent = INVITATION
    if u < instrumental:
        intent = CALL_FOR_HELP if worker.overload > 0.25 else OFFER_OF_REACH
    elif u < instrumental + curious:
        intent = WISH
    w.flow[0].approaches_sent += 1.0
    w.flow[0].approaches_by_workers += 1.0
    gap = abs(professional.position[VOLUNTEER_ROLE] - worker.position[VOLUNTEER_ROLE])
    seen = recognised(
        w, intent, gap, uniform2(stream_key(seed, RECOGNISE, week), 500_000 + pair.worker, pair.professional)
    )
    kind_of_event = WORKER_RECOGNISED if seen else WORKER_UNSEEN
    tell(
        w.log,
        w.clock,
        kind_of_event,
        RECOGNITION,
        pair.worker,
        pair.professional,
        C_INTENT,
        float(intent),
        C_GAP,
        gap,
        C_POSTURE,
        professional.posture,
        0,
        0.0,
    )
    if seen:
        w.flow[0].approaches_recognised += 1.0
        pair.recognised += 1
        contact(w, pair, PHONE if pair.worker_knows_face < 0.5 else VISIT)
        answer_worker(w, k, intent)
    elif on.no_interest > 0:
        miss_interest(w, k, True)
