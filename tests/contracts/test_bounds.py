"""Terms stay finite, chances and shares stay between 0 and 1, and compiled rules give the same numbers."""

import importlib
import math

import pytest

from sim.kernel import PLAIN, with_door
from tests.contracts.sampling import KEYS, parameter_row, points, rule_of, terms

# Terms that are a chance or a share by themselves (the others are changes of a stock, hours or factors).
SHARES = {
    "layers": ("existence", "offer", "face"),
    "channel": ("contact",),
    "upkeep": ("loss",),
    "choice": ("instrumental", "curious", "building"),
    "approach_recognition": ("chance",),
    "misreading": ("lukewarm",),
    "start": ("chance",),
    "design": ("quality", "trouble", "strain", "ends"),
    "ownership": ("ends_with_guide",),
    "model": ("on_location", "withdraw"),
    "anchoring": ("gain", "survival", "tie_factor"),
    "questions": ("chance",),
    "prior_work": ("readiness", "progress"),
    "acceptance": ("chance",),
    "worker_mediation": ("ease", "calm"),
    "own_circle": ("keep", "ease"),
    "flow_back": ("chance",),
    "attachment": ("grows", "stays", "passes"),
    "empowered": ("meets", "ease", "fewer"),
    "inward_bonding": ("narrowing", "closing"),
    "school_gap": ("strain", "fright"),
    "public_crisis": ("denial",),
    "on_location": ("chance",),
    "stuck_case": ("success",),
    "group_visit": ("walk_in",),
    "request_chain": ("listed", "call"),
    "signal_breach": ("withheld", "breach", "collapse"),
    "posture_and_background": ("ease", "leaves"),
    "disbelief": ("held_back",),
    "hours": ("stop",),
    "standing": ("risk",),
    "parts": ("urgency",),
    "step": ("readiness",),
    "guided_reflection": ("explicit",),
    "explicit_difference": ("sting_left",),
    "blocked_role": ("talk", "experience", "underground"),
    "key_figure": ("memory", "relations", "families"),
    "task_scope": ("pressure",),
    "mandate_gap": ("counts",),
    "learning": ("learned",),
    "ground_first": ("works",),
    "agenda_share": ("knowledge",),
    "public_good": ("judged",),
    "trap": ("goes",),
    "formal_ties": ("passed",),
    "invitation_as_offer": ("waiting",),
    "attribution": ("seen", "shown", "forgotten"),
    "knock_on": ("hours_left",),
    "shared_story": ("strain_left",),
    "diagnosis": ("asks", "heard", "at_risk"),
}
# Stocks that a term would push out of 0 to 1 by itself, were it larger than what is left.
STOCKS = {
    "layers": ("existence", "offer", "face"),
    "image": ("goodwill",),
    "sources": ("pressing", "helps", "mine"),
    "small_costs": ("irritation",),
    "pioneers": ("courage", "felt"),
    "practice": ("posture", "helps"),
    "official_narrative": ("said", "held"),
    "guided_reflection": ("explicit",),
    "reciprocity": ("disappointment", "loyalty"),
    "message": ("felt",),
    "living_room": ("shame", "words"),
    "school_gap": ("distance",),
    "group_visit": ("ours",),
    "paid_bridge": ("trust",),
    "impulses": ("enthusiasm", "loyalty"),
    "fidelity": ("safety",),
    "task_scope": ("skill", "narrowness"),
    "mandate_gap": ("disappointment", "doubt"),
    "learning": ("learned",),
    "agenda_share": ("heard",),
}
CHANGES = {"formal_ties": ("ties", "change"), "crossed_argument": ("claim", "claim_rise")}
COMPILED = (
    "layers", "upkeep", "misreading", "choice", "acceptance", "stories", "reciprocity", "step", "parts",
    "guided_reflection", "impulses", "key_figure", "fidelity", "learning",
)  # fmt: skip
ROUNDING = 1e-12


@pytest.mark.parametrize("key", KEYS)
def test_every_term_is_finite_over_the_whole_space(key):
    rule = rule_of(key)
    for inputs, values in points(rule):
        assert all(math.isfinite(term) for term in terms(rule, inputs, values).values())


@pytest.mark.parametrize("key", SHARES)
def test_a_chance_or_share_stays_between_0_and_1(key):
    rule = rule_of(key)
    for inputs, values in points(rule):
        told = terms(rule, inputs, values)
        assert all(-ROUNDING <= told[name] <= 1.0 + ROUNDING for name in SHARES[key])


@pytest.mark.parametrize("key", STOCKS)
def test_a_term_alone_never_pushes_its_stock_out_of_bounds(key):
    rule = rule_of(key)
    for inputs, values in points(rule):
        told = terms(rule, inputs, values)
        assert all(-ROUNDING <= inputs[name] + told[name] <= 1.0 + ROUNDING for name in STOCKS[key])


@pytest.mark.parametrize("key", CHANGES)
def test_a_change_never_pushes_its_stock_out_of_bounds(key):
    rule, (stock, change) = rule_of(key), CHANGES[key]
    for inputs, values in points(rule):
        after = inputs[stock] + terms(rule, inputs, values)[change]
        assert -ROUNDING <= after <= 1.0 + ROUNDING


def test_the_tables_name_rules_and_terms_that_exist():
    for key, names in (*SHARES.items(), *STOCKS.items()):
        assert set(names) <= set(rule_of(key).yields)


def test_the_chances_of_the_three_intents_add_up_to_1():
    rule = rule_of("choice")
    for inputs, values in points(rule):
        asked_for_something = any(inputs[name] > 0 for name in ("leaning", "targets", "openness"))
        asked_for_something |= inputs["horizon"] < values["choice_patience"]
        assert not asked_for_something or sum(terms(rule, inputs, values).values()) == pytest.approx(1.0)


def test_no_layer_of_knowledge_loses_more_than_it_has():
    rule = rule_of("upkeep")
    for inputs, values in points(rule):
        assert terms(rule, inputs, values)["loss"] <= inputs["known"]


@pytest.mark.skipif(PLAIN, reason="nothing is compiled in a plain run")
@pytest.mark.parametrize("key", COMPILED)
def test_the_compiled_rule_gives_the_very_same_numbers_as_plain_python(key):
    rule = rule_of(key)
    compiled = with_door(getattr(importlib.import_module(rule.function.__module__), rule.name))
    for inputs, values in points(rule, 32, 32):
        p = {"p": parameter_row(values)} if rule.parameters else {}
        found = compiled(**inputs, **p)
        found = found if isinstance(found, tuple) else (found,)
        assert found == tuple(terms(rule, inputs, values).values())
