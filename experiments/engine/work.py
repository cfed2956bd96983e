"""What a worker does: a chunk of runs, written in shards as it goes along."""

from __future__ import annotations

import shlex
import threading
import time
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from experiments.composer import Composer
from experiments.design.points import rows_of, verbatim
from experiments.engine.empties import Empties
from experiments.engine.reading import Readings, readings
from experiments.provenance import code_digest, run_names
from experiments.shards import Batch, Row, commit
from experiments.weeks import Weeks
from sim.ensemble import WorldRun, run_world
from sim.population import populated
from sim.settings import Settings
from sim.week import advance

DONE: Final = "done"
FAILED: Final = "failed"
SET_ASIDE: Final = "set aside"
OWN: Final = threading.local()
KINDS_OF_TRACE: Final = ("story", "all")
Planned = tuple[int, str, int, int]


@dataclass(frozen=True)
class Keep:
    """Of which share of the runs weeks, events and relations are kept, and how much the events tell."""

    weekly: float = 1.0
    events: float = 0.0
    trace: str = "story"
    final: bool = True
    # What patterns read, for each block of ``block`` points: names of pattern and arm (see reading.py).
    readings: tuple[tuple[str, ...], ...] = ()
    block: int = 1
    reader: str = ""

    def wants(self, share: float, run_id: str) -> bool:
        """Whether the run belongs to the share: by its name, so that the choice is the same everywhere."""
        return int(run_id[:8], 16) < share * 2**32


@dataclass(frozen=True)
class Task:
    """A chunk of runs: rows of the plan (run, run_id, point, seed) and the points they need."""

    folder: str
    session: str
    name: str
    base: tuple[str, ...]
    config_dir: str | None
    points: pa.Table
    runs: tuple[Planned, ...]
    first_point: int
    keep: Keep
    flush: float
    code: str
    attempt: int = 0


@dataclass(frozen=True)
class Report:
    """What became of a chunk: how many runs, how many bytes, the first line of each failure."""

    runs: int
    size: int
    failures: tuple[tuple[str, str], ...] = ()
    busy: float = 0.0


class OtherCode(Exception):
    """The worker has another version of the model than the sweep."""


@dataclass
class Chunk:
    """A task while it is being done."""

    task: Task
    failures: list[tuple[str, str]] = field(default_factory=list)
    parts: int = 0
    size: int = 0

    def take_up(self) -> set[str]:
        """The runs that an earlier life of this chunk wrote: an engine may hand a dead worker's chunk on."""
        shards = written(self.task)
        self.parts = len(shards)
        errors = {run_id: error for shard in shards for run_id, error in shard.items()}
        self.failures += [(run_id, _last_line(error)) for run_id, error in errors.items() if error]
        return set(errors)

    def write(self, batch: Batch) -> Batch:
        """Commit ``batch`` and return an empty one."""
        if batch.rows:
            name = f"{self.task.session}-{self.task.name}-{self.parts:03d}"
            self.size += commit(batch, Path(self.task.folder), self.task.session, name)
            self.parts += 1
        return Batch(batch.factors, batch.weeks)


def work(task: Task) -> Report:
    """Do a chunk.

    A run that fails is a row; only what concerns the whole chunk is raised: OtherCode, Fenced, OSError.
    """
    if task.code != code_digest():
        raise OtherCode("A worker has another version of the model than the sweep that it works for.")
    began = written = time.monotonic()
    runner, chunk, batch = Runner(task), Chunk(task), Batch(task.points.schema, _weeks())
    there = chunk.take_up()
    for planned in task.runs:
        if planned[1] in there:
            continue
        row, weekly, told = runner.attempt(planned)
        read = runner.read
        if row.error:
            chunk.failures.append((row.run_id, _last_line(row.error)))
        batch.add(row, weekly, task.keep.wants(task.keep.weekly, row.run_id), told, task.keep.final, read)
        if time.monotonic() - written > task.flush:
            batch, written = chunk.write(batch), time.monotonic()
    chunk.write(batch)
    return Report(len(task.runs), chunk.size, tuple(chunk.failures), time.monotonic() - began)


def written(task: Task) -> list[dict[str, str | None]]:
    """What was written for a chunk: for each shard the runs by name, with why one failed."""
    files = sorted((Path(task.folder) / "runs").glob(f"{task.session}-{task.name}-*.parquet"))
    tables = (pq.read_table(file, columns=["run_id", "error"]) for file in files)
    return [dict(zip(*(column.to_pylist() for column in one.columns), strict=True)) for one in tables]


def _last_line(error: str) -> str:
    return error.strip().splitlines()[-1]


def _weeks() -> Weeks:
    """The memory in which this thread turns weeks into columns, kept from one chunk to the next."""
    if not hasattr(OWN, "weeks"):
        OWN.weeks = Weeks()
    weeks: Weeks = OWN.weeks
    return weeks


@lru_cache(maxsize=4)
def _composer(base: tuple[str, ...], config_dir: str | None, as_text: frozenset[str]) -> Composer:
    return Composer(base, None if config_dir is None else Path(config_dir), as_text)


class Runner:
    """Runs of a chunk, one after the other; what the runs of a point share is made once."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.composer = _composer(task.base, task.config_dir, verbatim(task.points))
        self._cells = list(rows_of(task.points))
        self._point = -1
        self._settings: Settings | None = None
        self._called: Callable[[int], str] | None = None
        self._empties = Empties()
        self.read: Readings = {}

    def attempt(self, planned: Planned) -> tuple[Row, np.ndarray | None, WorldRun | None]:
        """One run: its row, its weeks and, where that is kept, its story; no weeks when it failed."""
        run, run_id, point, seed = planned
        start, weekly, told, status, error = time.perf_counter(), None, None, DONE, None
        self.read = {}
        cells = self._cells[point - self.task.first_point]
        try:
            settings = self._settle(point, cells)
            if self._called is None or self._called(seed) != run_id:
                raise OtherCode("A worker has other settings than the sweep that it works for.")
            weekly, told = self._lived(settings, seed, run_id, point)
        except OtherCode:
            raise
        except Exception:
            status, error = FAILED, traceback.format_exc()
        command = command_of(self.composer, cells, seed) if error else None
        made = self._settings
        names = (made.strategy.name, made.district.name, made.scenario.name) if made else (None,) * 3
        seconds = time.perf_counter() - start
        return Row(run, run_id, point, seed, *names, status, seconds, error, command, cells), weekly, told

    def _settle(self, point: int, cells: Mapping[str, Any]) -> Settings:
        """The settings of a point; what its runs are called is found with them."""
        if self._settings is None or point != self._point:
            self._settings = None
            settings = self.composer.told(cells).settings
            self._called, self._settings, self._point = run_names(settings), settings, point
        return self._settings

    def _lived(
        self, settings: Settings, seed: int, run_id: str, point: int
    ) -> tuple[np.ndarray, WorldRun | None]:
        keep = self.task.keep
        if keep.readings:
            wanted = keep.readings[point // keep.block]
            weekly, self.read = readings(settings, self._empties.of(settings), seed, wanted)
            return weekly, None
        if keep.events > 0 and keep.wants(keep.events, run_id):
            told = run_world(settings, seed, trace=keep.trace == "all")
            return told.weekly, told
        world = populated(self._empties.of(settings), seed)
        advance(world, settings.weeks, 0, threads=1)
        return world.weekly_values, None


def command_of(composer: Composer, cells: Mapping[str, Any], seed: int) -> str:
    """The command that repeats one run."""
    words = ["bodem", "run", *composer.overrides(cells), f"seed={seed}"]
    if composer.config_dir is not None:
        words += ["--config-dir", composer.config_dir.name]
    return " ".join(shlex.quote(word) for word in words)
