"""What moves trust, urgency, courage, energy and images in a week (§3, §6.1, §6.2)."""

from sim.arrays import Record
from sim.events import (
    TRUST_PROFESSIONAL,
    TRUST_WORKER,
    fall,
    note,
    note_pair,
    rise,
)
from sim.kernel import compiled
from sim.levers import DOMAIN_VIEW, ORIENTATION_VIEW, WHOLE
from sim.mechanisms import arguing, lasting, load, municipality, trust, urgency
from sim.phases.gaps import claim_pay, knock_on_actor, knock_on_pair
from sim.phases.scope import broaden
from sim.phases.support import resist, train
from sim.phases.ties import settle_ties
from sim.population import (
    goodwill_of_professional,
    goodwill_of_worker,
)
from sim.registry import rule_number
from sim.state import DISTANCE, PREVENTIVE, YOUTH_CARE
from sim.world import World

SOURCES, ISOLATION, PIONEERS = rule_number("sources"), rule_number("isolation"), rule_number("pioneers")
IMAGE, DISTRICT = rule_number("image"), rule_number("district")
VISIBLE, RIVALRY = rule_number("visible_referrals"), rule_number("rivalry")
HOURS, RECOGNITION = rule_number("hours"), rule_number("load_recognition")

RECIPROCITY = rule_number("reciprocity")
BLOCKED, DIAGNOSIS = rule_number("blocked_role"), rule_number("diagnosis")


@compiled
def look_around(w: World) -> None:
    """What everyone sees around them: examples, unreached families, carriers, colleagues' goodwill."""
    d, p = w.district[0], w.p[0]
    anchored, good = 0.0, 0.0
    for n in range(w.working[0]):
        c = w.collaborations[w.working[n + 1]]
        if c.alive > 0 and c.designed > 0:
            # What works shows by how well it is set up, and by how partners speak of it.
            good += 0.5 * (c.loyalty + c.design)
            anchored += c.anchored
    partners = max(1.0, 1.0 * len(w.self_organisations))
    d.anchored = min(1.0, anchored / partners)
    shown = w.policies[WHOLE].examples
    # An example speaks to all who see it, however few there are; a second one adds less.
    seen = good / len(w.neighbourhoods) * (p.examples_unshown + (1.0 - p.examples_unshown) * shown)
    seen += p.examples_elsewhere * shown
    d.examples += 0.08 * (seen / (1.0 + seen) - d.examples)
    for n in range(len(w.institutions)):
        institution = w.institutions[n]
        carriers, goodwill = 0.0, 0.0
        for j in range(institution.first, institution.first + institution.staff):
            carriers += 1.0 if w.professionals[j].helps * w.professionals[j].mine > 0.3 else 0.0
            goodwill += goodwill_of_professional(w.professionals[j])
        institution.carriers, institution.goodwill = (
            carriers / institution.staff,
            goodwill / institution.staff,
        )
        hear_feedback(w, institution)
        settle_ties(w, institution)
    for s in range(len(w.self_organisations)):
        organisation, goodwill = w.self_organisations[s], 0.0
        for i in range(organisation.first, organisation.first + organisation.staff):
            goodwill += goodwill_of_worker(w.workers[i])
        organisation.goodwill = goodwill / organisation.staff
    for j in range(len(w.professionals)):
        w.professionals[j].experience_sum, w.professionals[j].experience_count = 0.0, 0.0
        w.professionals[j].gap_sum = 0.0
    for i in range(len(w.workers)):
        w.workers[i].experience_sum, w.workers[i].experience_count = 0.0, 0.0
        w.workers[i].gap_sum = 0.0


@compiled
def hear_feedback(w: World, institution: Record) -> None:
    """Families that came no further tell of the offer; what is heard of it slowly changes the offer."""
    if institution.feedback <= 0.0:
        return
    heard = 1.0
    if w.on[0].diagnosis > 0:
        heard = 0.0
        for j in range(institution.first, institution.first + institution.staff):
            professional = w.professionals[j]
            _, one, _ = arguing.diagnosis(professional.position[DISTANCE], professional.truncation, w.p[0])
            heard += one / institution.staff
        note(w.activity, DIAGNOSIS, 1.0 - heard)
    step = w.p[0].feedback_adapts * (1.0 - institution.rigidity) * heard * min(1.0, institution.feedback)
    institution.fit += min(1.0, step) * (1.0 - institution.fit)
    institution.feedback = 0.0


@compiled
def pair_stocks(w: World, worker: Record, professional: Record, k: int) -> None:
    """What moves trust in a pair by itself: referrals seen or missed, and rivalry attributed.

    The two have met before.
    """
    pair, p, on = w.pairs[k], w.p[0], w.on[0]
    together = w.together[k] > 0
    worker.experience_sum += pair.trust_worker
    worker.experience_count += 1.0
    professional.experience_sum += pair.trust_professional
    professional.experience_count += 1.0
    if on.knock_on > 0:
        knock_on_pair(w, worker, professional, k)
    prevention = p.visible_youth_care if professional.side_group == YOUTH_CARE else 1.0
    known = pair.professional_knows_face > 0.3 or together
    expected = 0.0
    if together:
        expected = 1.0
    elif pair.service > 0 or (known and pair.sent > 0):
        expected = p.visible_before
    # What is credited is a signal to start also where nothing was expected yet.
    if on.visible_referrals > 0 and (expected > 0.0 or pair.attributed > 0.0):
        term = trust.visible_referrals(pair.attributed, expected, prevention, pair.trust_professional, p)
        term = note_pair(w.activity, w.log, w.clock, pair, k, TRUST_PROFESSIONAL, VISIBLE, term)
        pair.trust_professional_up += rise(term)
        pair.trust_professional_down += fall(term)
    if on.rivalry > 0 and known:
        few = max(0.0, 1.0 - pair.attributed - pair.mediated)
        course = max(1.0 * worker.own_course, 2.0 * worker.ambition - 1.0)
        course = max(0.0, course) if pair.professional_knows_offer > 0.2 else 0.0
        rival, by_course, by_cold = trust.rivalry(
            professional.image_rival,
            pair.trust_professional,
            pair.trust_worker,
            few,
            pair.coldness,
            course,
            pair.owed_professional,
            prevention,
            p,
        )
        professional.image_rival = min(
            1.0,
            professional.image_rival
            + note(w.activity, RIVALRY, rival / (professional.knows_to - professional.knows_from)),
        )
        pair.trust_professional_down += fall(
            note_pair(w.activity, w.log, w.clock, pair, k, TRUST_PROFESSIONAL, RIVALRY, by_course)
        )
        pair.trust_worker_down += fall(
            note_pair(w.activity, w.log, w.clock, pair, k, TRUST_WORKER, RIVALRY, by_cold)
        )
    if not together and pair.served > 0.0 and on.reciprocity > 0:
        # A service relation has no loyalty of its own: only what is given and not returned counts.
        hurt, _ = lasting.reciprocity(pair.served, pair.served * worker.paid, worker.disappointment, 0.0, p)
        worker.disappointment_up += rise(note(w.activity, RECIPROCITY, hurt))
    if not together and pair.service > 0 and pair.weeks_apart > 40:
        pair.service = 0


@compiled
def shift_urgency(w: World, actor: Record, stuck: float, unreached: float, overload: float) -> None:
    """The three parts of urgency move by what feeds them and fade."""
    if w.on[0].sources == 0:
        return
    d = w.district[0]
    pressing, helps, mine = urgency.sources(
        actor.pressing,
        actor.helps,
        actor.mine,
        actor.pressing_rest,
        actor.helps_rest,
        actor.mine_rest,
        stuck,
        unreached,
        overload,
        d.message_felt,
        d.examples,
        actor.joint,
        w.p[0],
    )
    actor.pressing_up += rise(note(w.activity, SOURCES, pressing))
    actor.pressing_down += fall(pressing)
    actor.helps_up += rise(note(w.activity, SOURCES, helps))
    actor.helps_down += fall(helps)
    actor.mine_up += rise(note(w.activity, SOURCES, mine))
    actor.mine_down += fall(mine)


@compiled
def shift_courage(w: World, actor: Record, backing: float) -> None:
    """Courage follows backing as it is felt, and examples; trust in the district follows backing too."""
    p, on, d = w.p[0], w.on[0], w.district[0]
    actor.engaged *= 0.97
    if on.pioneers > 0:
        courage, felt = lasting.pioneers(
            actor.courage, backing, actor.backing_felt, actor.engaged, d.examples, p
        )
        actor.courage_up += rise(note(w.activity, PIONEERS, courage))
        actor.courage_down += fall(courage)
        actor.backing_felt = min(1.0, max(0.0, actor.backing_felt + felt))
    if on.district > 0:
        seen = 0.6 * actor.backing_felt + 0.4 * d.message_felt
        change = note(w.activity, DISTRICT, trust.district(actor.trust_district, seen, p))
        actor.trust_district_up += rise(change)
        actor.trust_district_down += fall(change)


@compiled
def professional_stocks(w: World, j: int) -> None:
    """Urgency, courage and image of one professional."""
    professional, p, on = w.professionals[j], w.p[0], w.on[0]
    institution = w.institutions[professional.institution]
    policy = w.policies[DOMAIN_VIEW + professional.side_group]
    stuck = 4.0 * institution.stuck / institution.staff
    if professional.side_group == YOUTH_CARE:
        # Most of a caseload are families of the city that are not in the model.
        stuck += p.caseload * p.stuck_rate
    stuck = min(1.0, stuck)
    unreached = (
        w.district[0].unreached if professional.side_group == PREVENTIVE else 0.3 * w.district[0].unreached
    )
    if on.diagnosis > 0:
        _, _, at_risk = arguing.diagnosis(professional.position[DISTANCE], professional.truncation, p)
        unreached = min(1.0, unreached * (1.0 + note(w.activity, DIAGNOSIS, at_risk)))
    shift_urgency(w, professional, stuck, unreached, 0.0)
    knock_on_actor(w, professional)
    if policy.skill_training > 0.0:
        train(w, professional, policy.skill_training)
    if policy.partner_standing > 0.0:
        resist(w, professional, policy.partner_standing)
    shift_courage(
        w,
        professional,
        min(
            1.0,
            policy.backing * policy.message_coherence
            + 0.2 * institution.backing
            + 0.1 * (1.0 - institution.rigidity),
        ),
    )
    if on.isolation > 0 and professional.helps * professional.mine > 0.3:
        professional.courage_down += fall(
            note(
                w.activity,
                ISOLATION,
                urgency.isolation(professional.courage, institution.carriers, institution.backing, p),
            )
        )
    if on.image > 0 and professional.experience_count > 0.0:
        goodwill = goodwill_of_professional(professional)
        shift = trust.image(
            goodwill,
            professional.experience_sum / professional.experience_count,
            institution.goodwill,
            goodwill,
            p,
        )
        note(w.activity, IMAGE, shift)
        professional.image_uninterested = min(1.0, max(0.0, professional.image_uninterested - shift))
        professional.image_rival = min(1.0, max(0.0, professional.image_rival - shift))
        professional.image_doubt = min(1.0, max(0.0, professional.image_doubt - shift))
    professional.attributed *= 1.0 - p.memory_fading
    professional.weeks_in_post += 1
    broaden(w, professional, institution)


@compiled
def underground(w: World, roles_allowed: float) -> float:
    """Share of the volunteers' work that is not allowed, goes on, and is not seen by partners."""
    if w.on[0].blocked_role == 0:
        return 0.0
    _, _, hidden = municipality.blocked_role(roles_allowed, w.p[0])
    return note(w.activity, BLOCKED, hidden)


@compiled
def worker_stocks(w: World, i: int) -> None:
    """Urgency, courage, energy, mood and image of one informal worker."""
    worker, p, on = w.workers[i], w.p[0], w.on[0]
    if worker.alive == 0:
        return
    worker.weeks_in_post += 1
    organisation = w.self_organisations[worker.self_organisation]
    policy = w.policies[ORIENTATION_VIEW + worker.side_group]
    total = max(1.0, worker.spent + worker.hours)
    worker.asked += worker.demand
    too_much = min(1.0, max(0.0, worker.asked / total - 1.0))
    worker.overload += 0.1 * (too_much - worker.overload)
    worker.served = min(1.0, max(0.05, worker.hours / max(0.5, worker.demand)))
    shift_urgency(w, worker, 0.0, 0.0, worker.overload)
    knock_on_actor(w, worker)
    paid = max(max(organisation.structural, worker.paid), p.status_counts * policy.partner_standing)
    claim_pay(w, worker, paid, policy.narrative_push * (1.0 - policy.narrative_civil))
    own = 0.2 * organisation.linking + 0.1 * worker.recognition_felt
    shift_courage(w, worker, min(1.0, policy.backing * policy.message_coherence + own))
    for_others = min(1.0, max(0.0, worker.spent / total - p.hours_own))
    worker.others += 0.1 * (for_others - worker.others)
    if on.hours > 0:
        change, _, ambition = load.hours(
            worker.overload, worker.energy, worker.disappointment, worker.ambition, p
        )
        worker.ambition = min(1.0, worker.ambition + ambition)
        worker.energy_up += rise(note(w.activity, HOURS, change))
        worker.energy_down += fall(change)
    if on.load_recognition > 0:
        by_district = max(policy.role_recognition, policy.partner_standing) * policy.message_coherence
        seen = worker.partner_recognition * (1.0 - underground(w, policy.roles_allowed))
        energy, missed = load.recognition(by_district, seen, worker.others, worker.energy, p)
        worker.energy_up += note(w.activity, RECOGNITION, energy)
        worker.disappointment_up += note(w.activity, RECOGNITION, missed)
        worker.recognition_felt += 0.05 * (0.5 * by_district + 0.5 * seen - worker.recognition_felt)
    worker.burned *= 1.0 - p.signal_memory
    worker.disappointment_down += p.disappointment_fading * worker.disappointment
    experience = worker.experience_sum / max(1.0, worker.experience_count)
    worker.partner_recognition += 0.03 * (experience - worker.partner_recognition)
    if on.image > 0 and worker.experience_count > 0.0:
        goodwill, community = goodwill_of_worker(worker), w.communities[worker.community]
        told = 0.5 * (community.story_preventive + community.story_youth_care)
        shift = note(w.activity, IMAGE, trust.image(goodwill, experience, organisation.goodwill, told, p))
        worker.image_uninterested = min(1.0, max(0.0, worker.image_uninterested - shift))
        worker.image_institution = min(1.0, max(0.0, worker.image_institution - shift))
        worker.image_takes = min(1.0, max(0.0, worker.image_takes - shift))
        worker.image_uses = min(1.0, max(0.0, worker.image_uses - shift))
        worker.image_posture = min(1.0, max(0.0, worker.image_posture - shift))
