"""Phase 1, the governor acts: policies in force, budget, message, grants (§1.3, §6.1, §7.3)."""

from sim.arrays import Record
from sim.events import WEEK, fall, note
from sim.kernel import compiled
from sim.levers import (
    CUT,
    DOMAIN_VIEW,
    GUIDING,
    ORIENTATION_VIEW,
    WHOLE,
    apply_levers,
    fit_to_budget,
    lever_cost,
    pay_levers,
)
from sim.mechanisms import municipality
from sim.phases.account import write_up
from sim.phases.fund import fund
from sim.phases.offers import change_offers
from sim.phases.react import review, settle_policies
from sim.registry import rule_number
from sim.world import World

MESSAGE = rule_number("message")


@compiled
def govern(w: World) -> None:
    """Set the policies of the week, say what is said, hand out money, and react to what is seen."""
    set_policies(w)
    settle_policies(w)
    speak(w)
    fund(w)
    review(w)
    change_offers(w)


@compiled
def set_policies(w: World) -> None:
    """Fit strategy and levers to the budget and write the policies in force; keep the ledger."""
    d, week, organisations = w.district[0], w.clock[WEEK], len(w.self_organisations)
    on_location = count_partners(w)
    budget = d.budget / 52.0 * (1.0 - cut_in_force(w, week))
    asked = lever_cost(w.levers, week, organisations, on_location)
    d.lever_scale, left = 1.0, budget
    if d.equal_budget > 0:
        d.lever_scale = 1.0 if asked <= budget else budget / asked
        left = max(0.0, budget - asked * d.lever_scale)
    d.levers = asked * d.lever_scale
    spent = fit_to_budget(
        w.policy_values,
        w.strategy,
        w.prices,
        left,
        d.equal_budget,
        organisations,
        on_location,
        len(w.professionals),
    )
    write_up(w, on_location)
    d.guide_bought = w.policy_values[WHOLE, GUIDING]
    apply_levers(w.policy_values, w.effects, w.prices, week, d.lever_scale)
    pay_levers(w.levers, week, organisations, on_location, d.lever_scale)
    d.granted = budget if d.equal_budget > 0 else budget + asked
    d.spent = spent + d.levers
    d.returned = max(0.0, d.granted - d.spent)


@compiled
def count_partners(w: World) -> float:
    """Count the collaborations of every organisation; return how many sessions it hosted last week."""
    sessions = 0.0
    for s in range(len(w.self_organisations)):
        sessions += w.self_organisations[s].sessions
        w.self_organisations[s].partners = 0
    for n in range(len(w.institutions)):
        w.institutions[n].partners = 0
    for n in range(w.working[0]):
        k = w.working[n + 1]
        if w.collaborations[k].alive == 0:
            continue
        pair = w.pairs[k]
        w.self_organisations[w.workers[pair.worker].self_organisation].partners += 1
        w.institutions[w.professionals[pair.professional].institution].partners += 1
    return sessions


@compiled
def cut_in_force(w: World, week: int) -> float:
    """Share of the budget that levers and strategy cut this week, district-wide."""
    cut = w.strategy[CUT]
    for k in range(len(w.effects)):
        effect = w.effects[k]
        if effect.policy == CUT and effect.start <= week and week < effect.end:
            cut += effect.amount * effect.coverage[WHOLE]
    return min(1.0, max(0.0, cut))


@compiled
def speak(w: World) -> None:
    """The message, its contradictions, and what they do to trust and courage."""
    d, policy, p = w.district[0], w.policies[WHOLE], w.p[0]
    incoherent = policy.message_loudness * (1.0 - policy.message_coherence)
    d.contradiction = min(1.0, incoherent + policy.cut * (0.3 + 0.7 * policy.message_loudness))
    if w.on[0].message == 0:
        d.message_felt = 0.0
        return
    felt, trust, courage = municipality.message(
        policy.message_loudness, policy.message_coherence, d.contradiction, d.message_felt, p
    )
    d.message_felt = min(1.0, max(0.0, d.message_felt + note(w.activity, MESSAGE, felt)))
    if d.contradiction <= 0.0:
        return
    for i in range(len(w.professionals)):
        heard = (
            w.policies[DOMAIN_VIEW + w.professionals[i].side_group].message_loudness > 0.0 or policy.cut > 0.0
        )
        if heard:
            hurt(w, w.professionals[i], trust, courage)
    for i in range(len(w.workers)):
        heard = (
            w.policies[ORIENTATION_VIEW + w.workers[i].side_group].message_loudness > 0.0 or policy.cut > 0.0
        )
        if heard:
            hurt(w, w.workers[i], trust, courage)


@compiled
def hurt(w: World, actor: Record, trust: float, courage: float) -> None:
    """Contradiction takes a share of trust in the district and of courage."""
    actor.trust_district_down += fall(note(w.activity, MESSAGE, trust * actor.trust_district))
    actor.courage_down += fall(note(w.activity, MESSAGE, courage * actor.courage))
