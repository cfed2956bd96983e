"""Rival forms differ where they should, and are chosen by name."""

import dataclasses

import pytest

from sim.ensemble import run_world
from sim.kernel import with_door
from sim.mechanisms import forms, trust, vision
from sim.registry import PARAMETERS, RULES, UnknownName
from sim.rivals import RIVALS, chosen, option_number
from sim.world import parameter_record
from tests.worlds import levers, settings

P = parameter_record(settings())[0]
trust_change, positions_move = with_door(forms.trust_change), with_door(forms.positions_move)
LOST_FASTER, SYMMETRIC, LAST = range(3)
REFRAMED, MIDPOINT, BOUNDED = range(3)


def moves(form, own, other):
    return positions_move(form, own, other, 0.8, 0.7, 2.0, 1.0, 0.5, 0.5, P)[1:]


def test_the_first_form_is_the_rule_itself():
    assert trust_change(LOST_FASTER, 0.4, 0.5, 0.02, 0.03, P) == with_door(trust.pair)(
        0.4, 0.5, 0.02, 0.03, P
    )
    same = with_door(vision.guided_reflection)(0.2, 0.7, 0.8, 0.7, 2.0, 1.0, 0.5, 0.5, P)
    assert positions_move(REFRAMED, 0.2, 0.7, 0.8, 0.7, 2.0, 1.0, 0.5, 0.5, P) == same


def test_symmetric_trust_loses_what_a_like_gain_gives():
    for level in (0.1, 0.5, 0.8):
        gain = trust_change(SYMMETRIC, level, 0.0, 0.05, 0.0, P)
        loss = trust_change(SYMMETRIC, 1.0 - level, 0.0, 0.0, 0.05, P)
        assert gain == pytest.approx(-loss)
    assert trust_change(LOST_FASTER, 0.5, 0.0, 0.05, 0.05, P) < 0
    assert trust_change(SYMMETRIC, 0.5, 0.0, 0.05, 0.05, P) == pytest.approx(0.0)


def test_by_last_experience_one_bad_week_undoes_high_trust_and_one_good_week_mends_it():
    bad = trust_change(LAST, 0.9, 0.0, 0.0, 0.03, P)
    assert bad < trust_change(LOST_FASTER, 0.9, 0.0, 0.0, 0.03, P) < 0
    assert trust_change(LAST, 0.1, 0.0, 0.1, 0.0, P) > 0.1
    assert trust_change(LAST, 0.5, 0.0, 0.0, 0.0, P) == 0.0


def test_met_in_the_middle_both_move_alike_and_reframing_goes_beyond_the_middle():
    own, other = moves(MIDPOINT, 0.1, 0.5)
    assert own == -other > 0
    own, other = moves(REFRAMED, 0.1, 0.5)
    assert own + other > 0


def test_bounded_confidence_moves_only_those_who_were_close():
    assert moves(BOUNDED, 0.1, 0.3)[0] > 0
    assert moves(BOUNDED, 0.1, 0.9) == (0.0, 0.0)
    assert moves(MIDPOINT, 0.1, 0.9)[0] > 0


def test_every_choice_is_about_a_rule_and_its_own_parameters():
    for choice in RIVALS.values():
        assert choice.rule in [rule.key for rule in RULES]
        assert choice.en.endswith(".")
        assert choice.nl.endswith(".")
        for option in choice.options:
            assert option.en.endswith(".")
            assert option.nl.endswith(".")
            assert set(option.parameters) <= set(PARAMETERS)


def test_a_wrong_choice_or_option_is_refused_with_the_nearest():
    with pytest.raises(UnknownName, match="symmetric"):
        dataclasses.replace(settings(), rivals={"trust": "symetric"})
    with pytest.raises(UnknownName, match="positions"):
        dataclasses.replace(settings(), rivals={"position": "bounded"})
    assert chosen({"trust": "symmetric"})["positions"] == RIVALS["positions"].default
    assert option_number("trust", "symmetric") == SYMMETRIC


@pytest.mark.parametrize(("name", "option"), [(c.name, o.name) for c in RIVALS.values() for o in c.options])
def test_the_form_that_is_chosen_holds_in_the_world(name, option):
    made = settings(district="nieuw_west", weeks=52, levers=levers("facilitated_reflection"))
    base, other = (
        run_world(one, 3).weekly for one in (made, dataclasses.replace(made, rivals={name: option}))
    )
    assert (option == RIVALS[name].default) == bool((base == other).all())
