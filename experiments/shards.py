"""Writing the rows of some runs: a file per table, under a temporary name, then renamed, ``runs`` last."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from experiments.columns import numbers, texts
from experiments.sweepdir import SUMS, TABLES, sha256
from experiments.tables import events_table, relations_table
from experiments.weeks import Weeks, table_of
from sim.ensemble import WorldRun, summarise

# Hundreds of measures are nearly all that is written, and factors may be as many: lz4 takes two thirds of the
# time of zstd, and half where columns are short, for a tenth more room.
QUICK: Final = "lz4"
SMALL: Final = {"events": "zstd", "relations": "zstd", "readings": "zstd"}
READINGS: Final = ("run_id", "pattern", "reading", "value")


class Fenced(Exception):
    """The sweep was taken up by another session: what this worker made is no longer wanted."""


@dataclass(frozen=True)
class Row:
    """What ``runs`` says of one run."""

    run: int
    run_id: str
    point: int
    seed: int
    strategy: str | None
    district: str | None
    scenario: str | None
    status: str
    seconds: float
    error: str | None = None
    command: str | None = None
    cells: dict[str, Any] = field(default_factory=dict)


class Batch:
    """Runs that are done and not yet written; ``weeks`` lends the memory of an earlier batch."""

    def __init__(self, factors: pa.Schema, weeks: Weeks | None = None) -> None:
        self.factors = factors
        self.rows: list[Row] = []
        self.weeks = Weeks() if weeks is None else weeks
        self.weeks.clear()
        self._final: list[tuple[Row, np.ndarray]] = []
        self._events: list[pa.Table] = []
        self._relations: list[pa.Table] = []
        self._readings: list[tuple[str, str, str, float]] = []

    def add(
        self,
        row: Row,
        weekly: np.ndarray | None,
        keep_weekly: bool,
        told: WorldRun | None,
        keep_final: bool = True,
        read: Mapping[tuple[str, str], float] | None = None,
    ) -> None:
        """Add one run: its row, its weeks (none when it failed), story and readings where those are kept."""
        self.rows.append(row)
        if weekly is None:
            return
        if keep_final:
            self._final.append((row, summarise(weekly)))
        self._readings += [(row.run_id, *name, value) for name, value in (read or {}).items()]
        if keep_weekly:
            self.weeks.add(row.run_id, weekly)
        if told is not None:
            self._events.append(events_table(row.run_id, told))
            self._relations.append(relations_table(row.run_id, told))

    def tables(self) -> Iterator[tuple[str, pa.Table]]:
        """Yield name and rows of each table, ``runs`` last."""
        if self._final:
            values = np.ascontiguousarray(np.array([values for _, values in self._final]).T)
            names = texts([row.run_id for row, _ in self._final])
            yield "final", table_of({"run_id": names}, [numbers(column) for column in values])
        if self.weeks.runs:
            yield "weekly", self.weeks.table()
        if self._events:
            yield "events", pa.concat_tables(self._events)
            yield "relations", pa.concat_tables(self._relations)
        if self._readings:
            columns = zip(*self._readings, strict=True)
            yield "readings", pa.table(dict(zip(READINGS, map(list, columns), strict=True)))
        yield "runs", self._runs()

    def packed(self, table: str, rows: pa.Table) -> dict[str, Any]:
        """How Parquet packs a table."""
        split = self.weeks.restless() if table == "weekly" else _reals(rows)
        return {"compression": SMALL.get(table, QUICK), "use_byte_stream_split": split or False}

    def _runs(self) -> pa.Table:
        rows = self.rows
        columns = {name: [getattr(row, name) for row in rows] for name in RUN_SCHEMA.names}
        cells = [
            pa.array([row.cells.get(one.name) for row in rows], one.type)
            for one in self.factors
            if one.name not in RUN_SCHEMA.names
        ]
        extra = [one for one in self.factors if one.name not in RUN_SCHEMA.names]
        known = pa.table(columns, schema=RUN_SCHEMA)
        return pa.table([*known.columns, *cells], schema=pa.schema([*RUN_SCHEMA, *extra]))


RUN_SCHEMA: Final = pa.schema(
    [
        ("run", pa.int64()),
        ("run_id", pa.string()),
        ("point", pa.int64()),
        ("seed", pa.int64()),
        ("strategy", pa.string()),
        ("district", pa.string()),
        ("scenario", pa.string()),
        ("status", pa.string()),
        ("seconds", pa.float64()),
        ("error", pa.string()),
        ("command", pa.string()),
    ]
)


def commit(batch: Batch, folder: Path, session: str, name: str) -> int:
    """Write ``batch`` as the shard ``name`` and return its size in bytes.

    Nothing is visible before all is on disk. Raises Fenced when the session is closed, OSError when the disk
    is full; then nothing of it is left.
    """
    place = folder / "tmp" / session
    if not place.is_dir():
        raise Fenced
    sums: dict[str, tuple[str, int]] = {}
    written: list[tuple[str, Path]] = []
    moved: list[Path] = []
    try:
        for table, rows in batch.tables():
            file = place / f"{name}.{table}.parquet"
            written.append((table, file))
            if table == "runs":
                rows = rows.replace_schema_metadata({SUMS: json.dumps(sums).encode()})
            _write(rows, file, batch.packed(table, rows))
            sums[table] = (sha256(file), file.stat().st_size)
        for table, file in written:
            target = folder / table / f"{name}.parquet"
            file.rename(target)
            moved.append(target)
        for table in sums:
            _settle(folder / table)
    except BaseException as problem:
        for file in (*(file for _, file in written), *moved):
            with suppress(OSError):
                file.unlink()
        if isinstance(problem, FileNotFoundError) and not place.is_dir():
            raise Fenced from problem
        raise
    return sum(size for _, size in sums.values())


def _write(rows: pa.Table, file: Path, packed: Mapping[str, Any]) -> None:
    """Write a table and see to it that it is on the disk, not only on its way there."""
    # Least and largest of hundreds of measures help nobody find a row.
    words = sorted({*rows.column_names} - {*_reals(rows)})
    pq.write_table(rows, file, use_dictionary=words, write_statistics=words, store_schema=True, **packed)
    with file.open("rb") as stream:
        os.fsync(stream.fileno())


def _reals(rows: pa.Table) -> list[str]:
    return [one.name for one in rows.schema if pa.types.is_floating(one.type)]


def _settle(folder: Path) -> None:
    """Make the new names in ``folder`` outlive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def prepared(folder: Path) -> None:
    """Make the directories of all tables."""
    for table in TABLES:
        (folder / table).mkdir(exist_ok=True)
