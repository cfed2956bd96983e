"""From the tables of the sweeps to what each pattern is judged on: arrays over worlds, by arm and reading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from analysis.patterns import Pattern
from analysis.patterns.judging import Verdict, judge
from analysis.patterns.pattern import Floats, Sides
from experiments.errors import Refused
from experiments.patterns.stages import ASSUMPTIONS, CHANCE, KNOCK_OUT, Stage
from experiments.sweepdir import SweepDir
from sim.registry import RULES

Values = dict[tuple[str, str, int], dict[str, Floats]]
MISSING: Final = "Runs of '{}' are missing in '{}'; the same command goes on with it."


def verdicts(asked: Sequence[Pattern], done: Iterable[tuple[Stage, SweepDir]]) -> list[Verdict]:
    """Judge every pattern on the sweeps that were done."""
    values = {stage.name: (stage, readings(stage, folder)) for stage, folder in done}
    found = []
    for one in asked:
        chance = sides(one, *values[CHANCE], 0)
        assumed = [sides(one, *values[ASSUMPTIONS], k) for k in _variations(values[ASSUMPTIONS])]
        without = {}
        if KNOCK_OUT in values:
            keys = [rule.key for rule in RULES]
            without = {keys[k]: sides(one, *values[KNOCK_OUT], k) for k in _variations(values[KNOCK_OUT])}
        found.append(judge(one, chance, assumed, without, first(chance, values)))
    return found


def first(chance: Sides, values: Mapping[str, tuple[Stage, Values]]) -> Sides | None:
    """The worlds at the defaults in which rules were taken out as well."""
    if KNOCK_OUT not in values:
        return None
    count = len(values[KNOCK_OUT][0].seeds)
    return {
        arm: {name: array[:count] for name, array in readings_of.items()}
        for arm, readings_of in chance.items()
    }


def _variations(stage: tuple[Stage, Values]) -> range:
    return range(len(stage[0].variations))


def sides(one: Pattern, stage: Stage, values: Values, variation: int) -> Sides:
    """What one pattern read in all of its arms, in one variation."""
    places = {known: number for number, arm in enumerate(stage.arms) for known in arm.known}
    found = {}
    for name in one.arms:
        at = one.id, str(places[one.id, name]), variation
        if at not in values:
            raise Refused(MISSING.format(one.id, stage.name))
        found[name] = values[at]
    return found


def readings(stage: Stage, folder: SweepDir) -> Values:
    """By pattern, arm and variation: each reading as an array over seeds."""
    plan = folder.table("plan").to_pydict()
    place = dict(zip(plan["run_id"], zip(plan["point"], plan["seed"], strict=True), strict=True))
    seed_at = {seed: number for number, seed in enumerate(stage.seeds)}
    block = len(stage.variations)
    found: dict[tuple[str, str, int], dict[str, Floats]] = defaultdict(dict)
    for file in folder.files("readings"):
        table = pq.read_table(file)
        for run_id, pattern, reading, value in zip(*_columns(table), strict=True):
            point, seed = place[run_id]
            row = found[pattern, str(point // block), point % block]
            if reading not in row:
                row[reading] = np.full(len(stage.seeds), np.nan)
            row[reading][seed_at[seed]] = value
    return dict(found)


def _columns(table: pa.Table) -> list[list[object]]:
    return [table[name].to_pylist() for name in ("run_id", "pattern", "reading", "value")]
