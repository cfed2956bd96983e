"""``bodem run``: one world kept as Parquet tables with its configuration; with ``-m`` a grid of them."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from experiments.columns import numbers, texts
from experiments.compose import Composed, compose, implausible
from experiments.hydra_places import without_hydra
from experiments.plain_yaml import as_yaml
from experiments.progress import say, warn
from experiments.provenance import now, provenance, run_id
from experiments.store import Results, results
from experiments.tables import events_table, relations_table, weekly_table
from sim.ensemble import WorldRun, run_world, warm_up


@dataclass(frozen=True)
class Outcome:
    """One run that was done: what it was told, its name, the world."""

    told: Composed
    run_id: str
    world: WorldRun
    seconds: float


def done(told: Composed, trace: str) -> Outcome:
    """Run one world."""
    start = time.perf_counter()
    world = run_world(told.settings, told.seed, trace=trace == "all", story=trace != "none")
    return Outcome(told, run_id(told.settings, told.seed), world, time.perf_counter() - start)


def keep(told: Composed, out: Path | None, trace: str, command: Sequence[str]) -> tuple[Path, Outcome]:
    """Run a world and write all tables.

    ``trace`` is ``all`` (every term on every pair is an event as well), ``story`` or ``none``.
    """
    started = now()
    with results(out) as files:
        outcome = done(told, trace)
        _write(files, outcome, trace)
        files.path("config.yaml").write_text(as_yaml(told.resolved), encoding="utf-8")
        # Wall-clock times differ between equal runs, whose tables are the same to the byte.
        seconds = {outcome.run_id: round(outcome.seconds, 3)}
        files.json("provenance.json", provenance(command, started, files.checksums()) | {"seconds": seconds})
    return files.final, outcome


def _write(files: Results, outcome: Outcome, trace: str) -> None:
    name, world, told = outcome.run_id, outcome.world, outcome.told
    files.append("weekly", weekly_table(name, world))
    if trace != "none":
        files.append("events", events_table(name, world))
        files.append("relations", relations_table(name, world))
    row = {
        "run_id": texts([name]),
        "seed": numbers(np.array([told.seed])),
        "status": texts(["done"]),
        "strategy": texts([told.settings.strategy.name]),
        "district": texts([told.settings.district.name]),
        "scenario": texts([told.settings.scenario.name]),
    }
    files.append("runs", pa.table(row))


def command(options: Any) -> int:
    """Do what ``bodem run`` was asked; return the exit code."""
    import json

    if options.multirun:
        from experiments.multirun import command as several

        return several(options)
    from experiments.summary import as_json, as_text

    overrides, out = without_hydra(options.overrides, options.out, "hydra.run.dir")
    told = compose(overrides, options.config_dir)
    warn(implausible(told.settings))
    warm_up(say)
    folder, outcome = keep(told, out, options.trace, options.command_line)
    print(json.dumps(as_json(folder, outcome)) if options.json else as_text(folder, outcome))
    return 0
