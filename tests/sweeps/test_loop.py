"""The loop alone, with workers that die in every way: who is to blame is set aside, others are done."""

import queue
import threading
from collections import Counter
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import replace

import pyarrow as pa
import pytest

from experiments.engine.loop import DEATHS_ALLOWED, Hands, Loop
from experiments.engine.work import Keep, Report, Task

RUNS, CHUNK, SLOTS = 30, 4, 2


class Pool(Executor):
    """A worker that does one chunk after the other; when it dies, all that was handed over is lost."""

    def __init__(self, world):
        self.world, self.waiting, self.dead = world, queue.Queue(), False
        self.thread = threading.Thread(target=self.live, daemon=True)
        self.thread.start()

    def submit(self, work, *given):
        future = Future()
        if self.dead:
            raise BrokenProcessPool("gone")
        self.waiting.put((future, given))
        return future

    def live(self):
        while (job := self.waiting.get()) is not None:
            future, given = job
            if not future.set_running_or_notify_cancel():
                continue
            self.dead = self.dead or any(self.world.dies_in(task) for task in given)
            if self.dead:
                future.set_exception(BrokenProcessPool("gone"))
            else:
                future.set_result(Report(sum(len(task.runs) for task in given), 1))


class World:
    """Runs of which some kill the worker that does them; it commits as it goes along, or at the end."""

    def __init__(self, poison, commits):
        self.poison, self.commits = set(poison), commits
        self.done, self.deaths, self.aside = Counter(), Counter(), []

    def dies_in(self, task):
        before = []
        for run, *_ in task.runs:
            if run in self.poison:
                self.deaths[run] += 1
                self.done.update(before if self.commits else [])
                return True
            before.append(run)
        self.done.update(before)
        return False

    def left(self, task):
        rest = tuple(run for run in task.runs if not self.done[run[0]])
        return replace(task, runs=rest) if rest else None

    @contextmanager
    def opened(self):
        pool = Pool(self)
        yield pool
        pool.waiting.put(None)
        pool.thread.join()

    def ran(self):
        rows = [(run, f"run {run}", 0, run) for run in range(RUNS)]
        tasks = [
            Task(
                "nowhere", "now", f"{n:06d}", (), None, pa.table({}),
                tuple(rows[n : n + CHUNK]), 0, Keep(), 1.0, "code",
            )
            for n in range(0, RUNS, CHUNK)
        ]  # fmt: skip
        hands = Hands(
            self.opened, SLOTS, self.left, lambda task: self.aside.extend(task.runs), lambda tally: None
        )
        return Loop(tasks, hands).run()


@pytest.mark.parametrize("commits", [True, False], ids=["as it goes", "at the end"])
@pytest.mark.parametrize(
    "poison", [(), (7,), (7, 20), (6, 7), (0, 29), (4, 5, 6, 7), (3, 4, 11, 12), range(RUNS)], ids=str
)
def test_who_kills_its_worker_is_set_aside_and_nobody_else(poison, commits):
    world = World(poison, commits)
    tally = world.ran()
    assert sorted(run for run, *_ in world.aside) == sorted(poison)
    assert world.done == Counter(set(range(RUNS)) - set(poison))
    assert (tally.done, tally.set_aside, tally.failed) == (RUNS - len(poison), len(poison), 0)
    assert all(DEATHS_ALLOWED <= count <= 1 + DEATHS_ALLOWED for count in world.deaths.values())
