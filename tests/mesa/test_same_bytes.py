"""Stepping a model gives the numbers of sim.ensemble.run_world, byte for byte, whatever way it steps."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from sim import CollaborationModel, MetaGovernor, Parent, Professional
from sim.ensemble import run_world
from sim.presets import provider
from sim.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
STATE = (
    *("parents", "workers", "professionals", "institutions", "self_organisations", "pairs", "collaborations"),
    *("communities", "district", "policy_values", "flow_values", "activity"),
)


def assert_same(model, run):
    assert model.weekly.tobytes() == run.weekly[: model.week].tobytes()
    assert model.events().tobytes() == run.events.tobytes()
    for name in STATE:
        assert getattr(model.world, name).tobytes() == getattr(run.world, name).tobytes(), name


class QuietParent(Parent):
    def step(self):
        assert self.need >= 0.0


@pytest.mark.parametrize("trace", [False, True])
def test_a_preset_by_name(trace):
    presets = provider()
    levers = tuple(lever for lever in presets.levers() if lever.name == "coffee_fund")
    lever = levers[0].__class__(**(vars(levers[0]) | {"intensity": 1.0}))
    settings = Settings(presets.district("nieuw_west"), presets.strategy("explorative"), (lever,))
    model = CollaborationModel("nieuw_west", "explorative", 7, levers={"coffee_fund": 1.0}, trace=trace)
    model.run_for(260)
    assert_same(model, run_world(settings, 7, trace=trace))


@pytest.mark.parametrize("trace", [False, True])
@pytest.mark.parametrize("way", ["at_once", "week_by_week", "with_a_rule", "with_behaviour", "with_views"])
def test_every_way_of_stepping(make, district, strategy, way, trace):
    classes = {Parent: QuietParent} if way == "with_behaviour" else {}
    model = make(seed=5, trace=trace, agent_classes=classes)
    if way == "with_a_rule":
        model.add_rule("before", "govern", lambda m: m.agents_by_type[MetaGovernor].agg("budget", sum))
        model.add_rule("after", "record", lambda m: [p.partners() for p in m.agents_by_type[Professional]])
    if way == "at_once":
        model.run_for(30)
    else:
        for _ in range(30):
            model.step()
            if way == "with_views":
                assert len(model.agents) > 40
    assert_same(model, run_world(Settings(district, strategy, weeks=30), 5, trace=trace))


def test_python_that_is_hung_up_halfway_and_taken_away(make, district, strategy):
    def rule(model):
        model.agents_by_type[Parent].get("need")

    model = make(seed=2)
    model.run_for(10)
    model.add_rule("before", "settle", rule)
    model.run_for(10)
    model.remove_rule(rule)
    model.run_for(10)
    assert_same(model, run_world(Settings(district, strategy, weeks=30), 2, trace=False))


@pytest.mark.parametrize("hang", [False, True])
def test_past_the_horizon_is_a_longer_run(make, district, strategy, hang):
    short = make(seed=4, weeks=8)
    if hang:
        short.add_rule("after", "serve", lambda m: None)
    short.run_for(8)
    early = short.weekly
    assert not short.running
    short.run_for(72)
    assert short.week == len(short.weekly) == 80
    assert_same(short, run_world(Settings(district, strategy, weeks=80), 4, trace=False))
    assert np.array_equal(early, short.weekly[:8])


def test_compiled_and_plain_python(make):
    """Both ways of stepping, in a process where nothing is compiled."""
    words = [sys.executable, "-c", PLAINLY, str(ROOT)]
    done = subprocess.run(
        words, env=os.environ | {"BODEM_PLAIN": "1"}, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    model = make(seed=3)
    model.run_for(6)
    digest = hashlib.sha256(model.weekly.tobytes() + model.events().tobytes()).hexdigest()
    assert done.stdout.split() == [digest, digest]


PLAINLY = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from importlib.util import module_from_spec, spec_from_file_location
spec = spec_from_file_location("small", sys.argv[1] + "/tests/mesa/conftest.py")
small = module_from_spec(spec)
spec.loader.exec_module(small)
from sim import CollaborationModel
for hang in (False, True):
    district, strategy = small.district.__wrapped__(), small.strategy.__wrapped__()
    model = CollaborationModel(district, strategy, 3, weeks=30)
    if hang:
        model.add_rule("after", "encounter", lambda m: None)
    model.run_for(6)
    print(hashlib.sha256(model.weekly.tobytes() + model.events().tobytes()).hexdigest())
"""
