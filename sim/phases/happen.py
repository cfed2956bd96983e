"""What comes from outside on its date: people leave, money and guides come and go, people meet (§6)."""

from sim.arrays import Record
from sim.events import CAUSE, KIND, WEEK, fall, tell
from sim.kernel import compiled
from sim.mechanisms import municipality
from sim.phases.acquaint import contact
from sim.phases.begin import begin, skip_design_perhaps
from sim.phases.reading import read_interest, read_referral
from sim.phases.referral import spread_story
from sim.scenario import KINDS
from sim.state import YOUTH_CARE
from sim.world import World

LEAVES, FUNDED, GUIDED, MEETS, BEGINS, BROKEN, GATHERING, CHANGES, ASKS, BAD_STORY = range(len(KINDS) - 1)
# The rule number of what no rule caused.
OUTSIDE = -1
STARTED, C_ORDERED = KIND["collaboration_started"], CAUSE["ordered"]


@compiled
def happen(w: World) -> None:
    """Everything dated for this week, but meetings of people, which come when the week's hours are known."""
    week = w.clock[WEEK]
    for n in range(len(w.happenings)):
        event = w.happenings[n]
        if event.kind == FUNDED:
            fund(w, event, week)
        elif event.kind == GUIDED:
            guide(w, event, week)
        elif event.week <= week and week <= event.until and (week - event.week) % event.every == 0:
            happen_now(w, event)


@compiled
def happen_now(w: World, event: Record) -> None:
    """One event of this week."""
    if event.kind == LEAVES:
        for i in range(event.workers_from, event.workers_to):
            w.workers[i].leaves = w.workers[i].alive
        for j in range(event.professionals_from, event.professionals_to):
            w.professionals[j].leaves = 1
    elif event.kind == BEGINS:
        arrange(w, event)
    elif event.kind == BROKEN:
        break_promise(w, event)
    elif event.kind == GATHERING:
        w.district[0].meetings_due += 1.0
    elif event.kind == CHANGES:
        change(w, event)
    elif event.kind == BAD_STORY:
        spread_badly(w, event)


@compiled
def fund(w: World, event: Record, week: int) -> None:
    """A funder outside the municipality gives activity money, and stops."""
    for s in range(event.organisations_from, event.organisations_to):
        if week == event.week:
            w.self_organisations[s].funder = event.value
        elif week == event.until + 1:
            w.self_organisations[s].funder = 0.0


@compiled
def guide(w: World, event: Record, week: int) -> None:
    """A guide from outside takes up work with pairs, and goes."""
    if week != event.week and week != event.until + 1:
        return
    for i in range(event.workers_from, event.workers_to):
        worker = w.workers[i]
        for j in range(event.professionals_from, event.professionals_to):
            if j < worker.knows_from or j >= worker.knows_to:
                continue
            pair = w.pairs[worker.pairs_from + j]
            before = 1 if pair.guide > 0.0 else 0
            pair.guide = event.value if week == event.week else 0.0
            w.district[0].outside_guides += (1 if pair.guide > 0.0 else 0) - before


@compiled
def arrange(w: World, event: Record) -> None:
    """A collaboration is arranged between people, or ordered; its form may be part of what is arranged."""
    ordered = 1 if event.value >= 0.5 else 0
    for i in range(event.workers_from, event.workers_to):
        worker = w.workers[i]
        for j in range(event.professionals_from, event.professionals_to):
            k = worker.pairs_from + j
            if worker.alive == 0 or j < worker.knows_from or j >= worker.knows_to:
                continue
            if w.collaborations[k].alive > 0:
                continue
            pair = w.pairs[k]
            pair.worker_knows_face = max(pair.worker_knows_face, 0.3)
            pair.professional_knows_face = max(pair.professional_knows_face, 0.3)
            pair.contacts += 1
            begin(w, k, ordered)
            w.flow[0].starts_from_outside += 1.0
            if event.form > 0:
                w.collaborations[k].designed, w.collaborations[k].model = 1, event.form
            elif ordered > 0:
                # What is only arranged, and in no form, is the partners' to design.
                skip_design_perhaps(w, k, ordered)
            w.collaborations[k].design = max(w.collaborations[k].design, event.design)
            tell(w.log, w.clock, STARTED, OUTSIDE, j, i, C_ORDERED, 1.0 * ordered, 0, 0.0, 0, 0.0, 0, 0.0)


@compiled
def break_promise(w: World, event: Record) -> None:
    """What the municipality asked for is dropped: a contradiction to those whom it concerns (§6.2)."""
    if w.on[0].message == 0:
        return
    _, trust, courage = municipality.message(0.0, 1.0, event.value, 0.0, w.p[0])
    for i in range(event.workers_from, event.workers_to):
        let_down(w.workers[i], trust, courage)
    for j in range(event.professionals_from, event.professionals_to):
        let_down(w.professionals[j], trust, courage)


@compiled
def let_down(actor: Record, trust: float, courage: float) -> None:
    """One actor's trust in the district and courage after a promise that was broken."""
    actor.trust_district_down += fall(trust * actor.trust_district)
    actor.courage_down += fall(courage * actor.courage)


@compiled
def change(w: World, event: Record) -> None:
    """A fact about an organisation or a person changes (the order of scenario.CHANGEABLE)."""
    for n in range(event.institutions_from, event.institutions_to):
        institution = w.institutions[n]
        if event.field == 0:
            institution.rigidity = event.value
        elif event.field == 1:
            institution.turnover = event.value
        elif event.field == 2:
            institution.fit = event.value
        elif event.field == 3:
            institution.backing = event.value
        elif event.field == 4:
            institution.capacity = event.value
    for s in range(event.organisations_from, event.organisations_to):
        organisation = w.self_organisations[s]
        if event.field == 5:
            organisation.reach = event.value
        elif event.field == 6:
            organisation.executing = event.value
        elif event.field == 7:
            organisation.linking = event.value
        elif event.field == 8:
            organisation.bridging = event.value
        elif event.field == 9:
            organisation.own_place = int(event.value)
        elif event.field == 10:
            organisation.housing = int(event.value)
    for i in range(event.workers_from, event.workers_to):
        if event.field == 11:
            w.workers[i].ambition = event.value
        elif event.field == 12:
            w.workers[i].hours_week = event.value
    for j in range(event.professionals_from, event.professionals_to):
        if event.field == 13:
            w.professionals[j].hours_planned = event.value


@compiled
def spread_badly(w: World, event: Record) -> None:
    """A bad story about an institution is told in every community, as an experience is (§5.1)."""
    if w.on[0].stories == 0:
        return
    for n in range(event.institutions_from, event.institutions_to):
        heavy = w.institutions[n].domain == YOUTH_CARE
        for c in range(len(w.communities)):
            spread_story(w, w.communities[c], -event.value, heavy, 1.0)


@compiled
def meet_as_planned(w: World) -> None:
    """Visits, calls and letters that were planned; a visit may show interest in what the other does."""
    week = w.clock[WEEK]
    for n in range(len(w.happenings)):
        event = w.happenings[n]
        planned = event.kind == MEETS or event.kind == ASKS
        if not planned or week < event.week or week > event.until or w.district[0].holiday > 0:
            continue
        if (week - event.week) % event.every == 0:
            meet(w, event)


@compiled
def meet(w: World, event: Record) -> None:
    """One planned meeting of each pair concerned; it takes what hours the professional has."""
    for i in range(event.workers_from, event.workers_to):
        worker = w.workers[i]
        for j in range(event.professionals_from, event.professionals_to):
            if worker.alive == 0 or j < worker.knows_from or j >= worker.knows_to:
                continue
            professional = w.professionals[j]
            professional.hours = max(0.0, professional.hours - w.p[0].contact_hours)
            k = worker.pairs_from + j
            contact(w, w.pairs[k], event.channel)
            if event.kind == ASKS:
                read_referral(w, k)
            elif event.value > 0.0:
                read_interest(w, k, event.value, False)
