"""From one strategy to another, one policy at a time: every difference is a step, and the steps add up."""

import itertools
import json

import pytest

from experiments.cli import main
from experiments.compose import compose
from experiments.path import differing, policies_of, walk, with_policies
from experiments.presets import FilePresets
from sim.registry import POLICIES

SHORT = ["weeks=30", "district.parents=100"]
STRATEGIES = FilePresets().names("strategy")


def side(name):
    return compose([*SHORT, f"strategy={name}"]).settings


@pytest.mark.parametrize(("a", "b"), list(itertools.combinations(STRATEGIES, 2)))
def test_any_strategy_is_reached_from_any_other_one_policy_at_a_time(a, b):
    one, two = side(a), side(b)
    at = policies_of(one)
    for name in differing(one, two):
        at[name] = policies_of(two)[name]
    assert at == policies_of(two)
    assert set(at) == set(POLICIES)


def test_the_steps_of_a_path_add_up_to_the_difference():
    path, raw = walk(side("none"), side("explorative_aloof"), [1, 2], ["starts", "trust_in_district"], 2)
    assert {step.policy for step in path.steps} == set(differing(side("none"), side("explorative_aloof")))
    for name, whole in path.whole.items():
        assert sum(step.added[name].diff for step in path.steps) == pytest.approx(whole.diff)
        assert path.steps[-1].sofar[name].diff == pytest.approx(whole.diff)
        assert path.steps[0].added[name] == path.steps[0].first[name]
        assert path.steps[-1].added[name].diff == pytest.approx(path.steps[-1].last[name].diff)
    assert (raw["b"] == raw[f"path {path.steps[-1].policy}"]).all()
    sizes = [abs(step.first["starts"].diff + step.last["starts"].diff) for step in path.steps]
    assert all(one >= other - 1e-9 for one, other in itertools.pairwise(sizes))


def test_policies_set_by_hand_are_the_strategy():
    import numpy as np

    from experiments.compare import outcomes

    one = side("explorative")
    same = with_policies(one, policies_of(one))
    left, right = (outcomes(each, [5], 1, lambda more: None) for each in (one, same))
    assert np.array_equal(left, right)


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_the_command_tells_and_keeps(tmp_path, monkeypatch, capsys, lang):
    monkeypatch.chdir(tmp_path)
    words = ["path", "explorative", "explorative_aloof", *SHORT, "--worlds", "3", "--measures", "starts"]
    assert main([*words, "--lang", lang, "--out", "kept"]) == 0
    text = capsys.readouterr().out
    for name in differing(side("explorative"), side("explorative_aloof")):
        assert name in text
    kept = json.loads((tmp_path / "kept" / "path.json").read_text())
    assert [step["policy"] for step in kept["steps"]]
    assert (tmp_path / "kept" / "worlds.parquet").exists()
    assert main([*words, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == kept
