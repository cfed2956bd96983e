"""Numbers as people read them: no decimals that the uncertainty does not carry."""

from __future__ import annotations

import math
import shutil
from collections.abc import Sequence

MOST_DECIMALS = 4
COMMAS = str.maketrans(",.", ".,")


def decimals(uncertainty: float | None, value: float | None) -> int:
    """How many decimals to show: the first figure of the uncertainty, else three figures of the value."""
    scale, figures = (uncertainty, 1) if uncertainty else (value, 3)
    if not scale or not math.isfinite(scale):
        return 0
    return min(MOST_DECIMALS, max(0, figures - 1 - math.floor(math.log10(abs(scale)))))


def shown(value: float | None, places: int, lang: str = "en") -> str:
    """Write ``value`` with ``places`` decimals; a dash for none, never a negative zero."""
    if value is None or not math.isfinite(value):
        return "-"
    text = f"{round(value, places) + 0.0:,.{places}f}"
    return text.translate(COMMAS) if lang == "nl" else text


def plainly(value: float | None) -> str:
    """Write ``value`` with about three figures."""
    return shown(value, decimals(None, value))


def between(ends: Sequence[float | None], places: int, lang: str = "en") -> str:
    """Write a range; a dash when it has no ends."""
    low, high = ends
    to = "tot" if lang == "nl" else "to"
    return "-" if low is None else f"{shown(low, places, lang)} {to} {shown(high, places, lang)}"


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """Lay out ``rows`` in columns, the first flush left and the others flush right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = []
    for row in rows:
        cells = [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        lines.append("  ".join([row[0].ljust(widths[0]), *cells]).rstrip())
    return "\n".join(lines)


def room() -> int:
    """How many columns there are to write in."""
    return max(60, shutil.get_terminal_size((120, 24)).columns)


def fitted(rows: Sequence[Sequence[str]]) -> str:
    """Lay out ``rows`` (the first is the head) in columns that fit the terminal.

    Where they do not, the first column gets a line of its own above the others; where that is not enough,
    each cell does.
    """
    table = aligned(rows)
    if _wide(table) <= room():
        return table
    cells = aligned([["", *row[1:]] for row in rows]).splitlines()
    if _wide("\n".join(cells)) <= room():
        head, *body = cells
        named = zip(rows[1:], body, strict=True)
        return "\n".join([head, *(line for row, cell in named for line in (row[0], cell))])
    width = max(map(len, rows[0][1:]))
    blocks = [
        [row[0], *(f"  {name.ljust(width)}  {cell}" for name, cell in zip(rows[0][1:], row[1:], strict=True))]
        for row in rows[1:]
    ]
    return "\n".join("\n".join(block) for block in blocks)


def _wide(table: str) -> int:
    return max(map(len, table.splitlines()))
