"""Every rule does something in a rich setting, and nothing at all when it is switched off."""

from dataclasses import replace

import pytest

from sim.ensemble import run_world
from sim.events import COUNT, TERM
from sim.registry import RULES, rule_number
from tests.worlds import PRESETS, differing, fingerprints, levers, lived, settings

KEYS = [rule.key for rule in RULES]
PLACE = PRESETS.district("zuidoost")
LEVERS = (
    *levers(
        "mandate", "targets", "facilitated_reflection", "project_subsidy", "network_meetings", "endorsement"
    ),
    *levers("public_crisis", "worker_training", "intermediary_training", "coordination_after_training"),
    *levers("insurer_route", "group_visits"),
    *levers("coffee_fund", "role_restriction", intensity=0.3, target=("preventive",)),
)
RICH = settings(district=replace(PLACE, budget=3.0 * PLACE.budget), weeks=208, levers=LEVERS)


SEEDS = (1, 0, 2)
BUT = {"on", "activity", "clock"}


@pytest.fixture(scope="module")
def base():
    return {seed: run_world(RICH, seed, trace=False).world for seed in SEEDS}


@pytest.fixture(scope="module")
def moved(base):
    return sum(world.activity for world in base.values())


@pytest.mark.parametrize("key", KEYS)
def test_a_rule_is_active_in_a_rich_setting(moved, key):
    assert moved[rule_number(key)] > 0.0


@pytest.mark.parametrize("key", KEYS)
def test_a_rule_that_is_off_does_exactly_nothing(key):
    world = run_world(replace(RICH, rules_off=frozenset({key})), 1, trace=True).world
    assert world.activity[rule_number(key)] == 0.0
    events = world.log[: world.clock[COUNT]]
    assert not ((events["kind"] == TERM) & (events["rule"] == rule_number(key))).any()


@pytest.mark.parametrize("key", KEYS)
def test_switching_a_rule_off_changes_a_world_in_which_it_acts(base, key):
    """A rule that gives a chance may act without any draw going its way: then the next world must tell."""
    without = replace(RICH, rules_off=frozenset({key}))
    acts = [seed for seed in SEEDS if base[seed].activity[rule_number(key)] > 0.0]
    assert any(
        set(differing(fingerprints(base[seed], BUT), lived(without, seed, trace=False, but=BUT)))
        for seed in acts
    )
