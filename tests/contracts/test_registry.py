"""The registry of rules and parameters: complete, sourced, and the same whatever is imported first."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from sim.registry import EVIDENCE, PARAMETERS
from tests.contracts.sampling import KEYS, rule_of

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "sim"
TELL = "from sim.registry import RULES; from sim.world import PARAMETER_RECORD as P; "
TELL += "print([rule.key for rule in RULES], P.names)"


@pytest.mark.parametrize("key", KEYS)
def test_a_rule_says_where_it_comes_from_how_sure_it_is_and_what_holds_without_it(key):
    rule = rule_of(key)
    assert rule.section.startswith("§")
    assert rule.evidence in EVIDENCE
    assert all(text.strip() for text in (rule.en, rule.nl, rule.without))


def test_no_two_rules_share_a_switch():
    assert len(set(KEYS)) == len(KEYS)


def test_every_parameter_is_read_somewhere_in_the_model():
    trees = [ast.parse(path.read_text()) for path in SOURCES.rglob("*.py")]
    read = {node.attr for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    prices = {name for name in PARAMETERS if name.startswith("price_")}  # read by name, from the policies
    assert set(PARAMETERS) - prices <= read


def registered(first):
    """What a fresh process has registered when it imports the module ``first`` before any other."""
    command = [sys.executable, "-c", f"import {first}; {TELL}"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_numbers_of_rules_and_parameters_do_not_hang_on_what_is_imported_first():
    everything = registered("sim.ensemble")
    assert all(repr(name) in everything for name in PARAMETERS)
    for first in ("sim.world", "sim.starts", "sim.mechanisms.vision", "sim.phases.settle"):
        assert registered(first) == everything, f"importing {first} first changes the order"
