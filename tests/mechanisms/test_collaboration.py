"""Starting, designing and owning a collaboration, told in the report's sense (§1.3, §6, §7.2)."""

import pytest

from tests.contracts.sampling import assumptions, claim

READY = {
    "soil_pair": 0.5,
    "soil_field": 0.3,
    "initiative": 0.6,
    "hours": 4.0,
    "ordered": 0,
    "tie_factor": 1.0,
}


def weeks(rounds, step, stock):
    for _ in range(rounds):
        stock = step(stock)
    return stock


@pytest.mark.parametrize("missing", ["soil_pair", "initiative", "hours"])
def test_nothing_starts_without_soil_or_without_someone_who_takes_it_up_or_without_hours(missing):
    assert claim("start", **READY).chance > 0.0
    assert claim("start", **(READY | {missing: 0.0})).chance == 0.0


def test_an_order_starts_on_bare_soil():
    for values in assumptions("start"):
        bare = READY | {"soil_pair": 0.0, "soil_field": 0.0, "initiative": 0.0, "hours": 0.0, "ordered": 1}
        assert claim("start", values, **bare).chance == 1.0


def made(hours=1.0, guidance=0.0, quality=0.1, gap=0.5, loyalty=0.1, prejudice=0.5, bound=0.0, values=None):
    told = {"hours": hours, "guidance": guidance, "quality": quality, "gap": gap, "loyalty": loyalty}
    return claim("design", values, **told, sting_left=1.0, prejudice=prejudice, bound=bound)


def test_a_guide_raises_the_quality_of_the_same_hours_of_design():
    for values in assumptions("design"):
        assert made(guidance=1.0, values=values).quality > 1.2 * made(values=values).quality


def test_skipping_the_design_leaves_logistics_to_turn_into_misunderstandings():
    for values in assumptions("design"):
        assert made(quality=0.1, values=values).trouble > 4 * made(quality=0.9, values=values).trouble > 0.0


def test_a_misunderstanding_strains_a_bond_without_loyalty_most():
    for values in assumptions("design"):
        assert made(loyalty=0.0, values=values).strain > 2 * made(loyalty=0.9, values=values).strain


def test_without_loyalty_one_misunderstanding_can_confirm_the_prejudice_and_be_the_end():
    for values in assumptions("design"):
        assert made(loyalty=0.0, prejudice=0.8, values=values).ends > 0.1
        assert made(loyalty=1.0, prejudice=0.8, values=values).ends == 0.0
        assert made(loyalty=0.0, prejudice=0.0, values=values).ends == 0.0, "there is nothing to confirm"
        assert made(loyalty=0.0, bound=1.0, values=values).ends == 0.0, "there is too much to lose"


def test_a_plan_that_others_lead_is_owned_by_nobody_and_own_steps_make_it_ones_own():
    def year(guidance, care, agenda):
        return weeks(52, lambda o: o + claim("ownership", ownership=o, hours=1.0, guidance=guidance,
                                             care=care, agenda=agenda).change, 0.3)  # fmt: skip

    assert year(guidance=0.0, care=0.5, agenda=0.0) > 0.7
    assert year(guidance=1.0, care=1.0, agenda=0.0) > 0.7, (
        "a guide who lets partners do the steps takes nothing"
    )
    assert year(guidance=1.0, care=0.0, agenda=1.0) < 0.3


def test_the_guides_exit_ends_a_process_only_where_ownership_is_low():
    little, much = (
        claim("ownership", ownership=o, hours=0.0, guidance=0.0, care=0.0, agenda=0.0) for o in (0.1, 0.9)
    )
    assert little.ends_with_guide > 0.5
    assert much.ends_with_guide < 0.05


def modelled(values=None, professional=0.8, worker=0.8, roles=1.0, impatience=0.0, transfers=0.0):
    return claim("model", values, professional_open=professional, worker_open=worker, roles_allowed=roles,
                 impatience=impatience, transfers=transfers)  # fmt: skip


def test_closed_positions_or_forbidden_roles_end_in_referring_instead_of_working_on_location():
    assert modelled().on_location > 0.5
    assert modelled(professional=0.1, worker=0.1).on_location < 0.2
    assert modelled(roles=0.0).on_location < 0.2


def test_a_manager_past_the_horizon_withdraws_when_few_families_come_through_and_only_then():
    for values in assumptions("model"):
        assert modelled(values, impatience=1.0, transfers=0.0).withdraw > 0.0
        assert modelled(values, impatience=0.0, transfers=0.0).withdraw == 0.0
        assert modelled(values, impatience=1.0, transfers=5.0).withdraw == 0.0
