"""Urgency and the step from wanting to doing, told in the report's sense (§2.2, §3.2, §6.1, §6.3)."""

import pytest

from tests.contracts.sampling import assumptions, claim

CALM = dict.fromkeys(("stuck", "unreached", "overload", "message", "examples", "joint"), 0.0)


def moved(values=None, pressing=0.5, helps=0.5, mine=0.5, **fed):
    return claim("sources", values, pressing=pressing, helps=helps, mine=mine, **(CALM | fed))


def lift(values, part, **fed):
    """What a source adds to a part, fading apart."""
    return getattr(moved(values, **fed), part) - getattr(moved(values), part)


@pytest.mark.parametrize("missing", ["pressing", "helps", "mine"])
def test_no_urgency_when_one_of_the_three_is_missing(missing):
    parts = {"pressing": 0.9, "helps": 0.9, "mine": 0.9} | {missing: 0.0}
    assert claim("parts", **parts).urgency == 0.0


def test_three_halves_make_far_less_than_half_an_urgency():
    assert claim("parts", pressing=0.5, helps=0.5, mine=0.5).urgency < 0.2
    assert claim("parts", pressing=1.0, helps=1.0, mine=1.0).urgency == 1.0


def test_own_stuck_cases_press_more_than_an_abstract_unreached_group():
    for values in assumptions("sources"):
        assert lift(values, "pressing", stuck=1.0) > lift(values, "pressing", unreached=1.0) > 0.0


def test_overload_by_heavy_cases_makes_workers_want_professionals():
    for values in assumptions("sources"):
        assert lift(values, "helps", overload=1.0) > 0.0
        assert lift(values, "pressing", overload=1.0) > 0.0


def test_a_clear_message_makes_it_a_task_but_does_not_make_the_problem_press():
    for values in assumptions("sources"):
        assert lift(values, "mine", message=1.0) > 0.0
        assert lift(values, "pressing", message=1.0) == 0.0


def test_examples_that_can_be_seen_feed_the_belief_that_it_helps_and_nothing_else():
    assert lift(None, "helps", examples=1.0) > 0.0
    assert lift(None, "mine", examples=1.0) == lift(None, "pressing", examples=1.0) == 0.0


def test_joint_work_on_vision_feeds_both_that_it_helps_and_that_it_is_my_task():
    for values in assumptions("sources"):
        assert min(lift(values, "helps", joint=1.0), lift(values, "mine", joint=1.0)) > 0.0


def test_urgency_that_nothing_feeds_fades():
    for values in assumptions("sources"):
        faded = moved(values, pressing=0.9, helps=0.9, mine=0.9)
        assert max(faded.pressing, faded.helps, faded.mine) < 0.0


def test_below_the_step_nothing_happens():
    assert claim("step", urgency=0.1, examples=0.0, backed=0.0).readiness == 0.0
    assert claim("step", urgency=0.5, examples=0.0, backed=0.0).readiness > 0.5


def test_examples_and_backing_help_the_same_urgency_over_the_step():
    alone, helped = (claim("step", urgency=0.12, examples=x, backed=x).readiness for x in (0.0, 1.0))
    assert alone == 0.0 < helped


def test_the_step_does_not_vanish_even_with_every_example_and_all_backing():
    for values in assumptions("step"):
        assert claim("step", values, urgency=0.01, examples=1.0, backed=1.0).readiness == 0.0


def test_a_carrier_alone_without_support_above_loses_courage():
    for values in assumptions("isolation"):
        assert claim("isolation", values, carriers=0.2, backing=0.1).change < 0.0


def test_any_one_layer_that_does_not_share_it_drains_courage():
    for values in assumptions("isolation"):
        assert claim("isolation", values, carriers=1.0, backing=0.0).change < 0.0
        assert claim("isolation", values, carriers=0.0, backing=1.0).change < 0.0
    assert claim("isolation", carriers=1.0, backing=1.0).change == 0.0
