"""A sweep as pandas tables."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

DONE = "done"


class Incomplete(ValueError):
    """Runs that were planned have no result; the message names them."""

    def __init__(self, missing: list[str], planned: int) -> None:
        named = ", ".join(missing[:5]) + (f" and {len(missing) - 5} more" if len(missing) > 5 else "")
        super().__init__(
            f"{len(missing)} of {planned} planned runs have no result ({named}): "
            "'bodem resume' completes the sweep."
        )
        self.missing = missing


@dataclass(frozen=True)
class Loaded:
    """The tables of one sweep, each read when it is first asked for.

    ``design`` has a row per planned run with its factors (an empty cell is the setting of config.yaml);
    ``final`` a row per run that was done, with a column per measure; ``table`` both together.
    """

    path: Path

    @cached_property
    def about(self) -> dict[str, Any]:
        """What was asked: command, overrides, factors, how the points were drawn."""
        return _told(self.path)

    @cached_property
    def runs(self) -> pd.DataFrame:
        """One row per run with its factors, status and seconds, in planned order."""
        found = self._table("runs")
        if found.empty:
            return found.reindex(columns=["run", "run_id", "status"])
        return found.sort_values("run", ignore_index=True)

    @cached_property
    def final(self) -> pd.DataFrame:
        """One row per run that was done: every measure in one number, with the run's name as index."""
        return self._table("final").set_index("run_id").reindex(self._order())

    @cached_property
    def weekly(self) -> pd.DataFrame:
        """One row per week of the runs whose weeks are kept."""
        found = self._table("weekly")
        return found if found.empty else found.sort_values(["run_id", "week"], ignore_index=True)

    @cached_property
    def events(self) -> pd.DataFrame:
        """What happened in the runs whose story is kept."""
        return self._table("events")

    @cached_property
    def relations(self) -> pd.DataFrame:
        """Every pair, each quarter, of the runs whose story is kept."""
        return self._table("relations")

    @cached_property
    def points(self) -> pd.DataFrame:
        """One row per point of the design."""
        found = _read(self.path / "points.parquet")
        return found.drop(columns=[name for name in ("_",) if name in found.columns])

    @cached_property
    def unit(self) -> pd.DataFrame | None:
        """The points in the unit cube; None for designs that were not drawn."""
        file = self.path / "unit.parquet"
        return _read(file) if file.exists() else None

    @cached_property
    def design(self) -> pd.DataFrame:
        """One row per planned run: run, run_id, point, seed and every factor."""
        plan = _read(self.path / "plan.parquet", "run", "run_id", "point", "seed")
        return plan.join(self.points, on="point")

    @cached_property
    def table(self) -> pd.DataFrame:
        """One row per planned run that was done: the design and the measures."""
        return self.design.join(self._table("final").set_index("run_id"), on="run_id", how="inner")

    @property
    def missing(self) -> list[str]:
        """Names of planned runs without a result, failed ones included."""
        there = set(self.runs.loc[self.runs["status"] == DONE, "run_id"])
        return [name for name in dict.fromkeys(self.design["run_id"]) if name not in there]

    def whole(self) -> Loaded:
        """The same; raises Incomplete when a planned run has no result."""
        if self.missing:
            raise Incomplete(self.missing, self.design["run_id"].nunique())
        return self

    def _order(self) -> list[str]:
        return list(self.runs.loc[self.runs["status"] == DONE, "run_id"])

    def _table(self, name: str) -> pd.DataFrame:
        """All committed rows of a table; no rows when it was not kept."""
        whole = {file.name for file in (self.path / "runs").glob("*.parquet")}
        files = sorted(file for file in (self.path / name).glob("*.parquet") if file.name in whole)
        if not files:
            return pd.DataFrame({"run_id": pd.Series(dtype="str")})
        read = [pq.read_table(file) for file in files]
        # Files of older versions do not say which columns always have a value.
        return pa.concat_tables([pa.table(one.columns, names=one.column_names) for one in read]).to_pandas()


def load(path: str | Path) -> Loaded:
    """The sweep in the directory ``path``; raises ValueError when there is none that can be read."""
    place = Path(path)
    if not (place / "sweep.json").is_file():
        raise ValueError(f"The directory '{place}' holds no sweep.")
    _told(place)
    return Loaded(place)


def _read(file: Path, *needed: str) -> pd.DataFrame:
    """A table that is written once; ValueError when it is gone, damaged or another one."""
    try:
        found: pd.DataFrame = pq.read_table(file).to_pandas()
    except (OSError, ValueError) as problem:
        raise ValueError(f"'{file}' cannot be read: the sweep is damaged.") from problem
    if not {*needed} <= {*found.columns}:
        raise ValueError(f"'{file}' is not what bodem writes there.")
    return found


def _told(place: Path) -> dict[str, Any]:
    """What a sweep says of itself, in today's form; ValueError with what to do when it cannot be had."""
    from experiments.errors import Refused
    from experiments.schema import as_now

    file = place / "sweep.json"
    try:
        return as_now(json.loads(file.read_text(encoding="utf-8")), file)
    except Refused as problem:
        raise ValueError(str(problem)) from problem
    except (OSError, ValueError, RecursionError) as problem:
        raise ValueError(f"'{file}' cannot be read.") from problem
