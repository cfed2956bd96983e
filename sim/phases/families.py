"""Phase 5, families: questions arise, ease among peers, grow, get words, get help somewhere or nowhere."""

from sim.arrays import Record
from sim.draws import (
    ACCEPT,
    CONSULT,
    CRISIS,
    GATHERING,
    LOTTERY,
    QUESTION,
    QUESTION_SIZE,
    REFER,
    SEEK_HELP,
    stream_key,
    uniform,
    uniform2,
)
from sim.events import CAUSE, KIND, SEED, WEEK, note, tell
from sim.kernel import compiled
from sim.levers import ORIENTATION_VIEW, WHOLE
from sim.mechanisms import family, service
from sim.phases.credit import credit
from sim.phases.referral import enter_help, offer, real_distance
from sim.phases.stocks import underground
from sim.phases.support import hear
from sim.registry import rule_number
from sim.state import AT_WORKER, IN_PREVENTION, IN_YOUTH_CARE, NOWHERE
from sim.world import World

QUESTIONS, LIVING_ROOM, PRIOR_WORK = (
    rule_number("questions"),
    rule_number("living_room"),
    rule_number("prior_work"),
)
ACCEPTANCE, ON_LOCATION = rule_number("acceptance"), rule_number("on_location")
LATE_CRISIS, C_NEED, C_WORDS, C_SHAME = KIND["late_crisis"], CAUSE["need"], CAUSE["words"], CAUSE["shame"]


@compiled
def live(w: World) -> None:
    """A week of every family."""
    seed, week = w.clock[SEED], w.clock[WEEK]
    arise, size = stream_key(seed, QUESTION, week), stream_key(seed, QUESTION_SIZE, week)
    gather, seek = stream_key(seed, GATHERING, week), stream_key(seed, SEEK_HELP, week)
    lottery, refer = stream_key(seed, LOTTERY, week), stream_key(seed, REFER, week)
    moved, air, campaign = 0.0, w.policies[WHOLE].airtime, w.policies[WHOLE].campaign
    for i in range(len(w.workers)):
        w.workers[i].demand = 0.0
    for i in range(len(w.parents)):
        parent = w.parents[i]
        if parent.alive == 0:
            continue
        parent.child_age += 1.0 / 52.0
        if parent.child_age >= 18.0:
            parent.child_age = 4.0
        if air > 0.0 or campaign > 0.0:
            hear(w, parent, air, campaign)
        moved += question(w, parent, i, arise, size)
        if parent.need <= 0.0:
            continue
        if parent.self_organisation >= 0:
            meet_peers(w, parent, i, gather)
        if parent.help == NOWHERE:
            be_helped_by_worker(w, parent, i, lottery, refer)
        if parent.help == NOWHERE and parent.need > 0.3:
            seek_help(w, parent, i, seek)
        if parent.need >= w.p[0].crisis_level and parent.help < IN_YOUTH_CARE:
            fall_into_crisis(w, parent, i)
    note(w.activity, QUESTIONS, moved)


@compiled
def question(w: World, parent: Record, i: int, arise: int, size: int) -> float:
    """A question arises, or the one there is grows or passes; returns by how much."""
    p = w.p[0]
    if w.on[0].questions == 0:
        return 0.0
    puberty = 1 if parent.child_age >= 12.0 else 0
    attended = 0.0
    if parent.help == IN_PREVENTION or parent.help == IN_YOUTH_CARE:
        attended = 1.0
    elif parent.help == AT_WORKER:
        attended = 0.6
    chance, growth = family.questions(
        puberty,
        parent.worries,
        parent.isolation,
        parent.empowerment,
        attended,
        parent.need,
        parent.severity,
        p,
    )
    if parent.need > 0.0:
        parent.need_up += max(0.0, growth)
        parent.need_down += max(0.0, -growth)
        return abs(growth)
    if uniform(arise, i) < chance:
        parent.need = 0.1 + 0.25 * uniform(size, i)
        parent.words = 0.1 + 0.3 * parent.education
        parent.topic = int(uniform2(size, i, 1) * 5.0)
        parent.severity = uniform2(size, i, 2)
        parent.prior, parent.crisis = 0, 0
        return parent.need
    return 0.0


@compiled
def meet_peers(w: World, parent: Record, i: int, gather: int) -> None:
    """A gathering at the self-organisation: peers, words, and perhaps the professional who is there."""
    organisation, p, on = w.self_organisations[parent.self_organisation], w.p[0], w.on[0]
    if (
        w.district[0].holiday > 0
        or (w.clock[WEEK] + parent.self_organisation) % organisation.weeks_between != 0
    ):
        return
    if uniform(gather, i) * max(1.0, organisation.members) >= organisation.reach:
        return
    if on.living_room > 0:
        shame, words, need = family.living_room(
            organisation.safety, organisation.own_place, parent.shame, parent.words, parent.need, p
        )
        parent.shame = max(0.0, parent.shame + note(w.activity, LIVING_ROOM, shame))
        parent.words = min(1.0, parent.words + words)
        parent.need_down += max(0.0, -need)
        parent.isolation *= 0.995
        parent.empowerment = min(1.0, parent.empowerment + 0.002)
    if organisation.consult_places >= 1.0 and on.on_location > 0 and parent.need > 0.1:
        consult(w, parent, i)


@compiled
def consult(w: World, parent: Record, i: int) -> None:
    """Perhaps consult the professional on location; it may lead on to the centre."""
    organisation, p = w.self_organisations[parent.self_organisation], w.p[0]
    key = stream_key(w.clock[SEED], CONSULT, w.clock[WEEK])
    pair = w.pairs[organisation.host_pair]
    professional = w.professionals[pair.professional]
    institution = w.institutions[professional.institution]
    older = 1 if parent.child_age >= 12.0 else 0
    chance = service.on_location(
        parent.threshold_head,
        real_distance(parent, institution.fit),
        parent.words,
        organisation.consult_posture,
        organisation.consult_labour,
        older,
        p,
    )
    if uniform2(key, i, 0) >= note(w.activity, ON_LOCATION, chance):
        return
    organisation.consult_places -= 1.0
    w.flow[0].on_location_consultations += 1.0
    w.flow[0].on_location_older += older
    if parent.need < 0.5:
        w.flow[0].early_help += 1.0
    parent.need_down += p.consult_ease * parent.need * (0.5 + 0.5 * organisation.consult_posture)
    parent.words = min(1.0, parent.words + 0.2)
    parent.trust_preventive = min(1.0, parent.trust_preventive + 0.1 * (1.0 - parent.trust_preventive))
    parent.threshold_head *= 0.95
    parent.knowledge = min(1.0, parent.knowledge + 0.1)
    onward = p.consult_onward * parent.need * 2.0
    if parent.help == NOWHERE and uniform2(key, i, 1) < onward and institution.places >= 1.0:
        enter_help(w, parent, i, pair.professional, True)
        w.collaborations[organisation.host_pair].transfers += 1.0
        credit(w, organisation.host_pair, 1.0)


@compiled
def be_helped_by_worker(w: World, parent: Record, i: int, lottery: int, refer: int) -> None:
    """The worker does prior work if the hours' lottery allows, and refers when the family is ready."""
    if parent.worker < 0:
        return
    worker, p, on = w.workers[parent.worker], w.p[0], w.on[0]
    if worker.alive == 0 or parent.need < 0.2:
        return
    readiness = 1.0
    if on.prior_work > 0:
        readiness, progress = family.prior_work(parent.words, parent.shame, p.prior_hours, p)
        worker.demand += p.prior_hours * 0.5
        done = work_done(w, w.policies[ORIENTATION_VIEW + worker.side_group].roles_allowed)
        served = uniform(lottery, i) < worker.served * done
        if served and uniform2(lottery, i, 1) < 0.5 * parent.trust_worker and worker.hours >= p.prior_hours:
            worker.hours -= p.prior_hours
            worker.spent += p.prior_hours
            parent.prior += 1
            parent.words = min(1.0, parent.words + note(w.activity, PRIOR_WORK, progress))
            parent.shame *= 1.0 - 0.5 * p.prior_pace
            parent.need_down += 0.15 * progress * parent.need
            parent.attachment = min(1.0, parent.attachment + 0.03)
    heavy = parent.need > 0.6
    chosen = worker.best_youth_care if heavy else worker.best_preventive
    if chosen < 0 or parent.need < 0.3:
        return
    pair = w.pairs[chosen]
    willing = p.refer_rate * pair.worker_knows_face * pair.trust_worker * (0.4 + 0.6 * readiness)
    if on.prior_work > 0 and parent.prior == 0 and parent.words < p.prior_words:
        willing *= 0.3
    if uniform(refer, i) < willing:
        offer(w, parent, i, chosen, readiness, heavy)


@compiled
def work_done(w: World, roles_allowed: float) -> float:
    """Share of the volunteers' work with families that is done: what is allowed, and what goes on unseen."""
    return min(1.0, roles_allowed + underground(w, roles_allowed))


@compiled
def seek_help(w: World, parent: Record, i: int, seek: int) -> None:
    """A family that knows the services and has words may find prevention by itself."""
    p = w.p[0]
    best, fit = -1, -1.0
    chance = p.seek_rate * parent.knowledge * parent.words
    if uniform(seek, i) >= chance:
        return
    for n in range(len(w.institutions)):
        if w.institutions[n].domain == 0 and w.institutions[n].places >= 1.0 and w.institutions[n].fit > fit:
            best, fit = n, w.institutions[n].fit
    if best < 0:
        return
    accepted = 0.5
    if w.on[0].acceptance > 0:
        trust = 0.5 * (parent.trust_preventive + w.communities[parent.community].story_preventive)
        accepted = note(
            w.activity,
            ACCEPTANCE,
            family.acceptance(
                trust,
                parent.threshold_head,
                real_distance(parent, fit),
                min(1.0, parent.words / p.prior_words),
                0.0,
                p,
            ),
        )
    if uniform2(stream_key(w.clock[SEED], ACCEPT, w.clock[WEEK]), i, 2) < accepted:
        institution = w.institutions[best]
        who = institution.first + int(uniform2(seek, i, 1) * institution.staff)
        w.flow[0].self_referrals += 1.0
        if parent.worker >= 0 and parent.prior > 0:
            w.flow[0].brought_to_preventive += 1.0
        enter_help(w, parent, i, who, False)


@compiled
def fall_into_crisis(w: World, parent: Record, i: int) -> None:
    """A question that grew unattended ends in late, heavy care, which may frighten."""
    if parent.crisis == 0:
        w.flow[0].late_crises += 1.0
        tell(
            w.log,
            w.clock,
            LATE_CRISIS,
            QUESTIONS,
            i,
            0,
            C_NEED,
            parent.need,
            C_WORDS,
            parent.words,
            C_SHAME,
            parent.shame,
            0,
            0.0,
        )
    parent.crisis = 1
    best, most = -1, -1.0
    for n in range(len(w.institutions)):
        if w.institutions[n].domain == 1 and w.institutions[n].places > most:
            best, most = n, w.institutions[n].places
    if best < 0:
        return
    institution = w.institutions[best]
    key = stream_key(w.clock[SEED], CRISIS, w.clock[WEEK])
    who = institution.first + int(uniform2(key, i, 0) * institution.staff)
    if parent.help == IN_PREVENTION:
        w.institutions[w.professionals[parent.helper].institution].cases -= 1.0
    parent.help, parent.helper, parent.weeks_in_help = IN_YOUTH_CARE, who, 0
    institution.cases += 1.0
