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
from page.verdicts import RESULT, verdicts

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

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
# With more factors than this a distance for each would take minutes: ranks are compared instead.
MOST_WEIGHED: Final = 40
MOST_SEARCHED: Final = 25
DESIGNED: Final = ("one_factor", "morris", "sobol")
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
            return {"sweeps": list(self._listed(self._root)), "patterns": self._judged(self._root)}
        part = text(node, "part", 20)
        parts: dict[str, Callable[[Path, dict[str, Any]], Any]] = {
            "about": self._about,
            "table": self._table,
            "sensitivity": self._sensitivity,
            "discovery": self._discovery,
            "patterns": lambda place, _: verdicts(place / RESULT),
        }
        if part not in parts:
            raise Bad(400, f"'part' must be one of {', '.join(parts)}.")
        with self._reading:
            try:
                return parts[part](self._place(name, RESULT if part == "patterns" else SWEEP), node)
            except ModuleNotFoundError as problem:
                raise Bad(
                    400, f"This needs '{problem.name}': pip install 'vruchtbare-bodem[analysis]'."
                ) from problem
            except (ValueError, OSError) as problem:
                raise Bad(400, self._plain(problem)) from problem

    def _place(self, name: str, needed: str) -> Path:
        """The directory called ``name``, when it and all that is read of it lie inside the allowed one."""
        assert self._root is not None
        place = Path(os.path.realpath(self._root / name))
        if not place.is_relative_to(self._root) or not self._inside(place / needed):
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
        for place in _holding(root, SWEEP):
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

    def _judged(self, root: Path) -> list[str]:
        """Directories that hold verdicts of ``bodem patterns``."""
        found = (one for one in _holding(root, RESULT) if self._inside(one / RESULT))
        return [one.relative_to(root).as_posix() for one in found]

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
        if kind is None:
            kind, found = "by_value", by_value(sweep, measure)
        elif kind not in DESIGNED and len(sweep.points.columns) > MOST_WEIGHED:
            kind, found = "rank", ranked(sweep, measure)
        else:
            found = analysed(sweep, measure)
        return {"kind": kind, "columns": list(found.columns), "rows": _rows(found)}

    def _discovery(self, place: Path, node: dict[str, Any]) -> Any:
        from analysis.discovery import boxes, cases, tree

        sweep, measure = self._loaded(place), text(node, "measure", 80)
        if len(sweep.points) > MOST_POINTS:
            raise Bad(413, "This sweep has too many points for the page: use the analysis in Python.")
        above, below = (_bound(node, name) for name in ("above", "below"))
        flags = cases(sweep, measure, above, below)
        among = narrowed(sweep, flags)
        found = boxes(among, flags)
        return {
            "points": len(flags),
            "cases": int(flags.sum()),
            "factors": len(among.points.columns),
            "of": len(sweep.points.columns),
            "columns": list(found.columns),
            "rows": _rows(found),
            "tree": tree(among, flags),
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


def ranked(sweep: Loaded, measure: str) -> pd.DataFrame:
    """Spearman's rank correlation of each factor with the mean per point, the strongest first.

    The 95 % interval is Fisher's; categories are left out.
    """
    import numpy as np
    import pandas as pd
    from scipy.stats import spearmanr

    from analysis.sensitivity import mean_per_point

    values = mean_per_point(sweep, measure).sort_index()["mean"].to_numpy()
    rows = []
    for name in sweep.points.select_dtypes("number").columns:
        rho = float(spearmanr(sweep.points[name].to_numpy(), values).statistic)
        half = 1.96 / np.sqrt(max(1, len(values) - 3))
        centre = np.arctanh(np.clip(rho, -0.9999, 0.9999))
        rows.append((name, rho, float(np.tanh(centre - half)), float(np.tanh(centre + half))))
    found = pd.DataFrame(rows, columns=["factor", "correlation", "low", "high"])
    return found.sort_values("correlation", key=np.abs, ascending=False, ignore_index=True)


def narrowed(sweep: Loaded, flags: NDArray[np.bool_]) -> Loaded:
    """The sweep with the factors that go most with the flags; all of them when they are not too many."""
    from scipy.stats import spearmanr

    numbers = list(sweep.points.select_dtypes("number").columns)
    if len(sweep.points.columns) <= MOST_WEIGHED or len(numbers) <= MOST_SEARCHED:
        return sweep
    strength = {name: abs(float(spearmanr(sweep.points[name], flags).statistic)) for name in numbers}
    kept = sorted(numbers, key=lambda name: -strength[name])[:MOST_SEARCHED]
    others = [name for name in sweep.points.columns if name not in numbers]
    found = type(sweep)(sweep.path)
    found.__dict__.update({**sweep.__dict__, "points": sweep.points[[*kept, *others]]})
    return found


def _holding(root: Path, needed: str) -> list[Path]:
    """Directories at most so deep that hold such a file, links not followed."""
    found = []
    for place, folders, files in os.walk(root):
        here = Path(place)
        if needed in files:
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
