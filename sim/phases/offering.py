"""A worker offers a referral along a pair: kept back, declined or accepted, credited (§3.2, §5.2)."""

from sim.arrays import Record
from sim.draws import ACCEPT, HOLD_BACK, REFER, SIGNAL, stream_key, uniform2
from sim.events import CAUSE, KIND, SEED, TRUST_WORKER, WEEK, fall, note, note_pair, tell
from sim.kernel import compiled, seldom
from sim.mechanisms import bridging, family, load
from sim.phases.circle import held_back as held_back_by_attachment
from sim.phases.credit import credit
from sim.phases.referral import (
    be_available,
    eased,
    enter_help,
    fit_of,
    give,
    most_room,
    real_distance,
    tell_story,
    trust_in_worker,
)
from sim.registry import rule_number
from sim.state import YOUTH_CARE
from sim.world import World

ACCEPTANCE, STANDING, DISBELIEF = (
    rule_number("acceptance"),
    rule_number("standing"),
    rule_number("disbelief"),
)
SIGNALS = rule_number("signal_breach")
ACCEPTED, DECLINED = KIND["referral_accepted"], KIND["referral_declined"]
WITHHELD, BREACHED = KIND["signal_withheld"], KIND["signal_breached"]
C_HEAD, C_REAL, C_READY, C_TRUST = CAUSE["head"], CAUSE["real"], CAUSE["readiness"], CAUSE["trust"]
# The size of question from which workers refer at all.
LEAST_REFERRED = 0.3
C_PROTOCOL, C_NEED = CAUSE["protocol"], CAUSE["need"]


@seldom
def offer(w: World, parent: Record, i: int, k: int, readiness: float, heavy: bool) -> None:
    """A worker offers a referral along a pair, unless there is a reason not to."""
    if keeps_back(w, parent, i, k, heavy):
        return
    w.flow[0].referrals_offered += 1.0
    if heavy:
        w.flow[0].offered_to_youth_care += 1.0
    else:
        w.flow[0].offered_to_preventive += 1.0
    if is_accepted(w, parent, i, k, readiness, heavy):
        take_in(w, parent, i, k, heavy)
    elif w.on[0].signal_breach > 0:
        travel_on(w, parent, i, k)


@compiled
def keeps_back(w: World, parent: Record, i: int, k: int, heavy: bool) -> bool:
    """Whether the worker keeps the family away: disbelief, a delicate case, or own standing at stake."""
    pair, p, on = w.pairs[k], w.p[0], w.on[0]
    worker, community = w.workers[pair.worker], w.communities[parent.community]
    key = stream_key(w.clock[SEED], HOLD_BACK, w.clock[WEEK])
    if on.disbelief > 0:
        # Half what this professional is like, half what professionals in general are held to be like.
        belief = 0.5 * pair.trust_worker + 0.5 * (
            1.0 - 0.5 * (worker.image_posture + worker.image_institution)
        )
        if uniform2(key, i, 0) < note(w.activity, DISBELIEF, load.disbelief(belief, p)):
            w.flow[0].withheld_by_disbelief += 1.0
            return True
    if on.signal_breach > 0 and keeps_delicate(w, parent, i, k, uniform2(key, i, 1)):
        return True
    if on.standing > 0:
        story = community.story_youth_care if heavy else community.story_preventive
        _, held_back, cost, _ = load.standing(1.0 - story, 0.0, worker.standing, p)
        if uniform2(stream_key(w.clock[SEED], REFER, w.clock[WEEK]), i, 1) < held_back:
            w.flow[0].withheld_by_standing += 1.0
            return True
        worker.standing_down += note(w.activity, STANDING, cost)
    return False


@compiled
def delicacy_of(parent: Record) -> float:
    """How delicate it is to tell of this family: nothing for the smallest question that is referred."""
    return max(0.0, parent.need - LEAST_REFERRED) / (1.0 - LEAST_REFERRED)


@compiled
def protocol_of(w: World, pair: Record) -> float:
    """How clear the protocol on shared signals is between these two."""
    cell = w.professionals[pair.professional].side_group * 2 + w.workers[pair.worker].side_group
    return w.policies[cell].signal_protocol


@compiled
def keeps_delicate(w: World, parent: Record, i: int, k: int, u: float) -> bool:
    """Whether a delicate case stays in the worker's own hands."""
    pair = w.pairs[k]
    clarity = protocol_of(w, pair)
    withheld, _, _ = bridging.signal_breach(
        delicacy_of(parent), clarity, w.workers[pair.worker].burned, 0.0, w.p[0]
    )
    if u >= note(w.activity, SIGNALS, withheld):
        return False
    w.flow[0].signals_withheld += 1.0
    tell(
        w.log,
        w.clock,
        WITHHELD,
        SIGNALS,
        pair.worker,
        i,
        C_PROTOCOL,
        clarity,
        C_NEED,
        parent.need,
        C_TRUST,
        pair.trust_worker,
        0,
        0.0,
    )
    return True


@compiled
def is_accepted(w: World, parent: Record, i: int, k: int, readiness: float, heavy: bool) -> bool:
    """Whether the family accepts, and there is a place."""
    pair, p, community = w.pairs[k], w.p[0], w.communities[parent.community]
    professional = w.professionals[pair.professional]
    institution = w.institutions[professional.institution]
    story = community.story_youth_care if heavy else community.story_preventive
    own = parent.trust_youth_care if heavy else parent.trust_preventive
    trust = p.refer_word * trust_in_worker(w, parent) + 0.5 * (1.0 - p.refer_word) * (own + story)
    # A worker who mediates goes along and interprets.
    real = real_distance(parent, fit_of(institution)) * eased(
        w, parent, professional, w.workers[pair.worker].mediator
    )
    # Half is what the acceptance rule says that holds without it.
    chance = 0.5
    if w.on[0].acceptance > 0:
        chance = note(
            w.activity,
            ACCEPTANCE,
            family.acceptance(trust, parent.threshold_head, real, readiness, pair.worker_knows_face, p),
        )
    chance *= 1.0 - held_back_by_attachment(w, parent, int(pair.professional))
    u = uniform2(stream_key(w.clock[SEED], ACCEPT, w.clock[WEEK]), i, 1)
    accepted = u < chance and institution.places >= 1.0
    if u >= chance:
        institution.feedback += real
    tell(
        w.log,
        w.clock,
        ACCEPTED if accepted else DECLINED,
        ACCEPTANCE,
        i,
        pair.professional,
        C_TRUST,
        trust,
        C_HEAD,
        parent.threshold_head,
        C_REAL,
        real,
        C_READY,
        readiness,
    )
    return accepted


@compiled
def take_in(w: World, parent: Record, i: int, k: int, heavy: bool) -> None:
    """The family enters help; the pair has met over it, and the worker has given something."""
    pair, p = w.pairs[k], w.p[0]
    w.flow[0].referrals_accepted += 1.0
    if heavy:
        w.flow[0].accepted_to_youth_care += 1.0
    else:
        w.flow[0].accepted_to_preventive += 1.0
    enter_help(w, parent, i, int(pair.professional), True)
    pair.met = min(1.0, pair.met + p.channel_phone)
    pair.weeks_apart = 0
    pair.contacts += 1
    credit(w, k, 0.0)
    if w.collaborations[k].alive > 0:
        w.collaborations[k].transfers += 1.0
    give(w, k, p.refer_given)
    be_available(w, k, ACCEPTANCE, C_TRUST, pair.trust_worker)


@seldom
def travel_on(w: World, parent: Record, i: int, k: int) -> None:
    """A family was told of in confidence and stayed away: the signal may travel on to an intervention."""
    pair, p = w.pairs[k], w.p[0]
    worker = w.workers[pair.worker]
    clarity = protocol_of(w, pair)
    _, breach, lost = bridging.signal_breach(
        delicacy_of(parent), clarity, worker.burned, pair.trust_worker, p
    )
    key = stream_key(w.clock[SEED], SIGNAL, w.clock[WEEK])
    if uniform2(key, i, 0) >= note(w.activity, SIGNALS, breach):
        return
    u = uniform2(key, i, 1)
    w.flow[0].signals_breached += 1.0
    pair.trust_worker_down += fall(
        note_pair(w.activity, w.log, w.clock, pair, k, TRUST_WORKER, SIGNALS, -lost)
    )
    _, _, lost = bridging.signal_breach(0.0, clarity, 0.0, worker.standing, p)
    worker.standing_down += note(w.activity, SIGNALS, lost)
    _, _, lost = bridging.signal_breach(0.0, clarity, 0.0, parent.trust_worker, p)
    parent.trust_worker = max(0.0, parent.trust_worker - note(w.activity, SIGNALS, lost))
    organisation = w.self_organisations[worker.self_organisation]
    for m in range(organisation.first, organisation.first + organisation.staff):
        w.workers[m].burned = max(w.workers[m].burned, p.signal_colleagues)
    worker.burned = 1.0
    # There is hardly a worse thing to tell about a service.
    tell_story(w, parent, -1.0, True)
    place = most_room(w, parent, YOUTH_CARE)
    if place >= 0:
        enter_help(w, parent, i, w.institutions[place].first + int(u * w.institutions[place].staff), False)
    tell(
        w.log,
        w.clock,
        BREACHED,
        SIGNALS,
        pair.professional,
        pair.worker,
        C_PROTOCOL,
        clarity,
        C_NEED,
        parent.need,
        C_TRUST,
        pair.trust_worker,
        0,
        0.0,
    )
