"""Phase 7, stocks: urgency, courage, energy and images move, people leave and come; every stock in one place."""

from sim.arrays import Record
from sim.draws import ACTOR, EXIT, NEWCOMER, TURNOVER, stream_key, uniform, uniform2
from sim.events import (
    CAUSE,
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
from sim.levers import DOMAIN_VIEW, ORIENTATION_VIEW, WHOLE
from sim.mechanisms import acquaintance, collaboration, load, trust, urgency
from sim.phases.collaborate import leave
from sim.population import (
    goodwill_of_professional,
    goodwill_of_worker,
    make_professional,
    make_worker,
    renew_professional_side,
    renew_worker_side,
)
from sim.registry import rule_number
from sim.state import IN_PREVENTION, IN_YOUTH_CARE, PREVENTIVE, YOUTH_CARE
from sim.world import World

SOURCES, ISOLATION, PIONEERS = rule_number("sources"), rule_number("isolation"), rule_number("pioneers")
IMAGE, PAIR, DISTRICT = rule_number("image"), rule_number("pair"), rule_number("district")
VISIBLE, RIVALRY, UPKEEP = rule_number("visible_referrals"), rule_number("rivalry"), rule_number("upkeep")
HOURS, RECOGNITION = rule_number("hours"), rule_number("load_recognition")
STOPPED, ARRIVED, LEFT = KIND["worker_stopped"], KIND["worker_arrived"], KIND["professional_left"]
C_ENERGY, C_DISAPPOINTMENT, C_OVERLOAD = CAUSE["energy"], CAUSE["disappointment"], CAUSE["overload"]


@compiled
def settle(w: World) -> None:
    """Move what people carry, then apply all of the week's terms, then see who leaves and who comes."""
    look_around(w)
    for k in range(len(w.pairs)):
        pair_stocks(w, k)
    for j in range(len(w.professionals)):
        professional_stocks(w, j)
    for i in range(len(w.workers)):
        worker_stocks(w, i)
    apply_terms(w)
    leave_and_come(w)


@compiled
def look_around(w: World) -> None:
    """What everyone sees around them: examples, unreached families, carriers, colleagues' goodwill."""
    d = w.district[0]
    needing, reached, anchored, good = 0.0, 0.0, 0.0, 0.0
    for i in range(len(w.parents)):
        if w.parents[i].need > 0.3:
            needing += 1.0
            if w.parents[i].help == IN_PREVENTION or w.parents[i].help == IN_YOUTH_CARE:
                reached += 1.0
    for k in range(len(w.collaborations)):
        if w.collaborations[k].alive > 0 and w.collaborations[k].designed > 0:
            good += w.collaborations[k].loyalty
            anchored += w.collaborations[k].anchored
    d.unreached = 1.0 - reached / needing if needing > 0.0 else 0.0
    partners = max(1.0, 1.0 * len(w.self_organisations))
    d.anchored = min(1.0, anchored / partners)
    visible = min(1.0, good / partners) * (0.15 + 0.85 * w.policies[WHOLE].examples)
    d.examples += 0.08 * (visible - d.examples)
    for n in range(len(w.institutions)):
        institution = w.institutions[n]
        carriers, goodwill = 0.0, 0.0
        for j in range(institution.first, institution.first + institution.staff):
            carriers += 1.0 if w.professionals[j].helps * w.professionals[j].mine > 0.3 else 0.0
            goodwill += goodwill_of_professional(w.professionals[j])
        institution.carriers, institution.goodwill = carriers / institution.staff, goodwill / institution.staff
    for s in range(len(w.self_organisations)):
        organisation, goodwill = w.self_organisations[s], 0.0
        for i in range(organisation.first, organisation.first + organisation.staff):
            goodwill += goodwill_of_worker(w.workers[i])
        organisation.goodwill = goodwill / organisation.staff
    for j in range(len(w.professionals)):
        w.professionals[j].experience_sum, w.professionals[j].experience_count = 0.0, 0.0
    for i in range(len(w.workers)):
        w.workers[i].experience_sum, w.workers[i].experience_count = 0.0, 0.0


@compiled
def pair_stocks(w: World, k: int) -> None:
    """What moves trust in a pair by itself: referrals seen or missed, and rivalry attributed."""
    pair, c, p, on = w.pairs[k], w.collaborations[k], w.p[0], w.on[0]
    worker, professional = w.workers[pair.worker], w.professionals[pair.professional]
    if pair.contacts > 0:
        worker.experience_sum += pair.trust_worker
        worker.experience_count += 1.0
        professional.experience_sum += pair.trust_professional
        professional.experience_count += 1.0
    prevention = 0.2 if professional.side_group == YOUTH_CARE else 1.0
    known = pair.professional_knows_face > 0.3 or c.alive > 0
    expects = c.alive > 0 or pair.service > 0 or (known and pair.sent > 0)
    if on.visible_referrals > 0 and expects:
        term = trust.visible_referrals(pair.attributed, prevention * (1.0 if c.alive > 0 else 0.3), p)
        term = note_pair(w.activity, w.log, w.clock, pair, k, TRUST_PROFESSIONAL, VISIBLE, term)
        pair.trust_professional_up += rise(term)
        pair.trust_professional_down += fall(term)
    if on.rivalry > 0 and known:
        few = max(0.0, 1.0 - pair.attributed)
        course = worker.own_course if pair.professional_knows_offer > 0.2 else 0
        rival, by_course, by_cold = trust.rivalry(professional.image_rival, few, pair.coldness, course, prevention, p)
        professional.image_rival = min(1.0, professional.image_rival + note(w.activity, RIVALRY, rival / len(w.workers)))
        pair.trust_professional_down += fall(
            note_pair(w.activity, w.log, w.clock, pair, k, TRUST_PROFESSIONAL, RIVALRY, by_course))
        pair.trust_worker_down += fall(
            note_pair(w.activity, w.log, w.clock, pair, k, TRUST_WORKER, RIVALRY, by_cold))
    if c.alive == 0 and pair.service > 0 and pair.weeks_apart > 40:
        pair.service = 0


@compiled
def shift_urgency(w: World, actor: Record, stuck: float, unreached: float, overload: float) -> None:
    """The three parts of urgency move by what feeds them and fade."""
    if w.on[0].sources == 0:
        return
    d = w.district[0]
    pressing, helps, mine = urgency.sources(
        actor.pressing, actor.helps, actor.mine, actor.pressing_rest, actor.helps_rest, actor.mine_rest, stuck, unreached, overload, d.message_felt, d.examples,
        actor.joint, w.p[0])
    actor.pressing_up += rise(note(w.activity, SOURCES, pressing))
    actor.pressing_down += fall(pressing)
    actor.helps_up += rise(note(w.activity, SOURCES, helps))
    actor.helps_down += fall(helps)
    actor.mine_up += rise(note(w.activity, SOURCES, mine))
    actor.mine_down += fall(mine)


@compiled
def shift_courage(w: World, actor: Record, backing: float) -> None:
    """Courage follows backing as it is felt; trust in the district too."""
    p, on = w.p[0], w.on[0]
    actor.engaged *= 0.97
    if on.pioneers > 0:
        courage, felt = collaboration.pioneers(actor.courage, backing, actor.backing_felt, actor.engaged, p)
        actor.courage_up += rise(note(w.activity, PIONEERS, courage))
        actor.courage_down += fall(courage)
        actor.backing_felt = min(1.0, max(0.0, actor.backing_felt + felt))
    if on.district > 0:
        seen = 0.6 * actor.backing_felt + 0.4 * w.district[0].message_felt
        change = note(w.activity, DISTRICT, trust.district(actor.trust_district, seen, p))
        actor.trust_district_up += rise(change)
        actor.trust_district_down += fall(change)


@compiled
def professional_stocks(w: World, j: int) -> None:
    """Urgency, courage and image of one professional."""
    professional, p, on = w.professionals[j], w.p[0], w.on[0]
    institution = w.institutions[professional.institution]
    policy = w.policies[DOMAIN_VIEW + professional.side_group]
    stuck = min(1.0, 4.0 * institution.stuck / institution.staff)
    unreached = w.district[0].unreached if professional.side_group == PREVENTIVE else 0.3 * w.district[0].unreached
    shift_urgency(w, professional, stuck, unreached, 0.0)
    shift_courage(w, professional, min(1.0, policy.backing * policy.message_coherence + 0.3 * institution.backing))
    if on.isolation > 0 and professional.helps * professional.mine > 0.3:
        professional.courage_down += fall(note(
            w.activity, ISOLATION, urgency.isolation(professional.courage, institution.carriers, institution.backing, p)))
    if on.image > 0 and professional.experience_count > 0.0:
        goodwill = goodwill_of_professional(professional)
        shift = trust.image(goodwill, professional.experience_sum / professional.experience_count,
                            institution.goodwill, p)
        note(w.activity, IMAGE, shift)
        professional.image_uninterested = min(1.0, max(0.0, professional.image_uninterested - shift))
        professional.image_rival = min(1.0, max(0.0, professional.image_rival - shift))
        professional.image_doubt = min(1.0, max(0.0, professional.image_doubt - shift))
    professional.attributed *= 1.0 - p.memory_fading
    professional.weeks_in_post += 1


@compiled
def worker_stocks(w: World, i: int) -> None:
    """Urgency, courage, energy, mood and image of one informal worker."""
    worker, p, on = w.workers[i], w.p[0], w.on[0]
    if worker.alive == 0:
        return
    organisation = w.self_organisations[worker.self_organisation]
    policy = w.policies[ORIENTATION_VIEW + worker.side_group]
    total = max(1.0, worker.spent + worker.hours)
    worker.asked += worker.demand
    too_much = min(1.0, max(0.0, worker.asked / total - 1.0))
    worker.overload += 0.1 * (too_much - worker.overload)
    worker.served = min(1.0, max(0.05, worker.hours / max(0.5, worker.demand)))
    shift_urgency(w, worker, 0.0, 0.0, worker.overload)
    shift_courage(w, worker, min(1.0, policy.backing * policy.message_coherence + 0.2 * organisation.linking))
    for_others = min(1.0, max(0.0, worker.spent / total - p.hours_own))
    worker.others += 0.1 * (for_others - worker.others)
    if on.hours > 0:
        change, _ = load.hours(worker.overload, worker.energy, worker.disappointment, p)
        worker.energy_up += rise(note(w.activity, HOURS, change))
        worker.energy_down += fall(change)
    if on.load_recognition > 0:
        by_district = policy.role_recognition * policy.message_coherence
        energy, missed = load.recognition(by_district, worker.partner_recognition, worker.others, worker.energy, p)
        worker.energy_up += note(w.activity, RECOGNITION, energy)
        worker.disappointment_up += note(w.activity, RECOGNITION, missed)
        worker.recognition_felt += 0.05 * (0.5 * by_district + 0.5 * worker.partner_recognition
                                           - worker.recognition_felt)
    worker.disappointment_down += 0.004 * worker.disappointment
    if on.image > 0 and worker.experience_count > 0.0:
        goodwill = goodwill_of_worker(worker)
        experience = worker.experience_sum / worker.experience_count
        worker.partner_recognition += 0.03 * (experience - worker.partner_recognition)
        shift = note(w.activity, IMAGE, trust.image(goodwill, experience, organisation.goodwill, p))
        worker.image_uninterested = min(1.0, max(0.0, worker.image_uninterested - shift))
        worker.image_institution = min(1.0, max(0.0, worker.image_institution - shift))
        worker.image_takes = min(1.0, max(0.0, worker.image_takes - shift))
        worker.image_uses = min(1.0, max(0.0, worker.image_uses - shift))
        worker.image_posture = min(1.0, max(0.0, worker.image_posture - shift))


@compiled
def bounded(value: float, up: float, down: float) -> float:
    """A stock after its week, within 0 and 1."""
    return min(1.0, max(0.0, value + up - down))


@compiled
def apply_terms(w: World) -> None:
    """The one place where stocks change: what was collected is applied, bounded, and the sums start anew."""
    for k in range(len(w.pairs)):
        settle_pair(w, k)
    for j in range(len(w.professionals)):
        actor = w.professionals[j]
        settle_actor(actor)
        actor.posture = bounded(actor.posture, actor.posture_up, actor.posture_down)
        actor.posture_up, actor.posture_down = 0.0, 0.0
    for i in range(len(w.workers)):
        actor = w.workers[i]
        settle_actor(actor)
        actor.standing = bounded(actor.standing, actor.standing_up, actor.standing_down)
        actor.energy = bounded(actor.energy, actor.energy_up, actor.energy_down)
        actor.disappointment = bounded(actor.disappointment, actor.disappointment_up, actor.disappointment_down)
        actor.standing_up, actor.standing_down, actor.energy_up, actor.energy_down = 0.0, 0.0, 0.0, 0.0
        actor.disappointment_up, actor.disappointment_down = 0.0, 0.0
    for s in range(len(w.self_organisations)):
        organisation = w.self_organisations[s]
        organisation.irritation = bounded(organisation.irritation, organisation.irritation_up,
                                          organisation.irritation_down)
        if organisation.on_location == 0:
            organisation.irritation *= 0.98
        organisation.irritation_up, organisation.irritation_down = 0.0, 0.0
    for c in range(len(w.communities)):
        community = w.communities[c]
        community.story_preventive = bounded(
            community.story_preventive, community.story_preventive_up, community.story_preventive_down)
        community.story_youth_care = bounded(
            community.story_youth_care, community.story_youth_care_up, community.story_youth_care_down)
        community.story_preventive_up, community.story_preventive_down = 0.0, 0.0
        community.story_youth_care_up, community.story_youth_care_down = 0.0, 0.0
    for i in range(len(w.parents)):
        settle_parent(w, w.parents[i])


@compiled
def settle_parent(w: World, parent: Record) -> None:
    """A family's need after its week; a question that ends without services was eased in the own circle."""
    if parent.need <= 0.0:
        return
    before = parent.need
    parent.need = bounded(parent.need, parent.need_up, parent.need_down)
    parent.need_up, parent.need_down = 0.0, 0.0
    if parent.need < 0.03 and before > 0.0:
        if parent.help == 0 and parent.self_organisation >= 0:
            w.flow[0].eased_in_own_circle += 1.0
        parent.need = 0.0


@compiled
def settle_pair(w: World, k: int) -> None:
    """Trust, interest seen, explicitness and story of a pair after its week."""
    pair = w.pairs[k]
    pair.trust_worker = settle_trust(w, k, TRUST_WORKER, pair.trust_worker, pair.trust_worker_up,
                                     pair.trust_worker_down)
    pair.trust_professional = settle_trust(w, k, TRUST_PROFESSIONAL, pair.trust_professional,
                                           pair.trust_professional_up, pair.trust_professional_down)
    pair.interest_worker = bounded(pair.interest_worker, pair.interest_worker_up, pair.interest_worker_down)
    pair.interest_professional = bounded(
        pair.interest_professional, pair.interest_professional_up, pair.interest_professional_down)
    pair.explicit = bounded(pair.explicit, pair.explicit_up, pair.explicit_down)
    pair.story = bounded(pair.story, pair.story_up, pair.story_down)
    pair.trust_worker_up, pair.trust_worker_down = 0.0, 0.0
    pair.trust_professional_up, pair.trust_professional_down = 0.0, 0.0
    pair.interest_worker_up, pair.interest_worker_down = 0.0, 0.0
    pair.interest_professional_up, pair.interest_professional_down = 0.0, 0.0
    pair.explicit_up, pair.explicit_down, pair.story_up, pair.story_down = 0.0, 0.0, 0.0, 0.0


@compiled
def settle_trust(w: World, k: int, stock: int, before: float, up: float, down: float) -> float:
    """Trust after the week: the pair rule weighs what lifted and what hurt; the log gets its correction."""
    pair = w.pairs[k]
    if pair.met <= 0.0 and up == 0.0 and down == 0.0:
        return before
    change = up - down
    if w.on[0].pair > 0:
        change = trust.pair(before, pair.met, up, down, w.p[0])
    after = min(1.0, max(0.0, before + change))
    note_pair(w.activity, w.log, w.clock, pair, k, stock, PAIR, (after - before) - (up - down))
    return after


@compiled
def settle_actor(actor: Record) -> None:
    """The stocks that both kinds of actors carry."""
    actor.pressing = bounded(actor.pressing, actor.pressing_up, actor.pressing_down)
    actor.helps = bounded(actor.helps, actor.helps_up, actor.helps_down)
    actor.mine = bounded(actor.mine, actor.mine_up, actor.mine_down)
    actor.courage = bounded(actor.courage, actor.courage_up, actor.courage_down)
    actor.trust_district = bounded(actor.trust_district, actor.trust_district_up, actor.trust_district_down)
    actor.pressing_up, actor.pressing_down, actor.helps_up, actor.helps_down = 0.0, 0.0, 0.0, 0.0
    actor.mine_up, actor.mine_down, actor.courage_up, actor.courage_down = 0.0, 0.0, 0.0, 0.0
    actor.trust_district_up, actor.trust_district_down = 0.0, 0.0


@compiled
def leave_and_come(w: World) -> None:
    """Staff turns over, worn-out volunteers stop, and others take their places."""
    seed, week, p = w.clock[SEED], w.clock[WEEK], w.p[0]
    turnover, exits = stream_key(seed, TURNOVER, week), stream_key(seed, EXIT, week)
    for j in range(len(w.professionals)):
        rate = w.institutions[w.professionals[j].institution].turnover / 52.0
        if uniform(turnover, j) < rate:
            replace_professional(w, j)
    for i in range(len(w.workers)):
        worker = w.workers[i]
        if worker.alive == 0:
            worker.absent -= 1
            if worker.absent <= 0:
                replace_worker(w, i)
        elif w.on[0].hours > 0:
            _, stop = load.hours(worker.overload, worker.energy, worker.disappointment, p)
            if uniform(exits, i) < note(w.activity, HOURS, stop):
                stop_worker(w, i)


@compiled
def replace_professional(w: World, j: int) -> None:
    """A professional leaves; someone new comes, and the face is gone."""
    professional, p, seed = w.professionals[j], w.p[0], w.clock[SEED]
    generation = professional.generation + 1
    institution = w.institutions[professional.institution]
    make_professional(professional, institution, professional.institution, j, j - institution.first, p,
                      len(w.communities), stream_key(seed, ACTOR, generation))
    professional.generation = generation
    tell(w.log, w.clock, LEFT, UPKEEP, j, 0, 0, 0.0, 0, 0.0, 0, 0.0, 0, 0.0)
    key = stream_key(seed, NEWCOMER, w.clock[WEEK])
    for i in range(len(w.workers)):
        k = i * len(w.professionals) + j
        pair = w.pairs[k]
        lose_face(w, pair)
        leave(w, k, uniform2(key, i, j))
        if w.on[0].upkeep > 0:
            trusted, seen = pair.trust_professional, pair.interest_professional
            renew_professional_side(pair, w.workers[i], professional, i * 100_003 + j, p, key)
            note_pair(w.activity, w.log, w.clock, pair, k, TRUST_PROFESSIONAL, UPKEEP,
                      pair.trust_professional - trusted)
            note_pair(w.activity, w.log, w.clock, pair, k, INTEREST_PROFESSIONAL, UPKEEP,
                      pair.interest_professional - seen)
        pair.owed_professional, pair.coldness, pair.attributed, pair.service = 0.0, 0.0, 0.0, 0


@compiled
def lose_face(w: World, pair: Record) -> None:
    """Whoever leaves takes the face along, on both sides."""
    if w.on[0].upkeep == 0:
        return
    pair.worker_knows_face -= note(w.activity, UPKEEP, acquaintance.upkeep(pair.worker_knows_face, 0, 1, w.p[0]))
    pair.professional_knows_face -= note(
        w.activity, UPKEEP, acquaintance.upkeep(pair.professional_knows_face, 0, 1, w.p[0]))


@compiled
def stop_worker(w: World, i: int) -> None:
    """A worn-out volunteer stops; the place is empty for a while."""
    worker = w.workers[i]
    tell(w.log, w.clock, STOPPED, HOURS, i, 0, C_ENERGY, worker.energy, C_DISAPPOINTMENT, worker.disappointment,
         C_OVERLOAD, worker.overload, 0, 0.0)
    worker.alive, worker.absent = 0, int(w.p[0].volunteer_return)
    w.flow[0].volunteer_exits += 1.0
    key = stream_key(w.clock[SEED], NEWCOMER, w.clock[WEEK])
    for j in range(len(w.professionals)):
        k = i * len(w.professionals) + j
        lose_face(w, w.pairs[k])
        leave(w, k, uniform2(key, i, j))


@compiled
def replace_worker(w: World, i: int) -> None:
    """Someone new takes a stopped volunteer's place."""
    worker, p, seed = w.workers[i], w.p[0], w.clock[SEED]
    generation = worker.generation + 1
    organisation = w.self_organisations[worker.self_organisation]
    make_worker(worker, organisation, worker.self_organisation, i, p, stream_key(seed, ACTOR, generation))
    worker.generation = generation
    tell(w.log, w.clock, ARRIVED, HOURS, i, 0, 0, 0.0, 0, 0.0, 0, 0.0, 0, 0.0)
    key = stream_key(seed, NEWCOMER, w.clock[WEEK])
    for j in range(len(w.professionals)):
        k = i * len(w.professionals) + j
        pair = w.pairs[k]
        if w.on[0].upkeep > 0:
            trusted, seen = pair.trust_worker, pair.interest_worker
            renew_worker_side(pair, worker, w.professionals[j], i * 100_003 + j, p, key)
            note_pair(w.activity, w.log, w.clock, pair, k, TRUST_WORKER, UPKEEP, pair.trust_worker - trusted)
            note_pair(w.activity, w.log, w.clock, pair, k, INTEREST_WORKER, UPKEEP, pair.interest_worker - seen)
        pair.owed_worker, pair.credit, pair.service = 0.0, 0.0, 0
