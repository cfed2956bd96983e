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
    """Measures of families, from what was counted in each borough; the counts start anew."""
    if w.boroughs[0].counted == 0:
        start_counting(w)
        for b in range(len(w.boroughs)):
            count_families(w, b)
    n, asking, wording, helped, crisis = 1.0 * len(w.parents), 0.0, 0.0, 0.0, 0.0
    kept, courses, lately, found, shame, trust = 0.0, 0.0, 0.0, 0.0, 0.0, 0.0
    for b in range(len(w.boroughs)):
        borough = w.boroughs[b]
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
    borough, since = w.boroughs[b], counts_since(w)
    for i in range(max(0, borough.parents_from), borough.parents_to):
        count_family(w, borough, w.parents[i], since)
    borough.counted = 1


@compiled
def counts_since(w: World) -> int:
    """The week after which a need or help is less than a year ago."""
    return max(0, w.clock[WEEK] - 51)


@compiled
def count_family(w: World, borough: Record, parent: Record, since: int) -> None:
    """Count one family. Few are in crisis, kept, helped or through a course: a look costs less than a sum."""
    borough.shame += parent.shame
    borough.trust += parent.trust_preventive
    if parent.crisis > 0:
        borough.crisis += 1.0
    if parent.kept > 0:
        borough.kept += 1.0
    if parent.course >= FOLLOWED:
        borough.courses += 1.0
    in_help = parent.help == IN_PREVENTION or parent.help == IN_YOUTH_CARE
    if in_help:
        borough.helped += 1.0
    if parent.need > 0.0:
        borough.asking += 1.0
        borough.wording += 1.0 if parent.words >= 0.35 else 0.0
    if parent.need > NEEDY:
        parent.last_need = w.clock[WEEK] + 1
        w.communities[parent.community].in_need += 1.0
        w.communities[parent.community].helped += 1.0 if in_help else 0.0
    needed = 1.0 if parent.last_need > since else 0.0
    borough.lately += needed
    borough.found += needed if parent.last_help > since else 0.0


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
