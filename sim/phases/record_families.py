"""Phase 8, record, continued: measures of families, and reach in each community."""

from sim.arrays import Record
from sim.events import WEEK
from sim.households import household
from sim.kernel import compiled
from sim.phases.referral import FOLLOWED, in_service
from sim.world import World

# A need above this is one that asks for help.
NEEDY = 0.3


@compiled
def ratio(part: float, whole: float) -> float:
    """``part`` of ``whole``, 0 where there is no whole."""
    return part / whole if whole > 0.0 else 0.0


@compiled
def record_families(w: World, m: Record) -> None:
    """Measures of families, from what was counted in each borough; the counts start anew."""
    if w.boroughs[0].counted == 0:
        start_counting(w)
        for b in range(len(w.boroughs)):
            count_families(w, b)
    n, asking, wording, helped, crisis = 1.0 * len(w.parents), 0.0, 0.0, 0.0, 0.0
    kept, courses, lately, found, shame, trust = 0.0, 0.0, 0.0, 0.0, 0.0, 0.0
    for b in range(len(w.boroughs)):
        borough = w.boroughs[b]
        borough.whole = 0
        asking, wording = asking + borough.asking, wording + borough.wording
        helped, crisis, kept = helped + borough.helped, crisis + borough.crisis, kept + borough.kept
        courses, lately, found = courses + borough.courses, lately + borough.lately, found + borough.found
        shame, trust = shame + borough.shame, trust + borough.trust
        borough.asking, borough.wording, borough.helped, borough.crisis = 0.0, 0.0, 0.0, 0.0
        borough.kept, borough.courses, borough.lately, borough.found = 0.0, 0.0, 0.0, 0.0
        borough.shame, borough.trust, borough.counted = 0.0, 0.0, 0
    m.parents_with_question, m.parents_in_words = asking / n, ratio(wording, asking)
    m.parents_in_help, m.parents_in_crisis = helped / n, crisis / n
    m.families_kept, m.course_families = kept, courses / n
    m.reached_lately = ratio(found, lately)
    m.shame, m.parents_trust_preventive = shame / n, trust / n
    record_reach(w, m)


@compiled
def start_counting(w: World) -> None:
    """Nobody of any community was counted yet this week."""
    for c in range(len(w.communities)):
        w.communities[c].in_need, w.communities[c].helped = 0.0, 0.0


@compiled
def count_families(w: World, b: int) -> None:
    """Count the families of one borough."""
    borough = w.boroughs[b]
    first = max(0, borough.parents_from)
    for i in range(first, borough.parents_to):
        count_need(w, borough, household(w, i))
    count_rows(w, borough, first, borough.parents_to)
    borough.counted = 1


@compiled
def count_need(w: World, borough: Record, parent: Record) -> None:
    """Count one family's question, and help for it in the community. Without choices: see ``busy.py``."""
    borough.wording += 1.0 if (parent.need > 0.0) & (parent.words >= 0.35) else 0.0
    needy, community = 1 if parent.need > NEEDY else 0, w.communities[parent.community]
    parent.last_need = max(parent.last_need, needy * (w.clock[WEEK] + 1))
    community.in_need += needy
    community.helped += needy if in_service(parent) else 0


@compiled
def count_rows(w: World, borough: Record, first: int, past: int) -> None:
    """Count what stands in ``parents`` of so many families, after their week."""
    since = max(0, w.clock[WEEK] - 51)
    shame, trust, asking, helped, crisis, kept = borough.shame, borough.trust, 0, 0, 0, 0
    courses, lately, found = 0, 0, 0
    for i in range(max(0, first), past):
        parent = w.parents[i]
        shame += parent.shame
        trust += parent.trust_preventive
        asking += 1 if parent.need > 0.0 else 0
        # Few are in help, in crisis or kept.
        if parent.help + parent.crisis + parent.kept > 0:
            helped += 1 if in_service(parent) else 0
            crisis += 1 if parent.crisis > 0 else 0
            kept += 1 if parent.kept > 0 else 0
        courses += 1 if parent.course >= FOLLOWED else 0
        needed = 1 if parent.last_need > since else 0
        lately += needed
        found += needed if parent.last_help > since else 0
    borough.shame, borough.trust = shame, trust
    borough.asking, borough.helped = borough.asking + asking, borough.helped + helped
    borough.crisis, borough.kept = borough.crisis + crisis, borough.kept + kept
    borough.courses, borough.lately = borough.courses + courses, borough.lately + lately
    borough.found += found


@compiled
def record_reach(w: World, m: Record) -> None:
    """Reach in all, and of the communities with the least and the most."""
    need, reached, lowest, highest = 0.0, 0.0, 1.0, 0.0
    for c in range(len(w.communities)):
        need += w.communities[c].in_need
        reached += w.communities[c].helped
        if w.communities[c].in_need > 0.0:
            reach = w.communities[c].helped / w.communities[c].in_need
            lowest, highest = min(lowest, reach), max(highest, reach)
    m.reach, m.reach_lowest, m.reach_highest = ratio(reached, need), min(lowest, highest), highest
    m.reach_gap = highest - m.reach_lowest
    # What everyone will have seen of it next week.
    w.district[0].unreached = 1.0 - m.reach if need > 0.0 else 0.0
