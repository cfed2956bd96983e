"""Measure what a sweep costs beside its runs: ``python tools/measure_sweeps.py overhead|cores|memory``.

overhead  CPU time per run in this process: alone and in a sweep, in turns, and every part of it
cores     how much of the time two worker processes are at work
memory    memory of one process over many very short worlds, and its slope
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

import experiments.engine.work as at_work
from experiments.asked import asked
from experiments.engine.executors import Engine
from experiments.plan import planned
from experiments.sweepdir import SweepDir
from experiments.sweeping import Session, made, plan_in
from sim.ensemble import warm_up
from sim.population import populated
from sim.week import advance
from sim.world import World

RUN = ("populated", "advance")
PARTS = (
    *((at_work, name) for name in ("run_names", *RUN, "commit")),
    (at_work.Composer, "told"),
    (at_work.Empties, "of"),
    (at_work.Batch, "add"),
)


def folder_of(words: list[str], where: str) -> tuple[SweepDir, float]:
    """A sweep of which nothing has been run, and the CPU milliseconds per run that its plan took."""
    wish = asked(words)
    start = time.process_time()
    plan = planned(wish.overrides, wish.design)
    spent = (time.process_time() - start) / max(1, len(plan.runs))
    return made(Path(where) / "sweep", plan, wish, ["sweep", *words], None), 1e3 * spent


def overhead(words: list[str], chunk: int) -> None:
    """Tell the CPU time per run and its parts; the first chunk is not counted.

    Each chunk is done twice, its runs alone and in the sweep, now the one first and now the other, so that
    whatever else the machine does falls on both.
    """
    spent: dict[str, float] = defaultdict(float)
    with tempfile.TemporaryDirectory() as where:
        folder, plan = folder_of(words, where)
        session = Session(folder, Engine("threads", workers=1, chunk=chunk, flush=1e9))
        tasks = list(session._tasks(plan_in(folder), folder.table("points"), folder.new_session()))
        at_work.work(tasks[0])
        turns = np.array([_turns(task, number % 2 == 1, spent) for number, task in enumerate(tasks[1:])])
    weights = np.array([len(task.runs) for task in tasks[1:]])
    alone, swept = weights @ turns / weights.sum()
    each = {name: value / weights.sum() for name, value in spent.items()}
    inside = swept - sum(each[name] for name in RUN)
    parts = ", ".join(f"{name} {1e3 * value:.2f}" for name, value in each.items())
    print(
        f"{weights.sum()} runs; ms of CPU per run: {1e3 * swept:.2f} in the sweep, {1e3 * alone:.2f} alone,"
    )
    print(f"{1e3 * (swept - alone):.2f} on top ({swept / alone - 1:.0%}; chunks from")
    print(f"{1e3 * np.quantile(turns[:, 1] - turns[:, 0], 0.25):.2f} to")
    print(f"{1e3 * np.quantile(turns[:, 1] - turns[:, 0], 0.75):.2f}, first and third quartile).")
    print(f"In the sweep {1e3 * inside:.2f} is spent outside the run itself; parts: {parts};")
    print(f"planning {plan:.2f} per run, once.")


def _turns(task: at_work.Task, swept_first: bool, spent: dict[str, float]) -> tuple[float, float]:
    """CPU seconds per run of a chunk, alone and in the sweep."""
    lives = list(_lives(task))

    def alone() -> float:
        return _cpu(lambda: [live() for live in lives]) / len(lives)

    def swept() -> float:
        with _watched(spent):
            return _cpu(lambda: at_work.work(task)) / len(lives)

    if swept_first:
        there = swept()
        return alone(), there
    return alone(), swept()


def _lives(task: at_work.Task) -> Iterator[Callable[[], None]]:
    """The runs of a task with nothing around them: everything that several could share is made already."""
    runner = at_work.Runner(task)
    at_work._composer.cache_clear()
    for _, _, point, seed in task.runs:
        settings = runner._settle(point, runner._cells[point - task.first_point])
        yield partial(_live, runner._empties.of(settings), settings.weeks, seed)


def _live(empty: World, weeks: int, seed: int) -> None:
    advance(populated(empty, seed), weeks, 0)


def _cpu(do: Callable[[], object]) -> float:
    """CPU seconds of this process, all its threads, while doing something."""
    start = time.process_time()
    do()
    return time.process_time() - start


@contextmanager
def _watched(spent: dict[str, float]) -> Iterator[None]:
    """While this is open, what every part takes is added up."""
    true = [(owner, name, getattr(owner, name)) for owner, name in PARTS]
    for owner, name, function in true:
        setattr(owner, name, _timed(function, name, spent))
    try:
        yield
    finally:
        for owner, name, function in true:
            setattr(owner, name, function)


def _timed(true: Callable[..., Any], name: str, spent: dict[str, float]) -> Callable[..., Any]:
    def timed(*given: Any, **named: Any) -> Any:
        start = time.thread_time()
        try:
            return true(*given, **named)
        finally:
            spent[name] += time.thread_time() - start

    return timed


def cores(words: list[str]) -> None:
    """Tell what share of the time two worker processes were at work, from the first chunk to the last."""
    with tempfile.TemporaryDirectory() as where:
        folder, _ = folder_of(words, where)
        start = time.monotonic()
        tally = Session(folder, Engine("processes", workers=2)).run([])
        wall = time.monotonic() - start
    print(
        f"{tally.done} runs in {wall:.0f} s: two workers at work {tally.busy / (2 * wall):.1%} of the time,"
    )
    print("the start of their processes and the end of the last chunk counted as idle.")


def memory(words: list[str], chunk: int) -> None:
    """Tell the memory of this process as runs go by, and its slope after the first fifth."""
    seen: list[tuple[int, float]] = []
    stop = threading.Event()
    with tempfile.TemporaryDirectory() as where:
        folder, _ = folder_of(words, where)

        def watch() -> None:
            while not stop.wait(2.0):
                done = chunk * len(folder.files("runs"))
                pages = int(Path("/proc/self/statm").read_text().split()[1])
                seen.append((done, pages * os.sysconf("SC_PAGE_SIZE") / 1e6))

        threading.Thread(target=watch, daemon=True).start()
        tally = Session(folder, Engine("threads", workers=1, chunk=chunk, flush=600.0)).run([])
        stop.set()
    counted = np.array([one for one in seen if one[0] > tally.done / 5])
    slope = float(np.polyfit(counted[:, 0], counted[:, 1], 1)[0]) if len(counted) > 2 else float("nan")
    print(
        f"{tally.done} runs: {counted[0, 1]:.1f} MB after {counted[0, 0]:.0f}, {counted[-1, 1]:.1f} MB after"
    )
    print(f"{counted[-1, 0]:.0f}; slope {1e5 * slope:+.2f} MB per 100,000 runs.")


def main() -> None:
    """Measure what is asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("overhead", "cores", "memory"))
    parser.add_argument("words", nargs="*", help="what the sweep is told, such as design=strategies")
    parser.add_argument("--chunk", type=int, default=100)
    told = parser.parse_args()
    warm_up(lambda sentence: print(sentence, file=sys.stderr))
    words = told.words or ["design=strategies", "design.seeds=100"]
    if told.what == "overhead":
        overhead(words, told.chunk)
    elif told.what == "cores":
        cores(words)
    else:
        memory(words, told.chunk)


if __name__ == "__main__":
    main()
