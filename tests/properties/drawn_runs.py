"""Runs in which anything may be asked, drawn by number; and the weeks of a run one by one."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.population import populated, template
from sim.registry import PARAMETERS, POLICIES, RULES
from sim.rivals import RIVALS
from sim.scenario import Scenario
from sim.settings import Settings, Strategy
from sim.week import advance
from tests.properties.drawn_stories import story
from tests.worlds import FAST, PRESETS, hamlet, levers

ARRAYS = {
    "parents": "parent",
    "workers": "worker",
    "professionals": "professional",
    "institutions": "institution",
    "self_organisations": "self_organisation",
    "pairs": "pair",
    "collaborations": "collaboration",
    "communities": "community",
    "district": "district",
}


def somewhere(low, high, chance, corner):
    """A value in a range, or one of its ends."""
    return float(chance.choice([low, high]) if corner else chance.uniform(low, high))


def run_of(number):
    """Settings for a year in the hamlet and a seed: anything that may be asked, drawn by number."""
    chance = np.random.default_rng(number)
    corner = chance.random() < 0.4
    parameters = {name: somewhere(one.low, one.high, chance, corner) for name, one in PARAMETERS.items()}
    hasty = chance.random() < 0.4
    if hasty:
        parameters |= FAST | {"hours_rest": PARAMETERS["hours_rest"].low, "hours_exit": 0.5}
    policies = {name: somewhere(one.minimum, one.maximum, chance, corner) for name, one in POLICIES.items()}
    policies["cut"] *= chance.choice([0.0, 0.5, 1.0])
    named = chance.choice(["", *PRESETS.names("strategy")])
    chosen = chance.choice(PRESETS.names("levers"), chance.integers(0, 6), replace=False)
    start, length = (int(weeks) for weeks in chance.integers(0, 45, 2))
    aimed = chance.choice(
        ["preventive", "youth_care", "care", "emancipation"], chance.integers(1, 4), replace=False
    )
    target = tuple(map(str, aimed)) if chance.random() < 0.5 else ("all",)
    moved = levers(*chosen, intensity=chance.uniform(0, 2), start=start, end=start + length, target=target)
    there = [one for one in hamlet().institutions if chance.random() < 0.85] or hamlet().institutions[:1]
    place = hamlet(
        parents=int(chance.integers(1, 80)) * (4 if hasty else 1),
        budget=float(chance.choice([0.0, 2e3, 3e4, 1e6])),
        attends=float(chance.choice([0.0, 0.6, 1.0])),
        institutions=tuple(replace(one, capacity=float(chance.integers(0, 7))) for one in there),
    )
    made = Settings(
        place,
        PRESETS.strategy(named) if named else Strategy("drawn", policies),
        levers=moved if len(chosen) else (),
        parameters=parameters,
        rules_off=frozenset(map(str, chance.choice([rule.key for rule in RULES], chance.integers(0, 6)))),
        weeks=52,
        equal_budget=bool(chance.random() < 0.6),
        rivals={
            name: str(chance.choice([one.name for one in choice.options])) for name, choice in RIVALS.items()
        },
    )
    seed = int(chance.integers(0, 2**40))
    return replace(made, scenario=story(chance, place) if chance.random() < 0.5 else Scenario()), seed


def in_every_run(check):
    """Try ``check`` on sixty runs, always the same ones."""
    tried = settings(max_examples=60, derandomize=True, deadline=None, database=None)
    return tried(given(number=st.integers(0, 10**6))(lambda number: check(*run_of(number))))


def weeks_of(made, seed):
    """The world before its first week and after each, with the state it had a week before."""
    world = populated(template(made), seed)
    yield world, world
    for week in range(1, made.weeks + 1):
        before = world._replace(**{name: getattr(world, name).copy() for name in (*ARRAYS, "homes")})
        advance(world, week, 0)
        yield before, world
