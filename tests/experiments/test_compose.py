"""Overrides become settings: every field of the registry can be set, and what is set by hand stays."""

from dataclasses import replace

import pytest

from experiments.compose import compose, implausible
from experiments.overrides import sweep
from experiments.presets import FilePresets
from sim.registry import PARAMETERS, POLICIES, RULES, OutOfBounds, UnknownName


def test_without_overrides_it_is_the_packaged_default():
    settings, seed, resolved = compose()
    presets = FilePresets()
    assert settings.district == presets.district("nieuw_west")
    assert settings.levers == presets.levers()
    assert all(lever.intensity == 0 for lever in settings.levers)
    assert (seed, settings.weeks, settings.equal_budget) == (0, 260, True)
    assert not settings.parameters
    assert not settings.rules_off
    assert resolved["parameters"] == {name: entry.default for name, entry in PARAMETERS.items()}
    assert resolved["rules"] == {rule.key: True for rule in RULES}


@pytest.mark.parametrize("name", FilePresets().names("strategy"))
def test_a_strategy_sets_its_own_policies_and_leaves_the_others_at_their_default(name):
    given = compose([f"strategy={name}"]).settings.strategy
    expected = {policy: entry.default for policy, entry in POLICIES.items()}
    assert given.name == name
    assert given.policies == expected | dict(FilePresets().strategy(name).policies)


def test_any_field_can_be_overridden():
    settings, seed, _ = compose(
        [
            "district=zuidoost",
            "district.parents=800",
            "district.self_organisations.0.workers=4",
            "strategy=programmatic",
            "strategy.policies.meetings=12",
            "levers.coffee_fund.intensity=1",
            "levers.coffee_fund.target=[care]",
            "parameters.misreading_sting=0.2",
            "rules.misreading=false",
            "rivals.trust=symmetric",
            "seed=7",
            "weeks=52",
            "equal_budget=false",
        ]
    )
    coffee = next(lever for lever in settings.levers if lever.name == "coffee_fund")
    assert settings.district.parents == 800
    assert settings.district.self_organisations[0].workers == 4
    assert settings.strategy.policies["meetings"] == 12
    assert (coffee.intensity, coffee.target) == (1.0, ("care",))
    assert settings.parameters == {"misreading_sting": 0.2}
    assert settings.rules_off == {"misreading"}
    assert settings.rivals == {"trust": "symmetric"}
    assert (seed, settings.weeks, settings.equal_budget) == (7, 52, False)


def test_a_shared_rule_name_switches_both_families():
    assert compose(["rules.recognition=false"]).settings.rules_off == {
        "approach_recognition",
        "load_recognition",
    }
    assert compose(["rules.load_recognition=false"]).settings.rules_off == {"load_recognition"}
    assert compose(["rules={recognition: false}"]).settings.rules_off == {
        "approach_recognition",
        "load_recognition",
    }


def test_a_parameter_set_to_its_default_by_hand_is_kept():
    default = PARAMETERS["misreading_sting"].default
    assert compose([f"parameters.misreading_sting={default}"]).settings.parameters == {
        "misreading_sting": default
    }
    assert compose([f"parameters={{misreading_sting: {default}}}"]).settings.parameters == {
        "misreading_sting": default
    }


def test_the_last_word_counts():
    assert compose(["strategy=none", "strategy=programmatic", "seed=1", "seed=2"])[:2] == (
        compose(["strategy=programmatic"]).settings,
        2,
    )


def test_composing_leaves_no_trace_in_the_next():
    compose(["levers.coffee_fund.intensity=1", "district.parents=5", "parameters.misreading_sting=0.1"])
    assert compose() == compose([])
    assert compose().settings.district.parents == 600


def test_fields_can_refer_to_fields():
    assert compose(["seed=9", "district.parents=${seed}"]).settings.district.parents == 9


@pytest.mark.parametrize("end", ["low", "high"])
def test_every_parameter_is_accepted_at_both_ends_of_its_range(end):
    values = {name: getattr(entry, end) for name, entry in PARAMETERS.items()}
    assert (
        compose([f"parameters.{name}={value!r}" for name, value in values.items()]).settings.parameters
        == values
    )


def test_every_parameter_is_refused_outside_its_bounds():
    made = compose([]).settings
    for name, entry in PARAMETERS.items():
        with pytest.raises(OutOfBounds, match=f"parameters.{name}"):
            replace(made, parameters={name: entry.minimum - 1.0})
    name, entry = next(iter(PARAMETERS.items()))
    with pytest.raises(OutOfBounds, match=f"parameters.{name}"):
        compose([f"parameters.{name}={entry.minimum - 1}"])


def test_a_value_outside_the_plausible_range_is_told():
    entry = PARAMETERS["misreading_sting"]
    (told,) = implausible(compose([f"parameters.misreading_sting={entry.high * 1.5}"]).settings)
    assert "parameters.misreading_sting" in told
    assert not list(implausible(compose([f"parameters.misreading_sting={entry.high}"]).settings))


def test_sweeps_are_every_combination():
    found = sweep(["strategy=none,explorative", "seed=range(0,3)", "weeks=4"])
    assert len(found) == 6
    assert found[0] == ("strategy=none", "seed=0", "weeks=4")
    assert {one[0] for one in sweep(["strategy=glob(explorative*)"])} == {
        "strategy=explorative",
        "strategy=explorative_aloof",
    }


def test_a_strategy_of_ones_own(tmp_path):
    own = tmp_path / "strategy"
    own.mkdir()
    (own / "mine.yaml").write_text("defaults: [programmatic, _self_]\nname: mine\npolicies: {meetings: 12}\n")
    mine = compose(["strategy=mine"], tmp_path).settings.strategy
    assert mine.name == "mine"
    assert mine.policies["meetings"] == 12
    assert mine.policies["mandates"] == FilePresets().strategy("programmatic").policies["mandates"]


def test_a_lever_of_ones_own(tmp_path):
    own = tmp_path / "levers"
    own.mkdir()
    (own / "tea_fund.yaml").write_text("effects:\n  - {policy: coffee_paid, amount: 0.5}\neuros: 3\n")
    levers = compose(["levers.tea_fund.intensity=1"], tmp_path).settings.levers
    assert {lever.name: lever.intensity for lever in levers}["tea_fund"] == 1.0


def test_unknown_presets_name_the_nearest():
    with pytest.raises(UnknownName, match="programmatic"):
        FilePresets().strategy("programmatik")
    with pytest.raises(UnknownName, match="nieuw_west"):
        FilePresets().district("nieuwwest")
