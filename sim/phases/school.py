"""School and families: what is talked over, how far they stand apart, and what is feared there (§2.2)."""

from sim.arrays import Record
from sim.draws import SCHOOL_FRIGHT, stream_key, uniform
from sim.events import SEED, WEEK, note
from sim.kernel import compiled
from sim.mechanisms import community as rules
from sim.registry import rule_number
from sim.state import SCHOOL
from sim.world import World

SCHOOL_GAP = rule_number("school_gap")
# The topic of a question that is about school (see TOPICS).
ABOUT_SCHOOL = 4


@compiled
def school_quarter(w: World, parent: Record, i: int) -> None:
    """Once in a quarter: the distance between a family and its school, and what it does to a question."""
    p = w.p[0]
    if w.on[0].school_gap == 0:
        return
    talk = talk_with_school(w, parent, i)
    if talk < 0.0:
        return
    distance, strain, fright = rules.school_gap(parent.school_distance, talk, parent.knowledge, p)
    parent.school_distance = min(
        1.0, max(0.0, parent.school_distance + note(w.activity, SCHOOL_GAP, distance))
    )
    parent.trust_school += 0.1 * ((1.0 - parent.school_distance) - parent.trust_school)
    if parent.need <= 0.0 or parent.topic != ABOUT_SCHOOL:
        return
    parent.need_up += note(w.activity, SCHOOL_GAP, strain) * (1.0 - parent.trust_school)
    parent.need_down += 0.5 * p.school_talk * talk * parent.need * parent.trust_school
    heavy = uniform(stream_key(w.clock[SEED], SCHOOL_FRIGHT, w.clock[WEEK]), i) < p.school_special
    if heavy and parent.need > 0.45:
        w.flow[0].special_education_feared += 1.0
        parent.shame += fright * (1.0 - parent.shame)
        parent.trust_school *= 1.0 - fright
        parent.school_distance += 0.5 * fright * (1.0 - parent.school_distance)


@compiled
def talk_with_school(w: World, parent: Record, i: int) -> float:
    """How much is talked over: what the school offers, and what a worker who knows someone there adds.

    -1 where there is no school.
    """
    n = school_of(w, i)
    if n < 0:
        return -1.0
    talk = w.institutions[n].fit * (0.4 + 0.6 * parent.trust_school)
    if parent.worker >= 0 and w.workers[parent.worker].alive > 0:
        known = w.workers[parent.worker].best_school
        if known >= 0:
            talk += (1.0 - talk) * w.pairs[known].worker_knows_face * w.pairs[known].trust_worker
    return min(1.0, talk)


@compiled
def find_schools(w: World) -> None:
    """Of each neighbourhood how many schools it has, and the last of them."""
    for b in range(len(w.neighbourhoods)):
        here = w.neighbourhoods[b]
        here.schools, here.school = 0, -1
        for n in range(here.institutions_from, here.institutions_to):
            if w.institutions[n].domain == SCHOOL:
                here.schools, here.school = here.schools + 1, n


@compiled
def school_of(w: World, i: int) -> int:
    """The school of a family: the schools take turns over the families; -1 where there is none."""
    here = w.neighbourhoods[w.homes[i].neighbourhood]
    if here.schools < 2:
        return here.school
    wanted = i % here.schools
    for n in range(here.institutions_from, here.institutions_to):
        if w.institutions[n].domain == SCHOOL:
            if wanted == 0:
                return n
            wanted -= 1
    return -1
