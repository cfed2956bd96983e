"""``bodem compare``: compose both sides, run them in the same worlds, tell and keep what differs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from omegaconf import OmegaConf

from experiments.answer import READABLE, answer
from experiments.compare import (
    Comparison,
    Floats,
    assumed_differences,
    compare_arrays,
    outcomes,
    parameter_worlds,
)
from experiments.compose import HIGHEST_SEED, Composed, compose, implausible
from experiments.errors import Refused
from experiments.progress import progress, say, warn
from experiments.provenance import now, provenance
from experiments.store import results
from sim.ensemble import warm_up
from sim.registry import MEASURES, UnknownName, find


@dataclass(frozen=True)
class Question:
    """Two sides and the worlds in which they are to be compared."""

    base: Composed
    variant: Composed
    seeds: tuple[int, ...]
    assumptions: int = 0
    inner_worlds: int = 20
    threads: int = 0

    def __post_init__(self) -> None:
        """Refuse sides that cannot be paired."""
        one, two = self.base.settings.weeks, self.variant.settings.weeks
        if one != two:
            raise Refused(
                f"'weeks' must be the same on both sides, not {one} in the base and {two} in the variant."
            )
        if self.base.seed != self.variant.seed:
            raise Refused("'seed' must be the same on both sides: the worlds are paired.")
        if self.seeds[-1] > HIGHEST_SEED:
            raise Refused(f"The last seed would be {self.seeds[-1]}; the highest is {HIGHEST_SEED}.")

    @property
    def fixed(self) -> frozenset[str]:
        """The parameters that were set by hand on either side."""
        return frozenset(self.base.settings.parameters) | frozenset(self.variant.settings.parameters)


@dataclass(frozen=True)
class Reply:
    """The comparison and what it was computed from: [worlds, measures] per side, parameter worlds."""

    found: Comparison
    base: Floats
    variant: Floats
    drawn: list[dict[str, float]]
    assumed: Floats | None


def ask(question: Question) -> Reply:
    """Run both sides of ``question`` and compare all measures."""
    base, variant = question.base.settings, question.variant.settings
    inner = question.seeds[: question.inner_worlds] if question.assumptions else ()
    if question.assumptions and len(inner) < question.inner_worlds:
        inner = tuple(range(question.seeds[0], question.seeds[0] + question.inner_worlds))
    drawn = list(parameter_worlds(question.assumptions, question.fixed))
    total = 2 * (len(question.seeds) + len(drawn) * len(inner))
    with progress("worlds", total) as tick:
        one, two = (outcomes(side, question.seeds, question.threads, tick) for side in (base, variant))
        assumed = None
        if drawn:
            assumed = assumed_differences(base, variant, drawn, inner, question.threads, tick)
    return Reply(compare_arrays(list(MEASURES), one, two, assumed), one, two, drawn, assumed)


def chosen(wishes: Sequence[str] | None) -> list[str]:
    """The measures to tell: those wished for, all for ``all``, a readable selection for nothing."""
    if not wishes:
        return [name for name in READABLE if name in MEASURES] or list(MEASURES)
    names = [name for wish in wishes for name in wish.split(",") if name]
    if names == ["all"]:
        return list(MEASURES)
    if not names:
        raise UnknownName("measure", "", MEASURES)
    return list(dict.fromkeys(find("measure", MEASURES, name).name for name in names))


def question(options: Any) -> Question:
    """Turn the options of the command line into a question."""
    base, variant = (
        compose([*options.overrides, *side], options.config_dir) for side in (options.base, options.variant)
    )
    first = base.seed if options.seed is None else options.seed
    seeds = tuple(range(first, first + options.worlds))
    return Question(base, variant, seeds, options.assumptions, options.assumption_worlds, options.threads)


def command(options: Any) -> int:
    """Do what ``bodem compare`` was asked; return the exit code."""
    names, asked = chosen(options.measures), question(options)
    warn(line for side in (asked.base, asked.variant) for line in implausible(side.settings))
    if options.out is None:
        warm_up(say)
        reply, place = ask(asked), None
    else:
        reply, place = _ask_and_keep(asked, options.out, options.command_line)
    found = Comparison(
        reply.found.worlds, reply.found.assumptions, {n: reply.found.measures[n] for n in names}
    )
    if options.json:
        print(json.dumps(found.as_json(), allow_nan=False))
        return 0
    print(
        answer(
            found,
            names,
            (_told(options.base, "base"), _told(options.variant, "variant")),
            options.assumption_worlds,
        )
    )
    if place:
        print(f"\nKept in {place}")
    return 0


def _ask_and_keep(asked: Question, out: Path, command_line: list[str]) -> tuple[Reply, Path]:
    started = now()
    with results(out) as files:
        warm_up(say)
        reply = ask(asked)
        files.json("comparison.json", reply.found.as_json())
        for side, values in (("base", reply.base), ("variant", reply.variant)):
            files.append("worlds", _worlds_table(asked.seeds, side, values))
        if reply.assumed is not None:
            files.append("assumptions", _assumptions_table(reply))
        for name, told in (("base", asked.base), ("variant", asked.variant)):
            text = OmegaConf.to_yaml(OmegaConf.create(told.resolved))
            files.path(f"{name}.yaml").write_text(text, encoding="utf-8")
        files.json("provenance.json", provenance(command_line, started, files.checksums()))
    return reply, files.final


def _worlds_table(seeds: Sequence[int], side: str, values: Floats) -> pa.Table:
    """One row per world and measure of one side."""
    rows = len(seeds) * len(MEASURES)
    return pa.table(
        {
            "seed": np.repeat(np.array(seeds, dtype=np.int64), len(MEASURES)),
            "side": pa.array([side] * rows),
            "measure": pa.array(list(MEASURES) * len(seeds)),
            "value": values.ravel(),
        }
    )


def _assumptions_table(reply: Reply) -> pa.Table:
    """One row per parameter world: its parameters and the mean difference of each measure."""
    assert reply.assumed is not None
    parameters = {f"parameters.{name}": [one[name] for one in reply.drawn] for name in reply.drawn[0]}
    differences = {f"diff.{name}": reply.assumed[:, column] for column, name in enumerate(MEASURES)}
    return pa.table(parameters | differences)


def _told(overrides: Sequence[str], side: str) -> str:
    return " ".join(overrides) or f"the common settings ({side})"
