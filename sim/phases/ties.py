"""Institutions among themselves: who meets whom, and what one can pass on to another (§3.1)."""

from sim.arrays import Record
from sim.draws import ASK_AROUND, PASS_ON, stream_key, uniform2
from sim.events import CAUSE, KIND, SEED, WEEK, note, tell
from sim.kernel import compiled
from sim.mechanisms import acquaintance
from sim.registry import rule_number
from sim.world import World

TIES = rule_number("formal_ties")
PASSED = KIND["worker_passed_on"]
C_KNOWING, C_TRUST = CAUSE["knowing"], CAUSE["trust"]
# What a name and a phone number from a colleague are worth beside a face one has met oneself.
HEARSAY = 0.4


@compiled
def settle_ties(w: World, institution: Record) -> None:
    """Ties grow by the people who met others this week, fade, and leave with those who left."""
    if w.on[0].formal_ties > 0:
        change, _ = acquaintance.formal_ties(
            institution.ties, institution.met_others, institution.gone, 0.0, w.p[0]
        )
        institution.ties = min(1.0, max(0.0, institution.ties + note(w.activity, TIES, change)))
    institution.met_others, institution.gone = 0.0, 0.0


@compiled
def meet_each_other(w: World) -> None:
    """Those who came to a meeting meet people of other institutions, and may hear of a worker there."""
    if w.on[0].formal_ties == 0:
        return
    present = 0
    for n in range(len(w.institutions)):
        institution, came = w.institutions[n], 0.0
        for j in range(institution.first, institution.first + institution.staff):
            came += w.professionals[j].comes
        institution.met_others = came / institution.staff
        present += 1 if came > 0.0 else 0
    for n in range(len(w.institutions)):
        if present < 2:
            w.institutions[n].met_others = 0.0
    if present >= 2:
        for j in range(len(w.professionals)):
            if w.professionals[j].comes > 0:
                hear_of_worker(w, j)


@compiled
def hear_of_worker(w: World, j: int) -> None:
    """One who came speaks someone of another institution, who may pass on the worker known best there."""
    key = stream_key(w.clock[SEED], PASS_ON, w.clock[WEEK])
    here = w.workers[w.professionals[j].knows_from]
    n = here.knows_to - here.knows_from
    other = here.knows_from + int(uniform2(key, j, 0) * n)
    for _ in range(n):
        colleague = w.professionals[other]
        if colleague.comes > 0 and colleague.institution != w.professionals[j].institution:
            break
        other = here.knows_from + (other + 1 - here.knows_from) % n
    if w.professionals[other].institution == w.professionals[j].institution:
        return
    worker, known = known_best(w, other, -1)
    if worker >= 0 and uniform2(key, j, 1) < chance_passed(w, j, other, known):
        pass_on(w, j, worker, known)


@compiled
def known_best(w: World, j: int, community: int) -> tuple[int, float]:
    """The worker (of a community, if one is given) whom a professional knows and trusts best."""
    best, score = -1, 0.06
    professional = w.professionals[j]
    for i in range(professional.knows_from, professional.knows_to):
        if w.workers[i].alive == 0 or (community >= 0 and w.workers[i].community != community):
            continue
        pair = w.pairs[w.workers[i].pairs_from + j]
        known = pair.professional_knows_face * pair.trust_professional
        if known > score:
            best, score = i, known
    return best, score


@compiled
def chance_passed(w: World, j: int, other: int, known: float) -> float:
    """Chance that ``other`` passes a worker on to ``j``: as good as the thinnest tie between them."""
    ties = min(
        w.institutions[w.professionals[j].institution].ties,
        w.institutions[w.professionals[other].institution].ties,
    )
    _, passed = acquaintance.formal_ties(ties, 0.0, 0.0, known, w.p[0])
    return note(w.activity, TIES, passed)


@compiled
def pass_on(w: World, j: int, i: int, known: float) -> None:
    """A professional hears from another institution whom to turn to."""
    pair = w.pairs[w.workers[i].pairs_from + j]
    w.flow[0].workers_passed_on += 1.0
    pair.professional_knows_existence = 1.0
    pair.professional_knows_offer = max(pair.professional_knows_offer, 0.5 * HEARSAY)
    pair.professional_knows_face = max(pair.professional_knows_face, HEARSAY)
    tell(
        w.log,
        w.clock,
        PASSED,
        TIES,
        j,
        i,
        C_KNOWING,
        known,
        C_TRUST,
        pair.trust_professional,
        0,
        0.0,
        0,
        0.0,
    )


@compiled
def ask_around(w: World, parent: Record, i: int) -> int:
    """Who is stuck and knows no worker of this community asks someone at another institution; -1 for none."""
    here = w.neighbourhoods[parent.neighbourhood]
    first, n = here.institutions_from, here.institutions_to - here.institutions_from
    if w.on[0].formal_ties == 0 or n < 2:
        return -1
    key, helper = stream_key(w.clock[SEED], ASK_AROUND, w.clock[WEEK]), parent.helper
    own = w.professionals[helper].institution
    step = 1 + int(uniform2(key, i, 0) * (n - 1))
    institution = w.institutions[first + (own - first + step) % n]
    other = institution.first + int(uniform2(key, i, 1) * institution.staff)
    worker, known = known_best(w, other, parent.community)
    if worker < 0 or uniform2(key, i, 2) >= chance_passed(w, helper, other, known):
        return -1
    pass_on(w, helper, worker, known)
    return worker
