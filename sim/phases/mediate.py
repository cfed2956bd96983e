"""Requests to workers from those who help a family: stuck cases, calls, pointing (§3.3, §5.1, §6.1)."""

from sim.arrays import Record
from sim.draws import ACCEPT, CALL, LISTED, OUTCOME, STUCK, stream_key, uniform2
from sim.events import CAUSE, KIND, SEED, TRUST_PROFESSIONAL, WEEK, note, note_pair, rise, tell
from sim.kernel import compiled, seldom
from sim.mechanisms import bridging, municipality, service
from sim.phases.beyond import ask_beyond_mandate
from sim.phases.neighbours import join
from sim.phases.referral import be_available, give, trust_in_worker
from sim.phases.ties import ask_around
from sim.registry import rule_number
from sim.state import YOUTH_CARE
from sim.world import World

STUCK_CASE, CHAIN = rule_number("stuck_case"), rule_number("request_chain")
BLOCKED = rule_number("blocked_role")
SOLVED, FAILED = KIND["stuck_case_solved"], KIND["stuck_case_failed"]
CALLER, CALLED = KIND["caller_listed"], KIND["direct_call"]
C_TRUST, C_HOURS, C_SUCCESS, C_NEED = CAUSE["trust"], CAUSE["hours"], CAUSE["success"], CAUSE["need"]
C_OVERLOAD = CAUSE["overload"]
POINTING, MEDIATING, CALLING = 0, 1, 2
# Below these a worker is not thought of: hardly a face, hardly any trust.
LEAST_POINTING, LEAST_MEDIATING, LEAST_CALLING = 0.15, 0.06, 0.0


@compiled
def best_worker(w: World, parent: Record, asked: int, least: float) -> int:
    """The worker of the family's community whom its helper would ask, or -1."""
    p, helper = w.p[0], w.professionals[parent.helper]
    best, score = -1, least
    for m in range(helper.knows_from, helper.knows_to):
        worker = w.workers[m]
        if worker.alive == 0 or worker.community != parent.community:
            continue
        pair = w.pairs[worker.pairs_from + parent.helper]
        if asked == CALLING and pair.caller == 0:
            continue
        known = max(pair.professional_knows_face, p.chain_number * pair.caller) * pair.trust_professional
        if asked == MEDIATING:
            # Even a worker who hardly mediates is asked when no other is known.
            known *= 0.3 + worker.mediator
        if asked != POINTING and parent.worker == m:
            # The family's own confidant comes first.
            known *= 2.0
        if known > score:
            best, score = m, known
    return best


@compiled
def ask(w: World, m: int, hours: float) -> float:
    """Ask hours of a worker, holiday or not; returns what there was, which is spent."""
    worker = w.workers[m]
    worker.asked += hours
    given = max(0.0, min(hours, worker.hours))
    worker.hours -= given
    worker.spent += given
    w.flow[0].unpaid_hours += given * (1.0 - worker.paid)
    return given


@compiled
def count_request(w: World, professional: int) -> None:
    """Count a request of a service to a worker, by who asks."""
    if w.professionals[professional].side_group == YOUTH_CARE:
        w.flow[0].requests_youth_care += 1.0
    else:
        w.flow[0].requests_preventive += 1.0


@seldom
def get_unstuck(w: World, parent: Record, i: int) -> None:
    """A stuck case: a known worker of the family's community may mediate."""
    p = w.p[0]
    w.institutions[w.professionals[parent.helper].institution].stuck += 1.0
    best = best_worker(w, parent, MEDIATING, LEAST_MEDIATING) if w.on[0].stuck_case > 0 else -1
    if best < 0 and w.on[0].stuck_case > 0:
        best = ask_around(w, parent, i)
    if best < 0:
        parent.need_up += p.stuck_worsens
        return
    k = w.workers[best].pairs_from + parent.helper
    pair = w.pairs[k]
    hours = ask(w, best, p.stuck_hours)
    trust = (
        trust_in_worker(w, parent) if parent.worker == best else p.stuck_standing * w.workers[best].standing
    )
    time = hours / p.stuck_hours
    success = service.stuck_case(trust, pair.trust_professional, time, clarity_of_roles(w, k), p)
    success = note(w.activity, STUCK_CASE, success)
    count_request(w, parent.helper)
    w.flow[0].stuck_cases_mediated += 1.0
    pair.met = min(1.0, pair.met + p.channel_visit)
    pair.weeks_apart = 0
    give(w, k, p.stuck_given)
    key = stream_key(w.clock[SEED], STUCK, w.clock[WEEK])
    good = uniform2(key, i, 1) < success
    come_right(w, parent, i, k, good, ask_beyond_mandate(w, k))
    tell(
        w.log,
        w.clock,
        SOLVED if good else FAILED,
        STUCK_CASE,
        parent.helper,
        best,
        C_TRUST,
        trust,
        C_HOURS,
        hours,
        C_SUCCESS,
        success,
        0,
        0.0,
    )
    # A case is a deeper meeting than a passing call: standing availability follows more often.
    if uniform2(key, i, 2) < 4.0 * p.service_relation_rate:
        be_available(w, k, STUCK_CASE, C_SUCCESS, success)


@compiled
def clarity_of_roles(w: World, k: int) -> float:
    """How clear roles are between these two: by joint design, less where the role may not be spoken of."""
    pair, c = w.pairs[k], w.collaborations[k]
    clarity = max(w.p[0].stuck_unclear, c.design) if c.alive > 0 else w.p[0].stuck_unclear
    cell = w.professionals[pair.professional].side_group * 2 + w.workers[pair.worker].side_group
    clarity = max(clarity, w.policies[cell].clear_tasks)
    if w.on[0].blocked_role == 0:
        return clarity
    talk, _, _ = municipality.blocked_role(w.policies[cell].roles_allowed, w.p[0])
    note(w.activity, BLOCKED, 1.0 - talk)
    return clarity * talk


@compiled
def come_right(w: World, parent: Record, i: int, k: int, good: bool, counts: float) -> None:
    """A mediated case comes right or not; a success gives trust and is passed on."""
    pair, p = w.pairs[k], w.p[0]
    if not good:
        parent.need_up += p.stuck_worsens
        return
    w.flow[0].stuck_cases_solved += 1.0
    parent.need_down += p.stuck_solved
    pair.trust_professional_up += rise(
        note_pair(w.activity, w.log, w.clock, pair, k, TRUST_PROFESSIONAL, STUCK_CASE, p.stuck_trust)
    )
    w.professionals[parent.helper].helps_up += p.stuck_trust
    # Half an outcome: the case goes on, but it has turned.
    parent.trust_youth_care = min(1.0, parent.trust_youth_care + 0.5 * p.outcome_trust)
    # No referral, but a sign that this worker does not want it all alone, as far as it may be told.
    pair.mediated += 0.5 * counts
    if w.on[0].request_chain > 0:
        pass_on_name(w, i, k)


@seldom
def pass_on_name(w: World, i: int, k: int) -> None:
    """Word of a success gets round, to colleagues first; some put the worker on their list."""
    success, p = w.pairs[k], w.p[0]
    worker, teller = w.workers[success.worker], w.professionals[success.professional]
    key = stream_key(w.clock[SEED], LISTED, w.clock[WEEK])
    for j in range(worker.knows_from, worker.knows_to):
        pair, professional = w.pairs[worker.pairs_from + j], w.professionals[j]
        if pair.caller > 0:
            continue
        near = 1.0 if professional.institution == teller.institution else p.chain_across
        near *= 1.0 if professional.side_group == teller.side_group else p.chain_across
        listed, _ = bridging.request_chain(near, pair.trust_professional, 0.0, p)
        if uniform2(key, i, j) >= note(w.activity, CHAIN, listed):
            continue
        pair.caller = 1
        worker.callers += 1
        pair.professional_knows_existence = 1.0
        tell(
            w.log,
            w.clock,
            CALLER,
            CHAIN,
            j,
            success.worker,
            C_TRUST,
            pair.trust_professional,
            C_SUCCESS,
            near,
            0,
            0.0,
            0,
            0.0,
        )


@compiled
def call_directly(w: World, parent: Record, i: int) -> None:
    """Who has a worker on the list may call about a family, on holidays too."""
    p = w.p[0]
    key = stream_key(w.clock[SEED], CALL, w.clock[WEEK])
    u = uniform2(key, i, 0)
    # The most the rule can say, before the search for a worker.
    if u < p.chain_call * parent.need:
        call_about(w, parent, i, u, uniform2(key, i, 1))


@seldom
def call_about(w: World, parent: Record, i: int, u: float, u_goes: float) -> None:
    """The call, if there is someone on the list who may be called."""
    p = w.p[0]
    m = best_worker(w, parent, CALLING, LEAST_CALLING)
    if m < 0:
        return
    k = w.workers[m].pairs_from + parent.helper
    pair = w.pairs[k]
    _, chance = bridging.request_chain(0.0, pair.trust_professional, parent.need, p)
    if u >= note(w.activity, CHAIN, chance):
        return
    hours = ask(w, m, p.chain_hours)
    answered = hours / p.chain_hours
    count_request(w, parent.helper)
    w.flow[0].direct_calls += 1.0
    if w.district[0].holiday > 0:
        w.flow[0].direct_calls_holiday += 1.0
    parent.need_down += p.chain_ease * answered
    give(w, k, p.stuck_given * answered)
    pair.met = min(1.0, pair.met + p.channel_phone)
    pair.weeks_apart = 0
    pair.contacts += 1
    be_available(w, k, CHAIN, C_NEED, parent.need)
    if parent.worker < 0:
        go_to_worker(w, parent, m, u_goes)
    tell(
        w.log,
        w.clock,
        CALLED,
        CHAIN,
        parent.helper,
        m,
        C_TRUST,
        pair.trust_professional,
        C_NEED,
        parent.need,
        C_HOURS,
        hours,
        C_OVERLOAD,
        w.workers[m].overload,
    )


@compiled
def point_to_worker(w: World, parent: Record, i: int) -> None:
    """A professional points an isolated family to a known worker of its community."""
    key = stream_key(w.clock[SEED], OUTCOME, w.clock[WEEK])
    if uniform2(key, i, 5) >= w.p[0].refer_formal:
        return
    best = best_worker(w, parent, POINTING, LEAST_POINTING)
    if best >= 0:
        go_to_worker(w, parent, best, uniform2(stream_key(w.clock[SEED], ACCEPT, w.clock[WEEK]), i, 6))


@seldom
def go_to_worker(w: World, parent: Record, m: int, u: float) -> None:
    """A family that is sent to a worker goes, or not."""
    p, worker = w.p[0], w.workers[m]
    w.flow[0].offered_to_informal += 1.0
    if u >= p.point_accept + p.point_standing * worker.standing:
        return
    w.flow[0].accepted_to_informal += 1.0
    if parent.self_organisation < 0:
        join(w, parent, m, p.point_trust)
    else:
        w.self_organisations[parent.self_organisation].members -= 1.0
        parent.worker, parent.self_organisation = m, worker.self_organisation
        parent.trust_worker = p.point_trust
        w.self_organisations[parent.self_organisation].members += 1.0
    worker.asked += p.prior_hours
