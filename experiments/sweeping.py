"""Doing a sweep: make its directory, hand its runs to an engine, take it up again where it stopped."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq
import yaml

from experiments.asked import Asked
from experiments.compose import compose
from experiments.composer import Composer
from experiments.design.points import rows_of, verbatim
from experiments.engine.executors import OPEN, Engine
from experiments.engine.loop import Hands, Loop, Tally
from experiments.engine.work import SET_ASIDE, Keep, Task, command_of, written
from experiments.errors import Refused
from experiments.plan import Plan
from experiments.presets import MADE, SWEEPING
from experiments.progress import Bar
from experiments.provenance import code_digest, now, provenance, without_places
from experiments.schema import SCHEMA_VERSION
from experiments.shards import Batch, Row, commit, prepared
from experiments.sweepdir import SWEEP, Found, SweepDir, write_json

OWN: Final = (*MADE, *SWEEPING)
BLOCK: Final = 100
TAKEN: Final = "'{0}' holds a sweep already: 'bodem resume {0}' goes on with it."


@dataclass(frozen=True)
class Part:
    """One of several processes that share a sweep: number ``k`` of ``n``, from 1."""

    k: int = 1
    n: int = 1

    def __str__(self) -> str:
        return f"{self.k}of{self.n}"

    def of(self, runs: pa.Table) -> pa.Table:
        """The runs that are for this part: blocks, so that runs of one point mostly stay together."""
        if self.n == 1:
            return runs
        block = max(1, min(BLOCK, len(runs) // (4 * self.n)))
        mine = [(number // block) % self.n == self.k - 1 for number in range(len(runs))]
        return runs.filter(pa.array(mine, pa.bool_()))


def made(path: Path, plan: Plan, asked: Asked, command: Sequence[str], config_dir: Path | None) -> SweepDir:
    """Make the directory of a new sweep; it appears whole. Raises Refused when the place is taken."""
    if path.exists() and not path.is_dir():
        raise Refused(f"'{path}' is a file; give --out a new directory.")
    if (path / SWEEP).exists():
        raise Refused(TAKEN.format(path))
    if path.is_dir() and any(path.iterdir()):
        raise Refused(f"The directory '{path}' is not empty; give --out a new one.")
    fresh = path.parent / f".unfinished-{path.name}-{secrets.token_hex(3)}"
    try:
        fresh.mkdir(parents=True)
        try:
            _fill(fresh, plan, asked, command, config_dir)
            fresh.rename(path)
        except BaseException:
            shutil.rmtree(fresh, ignore_errors=True)
            raise
    except FileExistsError as problem:
        raise Refused(f"The directory '{path}' is not empty; give --out a new one.") from problem
    except OSError as problem:
        if (path / SWEEP).exists():
            raise Refused(
                f"'{path}' holds a sweep already: 'bodem resume {path}' goes on with it."
            ) from problem
        raise Refused(f"Cannot write results to '{path}': {problem.strerror or problem}.") from problem
    return SweepDir(path)


def _fill(folder: Path, plan: Plan, asked: Asked, command: Sequence[str], config_dir: Path | None) -> None:
    prepared(folder)
    pq.write_table(plan.points, folder / "points.parquet")
    pq.write_table(plan.runs, folder / "plan.parquet")
    if plan.unit is not None:
        pq.write_table(plan.unit, folder / "unit.parquet")
    if config_dir is not None:
        for group in OWN:
            if (config_dir / group).is_dir():
                shutil.copytree(config_dir / group, folder / "own" / group)
    config = yaml.safe_dump(compose(plan.overrides, config_dir).resolved, sort_keys=False, allow_unicode=True)
    (folder / "config.yaml").write_text(config, encoding="utf-8")
    told: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "command": without_places(["bodem", *command]),
        "overrides": list(plan.overrides),
        "planned": len(plan.distinct()),
        "points": len(plan.points),
        "factors": plan.factors,
        "weeks": plan.weeks,
        "method": plan.method,
        "keep": asked.keep.__dict__,
        "asked": asked.told,
        "digest": identity(plan, asked.keep),
        **{key: value for key, value in provenance(command, now(), {}).items() if key in KEPT},
    }
    write_json(folder / SWEEP, told)


KEPT: Final = ("started", "versions", "code", "git")


def identity(plan: Plan, keep: Keep) -> str:
    """What makes two sweeps the same: their runs, and what is kept of them."""
    kept = f"{plan.digest}-{keep.weekly:g}-{keep.events:g}-{keep.trace}"
    # What is read belongs to it as well: with other readings the tables are others.
    return f"{kept}-{keep.block}-{keep.reader}-{keep.readings}" if keep.readings else kept


def plan_in(folder: SweepDir) -> pa.Table:
    """The runs of a sweep on disk, each name once."""
    return Plan((), folder.table("points"), folder.table("plan"), 0).distinct()


@dataclass(frozen=True)
class Session:
    """One process at work on a sweep."""

    folder: SweepDir
    engine: Engine
    part: Part = Part()
    max_failures: int | None = None
    label: str = "runs"

    def run(self, command: Sequence[str]) -> Tally:
        """Do what is still to be done; raises TooManyFailures, OtherCode or OSError when it must stop."""
        folder = self.folder
        if folder.about["code"] != code_digest():
            raise Refused(
                "The model has changed since this sweep began, so that what is left would not be "
                "comparable: start a new sweep."
            )
        with folder.held(None if self.part.n == 1 else str(self.part)):
            found = self._cleared()
            runs = self.part.of(plan_in(folder))
            there = found.status
            todo = runs.filter(
                pa.array([name not in there for name in runs["run_id"].to_pylist()], pa.bool_())
            )
            name = folder.new_session()
            diary = folder.path / "sessions" / f"{name}.json"
            diary.parent.mkdir(exist_ok=True)
            told = {
                "command": without_places(["bodem", *command]),
                "started": now(),
                "engine": self.engine.kind,
            }
            write_json(diary, told)
            try:
                tally = self._work(todo, name, len(runs))
            finally:
                folder.close_session(name)
            write_json(diary, {**told, "ended": now(), "runs": tally.done + tally.failed + tally.set_aside})
            return tally

    def _cleared(self) -> Found:
        """Close what stopped sessions left open, unless other parts may be at work beside this one."""
        if self.part.n > 1:
            return self.folder.scan()
        self.folder.fence()
        return self.folder.repair()

    def _work(self, todo: pa.Table, session: str, total: int) -> Tally:
        folder, points = self.folder, self.folder.table("points")
        logs = folder.path / "tmp" / session / "logs"
        with Bar(self.label, len(todo)) as bar:
            hands = Hands(
                opened=lambda: self._opened(logs),
                slots=self.engine.slots,
                left=left,
                aside=lambda task: set_aside(task),
                told=lambda tally: bar.at(tally.done + tally.failed + tally.set_aside, tally),
                max_failures=self.max_failures,
            )
            return Loop(self._tasks(todo, points, session), hands).run()

    def _opened(self, logs: Path) -> AbstractContextManager[Executor]:
        logs.mkdir(exist_ok=True)
        return OPEN[self.engine.kind](self.engine, logs)

    def _tasks(self, todo: pa.Table, points: pa.Table, session: str) -> Iterator[Task]:
        folder, about = self.folder.path, self.folder.about
        own = folder / "own"
        size = self.engine.chunk_of(len(todo))
        for number, chunk in enumerate(chunks(todo, size)):
            first, last = chunk[0][2], chunk[-1][2]
            yield Task(
                folder=str(folder.resolve()),
                session=session,
                name=f"{number:06d}" if self.part.n == 1 else f"{self.part}-{number:06d}",
                base=tuple(about["overrides"]),
                config_dir=str(own.resolve()) if own.is_dir() else None,
                points=points.slice(first, last - first + 1),
                runs=chunk,
                first_point=first,
                keep=Keep(**about["keep"]),
                flush=self.engine.flush,
                code=about["code"],
            )


def chunks(todo: pa.Table, size: int) -> Iterator[tuple[tuple[int, str, int, int], ...]]:
    """Cut runs into chunks of at most ``size`` whose points lie near each other."""
    chunk: list[tuple[int, str, int, int]] = []
    for batch in todo.select(["run", "run_id", "point", "seed"]).to_batches(max_chunksize=10_000):
        for row in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            if chunk and (len(chunk) >= size or row[2] - chunk[0][2] > 4 * size):
                yield tuple(chunk)
                chunk = []
            chunk.append(row)
    if chunk:
        yield tuple(chunk)


def left(task: Task) -> Task | None:
    """The runs of a task that have no row yet; None when all have."""
    there = {run_id for shard in written(task) for run_id in shard}
    rest = tuple(run for run in task.runs if run[1] not in there)
    return replace(task, runs=rest) if rest else None


def set_aside(task: Task) -> None:
    """Write the row of a run that killed its worker each time."""
    (run, run_id, point, seed) = task.runs[0]
    composer = Composer(
        task.base, None if task.config_dir is None else Path(task.config_dir), verbatim(task.points)
    )
    cells = list(rows_of(task.points))[point - task.first_point]
    told = composer.told(cells).settings
    names = told.strategy.name, told.district.name, told.scenario.name
    row = Row(
        run, run_id, point, seed, *names, SET_ASIDE, float("nan"),
        "The worker died each time this run was tried.", command_of(composer, cells, seed), cells,
    )  # fmt: skip
    batch = Batch(task.points.schema)
    batch.add(row, None, False, None)
    commit(batch, Path(task.folder), task.session, f"{task.session}-{task.name}-aside")


def forget_failures(folder: SweepDir) -> int:
    """Take the rows of runs that failed or were set aside out, so that they are done again; count them."""
    gone = 0
    for file in sorted((folder.path / "runs").glob("*.parquet")):
        rows = pq.read_table(file)
        good = rows.filter(pa.array([status == "done" for status in rows["status"].to_pylist()], pa.bool_()))
        if len(good) == len(rows):
            continue
        gone += len(rows) - len(good)
        if not len(good):
            file.unlink()
            continue
        fresh = folder.path / "tmp" / f"{secrets.token_hex(4)}.parquet"
        fresh.parent.mkdir(exist_ok=True)
        pq.write_table(good, fresh)
        os.replace(fresh, file)
    return gone
