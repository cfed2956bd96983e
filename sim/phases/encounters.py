"""Phase 2, encounters: people meet or approach each other and read what they get (§3, §5.1, §5.3)."""

from sim.draws import (
    BROKER,
    MEETING,
    MEETING_PAIR,
    SERVICE_CONTACT,
    stream_key,
    uniform,
    uniform2,
)
from sim.events import (
    SEED,
    WEEK,
    note,
)
from sim.kernel import compiled
from sim.levers import DOMAIN_VIEW, WHOLE
from sim.mechanisms import municipality
from sim.phases.acquaint import contact, fade
from sim.phases.approach import professionals_approach, workers_approach
from sim.phases.gaps import hours_after_gap
from sim.phases.happen import meet_as_planned
from sim.phases.scope import freed_hours
from sim.phases.ties import meet_each_other
from sim.phases.visits import go_out
from sim.registry import rule_number
from sim.state import (
    PHONE,
    VISIT,
)
from sim.world import World

MONEY = rule_number("money")


@compiled
def encounter(w: World) -> None:
    """Hand out the week's hours, then meetings, introductions and approaches of both sides."""
    set_hours(w)
    fade(w)
    meet_as_planned(w)
    if w.district[0].holiday == 0:
        hold_meetings(w)
        introduce(w)
        keep_in_touch(w)
        go_out(w)
        professionals_approach(w)
        workers_approach(w)


@compiled
def set_hours(w: World) -> None:
    """Hours that everyone has for collaboration this week."""
    p, on, holiday = w.p[0], w.on[0], w.district[0].holiday
    for i in range(len(w.professionals)):
        professional = w.professionals[i]
        rigid = w.institutions[professional.institution].rigidity
        paid = w.policies[DOMAIN_VIEW + professional.side_group].paid_hours
        own = p.own_time * professional.pioneer * professional.courage
        planned = professional.hours_planned * (1.0 - 0.5 * rigid)
        planned *= hours_after_gap(w, professional)
        taken = p.reorganise_hours * w.policies[DOMAIN_VIEW + professional.side_group].reorganisation
        there = (0.3 if holiday > 0 else 1.0) * (1.0 - taken)
        professional.hours = (planned + paid + own + freed_hours(w, professional)) * there
    for i in range(len(w.workers)):
        worker = w.workers[i]
        organisation = w.self_organisations[worker.self_organisation]
        freed = 0.0
        if on.money > 0:
            freed, _ = municipality.money(organisation.grant, organisation.structural, 0.0, p)
            freed = note(w.activity, MONEY, freed + p.housing_hours * organisation.housing)
        total = (worker.hours_week * (0.4 + 0.6 * worker.energy) + freed) if worker.alive > 0 else 0.0
        worker.spent = p.hours_own * total
        worker.hours = total - worker.spent
        worker.asked = worker.spent
        others = p.own_time * worker.pioneer * worker.courage if worker.alive > 0 else 0.0
        worker.hours += others * hours_after_gap(w, worker)
        if worker.alive > 0:
            worker.hours += p.payer_hours * worker.paid


@compiled
def hold_meetings(w: World) -> None:
    """Network meetings: those who come speak some people of the other side, without asking for anything."""
    d, p, policy = w.district[0], w.p[0], w.policies[WHOLE]
    d.meetings_due += policy.meetings / 52.0
    if d.meetings_due < 1.0:
        return
    d.meetings_due -= 1.0
    seed, week = w.clock[SEED], w.clock[WEEK]
    key, pair_key = stream_key(seed, MEETING, week), stream_key(seed, MEETING_PAIR, week)
    for i in range(len(w.workers)):
        worker = w.workers[i]
        wish = p.meeting_attendance * (0.4 + 1.2 * worker.helps)
        worker.comes = 0
        if worker.alive > 0 and worker.hours >= 1.5 and uniform(key, i) < wish:
            worker.comes = 1
            worker.hours -= 1.5
            worker.spent += 1.5
            worker.asked += 1.5
    for j in range(len(w.professionals)):
        professional = w.professionals[j]
        wish = p.meeting_attendance * (0.4 + 1.2 * professional.helps)
        professional.comes = 1 if uniform(key, 1_000_000 + j) < wish else 0
        if professional.comes > 0:
            professional.hours = max(0.0, professional.hours - 1.5)
    meet_each_other(w)
    for n in range(len(w.neighbourhoods)):
        speak_at_meeting(w, n, pair_key)


@compiled
def speak_at_meeting(w: World, n: int, pair_key: int) -> None:
    """Those of one neighbourhood who came speak some of the other side."""
    here, coming = w.neighbourhoods[n], 0
    for i in range(here.workers_from, here.workers_to):
        coming += w.workers[i].comes
    if coming == 0:
        return
    chance = min(1.0, w.p[0].meeting_contacts / coming)
    for k in range(here.pairs_from, here.pairs_to):
        pair = w.pairs[k]
        both = w.workers[pair.worker].comes > 0 and w.professionals[pair.professional].comes > 0
        if both and uniform2(pair_key, pair.worker, pair.professional) < chance:
            contact(w, pair, PHONE)
            contact(w, pair, PHONE)


@compiled
def introduce(w: World) -> None:
    """A broker brings pairs together, where potential is sought those with most wish on both sides."""
    d, p, policy = w.district[0], w.p[0], w.policies[WHOLE]
    d.broker_due += policy.broker_hours / p.broker_pace
    key = stream_key(w.clock[SEED], BROKER, w.clock[WEEK])
    turn = 0
    while d.broker_due >= 1.0 and turn < 12:
        d.broker_due -= 1.0
        turn += 1
        for n in range(len(w.neighbourhoods)):
            best = best_to_introduce(w, n, key, turn)
            if best >= 0:
                contact(w, w.pairs[best], VISIT)


@compiled
def best_to_introduce(w: World, n: int, key: int, turn: int) -> int:
    """The pair of a neighbourhood that its broker brings together now, or -1."""
    here, best, score = w.neighbourhoods[n], -1, 0.0
    for i in range(here.workers_from, here.workers_to):
        worker = w.workers[i]
        if worker.alive == 0:
            continue
        for j in range(worker.knows_from, worker.knows_to):
            k, professional = worker.pairs_from + j, w.professionals[j]
            side = professional.side_group * 2 + worker.side_group
            cell, favour = w.policies[side], w.district[0].favour[side]
            sought, drawn = cell.potential_sought, uniform2(key, k, turn)
            # Who would not come out best with the highest potential need not be looked at.
            if cell.broker_hours <= 0.0 or drawn * (1.0 - sought + 2.0 * sought) * favour <= score:
                continue
            pair = w.pairs[k]
            potential = worker.helps * professional.helps * (1.0 - 0.5 * pair.worker_knows_face)
            weight = drawn * (1.0 - sought + 2.0 * sought * potential) * favour
            if pair.met <= 0.0 and weight > score:
                best, score = k, weight
    return best


@compiled
def keep_in_touch(w: World) -> None:
    """Those in a service relation phone each other now and then."""
    key = stream_key(w.clock[SEED], SERVICE_CONTACT, w.clock[WEEK])
    for k in range(len(w.pairs)):
        pair = w.pairs[k]
        if pair.service > 0 and w.workers[pair.worker].alive > 0 and uniform(key, k) < w.p[0].service_contact:
            contact(w, pair, PHONE)
