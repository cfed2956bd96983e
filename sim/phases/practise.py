"""A week of working together: sessions on location, small costs, learning, doubt (§6.1, §6.2)."""

from sim.arrays import Record
from sim.events import (
    TRUST_PROFESSIONAL,
    TRUST_WORKER,
    fall,
    note,
    note_pair,
    rise,
)
from sim.kernel import compiled
from sim.mechanisms import collaboration as rules
from sim.mechanisms import lasting, vision
from sim.phases.energy import keep_programme_and_safety
from sim.phases.gaps import carry_story
from sim.registry import rule_number
from sim.state import N_ISSUES, ON_LOCATION
from sim.world import World

DESIGN = rule_number("design")
SMALL_COSTS = rule_number("small_costs")
PRACTICE, NARRATIVE = rule_number("practice"), rule_number("official_narrative")


@compiled
def practise(w: World, k: int, hours: float) -> None:
    """Work together: on location a session for families; posture, knowledge and doubt move."""
    pair, c, p, on = w.pairs[k], w.collaborations[k], w.p[0], w.on[0]
    worker, professional = w.workers[pair.worker], w.professionals[pair.professional]
    organisation = w.self_organisations[worker.self_organisation]
    working = min(1.0, hours)
    c.practice += working
    if on.design > 0:
        learned, _, _, _ = rules.design(
            0.25 * hours, c.guidance, c.design, pair.gap, c.loyalty, 1.0, 0.0, 0.0, p
        )
        c.design = min(1.0, c.design + note(w.activity, DESIGN, learned))
    if c.model == ON_LOCATION:
        working = host(w, k, hours)
    if on.practice > 0:
        posture, _, helps = vision.practice(working, professional.posture, 0.0, professional.helps, p)
        if c.model == ON_LOCATION:
            professional.posture_up += note(w.activity, PRACTICE, posture)
        professional.helps_up += note(w.activity, PRACTICE, helps)
        _, _, helps = vision.practice(working, 0.0, 0.0, worker.helps, p)
        worker.helps_up += note(w.activity, PRACTICE, helps)
        for issue in range(N_ISSUES):
            difference = worker.position[issue] - professional.position[issue]
            _, move, _ = vision.practice(working, 0.0, difference, 0.0, p)
            professional.position[issue] = min(1.0, max(0.0, professional.position[issue] + move))
            worker.position[issue] = min(1.0, max(0.0, worker.position[issue] - 0.5 * move))
    pass_on_method(w, worker, professional, working)
    carry_story(w, k, working)
    if on.official_narrative > 0:
        doubt_each_other(w, k, working)
    cell = w.policies[professional.side_group * 2 + worker.side_group]
    c.returned += 0.05 * (organisation.grant + cell.profile_help + cell.partner_standing)


@compiled
def host(w: World, k: int, hours: float) -> float:
    """A session on location: the worker's labour and the professional's posture make places for families."""
    pair, p = w.pairs[k], w.p[0]
    worker, professional = w.workers[pair.worker], w.professionals[pair.professional]
    organisation = w.self_organisations[worker.self_organisation]
    organisation.on_location += 1
    needed = p.location_hours * (1.0 - min(0.6, p.location_helpers * organisation.executing))
    worker.asked += needed
    labour_hours = max(0.0, min(needed, worker.hours))
    worker.hours -= labour_hours
    worker.spent += labour_hours
    w.collaborations[k].given += 0.1 * labour_hours
    labour = labour_hours / needed * min(1.0, hours)
    w.collaborations[k].returned += 0.15 * labour * (0.5 + professional.posture)
    organisation.sessions += labour
    if labour > organisation.consult_labour:
        organisation.consult_labour, organisation.consult_posture = labour, professional.posture
        organisation.host_pair = k
    cell = w.policies[professional.side_group * 2 + worker.side_group]
    organisation.consult_places += p.consult_places * labour * (1.0 + cell.location_programme)
    w.flow[0].unpaid_hours += labour_hours * (1.0 - worker.paid)
    pay_small_costs(w, organisation, worker, professional)
    keep_programme_and_safety(w, k, labour)
    return labour


@compiled
def pass_on_method(w: World, worker: Record, professional: Record, working: float) -> None:
    """Where volunteers may pass on their method, professionals learn from it and workers feel recognised."""
    allowed = w.policies[professional.side_group * 2 + worker.side_group].method_training * working
    if allowed > 0.0:
        professional.skill += w.p[0].method_skill * allowed * (1.0 - professional.skill)
        worker.recognition_felt += w.p[0].method_recognition * allowed * (1.0 - worker.recognition_felt)


@compiled
def pay_small_costs(w: World, organisation: Record, worker: Record, professional: Record) -> None:
    """Coffee, tea and phone: unpaid, they cost trust in the district, not in the partner."""
    if w.on[0].small_costs == 0:
        return
    cell = w.policies[professional.side_group * 2 + worker.side_group]
    rising, symbol = lasting.small_costs(
        1.0 - cell.coffee_paid, 1.0, organisation.irritation, worker.trust_district, w.p[0]
    )
    organisation.irritation_up += rise(note(w.activity, SMALL_COSTS, rising))
    organisation.irritation_down += fall(rising)
    worker.trust_district_down += fall(note(w.activity, SMALL_COSTS, symbol))
    _, shared = lasting.small_costs(
        1.0 - cell.coffee_paid, 0.5, organisation.irritation, professional.trust_district, w.p[0]
    )
    professional.trust_district_down += fall(note(w.activity, SMALL_COSTS, shared))


@compiled
def doubt_each_other(w: World, k: int, seen: float) -> None:
    """Whoever works with someone sees the gap between what is said and what is held."""
    pair, p = w.pairs[k], w.p[0]
    worker, professional = w.workers[pair.worker], w.professionals[pair.professional]
    by_professional, by_worker = 0.0, 0.0
    for issue in range(N_ISSUES):
        _, _, doubt = vision.official_narrative(
            worker.expressed[issue], worker.position[issue], 0.0, 0.0, seen, p
        )
        by_professional += doubt / N_ISSUES
        _, _, doubt = vision.official_narrative(
            professional.expressed[issue], professional.position[issue], 0.0, 0.0, seen, p
        )
        by_worker += doubt / N_ISSUES
    professional.doubt = min(1.0, professional.doubt + by_professional)
    worker.doubt = min(1.0, worker.doubt + by_worker)
    pair.trust_professional_down += fall(
        note_pair(
            w.activity,
            w.log,
            w.clock,
            pair,
            k,
            TRUST_PROFESSIONAL,
            NARRATIVE,
            -by_professional * pair.trust_professional,
        )
    )
    pair.trust_worker_down += fall(
        note_pair(
            w.activity, w.log, w.clock, pair, k, TRUST_WORKER, NARRATIVE, -by_worker * pair.trust_worker
        )
    )
