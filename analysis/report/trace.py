"""From a table back to the runs: queries that give it again, and commands that repeat a run behind a line."""

from __future__ import annotations

import shlex
from collections.abc import Sequence

import pandas as pd
import pyarrow.parquet as pq

from analysis.load import Loaded
from experiments.design import as_overrides
from experiments.design.points import verbatim


def means_query(factors: Sequence[str], measure: str) -> str:
    """The command that gives mean, standard error and number of worlds of each group."""
    by = "".join(f'"{name}", ' for name in factors)
    there = f"filter (where isfinite({measure}))"
    return _query(
        f"select {by}avg({measure}) {there} as mean, "
        f"stddev_samp({measure}) {there} / sqrt(count(*) {there}) as standard_error, "
        f"count(*) {there} as worlds from runs join final using (run_id) group by all order by all"
    )


def differences_query(factor: str, base: object, others: Sequence[str], measure: str) -> str:
    """The command that gives the paired differences from the level ``base`` of a factor."""
    by = "".join(f'v."{name}", ' for name in others)
    same = "".join(f' and v."{name}" is not distinct from b."{name}"' for name in others)
    level = (
        f"'{base}'" if isinstance(base, str) else str(base).lower() if isinstance(base, bool) else str(base)
    )
    apart = f"v.{measure} - b.{measure}"
    return _query(
        "with t as (select * from runs join final using (run_id)) "
        f'select {by}v."{factor}", avg({apart}) as difference, '
        f"stddev_samp({apart}) / sqrt(count(*)) as standard_error, count(*) as worlds "
        f"from t v join t b on v.seed = b.seed{same} "
        f'where b."{factor}" = {level} and v."{factor}" <> {level} and isfinite({apart}) '
        "group by all order by all"
    )


def _query(sql: str) -> str:
    return f"bodem query DIR {shlex.quote(sql)}"


class Commands:
    """The command that repeats each run of a sweep."""

    def __init__(self, sweep: Loaded) -> None:
        points = pq.read_table(sweep.path / "points.parquet")
        self._as_text = verbatim(points)
        self._points = sweep.points
        self._base = list(sweep.about["overrides"])
        self._own = (sweep.path / "own").is_dir()

    def of(self, row: pd.Series) -> str:
        """The command of one row of the design."""
        cells = {
            name: row[name].item() if hasattr(row[name], "item") else row[name]
            for name in self._points.columns
            if not pd.isna(row[name])
        }
        words = ["bodem", "run", *self._base, *as_overrides(cells, self._as_text), f"seed={int(row['seed'])}"]
        words += ["--config-dir", "own"] if self._own else []
        return shlex.join(words)


def examples(sweep: Loaded, table: pd.DataFrame, labels: pd.Series, measure: str) -> pd.DataFrame:
    """The first run of each group: its name, seed, command and what the measure came to in it."""
    commands = Commands(sweep)
    first = table[~labels.duplicated().to_numpy()]
    return pd.DataFrame(
        {
            "group": labels[~labels.duplicated()].to_numpy(),
            "run_id": first["run_id"].to_numpy(),
            "value": first[measure].to_numpy(),
            "command": [commands.of(row) for _, row in first.iterrows()],
        }
    )
