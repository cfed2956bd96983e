"""How a municipality reacts to what it sees: anchor or go on, stop, scale, remember (§1.3, §7.3)."""

from sim.arrays import Record
from sim.draws import REVIEW, stream_key, uniform2
from sim.events import CAUSE, KIND, SEED, WEEK, note, tell
from sim.kernel import compiled
from sim.levers import WHOLE
from sim.mechanisms import governing, municipality
from sim.phases.endings import finish
from sim.registry import rule_number
from sim.world import World

AGENDA, PUBLIC, MESSAGE = rule_number("agenda_share"), rule_number("public_good"), rule_number("message")
MOVED_ON, STOPPED_BY = KIND["attention_moved_on"], KIND["ended_by_municipality"]
C_SUCCESS, C_TRANSFERS = CAUSE["success"], CAUSE["transfers"]
CELLS = 6


@compiled
def settle_policies(w: World) -> None:
    """What departments, a change of council and being heard make of the policies of this week."""
    whole, d = w.policies[WHOLE], w.district[0]
    if w.on[0].agenda_share > 0 and (whole.voice > 0.0 or d.heard > 0.0):
        _, heard = governing.agenda_share(0.0, whole.voice, 0.0, d.heard, w.p[0])
        d.heard = min(1.0, max(0.0, d.heard + note(w.activity, AGENDA, heard)))
        for view in range(len(w.policies)):
            policy = w.policies[view]
            policy.roles_allowed += w.p[0].agenda_roles * d.heard * (1.0 - policy.roles_allowed)
    if whole.open_silos > 0.0 or whole.upheaval > 0.0:
        for view in range(len(w.policies)):
            hold_together(w.policies[view])
        shaken = whole.upheaval * (1.0 - whole.stable_course)
        for cell in range(CELLS):
            d.worked[cell] *= 1.0 - shaken
    shift_effort(w)


@compiled
def hold_together(policy: Record) -> None:
    """Open silos make layers say the same; a new council overturns what was said and backed."""
    shaken = policy.upheaval * (1.0 - policy.stable_course)
    policy.message_coherence += policy.open_silos * (1.0 - policy.message_coherence)
    policy.message_coherence *= 1.0 - shaken
    policy.backing *= 1.0 - shaken
    policy.anchoring_effort *= 1.0 - shaken


@compiled
def shift_effort(w: World) -> None:
    """More effort goes to where things were seen to work, less to the rest; 1 on average."""
    d, mean = w.district[0], 0.0
    for cell in range(CELLS):
        mean += d.worked[cell] / CELLS
    for cell in range(CELLS):
        policy = w.policies[cell]
        d.favour[cell] = 1.0 + policy.scale_success * (d.worked[cell] - mean)
        policy.anchoring_effort = min(1.0, policy.anchoring_effort * d.favour[cell])


@compiled
def success_of(w: World, k: int) -> float:
    """How a collaboration is judged: what partners gain by it and, where that counts, the public good."""
    pair, c, p = w.pairs[k], w.collaborations[k], w.p[0]
    served = min(1.0, c.transfers / p.model_transfers)
    advantage = c.design * (0.4 + 0.6 * served) * (1.0 - c.strain)
    if w.on[0].public_good == 0:
        return advantage
    worker, professional = w.workers[pair.worker], w.professionals[pair.professional]
    cell = w.policies[professional.side_group * 2 + worker.side_group]
    community = w.communities[worker.community]
    unmet = 1.0 - community.helped / community.in_need if community.in_need > 0.0 else 0.0
    judged = governing.public_good(
        advantage, served, min(1.0, max(0.0, unmet)), w.district[0].early, cell.public_weight, p
    )
    note(w.activity, PUBLIC, judged - advantage)
    return judged


@compiled
def review(w: World) -> None:
    """Now and then look at what the collaborations bring, remember it, and act on it."""
    week, p, d = w.clock[WEEK], w.p[0], w.district[0]
    every = max(4, int(p.review_weeks))
    if week == 0 or week % every != 0:
        return
    key = stream_key(w.clock[SEED], REVIEW, week)
    for cell in range(CELLS):
        look_at(w, cell, d)
    for n in range(w.working[0]):
        k = w.working[n + 1]
        c = w.collaborations[k]
        if c.alive > 0 and c.designed > 0 and c.age >= every:
            respond(w, k, uniform2(key, k, 0), uniform2(key, k, 1))


@compiled
def look_at(w: World, cell: int, d: Record) -> None:
    """What is seen to work in one cell, and what is still remembered of it."""
    seen, there, policy = 0.0, 0.0, w.policies[cell]
    for n in range(w.working[0]):
        k = w.working[n + 1]
        pair, c = w.pairs[k], w.collaborations[k]
        of = w.professionals[pair.professional].side_group * 2 + w.workers[pair.worker].side_group
        if of == cell and c.alive > 0 and c.designed > 0:
            seen += sight_of(w, policy) * c.judged
            there += 1.0
    if there > 0.0:
        seen /= there
    d.worked[cell] = policy.remember * d.worked[cell] + (1.0 - policy.remember) * seen


@compiled
def sight_of(w: World, policy: Record) -> float:
    """Share of a success that the municipality sees: more with a steering group and with open silos."""
    sight = w.p[0].review_sight
    return sight + (1.0 - sight) * max(policy.steering, 0.5 * policy.open_silos)


@compiled
def respond(w: World, k: int, u: float, v: float) -> None:
    """One collaboration is reviewed: attention may go on, or what shows no numbers may be stopped."""
    pair, c, p = w.pairs[k], w.collaborations[k], w.p[0]
    worker, professional = w.workers[pair.worker], w.professionals[pair.professional]
    policy = w.policies[professional.side_group * 2 + worker.side_group]
    works = sight_of(w, policy) * c.judged
    if c.dropped == 0 and works >= p.review_success and u < policy.next_item:
        c.dropped = 1
        let_down(w, worker)
        let_down(w, professional)
        w.flow[0].moved_on += 1.0
        tell(
            w.log, w.clock, MOVED_ON, MESSAGE, pair.professional, pair.worker,
            C_SUCCESS, works, C_TRANSFERS, c.transfers, 0, 0.0, 0, 0.0,
        )  # fmt: skip
    paid = c.mandated > 0 or w.self_organisations[worker.self_organisation].grant > 0.0
    missing = 1.0 - min(1.0, c.transfers / p.model_transfers)
    if paid and works < p.review_success and v < stops_at(w, policy) * missing:
        let_down(w, worker)
        let_down(w, professional)
        w.flow[0].ends_by_municipality += 1.0
        finish(w, k, STOPPED_BY, PUBLIC)


@compiled
def stops_at(w: World, policy: Record) -> float:
    """How readily what shows no numbers is stopped: less on a stable course, which gives things time."""
    return policy.stop_without_numbers * (1.0 - w.p[0].stable_holds * policy.stable_course)


@compiled
def let_down(w: World, actor: Record) -> None:
    """First asked for, then dropped: to those concerned a contradiction of what was said."""
    if w.on[0].message == 0:
        return
    _, trust, courage = municipality.message(0.0, 1.0, 1.0, 0.0, w.p[0])
    weeks = w.p[0].review_dropped
    actor.trust_district_down += max(0.0, -note(w.activity, MESSAGE, weeks * trust * actor.trust_district))
    actor.courage_down += max(0.0, -note(w.activity, MESSAGE, weeks * courage * actor.courage))
