"""Phase 5, families: questions arise, ease among peers, grow, get words, get help somewhere or nowhere."""

from sim.arrays import Record
from sim.draws import (
    CONSULT,
    CRISIS,
    GATHERING,
    LOTTERY,
    MEDIATE,
    NEIGHBOUR,
    QUESTION,
    QUESTION_SIZE,
    REFER,
    SEEK_HELP,
    stream_key,
    uniform,
    uniform2,
)
from sim.events import CAUSE, KIND, SEED, WEEK, note, tell
from sim.households import household
from sim.kernel import compiled, fetch, seldom
from sim.levers import ORIENTATION_VIEW, WHOLE
from sim.mechanisms import bridging, circle, family, service
from sim.phases.busy import GROWN, list_busy
from sim.phases.circle import attach, mediate_at_home, stay_with_worker, steps_in, take_in
from sim.phases.credit import credit
from sim.phases.doors import seek_help
from sim.phases.homes import replace_parent
from sim.phases.neighbours import meet_neighbours, share_in_communities
from sim.phases.offering import offer
from sim.phases.questions import highest_chance, question
from sim.phases.record_families import count_need
from sim.phases.referral import (
    FOLLOWED,
    count_early,
    eased,
    enter_help,
    fit_of,
    in_service,
    real_distance,
    tell_story,
    trust_in_worker,
)
from sim.phases.school import find_schools, school_quarter
from sim.phases.settle import settle_parent
from sim.phases.stocks import underground
from sim.phases.support import hear
from sim.phases.training import train
from sim.registry import rule_number
from sim.state import AT_WORKER, IN_PREVENTION, IN_YOUTH_CARE, NOWHERE
from sim.world import World

QUESTIONS, LIVING_ROOM, PRIOR_WORK = (
    rule_number("questions"),
    rule_number("living_room"),
    rule_number("prior_work"),
)
OWN_CIRCLE, EMPOWERED = rule_number("own_circle"), rule_number("empowered")
ON_LOCATION, BACKGROUND = rule_number("on_location"), rule_number("posture_and_background")
# So many of the listed on, about the time that memory takes to get here.
SOON = 16
# Of a number not below 0, as it is; that it is none is more than the compiler knows, and quicker to divide.
NOT_BELOW = 2**31 - 1
# Below this the centre is nobody's own place.
HARDLY_OURS = 0.01
LATE_CRISIS, ESCALATED = KIND["late_crisis"], KIND["escalated"]
C_NEED, C_WORDS, C_SHAME = CAUSE["need"], CAUSE["words"], CAUSE["shame"]


@compiled
def live(w: World) -> None:
    """A week of every family."""
    open_houses(w)
    train(w)
    share_in_communities(w)
    for b in range(len(w.boroughs)):
        live_in(w, b)


@compiled
def open_houses(w: World) -> None:
    """Where schools are; nobody asked anything of workers yet; which self-organisations gather this week."""
    week = w.clock[WEEK]
    find_schools(w)
    for i in range(len(w.workers)):
        w.workers[i].demand = 0.0
    for s in range(len(w.self_organisations)):
        organisation = w.self_organisations[s]
        turn = (week + s) % organisation.weeks_between == 0
        organisation.gathers = 1 if turn and w.district[0].holiday == 0 else 0


@seldom
def live_in(w: World, b: int) -> None:
    """A week of the families of one borough."""
    seed, week = w.clock[SEED], w.clock[WEEK]
    # A row below 0 would count from the end; that there is none spares a look at every family.
    first = max(0, w.boroughs[b].parents_from)
    arise, size = stream_key(seed, QUESTION, week), stream_key(seed, QUESTION_SIZE, week)
    gather, seek = stream_key(seed, GATHERING, week), stream_key(seed, SEEK_HELP, week)
    lottery, refer = stream_key(seed, LOTTERY, week), stream_key(seed, REFER, week)
    mediate, neighbour = stream_key(seed, MEDIATE, week), stream_key(seed, NEIGHBOUR, week)
    moved, past, together = 0.0, w.boroughs[b].parents_to, w.busy.shape[1]
    air, campaign = w.policies[WHOLE].airtime, w.policies[WHOLE].campaign
    heard, highest = air > 0.0 or campaign > 0.0, highest_chance(w)
    for start in range(first, past, together):
        found = list_busy(w, b, start, min(past, start + together), arise, 1.0 if heard else highest)
        for k in range(found):
            fetch(w.homes, w.busy[b, min(k + SOON, found - 1)])
            i = int(w.busy[b, k])
            parent = household(w, i)
            if parent.child_age >= GROWN:
                replace_parent(w, parent, i)
            if heard:
                hear(w, parent, air, campaign)
            moved += question(w, parent, i, arise, size, highest)
            if ((week + i) & NOT_BELOW) % 13 == 0:
                school_quarter(w, parent, i)
            forget(w, parent)
            if parent.need > 0.0:
                live_with_question(w, parent, i, week, gather, neighbour, lottery, refer, mediate, seek)
            else:
                follow_course(w, parent, i, gather)
            if w.boroughs[b].whole > 0 and not in_service(parent):
                settle_parent(w, parent)
                count_need(w, w.boroughs[b], parent)
    note(w.activity, QUESTIONS, moved)


@compiled
def live_with_question(
    w: World, parent: Record, i: int, week: int, gather: int, neighbour: int, lottery: int, refer: int,
    mediate: int, seek: int,
) -> None:  # fmt: skip
    """A week of a family that has a question."""
    if parent.self_organisation >= 0:
        meet_peers(w, parent, i, gather)
    elif (week + i) % 4 == 0:
        meet_neighbours(w, parent, i, neighbour)
    if parent.help == NOWHERE:
        be_helped_by_worker(w, parent, i, lottery, refer, mediate)
    elif parent.help == AT_WORKER:
        stay_with_worker(w, parent)
    if parent.help == NOWHERE and (parent.need > 0.3 or parent.ours > HARDLY_OURS):
        seek_help(w, parent, i, seek)
    if parent.need >= w.p[0].crisis_level and parent.help != IN_YOUTH_CARE:
        fall_into_crisis(w, parent, i)


@compiled
def forget(w: World, parent: Record) -> None:
    """How the centre felt wears off."""
    if parent.ours + parent.put_off > 0.0:
        parent.ours *= 1.0 - w.p[0].visit_fading
        parent.put_off *= 1.0 - w.p[0].posture_memory


@compiled
def follow_course(w: World, parent: Record, i: int, gather: int) -> None:
    """A session on location is for everyone who comes, also for families without a question."""
    if parent.self_organisation < 0 or w.on[0].on_location == 0:
        return
    organisation = w.self_organisations[parent.self_organisation]
    if organisation.consult_places >= 1.0 and gathers(w, parent, i, gather):
        learn_on_course(w, parent, organisation)


@compiled
def learn_on_course(w: World, parent: Record, organisation: Record) -> None:
    """One attended session, as far as the posture of the professional lets the family take part."""
    parent.course += w.p[0].course_pace * organisation.consult_posture * (1.0 - parent.course)


@compiled
def gathers(w: World, parent: Record, i: int, gather: int) -> bool:
    """Whether the self-organisation gathers this week and the family comes."""
    organisation = w.self_organisations[parent.self_organisation]
    if organisation.gathers == 0:
        return False
    return uniform(gather, i) * max(1.0, organisation.members) < organisation.reach


@compiled
def meet_peers(w: World, parent: Record, i: int, gather: int) -> None:
    """A gathering at the self-organisation: peers, words, and perhaps the professional who is there."""
    organisation, p, on = w.self_organisations[parent.self_organisation], w.p[0], w.on[0]
    if not gathers(w, parent, i, gather):
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
    if organisation.consult_places >= 1.0 and on.on_location > 0:
        if parent.need > 0.1:
            consult(w, parent, i)
        learn_on_course(w, parent, organisation)


@seldom
def consult(w: World, parent: Record, i: int) -> None:
    """Perhaps consult the professional on location; it may lead on to the centre."""
    organisation, p, on = w.self_organisations[parent.self_organisation], w.p[0], w.on[0]
    key = stream_key(w.clock[SEED], CONSULT, w.clock[WEEK])
    pair = w.pairs[organisation.host_pair]
    professional = w.professionals[pair.professional]
    institution = w.institutions[professional.institution]
    older = 1 if parent.child_age >= 12.0 else 0
    # The worker who hosts interprets where that is needed.
    left = eased(w, parent, professional, organisation.consult_labour)
    chance = (1.0 - parent.put_off * left) * service.on_location(
        parent.threshold_head,
        real_distance(parent, fit_of(institution)) * left,
        parent.words,
        organisation.consult_posture,
        organisation.consult_labour,
        older,
        parent.course,
        p,
    )
    if uniform2(key, i, 0) >= note(w.activity, ON_LOCATION, chance):
        return
    organisation.consult_places -= 1.0
    w.flow[0].on_location_consultations += 1.0
    w.flow[0].on_location_older += older
    w.flow[0].on_location_course += 1.0 if parent.course >= FOLLOWED else 0.0
    parent.last_help = w.clock[WEEK] + 1
    if parent.need < 0.5:
        count_early(w, parent)
    parent.need_down += p.consult_ease * parent.need * (0.5 + 0.5 * organisation.consult_posture)
    parent.words = min(1.0, parent.words + 0.2)
    parent.trust_preventive = min(1.0, parent.trust_preventive + 0.1 * (1.0 - parent.trust_preventive))
    parent.threshold_head *= 0.95
    parent.knowledge = min(1.0, parent.knowledge + 0.1)
    if on.empowered > 0:
        strengthened = p.consult_strengthens * organisation.consult_posture
        parent.empowerment += note(w.activity, EMPOWERED, strengthened) * (1.0 - parent.empowerment)
    # A talk on location is told on too: well when the professional was an equal, badly when not at all.
    tell_story(w, parent, p.consult_told * (organisation.consult_posture - 0.25), False)
    if puts_off(w, parent, uniform2(key, i, 2)):
        return
    onward = p.consult_onward * parent.need * 2.0
    if parent.help == NOWHERE and uniform2(key, i, 1) < onward and institution.places >= 1.0:
        w.flow[0].accepted_on_location += 1.0
        enter_help(w, parent, i, int(pair.professional), True)
        w.collaborations[organisation.host_pair].transfers += 1.0
        credit(w, organisation.host_pair, 1.0)


@compiled
def puts_off(w: World, parent: Record, u: float) -> bool:
    """Whether the posture of the professional on location makes a family stay away from now on."""
    if w.on[0].posture_and_background == 0:
        return False
    posture = w.self_organisations[parent.self_organisation].consult_posture
    _, leaves = bridging.posture_and_background(0, 0.0, posture, w.p[0])
    if u >= note(w.activity, BACKGROUND, leaves):
        return False
    w.flow[0].on_location_left += 1.0
    parent.put_off = 1.0
    return True


@compiled
def be_helped_by_worker(w: World, parent: Record, i: int, lottery: int, refer: int, mediate: int) -> None:
    """The worker does prior work if the hours' lottery allows, and refers when the family is ready."""
    if parent.worker < 0:
        return
    worker, on = w.workers[parent.worker], w.on[0]
    if worker.alive == 0 or parent.need < 0.2:
        return
    words, shame, weeks = parent.words, parent.shame, 1.0 * parent.prior
    if on.prior_work > 0:
        work_before(w, parent, worker, i, lottery)
    if steps_in(w, parent, worker, i, mediate):
        mediate_at_home(w, parent, worker, i)
    heavy = parent.need > 0.6
    if heavy and on.own_circle > 0 and take_in(w, parent, worker, i):
        return
    chosen = worker.best_youth_care if heavy else worker.best_preventive
    if chosen < 0 or parent.need < 0.3:
        return
    u = uniform(refer, i)
    # For most families the draw alone says that nobody refers them.
    if u >= w.p[0].refer_rate:
        return
    readiness = 1.0
    if on.prior_work > 0:
        readiness, _ = family.prior_work(words, shame, weeks, w.p[0].prior_hours, w.p[0])
    if u < willing(w, parent, worker, w.pairs[chosen], readiness, heavy):
        offer(w, parent, i, chosen, readiness, heavy)


@compiled
def work_before(w: World, parent: Record, worker: Record, i: int, lottery: int) -> None:
    """A family asks its worker for an hour of prior work, and may get it."""
    p = w.p[0]
    worker.demand += p.prior_hours * 0.5
    done = work_done(w, w.policies[ORIENTATION_VIEW + worker.side_group].roles_allowed)
    served, trust = uniform(lottery, i) < worker.served * done, parent.trust_worker
    if worker.paid > 0.0 and served:
        trust = trust_in_worker(w, parent)
    open_to_it = 0.5 * trust if served else 0.0
    if uniform2(lottery, i, 1) < open_to_it and worker.hours >= p.prior_hours:
        _, progress = family.prior_work(parent.words, parent.shame, 1.0 * parent.prior, p.prior_hours, p)
        worker.hours -= p.prior_hours
        worker.spent += p.prior_hours
        parent.prior += 1
        parent.words = min(1.0, parent.words + note(w.activity, PRIOR_WORK, progress))
        parent.shame *= 1.0 - 0.5 * p.prior_pace
        parent.need_down += 0.15 * progress * parent.need
        attach(w, parent)
        advise(w, parent, worker)


@compiled
def willing(w: World, parent: Record, worker: Record, pair: Record, readiness: float, heavy: bool) -> float:
    """Chance that the worker refers the family to the one she knows best."""
    p, on = w.p[0], w.on[0]
    chance = p.refer_rate * pair.worker_knows_face * pair.trust_worker * (0.4 + 0.6 * readiness)
    if on.prior_work > 0 and parent.prior == 0 and parent.words < p.prior_words:
        chance *= 0.3
    if parent.self_organisation >= 0:
        chance *= 1.0 - w.self_organisations[parent.self_organisation].narrowing
    if on.own_circle > 0 and not heavy:
        chance *= 1.0 - p.circle_advice * worker.advises
    return chance


@compiled
def advise(w: World, parent: Record, worker: Record) -> None:
    """In an hour with a family the worker tells what she knows of the services, and advises herself."""
    p = w.p[0]
    if worker.best_preventive >= 0:
        known = w.pairs[worker.best_preventive].worker_knows_offer
        parent.knowledge = min(1.0, parent.knowledge + p.hearsay_offer * known * (1.0 - parent.knowledge))
    if w.on[0].own_circle > 0:
        _, ease = circle.own_circle(0.0, 0.0, parent.trust_worker, worker.advises, worker.advises, p)
        parent.need_down += note(w.activity, OWN_CIRCLE, ease) * parent.need


@compiled
def work_done(w: World, roles_allowed: float) -> float:
    """Share of the volunteers' work with families that is done: what is allowed, and what goes on unseen."""
    return min(1.0, roles_allowed + underground(w, roles_allowed))


@seldom
def fall_into_crisis(w: World, parent: Record, i: int) -> None:
    """A question that grew ends in heavy care, which may frighten: late, unless prevention was helping."""
    if parent.crisis == 0:
        late = parent.help != IN_PREVENTION
        if late:
            w.flow[0].late_crises += 1.0
            w.flow[0].late_crises_outside += 1.0 if parent.self_organisation < 0 else 0.0
            w.flow[0].late_crises_far += 1.0 if parent.threshold_real > 0.5 else 0.0
        else:
            w.flow[0].escalated += 1.0
        tell(
            w.log,
            w.clock,
            LATE_CRISIS if late else ESCALATED,
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
    here = w.neighbourhoods[parent.neighbourhood]
    for n in range(here.institutions_from, here.institutions_to):
        if w.institutions[n].domain == 1 and w.institutions[n].places > most:
            best, most = n, w.institutions[n].places
    if best < 0:
        return
    institution = w.institutions[best]
    key = stream_key(w.clock[SEED], CRISIS, w.clock[WEEK])
    who = institution.first + int(uniform2(key, i, 0) * institution.staff)
    if parent.help == IN_PREVENTION:
        w.institutions[w.professionals[parent.helper].institution].cases -= 1.0
    parent.help, parent.helper, parent.weeks_in_help, parent.kept = IN_YOUTH_CARE, who, 0, 0
    institution.cases += 1.0
