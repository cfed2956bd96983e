"""A sweep on disk: made whole, held by one process, its committed shards told from what was left half done.

    sweep.json  config.yaml  points.parquet  plan.parquet   what is to be run, written once
    runs/ final/ weekly/ events/ relations/ readings/       shards of rows, written by the workers
    tmp/SESSION/                                            shards being written

A shard is written in ``tmp/SESSION/`` and then renamed; that of ``runs`` comes last and carries checksums of
the others, so a run counts when its row in ``runs`` is there. Before anything is taken up again the session
directories are renamed away: a worker that outlived its sweep can commit nothing more.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from experiments.errors import Refused
from experiments.schema import as_now

SWEEP: Final = "sweep.json"
TABLES: Final = ("runs", "final", "weekly", "events", "relations", "readings")
SUMS: Final = b"bodem.sha256"
NEEDED: Final = {"plan": {"run", "run_id", "point", "seed"}}


@dataclass(frozen=True)
class Shard:
    """Rows of some runs in several tables; the files share one name."""

    name: str
    run_ids: list[str]
    status: list[str]


@dataclass(frozen=True)
class Found:
    """What lies in a sweep's directory: whole shards, and the names of those that are not."""

    shards: list[Shard] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)

    @cached_property
    def status(self) -> dict[str, str]:
        """The status of each run that has a row, by run_id."""
        return {name: how for one in self.shards for name, how in zip(one.run_ids, one.status, strict=True)}

    @property
    def rows(self) -> int:
        """How many rows there are, doubles counted."""
        return sum(len(one.run_ids) for one in self.shards)


def _said_once(found: Found) -> Found:
    """Leave out shards with a run that an earlier one has: two workers may have had the same chunk."""
    seen: set[str] = set()
    once, again = [], []
    for one in found.shards:
        if seen.isdisjoint(one.run_ids):
            seen.update(one.run_ids)
            once.append(one)
        else:
            again.append(f"{one.name}.parquet")
    return Found(once, [*found.damaged, *again])


class SweepDir:
    """The directory of one sweep."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @classmethod
    def opened(cls, path: Path) -> SweepDir:
        """The sweep in ``path``; raises Refused when there is none."""
        if not path.is_dir():
            raise Refused(f"There is no directory '{path}'.")
        if not (path / SWEEP).is_file():
            raise Refused(f"The directory '{path}' holds no sweep.")
        return cls(path)

    @cached_property
    def about(self) -> dict[str, Any]:
        """What ``sweep.json`` says."""
        try:
            told = json.loads((self.path / SWEEP).read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError) as problem:
            raise Refused(f"'{self.path / SWEEP}' cannot be read.") from problem
        return as_now(told, self.path / SWEEP)

    def table(self, name: str) -> pa.Table:
        """One of the tables written once: ``points``, ``plan`` or ``unit``."""
        file = self.path / f"{name}.parquet"
        try:
            found = pq.read_table(file)
        except (pa.ArrowException, OSError, ValueError) as problem:
            raise Refused(f"'{file}' cannot be read: the sweep is damaged; start a new one.") from problem
        if not NEEDED.get(name, set()) <= set(found.column_names):
            raise Refused(f"'{file}' is not what bodem writes there; start a new sweep.")
        return found

    def files(self, table: str) -> list[Path]:
        """The files of ``table`` that belong to committed shards."""
        whole = {file.name for file in (self.path / "runs").glob("*.parquet")}
        return sorted(file for file in (self.path / table).glob("*.parquet") if file.name in whole)

    def new_session(self) -> str:
        """Open a place for this session's unfinished shards and return its name."""
        name = secrets.token_hex(4)
        (self.path / "tmp" / name).mkdir(parents=True)
        return name

    def close_session(self, name: str) -> None:
        """Let nothing more be committed under a session, and forget what it left unfinished."""
        place = self.path / "tmp" / name
        closed = place.with_name(f"{name}.closed")
        with suppress(FileNotFoundError):
            place.rename(closed)
        shutil.rmtree(closed, ignore_errors=True)

    def fence(self) -> None:
        """Close every session that a stopped sweep has left open."""
        with suppress(FileNotFoundError):
            for place in sorted((self.path / "tmp").iterdir()):
                self.close_session(place.name.removesuffix(".closed"))

    def scan(self, thorough: bool = False) -> Found:
        """Read which runs have a row; ``thorough`` also checks every file against its checksum."""
        found = Found()
        for file in sorted((self.path / "runs").glob("*.parquet")):
            shard = self._shard(file, thorough)
            if shard is None:
                found.damaged.append(file.name)
            else:
                found.shards.append(shard)
        return found

    def repair(self) -> Found:
        """Remove what is damaged, says again what another shard says, or belongs to no committed shard.

        Returns what is whole.
        """
        found = _said_once(self.scan(thorough=True))
        for name in found.damaged:
            # The row in runs goes first: without it the others count for nothing.
            for table in TABLES:
                (self.path / table / name).unlink(missing_ok=True)
        whole = {f"{one.name}.parquet" for one in found.shards}
        for table in TABLES[1:]:
            for file in (self.path / table).glob("*"):
                if file.name not in whole:
                    file.unlink()
        return found

    def _shard(self, file: Path, thorough: bool) -> Shard | None:
        try:
            with pq.ParquetFile(file) as opened:
                sums = json.loads((opened.schema_arrow.metadata or {}).get(SUMS, b"null"))
                rows = opened.read(["run_id", "status"])
            names, status = rows["run_id"].to_pylist(), rows["status"].to_pylist()
        except (pa.ArrowException, OSError, ValueError, KeyError):
            return None
        if sums is None or not all(self._is_whole(file.name, *one, thorough) for one in sums.items()):
            return None
        return Shard(file.stem, names, status)

    def _is_whole(self, name: str, table: str, expected: list[Any], thorough: bool) -> bool:
        file = self.path / table / name
        digest, size = expected
        if not file.is_file() or file.stat().st_size != size:
            return False
        return not thorough or sha256(file) == digest

    @contextmanager
    def held(self, part: str | None = None) -> Iterator[None]:
        """Hold the sweep against other processes; ``part`` shares it with other parts."""
        with _locked(self.path / ".lock", shared=part is not None, what=str(self.path)):
            if part is None:
                yield
                return
            with _locked(self.path / f".lock-{part}", shared=False, what=f"{self.path}, part {part}"):
                yield

    def is_held(self) -> bool:
        """Whether some process is at work in the directory now."""
        try:
            with self.held():
                return False
        except Refused:
            return True


@contextmanager
def _locked(file: Path, shared: bool, what: str) -> Iterator[None]:
    """Hold a lock that goes with the process, however it ends; file systems without locks are let be."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    try:
        try:
            fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError as problem:
            raise Refused(f"Another bodem is at work in '{what}'.") from problem
        except OSError:
            pass
        yield
    finally:
        os.close(handle)


def write_json(file: Path, content: Mapping[str, Any]) -> None:
    """Write ``content`` so that the file is there whole or not at all."""
    text = json.dumps(content, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
    fresh = file.with_name(f".{file.name}-{secrets.token_hex(4)}")
    with fresh.open("w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    fresh.replace(file)


def sha256(file: Path) -> str:
    """The SHA-256 of a file."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
