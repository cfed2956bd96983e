"""Measures of families by group, taken once in four weeks, since what they carry moves slowly."""

from sim.arrays import Record
from sim.events import WEEK
from sim.households import household
from sim.kernel import compiled
from sim.phases.record_families import NEEDY
from sim.state import AT_WORKER, IN_PREVENTION, IN_YOUTH_CARE
from sim.world import World

EVERY = 4
STRONG = 0.5


@compiled
def record_homes(w: World, m: Record) -> None:
    """Count families anew, or repeat what was counted last; the small groups every week."""
    if w.clock[WEEK] % EVERY == 0:
        count_homes(w, m)
    else:
        repeat(w.weekly[w.clock[WEEK] - 1], m)
    for c in range(len(w.communities)):
        community = w.communities[c]
        m.shared_responsibility += community.share * community.shared
        m.defence += community.share * community.defence
    # Shares of communities add up to 1, apart from rounding.
    m.shared_responsibility = min(1.0, m.shared_responsibility)
    m.defence = min(1.0, m.defence)
    for s in range(len(w.self_organisations)):
        organisation = w.self_organisations[s]
        m.intermediaries_active += organisation.intermediaries * organisation.active


@compiled
def repeat(before: Record, m: Record) -> None:
    """What was counted last holds until it is counted again."""
    m.parents_outside, m.parents_at_worker = before.parents_outside, before.parents_at_worker
    m.parents_empowered, m.parents_attached = before.parents_empowered, before.parents_attached
    m.parents_isolated, m.parents_know_services = before.parents_isolated, before.parents_know_services
    m.parents_trust_youth_care = before.parents_trust_youth_care
    m.parents_trust_school, m.parents_trust_district = (
        before.parents_trust_school,
        before.parents_trust_district,
    )
    m.school_distance = before.school_distance
    m.reach_attending, m.reach_outside = before.reach_attending, before.reach_outside
    m.reach_far, m.reach_near = before.reach_far, before.reach_near


@compiled
def count_homes(w: World, m: Record) -> None:
    """What families carry, who of those in need has help, and how many could help others."""
    n = 1.0 * len(w.parents)
    outside, kept, strong, attached, alone = 0, 0, 0, 0, 0
    needy, needy_helped, inside, inside_helped, far, far_helped = 0, 0, 0, 0, 0, 0
    knowing, youth, school, district, apart = 0.0, 0.0, 0.0, 0.0, 0.0
    for c in range(len(w.communities)):
        community = w.communities[c]
        community.helpers, community.helpers_know, community.helpers_trust = 0.0, 0.0, 0.0
    for i in range(len(w.parents)):
        parent = household(w, i)
        outside += 1 if parent.self_organisation < 0 else 0
        kept += 1 if parent.help == AT_WORKER else 0
        attached += 1 if parent.attachment > STRONG else 0
        alone += 1 if parent.isolation > STRONG else 0
        knowing += parent.knowledge
        youth += parent.trust_youth_care
        school += parent.trust_school
        district += parent.trust_district
        apart += parent.school_distance
        if parent.empowerment > STRONG:
            strong += 1
            if parent.self_organisation >= 0:
                add_helper(w.communities[parent.community], parent)
        if parent.need > NEEDY:
            helped = 1 if parent.help == IN_PREVENTION or parent.help == IN_YOUTH_CARE else 0
            attends = 1 if parent.self_organisation >= 0 else 0
            lives_far = 1 if parent.threshold_real > STRONG else 0
            needy, needy_helped = needy + 1, needy_helped + helped
            inside, inside_helped = inside + attends, inside_helped + attends * helped
            far, far_helped = far + lives_far, far_helped + lives_far * helped
    m.parents_outside, m.parents_at_worker, m.parents_empowered = outside / n, kept / n, strong / n
    m.parents_attached, m.parents_isolated, m.parents_know_services = attached / n, alone / n, knowing / n
    m.parents_trust_youth_care, m.parents_trust_school = youth / n, school / n
    m.parents_trust_district, m.school_distance = district / n, apart / n
    m.reach_attending, m.reach_far = part(inside_helped, inside), part(far_helped, far)
    m.reach_outside = part(needy_helped - inside_helped, needy - inside)
    m.reach_near = part(needy_helped - far_helped, needy - far)
    share_helpers(w)


@compiled
def part(helped: int, need: int) -> float:
    """Share of those in need who are helped; 0 where nobody is in need."""
    return helped / max(1.0, 1.0 * need)


@compiled
def add_helper(community: Record, parent: Record) -> None:
    """One more family that attends and is strong enough to help others."""
    community.helpers += 1.0
    community.helpers_know += parent.knowledge
    community.helpers_trust += parent.trust_preventive


@compiled
def share_helpers(w: World) -> None:
    """What was summed over the helpers of a community, as means, and they as a share of its families."""
    for c in range(len(w.communities)):
        community = w.communities[c]
        helpers = max(1.0, community.helpers)
        community.helpers_know, community.helpers_trust = (
            community.helpers_know / helpers,
            community.helpers_trust / helpers,
        )
        community.helpers = min(1.0, community.helpers / max(1.0, community.families))
