"""The loop that hands chunks to workers, takes a worker's death in its stride and sets poison aside."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, replace
from typing import Final

from experiments.engine.executors import is_a_death
from experiments.engine.work import Report, Task, work

DEATHS_ALLOWED: Final = 2


class TooManyFailures(Exception):
    """More runs failed than was allowed."""


@dataclass
class Tally:
    """How a sweep fares: told after every chunk."""

    done: int = 0
    failed: int = 0
    set_aside: int = 0
    size: int = 0
    busy: float = 0.0
    first: str | None = None


@dataclass(frozen=True)
class Hands:
    """What the loop needs from outside.

    ``opened`` opens the engine (again, after a worker's death); ``left`` gives the runs of a task that
    are not committed yet; ``aside`` writes the row of a poison run; ``told`` hears how it goes.
    """

    opened: Callable[[], AbstractContextManager[Executor]]
    slots: int
    left: Callable[[Task], Task | None]
    aside: Callable[[Task], None]
    told: Callable[[Tally], None]
    max_failures: int | None = None


class Loop:
    """Chunks on their way: at most twice as many as there are workers, so that memory stays flat."""

    def __init__(self, tasks: Iterable[Task], hands: Hands) -> None:
        self.tasks, self.hands, self.tally = iter(tasks), hands, Tally()
        self.running: dict[Future[Report], Task] = {}
        self.alone: deque[Task] = deque()

    def run(self) -> Tally:
        """Do everything; raises TooManyFailures, or what went wrong with a whole chunk."""
        over = False
        while not over:
            with ExitStack() as stack:
                executor = stack.enter_context(self.hands.opened())
                over = self._with(executor)
        return self.tally

    def _with(self, executor: Executor) -> bool:
        """Work with one executor; False when it is broken and another one is needed."""
        while True:
            self._fill(executor)
            if not self.running:
                return True
            ready, _ = wait(self.running, return_when=FIRST_COMPLETED)
            broken = False
            for future in ready:
                broken |= self._took(future)
            if broken and self._is_over(executor):
                self._rest()
                return False

    def _fill(self, executor: Executor) -> None:
        """Hand over what fits; a run under suspicion only when nothing else is running."""
        if self.alone:
            if not self.running:
                self._submit(executor, self.alone.popleft())
            return
        for task in self._few(2 * self.hands.slots - len(self.running)):
            self._submit(executor, task)

    def _few(self, count: int) -> Iterator[Task]:
        for _ in range(count):
            task = next(self.tasks, None)
            if task is None:
                return
            yield task

    def _submit(self, executor: Executor, task: Task) -> None:
        try:
            self.running[executor.submit(work, task)] = task
        except Exception as problem:
            if not is_a_death(problem):
                raise
            # The pool broke between two chunks; what is running will tell.
            gone: Future[Report] = Future()
            gone.set_exception(problem)
            self.running[gone] = task

    def _took(self, future: Future[Report]) -> bool:
        """Take in what became of a chunk; True when its worker died."""
        task = self.running.pop(future)
        problem = future.exception()
        if problem is None:
            self._count(future.result())
            return False
        if not is_a_death(problem):
            raise problem
        self._suspect(task)
        return True

    def _count(self, report: Report) -> None:
        tally = self.tally
        tally.done += report.runs - len(report.failures)
        tally.failed += len(report.failures)
        tally.size += report.size
        tally.busy += report.busy
        if report.failures and tally.first is None:
            tally.first = report.failures[0][1]
        self.hands.told(tally)
        if self.hands.max_failures is not None and tally.failed + tally.set_aside > self.hands.max_failures:
            raise TooManyFailures(tally.first or "a run killed its worker")

    def _suspect(self, task: Task) -> None:
        """One run of a chunk whose worker died may be to blame: do each alone, and see."""
        rest = self.hands.left(task)
        if rest is None:
            self._count(Report(len(task.runs), 0))
            return
        if len(rest.runs) < len(task.runs):
            self._count(Report(len(task.runs) - len(rest.runs), 0))
        if task.attempt:
            self._again(replace(rest, attempt=task.attempt + 1, name=f"{task.name}a"))
            return
        for number, run in enumerate(rest.runs):
            self.alone.append(replace(rest, runs=(run,), attempt=1, name=f"{task.name}-{number:04d}"))

    def _again(self, task: Task) -> None:
        if task.attempt <= DEATHS_ALLOWED:
            self.alone.appendleft(task)
            return
        self.hands.aside(task)
        self.tally.set_aside += 1
        self._count(Report(0, 0))

    def _is_over(self, executor: Executor) -> bool:
        """Whether the executor itself can do no more, as a pool of processes after a death."""
        try:
            executor.submit(int).cancel()
        except Exception:
            return True
        return False

    def _rest(self) -> None:
        """Take in the chunks that were with a broken executor."""
        for future in list(self.running):
            wait([future])
            self._took(future)
