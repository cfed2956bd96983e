"""What came through whom, as the institution has it: credited, unseen or forgotten (§6.1)."""

from sim.arrays import Record
from sim.events import note
from sim.kernel import compiled
from sim.levers import DOMAIN_VIEW
from sim.mechanisms import unseen
from sim.registry import rule_number
from sim.state import YOUTH_CARE
from sim.world import World

ATTRIBUTION = rule_number("attribution")


@compiled
def credit(w: World, k: int, session: float) -> None:
    """One family came through the worker of a pair; the professional credits what is seen of it.

    ``session`` is 1 where it came out of a session at the self-organisation.
    """
    pair = w.pairs[k]
    professional = w.professionals[pair.professional]
    heavy = professional.side_group == YOUTH_CARE
    seen = 1.0
    if w.on[0].attribution > 0:
        internal = w.policies[DOMAIN_VIEW + professional.side_group].internal_credit
        seen, shown, _ = unseen.attribution(pair.professional_knows_face, session, internal, 0.0, w.p[0])
        note(w.activity, ATTRIBUTION, 1.0 - seen)
        if shown > 0.0:
            show_colleagues(w, pair, professional, shown)
    pair.attributed += seen
    professional.attributed += seen
    w.flow[0].referrals_attributed += seen
    if heavy:
        w.flow[0].brought_to_youth_care += 1.0
        w.flow[0].attributed_to_youth_care += seen
    else:
        w.flow[0].brought_to_preventive += 1.0
        w.flow[0].attributed_to_preventive += seen


@compiled
def show_colleagues(w: World, pair: Record, professional: Record, shown: float) -> None:
    """Where it is made visible inside, colleagues see as well what came through this worker."""
    institution, first = w.institutions[professional.institution], w.workers[pair.worker].pairs_from
    for j in range(institution.first, institution.first + institution.staff):
        if j != pair.professional:
            w.pairs[first + j].attributed += shown


@compiled
def forget(w: World, institution: Record) -> None:
    """A manager leaves: the others of the institution forget a part of what came through whom."""
    if w.on[0].attribution == 0:
        return
    internal = w.policies[DOMAIN_VIEW + institution.domain].internal_credit
    _, _, forgotten = unseen.attribution(0.0, 0.0, internal, 1.0, w.p[0])
    note(w.activity, ATTRIBUTION, forgotten)
    for j in range(institution.first, institution.first + institution.staff):
        for i in range(w.professionals[j].knows_from, w.professionals[j].knows_to):
            pair = w.pairs[w.workers[i].pairs_from + j]
            pair.attributed *= 1.0 - forgotten
            pair.mediated *= 1.0 - forgotten
