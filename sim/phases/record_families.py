"""Phase 8, record, continued: measures of families, and reach in each community."""

from sim.arrays import Record
from sim.events import WEEK
from sim.kernel import compiled
from sim.phases.referral import FOLLOWED
from sim.state import IN_PREVENTION, IN_YOUTH_CARE
from sim.world import World

# A need above this is one that asks for help.
NEEDY = 0.3


@compiled
def ratio(part: float, whole: float) -> float:
    """``part`` of ``whole``, 0 where there is no whole."""
    return part / whole if whole > 0.0 else 0.0


@compiled
def record_families(w: World, m: Record) -> None:
    """Measures of families, in one pass; whole numbers add up faster than broken ones."""
    n, week = 1.0 * len(w.parents), w.clock[WEEK]
    for c in range(len(w.communities)):
        w.communities[c].in_need, w.communities[c].helped = 0.0, 0.0
    asking, wording, helped, crisis, kept, courses, lately, found = 0, 0, 0, 0, 0, 0, 0, 0
    shame, trust, since = 0.0, 0.0, max(0, week - 51)
    for i in range(len(w.parents)):
        parent = w.parents[i]
        shame += parent.shame
        trust += parent.trust_preventive
        crisis += parent.crisis
        kept += parent.kept
        courses += 1 if parent.course >= FOLLOWED else 0
        in_help = 1 if parent.help == IN_PREVENTION or parent.help == IN_YOUTH_CARE else 0
        helped += in_help
        asks = 1 if parent.need > 0.0 else 0
        asking += asks
        wording += asks if parent.words >= 0.35 else 0
        if parent.need > NEEDY:
            parent.last_need = week + 1
            w.communities[parent.community].in_need += 1.0
            w.communities[parent.community].helped += in_help
        needed = 1 if parent.last_need > since else 0
        lately += needed
        found += needed if parent.last_help > since else 0
    m.parents_with_question, m.parents_in_words = asking / n, ratio(1.0 * wording, 1.0 * asking)
    m.parents_in_help, m.parents_in_crisis = helped / n, crisis / n
    m.families_kept, m.course_families = kept, courses / n
    m.reached_lately = ratio(1.0 * found, 1.0 * lately)
    m.shame, m.parents_trust_preventive = shame / n, trust / n
    record_reach(w, m)


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
