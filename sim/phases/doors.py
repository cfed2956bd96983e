"""Doors to prevention without a worker: by oneself, after a visit, through school (§2.2, §5.2, §6.2)."""

from sim.arrays import Record
from sim.draws import ACCEPT, stream_key, uniform, uniform2
from sim.events import SEED, WEEK, note
from sim.kernel import compiled, seldom
from sim.mechanisms import bridging, family
from sim.phases.referral import eased, enter_help, fit_of, real_distance
from sim.registry import rule_number
from sim.state import PREVENTIVE, SCHOOL
from sim.world import World

ACCEPTANCE, VISITS = rule_number("acceptance"), rule_number("group_visit")
LEAST_SOUGHT = 0.3
BY_ITSELF, AFTER_A_VISIT, THROUGH_SCHOOL = 0, 1, 2


@compiled
def seek_help(w: World, parent: Record, i: int, seek: int) -> None:
    """A family may find a door: one draw says which, and whether this week."""
    p, u = w.p[0], uniform(seek, i)
    # For most families the draw alone says that it finds none.
    if u >= p.seek_rate + p.refer_school and parent.ours <= 0.0:
        return
    alone, walk_in, school = 0.0, 0.0, 0.0
    # For less one walks in where the centre is one's own, and nowhere else.
    if parent.need > LEAST_SOUGHT:
        alone, school = p.seek_rate * parent.knowledge * parent.words, p.refer_school * parent.need
        # Who denies there is anything wrong, or is held in by tight bonds, does not look for help alone.
        alone *= 1.0 - w.communities[parent.community].denial
        if parent.self_organisation >= 0:
            alone *= 1.0 - w.self_organisations[parent.self_organisation].narrowing
    if parent.ours > 0.0 and w.on[0].group_visit > 0:
        _, walk_in = bridging.group_visit(0.0, 0.0, parent.ours, parent.need, p)
        walk_in = note(w.activity, VISITS, walk_in)
    if u >= alone + walk_in + school:
        return
    door = BY_ITSELF if u < alone else (AFTER_A_VISIT if u < alone + walk_in else THROUGH_SCHOOL)
    knock(w, parent, i, door, seek)


@seldom
def knock(w: World, parent: Record, i: int, door: int, seek: int) -> None:
    """A family comes to the nearest offer of prevention with a place, and stays or not."""
    if door == THROUGH_SCHOOL and not has_school(w, parent):
        return
    here, best, fit = w.neighbourhoods[parent.neighbourhood], -1, -1.0
    for n in range(here.institutions_from, here.institutions_to):
        institution = w.institutions[n]
        if institution.domain == PREVENTIVE and institution.places >= 1.0 and fit_of(institution) > fit:
            best, fit = n, fit_of(institution)
    if best < 0:
        return
    count_door(w, parent, door, False)
    institution = w.institutions[best]
    who = institution.first + int(uniform2(seek, i, 1) * institution.staff)
    accepted = accepts_at(w, parent, who, 1.0)
    if uniform2(stream_key(w.clock[SEED], ACCEPT, w.clock[WEEK]), i, 2) < accepted:
        count_door(w, parent, door, True)
        enter_help(w, parent, i, who, False)


@compiled
def has_school(w: World, parent: Record) -> bool:
    """Whether there is a school among the institutions nearby."""
    here = w.neighbourhoods[parent.neighbourhood]
    for n in range(here.institutions_from, here.institutions_to):
        if w.institutions[n].domain == SCHOOL:
            return True
    return False


@compiled
def accepts_at(w: World, parent: Record, who: int, door: float) -> float:
    """Chance that a family accepts help of this professional; ``door`` is the share left of real distance."""
    # Half is what the acceptance rule says that holds without it.
    chance, p = 0.5, w.p[0]
    left = door * eased(w, parent, w.professionals[who], 0.0)
    fit = fit_of(w.institutions[w.professionals[who].institution])
    if w.on[0].acceptance > 0:
        told = w.communities[parent.community].story_preventive
        # A centre is the district's: who does not trust the one goes less to the other.
        trust = 0.4 * parent.trust_preventive + 0.4 * told + 0.2 * parent.trust_district
        # A place of one's own is trusted, as far as a place can stand in for what one knows of it.
        trust += p.visit_trust * (1.0 - trust) * parent.ours
        chance = note(
            w.activity,
            ACCEPTANCE,
            family.acceptance(
                trust,
                parent.threshold_head * (1.0 - parent.ours),
                real_distance(parent, fit) * left,
                min(1.0, parent.words / p.prior_words),
                0.0,
                p,
            ),
        )
    # What once put a family off weighs less where a shared background eases the return.
    return chance * (1.0 - parent.put_off * left)


@compiled
def count_door(w: World, parent: Record, door: int, accepted: bool) -> None:
    """Count a family at a door, or the one that came in."""
    if door == BY_ITSELF:
        if accepted:
            w.flow[0].self_referrals += 1.0
            if parent.worker >= 0 and parent.prior > 0:
                w.flow[0].brought_to_preventive += 1.0
        else:
            w.flow[0].self_sought += 1.0
    elif door == AFTER_A_VISIT:
        if accepted:
            w.flow[0].accepted_walk_ins += 1.0
        else:
            w.flow[0].walk_ins += 1.0
    elif accepted:
        w.flow[0].accepted_by_school += 1.0
    else:
        w.flow[0].offered_by_school += 1.0
