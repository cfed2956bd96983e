"""Sweeps as the page shows them: a table by point, what matters, where an outcome occurs, the patterns.

Only what lies inside the directory that ``bodem serve --sweeps DIR`` allows is read, links followed.
"""

from __future__ import annotations

import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from experiments.sweepdir import SWEEP, SweepDir
from page.errors import Bad
from page.reading import text, whole

if TYPE_CHECKING:
    import pandas as pd

    from analysis.load import Loaded

MOST_SWEEPS: Final = 200
DEEPEST: Final = 3
MOST_KEPT: Final = 4
MOST_BYTES: Final = 300 * 1024 * 1024
MOST_ROWS: Final = 500
MOST_DOTS: Final = 2000
MOST_FILTERS: Final = 8
MOST_POINTS: Final = 20_000
READ: Final = ("runs", "final")
OPERATORS: Final = ("is", "least", "most")


class Sweeps:
    """The sweeps in one directory; without a directory there are none."""

    def __init__(self, root: Path | None = None) -> None:
        self._root = None if root is None else Path(os.path.realpath(root))
        self._reading = threading.Lock()
        self._kept: OrderedDict[tuple[str, float], Loaded] = OrderedDict()

    @property
    def there(self) -> bool:
        """Whether a directory was allowed."""
        return self._root is not None

    def asked(self, node: dict[str, Any]) -> Any:
        """Answer one question about a sweep; the list of sweeps when none is named."""
        if self._root is None:
            raise Bad(404, "No directory with sweeps was given: start 'bodem serve --sweeps DIR'.")
        name = text(node, "sweep", 300)
        if not name:
            return {"sweeps": list(self._listed(self._root))}
        part = text(node, "part", 20)
        parts: dict[str, Callable[[Path, dict[str, Any]], Any]] = {
            "about": self._about,
            "table": self._table,
            "sensitivity": self._sensitivity,
            "discovery": self._discovery,
        }
        if part not in parts:
            raise Bad(400, f"'part' must be one of {', '.join(parts)}.")
        with self._reading:
            try:
                return parts[part](self._place(name), node)
            except ModuleNotFoundError as problem:
                raise Bad(
                    400, f"This needs '{problem.name}': pip install 'vruchtbare-bodem[analysis]'."
                ) from problem
            except (ValueError, OSError) as problem:
                raise Bad(400, self._plain(problem)) from problem

    def _place(self, name: str) -> Path:
        """The directory called ``name``, when it and all that is read of it lie inside the allowed one."""
        assert self._root is not None
        place = Path(os.path.realpath(self._root / name))
        if not place.is_relative_to(self._root) or not self._inside(place / SWEEP):
            raise Bad(404, f"There is no such result in the allowed directory: '{name[:80]}'.")
        return place

    def _plain(self, problem: Exception) -> str:
        """What went wrong, without a path of this computer."""
        told = " ".join(str(problem).split())
        hidden = isinstance(problem, OSError) or str(self._root) in told
        return "This sweep cannot be read." if hidden else told

    def _inside(self, file: Path) -> bool:
        assert self._root is not None
        return file.is_file() and Path(os.path.realpath(file)).is_relative_to(self._root)

    def _listed(self, root: Path) -> Iterator[dict[str, Any]]:
        for place in _sweeps(root):
            if not self._inside(place / SWEEP):
                continue
            try:
                about = SweepDir.opened(place).about
            except Exception:
                continue
            yield {
                "name": place.relative_to(root).as_posix(),
                "kind": about.get("method", {}).get("kind"),
                "made": about.get("made") or about.get("started") or "",
                "command": about.get("command", []),
            }

    def _loaded(self, place: Path) -> Loaded:
        from analysis.load import load

        files = [place / name for name in ("points.parquet", "plan.parquet")]
        files += [file for table in READ for file in SweepDir(place).files(table)]
        if (place / "unit.parquet").exists():
            files.append(place / "unit.parquet")
        if not all(self._inside(file) for file in files):
            raise Bad(404, "A part of this sweep lies outside the allowed directory.")
        if sum(file.stat().st_size for file in files) > MOST_BYTES:
            raise Bad(413, "This sweep is too large for the page: use 'bodem query' or 'bodem report'.")
        key = (str(place), max(file.stat().st_mtime for file in files))
        if key not in self._kept:
            self._kept[key] = load(place)
        self._kept.move_to_end(key)
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        return self._kept[key]

    def _about(self, place: Path, node: dict[str, Any]) -> Any:
        sweep = self._loaded(place)
        points, factors = sweep.points, _factors(sweep)
        return {
            "name": text(node, "sweep", 300),
            "kind": sweep.about.get("method", {}).get("kind"),
            "command": sweep.about.get("command", []),
            "planned": len(sweep.design),
            "done": len(sweep.final),
            "points": len(points),
            "seeds": int(sweep.design["seed"].nunique()),
            "measures": [name for name in sweep.final.columns if name not in sweep.design.columns],
            "factors": [{"name": name, **_range(points[name])} for name in factors],
        }

    def _table(self, place: Path, node: dict[str, Any]) -> Any:
        sweep = self._loaded(place)
        table, measure = _by_point(sweep, text(node, "measure", 80))
        everything = len(table)
        for wish in _filters(node):
            table = _filtered(table, *wish)
        sort = text(node, "sort", 120)
        if sort in table.columns:
            table = table.sort_values(sort, ascending=node.get("down") is not True, kind="stable")
        start = whole(node, "from", 0, 0, 10**7)
        return {
            "measure": measure,
            "columns": list(table.columns),
            "of": everything,
            "left": len(table),
            "from": start,
            "rows": _rows(table.iloc[start : start + MOST_ROWS]),
            "dots": _rows(table.iloc[:MOST_DOTS]),
        }

    def _sensitivity(self, place: Path, node: dict[str, Any]) -> Any:
        from analysis.sensitivity import analysed

        sweep, measure = self._loaded(place), text(node, "measure", 80)
        kind = sweep.about.get("method", {}).get("kind")
        found = by_value(sweep, measure) if kind is None else analysed(sweep, measure)
        return {"kind": kind or "by_value", "columns": list(found.columns), "rows": _rows(found)}

    def _discovery(self, place: Path, node: dict[str, Any]) -> Any:
        from analysis.discovery import boxes, cases, tree

        sweep, measure = self._loaded(place), text(node, "measure", 80)
        if len(sweep.points) > MOST_POINTS:
            raise Bad(413, "This sweep has too many points for the page: use the analysis in Python.")
        above, below = (_bound(node, name) for name in ("above", "below"))
        flags = cases(sweep, measure, above, below)
        found = boxes(sweep, flags)
        return {
            "points": len(flags),
            "cases": int(flags.sum()),
            "columns": list(found.columns),
            "rows": _rows(found),
            "tree": tree(sweep, flags),
        }


def by_value(sweep: Loaded, measure: str) -> pd.DataFrame:
    """Mean of the measure at each value of each factor, with the 95 % interval over all runs there."""
    import pandas as pd

    from analysis.sensitivity import Unsuited
    from experiments.compare import interval

    table = sweep.whole().table
    if measure not in table.columns:
        raise Unsuited(f"There is no measure '{measure}' in this sweep.")
    rows = []
    for name in _factors(sweep):
        for value, part in table.groupby(name, dropna=False):
            values = part[measure].dropna().to_numpy(dtype=float)
            low, high = interval(values)
            mean = float(values.mean()) if len(values) else None
            rows.append((name, "" if pd.isna(value) else value, mean, low, high, len(values)))
    return pd.DataFrame(rows, columns=["factor", "value", "mean", "low", "high", "worlds"])


def _sweeps(root: Path) -> list[Path]:
    """Directories at most so deep that hold a sweep, links not followed."""
    found = []
    for place, folders, files in os.walk(root):
        here = Path(place)
        if SWEEP in files:
            found.append(here)
            folders.clear()
        if len(here.relative_to(root).parts) >= DEEPEST or len(found) >= MOST_SWEEPS:
            folders.clear()
        folders.sort()
    return found[:MOST_SWEEPS]


def _factors(sweep: Loaded) -> list[str]:
    """The columns of the design that take more than one value."""
    points = sweep.points
    return [name for name in points.columns if points[name].nunique(dropna=False) > 1]


def _range(column: pd.Series[Any]) -> dict[str, Any]:
    import pandas as pd

    if pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column):
        return {"low": _value(column.min()), "high": _value(column.max()), "values": []}
    values = sorted({str(one) for one in column.dropna()})
    return {"low": None, "high": None, "values": values[:60]}


def _by_point(sweep: Loaded, measure: str) -> tuple[pd.DataFrame, str]:
    """The varied factors and the mean of the measure, one row per point with a result."""
    table = sweep.table
    known = [name for name in sweep.final.columns if name not in sweep.design.columns]
    if measure not in known:
        raise ValueError(f"There is no measure '{measure}' in this sweep.")
    found = table.groupby("point")[measure].agg(["mean", "sem", "size"])
    found.columns = [measure, "error", "seeds"]
    return sweep.points[_factors(sweep)].join(found, how="inner").rename_axis("point").reset_index(), measure


def _filters(node: dict[str, Any]) -> list[tuple[str, str, Any]]:
    given = node.get("filters", [])
    if not isinstance(given, list) or len(given) > MOST_FILTERS:
        raise Bad(400, f"'filters' must be a list of at most {MOST_FILTERS} filters.")
    found = []
    for one in given:
        if not isinstance(one, dict) or set(one) != {"column", "how", "value"}:
            raise Bad(400, "A filter has the fields column, how and value.")
        how, value = one["how"], one["value"]
        if how not in OPERATORS:
            raise Bad(400, f"'how' must be one of {', '.join(OPERATORS)}.")
        if isinstance(value, bool) or not isinstance(value, (int, float, str)) or len(str(value)) > 120:
            raise Bad(400, "The value of a filter must be a number or a short text.")
        found.append((text(one, "column", 120), how, value))
    return found


def _filtered(table: pd.DataFrame, column: str, how: str, value: Any) -> pd.DataFrame:
    if column not in table.columns:
        raise Bad(400, f"There is no column '{column}' to filter by.")
    if how == "is":
        return table[table[column].astype(str) == str(value)]
    try:
        bound, values = float(value), table[column].astype(float)
    except (TypeError, ValueError) as problem:
        raise Bad(400, f"'{column}' can only be filtered by a value that is equal.") from problem
    return table[values >= bound] if how == "least" else table[values <= bound]


def _bound(node: dict[str, Any], name: str) -> float | None:
    value = node.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise Bad(400, f"'{name}' must be a number.")
    return float(value)


def _rows(table: pd.DataFrame) -> list[list[Any]]:
    return [[_value(one) for one in row] for row in table.itertuples(index=False, name=None)]


def _value(value: Any) -> Any:
    """A cell as JSON takes it: numbers without false figures, nothing for what is missing."""
    import numpy as np
    import pandas as pd

    if isinstance(value, (bool, np.bool_)):
        return str(bool(value)).lower()
    if isinstance(value, (int, np.integer)):
        return int(value)
    if isinstance(value, (float, np.floating)):
        return float(f"{float(value):.6g}") if np.isfinite(value) else None
    return None if value is None or value is pd.NA else str(value)
