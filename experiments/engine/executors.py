"""The engines: threads, processes, Dask and Slurm, each as a ``concurrent.futures.Executor``."""

from __future__ import annotations

import contextlib
import math
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing.connection import wait
from pathlib import Path
from typing import Any, Final

from experiments.errors import Refused
from experiments.progress import cores
from sim.registry import UnknownName

ANSWER: Final = "60s"  # how long a scheduler may take to answer


@dataclass(frozen=True)
class Engine:
    """What an engine is told; fields that its kind does not use are left alone.

    ``chunk`` is the number of runs handed over at a time, ``flush`` the seconds after which a worker writes
    what it has.
    """

    kind: str = "processes"
    workers: int = 0
    chunk: int = 100
    flush: float = 5.0
    address: str | None = None
    partition: str | None = None
    minutes: int = 60
    memory_gb: float = 2.0
    setup: tuple[str, ...] = ()
    cluster: str = "slurm"

    @property
    def slots(self) -> int:
        """How many workers there are."""
        return self.workers or cores()

    def chunk_of(self, runs: int) -> int:
        """How many of ``runs`` to hand over at a time; a job of Slurm costs too much to make it small."""
        if self.kind == "slurm":
            return self.chunk
        return max(1, min(self.chunk, math.ceil(runs / (4 * self.slots))))


def engine_from(node: Mapping[str, Any]) -> Engine:
    """Read the ``engine`` part of a sweep; raises Refused or UnknownName."""
    fields = Engine.__dataclass_fields__
    for name in node:
        if name not in fields:
            raise UnknownName("field in 'engine'", str(name), fields)
    made = Engine(**{**node, "setup": tuple(node.get("setup") or ())})
    if made.kind not in OPEN:
        raise UnknownName("kind of engine", str(made.kind), OPEN)
    for name, least in (("workers", 0), ("chunk", 1), ("minutes", 1)):
        value = getattr(made, name)
        if isinstance(value, bool) or not isinstance(value, int) or value < least:
            raise Refused(f"'engine.{name}' must be a whole number of at least {least}, not {value!r}.")
    for name in ("flush", "memory_gb"):
        value = getattr(made, name)
        if isinstance(value, bool) or not isinstance(value, (int, float)) or value <= 0:
            raise Refused(f"'engine.{name}' must be a number above 0, not {value!r}.")
    return made


@contextlib.contextmanager
def _threads(engine: Engine, logs: Path) -> Iterator[Executor]:
    with _ended(ThreadPoolExecutor(engine.slots)) as pool:
        yield pool


@contextlib.contextmanager
def _processes(engine: Engine, logs: Path) -> Iterator[Executor]:
    # Spawned, not forked: a fork would carry along the lock on the directory and numba's threads.
    context = multiprocessing.get_context("spawn")
    with _ended(ProcessPoolExecutor(engine.slots, context, _begin)) as pool:
        yield pool


def _begin() -> None:
    """In a worker process: leave Ctrl-C to the parent, and do not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()


def _follow(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


@contextlib.contextmanager
def _ended(pool: ThreadPoolExecutor | ProcessPoolExecutor) -> Iterator[Executor]:
    """On a bad end, do not wait for what is still running."""
    before = set(multiprocessing.active_children())
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        for child in set(multiprocessing.active_children()) - before:
            child.terminate()
        raise
    pool.shutdown()


@contextlib.contextmanager
def _dask(engine: Engine, logs: Path) -> Iterator[Executor]:
    try:
        from distributed import Client, LocalCluster
    except ImportError as problem:
        raise Refused("Dask is not installed: pip install 'vruchtbare-bodem[cluster]'.") from problem
    with contextlib.ExitStack() as open_now:
        place: Any = engine.address
        if place is None:
            place = open_now.enter_context(
                LocalCluster(
                    n_workers=engine.slots,
                    threads_per_worker=1,
                    dashboard_address=None,
                    local_directory=str(logs),
                    silence_logs=50,
                )
            )
        try:
            client = open_now.enter_context(Client(place, timeout=ANSWER))
        except (OSError, ValueError) as problem:
            raise Refused(f"No Dask scheduler answers at '{engine.address}'.") from problem
        executor = client.get_executor(pure=False)
        yield executor
        executor.shutdown(wait=False)


class SlurmExecutor(Executor):
    """Slurm jobs through submitit; a thread asks how they fare."""

    def __init__(self, engine: Engine, logs: Path) -> None:
        try:
            import submitit
        except ImportError as problem:
            raise Refused("submitit is not installed: pip install 'vruchtbare-bodem[cluster]'.") from problem
        try:
            self._ask = submitit.AutoExecutor(folder=logs, cluster=engine.cluster)
        except RuntimeError as problem:
            raise Refused("There is no Slurm here: 'sbatch' is not found.") from problem
        self._ask.update_parameters(name="bodem", timeout_min=engine.minutes, cpus_per_task=1)
        if engine.cluster == "slurm":
            self._ask.update_parameters(
                mem_gb=engine.memory_gb,
                slurm_partition=engine.partition,
                slurm_setup=list(engine.setup) or None,
            )
        self._jobs: dict[Future[Any], Any] = {}
        self._guard, self._over = threading.Lock(), threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def submit[**P, T](self, work: Callable[P, T], /, *given: P.args, **named: P.kwargs) -> Future[T]:
        """Hand ``work`` over as a job of its own."""
        future: Future[T] = Future()
        future.set_running_or_notify_cancel()
        with self._guard:
            self._jobs[future] = self._ask.submit(work, *given, **named)
        return future

    def _watch(self) -> None:
        while not self._over.wait(1.0):
            with self._guard:
                ended = [(future, job) for future, job in self._jobs.items() if job.done()]
                for future, _ in ended:
                    del self._jobs[future]
            for future, job in ended:
                _pass_on(future, job)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Stop watching; with ``cancel_futures`` the jobs are cancelled."""
        while wait and not cancel_futures and self._jobs:
            time.sleep(0.2)
        self._over.set()
        if cancel_futures:
            for job in self._jobs.values():
                with contextlib.suppress(Exception):
                    job.cancel(check=False)


class JobDied(Exception):
    """A job ended without a result: killed, out of time or out of memory."""


def _pass_on(future: Future[Any], job: Any) -> None:
    try:
        problem = job.exception()
    except Exception as trouble:
        future.set_exception(JobDied(str(trouble)))
        return
    if problem is None:
        future.set_result(job.result())
    elif type(problem).__name__ == "UncompletedJobError":
        future.set_exception(JobDied(str(problem)))
    else:
        future.set_exception(_cause(job, problem))


def _cause(job: Any, problem: BaseException) -> BaseException:
    """What went wrong in the job itself; submitit tells it as text alone."""
    from experiments.engine.work import OtherCode
    from experiments.shards import Fenced

    for kind in (OtherCode, Fenced, OSError):
        if kind.__name__ in str(problem):
            return kind(str(problem).strip().splitlines()[-1])
    return problem


@contextlib.contextmanager
def _slurm(engine: Engine, logs: Path) -> Iterator[Executor]:
    pool = SlurmExecutor(engine, logs)
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    pool.shutdown()


OPEN: Final[dict[str, Callable[[Engine, Path], contextlib.AbstractContextManager[Executor]]]] = {
    "threads": _threads,
    "processes": _processes,
    "dask": _dask,
    "slurm": _slurm,
}


def is_a_death(problem: BaseException) -> bool:
    """Whether the worker died, rather than the work failed."""
    return any(kind.__name__ in DEATHS for kind in type(problem).__mro__)


DEATHS: Final = ("BrokenExecutor", "KilledWorker", "JobDied")
