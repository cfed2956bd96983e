"""Paired worlds: the arithmetic, the promise of the JSON object, and what stays fixed."""

import json
import math

import numpy as np
import pytest
from scipy import stats

from experiments.answer import answer, telling
from experiments.compare import compare_arrays, contrast, interval, parameter_worlds
from experiments.numbers import decimals, shown
from sim.registry import MEASURES, PARAMETERS

KEYS = ["base", "variant", "diff", "ci", "share_higher", "share_assumptions_positive"]


def test_a_contrast_is_the_paired_t_interval():
    draw = np.random.default_rng(1)
    base = draw.normal(size=40)
    variant = base + draw.normal(0.3, 1, size=40)
    found = contrast(base, variant)
    expected = stats.ttest_rel(variant, base).confidence_interval(0.95)
    assert found.ci == pytest.approx((expected.low, expected.high))
    assert found.diff == pytest.approx((variant - base).mean())
    assert found.share_higher == np.mean(variant > base)


def test_the_interval_covers_the_truth_as_often_as_it_says():
    draw = np.random.default_rng(2)
    hits = 0
    for _ in range(2000):
        low, high = interval(draw.normal(0.5, 1, size=12))
        hits += low <= 0.5 <= high
    assert abs(hits / 2000 - 0.95) < 3 * math.sqrt(0.95 * 0.05 / 2000)


def test_a_constant_difference_has_an_interval_without_width():
    found = contrast(np.array([1.0, 2.0, 3.0]), np.array([2.0, 3.0, 4.0]))
    assert found.ci == (1.0, 1.0)
    assert found.share_higher == 1.0


def test_one_world_gives_no_interval():
    found = contrast(np.array([1.0]), np.array([3.0]))
    assert (found.diff, found.ci, found.share_higher) == (2.0, (None, None), 1.0)


def test_equal_worlds_are_neither_higher_nor_lower():
    found = contrast(np.ones(4), np.ones(4))
    assert (found.share_higher, found.share_lower, found.diff) == (0.0, 0.0, 0.0)


def test_worlds_without_a_value_are_left_out_and_none_is_null():
    nan = float("nan")
    found = contrast(np.array([1.0, nan, 1.0]), np.array([2.0, 5.0, 4.0]))
    assert (found.worlds, found.diff) == (2, 2.0)
    empty = compare_arrays(["x"], np.full((3, 1), nan), np.ones((3, 1)), np.full((2, 1), nan)).as_json()
    assert empty["measures"]["x"] == dict.fromkeys(KEYS) | {"ci": [None, None]}
    json.dumps(empty, allow_nan=False)


def test_assumptions_are_counted_apart():
    base, variant = np.zeros((2, 1)), np.ones((2, 1))
    found = compare_arrays(["x"], base, variant, np.array([[1.0], [-1.0], [0.0], [2.0]]))
    assert found.assumptions == 4
    assert found.measures["x"].share_assumptions_positive == 0.5
    assert found.measures["x"].share_higher == 1.0


def test_parameter_worlds_fill_the_plausible_ranges_and_leave_the_fixed_alone():
    fixed = frozenset({"misreading_sting"})
    worlds = list(parameter_worlds(10, fixed))
    assert len(worlds) == 10
    for name, entry in PARAMETERS.items():
        if name in fixed:
            assert all(name not in world for world in worlds)
            continue
        values = np.sort([world[name] for world in worlds])
        edges = np.linspace(entry.low, entry.high, 11)
        assert np.all((edges[:-1] <= values) & (values <= edges[1:]))  # one in each tenth
    free = list(parameter_worlds(10, frozenset()))
    assert all(
        one | {"misreading_sting": other["misreading_sting"]} == other
        for one, other in zip(worlds, free, strict=True)
    )


@pytest.mark.parametrize(
    ("uncertainty", "value", "places"),
    [(0.034, 1.0, 2), (2.0, 100.0, 0), (35.0, 1000.0, 0), (None, 0.0123, 4), (0.0, 0.0, 0)],
)
def test_no_false_decimals(uncertainty, value, places):
    assert decimals(uncertainty, value) == places


def test_no_negative_zero():
    assert shown(-0.0001, 2) == "0.00"
    assert shown(None, 2) == "-"


def compared(bodem, *words):
    done = bodem("compare", "weeks=60", *words, "--json")
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 1
    return json.loads(done.stdout, parse_constant=pytest.fail)


SIDES = ("--base", "strategy=programmatic", "--variant", "strategy=explorative")


def test_the_json_object_keeps_its_promise(bodem):
    found = compared(bodem, *SIDES, "--worlds", "6", "--measures", "all")
    assert list(found) == ["worlds", "assumptions", "measures"]
    assert (found["worlds"], found["assumptions"]) == (6, 0)
    assert list(found["measures"]) == list(MEASURES)
    for one in found["measures"].values():
        assert list(one) == KEYS
        assert one["ci"][0] <= one["diff"] <= one["ci"][1]
        assert 0 <= one["share_higher"] <= 1
        assert one["diff"] == pytest.approx(one["variant"] - one["base"])
        assert one["share_assumptions_positive"] is None


def test_assumptions_in_json(bodem):
    words = (
        "--worlds",
        "2",
        "--assumptions",
        "3",
        "--assumption-worlds",
        "2",
        "--measures",
        "starts",
        "ends",
    )
    found = compared(bodem, *SIDES, *words)
    assert found["assumptions"] == 3
    assert list(found["measures"]) == ["starts", "ends"]
    assert found["measures"]["starts"]["share_assumptions_positive"] in (0, 1 / 3, 2 / 3, 1)


def test_a_side_compared_with_itself_does_not_differ(bodem):
    words = ("--worlds", "3", "--assumptions", "2", "--assumption-worlds", "2", "--measures", "all")
    side = "strategy=explorative"
    for one in compared(bodem, "--base", side, "--variant", side, *words)["measures"].values():
        assert one["diff"] == 0
        assert one["ci"] == [0, 0]
        assert one["share_higher"] == one["share_assumptions_positive"] == 0


def test_both_sides_meet_the_same_seeds(bodem, tmp_path):
    import pandas as pd

    found = compared(bodem, *SIDES, "--worlds", "4", "--seed", "10", "--out", "kept", "--measures", "starts")
    worlds = pd.read_parquet(tmp_path / "kept" / "worlds.parquet")
    sides = worlds[worlds.measure == "starts"].pivot(index="seed", columns="side", values="value")
    assert list(sides.index) == [10, 11, 12, 13]
    assert found["measures"]["starts"]["diff"] == pytest.approx((sides.variant - sides.base).mean())
    assert len(worlds) == 2 * 4 * len(MEASURES)
    swapped = compared(
        bodem,
        "--base",
        SIDES[3],
        "--variant",
        SIDES[1],
        "--worlds",
        "4",
        "--seed",
        "10",
        "--measures",
        "starts",
    )
    assert swapped["measures"]["starts"]["diff"] == pytest.approx(-found["measures"]["starts"]["diff"])


def test_what_is_kept_with_a_comparison(bodem, tmp_path):
    compared(
        bodem,
        *SIDES,
        "--worlds",
        "2",
        "--assumptions",
        "2",
        "--assumption-worlds",
        "2",
        "--out",
        "kept",
        "parameters.misreading_sting=0.1",
    )
    kept = tmp_path / "kept"
    assert sorted(file.name for file in kept.iterdir()) == [
        "assumptions.parquet",
        "base.yaml",
        "comparison.json",
        "provenance.json",
        "variant.yaml",
        "worlds.parquet",
    ]
    import pyarrow.parquet as pq

    drawn = pq.read_table(kept / "assumptions.parquet").column_names
    assert "parameters.misreading_door" in drawn
    assert "parameters.misreading_sting" not in drawn


def test_the_text_begins_with_a_sentence(bodem):
    done = bodem(
        "compare", "weeks=60", *SIDES, "--worlds", "5", "--assumptions", "2", "--assumption-worlds", "2"
    )
    assert done.returncode == 0
    assert done.stdout.startswith("In ")
    assert " of 5 worlds " in done.stdout.splitlines()[0]
    assert "95 % interval" in done.stdout
    assert "By chance: 5 worlds" in done.stdout
    assert "By assumption: 2 parameter worlds" in done.stdout


def test_measures_that_no_world_moves_are_told_in_one_sentence():
    same = np.ones((4, 2))
    moved = same + np.array([1.0, 0.0])
    names = ["starts", "ends"]
    text = answer(compare_arrays(names, same, moved), names, ("one", "two"), 0)
    assert "The same in every single world: ends." in text
    assert not any(line.startswith("ends") for line in text.splitlines())


def test_an_answer_leads_with_a_measure_that_moved():
    same = np.ones((4, 2))
    moved = same + np.array([0.0, 1.0])
    found = compare_arrays(["starts", "ends"], same, moved)
    assert telling(found, ["starts"]) == ["ends", "starts"]
