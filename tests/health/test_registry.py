"""Whatever is declared is told, bounded and used: rules, parameters, policies, measures, events."""

import ast
import inspect
import re
from functools import cache
from pathlib import Path

import pytest

from sim import events, library, measures
from sim.registry import EVIDENCE, MEASURES, PARAMETERS, POLICIES, RULES, rule_number
from sim.rivals import RIVALS
from sim.state import ISSUES

SIM = Path(inspect.getfile(library)).parent
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(SIM.rglob("*.py"))}
SECTION = re.compile(r"^(§\d(\.\d)?|intro)(, §\d(\.\d)?)*$")
SPINE = {
    "acquaintance": "layers channel upkeep search_cost",
    "approach": "choice recognition misreading open_interest no_interest",
    "trust": "image pair district visible_referrals rivalry",
    "urgency": "parts sources step isolation",
    "vision": "guided_reflection practice explicit_difference official_narrative",
    "collaboration": "start design ownership model reciprocity small_costs pioneers anchoring impulses "
    "key_figure fidelity task_scope adaptive_manager mandate_gap",
    "family": "questions living_room prior_work acceptance stories worker_mediation own_circle flow_back "
    "attachment empowered school_gap inward_bonding public_crisis",
    "service": "on_location stuck_case",
    "load": "hours standing recognition",
    "municipality": "message blocked_role money learning ground_first agenda_share public_good",
}
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
each_parameter = pytest.mark.parametrize("parameter", PARAMETERS.values(), ids=lambda entry: entry.name)


@cache
def fields_of(holder, *folders):
    """Fields that are read of a record called ``holder``, as ``holder.x`` or ``w.holder[0].x``."""
    found = {}
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Attribute) or (folders and path.parent.name not in folders):
                continue
            owner = node.value.value if isinstance(node.value, ast.Subscript) else node.value
            name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
            if name in holder:
                found.setdefault(node.attr, set()).add(path)
    return found


@cache
def words_of(*names):
    """Words written in the files of these names."""
    trees = [tree for path, tree in TREES.items() if path.name in names]
    return {node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)}


PRICES = {policy.price for policy in POLICIES.values() if policy.price}
READ = set(fields_of(("p",))) | PRICES


@each_rule
def test_a_rule_says_what_where_how_sure_and_what_holds_without_it(rule):
    assert SECTION.match(rule.section)
    assert rule.evidence in EVIDENCE
    assert all(text.endswith(".") and len(text) > 15 for text in (rule.en, rule.nl, rule.without))
    assert rule.en != rule.nl
    assert len(rule.yields) == len(set(rule.yields)) > 0
    assert rule.signs
    assert inspect.getdoc(rule.function)


@each_rule
def test_the_signs_and_inputs_of_a_rule_are_its_own(rule):
    arguments = set(inspect.signature(rule.function).parameters)
    assert arguments - {"p"} == set(rule.inputs)
    assert {sign.given for sign in rule.signs} <= set(rule.inputs) | set(rule.parameters)
    assert {sign.term for sign in rule.signs} <= set(rule.yields)
    assert all(sign.direction in (-1, 1) for sign in rule.signs)
    assert all(low < high for low, high in rule.inputs.values())


@each_rule
def test_a_rule_reads_no_parameter_that_it_does_not_name(rule):
    read = {
        node.attr
        for node in ast.walk(ast.parse(inspect.getsource(rule.function)))
        if isinstance(node, ast.Attribute) and getattr(node.value, "id", "") == "p"
    }
    assert read <= set(rule.parameters)
    assert set(rule.parameters) <= set(PARAMETERS)
    assert set(rule.phase_parameters) <= set(fields_of(("p",), "phases"))


@each_rule
def test_a_rule_can_be_switched_off_in_a_phase(rule):
    assert rule.key in fields_of(("on",), "phases")


@each_parameter
def test_a_parameter_is_read_by_something(parameter):
    assert parameter.name in READ


@each_parameter
def test_a_parameter_belongs_to_a_rule_or_to_how_often_people_act_or_to_how_they_start(parameter):
    owned = {name for rule in RULES for name in (*rule.parameters, *rule.phase_parameters)}
    owned |= {name for choice in RIVALS.values() for option in choice.options for name in option.parameters}
    homes = ("behaviour.py", "outside.py", "serving.py", "bridges.py", "means.py", "starts.py", "supports.py")
    assert parameter.name in owned | words_of(*homes)


@each_parameter
def test_a_parameter_is_told_and_lies_strictly_inside_its_range(parameter):
    assert parameter.minimum <= parameter.low < parameter.default < parameter.high <= parameter.maximum
    assert parameter.evidence in EVIDENCE
    assert SECTION.match(parameter.source) or parameter.source == "assumption"
    assert parameter.unit
    assert parameter.en.endswith(".")
    assert parameter.nl.endswith(".")
    assert parameter.en != parameter.nl


def test_the_spine_of_the_model_is_there():
    there = {(rule.family, rule.name) for rule in RULES}
    assert {(family, name) for family, names in SPINE.items() for name in names.split()} <= there
    assert [rule_number(rule.key) for rule in RULES] == list(range(len(RULES)))
    assert len(ISSUES) == 9


@pytest.mark.parametrize("name", POLICIES)
def test_a_policy_is_read_by_a_phase(name):
    assert name in fields_of(("policy", "cell", "policies"), "phases")


def test_every_measure_is_written_or_counted_and_nothing_else_is():
    written = set(fields_of(("m",), "phases"))
    counted = set(fields_of(("flow",), "phases"))
    assert written | counted == set(MEASURES)
    assert counted == set(measures.COUNTED)
    assert not written & counted


@pytest.mark.parametrize("measure", MEASURES.values(), ids=lambda measure: measure.name)
def test_a_measure_is_told_in_two_languages(measure):
    assert measure.en.endswith(".")
    assert measure.nl.endswith(".")
    assert measure.en != measure.nl
    assert measure.unit
    assert measure.how
    assert measure.summary in measure.SUMMARIES


def test_every_kind_of_event_is_told_somewhere():
    phases = words_of(*(path.name for path in TREES if path.parent.name == "phases"))
    assert [kind.name for kind in events.KINDS if kind.name not in phases | {"term"}] == []
