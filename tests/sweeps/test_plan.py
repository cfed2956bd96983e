"""Plans: every run with the name that it has alone, wrong values refused before anything runs."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from experiments.asked import asked
from experiments.compose import compose
from experiments.composer import Composer
from experiments.engine.empties import Empties
from experiments.errors import Refused
from experiments.plan import planned
from experiments.presets import FilePresets
from experiments.provenance import run_id, run_names
from sim.population import populated, template
from sim.registry import PARAMETERS, POLICIES, RULES, OutOfBounds, UnknownName
from sim.rivals import RIVALS
from sim.settings import Settings
from sim.world import World

LEVERS = FilePresets().names("levers")


def plan(*words):
    wish = asked(words)
    return planned(wish.overrides, wish.design)


def values(registry, low, high):
    return st.sampled_from(sorted(registry)).flatmap(
        lambda name: st.tuples(
            st.just(name), st.floats(getattr(registry[name], low), getattr(registry[name], high))
        )
    )


CELLS = st.fixed_dictionaries(
    {},
    optional={
        "strategy": st.sampled_from(FilePresets().names("strategy")),
        "weeks": st.integers(1, 520),
        "equal_budget": st.booleans(),
    },
).flatmap(
    lambda base: st.tuples(
        values(PARAMETERS, "low", "high").map(lambda one: {f"parameters.{one[0]}": one[1]}),
        values(POLICIES, "minimum", "maximum").map(lambda one: {f"strategy.policies.{one[0]}": one[1]}),
        st.tuples(st.sampled_from([rule.key for rule in RULES]), st.booleans()).map(
            lambda one: {f"rules.{one[0]}": one[1]}
        ),
        st.tuples(st.sampled_from(LEVERS), st.floats(0, 2)).map(
            lambda one: {f"levers.{one[0]}.intensity": one[1]}
        ),
        st.sampled_from([(one.name, option.name) for one in RIVALS.values() for option in one.options]).map(
            lambda one: {f"rivals.{one[0]}": one[1]}
        ),
    ).map(lambda parts: {key: value for part in (base, *parts) for key, value in part.items()})
)
COMPOSER = Composer(["district.parents=40"])


@settings(max_examples=20, deadline=None)
@given(CELLS)
def test_the_quick_way_gives_the_settings_and_the_name_of_the_slow_one(cells):
    quick = COMPOSER.told(cells).settings
    slow = compose(COMPOSER.overrides(cells)).settings
    assert quick == slow
    assert run_id(quick, 3) == run_id(slow, 3)


def test_every_run_has_the_name_that_it_has_alone():
    found = plan("design=strategies", "design.seeds={first: 5, count: 2}", "weeks=8")
    assert found.runs.num_rows == 2 * len(FilePresets().names("strategy"))
    row = found.runs.to_pylist()[3]
    strategy = found.points["strategy"][row["point"]].as_py()
    told = compose(["weeks=8", f"strategy={strategy}", f"seed={row['seed']}"])
    assert row["run_id"] == run_id(told.settings, told.seed)


def test_idle_levers_and_values_at_their_default_do_not_change_the_name():
    plainly = compose([])
    default = PARAMETERS["misreading_sting"].default
    same = compose([f"parameters.misreading_sting={default}", "levers.broker.euros=1"])
    assert run_id(plainly.settings, 0) == run_id(same.settings, 0)
    assert run_id(plainly.settings, 0) != run_id(compose(["levers.broker.intensity=1"]).settings, 0)


def test_whatever_decides_a_run_changes_its_name():
    rival = next(iter(RIVALS.values()))
    changes = {
        "district": ["district.parents=601"],
        "strategy": ["strategy.policies.meetings=7"],
        "levers": ["levers.broker.intensity=0.5"],
        "parameters": ["parameters.misreading_sting=0.123"],
        "rules_off": ["rules.misreading=false"],
        "rivals": [f"rivals.{rival.name}={rival.options[1].name}"],
        "weeks": ["weeks=259"],
        "equal_budget": ["equal_budget=false"],
        "scenario": ["scenario=case_school"],
    }
    assert set(changes) == {field.name for field in dataclasses.fields(Settings)}
    names = [run_id(compose(words).settings, 0) for words in ([], *changes.values())]
    assert len(set(names)) == len(names)


def test_every_bit_of_a_number_and_whose_it_is_belong_to_the_name():
    told = [
        {"misreading_sting": 0.123},
        {"misreading_sting": np.nextafter(0.123, 1)},
        {"misreading_sting": 0.124, "pair_gain": 0.123},
        {"misreading_sting": 0.123, "pair_gain": 0.124},
        {"pair_gain": 0.123},
    ]
    words = [[f"parameters.{name}={float(value)!r}" for name, value in one.items()] for one in told]
    words += [
        ["strategy.policies.meetings=7", "strategy.policies.map_coverage=0.5"],
        ["strategy.policies.meetings=7"],
    ]
    assert len({run_id(compose(one).settings, 0) for one in words}) == len(words)
    assert run_id(compose(words[2]).settings, 0) == run_id(compose(words[2][::-1]).settings, 0)


def test_points_that_come_out_the_same_are_one_run_where_that_is_meant():
    found = plan("design={kind: one_factor, factors: [rules.misreading], seeds: 3}")
    assert len(found.runs) == 9
    assert len(found.distinct()) == 6


def test_a_cross_merges_where_one_of_its_parts_does():
    strategies = len(FilePresets().names("strategy"))
    rivals = {choice.name: len(choice.options) for choice in RIVALS.values()}
    found = plan("experiment=rival_rules", "design.seeds=1")
    assert len(found.runs) == strategies * (1 + sum(rivals.values()))
    assert len(found.distinct()) == strategies * (1 + sum(rivals.values()) - len(rivals))


def test_points_that_come_out_the_same_are_refused_where_it_is_a_mistake():
    with pytest.raises(Refused, match="same"):
        plan("design={kind: list, rows: [{weeks: 4}, {weeks: 4}]}")


def test_seeds_may_come_from_the_table(tmp_path):
    (tmp_path / "t.csv").write_text("seed,weeks\n7,4\n9,8\n")
    found = plan(f"design={tmp_path / 't.csv'}")
    assert found.runs["seed"].to_pylist() == [7, 9]
    assert found.factors == ["weeks"]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (["design={kind: list, rows: [{parameters.misreading_sting: 7}]}"], "misreading_sting"),
        (["design={kind: list, rows: [{parameters.misreading_sting: much}]}"], "misreading_sting"),
        (["design={kind: list, rows: [{parameters.misreading_stign: 0.1}]}"], "misreading_sting"),
        (["design={kind: list, rows: [{weeks: 4}, {weeks: 5000}]}"], "weeks"),
        (["design={kind: list, rows: [{seed: -4}]}"], "seed"),
        (["design={kind: list, rows: [{rules.misreding: false}]}"], "misreading"),
        (["design={kind: list, rows: [{levers.brokr.intensity: 1}]}"], "broker"),
        (["design={kind: list, rows: [{strategy: non}]}"], "none"),
        (["misreading_stign=1"], "misreading_sting"),
    ],
)
def test_a_wrong_value_is_refused_before_anything_runs(words, names):
    with pytest.raises((Refused, UnknownName, OutOfBounds), match=names):
        plan(*words)


@pytest.mark.parametrize("end", ["low", "high", "default"])
@pytest.mark.parametrize("place", ["district=nieuw_west", "district=synthetic district.organisations=40"])
def test_an_empty_world_with_other_parameters_is_the_one_made_anew(place, end):
    told = compose([*place.split(), "weeks=4", "levers.coffee_fund.intensity=1"]).settings
    moved = dataclasses.replace(
        told, parameters={name: getattr(one, end) for name, one in PARAMETERS.items()}
    )
    empties = Empties()
    empties.of(told)
    quick, anew = empties.of(moved), template(moved)._replace(activity=np.zeros(0))
    for name in World._fields:
        assert getattr(quick, name).tobytes() == getattr(anew, name).tobytes(), name
        assert getattr(quick, name).dtype == getattr(anew, name).dtype, name
    # What the two worlds share was not written in: the first is made again as it was.
    assert empties.of(told).p.tobytes() == template(told).p.tobytes()
    assert np.asarray(populated(empties.of(moved), 3).pairs).tobytes() == populated(anew, 3).pairs.tobytes()


def test_settings_that_change_quickly_are_checked_all_the_same():
    composer = Composer(())
    wrong = {
        "parameters.misreading_sting": (-1.0, "between"),
        "parameters.mood": (0.1, "mood"),
        "strategy.policies.backing": (7.0, "backing"),
        "levers.coffee_fund.intensity": (9.0, "coffee_fund"),
        "rules.misreading": (3, "true or false"),
        "rivals.trust": ("symmetrical", "symmetric"),
        "rivals.trist": ("symmetric", "trust"),
    }
    for key, (value, told) in wrong.items():
        with pytest.raises((OutOfBounds, UnknownName), match=told):
            composer.told({key: value})
    for value in (float("nan"), float("inf"), "much", True):
        with pytest.raises(OutOfBounds, match="misreading_sting"):
            composer.told({"parameters.misreading_sting": value})
    quick = composer.told({"parameters.misreading_sting": 0.11, "strategy.policies.backing": 1}).settings
    slow = compose(["parameters.misreading_sting=0.11", "strategy.policies.backing=1"]).settings
    assert run_names(quick)(1) == run_names(slow)(1)
