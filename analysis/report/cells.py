"""Numbers of a table as a reader sees them: about three figures, in the language."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analysis.report.words import column
from experiments.numbers import decimals, shown


def texts(table: pd.DataFrame, lang: str) -> list[list[str]]:
    """The head of a table and its rows, in words."""
    rows = [[cell(value, lang) for value in row] for row in table.itertuples(index=False)]
    return [[column(str(name), lang) for name in table.columns], *rows]


def cell(value: Any, lang: str) -> str:
    """One cell."""
    if value is None or (not isinstance(value, str) and pd.isna(value)):
        return "-"
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value)
    return shown(float(value), 0 if float(value).is_integer() else decimals(None, float(value)), lang)
