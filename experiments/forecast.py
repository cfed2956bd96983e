"""``bodem sweep --dry-run``: how many runs, how long, how large, from a few runs done for it."""

from __future__ import annotations

import json
import tempfile
import time
from pathlib import Path
from typing import Final

from experiments.asked import Asked
from experiments.engine.work import Task, work
from experiments.plan import Plan
from experiments.progress import lasting, say
from experiments.shards import prepared
from experiments.sweep import human_size
from sim.ensemble import warm_up

TRIED: Final = 8
PATIENCE: Final = 20.0


def forecast(plan: Plan, wish: Asked, config_dir: Path | None, as_json: bool) -> str:
    """Tell what the sweep will take; a few of its runs, spread over the design, are really done."""
    runs = plan.distinct()
    warm_up(say)
    each, size, tried = _tried(plan, wish, config_dir)
    workers = wish.engine.slots
    seconds = each * len(runs) / min(workers, len(runs))
    seeds = len(plan.runs) // max(1, len(plan.points))
    told = {
        "runs": len(runs),
        "points": len(plan.points),
        "seeds": seeds,
        "factors": len(plan.factors),
        "workers": workers,
        "seconds": round(seconds, 1),
        "bytes": round(size * len(runs)),
        "tried": tried,
    }
    if as_json:
        return json.dumps(told)
    merged = len(plan.runs) - len(runs)
    same = f"; {merged:,} come out the same as another and are done once" if merged else ""
    return (
        f"{len(runs):,} runs: {len(plan.points):,} points, {len(plan.factors)} factors, {seeds:,} seeds each"
        f"{same}.\nAbout {lasting(seconds)} with {workers} workers ({wish.engine.kind}) and about "
        f"{human_size(size * len(runs))}, judging by {tried} of the runs. Nothing was kept."
    )


def _tried(plan: Plan, wish: Asked, config_dir: Path | None) -> tuple[float, float, int]:
    """Seconds and bytes per run."""
    runs = plan.distinct()
    step = max(1, len(runs) // TRIED)
    chosen = [runs.slice(start, 1).to_pylist()[0] for start in range(0, len(runs), step)][:TRIED]
    seconds, size, tried = 0.0, 0, 0
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        prepared(folder)
        (folder / "tmp" / "trial").mkdir(parents=True)
        for number, row in enumerate([chosen[0], *chosen]):
            start = time.perf_counter()
            task = Task(
                str(folder), "trial", f"{number:03d}", plan.overrides,
                None if config_dir is None else str(config_dir.resolve()),
                plan.points.slice(row["point"], 1), ((row["run"], row["run_id"], row["point"], row["seed"]),),
                row["point"], wish.keep, 60.0, plan.code,
            )  # fmt: skip
            report = work(task)
            # The first is done to get everything ready.
            if number or len(chosen) == 1:
                seconds, size, tried = seconds + time.perf_counter() - start, size + report.size, tried + 1
            if time.monotonic() - began > PATIENCE and tried:
                break
    return seconds / tried, size / tried, tried
