"""Phase 2, encounters: people meet or approach each other and read what they get (§3, §5.1, §5.3)."""

from sim.arrays import Record
from sim.draws import (
    APPROACH,
    BROKER,
    INTENT,
    MEETING,
    MEETING_PAIR,
    PARTNER,
    RECOGNISE,
    SERVICE_CONTACT,
    WORKER_APPROACH,
    WORKER_INTENT,
    WORKER_PARTNER,
    stream_key,
    uniform,
    uniform2,
)
from sim.events import (
    CAUSE,
    EXPLICIT,
    INTEREST_PROFESSIONAL,
    INTEREST_WORKER,
    KIND,
    SEED,
    TRUST_PROFESSIONAL,
    TRUST_WORKER,
    WEEK,
    fall,
    note,
    note_pair,
    rise,
    tell,
)
from sim.kernel import compiled
from sim.levers import DOMAIN_VIEW, WHOLE
from sim.mechanisms import acquaintance, approach, municipality, urgency, vision
from sim.registry import rule_number
from sim.state import (
    BUILDING,
    CALL_FOR_HELP,
    INVITATION,
    OFFER_OF_REACH,
    OPEN_INTEREST,
    PAPER,
    PHONE,
    REFERRAL,
    VISIT,
    VOLUNTEER_ROLE,
    WISH,
)
from sim.world import World

LAYERS, UPKEEP, CHANNEL = rule_number("layers"), rule_number("upkeep"), rule_number("channel")
MISREADING, OPEN, NO_INTEREST = rule_number("misreading"), rule_number("open_interest"), rule_number("no_interest")
RECOGNITION, CHOICE, SEARCH = rule_number("approach_recognition"), rule_number("choice"), rule_number("search_cost")
STEP, SPOKEN, PARTS = rule_number("step"), rule_number("explicit_difference"), rule_number("parts")
MONEY = rule_number("money")
RECOGNISED, UNSEEN, MISREAD = KIND["approach_recognised"], KIND["approach_unseen"], KIND["approach_misread"]
WORKER_RECOGNISED, WORKER_UNSEEN = KIND["worker_approach_recognised"], KIND["worker_approach_unseen"]
UNFOLLOWED = KIND["interest_unfollowed"]
C_INTENT, C_GAP, C_CIVIL, C_ACCESS = CAUSE["intent"], CAUSE["gap"], CAUSE["civil_reading"], CAUSE["accessible_reading"]
C_STING, C_LUKEWARM, C_TRUST, C_CONTACT = CAUSE["sting_left"], CAUSE["lukewarm"], CAUSE["trust"], CAUSE["contact"]
C_HOURS, C_TERM, C_POSTURE = CAUSE["hours"], CAUSE["term"], CAUSE["posture"]


@compiled
def encounter(w: World) -> None:
    """Hand out the week's hours, then meetings, introductions and approaches of both sides."""
    set_hours(w)
    fade(w)
    if w.district[0].holiday == 0:
        hold_meetings(w)
        introduce(w)
        keep_in_touch(w)
        professionals_approach(w)
        workers_approach(w)


@compiled
def set_hours(w: World) -> None:
    """Hours that everyone has for collaboration this week."""
    p, on, holiday = w.p[0], w.on[0], w.district[0].holiday
    for i in range(len(w.professionals)):
        professional = w.professionals[i]
        rigid = w.institutions[professional.institution].rigidity
        paid = w.policies[DOMAIN_VIEW + professional.side_group].paid_hours
        own = p.own_time * professional.pioneer * professional.courage
        planned = professional.hours_planned * (1.0 - 0.5 * rigid)
        professional.hours = (planned + paid + own) * (0.3 if holiday > 0 else 1.0)
    for i in range(len(w.workers)):
        worker = w.workers[i]
        organisation = w.self_organisations[worker.self_organisation]
        freed = 0.0
        if on.money > 0:
            freed, _ = municipality.money(organisation.grant, organisation.structural, 0.0, p)
            freed = note(w.activity, MONEY, freed)
        total = (worker.hours_week * (0.4 + 0.6 * worker.energy) + freed) if worker.alive > 0 else 0.0
        worker.spent = p.hours_own * total
        worker.hours = total - worker.spent
        worker.asked = worker.spent
        others = p.own_time * worker.pioneer * worker.courage if worker.alive > 0 else 0.0
        worker.hours += others


@compiled
def fade(w: World) -> None:
    """Knowledge fades where people do not meet; a list makes existence known; interest waits for follow-up."""
    p, on = w.p[0], w.on[0]
    listed_weight = w.policies[WHOLE].map_coverage
    for k in range(len(w.pairs)):
        pair = w.pairs[k]
        pair.met = 0.0
        pair.weeks_apart = min(520, pair.weeks_apart + 1)
        pair.coldness *= 1.0 - p.memory_fading
        pair.attributed *= 1.0 - p.memory_fading
        if listed_weight > 0.0 and on.layers > 0:
            learn(w, pair, 0.0, 0.0, listed_weight)
        if on.upkeep > 0 and pair.weeks_apart > p.upkeep_grace:
            lose(w, pair, p)
        if pair.credit > 0.0:
            pair.credit -= 1.0
            if pair.credit <= 0.0:
                break_interest(w, k)


@compiled
def lose(w: World, pair: Record, p: Record) -> None:
    """Faces and offers fade on both sides of a pair that does not meet."""
    pair.worker_knows_face -= note(w.activity, UPKEEP, acquaintance.upkeep(
        pair.worker_knows_face, pair.weeks_apart, 0, p))
    pair.worker_knows_offer -= note(w.activity, UPKEEP, acquaintance.upkeep(
        pair.worker_knows_offer, pair.weeks_apart, 0, p))
    pair.professional_knows_face -= note(w.activity, UPKEEP, acquaintance.upkeep(
        pair.professional_knows_face, pair.weeks_apart, 0, p))
    pair.professional_knows_offer -= note(w.activity, UPKEEP, acquaintance.upkeep(
        pair.professional_knows_offer, pair.weeks_apart, 0, p))


@compiled
def learn(w: World, pair: Record, by_worker: float, by_professional: float, listed: float) -> None:
    """Both sides learn from a contact of the given weights, or from being listed."""
    existence, offer, face = acquaintance.layers(
        pair.worker_knows_existence, pair.worker_knows_offer, pair.worker_knows_face, by_worker, listed, w.p[0])
    pair.worker_knows_existence = min(1.0, pair.worker_knows_existence + note(w.activity, LAYERS, existence))
    pair.worker_knows_offer = min(1.0, pair.worker_knows_offer + offer)
    pair.worker_knows_face = min(1.0, pair.worker_knows_face + face)
    existence, offer, face = acquaintance.layers(
        pair.professional_knows_existence, pair.professional_knows_offer, pair.professional_knows_face,
        by_professional, listed, w.p[0])
    pair.professional_knows_existence = min(
        1.0, pair.professional_knows_existence + note(w.activity, LAYERS, existence))
    pair.professional_knows_offer = min(1.0, pair.professional_knows_offer + offer)
    pair.professional_knows_face = min(1.0, pair.professional_knows_face + face)


@compiled
def contact(w: World, pair: Record, kind: int) -> float:
    """The weight of one contact by its channel; both sides learn from it and have met."""
    face = min(pair.worker_knows_face, pair.professional_knows_face)
    weight = w.p[0].channel_phone
    if w.on[0].channel > 0:
        weight = note(w.activity, CHANNEL, acquaintance.channel(kind, face, w.p[0]))
    if w.on[0].layers > 0:
        learn(w, pair, weight, weight, 0.0)
    pair.met = min(1.0, pair.met + weight)
    pair.weeks_apart = 0
    pair.contacts += 1
    return weight


@compiled
def break_interest(w: World, k: int) -> None:
    """Interest that was shown and not followed up turns against the one who showed it."""
    pair = w.pairs[k]
    if w.on[0].open_interest == 0:
        return
    worker = w.workers[pair.worker]
    _, _, broken = approach.open_interest(0.0, 0.0, 1.0, w.p[0])
    term = note_pair(w.activity, w.log, w.clock, pair, k, TRUST_WORKER, OPEN, broken)
    pair.trust_worker_down += fall(term)
    worker.image_takes += 0.5 * fall(term) * (1.0 - worker.image_takes)
    tell(w.log, w.clock, UNFOLLOWED, OPEN, pair.professional, pair.worker, C_TERM, term, 0, 0.0, 0, 0.0, 0, 0.0)


@compiled
def urgency_of(w: World, actor: Record) -> float:
    """An actor's urgency, by the rule or, without it, as the mean of its parts."""
    if w.on[0].parts > 0:
        return note(w.activity, PARTS, urgency.parts(actor.pressing, actor.helps, actor.mine))
    return (actor.pressing + actor.helps + actor.mine) / 3.0


@compiled
def readiness_of(w: World, actor: Record) -> float:
    """How ready an actor is to act on urgency this week."""
    felt = urgency_of(w, actor)
    if w.on[0].step == 0:
        return felt
    return note(w.activity, STEP, urgency.step(felt, w.district[0].examples, actor.backing_felt, w.p[0]))


@compiled
def hold_meetings(w: World) -> None:
    """Network meetings: those who come speak some people of the other side, without asking for anything."""
    d, p, policy = w.district[0], w.p[0], w.policies[WHOLE]
    d.meetings_due += policy.meetings / 52.0
    if d.meetings_due < 1.0:
        return
    d.meetings_due -= 1.0
    seed, week = w.clock[SEED], w.clock[WEEK]
    key, pair_key = stream_key(seed, MEETING, week), stream_key(seed, MEETING_PAIR, week)
    coming = 0
    for i in range(len(w.workers)):
        worker = w.workers[i]
        wish = p.meeting_attendance * (0.4 + 1.2 * worker.helps)
        worker.comes = 0
        if worker.alive > 0 and worker.hours >= 1.5 and uniform(key, i) < wish:
            worker.comes = 1
            worker.hours -= 1.5
            worker.spent += 1.5
            worker.asked += 1.5
            coming += 1
    for j in range(len(w.professionals)):
        professional = w.professionals[j]
        wish = p.meeting_attendance * (0.4 + 1.2 * professional.helps)
        professional.comes = 1 if uniform(key, 1_000_000 + j) < wish else 0
        if professional.comes > 0:
            professional.hours = max(0.0, professional.hours - 1.5)
    if coming == 0:
        return
    chance = min(1.0, p.meeting_contacts / coming)
    for k in range(len(w.pairs)):
        pair = w.pairs[k]
        both = w.workers[pair.worker].comes > 0 and w.professionals[pair.professional].comes > 0
        if both and uniform2(pair_key, pair.worker, pair.professional) < chance:
            contact(w, pair, PHONE)
            contact(w, pair, PHONE)


@compiled
def introduce(w: World) -> None:
    """A broker brings pairs together, where potential is sought those with most wish on both sides."""
    d, p, policy = w.district[0], w.p[0], w.policies[WHOLE]
    d.broker_due += policy.broker_hours / p.broker_pace
    key = stream_key(w.clock[SEED], BROKER, w.clock[WEEK])
    turn = 0
    while d.broker_due >= 1.0 and turn < 12:
        d.broker_due -= 1.0
        turn += 1
        best, score = -1, 0.0
        for k in range(len(w.pairs)):
            pair = w.pairs[k]
            worker, professional = w.workers[pair.worker], w.professionals[pair.professional]
            if worker.alive == 0 or pair.met > 0.0:
                continue
            cell = w.policies[professional.side_group * 2 + worker.side_group]
            potential = worker.helps * professional.helps * (1.0 - 0.5 * pair.worker_knows_face)
            weight = uniform2(key, k, turn) * (1.0 - cell.potential_sought + 2.0 * cell.potential_sought * potential)
            if cell.broker_hours > 0.0 and weight > score:
                best, score = k, weight
        if best >= 0:
            contact(w, w.pairs[best], VISIT)


@compiled
def keep_in_touch(w: World) -> None:
    """Those in a service relation phone each other now and then."""
    key = stream_key(w.clock[SEED], SERVICE_CONTACT, w.clock[WEEK])
    for k in range(len(w.pairs)):
        if w.pairs[k].service > 0 and uniform(key, k) < w.p[0].service_contact:
            contact(w, w.pairs[k], PHONE)


@compiled
def professionals_approach(w: World) -> None:
    """Each professional who is ready may approach one informal worker this week."""
    seed, week, p = w.clock[SEED], w.clock[WEEK], w.p[0]
    key, partner_key = stream_key(seed, APPROACH, week), stream_key(seed, PARTNER, week)
    per_worker = len(w.professionals)
    for j in range(per_worker):
        professional = w.professionals[j]
        targets = w.policies[DOMAIN_VIEW + professional.side_group].target_pressure
        ready = readiness_of(w, professional)
        chance = p.approach_rate * ready * (0.4 + 0.6 * professional.courage) + p.approach_targets * targets
        if uniform(key, j) >= chance:
            continue
        best, score = -1, 0.0
        for i in range(len(w.workers)):
            pair = w.pairs[i * per_worker + j]
            if w.workers[i].alive == 0:
                continue
            known = 0.1 + 0.5 * pair.professional_knows_existence + 0.4 * pair.professional_knows_face
            weight = uniform2(partner_key, j, i) * known * (0.4 + 0.6 * pair.trust_professional)
            if weight > score:
                best, score = i * per_worker + j, weight
        if best >= 0:
            approach_worker(w, best, targets)


@compiled
def approach_worker(w: World, k: int, targets: float) -> None:
    """One approach by a professional: hours decide the channel, a draw the intent, the receiver the reading."""
    pair, p, on = w.pairs[k], w.p[0], w.on[0]
    worker, professional = w.workers[pair.worker], w.professionals[pair.professional]
    seed, week = w.clock[SEED], w.clock[WEEK]
    cost = p.contact_hours
    if on.search_cost > 0:
        cost = note(w.activity, SEARCH, acquaintance.search_cost(
            pair.professional_knows_existence, pair.professional_knows_offer, p))
    kind = VISIT if professional.hours >= cost else (PHONE if professional.hours >= 0.4 * cost else PAPER)
    professional.hours = max(0.0, professional.hours - min(cost, professional.hours))
    instrumental, curious = 1.0 / 3.0, 1.0 / 3.0
    if on.choice > 0:
        instrumental, curious, building = approach.choice(
            1.0 - professional.position[VOLUNTEER_ROLE], targets, professional.posture,
            professional.pioneer, professional.backing_felt, p)
        note(w.activity, CHOICE, building)
    u = uniform2(stream_key(seed, INTENT, week), pair.professional, pair.worker)
    intent = REFERRAL if u < instrumental else (OPEN_INTEREST if u < instrumental + curious else BUILDING)
    pair.sent += 1
    w.flow[0].approaches_sent += 1.0
    gap = abs(professional.position[VOLUNTEER_ROLE] - worker.position[VOLUNTEER_ROLE])
    seen = recognised(w, intent, gap, uniform2(stream_key(seed, RECOGNISE, week), pair.professional, pair.worker))
    kind_of_event = RECOGNISED if seen else UNSEEN
    tell(w.log, w.clock, kind_of_event, RECOGNITION, pair.professional, pair.worker, C_INTENT, float(intent),
         C_GAP, gap, C_CONTACT, float(kind), C_HOURS, cost)
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
def sting_left(w: World, pair: Record) -> float:
    """What spoken-out difference has not taken away of the sting."""
    if w.on[0].explicit_difference == 0:
        return 1.0
    return note(w.activity, SPOKEN, vision.explicit_difference(pair.explicit, w.p[0]))


@compiled
def read_referral(w: World, k: int) -> None:
    """A request to refer is read by the worker, the lukewarm answer by the professional."""
    pair, p, on = w.pairs[k], w.p[0], w.on[0]
    worker, professional = w.workers[pair.worker], w.professionals[pair.professional]
    if on.misreading > 0:
        civil = worker.argument[VOLUNTEER_ROLE]
        accessible = 1.0 - professional.argument[VOLUNTEER_ROLE]
        sting = sting_left(w, pair)
        tw, tp, sw, sp, lukewarm = approach.misreading(civil, accessible, sting, p)
        pair.trust_worker_down += fall(note_pair(w.activity, w.log, w.clock, pair, k, TRUST_WORKER, MISREADING, tw))
        pair.trust_professional_down += fall(
            note_pair(w.activity, w.log, w.clock, pair, k, TRUST_PROFESSIONAL, MISREADING, tp))
        pair.interest_worker_down += fall(
            note_pair(w.activity, w.log, w.clock, pair, k, INTEREST_WORKER, MISREADING, sw))
        pair.interest_professional_down += fall(
            note_pair(w.activity, w.log, w.clock, pair, k, INTEREST_PROFESSIONAL, MISREADING, sp))
        pair.coldness = min(1.0, pair.coldness + 0.3 * lukewarm)
        worker.image_uses += 0.3 * fall(tw) * (1.0 - worker.image_uses)
        professional.image_uninterested += 0.3 * fall(tp) * (1.0 - professional.image_uninterested)
        if lukewarm >= 0.5:
            w.flow[0].approaches_misread += 1.0
            tell(w.log, w.clock, MISREAD, MISREADING, pair.professional, pair.worker, C_CIVIL, civil,
                 C_ACCESS, accessible, C_STING, sting, C_TRUST, tw)
    if on.no_interest > 0:
        trust, doubt = approach.no_interest(0.5 * professional.posture, p)
        pair.trust_worker_down += fall(
            note_pair(w.activity, w.log, w.clock, pair, k, TRUST_WORKER, NO_INTEREST, trust))
        worker.image_uninterested += 0.3 * rise(doubt) * (1.0 - worker.image_uninterested)


@compiled
def read_interest(w: World, k: int, shown: float, waits: bool) -> None:
    """Interest is seen and lifts trust on both sides; it must be followed up."""
    pair, p = w.pairs[k], w.p[0]
    worker, professional = w.workers[pair.worker], w.professionals[pair.professional]
    pair.credit = p.open_interest_patience if waits and pair.credit <= 0.0 else 0.0
    if w.on[0].open_interest == 0:
        return
    trust, seen, _ = approach.open_interest(shown, pair.worker_knows_offer, 0.0, p)
    pair.trust_worker_up += rise(note_pair(w.activity, w.log, w.clock, pair, k, TRUST_WORKER, OPEN, trust))
    pair.interest_worker_up += rise(
        note_pair(w.activity, w.log, w.clock, pair, k, INTEREST_WORKER, OPEN, seen * (1.0 - pair.interest_worker)))
    trust, seen, _ = approach.open_interest(0.7 * shown, pair.professional_knows_offer, 0.0, p)
    pair.trust_professional_up += rise(
        note_pair(w.activity, w.log, w.clock, pair, k, TRUST_PROFESSIONAL, OPEN, trust))
    pair.interest_professional_up += rise(
        note_pair(w.activity, w.log, w.clock, pair, k, INTEREST_PROFESSIONAL, OPEN,
                  seen * (1.0 - pair.interest_professional)))
    worker.image_uninterested *= 1.0 - 0.5 * rise(trust)
    professional.image_uninterested *= 1.0 - 0.5 * rise(trust)


@compiled
def workers_approach(w: World) -> None:
    """Each informal worker who is ready may turn to one professional this week."""
    seed, week, p = w.clock[SEED], w.clock[WEEK], w.p[0]
    key, partner_key = stream_key(seed, WORKER_APPROACH, week), stream_key(seed, WORKER_PARTNER, week)
    per_worker = len(w.professionals)
    for i in range(len(w.workers)):
        worker = w.workers[i]
        if worker.alive == 0 or worker.hours < p.contact_hours:
            continue
        ready = readiness_of(w, worker)
        if uniform(key, i) >= p.worker_approach_rate * ready * (0.4 + 0.6 * worker.courage):
            continue
        best, score = -1, 0.0
        for j in range(per_worker):
            pair = w.pairs[i * per_worker + j]
            known = 0.1 + 0.3 * pair.worker_knows_existence + 0.6 * pair.worker_knows_face
            weight = uniform2(partner_key, i, j) * known * (0.4 + 0.6 * pair.trust_worker)
            if weight > score:
                best, score = i * per_worker + j, weight
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
            0.4 + 0.6 * worker.overload, 0.0, 1.0 - worker.recognition_felt, worker.pioneer, worker.backing_felt, p)
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
    seen = recognised(w, intent, gap,
                      uniform2(stream_key(seed, RECOGNISE, week), 500_000 + pair.worker, pair.professional))
    kind_of_event = WORKER_RECOGNISED if seen else WORKER_UNSEEN
    tell(w.log, w.clock, kind_of_event, RECOGNITION, pair.worker, pair.professional, C_INTENT, float(intent),
         C_GAP, gap, C_POSTURE, professional.posture, 0, 0.0)
    if seen:
        w.flow[0].approaches_recognised += 1.0
        pair.recognised += 1
        contact(w, pair, PHONE if pair.worker_knows_face < 0.5 else VISIT)
        answer_worker(w, k, intent)
    elif on.no_interest > 0:
        trust, doubt = approach.no_interest(0.5 * professional.posture, p)
        pair.trust_worker_down += fall(
            note_pair(w.activity, w.log, w.clock, pair, k, TRUST_WORKER, NO_INTEREST, trust))
        pair.interest_worker_down += fall(
            note_pair(w.activity, w.log, w.clock, pair, k, INTEREST_WORKER, NO_INTEREST, -doubt))
        worker.image_uninterested += 0.3 * rise(doubt) * (1.0 - worker.image_uninterested)


@compiled
def answer_worker(w: World, k: int, intent: int) -> None:
    """A professional who is approached sees interest; a wish or an invitation makes differences speakable."""
    pair, p = w.pairs[k], w.p[0]
    pair.credit = 0.0
    if w.on[0].open_interest == 0:
        return
    shown = 1.0 if intent in (INVITATION, OFFER_OF_REACH) else 0.5
    trust, seen, _ = approach.open_interest(shown, pair.professional_knows_offer, 0.0, p)
    pair.trust_professional_up += rise(
        note_pair(w.activity, w.log, w.clock, pair, k, TRUST_PROFESSIONAL, OPEN, 0.5 * trust))
    pair.interest_professional_up += rise(
        note_pair(w.activity, w.log, w.clock, pair, k, INTEREST_PROFESSIONAL, OPEN,
                  seen * (1.0 - pair.interest_professional)))
    if intent in (WISH, INVITATION):
        spoken = 0.05 * (1.0 - pair.explicit)
        pair.explicit_up += note_pair(w.activity, w.log, w.clock, pair, k, EXPLICIT, OPEN, spoken)


