"""The plan of a sweep: every run with its name, its point and its seed, all checked before any runs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyarrow as pa

from experiments.compose import seed_of
from experiments.composer import Composer
from experiments.design import Design
from experiments.design.points import NOTHING, rows_of, verbatim
from experiments.errors import Refused
from experiments.provenance import code_digest, run_names
from sim.registry import PARAMETERS, POLICIES, OutOfBounds, find

AT_ONCE: Final = 2000


@dataclass(frozen=True)
class Plan:
    """All runs of a sweep.

    ``points`` has a row per point and a column per factor; ``runs`` has run (its number), run_id, point and
    seed, in the order in which they are to be done. Points that come out the same share a run_id.
    """

    overrides: tuple[str, ...]
    points: pa.Table
    runs: pa.Table
    weeks: int
    method: dict[str, Any] = field(default_factory=dict)
    unit: pa.Table | None = None
    code: str = ""

    @property
    def factors(self) -> list[str]:
        """The fields that differ between points."""
        return [name for name in self.points.column_names if name != NOTHING]

    def distinct(self) -> pa.Table:
        """The rows of ``runs`` that are really run: the first of those with the same name."""
        names = self.runs["run_id"].to_pandas()
        return self.runs.filter(pa.array(~names.duplicated().to_numpy()))

    @property
    def digest(self) -> str:
        """A hash of what is to be run: two sweeps with the same are the same."""
        told = hashlib.sha256(f"{self.code}\0{len(self.runs)}".encode())
        for name in self.runs["run_id"].to_pylist():
            told.update(name.encode())
        return told.hexdigest()[:16]


def planned(overrides: Sequence[str], design: Design, config_dir: Path | None = None) -> Plan:
    """Name and check every run of ``design`` over the settings that ``overrides`` give.

    Raises Refused, UnknownName or OutOfBounds for the first thing that is wrong.
    """
    points = design.points
    composer = Composer(overrides, config_dir, verbatim(points))
    default = composer.told({}).seed
    _check_columns(points)
    seeds = design.seeds or (None,)
    own = "seed" in points.column_names
    ids: list[str] = []
    which: list[int] = []
    weeks = 0
    for cells in _in_parts(points):
        told = composer.told({key: value for key, value in cells.items() if key != "seed"})
        weeks = max(weeks, told.settings.weeks)
        called = run_names(told.settings)
        mine = (
            [seed_of(cells["seed"])]
            if own and "seed" in cells
            else [default if s is None else s for s in seeds]
        )
        ids += [called(seed) for seed in mine]
        which += mine
    per_point = max(1, len(ids) // max(1, len(points)))
    if len(set(ids)) < len(ids) and not design.merges:
        raise Refused(_doubled(ids, per_point, points))
    runs = pa.table(
        {
            "run": np.arange(len(ids), dtype=np.int64),
            "run_id": ids,
            "point": np.repeat(np.arange(len(points), dtype=np.int64), per_point),
            "seed": pa.array(which, pa.int64()),
        }
    )
    if own:
        points = points.drop_columns(["seed"])
        if not points.column_names:
            points = pa.table({NOTHING: pa.nulls(len(runs))})
    return Plan(tuple(overrides), points, runs, weeks, design.method, design.unit, code_digest())


def _in_parts(points: pa.Table) -> Iterator[dict[str, Any]]:
    for start in range(0, len(points), AT_ONCE):
        yield from rows_of(points.slice(start, AT_ONCE))


def _check_columns(points: pa.Table) -> None:
    """Refuse wrong names and values out of bounds by column, so that a long design is refused at once."""
    import pyarrow.compute as pc

    for name in points.column_names:
        kind, _, last = name.rpartition(".")
        registry = {"parameters": PARAMETERS, "strategy.policies": POLICIES}.get(kind)
        if registry is None:
            continue
        entry = find("parameter" if kind == "parameters" else "policy", registry, last)
        if not pa.types.is_floating(points[name].type) and not pa.types.is_integer(points[name].type):
            raise OutOfBounds(f"'{name}' must be a number ({entry.unit}), not {points[name][0].as_py()!r}.")
        ends = pc.min_max(points[name]).as_py()
        for end in ends.values():
            if end is not None:
                entry.check(end)


def _doubled(ids: list[str], per_point: int, points: pa.Table) -> str:
    first: dict[str, int] = {}
    for number, name in enumerate(ids):
        if name in first:
            one, two = first[name] // per_point + 1, number // per_point + 1
            if len(points) == 1:
                break
            return (
                f"Two of these runs are the same: points {one} and {two} of the design ask for the same "
                "settings and seed, as when a field is given the same value twice."
            )
        first[name] = number
    return "Two of these runs are the same: a field is given the same value twice."
