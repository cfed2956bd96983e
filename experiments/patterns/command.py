"""``bodem patterns``: run what patterns ask, judge them by the one rule, tell and keep what came of it."""

from __future__ import annotations

import json
import shlex
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from analysis.patterns import IDS, patterns
from analysis.patterns.judging import Verdict, as_json
from experiments.patterns.collect import verdicts
from experiments.patterns.smallest import Smallest, smallest
from experiments.patterns.stages import FULL, QUICK, Effort, Stage, stages
from experiments.patterns.words import as_markdown, as_text, few_as_lines
from experiments.plan import Plan, planned
from experiments.progress import say
from experiments.provenance import now, provenance
from experiments.sweep import carry_out, engine_for, near, new_place, same
from experiments.sweepdir import SWEEP, SweepDir, write_json
from experiments.sweeping import Session, made
from sim.registry import UnknownName

SETTING: Final = "patterns.json"


def command(options: Any) -> int:
    """Do what ``bodem patterns`` was asked; return the exit code."""
    asked = patterns(chosen(options.only))
    effort = effort_of(options)
    engine = engine_for(options.overrides)
    place, started = new_place(options.out), now()
    runs = 0

    def run(stage: Stage) -> SweepDir:
        nonlocal runs
        plan = planned((), stage.design())
        folder = _folder(place / stage.name, stage, plan, engine, options)
        session = Session(folder, engine, label=f"runs, {stage.name}")
        code = carry_out(session, options.command_line, quiet=True)
        if code != 0:
            raise Stopped(code)
        runs += len(plan.distinct())
        return folder

    wanted = stages(asked, effort, options.knock_out or options.smallest)
    try:
        found = verdicts(asked, [(stage, run(stage)) for stage in wanted])
        few = None
        if options.smallest:
            few = smallest(found, effort.first(effort.knock_out), effort.first(effort.seeds), run)
    except Stopped as stopped:
        return stopped.code
    _keep(place, found, few, effort, runs, started, options)
    if options.json:
        print(json.dumps(as_data(found, few, effort, runs), ensure_ascii=False, allow_nan=False))
    else:
        kept = "Bewaard in" if options.lang == "nl" else "Kept in"
        told = [
            as_text(found, effort, options.lang),
            *(few_as_lines(few, effort, options.lang) if few else []),
        ]
        print("\n\n".join([*told, f"{kept} {near(place)}"]))
    return 0


class Stopped(Exception):
    """A sweep did not come to its end; ``code`` is the exit code."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def chosen(wishes: Sequence[str] | None) -> tuple[str, ...]:
    """The patterns asked for, all of them when none is named; UnknownName for one that is not there."""
    names = [name for wish in wishes or () for name in wish.split(",") if name]
    for name in names:
        if name not in IDS:
            raise UnknownName("pattern", name, IDS)
    if wishes is not None and not names:
        raise UnknownName("pattern", "", IDS)
    return tuple(dict.fromkeys(names)) or IDS


def effort_of(options: Any) -> Effort:
    """How many worlds are asked for."""
    effort = QUICK if options.quick else FULL
    given = {name: getattr(options, name) for name in ("seeds", "worlds", "inner", "knock_out_seeds")}
    given["knock_out"] = given.pop("knock_out_seeds")
    asked = {name: value for name, value in given.items() if value is not None}
    return replace(effort, first_seed=options.seed, **asked)


def _folder(place: Path, stage: Stage, plan: Plan, engine: Any, options: Any) -> SweepDir:
    """The directory of one stage: a new one, or the one that a stopped command left."""
    asked = stage.asked(engine, {"only": list(chosen(options.only)), "quick": bool(options.quick)})
    if (place / SWEEP).exists():
        say(f"going on with '{near(place)}'.")
        return same(place, plan, asked)
    return made(place, plan, asked, options.command_line, None)


def as_data(found: Sequence[Verdict], few: Smallest | None, effort: Effort, runs: int) -> dict[str, Any]:
    """The object that ``bodem patterns --json`` prints."""
    counts = {how: sum(one.verdict == how for one in found) for how in ("holds", "partly", "fails")}
    return {
        "seeds": effort.seeds,
        "first_seed": effort.first_seed,
        "parameter_worlds": effort.worlds,
        "seeds_per_parameter_world": effort.inner,
        "seeds_per_knock_out": effort.knock_out if any(one.without for one in found) else 0,
        "runs": runs,
        "patterns": len(found),
        **counts,
        "verdicts": [as_json(one) for one in found],
        **({"smallest": asdict(few)} if few else {}),
    }


def _keep(
    place: Path,
    found: Sequence[Verdict],
    few: Smallest | None,
    effort: Effort,
    runs: int,
    started: str,
    options: Any,
) -> None:
    """Write table, matrix and figure beside the sweeps; what an earlier command wrote is replaced."""
    from analysis.figures.patterns import patterns_figure
    from analysis.figures.save import save

    words = shlex.join(["bodem", *_without_out(options.command_line)])
    write_json(place / SETTING, as_data(found, few, effort, runs))
    for lang, name in (("en", "patterns.md"), ("nl", "patterns_nl.md")):
        told = as_markdown(found, effort, runs, words, lang)
        if few:
            told += "\n\n" + "\n\n".join(few_as_lines(few, effort, lang, markdown=True))
        (place / name).write_text(told + "\n", encoding="utf-8")
    if any(one.without for one in found):
        pq.write_table(matrix(found), place / "knock_out.parquet")
    figure = patterns_figure(found, effort.seeds, effort.worlds, effort.inner, options.lang)
    save(figure, place / "patterns", ("png", "pdf"))
    write_json(place / "provenance.json", provenance(options.command_line, started, {}))


def _without_out(words: Sequence[str]) -> list[str]:
    kept, skip = [], False
    for word in words:
        if skip or word.startswith("--out="):
            skip = False
        elif word == "--out":
            skip = True
        else:
            kept.append(word)
    return kept


def matrix(found: Sequence[Verdict]) -> pa.Table:
    """One row per pattern, rule taken out and claim: the effect that is left, whether it is still right."""
    rows = [
        {
            "pattern": one.pattern.id,
            "without": rule,
            "claim": claim.claim.name,
            "effect": claim.chance.mean,
            "left": now_.mean,
            "low": now_.low,
            "high": now_.high,
            "was_right": claim.chance.right,
            "is_right": now_.right,
        }
        for one in found
        for rule, again in one.without.items()
        for claim, now_ in zip(one.claims, again, strict=True)
    ]
    return pa.Table.from_pylist(rows)
