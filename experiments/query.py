"""``bodem query``: the tables of a sweep in SQL, through DuckDB, also while it runs."""

from __future__ import annotations

import json
import math
import os
import sys
from pathlib import Path
from typing import Any, Final

import duckdb

from experiments.errors import Refused, one_line
from experiments.seal import ONCE
from experiments.sweepdir import TABLES, SweepDir

WIDEST: Final = 60


def connected(folder: SweepDir) -> duckdb.DuckDBPyConnection:
    """A connection with a view for each table; only what is committed is seen, and nothing can be changed."""
    link = duckdb.connect()
    for table in TABLES:
        files = folder.files(table)
        if files:
            _view(link, table, files)
    for name in ONCE:
        if (folder.path / name).exists():
            _view(link, name.removesuffix(".parquet"), [folder.path / name])
    return link


def _view(link: duckdb.DuckDBPyConnection, name: str, files: list[Path]) -> None:
    listed = ", ".join("'" + str(file).replace("'", "''") + "'" for file in files)
    try:
        link.execute(f'create view "{name}" as select * from read_parquet([{listed}])')
    except duckdb.Error as problem:
        raise Refused(
            f"The table '{name}' cannot be read: the sweep is damaged; 'bodem resume' does anew what it can."
        ) from problem


def command(options: Any) -> int:
    """Do what ``bodem query`` was asked; return the exit code."""
    folder = SweepDir.opened(Path(os.path.realpath(options.dir)))
    with connected(folder) as link:
        try:
            found = link.sql(options.sql)
            if found is None:
                raise Refused("A query must select something.")
            names, rows = found.columns, found.fetchall()
        except duckdb.Error as problem:
            raise Refused(f"DuckDB cannot do that: {one_line(problem)}") from problem
    if options.json:
        print(
            json.dumps([dict(zip(names, map(_plain, row), strict=True)) for row in rows], ensure_ascii=False)
        )
    elif options.csv:
        _as_csv(names, rows)
    else:
        print(_as_text(names, rows))
    return 0


def _plain(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value if isinstance(value, (int, float, bool, str, type(None), list, dict)) else str(value)


def _as_csv(names: list[str], rows: list[tuple[Any, ...]]) -> None:
    import csv

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(names)
    writer.writerows(rows)


def _as_text(names: list[str], rows: list[tuple[Any, ...]]) -> str:
    cells = [list(map(str, names)), *([_shown(value) for value in row] for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(names))]
    numeric = [
        all(isinstance(row[column], (int, float, type(None))) for row in rows) for column in range(len(names))
    ]
    lines = []
    for row in cells:
        parts = [
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(row, widths, numeric, strict=True)
        ]
        lines.append("  ".join(parts).rstrip())
    return "\n".join(lines)


def _shown(value: Any) -> str:
    if value is None:
        return "-"
    text = f"{value:.6g}" if isinstance(value, float) else one_line(value)
    return text if len(text) <= WIDEST else f"{text[: WIDEST - 3]}..."
