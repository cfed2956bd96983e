"""Worlds per second and core of both sides, ensembles on threads, and what a start costs."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.plain_mesa.model import PlainMesa
from benchmarks.subset import compiled_settings, district, full_settings, parameters
from sim.ensemble import run_ensemble

ROOT = Path(__file__).resolve().parents[1]
WARM_UP = "from sim.ensemble import warm_up; warm_up(lambda said: None)"


@dataclass(frozen=True)
class Repeat:
    """Worlds per second of CPU time, both sides measured right after each other."""

    compiled: float
    mesa: float

    @property
    def ratio(self) -> float:
        """How many times as many worlds the compiled side makes."""
        return self.compiled / self.mesa


def worlds_per_second(run: Callable[[int], object], worlds: int, clock: Callable[[], float]) -> float:
    """Worlds per second of ``clock`` while ``run`` makes that many."""
    started = clock()
    run(worlds)
    return worlds / (clock() - started)


def mesa_worlds(worlds: int, weeks: int) -> None:
    """Make worlds in plain Mesa, one after the other, measures collected."""
    place, p = district(), parameters()
    for seed in range(worlds):
        model = PlainMesa(place, p, seed)
        for _ in range(weeks):
            model.step()


def side_by_side(weeks: int, repeats: int, compiled_worlds: int, plain_worlds: int) -> list[Repeat]:
    """Measure both sides in turn, on one thread, in CPU time: making and running worlds, not compiling.

    Before that, ours makes as many once: to touch memory for the first time takes long on some machines.
    """
    settings = compiled_settings(weeks)
    run_ensemble(settings, range(compiled_worlds), threads=1)
    mesa_worlds(1, weeks)
    return [
        Repeat(
            worlds_per_second(
                lambda n: run_ensemble(settings, range(n), threads=1), compiled_worlds, time.process_time
            ),
            worlds_per_second(lambda n: mesa_worlds(n, weeks), plain_worlds, time.process_time),
        )
        for _ in range(repeats)
    ]


@dataclass(frozen=True)
class Ensemble:
    """Median seconds on the wall for ``worlds`` worlds with every rule on, by number of threads."""

    worlds: int
    one_thread: float
    two_threads: float


def ensembles(weeks: int, worlds: int, repeats: int) -> Ensemble:
    """Time ensembles on one and on two threads in turn."""
    settings = full_settings(weeks)
    run_ensemble(settings, [0], threads=1)
    seconds: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(repeats):
        for threads, found in seconds.items():
            started = time.perf_counter()
            run_ensemble(settings, range(worlds), threads=threads)
            found.append(time.perf_counter() - started)
    return Ensemble(worlds, median(seconds[1]), median(seconds[2]))


def process_seconds(cache: Path) -> float:
    """CPU seconds until a fresh process has the model ready, with its compiled code in ``cache``."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-c", WARM_UP],
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "BODEM_CACHE": str(cache)},
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def starts(repeats: int) -> tuple[float, float]:
    """CPU seconds of a start that compiles everything (once) and of one that finds it compiled (median)."""
    with tempfile.TemporaryDirectory() as folder:
        cold = process_seconds(Path(folder))
        return cold, median(process_seconds(Path(folder)) for _ in range(repeats))
