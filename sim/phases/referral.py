"""Entry into help, how far an offer is, and what is told of it, shared by several phases (§4.2, §5.1)."""

from sim.arrays import Record
from sim.events import KIND, WEEK, fall, note, rise, tell
from sim.kernel import compiled, seldom
from sim.mechanisms import bridging, family
from sim.registry import rule_number
from sim.state import IN_PREVENTION, IN_YOUTH_CARE, YOUTH_CARE
from sim.world import World

STORIES, PAID = rule_number("stories"), rule_number("paid_bridge")
BACKGROUND = rule_number("posture_and_background")
RELATION = KIND["service_relation"]
# A question above this size is taken to youth care; the same split as where workers choose whom to refer to.
HEAVY = 0.6
# Half a course: what counts as having followed one.
FOLLOWED = 0.5


@compiled
def in_service(parent: Record) -> bool:
    """Whether a family has help of prevention or youth care."""
    return (parent.help == IN_PREVENTION) | (parent.help == IN_YOUTH_CARE)


@compiled
def fit_of(institution: Record) -> float:
    """Fit of an institution's offer as it is now, adaptations included."""
    return institution.fit + institution.adapted * (1.0 - institution.fit)


@compiled
def real_distance(parent: Record, fit: float) -> float:
    """How far the offer really is for this family: language, hours, posture and fit (supply side)."""
    # A family whose own distance is one half meets the misfit of the offer as it is.
    return min(1.0, (1.0 - fit) * (0.5 + parent.threshold_real))


@compiled
def count_early(w: World, parent: Record) -> None:
    """Count help that came early, by who gets it."""
    w.flow[0].early_help += 1.0
    w.flow[0].early_help_outside += 1.0 if parent.self_organisation < 0 else 0.0
    w.flow[0].early_help_far += 1.0 if parent.threshold_real > 0.5 else 0.0


@compiled
def most_room(w: World, parent: Record, domain: int) -> int:
    """The institution nearby of a domain with most places left, or -1 where there is none."""
    here, best, most = w.neighbourhoods[parent.neighbourhood], -1, 0.0
    for n in range(here.institutions_from, here.institutions_to):
        institution = w.institutions[n]
        if institution.domain == domain and institution.places >= 1.0 and institution.places > most:
            best, most = n, institution.places
    return best


@compiled
def eased(w: World, parent: Record, professional: Record, interpreter: float) -> float:
    """Share of the real distance that is left with this professional, and with a worker who interprets."""
    if w.on[0].posture_and_background == 0:
        return 1.0
    same = 1 if professional.background == parent.community else 0
    ease, _ = bridging.posture_and_background(same, interpreter, 1.0, w.p[0])
    return 1.0 - note(w.activity, BACKGROUND, ease)


@compiled
def trust_in_worker(w: World, parent: Record) -> float:
    """A family's trust in its own worker, less what payment by institutions may take off."""
    worker = w.workers[parent.worker]
    if worker.paid <= 0.0 or w.on[0].paid_bridge == 0:
        return parent.trust_worker
    change = bridging.paid_bridge(worker.paid, parent.trust_worker, w.p[0])
    return parent.trust_worker + note(w.activity, PAID, change)


@compiled
def give(w: World, k: int, much: float) -> None:
    """What a worker gave counts in the collaboration, or in the service relation where there is none."""
    if w.collaborations[k].alive > 0:
        w.collaborations[k].given += much
    else:
        w.pairs[k].served += much


@compiled
def be_available(w: World, k: int, rule: int, cause: int, amount: float) -> None:
    """From now on the professional can call on the worker, without any design."""
    pair = w.pairs[k]
    if pair.service > 0 or w.collaborations[k].alive > 0:
        return
    pair.service = 1
    tell(
        w.log,
        w.clock,
        RELATION,
        rule,
        pair.professional,
        pair.worker,
        cause,
        amount,
        0,
        0.0,
        0,
        0.0,
        0,
        0.0,
    )


@seldom
def enter_help(w: World, parent: Record, i: int, professional: int, referred: bool) -> None:
    """A family enters help at a professional's institution; a place is taken."""
    institution = w.institutions[w.professionals[professional].institution]
    institution.places -= 1.0
    institution.cases += 1.0
    parent.help = IN_YOUTH_CARE if institution.domain == YOUTH_CARE else IN_PREVENTION
    parent.helper, parent.weeks_in_help, parent.kept = professional, 0, 0
    if not referred:
        parent.attachment *= 1.0 - w.p[0].refer_detached
    parent.last_help = w.clock[WEEK] + 1
    if parent.need < 0.5:
        count_early(w, parent)
    if parent.help == IN_PREVENTION:
        w.flow[0].centre_entries += 1.0
        w.flow[0].centre_older += 1.0 if parent.child_age >= 12.0 else 0.0


@seldom
def tell_story(w: World, parent: Record, outcome: float, heavy: bool) -> None:
    """A family's experience travels through its community."""
    if w.on[0].stories == 0:
        return
    community = w.communities[parent.community]
    crowd = min(1.0, w.p[0].story_circle / max(1.0, community.families))
    spread_story(w, community, outcome, heavy, crowd)


@compiled
def spread_story(w: World, community: Record, outcome: float, heavy: bool, crowd: float) -> None:
    """A story moves what a community tells of a service, and by a part what it tells of the other."""
    story = community.story_youth_care if heavy else community.story_preventive
    own, other = family.stories(outcome, story, crowd, w.p[0])
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
