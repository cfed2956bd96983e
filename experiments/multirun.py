"""``bodem run -m``: every combination of values, through the engine and the store of ``bodem sweep``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from experiments.asked import Asked, grid
from experiments.compose import compose, implausible
from experiments.composer import Composer
from experiments.design.points import rows_of, verbatim
from experiments.engine.executors import engine_from
from experiments.engine.work import DONE, Keep
from experiments.hydra_places import without_hydra
from experiments.plan import Plan, planned
from experiments.presets import load_packaged
from experiments.progress import warn
from experiments.seal import account
from experiments.summary import KEY, several
from experiments.sweep import carry_out, near, new_place, with_workers
from experiments.sweepdir import SweepDir
from experiments.sweeping import Session, made
from sim.registry import MEASURES


def command(options: Any) -> int:
    """Do what ``bodem run -m`` was asked; return the exit code."""
    overrides, out = without_hydra(options.overrides, options.out, "hydra.sweep.dir")
    fixed, design = grid(overrides, options.config_dir)
    plan = planned(fixed, design, options.config_dir)
    warn(_implausible(plan, options.config_dir))
    engine = with_workers(engine_from(load_packaged("engine", "threads")), options.threads)
    share = 0.0 if options.trace == "none" else 1.0
    keep = Keep(1.0, share, "all" if options.trace == "all" else "story")
    asked = Asked(fixed, design, engine, keep)
    folder = made(new_place(out), plan, asked, options.command_line, options.config_dir)
    code = carry_out(Session(folder, engine, label="worlds"), options.command_line, quiet=True)
    if not account(folder).is_whole:
        return code
    rows = list(results_of(folder))
    if options.json:
        print(json.dumps({"out": str(folder.path), "runs": [_plain(row, plan.factors) for row in rows]}))
        return code
    good = [row for row in rows if row["status"] == DONE]
    if good:
        print(f"{several(good, plan.factors)}\n")
    print(f"Kept in {near(folder.path)}")
    return code


def _implausible(plan: Plan, config_dir: Path | None) -> Iterator[str]:
    composer = Composer(plan.overrides, config_dir, verbatim(plan.points))
    yield from implausible(compose(plan.overrides, config_dir).settings)
    for cells in rows_of(plan.points):
        yield from implausible(composer.told(cells).settings)


def results_of(folder: SweepDir) -> Iterator[dict[str, Any]]:
    """Yield each run with its factors and, where it was done, its measures, in planned order."""
    final: dict[str, dict[str, Any]] = {}
    for file in folder.files("final"):
        final |= {row["run_id"]: row for row in pq.read_table(file).to_pylist()}
    rows = [row for file in folder.files("runs") for row in pq.read_table(file).to_pylist()]
    for row in sorted(rows, key=lambda row: int(row["run"])):
        yield row | final.get(row["run_id"], {})


def _plain(row: dict[str, Any], factors: list[str]) -> dict[str, Any]:
    told = {name: row[name] for name in MEASURES if name in row}
    return {
        "run_id": row["run_id"],
        "seed": row["seed"],
        "status": row["status"],
        "factors": {name: row[name] for name in factors},
        "measures": {name: value if value == value else None for name, value in told.items()},
    }


__all__ = ["KEY", "command", "results_of"]
