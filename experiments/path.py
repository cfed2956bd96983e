"""``bodem path``: from one strategy to another, one policy at a time, in the same worlds."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
import pyarrow as pa

from experiments.compare import Contrast, Floats, compare_arrays, contrast, outcomes
from experiments.compose import HIGHEST_SEED, Composed, compose, implausible
from experiments.errors import Refused
from experiments.overrides import parse, seed_twice
from experiments.paired import chosen
from experiments.pathwords import path_answer
from experiments.presets import FilePresets
from experiments.progress import progress, say, warn
from experiments.provenance import now, provenance
from experiments.store import Results, results
from sim.ensemble import warm_up
from sim.registry import MEASURES, POLICIES, UnknownName
from sim.settings import Settings, Strategy

FEW: Final = 3


@dataclass(frozen=True)
class Step:
    """One policy that differs: its value on both sides and, by measure, what moving it alone does.

    ``first`` moves it alone from A; ``last`` is what moving it adds when all others are at B already;
    ``added`` is what it adds at its place on the path and ``sofar`` the path up to and including it.
    """

    policy: str
    a: float
    b: float
    first: Mapping[str, Contrast]
    last: Mapping[str, Contrast]
    added: Mapping[str, Contrast]
    sofar: Mapping[str, Contrast]

    def as_json(self) -> dict[str, Any]:
        """This step as it stands in the JSON object."""
        kinds = ("first", "last", "added", "sofar")
        return {
            "policy": self.policy,
            "a": self.a,
            "b": self.b,
            **{kind: {n: _short(one) for n, one in getattr(self, kind).items()} for kind in kinds},
        }


@dataclass(frozen=True)
class Path:
    """The whole way from A to B: the difference between them, and the steps in their order."""

    names: tuple[str, str]
    worlds: int
    whole: Mapping[str, Contrast]
    steps: tuple[Step, ...]

    def as_json(self) -> dict[str, Any]:
        """The object that ``bodem path --json`` prints."""
        return {
            "a": self.names[0],
            "b": self.names[1],
            "worlds": self.worlds,
            "whole": {name: _short(one) for name, one in self.whole.items()},
            "order_by": next(iter(self.whole)),
            "steps": [step.as_json() for step in self.steps],
        }


def _short(one: Contrast) -> dict[str, Any]:
    return {"diff": one.diff, "ci": list(one.ci)}


def policies_of(settings: Settings) -> dict[str, float]:
    """The value of every policy, the defaults filled in."""
    return {name: settings.strategy.policies.get(name, one.default) for name, one in POLICIES.items()}


def with_policies(settings: Settings, policies: Mapping[str, float]) -> Settings:
    """The same settings under a strategy of these policies."""
    return replace(settings, strategy=Strategy(settings.strategy.name, dict(policies)))


def differing(a: Settings, b: Settings) -> list[str]:
    """The policies in which two sides differ, in the order of the registry."""
    one, two = policies_of(a), policies_of(b)
    return [name for name in POLICIES if one[name] != two[name]]


def walk(
    a: Settings, b: Settings, seeds: Sequence[int], names: Sequence[str] | None, threads: int
) -> tuple[Path, dict[str, Floats]]:
    """Run every step; returns the path and the outcomes behind it, [worlds, measures] by what was moved.

    The path goes by the size of the effect on the first of ``names``, the mean of a policy's first step and
    its last; without ``names`` a few measures that moved are told.
    """
    moved = differing(a, b)
    if not moved:
        raise Refused("The two strategies have the same value for every policy, so there is no path.")
    one, two = policies_of(a), policies_of(b)
    columns = list(MEASURES)
    with progress("worlds", len(seeds) * (2 + 3 * len(moved) - 1)) as tick:

        def run(policies: Mapping[str, float]) -> Floats:
            return outcomes(with_policies(a, policies), seeds, threads, tick)

        raw = {"a": run(one), "b": run(two)}
        for name in moved:
            raw[f"first {name}"] = run(one | {name: two[name]})
            raw[f"last {name}"] = run(two | {name: one[name]})
        told = list(names) if names else _moving(raw["a"], raw["b"])
        order = _order(raw, moved, columns.index(told[0]))
        now_at, before = dict(one), raw["a"]
        for name in order[:-1]:
            now_at[name] = two[name]
            raw[f"path {name}"] = run(now_at)
        raw[f"path {order[-1]}"] = raw["b"]
    steps = []
    for name in order:
        after = raw[f"path {name}"]
        pairs = ((raw["a"], raw[f"first {name}"]), (raw[f"last {name}"], raw["b"]),
                 (before, after), (raw["a"], after))  # fmt: skip
        found = [_contrasts(low, high, told) for low, high in pairs]
        steps.append(Step(name, one[name], two[name], *found))
        before = after
    whole = _contrasts(raw["a"], raw["b"], told)
    return Path((a.strategy.name, b.strategy.name), len(seeds), whole, tuple(steps)), raw


def _moving(a: Floats, b: Floats) -> list[str]:
    from experiments.answer import telling

    return telling(compare_arrays(list(MEASURES), a, b), chosen(None), 0)[:FEW]


def _order(raw: Mapping[str, Floats], moved: Sequence[str], column: int) -> list[str]:
    """The policies by the size of their effect, those without any last and in the order of the registry."""

    def size(name: str) -> float:
        first = raw[f"first {name}"][:, column] - raw["a"][:, column]
        last = raw["b"][:, column] - raw[f"last {name}"][:, column]
        both = np.concatenate([first, last])
        there = both[np.isfinite(both)]
        return abs(float(there.mean())) if len(there) else 0.0

    return sorted(moved, key=lambda name: -size(name))


def _contrasts(base: Floats, variant: Floats, names: Sequence[str]) -> dict[str, Contrast]:
    columns = list(MEASURES)
    return {name: contrast(base[:, columns.index(name)], variant[:, columns.index(name)]) for name in names}


def command(options: Any) -> int:
    """Do what ``bodem path`` was asked; return the exit code."""
    names = chosen(options.measures) if options.measures else None
    a, b = (_side(name, options) for name in (options.a, options.b))
    seed_twice(options.overrides, options.seed)
    first = a.seed if options.seed is None else options.seed
    if first + options.worlds - 1 > HIGHEST_SEED:
        raise Refused(f"The last seed would be {first + options.worlds - 1}; the highest is {HIGHEST_SEED}.")
    seeds = tuple(range(first, first + options.worlds))
    warn(line for side in (a, b) for line in implausible(side.settings))
    if not differing(a.settings, b.settings):
        raise Refused(f"'{options.a}' and '{options.b}' have the same value for every policy.")
    if options.out is None:
        warm_up(say)
        path, _ = walk(a.settings, b.settings, seeds, names, options.threads)
        _print(path, a, options)
        return 0
    started = now()
    with results(options.out) as files:
        warm_up(say)
        path, raw = walk(a.settings, b.settings, seeds, names, options.threads)
        _write(files, path, raw, seeds)
        files.json("provenance.json", provenance(options.command_line, started, files.checksums()))
    _print(path, a, options)
    if not options.json:
        print(f"\n{'Bewaard in' if options.lang == 'nl' else 'Kept in'} {files.final}")
    return 0


def _side(name: str, options: Any) -> Composed:
    known = FilePresets(options.config_dir).names("strategy")
    if name not in known:
        raise UnknownName("strategy", name, known)
    if any(parse(text).key_or_group == "strategy" for text in options.overrides):
        raise Refused("'strategy=' has no place on a path: its ends are the two names.")
    return compose([f"strategy={name}", *options.overrides], options.config_dir)


def _print(path: Path, a: Composed, options: Any) -> None:
    if options.json:
        print(json.dumps(path.as_json(), allow_nan=False))
        return
    print(path_answer(path, a.settings, options.lang))


def _write(files: Results, path: Path, raw: Mapping[str, Floats], seeds: Sequence[int]) -> None:
    files.json("path.json", path.as_json())
    names = list(MEASURES)
    rows = len(seeds) * len(names)
    files.append(
        "worlds",
        pa.table(
            {
                "moved": [moved for moved in raw for _ in range(rows)],
                "seed": [seed for _ in raw for seed in seeds for _ in names],
                "measure": names * (len(seeds) * len(raw)),
                "value": np.concatenate([values.ravel() for values in raw.values()]),
            }
        ),
    )
