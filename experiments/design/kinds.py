"""Kinds of designs, each turned into a table of points: grid, list, samples, CSV, union, cross."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.csv as pa_csv

from experiments.compose import seed_of
from experiments.design import samplers
from experiments.design.cases import variants
from experiments.design.factors import Factor, factors_from
from experiments.design.points import NOTHING, crossed, joined, points_from
from experiments.errors import Refused, one_line
from experiments.presets import FilePresets
from sim.registry import UnknownName

Node = Mapping[str, Any]
MOST_SEEDS: Final = 10_000_000


@dataclass(frozen=True)
class Design:
    """Points, the seeds with which each is run (none: the points bring their own, or there is one), and,
    where a sensitivity analysis is to follow, how the points were drawn.

    Points that come out the same are one run where that is in the nature of the design (``merges``), and a
    mistake elsewhere.
    """

    points: pa.Table
    seeds: tuple[int, ...] = ()
    method: dict[str, Any] = field(default_factory=dict)
    unit: pa.Table | None = None
    merges: bool = False


def designed(node: Node, presets: FilePresets) -> Design:
    """Turn what a design says into a table; raises Refused or UnknownName with the field that is wrong."""
    made, seeds = _points(node, presets), _seeds(node)
    if seeds and "seed" in made.points.column_names:
        raise Refused("'design.seeds' cannot be given together with a column 'seed'.")
    return Design(made.points, seeds, made.method, made.unit, merges=_merges(node))


def _merges(node: Node) -> bool:
    """Whether points may come out the same, as where a level is the setting that holds anyway."""
    if node.get("kind") == "cross":
        return any(_merges(part) for part in node["of"])
    return str(node.get("kind", "grid")) not in EXACT


def _points(node: Node, presets: FilePresets) -> Design:
    kind = str(node.get("kind", "grid"))
    if kind not in KINDS:
        raise UnknownName("kind of design", kind, KINDS)
    make, fields = KINDS[kind]
    for name in node:
        if name not in (*COMMON, *fields):
            raise UnknownName(f"field in a design of kind '{kind}'", str(name), (*COMMON, *fields))
    return make(node, presets)


def _part(node: object, presets: FilePresets) -> pa.Table:
    """One part of a union or a cross, its seeds as a column."""
    if not isinstance(node, Mapping):
        raise Refused(f"Each of 'design.of' must be a design with a kind, not {node!r}.")
    points, seeds = _points(node, presets).points, _seeds(node)
    return crossed([points, points_from({"seed": seeds})]) if seeds else points


def _grid(node: Node, presets: FilePresets) -> Design:
    count = _whole(node, "steps", 3, 2)
    factors = factors_from(node.get("factors"), presets)
    return Design(crossed([points_from({one.key: one.spread(count)}) for one in factors]))


def _list(node: Node, presets: FilePresets) -> Design:
    rows = node.get("rows")
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        raise Refused("'design.rows' must be a list of rows, each with fields and values.")
    if not rows:
        raise Refused("'design.rows' has no rows.")
    keys = dict.fromkeys(str(key) for row in rows for key in row)
    # A first row without any field is the settings as they are.
    if not keys:
        return Design(_unchanged())
    return Design(points_from({key: [row.get(key) for row in rows] for key in keys}))


def _seeds_only(node: Node, presets: FilePresets) -> Design:
    return Design(_unchanged())


def _unchanged() -> pa.Table:
    """One point that changes nothing."""
    return pa.table({NOTHING: pa.nulls(1)})


def _csv(node: Node, presets: FilePresets) -> Design:
    file = Path(str(node.get("file") or ""))
    if not file.is_file():
        raise Refused(f"'design.file' must name a CSV file, not '{node.get('file')}'.")
    try:
        found = pa_csv.read_csv(file)
    except (pa.ArrowException, OSError, UnicodeDecodeError) as problem:
        raise Refused(f"'{file.name}' cannot be read as CSV: {one_line(problem)}") from problem
    if not len(found):
        raise Refused(f"'{file.name}' has no rows.")
    twice = [name for name in found.column_names if found.column_names.count(name) > 1]
    if twice:
        raise Refused(f"'{file.name}' has two columns called '{twice[0]}'.")
    found = found.drop_columns([name for name in ("point", "run", "run_id") if name in found.column_names])
    return Design(points_from({name: found[name].to_pylist() for name in found.column_names}))


def _sampled(draw: Callable[[int, int, int], np.ndarray]) -> Callable[[Node, FilePresets], Design]:
    def make(node: Node, presets: FilePresets) -> Design:
        factors = factors_from(node.get("factors"), presets)
        unit = draw(_whole(node, "samples", 64, 1), len(factors), _whole(node, "draw", 2012, 0))
        return _at(factors, unit, {"kind": node["kind"]})

    return make


def _sobol(node: Node, presets: FilePresets) -> Design:
    factors = _grouped(node, presets)
    second = bool(node.get("second_order", False))
    count = _whole(node, "samples", 64, 2)
    unit = samplers.saltelli(count, _numbers(factors), _whole(node, "draw", 2012, 0), second)
    return _at(factors, unit, {"kind": "sobol", "samples": count, "second_order": second})


def _morris(node: Node, presets: FilePresets) -> Design:
    factors = _grouped(node, presets)
    levels, count = _whole(node, "levels", 4, 2), _whole(node, "trajectories", 10, 2)
    unit = samplers.morris(count, _numbers(factors), levels, _whole(node, "draw", 2012, 0))
    return _at(factors, unit, {"kind": "morris", "levels": levels, "trajectories": count})


def _one_factor(node: Node, presets: FilePresets) -> Design:
    """The settings as they are, then each factor alone at each of its values."""
    factors, count = factors_from(node.get("factors"), presets), _whole(node, "levels", 2, 2)
    rows: list[dict[str, Any]] = [{}]
    for one in factors:
        rows += [{one.key: value} for value in one.spread(count)]
    points = points_from({one.key: [row.get(one.key) for row in rows] for one in factors})
    return Design(points, method={"kind": "one_factor", "factors": [one.told() for one in factors]})


def _counterfactuals(node: Node, presets: FilePresets) -> Design:
    """Every case as the report tells it, then with each thing changed that might have gone otherwise."""
    rows, labels = variants(presets, node.get("cases"))
    keys = dict.fromkeys(key for row in rows for key in row)
    points = points_from({key: [row.get(key) for row in rows] for key in keys})
    return Design(points, method={"kind": "counterfactuals", "labels": labels})


def _union(node: Node, presets: FilePresets) -> Design:
    return Design(joined([_part(part, presets) for part in _parts(node)]))


def _cross(node: Node, presets: FilePresets) -> Design:
    return Design(crossed([_part(part, presets) for part in _parts(node)]))


def _parts(node: Node) -> list[Any]:
    parts = node.get("of")
    if not isinstance(parts, list) or not parts:
        raise Refused("'design.of' must be a list of designs.")
    return parts


def _grouped(node: Node, presets: FilePresets) -> list[Factor]:
    return factors_from(node.get("factors"), presets, str(node.get("groups", "none")))


def _numbers(factors: list[Factor]) -> np.ndarray:
    names = list(dict.fromkeys(one.group or one.key for one in factors))
    return np.array([names.index(one.group or one.key) for one in factors])


def _at(factors: list[Factor], unit: np.ndarray, method: dict[str, Any]) -> Design:
    points = points_from({one.key: one.at(unit[:, number]) for number, one in enumerate(factors)})
    kept = pa.table({one.key: unit[:, number] for number, one in enumerate(factors)})
    return Design(points, method={**method, "factors": [one.told() for one in factors]}, unit=kept)


def _seeds(node: Node) -> tuple[int, ...]:
    """The seeds of a design: how many (from 0), which, or a first and a count."""
    asked = node.get("seeds")
    if asked is None:
        return ()
    if isinstance(asked, list):
        found = tuple(seed_of(one) for one in asked)
        if not found or len(set(found)) < len(found):
            raise Refused("'design.seeds' must be a list of different seeds.")
        return found
    first, count = 0, asked
    if isinstance(asked, Mapping):
        for name in asked:
            if name not in ("first", "count"):
                raise UnknownName("field in 'design.seeds'", str(name), ("first", "count"))
        first, count = seed_of(asked.get("first", 0)), asked.get("count")
    if isinstance(count, bool) or not isinstance(count, int) or not 1 <= count <= MOST_SEEDS:
        raise Refused(f"'design.seeds' must be a whole number of at least 1, not {count!r}.")
    return tuple(range(first, first + count))


def _whole(node: Node, name: str, default: int, least: int) -> int:
    value = node.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        raise Refused(f"'design.{name}' must be a whole number of at least {least}, not {value!r}.")
    return value


EXACT: Final = ("seeds", "grid", "list", "csv", "counterfactuals")
COMMON: Final = ("kind", "seeds", "label", "note")
SAMPLED: Final = ("factors", "samples", "draw")
KINDS: Final[dict[str, tuple[Callable[[Node, FilePresets], Design], tuple[str, ...]]]] = {
    "seeds": (_seeds_only, ()),
    "grid": (_grid, ("factors", "steps")),
    "list": (_list, ("rows",)),
    "csv": (_csv, ("file",)),
    "latin_hypercube": (_sampled(samplers.latin_hypercube), SAMPLED),
    "sobol_points": (_sampled(samplers.sobol_points), SAMPLED),
    "sobol": (_sobol, (*SAMPLED, "groups", "second_order")),
    "morris": (_morris, ("factors", "trajectories", "levels", "groups", "draw")),
    "one_factor": (_one_factor, ("factors", "levels")),
    "counterfactuals": (_counterfactuals, ("cases",)),
    "union": (_union, ("of",)),
    "cross": (_cross, ("of",)),
}
