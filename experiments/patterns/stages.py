"""Which runs patterns need: three sweeps over the same arms, each of which can be taken up again."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import sim.library  # noqa: F401  (registers parameters and rules)
from analysis.patterns import Pattern
from analysis.patterns import __file__ as patterns_at
from experiments.asked import Asked
from experiments.compare import parameter_worlds
from experiments.design import Design, points_from
from experiments.engine.executors import Engine
from experiments.engine.work import Keep
from experiments.overrides import parse, plain_value
from sim.registry import RULES

CHANCE, ASSUMPTIONS, KNOCK_OUT = "chance", "assumptions", "knock_out"
PARAMETERS: Final = "parameters."


@dataclass(frozen=True)
class Effort:
    """How many worlds: seeds at the defaults, parameter worlds, seeds in each, seeds per knock-out."""

    seeds: int
    worlds: int
    inner: int
    knock_out: int
    first_seed: int = 0

    def first(self, count: int) -> tuple[int, ...]:
        """The first ``count`` seeds."""
        return tuple(range(self.first_seed, self.first_seed + count))


FULL: Final = Effort(200, 64, 20, 40)
QUICK: Final = Effort(40, 16, 5, 10)


@dataclass(frozen=True)
class Arm:
    """Settings that one or more patterns ask for: which, and under what name each of them knows it."""

    cells: Mapping[str, Any]
    known: tuple[tuple[str, str], ...]


def arms(asked: Sequence[Pattern]) -> list[Arm]:
    """The different settings that patterns ask for; what they share is run once."""
    found: dict[str, tuple[dict[str, Any], list[tuple[str, str]]]] = {}
    for one in asked:
        for name, overrides in one.arms.items():
            cells = {each.key_or_group: plain_value(each) for each in map(parse, overrides)}
            _, known = found.setdefault(repr(sorted(cells.items(), key=lambda cell: cell[0])), (cells, []))
            known.append((one.id, name))
    return [Arm(cells, tuple(known)) for cells, known in found.values()]


@dataclass(frozen=True)
class Stage:
    """One sweep: for every arm the same block of variations, in this order."""

    name: str
    arms: tuple[Arm, ...]
    variations: tuple[Mapping[str, Any], ...]
    seeds: tuple[int, ...]

    def design(self) -> Design:
        """One point per arm and variation; what an arm sets itself stays as it is."""
        rows = [{**varied, **arm.cells} for arm in self.arms for varied in self.variations]
        keys = dict.fromkeys(key for row in rows for key in row)
        return Design(points_from({key: [row.get(key) for row in rows] for key in keys}), self.seeds)

    def asked(self, engine: Engine, told: Mapping[str, Any]) -> Asked:
        """The sweep as the engine takes it: nothing is kept of a run but what patterns read in it."""
        # Each pattern once per arm, also where it calls the same settings by two names.
        readings = tuple(tuple(dict.fromkeys(one for one, _ in arm.known)) for arm in self.arms)
        keep = Keep(weekly=0.0, final=False, readings=readings, block=len(self.variations), reader=reader())
        return Asked((), self.design(), engine, keep, {"patterns": dict(told), "stage": self.name})


@cache
def reader() -> str:
    """A digest of all that reads and judges: when it changes, what was read before is not taken up again."""
    digest = hashlib.sha256()
    for file in sorted(Path(patterns_at).parent.glob("*.py")):
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:16]


def stages(asked: Sequence[Pattern], effort: Effort, knock_out: bool) -> list[Stage]:
    """Chance, assumptions and, when asked for, every rule taken out."""
    every = tuple(arms(asked))
    drawn = tuple(_as_cells(world) for world in parameter_worlds(effort.worlds, frozenset()))
    found = [
        Stage(CHANCE, every, ({},), effort.first(effort.seeds)),
        Stage(ASSUMPTIONS, every, drawn, effort.first(effort.inner)),
    ]
    if knock_out:
        out = tuple({f"rules.{rule.key}": False} for rule in RULES)
        found.append(Stage(KNOCK_OUT, every, out, effort.first(effort.knock_out)))
    return found


def _as_cells(world: Mapping[str, float]) -> dict[str, float]:
    return {f"{PARAMETERS}{name}": value for name, value in world.items()}
