"""Money for self-organisations: grants that end, money per activity, housing (§5.2, §6.1)."""

from sim.draws import HOUSING, PROJECT, stream_key, uniform, uniform2
from sim.events import CAUSE, KIND, SEED, WEEK, note, rise, tell
from sim.kernel import compiled
from sim.levers import ORIENTATION_VIEW
from sim.mechanisms import municipality
from sim.registry import rule_number
from sim.world import World

MONEY = rule_number("money")
GRANT_STARTED, GRANT_ENDED, GRANT = KIND["grant_started"], KIND["grant_ended"], CAUSE["grant"]


@compiled
def fund(w: World) -> None:
    """Rounds of grants, money per activity, and housing, for each orientation apart."""
    week = w.clock[WEEK]
    if week == 0:
        draw_homes(w)
    for orientation in range(2):
        policy = w.policies[ORIENTATION_VIEW + orientation]
        length = max(4, int(policy.project_weeks))
        if week % length == 0:
            rank(w, orientation, week // length, policy.joint_application)
        there = 0.0
        for s in range(len(w.self_organisations)):
            there += 1.0 if w.self_organisations[s].orientation == orientation else 0.0
        for s in range(len(w.self_organisations)):
            if w.self_organisations[s].orientation == orientation:
                grant(w, s, there * policy.projects, length)
                house(w, s, there * policy.housing)


@compiled
def draw_homes(w: World) -> None:
    """The order in which housing is given is drawn once: those who have none come first, for good."""
    key = stream_key(w.clock[SEED], HOUSING, 0)
    for s in range(len(w.self_organisations)):
        organisation = w.self_organisations[s]
        organisation.home_lot = 0.5 * (uniform(key, s) + organisation.housing_rest)


@compiled
def rank(w: World, orientation: int, number: int, joint: float) -> None:
    """A round of grants begins: a lottery, in which the favoured and those who apply together come first."""
    key = stream_key(w.clock[SEED], PROJECT, 0)
    n, d = len(w.self_organisations), w.district[0]
    for s in range(n):
        organisation = w.self_organisations[s]
        if organisation.orientation != orientation:
            continue
        partners = 2.0 if organisation.partners > 0 else 0.1
        seen = (d.favour[orientation] + d.favour[2 + orientation]) / 2.0
        weight = (1.0 - joint + joint * partners) * max(0.1, seen)
        organisation.lot = uniform2(key, s, number) / weight
    for s in range(n):
        organisation = w.self_organisations[s]
        if organisation.orientation != orientation:
            continue
        organisation.place_in_round, organisation.place_for_home = 0, 0
        for other in range(n):
            rival = w.self_organisations[other]
            if rival.orientation == orientation:
                organisation.place_in_round += 1 if rival.lot < organisation.lot else 0
                organisation.place_for_home += 1 if rival.home_lot < organisation.home_lot else 0


@compiled
def grant(w: World, s: int, money: float, length: int) -> None:
    """Whoever comes first gets a whole grant, the last one what is left of the money."""
    organisation, week = w.self_organisations[s], w.clock[WEEK]
    policy = w.policies[ORIENTATION_VIEW + organisation.orientation]
    before = organisation.grant
    project = min(1.0, max(0.0, money - organisation.place_in_round))
    organisation.grant = max(max(project, policy.activity_money), organisation.funder)
    organisation.structural = policy.money_structural if project > 0.0 else 0.0
    organisation.grant_weeks = float(length - week % length) if project > 0.0 else 0.0
    if organisation.grant > 0.0 and before <= 0.0:
        tell(w.log, w.clock, GRANT_STARTED, MONEY, s, 0, GRANT, organisation.grant, 0, 0.0, 0, 0.0, 0, 0.0)
    if organisation.grant < before:
        end_grant(w, s, before - organisation.grant)


@compiled
def end_grant(w: World, s: int, lost: float) -> None:
    """Money ends, or a part of it: its loss is felt by the workers of the organisation."""
    organisation = w.self_organisations[s]
    if organisation.grant <= 0.0:
        tell(w.log, w.clock, GRANT_ENDED, MONEY, s, 0, GRANT, lost, 0, 0.0, 0, 0.0, 0, 0.0)
    if w.on[0].money == 0:
        return
    for k in range(organisation.staff):
        _, loss = municipality.money(0.0, 0.0, lost, w.p[0])
        worker = w.workers[organisation.first + k]
        worker.disappointment_up += rise(note(w.activity, MONEY, loss))


@compiled
def house(w: World, s: int, money: float) -> None:
    """Housing that is paid for good, for those who have none first; a place of one's own comes with it."""
    organisation = w.self_organisations[s]
    paid = 1 if money - organisation.place_for_home >= 0.5 else 0
    organisation.housing = max(organisation.housing_rest, paid)
    organisation.own_place = max(organisation.place_rest, paid)
