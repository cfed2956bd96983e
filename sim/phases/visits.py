"""Going out: groups that visit the centre, and professionals who go to where families are (§5.2, §6.2)."""

from sim.arrays import Record
from sim.draws import OUTREACH, VISIT_GROUP, VISIT_PLAN, stream_key, uniform2
from sim.events import CAUSE, KIND, SEED, WEEK, note, tell
from sim.households import household
from sim.kernel import compiled, seldom
from sim.levers import DOMAIN_VIEW, ORIENTATION_VIEW, WHOLE
from sim.mechanisms import bridging
from sim.phases.doors import accepts_at
from sim.phases.network import neighbourhood_of
from sim.phases.referral import enter_help
from sim.registry import rule_number
from sim.state import NOWHERE, PREVENTIVE
from sim.world import World

VISITS = rule_number("group_visit")
VISITED = KIND["group_visited"]
C_POSTURE, C_OWN, C_HOURS = CAUSE["posture"], CAUSE["ownership"], CAUSE["hours"]
# Seconds of a draw towards nobody: which institution, which organisation.
PLANNED, CHOSEN, HOST = 0, 1, 2


@compiled
def go_out(w: World) -> None:
    """Groups visit the centre and professionals of prevention go out, as far as that is asked or planned."""
    if w.on[0].group_visit > 0:
        plan_visits(w)
    for n in range(len(w.institutions)):
        if w.institutions[n].domain == PREVENTIVE:
            reach_out(w, n)


@compiled
def plan_visits(w: World) -> None:
    """Visits that policy makes possible, and those that partners with a shared story plan themselves."""
    d = w.district[0]
    key = stream_key(w.clock[SEED], VISIT_PLAN, w.clock[WEEK])
    d.visits_due += w.policies[WHOLE].group_visits / 52.0
    due, held = d.visits_due >= 1.0, False
    for n in range(len(w.neighbourhoods)):
        chosen = plan_visits_in(w, n, due, key)
        if chosen >= 0:
            held = True
            visit(w, chosen, key)
    if held:
        d.visits_due -= 1.0


@compiled
def plan_visits_in(w: World, n: int, due: bool, key: int) -> int:
    """Visits of one neighbourhood; returns the self-organisation that policy sends, or -1."""
    here, p, chosen, score = w.neighbourhoods[n], w.p[0], -1, 0.0
    for s in range(here.organisations_from, here.organisations_to):
        organisation = w.self_organisations[s]
        host = organisation.host_pair
        if host >= 0 and uniform2(key, s, PLANNED) < p.visit_rate * w.pairs[host].story:
            visit(w, s, key)
        elif due and asked_of(w, organisation):
            lot = uniform2(key, s, CHOSEN)
            if lot > score:
                chosen, score = s, lot
    return chosen


@compiled
def asked_of(w: World, organisation: Record) -> bool:
    """Whether visits are organised for this kind of organisation, and it sees worth in them."""
    return (
        organisation.worth > 0 and w.policies[ORIENTATION_VIEW + organisation.orientation].group_visits > 0.0
    )


@seldom
def visit(w: World, s: int, key: int) -> None:
    """A self-organisation takes a group to the centre; a worker must have the hours for it."""
    organisation, p = w.self_organisations[s], w.p[0]
    taker, most = -1, p.visit_hours
    for m in range(organisation.first, organisation.first + organisation.staff):
        if w.workers[m].alive > 0 and w.workers[m].hours >= most:
            taker, most = m, w.workers[m].hours
    host = who_receives(w, s, taker, key)
    if taker < 0 or host < 0:
        return
    worker, professional = w.workers[taker], w.professionals[host]
    worker.asked += p.visit_hours
    worker.hours -= p.visit_hours
    worker.spent += p.visit_hours
    cell = w.policies[professional.side_group * 2 + organisation.orientation]
    # Targets put a programme on the visit, as an agenda from above does.
    own = (1.0 - cell.agenda_share) * (1.0 - cell.target_pressure)
    w.flow[0].group_visits_held += 1.0
    going = stream_key(w.clock[SEED], VISIT_GROUP, w.clock[WEEK])
    here = neighbourhood_of(w, s)
    for i in range(here.parents_from, here.parents_to):
        parent = w.parents[i]
        if parent.self_organisation != s or parent.alive == 0:
            continue
        if uniform2(going, i, s) * max(1.0, organisation.members) >= organisation.reach:
            continue
        ours, _ = bridging.group_visit(own, professional.posture, parent.ours, 0.0, p)
        parent.ours = min(1.0, parent.ours + note(w.activity, VISITS, ours))
        w.flow[0].group_visit_families += 1.0
    tell(
        w.log,
        w.clock,
        VISITED,
        VISITS,
        s,
        0,
        C_OWN,
        own,
        C_POSTURE,
        professional.posture,
        C_HOURS,
        p.visit_hours,
        0,
        0.0,
    )


@compiled
def who_receives(w: World, s: int, taker: int, key: int) -> int:
    """The professional of prevention who receives the group: the one its worker knows, or anyone."""
    if taker >= 0 and w.workers[taker].best_preventive >= 0:
        return w.pairs[w.workers[taker].best_preventive].professional
    here = neighbourhood_of(w, s)
    for n in range(here.institutions_from, here.institutions_to):
        if w.institutions[n].domain == PREVENTIVE:
            return w.institutions[n].first + int(uniform2(key, s, HOST) * w.institutions[n].staff)
    return -1


@compiled
def reach_out(w: World, n: int) -> None:
    """In paid hours an institution's professionals meet families where they are, most without a question."""
    institution, p = w.institutions[n], w.p[0]
    hours = w.policies[DOMAIN_VIEW + institution.domain].hours_outside
    here = w.neighbourhoods[institution.neighbourhood]
    families = here.parents_to - here.parents_from
    if hours <= 0.0 or families == 0:
        return
    meetings = hours * institution.staff * p.outreach_pace
    key = stream_key(w.clock[SEED], OUTREACH, w.clock[WEEK])
    whole = int(meetings)
    if uniform2(key, n, 0) < meetings - whole:
        whole += 1
    for turn in range(whole):
        draw = n * 100_003 + turn
        i = here.parents_from + int(uniform2(key, draw, 1) * families)
        meet_outside(w, household(w, i), i, n, draw, key)


@seldom
def meet_outside(w: World, parent: Record, i: int, n: int, draw: int, key: int) -> None:
    """One family is met outside the centre: it learns of the services, and may accept help at once."""
    institution, p = w.institutions[n], w.p[0]
    if parent.alive == 0:
        return
    parent.knowledge += p.outreach_knowledge * (1.0 - parent.knowledge)
    # The smallest question for which workers, too, begin prior work.
    if parent.need < 0.2 or parent.help != NOWHERE or institution.places < 1.0:
        return
    who = institution.first + int(uniform2(key, draw, 2) * institution.staff)
    w.flow[0].offered_by_outreach += 1.0
    if uniform2(key, draw, 3) < accepts_at(w, parent, who, p.outreach_door):
        w.flow[0].accepted_by_outreach += 1.0
        enter_help(w, parent, i, who, False)
