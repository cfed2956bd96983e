"""Phase 6, service: help goes on, ends and comes back as trust, stories and load (§5.1, §6.1)."""

from sim.arrays import Record
from sim.draws import HAND_OVER, OUTCOME, POSTURE, STUCK, stream_key, uniform, uniform2
from sim.events import CAUSE, KIND, SEED, WEEK, fall, note, rise, tell
from sim.households import household
from sim.kernel import PAIRS_AHEAD, compiled, fetch_soil, seldom
from sim.mechanisms import bridging, family, load
from sim.phases.circle import come_back, keep_calling
from sim.phases.mediate import call_directly, get_unstuck, point_to_worker
from sim.phases.referral import (
    HEAVY,
    eased,
    enter_help,
    fit_of,
    in_service,
    most_room,
    real_distance,
    tell_story,
)
from sim.phases.working import pairs_of
from sim.registry import rule_number
from sim.state import IN_YOUTH_CARE, NOWHERE, PREVENTIVE, SCHOOL, YOUTH_CARE
from sim.world import World

STANDING, ACCEPTANCE = rule_number("standing"), rule_number("acceptance")
BACKGROUND = rule_number("posture_and_background")
LEFT, C_POSTURE = KIND["left_over_posture"], CAUSE["posture"]
# A face without trust, or trust without a face, is nobody to refer to.
LEAST_KNOWN = 0.05
# What is left of a question that needs no help any more.
EASED = 0.05


@compiled
def serve(w: World) -> None:
    """Find who is best known, count places anew, and let help go on."""
    for b in range(len(w.boroughs)):
        serve_in(w, b)


@compiled
def serve_in(w: World, b: int) -> None:
    """The phase of help in one borough."""
    get_ready(w, b)
    help_families(w, b)


@compiled
def get_ready(w: World, b: int) -> None:
    """In one borough, find who is best known and count places anew."""
    borough = w.boroughs[b]
    find_best(w, borough.workers_from, borough.workers_to)
    for n in range(borough.institutions_from, borough.institutions_to):
        institution = w.institutions[n]
        institution.places = institution.capacity
        institution.stuck = 0.0


@compiled
def help_families(w: World, b: int) -> None:
    """Help goes on for the families of one borough."""
    for i in range(max(0, w.boroughs[b].parents_from), w.boroughs[b].parents_to):
        help_on(w, household(w, i), i)


@compiled
def help_on(w: World, parent: Record, i: int) -> None:
    """Help goes on for a family that has it."""
    if in_service(parent):
        help_family(w, parent, i)


@compiled
def find_best(w: World, first: int, past: int) -> None:
    """For these workers the best known professional in prevention and in youth care."""
    for i in range(first, past):
        worker = w.workers[i]
        worker.best_preventive, worker.best_youth_care, worker.best_school = -1, -1, -1
        light, heavy, taught = LEAST_KNOWN, LEAST_KNOWN, LEAST_KNOWN
        start, end = pairs_of(worker)
        for k in range(start, end):
            fetch_soil(w.pairs, k + PAIRS_AHEAD)
            pair = w.pairs[k]
            score = pair.worker_knows_face * pair.trust_worker
            if w.together[k] > 0:
                score += w.p[0].refer_partner
            if score <= min(light, min(heavy, taught)):
                continue
            domain = w.professionals[k - worker.pairs_from].side_group
            if domain == PREVENTIVE and score > light:
                worker.best_preventive, light = k, score
            elif domain == YOUTH_CARE and score > heavy:
                worker.best_youth_care, heavy = k, score
            elif domain == SCHOOL and score > taught:
                worker.best_school, taught = k, score


@seldom
def help_family(w: World, parent: Record, i: int) -> None:
    """One family in help: it eases, may get stuck, be called about, be pointed on, stay away, and ends."""
    p, heavy = w.p[0], parent.help == IN_YOUTH_CARE
    parent.weeks_in_help += 1
    quality = quality_of(w, parent)
    parent.need_down += p.help_effect * (p.help_least + quality) * (p.help_least + parent.need)
    seed, week = w.clock[SEED], w.clock[WEEK]
    if heavy and uniform(stream_key(seed, STUCK, week), i) < p.stuck_rate * (1.0 - p.stuck_quality * quality):
        get_unstuck(w, parent, i)
    if parent.worker >= 0 and parent.attachment > 0.0:
        keep_calling(w, parent)
    if w.on[0].request_chain > 0:
        call_directly(w, parent, i)
    if parent.self_organisation < 0 and parent.isolation > p.point_isolation:
        point_to_worker(w, parent, i)
    longest = p.help_weeks * (2.0 if heavy else 1.0)
    if not heavy and stays_away(w, parent, i):
        look_back(w, parent, -p.posture_story, False)
        close_case(w, parent)
    elif parent.need <= EASED or parent.weeks_in_help >= longest:
        end_help(w, parent, i, quality, heavy)
    elif not heavy and parent.need > HEAVY:
        pass_on(w, parent, i, stream_key(seed, HAND_OVER, week))


@compiled
def quality_of(w: World, parent: Record) -> float:
    """How good help is for this family: fit of the offer, posture and intercultural skill."""
    p, professional = w.p[0], w.professionals[parent.helper]
    fitting = 1.0 - real_distance(parent, fit_of(w.institutions[professional.institution]))
    skill = 1.0 - p.help_fit - p.help_posture
    return p.help_fit * fitting + p.help_posture * professional.posture + skill * professional.skill


@compiled
def stays_away(w: World, parent: Record, i: int) -> bool:
    """Whether a family does not come back because of how it was met; heavy care is not left at will."""
    if w.on[0].posture_and_background == 0:
        return False
    posture = w.professionals[parent.helper].posture
    _, leaves = bridging.posture_and_background(0, 0.0, posture, w.p[0])
    if uniform(stream_key(w.clock[SEED], POSTURE, w.clock[WEEK]), i) >= note(w.activity, BACKGROUND, leaves):
        return False
    w.flow[0].left_over_posture += 1.0
    parent.put_off = 1.0
    tell(w.log, w.clock, LEFT, BACKGROUND, i, parent.helper, C_POSTURE, posture, 0, 0.0, 0, 0.0, 0, 0.0)
    return True


@seldom
def end_help(w: World, parent: Record, i: int, quality: float, heavy: bool) -> None:
    """Help ends: the family looks back, and may stay with its worker."""
    p, seed, week = w.p[0], w.clock[SEED], w.clock[WEEK]
    key = stream_key(seed, OUTCOME, week)
    chance = p.outcome_swing * (uniform2(key, i, 0) - 0.5)
    good = p.outcome_quality * quality * (1.0 - parent.need)
    outcome = min(1.0, max(-1.0, good - p.outcome_bar + chance))
    if heavy and uniform2(key, i, 1) < p.crisis_shock * parent.crisis:
        outcome = min(outcome, -p.outcome_fright)
    look_back(w, parent, outcome, heavy)
    close_case(w, parent)
    if outcome < 0.0 and w.on[0].flow_back > 0:
        come_back(w, parent, i, outcome)
    if parent.worker >= 0 and w.workers[parent.worker].alive > 0:
        stays = parent.attachment * parent.trust_worker
        parent.kept = 1 if uniform2(stream_key(seed, HAND_OVER, week), i, 1) < stays else 0


@seldom
def look_back(w: World, parent: Record, outcome: float, heavy: bool) -> None:
    """What a family made of help goes into its trust, its worker's standing and its community's stories."""
    p = w.p[0]
    change = p.outcome_trust * outcome
    if heavy:
        parent.trust_youth_care = min(1.0, max(0.0, parent.trust_youth_care + change))
    else:
        parent.trust_preventive = min(1.0, max(0.0, parent.trust_preventive + change))
    if parent.worker >= 0 and w.on[0].standing > 0:
        worker = w.workers[parent.worker]
        _, _, _, change = load.standing(0.0, p.outcome_sender * outcome, worker.standing, p)
        worker.standing_up += rise(note(w.activity, STANDING, change))
        worker.standing_down += fall(change)
    tell_story(w, parent, outcome, heavy)
    parent.knowledge = min(1.0, parent.knowledge + 0.1)
    parent.trust_district = min(1.0, max(0.0, parent.trust_district + 0.05 * outcome))
    # A good end makes parents a little stronger; small beside what peers do.
    parent.empowerment = min(1.0, max(0.0, parent.empowerment + 0.05 * outcome))


@compiled
def close_case(w: World, parent: Record) -> None:
    """The family is out of help; what is left of its question is no crisis."""
    institution = w.institutions[w.professionals[parent.helper].institution]
    institution.cases = max(0.0, institution.cases - 1.0)
    parent.help, parent.helper, parent.weeks_in_help, parent.crisis = NOWHERE, -1, 0, 0
    parent.need = min(parent.need, 0.5)


@seldom
def pass_on(w: World, parent: Record, i: int, key: int) -> None:
    """Prevention meets a question too heavy for it: it may offer the family youth care."""
    if uniform2(key, i, 0) >= w.p[0].refer_services:
        return
    best = most_room(w, parent, YOUTH_CARE)
    if best < 0:
        return
    w.flow[0].offered_by_services += 1.0
    institution = w.institutions[best]
    who = institution.first + int(uniform2(key, i, 2) * institution.staff)
    real = real_distance(parent, fit_of(institution)) * eased(w, parent, w.professionals[who], 0.0)
    trust = 0.5 * (parent.trust_youth_care + w.communities[parent.community].story_youth_care)
    # Half is what the acceptance rule says that holds without it.
    chance = 0.5
    if w.on[0].acceptance > 0:
        chance = family.acceptance(trust, parent.threshold_head, real, 1.0, 0.0, w.p[0])
        chance = note(w.activity, ACCEPTANCE, chance)
    if uniform2(key, i, 3) < chance:
        w.flow[0].accepted_by_services += 1.0
        need = parent.need
        close_case(w, parent)
        parent.need = need
        enter_help(w, parent, i, who, False)
