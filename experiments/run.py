"""``bodem run``: one world or a grid of worlds, kept as Parquet tables with their configuration."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import batched
from pathlib import Path
from typing import Any, Final

import pyarrow as pa

from experiments.compose import Composed, compose, implausible, seed_of
from experiments.errors import Refused, one_line
from experiments.overrides import parse, sweep, varied
from experiments.progress import cores, progress, say, warn
from experiments.provenance import now, provenance, run_names
from experiments.store import Results, results
from experiments.tables import events_table, relations_table, weekly_table
from sim.ensemble import WorldRun, run_world, warm_up

BATCH: Final = 16


@dataclass(frozen=True)
class Planned:
    """One run to do: what it is told, its identity, and the factors that set it apart."""

    told: Composed
    run_id: str
    factors: dict[str, str]


@dataclass(frozen=True)
class Outcome:
    """What became of one run: the world, or the reason why there is none."""

    planned: Planned
    world: WorldRun | None
    status: str
    seconds: float


def plan(overrides: Sequence[str], several: bool, config_dir: Path | None = None) -> list[Planned]:
    """Compose every run that ``overrides`` ask for; a value that is wrong is refused before any runs."""
    combinations = sweep(overrides, config_dir) if several else [tuple(overrides)]
    factors = varied(overrides) if several else []
    once = cache(lambda rest: _composed(rest, config_dir))
    runs = [_planned(one, factors, once) for one in combinations]
    if len({one.run_id for one in runs}) < len(runs):
        raise Refused("Two of these runs are the same: a field is given the same value twice.")
    return runs


def execute(runs: Sequence[Planned], trace: str, threads: int = 0) -> Iterator[Outcome]:
    """Run the worlds, several at a time, and yield their outcomes in the planned order."""
    with ThreadPoolExecutor(threads or cores()) as pool:
        for batch in batched(runs, BATCH):
            yield from pool.map(lambda one: _attempt(one, trace), batch)


def keep(
    runs: Sequence[Planned], out: Path | None, trace: str, command: Sequence[str], threads: int = 0
) -> tuple[Path, list[Outcome]]:
    """Run the worlds and write all tables.

    ``trace`` is ``all`` (every term on every pair is an event as well), ``story`` or ``none``. Returns the
    directory and the outcomes in planned order.
    """
    started, done = now(), []
    with results(out) as files, progress("worlds", len(runs)) as tick:
        for outcome in execute(runs, trace, threads):
            _write(files, outcome, trace)
            done.append(outcome)
            tick(1)
        if all(outcome.world is None for outcome in done):
            raise RuntimeError(done[0].status)
        files.append("runs", _runs_table(done))
        files.path("config.yaml").write_text(_configuration(runs, command), encoding="utf-8")
        # Wall-clock times differ between equal runs, whose tables are the same to the byte.
        seconds = {one.planned.run_id: round(one.seconds, 3) for one in done}
        told = provenance(command, started, files.checksums()) | {"seconds": seconds}
        files.json("provenance.json", told)
    return files.final, done


def _composed(overrides: tuple[str, ...], config_dir: Path | None) -> tuple[Composed, Callable[[int], str]]:
    told = compose(overrides, config_dir)
    return told, run_names(told.settings)


def _planned(overrides: tuple[str, ...], factors: Sequence[str], once: Callable[..., Any]) -> Planned:
    """Plan one run; runs that differ by seed alone share one composition."""
    parsed = {parse(text).key_or_group: text.partition("=")[2] for text in overrides}
    told, named = once(tuple(text for text in overrides if not _is_seed(text)))
    seed = seed_of(parse(f"seed={parsed['seed']}").value()) if "seed" in parsed else told.seed
    told = told._replace(seed=seed, resolved=told.resolved | {"seed": seed})
    return Planned(told, named(seed), {name: parsed[name] for name in factors})


def _is_seed(text: str) -> bool:
    return parse(text).key_or_group == "seed"


def _attempt(planned: Planned, trace: str) -> Outcome:
    start = time.perf_counter()
    try:
        world, status = _world(planned, trace), "done"
    except Exception as problem:
        world, status = None, f"failed: {type(problem).__name__}: {one_line(problem)}"
    return Outcome(planned, world, status, time.perf_counter() - start)


def _world(planned: Planned, trace: str) -> WorldRun:
    told = planned.told
    return run_world(told.settings, told.seed, trace=trace == "all", story=trace != "none")


def _write(files: Results, outcome: Outcome, trace: str) -> None:
    name, world = outcome.planned.run_id, outcome.world
    if world is None:
        return
    files.append("weekly", weekly_table(name, world))
    if trace != "none":
        files.append("events", events_table(name, world))
        files.append("relations", relations_table(name, world))


def _runs_table(done: Sequence[Outcome]) -> pa.Table:
    columns: dict[str, Any] = {
        "run_id": [one.planned.run_id for one in done],
        "seed": [one.planned.told.seed for one in done],
        "status": [one.status for one in done],
        "strategy": [one.planned.told.settings.strategy.name for one in done],
        "district": [one.planned.told.settings.district.name for one in done],
        "scenario": [one.planned.told.settings.scenario.name for one in done],
    }
    for name in done[0].planned.factors:
        if name not in columns:
            columns[name] = _typed([one.planned.factors[name] for one in done])
    return pa.table(columns)


def _typed(texts: list[str]) -> list[float] | list[str]:
    try:
        return [float(text) for text in texts]
    except ValueError:
        return texts


def _configuration(runs: Sequence[Planned], command: Sequence[str]) -> str:
    from omegaconf import OmegaConf

    text: str = OmegaConf.to_yaml(OmegaConf.create(runs[0].told.resolved))
    if len(runs) == 1:
        return text
    return f"# The first of {len(runs)} runs; runs.parquet tells what differs in the others.\n{text}"


def command(options: Any) -> int:
    """Do what ``bodem run`` was asked; return the exit code."""
    import json

    from experiments.summary import as_json, as_text

    runs = plan(options.overrides, options.multirun, options.config_dir)
    warn(sentence for one in runs for sentence in implausible(one.told.settings))
    warm_up(say)
    folder, done = keep(runs, options.out, options.trace, options.command_line, options.threads)
    failed = [one for one in done if one.world is None]
    print(json.dumps(as_json(folder, done)) if options.json else as_text(folder, done))
    if failed:
        say(f"{len(failed)} of {len(done)} runs failed; the first: {failed[0].status}.")
    return 1 if failed else 0
