"""Offers, acceptance and entry into help, shared by two phases (§2.2, §4.2, §5.2)."""

from sim.arrays import Record
from sim.draws import ACCEPT, REFER, stream_key, uniform2
from sim.events import CAUSE, KIND, SEED, WEEK, fall, note, rise, tell
from sim.kernel import compiled
from sim.mechanisms import family, load
from sim.phases.credit import credit
from sim.registry import rule_number
from sim.state import IN_PREVENTION, IN_YOUTH_CARE, YOUTH_CARE
from sim.world import World

ACCEPTANCE, STANDING, STORIES = rule_number("acceptance"), rule_number("standing"), rule_number("stories")
ACCEPTED, DECLINED = KIND["referral_accepted"], KIND["referral_declined"]
C_HEAD, C_REAL, C_READY, C_TRUST = CAUSE["head"], CAUSE["real"], CAUSE["readiness"], CAUSE["trust"]


@compiled
def real_distance(parent: Record, fit: float) -> float:
    """How far the offer really is for this family: language, hours, posture and fit (supply side)."""
    return min(1.0, (1.0 - fit) * (0.5 + parent.threshold_real))


@compiled
def enter_help(w: World, parent: Record, i: int, professional: int, referred: bool) -> None:
    """A family enters help at a professional's institution; a place is taken."""
    institution = w.institutions[w.professionals[professional].institution]
    institution.places -= 1.0
    institution.cases += 1.0
    parent.help = IN_YOUTH_CARE if institution.domain == YOUTH_CARE else IN_PREVENTION
    parent.helper, parent.weeks_in_help = professional, 0
    if not referred:
        parent.attachment *= 0.8
    if parent.need < 0.5:
        w.flow[0].early_help += 1.0


@compiled
def offer(w: World, parent: Record, i: int, k: int, readiness: float, heavy: bool) -> None:
    """A worker offers a referral along a pair; the family accepts or declines."""
    pair, p, on = w.pairs[k], w.p[0], w.on[0]
    worker = w.workers[pair.worker]
    institution = w.institutions[w.professionals[pair.professional].institution]
    community = w.communities[parent.community]
    story = community.story_youth_care if heavy else community.story_preventive
    own = parent.trust_youth_care if heavy else parent.trust_preventive
    if on.standing > 0:
        _, held_back, cost, _ = load.standing(1.0 - story, 0.0, worker.standing, p)
        if uniform2(stream_key(w.clock[SEED], REFER, w.clock[WEEK]), i, 1) < held_back:
            return
        worker.standing_down += note(w.activity, STANDING, cost)
    w.flow[0].referrals_offered += 1.0
    if heavy:
        w.flow[0].offered_to_youth_care += 1.0
    else:
        w.flow[0].offered_to_preventive += 1.0
    chance = 0.5
    trust = 0.6 * parent.trust_worker + 0.2 * own + 0.2 * story
    real = real_distance(parent, institution.fit)
    if on.acceptance > 0:
        chance = note(
            w.activity,
            ACCEPTANCE,
            family.acceptance(trust, parent.threshold_head, real, readiness, pair.worker_knows_face, p),
        )
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
    if not accepted:
        return
    w.flow[0].referrals_accepted += 1.0
    if heavy:
        w.flow[0].accepted_to_youth_care += 1.0
    else:
        w.flow[0].accepted_to_preventive += 1.0
    enter_help(w, parent, i, pair.professional, True)
    pair.met = min(1.0, pair.met + w.p[0].channel_phone)
    pair.weeks_apart = 0
    pair.contacts += 1
    credit(w, k, 0.0)
    c = w.collaborations[k]
    if c.alive > 0:
        c.transfers += 1.0
        c.given += 0.2
    elif pair.service == 0:
        pair.service = 1


@compiled
def tell_story(w: World, parent: Record, outcome: float, heavy: bool) -> None:
    """A family's experience travels through its community."""
    if w.on[0].stories == 0:
        return
    community, p = w.communities[parent.community], w.p[0]
    crowd = min(1.0, 60.0 / max(1.0, community.families))
    story = community.story_youth_care if heavy else community.story_preventive
    own, other = family.stories(outcome, story, crowd, p)
    note(w.activity, STORIES, own)
    if heavy:
        community.story_youth_care_up += rise(own)
        community.story_youth_care_down += fall(own)
        community.story_preventive_up += rise(other)
        community.story_preventive_down += fall(other)
    else:
        community.story_preventive_up += rise(own)
        community.story_preventive_down += fall(own)
        community.story_youth_care_up += rise(other)
        community.story_youth_care_down += fall(other)
