"""Phase 1, the governor acts: policies in force, budget, message, grants (§1.3, §6.1, §7.3)."""

from sim.arrays import Record
from sim.draws import PROJECT, stream_key, uniform2
from sim.events import CAUSE, KIND, SEED, WEEK, fall, note, rise, tell
from sim.kernel import compiled
from sim.levers import CUT, DOMAIN_VIEW, ORIENTATION_VIEW, WHOLE, apply_levers, fit_to_budget, lever_cost
from sim.mechanisms import municipality
from sim.phases.offers import change_offers
from sim.registry import rule_number
from sim.state import ON_LOCATION
from sim.world import World

MESSAGE, MONEY = rule_number("message"), rule_number("money")
GRANT_STARTED, GRANT_ENDED, GRANT = KIND["grant_started"], KIND["grant_ended"], CAUSE["grant"]


@compiled
def govern(w: World) -> None:
    """Set the policies of the week, say what is said, and hand out money."""
    set_policies(w)
    speak(w)
    grant(w)
    change_offers(w)


@compiled
def set_policies(w: World) -> None:
    """Fit strategy and levers to the budget and write the policies in force; keep the ledger."""
    d, week, organisations = w.district[0], w.clock[WEEK], len(w.self_organisations)
    alive, on_location = 0.0, 0.0
    for k in range(len(w.collaborations)):
        if w.collaborations[k].alive > 0:
            alive += 1.0
            on_location += 1.0 if w.collaborations[k].model == ON_LOCATION else 0.0
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
    apply_levers(w.policy_values, w.effects, w.prices, week, d.lever_scale)
    d.granted = budget if d.equal_budget > 0 else budget + asked
    d.spent = spent + d.levers
    d.returned = max(0.0, d.granted - d.spent)


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


@compiled
def grant(w: World) -> None:
    """Give, keep and end activity money, by a lottery per round among the self-organisations."""
    seed, week, p = w.clock[SEED], w.clock[WEEK], w.p[0]
    for s in range(len(w.self_organisations)):
        organisation = w.self_organisations[s]
        policy = w.policies[ORIENTATION_VIEW + organisation.orientation]
        length = max(4, int(policy.project_weeks))
        chosen = uniform2(stream_key(seed, PROJECT, 0), s, week // length) < policy.projects
        before = organisation.grant
        organisation.grant = 1.0 if chosen else 0.0
        organisation.structural = policy.money_structural if chosen else 0.0
        organisation.grant_weeks = float(length - week % length) if chosen else 0.0
        if chosen and before <= 0.0:
            tell(w.log, w.clock, GRANT_STARTED, MONEY, s, 0, GRANT, 1.0, 0, 0.0, 0, 0.0, 0, 0.0)
        if before > 0.0 and not chosen:
            end_grant(w, s, before, p)


@compiled
def end_grant(w: World, s: int, before: float, p: object) -> None:
    """A temporary grant ends: its loss is felt by the workers of the organisation."""
    organisation = w.self_organisations[s]
    tell(w.log, w.clock, GRANT_ENDED, MONEY, s, 0, GRANT, before, 0, 0.0, 0, 0.0, 0, 0.0)
    if w.on[0].money == 0:
        return
    for k in range(organisation.staff):
        _, loss = municipality.money(0.0, 0.0, before, p)
        worker = w.workers[organisation.first + k]
        worker.disappointment_up += rise(note(w.activity, MONEY, loss))
