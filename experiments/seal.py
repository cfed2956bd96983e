"""The end of a sweep: rows written against rows planned, checksums, provenance, description of the tables."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from experiments.engine.work import DONE, Keep
from experiments.provenance import now
from experiments.sweepdir import SWEEP, TABLES, SweepDir, sha256, write_json
from experiments.sweeping import plan_in
from sim.registry import MEASURES

NAMED: Final = 5


@dataclass(frozen=True)
class Account:
    """Rows written against rows planned."""

    planned: int
    counts: dict[str, int]
    missing: list[str]
    doubled: list[str]
    strange: list[str]
    incomplete: list[str]
    damaged: list[str]

    @property
    def is_whole(self) -> bool:
        """Whether every planned run has its rows, once, and nothing else is there."""
        return not (self.missing or self.doubled or self.strange or self.incomplete or self.damaged)

    @property
    def failed(self) -> int:
        """Runs with a row but without a result."""
        return sum(count for how, count in self.counts.items() if how != DONE)

    def sentence(self) -> str:
        """What is wrong, with the first names."""
        parts = []
        for what in ("missing", "doubled", "strange", "incomplete", "damaged"):
            names = getattr(self, what)
            if names:
                more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
                parts.append(f"{len(names)} {what} ({', '.join(names[:NAMED])}{more})")
        return "; ".join(parts)


def account(folder: SweepDir, thorough: bool = False) -> Account:
    """Compare what is there with what was planned."""
    found = folder.scan(thorough)
    planned = plan_in(folder)["run_id"].to_pylist()
    there = found.status
    seen: set[str] = set()
    doubled = [n for shard in found.shards for n in shard.run_ids if n in seen or seen.add(n)]  # type: ignore[func-returns-value]
    counts: dict[str, int] = {}
    for how in there.values():
        counts[how] = counts.get(how, 0) + 1
    wanted = set(planned)
    return Account(
        len(planned),
        counts,
        [name for name in planned if name not in there],
        doubled,
        [name for name in there if name not in wanted],
        list(_incomplete(folder, found.shards)),
        found.damaged,
    )


def _incomplete(folder: SweepDir, shards: list[Any]) -> Iterator[str]:
    """Shards whose tables do not hold the rows of the runs that were done."""
    about = folder.about
    keep = Keep(**about["keep"])
    weeks = None if "weeks" in about["factors"] else about["weeks"]
    for one in shards:
        done = [name for name, how in zip(one.run_ids, one.status, strict=True) if how == DONE]
        if keep.final and _rows(folder, "final", one.name) != len(done):
            yield f"final/{one.name}"
        kept = sum(keep.wants(keep.weekly, name) for name in done)
        if weeks is not None and _rows(folder, "weekly", one.name) != weeks * kept:
            yield f"weekly/{one.name}"


def _rows(folder: SweepDir, table: str, name: str) -> int:
    file = folder.path / table / f"{name}.parquet"
    if not file.exists():
        return 0
    return int(pq.read_metadata(file).num_rows)


def sealed(folder: SweepDir) -> Account:
    """Check everything and, when it is whole, describe it: datapackage.json and provenance.json."""
    found = account(folder)
    if found.is_whole:
        about = folder.about
        content = {
            "schema_version": about["schema_version"],
            "command": about["command"],
            "started": about["started"],
            "ended": now(),
            "versions": about["versions"],
            "code": about["code"],
            "git": about["git"],
            "planned": found.planned,
            "runs": found.counts,
            "sessions": [
                json.loads(file.read_text()) for file in sorted((folder.path / "sessions").glob("*.json"))
            ],
            "sha256": _checksums(folder),
        }
        write_json(folder.path / "datapackage.json", datapackage(folder))
        write_json(folder.path / "provenance.json", content)
    return found


def _checksums(folder: SweepDir) -> dict[str, str]:
    files = [folder.path / name for name in (SWEEP, "config.yaml", *ONCE)]
    files += [file for table in TABLES for file in folder.files(table)]
    return {file.relative_to(folder.path).as_posix(): sha256(file) for file in files if file.exists()}


ONCE: Final = ("points.parquet", "plan.parquet", "unit.parquet")
ABOUT: Final = {
    "runs": "One row per run: factors, how it ended, how long it took; why it failed and how to repeat it.",
    "final": "One row per run that was done: every measure told in one number.",
    "weekly": "One row per week of the runs whose weeks are kept.",
    "events": "What happened, by which rule, with causes, of the runs whose story is kept.",
    "relations": "Every pair of the runs whose story is kept, each quarter.",
    "readings": "What patterns read in the runs, one row per run, pattern and reading.",
    "points": "One row per point of the design; an empty cell is the setting of config.yaml.",
    "plan": "Every planned run: number, name, point, seed. Points that come out the same share a name.",
    "unit": "The points of the design in the unit cube, for the sensitivity analysis.",
}


def datapackage(folder: SweepDir) -> dict[str, Any]:
    """The description of all tables after the Data Package standard."""
    resources = []
    for table in TABLES:
        files = folder.files(table)
        if files:
            resources.append(_resource(table, files, folder.path))
    for file in (folder.path / name for name in ONCE):
        if file.exists():
            resources.append(_resource(file.stem, [file], folder.path))
    return {
        "profile": "data-package",
        "name": "vruchtbare-bodem-sweep",
        "title": "A sweep of Vruchtbare Bodem",
        "created": folder.about["started"],
        "description": " ".join(folder.about["command"]),
        "resources": resources,
    }


def _resource(name: str, files: list[Path], root: Path) -> dict[str, Any]:
    schema = pq.read_schema(files[0])
    return {
        "name": name,
        "description": ABOUT[name],
        "path": [file.relative_to(root).as_posix() for file in files],
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "schema": {"fields": [_field(one) for one in schema]},
    }


FIELD_KINDS: Final = (
    (pa.types.is_integer, "integer"),
    (pa.types.is_floating, "number"),
    (pa.types.is_boolean, "boolean"),
)


def _field(one: pa.Field) -> dict[str, str]:
    kinds = (
        (pa.types.is_integer, "integer"),
        (pa.types.is_floating, "number"),
        (pa.types.is_boolean, "boolean"),
    )
    kind = next((name for test, name in kinds if test(one.type)), "string")
    told = {"name": one.name, "type": kind}
    if one.name in MEASURES:
        entry = MEASURES[one.name]
        told |= {"description": entry.en, "unit": entry.unit}
    return told
