"""Plain Mesa and the compiled model run the same rules: their aggregates agree within chance."""

import pytest

from benchmarks.agreement import TOLERANCE, compare
from benchmarks.plain_mesa.model import PlainMesa
from benchmarks.subset import MEASURES, ON, compiled_settings, district, parameters
from sim.registry import RULES


@pytest.fixture(scope="module")
def agreements():
    return {found.measure: found for found in compare(worlds=30, weeks=52)}


@pytest.mark.parametrize("measure", MEASURES)
def test_means_agree_within_chance(agreements, measure):
    found = agreements[measure]
    assert abs(found.distance) <= TOLERANCE, found


def test_compared_rules_are_on_and_all_others_off():
    off = compiled_settings(weeks=1).rules_off
    assert len(ON) >= 60
    assert set(ON) | off == {rule.key for rule in RULES}
    assert not set(ON) & off


def test_something_happens_in_what_is_compared(agreements):
    happening = (
        "approaches_sent",
        "approaches_misread",
        "referrals_offered",
        "starts",
        "late_crises",
        "families_joined",
        "helped_by_parents",
        "family_mediations",
        "taken_in_own_circle",
        "withheld_by_disbelief",
        "left_over_posture",
        "special_education_feared",
    )
    for measure in happening:
        assert agreements[measure].compiled > 0.0
        assert agreements[measure].mesa > 0.0


def test_a_changed_formula_is_noticed(monkeypatch):
    wrong = parameters()
    wrong.question_growth *= 1.25
    monkeypatch.setattr("benchmarks.agreement.parameters", lambda: wrong)
    assert not all(found.holds for found in compare(worlds=12, weeks=52))


def test_same_seed_gives_the_same_mesa_world():
    def weekly():
        model = PlainMesa(district(), parameters(), seed=3)
        for _ in range(8):
            model.step()
        return model.weekly.model_vars

    assert weekly() == weekly()
