"""Phase 6, service: help goes on, ends and comes back as trust, stories and load (§5.1, §6.1)."""

from sim.arrays import Record
from sim.draws import ACCEPT, OUTCOME, STUCK, stream_key, uniform, uniform2
from sim.events import CAUSE, KIND, SEED, TRUST_PROFESSIONAL, WEEK, fall, note, note_pair, rise, tell
from sim.kernel import compiled
from sim.mechanisms import load, service
from sim.phases.beyond import ask_beyond_mandate
from sim.phases.referral import real_distance, tell_story
from sim.phases.ties import ask_around
from sim.registry import rule_number
from sim.state import IN_PREVENTION, IN_YOUTH_CARE, NOWHERE, PREVENTIVE, YOUTH_CARE
from sim.world import World

STUCK_CASE, STANDING = rule_number("stuck_case"), rule_number("standing")
SOLVED, FAILED, SERVICE = KIND["stuck_case_solved"], KIND["stuck_case_failed"], KIND["service_relation"]
C_TRUST, C_HOURS, C_SUCCESS = CAUSE["trust"], CAUSE["hours"], CAUSE["success"]


@compiled
def serve(w: World) -> None:
    """Find who is best known, let help go on, and count places anew."""
    find_best(w)
    for n in range(len(w.institutions)):
        institution = w.institutions[n]
        institution.places = institution.capacity
        institution.stuck = 0.0
    for i in range(len(w.parents)):
        parent = w.parents[i]
        if parent.help == IN_PREVENTION or parent.help == IN_YOUTH_CARE:
            help_family(w, parent, i)


@compiled
def find_best(w: World) -> None:
    """For every worker the best known professional in prevention and in youth care."""
    per_worker = len(w.professionals)
    for i in range(len(w.workers)):
        worker = w.workers[i]
        worker.best_preventive, worker.best_youth_care = -1, -1
        light, heavy = 0.05, 0.05
        for j in range(per_worker):
            k = i * per_worker + j
            pair = w.pairs[k]
            score = pair.worker_knows_face * pair.trust_worker + (
                0.3 if w.collaborations[k].alive > 0 else 0.0
            )
            domain = w.professionals[j].side_group
            if domain == PREVENTIVE and score > light:
                worker.best_preventive, light = k, score
            elif domain == YOUTH_CARE and score > heavy:
                worker.best_youth_care, heavy = k, score


@compiled
def help_family(w: World, parent: Record, i: int) -> None:
    """One family in help: it eases, may get stuck, may be pointed to a worker, and ends."""
    p = w.p[0]
    professional = w.professionals[parent.helper]
    institution = w.institutions[professional.institution]
    heavy = parent.help == IN_YOUTH_CARE
    parent.weeks_in_help += 1
    fitting = 1.0 - real_distance(parent, institution.fit)
    quality = 0.4 * fitting + 0.3 * professional.posture + 0.3 * professional.skill
    parent.need_down += p.help_effect * (0.3 + quality) * (0.3 + parent.need)
    seed, week = w.clock[SEED], w.clock[WEEK]
    if heavy and uniform(stream_key(seed, STUCK, week), i) < p.stuck_rate * (1.0 - 0.5 * quality):
        get_unstuck(w, parent, i)
    if parent.self_organisation < 0 and parent.isolation > 0.4:
        point_to_worker(w, parent, i)
    longest = p.help_weeks * (2.0 if heavy else 1.0)
    if parent.need <= 0.05 or parent.weeks_in_help >= longest:
        end_help(w, parent, i, quality, heavy)


@compiled
def get_unstuck(w: World, parent: Record, i: int) -> None:
    """A stuck case: a known worker of the family's community may mediate."""
    p, per_worker = w.p[0], len(w.professionals)
    professional = w.professionals[parent.helper]
    w.institutions[professional.institution].stuck += 1.0
    key = stream_key(w.clock[SEED], STUCK, w.clock[WEEK])
    best, score = -1, 0.06
    for m in range(len(w.workers)):
        pair, worker = w.pairs[m * per_worker + parent.helper], w.workers[m]
        if worker.alive == 0 or worker.community != parent.community:
            continue
        known = pair.professional_knows_face * pair.trust_professional * (0.3 + worker.mediator)
        if parent.worker == m:
            known *= 2.0
        if known > score:
            best, score = m, known
    if best < 0 and w.on[0].stuck_case > 0:
        best = ask_around(w, parent, i)
    if best < 0 or w.on[0].stuck_case == 0:
        parent.need_up += 0.05
        return
    k = best * per_worker + parent.helper
    pair, worker = w.pairs[k], w.workers[best]
    worker.asked += p.stuck_hours
    hours = max(0.0, min(p.stuck_hours, worker.hours))
    worker.hours -= hours
    worker.spent += hours
    family_trust = parent.trust_worker if parent.worker == best else 0.5 * worker.standing
    clarity = w.collaborations[k].design if w.collaborations[k].alive > 0 else 0.3
    clarity = max(clarity, w.policies[professional.side_group * 2 + worker.side_group].clear_tasks)
    success = note(
        w.activity,
        STUCK_CASE,
        service.stuck_case(family_trust, pair.trust_professional, hours / p.stuck_hours, clarity, p),
    )
    pair.met = min(1.0, pair.met + 0.5)
    pair.weeks_apart = 0
    w.flow[0].stuck_cases_mediated += 1.0
    w.collaborations[k].given += 0.3
    counts = ask_beyond_mandate(w, k)
    good = uniform2(key, i, 1) < success
    if good:
        w.flow[0].stuck_cases_solved += 1.0
        parent.need_down += 0.25
        pair.trust_professional_up += rise(
            note_pair(w.activity, w.log, w.clock, pair, k, TRUST_PROFESSIONAL, STUCK_CASE, 0.05)
        )
        professional.helps_up += 0.05
        parent.trust_youth_care = min(1.0, parent.trust_youth_care + 0.1)
        pair.attributed += 0.5 * counts
    else:
        parent.need_up += 0.05
    tell(
        w.log,
        w.clock,
        SOLVED if good else FAILED,
        STUCK_CASE,
        parent.helper,
        best,
        C_TRUST,
        family_trust,
        C_HOURS,
        hours,
        C_SUCCESS,
        success,
        0,
        0.0,
    )
    if (
        pair.service == 0
        and w.collaborations[k].alive == 0
        and uniform2(key, i, 2) < 4.0 * p.service_relation_rate
    ):
        pair.service = 1
        tell(
            w.log,
            w.clock,
            SERVICE,
            STUCK_CASE,
            parent.helper,
            best,
            C_SUCCESS,
            success,
            0,
            0.0,
            0,
            0.0,
            0,
            0.0,
        )


@compiled
def point_to_worker(w: World, parent: Record, i: int) -> None:
    """A professional points an isolated family to a known worker of its community."""
    p, per_worker = w.p[0], len(w.professionals)
    key = stream_key(w.clock[SEED], OUTCOME, w.clock[WEEK])
    if uniform2(key, i, 5) >= p.refer_formal:
        return
    best, score = -1, 0.15
    for m in range(len(w.workers)):
        pair = w.pairs[m * per_worker + parent.helper]
        if w.workers[m].alive == 0 or w.workers[m].community != parent.community:
            continue
        known = pair.professional_knows_face * pair.trust_professional
        if known > score:
            best, score = m, known
    if best < 0:
        return
    w.flow[0].offered_to_informal += 1.0
    accept = 0.3 + 0.5 * w.workers[best].standing
    if uniform2(stream_key(w.clock[SEED], ACCEPT, w.clock[WEEK]), i, 6) < accept:
        w.flow[0].accepted_to_informal += 1.0
        parent.worker, parent.self_organisation = best, w.workers[best].self_organisation
        parent.trust_worker = 0.45
        w.self_organisations[parent.self_organisation].members += 1.0
        w.workers[best].asked += p.prior_hours


@compiled
def end_help(w: World, parent: Record, i: int, quality: float, heavy: bool) -> None:
    """Help ends; how it was comes back as trust, standing and stories."""
    p = w.p[0]
    u = uniform2(stream_key(w.clock[SEED], OUTCOME, w.clock[WEEK]), i, 0)
    eased = 1.0 - parent.need
    outcome = min(1.0, max(-1.0, 1.6 * quality * eased - 0.35 + 0.8 * (u - 0.5)))
    if (
        heavy
        and uniform2(stream_key(w.clock[SEED], OUTCOME, w.clock[WEEK]), i, 1) < p.crisis_shock * parent.crisis
    ):
        outcome = min(outcome, -0.6)
    if heavy:
        parent.trust_youth_care = min(1.0, max(0.0, parent.trust_youth_care + 0.2 * outcome))
    else:
        parent.trust_preventive = min(1.0, max(0.0, parent.trust_preventive + 0.2 * outcome))
    if parent.worker >= 0 and w.on[0].standing > 0:
        worker = w.workers[parent.worker]
        _, _, _, change = load.standing(0.0, 0.3 * outcome, worker.standing, p)
        worker.standing_up += rise(note(w.activity, STANDING, change))
        worker.standing_down += fall(change)
    tell_story(w, parent, outcome, heavy)
    institution = w.institutions[w.professionals[parent.helper].institution]
    institution.cases = max(0.0, institution.cases - 1.0)
    parent.help, parent.helper, parent.weeks_in_help, parent.crisis = NOWHERE, -1, 0, 0
    parent.need = min(parent.need, 0.5)
    parent.empowerment = min(1.0, max(0.0, parent.empowerment + 0.05 * outcome))
