"""Measure what a sweep costs beside its runs: ``python tools/measure_sweeps.py overhead|cores|memory``.

overhead  CPU time per run in this process: the run itself, and every part of what comes on top of it
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
from collections.abc import Callable
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
    """Tell the CPU time per run and its parts; the first chunk is not counted."""
    spent: dict[str, float] = defaultdict(float)
    for owner, name in PARTS:
        setattr(owner, name, _timed(getattr(owner, name), name, spent))
    with tempfile.TemporaryDirectory() as where:
        folder, plan = folder_of(words, where)
        session = Session(folder, Engine("threads", workers=1, chunk=chunk, flush=1e9))
        tasks = list(session._tasks(plan_in(folder), folder.table("points"), folder.new_session()))
        at_work.work(tasks[0])
        spent.clear()
        start, runs = time.thread_time(), 0
        for task in tasks[1:]:
            at_work.work(task)
            runs += len(task.runs)
        whole = time.thread_time() - start
    itself = sum(spent[name] for name in RUN)
    parts = ", ".join(f"{name} {1e3 * value / runs:.2f}" for name, value in spent.items())
    print(
        f"{runs} runs; ms of CPU per run: {1e3 * whole / runs:.2f} in all, {1e3 * itself / runs:.2f} the run"
    )
    print(f"itself, {1e3 * (whole - itself) / runs:.2f} on top ({(whole - itself) / itself:.0%}); {parts};")
    print(f"planning {plan:.2f} per run, once.")


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
