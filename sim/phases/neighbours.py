"""Families outside every self-organisation, and what a community shares (§2.2, §4.2, §5.1, §5.2, §6.1)."""

from sim.arrays import Record
from sim.draws import JOIN, stream_key, uniform2
from sim.events import CAUSE, KIND, SEED, WEEK, fall, note, rise, tell
from sim.kernel import compiled, seldom
from sim.levers import WHOLE
from sim.mechanisms import community as rules
from sim.mechanisms import family
from sim.registry import rule_number
from sim.world import World

EMPOWERED, INWARD = rule_number("empowered"), rule_number("inward_bonding")
CRISIS, LIVING_ROOM, STORIES = (
    rule_number("public_crisis"),
    rule_number("living_room"),
    rule_number("stories"),
)
JOINED, C_TRUST, C_NEED = KIND["family_joined"], CAUSE["trust"], CAUSE["need"]


@compiled
def share_in_communities(w: World) -> None:
    """Bonds, sharing and defence of the week, before families live it."""
    d, p, on = w.district[0], w.p[0], w.on[0]
    d.alarm -= d.alarm / p.crisis_memory
    d.alarm = min(1.0, d.alarm + w.policies[WHOLE].public_crisis * (1.0 - d.alarm))
    for s in range(len(w.self_organisations)):
        bind(w, w.self_organisations[s])
    for c in range(len(w.communities)):
        community = w.communities[c]
        if on.empowered > 0:
            helpers = min(1.0, community.helpers + community.trained)
            _, _, _, gained = rules.empowered(helpers, 0.0, 0.0, community.shared, p)
            community.shared_up += rise(note(w.activity, EMPOWERED, gained))
            community.shared_down += fall(gained)
        community.denial = 0.0
        community.talk = talk_in(w, c)
        if on.public_crisis > 0:
            defence, shared, denial = rules.public_crisis(
                d.alarm, community.talk, community.defence, community.shared, p
            )
            community.denial = note(w.activity, CRISIS, denial)
            community.defence_up += rise(defence)
            community.defence_down += fall(defence)
            community.shared_up += shared


@compiled
def bind(w: World, organisation: Record) -> None:
    """How far tight bonds narrow the choice of members and close the door to others."""
    organisation.narrowing, organisation.closing = 0.0, 0.0
    if w.on[0].inward_bonding == 0:
        return
    # A professional who works there is a link of its own.
    linking = min(1.0, organisation.linking + (0.3 if organisation.on_location > 0 else 0.0))
    narrowing, closing = rules.inward_bonding(organisation.bonding, organisation.bridging, linking, w.p[0])
    organisation.narrowing = note(w.activity, INWARD, narrowing)
    organisation.closing = closing


@compiled
def talk_in(w: World, c: int) -> float:
    """How far a community's families talk together: those who attend, in the safety of their space."""
    talking = 0.0
    for s in range(len(w.self_organisations)):
        if w.self_organisations[s].community == c:
            talking += w.self_organisations[s].members * w.self_organisations[s].safety
    return min(1.0, talking / max(1.0, w.communities[c].families))


@compiled
def hear(w: World, parent: Record) -> None:
    """What is told of the services draws a family's own trust a little."""
    community, p = w.communities[parent.community], w.p[0]
    if w.on[0].stories == 0:
        return
    change = p.hearsay * (community.story_preventive - parent.trust_preventive)
    parent.trust_preventive += note(w.activity, STORIES, change)
    parent.trust_youth_care += p.hearsay * (community.story_youth_care - parent.trust_youth_care)


@compiled
def meet_neighbours(w: World, parent: Record, i: int, key: int) -> None:
    """Four weeks of a family outside: stories, an empowered parent, or children who bring it along."""
    community, p, on = w.communities[parent.community], w.p[0], w.on[0]
    hear(w, parent)
    if on.empowered > 0:
        helpers = min(1.0, community.helpers + community.trained)
        meets, ease, _, _ = rules.empowered(helpers, parent.isolation, parent.need, community.shared, p)
        if uniform2(key, i, 0) < meets:
            parent.need_down += note(w.activity, EMPOWERED, ease)
            parent.words = min(1.0, parent.words + 0.1 * (1.0 - parent.words))
            parent.shame *= 0.96
            parent.isolation *= 0.96
            pass_on(w, parent, community)
            w.flow[0].helped_by_parents += 1.0
            be_brought(w, parent, i, 0)
    if on.living_room > 0 and parent.self_organisation < 0 and 6.0 <= parent.child_age < 16.0:
        chance = p.child_channel * community.talk
        if uniform2(key, i, 1) < chance:
            # At the children's activities parents meet as on the street.
            shame, words, need = family.living_room(0.65, 0, parent.shame, parent.words, parent.need, p)
            parent.shame = max(0.0, parent.shame + note(w.activity, LIVING_ROOM, shame))
            parent.words = min(1.0, parent.words + words)
            parent.need_down += max(0.0, -need)
            w.flow[0].met_through_children += 1.0
            be_brought(w, parent, i, 4)


@compiled
def pass_on(w: World, parent: Record, community: Record) -> None:
    """What empowered parents know and have come to trust is passed on with their advice."""
    p, all_helpers = w.p[0], community.helpers + community.trained
    known = community.helpers * community.helpers_know + community.trained * p.intermediary_knows
    if all_helpers > 0.0:
        parent.knowledge += p.hearsay_offer * max(0.0, known / all_helpers - parent.knowledge)
    if community.helpers > 0.0:
        parent.trust_preventive += p.hearsay * (community.helpers_trust - parent.trust_preventive)


@seldom
def be_brought(w: World, parent: Record, i: int, way: int) -> None:
    """Perhaps the family is brought to a worker of its community, and, where the door is open, attends."""
    key = stream_key(w.clock[SEED], JOIN, w.clock[WEEK])
    if parent.self_organisation >= 0 or uniform2(key, i, way) >= w.p[0].empowered_brings:
        return
    m = parent.worker
    if m < 0:
        s = organisation_of(w, parent, uniform2(key, i, way + 1))
        if s < 0:
            return
        organisation = w.self_organisations[s]
        m = organisation.first + int(uniform2(key, i, way + 2) * organisation.staff)
    worker = w.workers[m]
    if worker.alive == 0:
        return
    trust = max(parent.trust_worker, 0.2 + 0.3 * worker.standing)
    if uniform2(key, i, way + 3) < w.self_organisations[worker.self_organisation].closing:
        parent.worker, parent.trust_worker = m, trust
        return
    join(w, parent, m, trust)
    tell(
        w.log, w.clock, JOINED, EMPOWERED, i, parent.self_organisation,
        C_TRUST, trust, C_NEED, parent.need, 0, 0.0, 0, 0.0,
    )  # fmt: skip


@compiled
def organisation_of(w: World, parent: Record, u: float) -> int:
    """A self-organisation of a family's community nearby, the larger more often; -1 for none."""
    total, here, community = 0.0, w.neighbourhoods[parent.neighbourhood], parent.community
    for s in range(here.organisations_from, here.organisations_to):
        if w.self_organisations[s].community == community:
            total += w.self_organisations[s].reach
    left, found = u * total, -1
    for s in range(here.organisations_from, here.organisations_to):
        if w.self_organisations[s].community != community:
            continue
        if found < 0 or left >= 0.0:
            found = s
        left -= w.self_organisations[s].reach
    return found


@compiled
def join(w: World, parent: Record, m: int, trust: float) -> None:
    """A family that attended nowhere attends a worker's self-organisation from now on."""
    parent.worker, parent.self_organisation = m, w.workers[m].self_organisation
    parent.trust_worker = trust
    w.self_organisations[parent.self_organisation].members += 1.0
    w.flow[0].families_joined += 1.0
