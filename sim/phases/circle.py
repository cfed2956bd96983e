"""The own circle: a worker mediates, takes a family on, gets it back, and is called on (§2.2, §5.2, §6.1)."""

from sim.arrays import Record
from sim.draws import CIRCLE, OUTCOME, stream_key, uniform, uniform2
from sim.events import CAUSE, KIND, SEED, WEEK, note, tell
from sim.kernel import compiled, seldom
from sim.mechanisms import circle
from sim.phases.neighbours import organisation_of
from sim.registry import rule_number
from sim.state import AT_WORKER, NOWHERE
from sim.world import World

MEDIATION, OWN_CIRCLE = rule_number("worker_mediation"), rule_number("own_circle")
FLOW_BACK, ATTACHMENT = rule_number("flow_back"), rule_number("attachment")
MEDIATED, TAKEN_IN, CAME_BACK = KIND["worker_mediated"], KIND["taken_in"], KIND["came_back"]
C_TRUST, C_NEED, C_HOURS, C_OUTCOME = CAUSE["trust"], CAUSE["need"], CAUSE["hours"], CAUSE["outcome"]


@compiled
def give_hours(worker: Record, wanted: float) -> float:
    """Ask a worker for hours and take what is left of them; returns the share that could be given."""
    worker.asked += wanted
    given = max(0.0, min(wanted, worker.hours))
    worker.hours -= given
    worker.spent += given
    return given / wanted


@compiled
def steps_in(w: World, parent: Record, worker: Record, i: int, key: int) -> bool:
    """Whether the worker steps in between parents and an older child this week."""
    if parent.need <= 0.35 or parent.child_age < 10.0 or w.on[0].worker_mediation == 0:
        return False
    rate = w.p[0].mediation_rate * parent.trust_worker * (0.3 + 0.7 * worker.energy)
    return uniform(key, i) < rate


@seldom
def mediate_at_home(w: World, parent: Record, worker: Record, i: int) -> None:
    """The worker brings parents and an older child to talk again."""
    p = w.p[0]
    hours = give_hours(worker, p.mediation_hours)
    ease, calm = circle.worker_mediation(parent.trust_worker, hours, parent.need, p)
    parent.need_down += note(w.activity, MEDIATION, ease)
    parent.severity *= 1.0 - calm
    w.flow[0].family_mediations += 1.0
    tell(
        w.log, w.clock, MEDIATED, MEDIATION, parent.worker, i,
        C_TRUST, parent.trust_worker, C_NEED, parent.need, C_HOURS, hours, 0, 0.0,
    )  # fmt: skip


@seldom
def take_in(w: World, parent: Record, worker: Record, i: int) -> bool:
    """Perhaps the worker takes a family in trouble on herself, to keep it out of youth care."""
    p = w.p[0]
    faith = worker.goodwill_now
    if worker.best_youth_care >= 0:
        faith = w.pairs[worker.best_youth_care].trust_worker
    fear = 1.0 - w.communities[parent.community].story_youth_care
    keep, _ = circle.own_circle(fear, faith, parent.trust_worker, worker.advises, 1.0, p)
    key = stream_key(w.clock[SEED], CIRCLE, w.clock[WEEK])
    if uniform2(key, i, 0) >= note(w.activity, OWN_CIRCLE, keep):
        return False
    parent.help, parent.helper, parent.weeks_in_help = AT_WORKER, -1, 0
    w.flow[0].taken_in_own_circle += 1.0
    tell(
        w.log, w.clock, TAKEN_IN, OWN_CIRCLE, parent.worker, i,
        C_TRUST, parent.trust_worker, C_NEED, parent.need, 0, 0.0, 0, 0.0,
    )  # fmt: skip
    return True


@compiled
def stay_with_worker(w: World, parent: Record) -> None:
    """A week of help in the own circle; it ends when the question has eased or the worker can do no more."""
    p, on = w.p[0], w.on[0]
    if parent.worker < 0 or w.workers[parent.worker].alive == 0:
        parent.help, parent.weeks_in_help = NOWHERE, 0
        return
    worker = w.workers[parent.worker]
    parent.weeks_in_help += 1
    hours = give_hours(worker, p.circle_hours * (0.4 + 0.6 * parent.need))
    if on.own_circle > 0:
        _, ease = circle.own_circle(0.0, 0.0, parent.trust_worker, worker.advises, hours, p)
        parent.need_down += note(w.activity, OWN_CIRCLE, ease) * (0.3 + 0.7 * parent.need)
    parent.trust_worker = min(1.0, parent.trust_worker + 0.01 * hours)
    attach(w, parent)
    if parent.need < 0.2 or parent.weeks_in_help >= p.circle_weeks:
        parent.empowerment = min(1.0, parent.empowerment + 0.05 * (1.0 - parent.need))
        parent.help, parent.weeks_in_help = NOWHERE, 0


@compiled
def attach(w: World, parent: Record) -> None:
    """A week of a worker's help attaches the family."""
    if w.on[0].attachment == 0:
        return
    grows, _, _, _ = circle.attachment(parent.attachment, parent.trust_worker, 0.0, w.p[0])
    parent.attachment = min(1.0, parent.attachment + note(w.activity, ATTACHMENT, grows))


@compiled
def handed_over(w: World, parent: Record, professional: int) -> float:
    """How far trust is handed over: the worker knows and trusts the professional, who is an equal."""
    pair = w.pairs[w.workers[parent.worker].pairs_from + professional]
    return pair.worker_knows_face * pair.trust_worker * (0.5 + 0.5 * w.professionals[professional].posture)


@compiled
def keep_calling(w: World, parent: Record) -> None:
    """An attached family in help goes on calling its worker, less as trust is handed over."""
    worker = w.workers[parent.worker]
    if w.on[0].attachment == 0 or worker.alive == 0:
        return
    handed = handed_over(w, parent, parent.helper)
    _, hours, _, passes = circle.attachment(parent.attachment, parent.trust_worker, handed, w.p[0])
    if note(w.activity, ATTACHMENT, hours) > 0.0:
        give_hours(worker, hours)
        w.flow[0].hours_for_attached += hours
    parent.attachment = max(0.0, parent.attachment - passes)


@compiled
def held_back(w: World, parent: Record, professional: int) -> float:
    """Share by which attachment keeps a family from going to this professional."""
    if w.on[0].attachment == 0 or parent.worker < 0:
        return 0.0
    handed = handed_over(w, parent, professional)
    _, _, stays, _ = circle.attachment(parent.attachment, parent.trust_worker, handed, w.p[0])
    return note(w.activity, ATTACHMENT, stays)


@seldom
def come_back(w: World, parent: Record, i: int, outcome: float) -> None:
    """Help failed or frightened: the family may go (back) to a worker, who is called at once."""
    p, key = w.p[0], stream_key(w.clock[SEED], OUTCOME, w.clock[WEEK])
    if parent.worker < 0:
        find_via_via(w, parent, i, key)
    if parent.worker < 0 or w.workers[parent.worker].alive == 0:
        return
    worker = w.workers[parent.worker]
    chance, hours = circle.flow_back(outcome, parent.trust_worker, parent.need, p)
    if uniform2(key, i, 60) >= note(w.activity, FLOW_BACK, chance):
        return
    if hours > 0.0:
        give_hours(worker, hours)
    parent.help, parent.helper, parent.weeks_in_help = AT_WORKER, -1, 0
    w.flow[0].came_back += 1.0
    tell(
        w.log, w.clock, CAME_BACK, FLOW_BACK, i, parent.worker,
        C_OUTCOME, outcome, C_TRUST, parent.trust_worker, C_HOURS, hours, 0, 0.0,
    )  # fmt: skip


@compiled
def find_via_via(w: World, parent: Record, i: int, key: int) -> None:
    """A family that knows no worker may find one of its community through others, by standing."""
    s = organisation_of(w, parent, uniform2(key, i, 61))
    if s < 0:
        return
    organisation = w.self_organisations[s]
    m = organisation.first + int(uniform2(key, i, 62) * organisation.staff)
    worker = w.workers[m]
    if worker.alive > 0 and uniform2(key, i, 63) < w.p[0].via_via * worker.standing:
        parent.worker, parent.trust_worker = m, max(parent.trust_worker, 0.5 * worker.standing)
