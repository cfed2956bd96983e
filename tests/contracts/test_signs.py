"""Every rule keeps the sign of its claim over the whole plausible range, and declares what it is made of."""

import numpy as np
import pytest

from sim.registry import RULES
from tests.contracts.sampling import KEYS, arguments, climbed, parameters_read, points, rule_of, terms

SIGNS = [(rule.key, sign.given, sign.term, sign.direction) for rule in RULES for sign in rule.signs]
SLACK = 1e-12  # rounding
DECENT = 0.1  # share of the sample in which the claim must really move something


def climbs(key, given, term, direction):
    """For each sample the steps of the term, right way positive, while ``given`` climbs its range."""
    return direction * np.diff(climbed(key, given)[:, :, rule_of(key).yields.index(term)], axis=1)


@pytest.mark.parametrize(("key", "given", "term", "direction"), SIGNS)
def test_raising_what_is_given_never_moves_the_term_the_wrong_way(key, given, term, direction):
    wrong = (~(climbs(key, given, term, direction) >= -SLACK)).any(axis=1).sum()
    assert not wrong, f"{key}: {given} moves {term} the wrong way in {wrong} samples"


@pytest.mark.parametrize(("key", "given", "term", "direction"), SIGNS)
def test_raising_what_is_given_really_moves_the_term_in_a_decent_share_of_the_space(
    key, given, term, direction
):
    moved = climbs(key, given, term, direction).sum(axis=1) > 1e-9
    assert moved.mean() >= DECENT


@pytest.mark.parametrize("key", KEYS)
def test_every_rule_makes_a_claim_with_a_sign_about_things_it_has(key):
    rule = rule_of(key)
    assert rule.signs
    for sign in rule.signs:
        assert sign.given in rule.inputs
        assert sign.term in rule.yields
        assert sign.direction in (-1, 1)
    assert len({(sign.given, sign.term) for sign in rule.signs}) == len(rule.signs)


@pytest.mark.parametrize("key", KEYS)
def test_every_number_a_rule_takes_has_a_declared_range(key):
    rule = rule_of(key)
    assert set(arguments(rule)) == set(rule.inputs)
    assert all(low < high for low, high in rule.inputs.values())


@pytest.mark.parametrize("key", KEYS)
def test_every_input_of_a_rule_moves_some_term(key):
    rule = rule_of(key)
    for given in rule.inputs:
        heights = climbed(key, given)
        assert (heights != heights[:, :1]).any(), f"{given} moves nothing"


@pytest.mark.parametrize("key", KEYS)
def test_a_rule_returns_as_many_terms_as_it_yields(key):
    rule = rule_of(key)
    assert rule.yields
    assert len(set(rule.yields)) == len(rule.yields)
    for inputs, values in points(rule, 16, 16):
        assert set(terms(rule, inputs, values)) == set(rule.yields)


@pytest.mark.parametrize("key", KEYS)
def test_a_rule_reads_the_parameters_it_declares_and_no_other(key):
    rule = rule_of(key)
    assert len(set(rule.parameters)) == len(rule.parameters)
    assert parameters_read(rule) == set(rule.parameters)
