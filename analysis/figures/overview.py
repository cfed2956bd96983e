"""Key measures on one page: the mean paired difference in its unit, how surely, and in how many worlds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures.notes import overview_notes
from analysis.figures.panels import round_ticks
from analysis.figures.rows import KEY_MEASURES, Row, grouped
from analysis.figures.sheet import BLACK, EDGE, Key, Sheet
from analysis.figures.sides import Sides
from analysis.figures.style import (
    APART,
    BASE,
    GREY,
    PLAIN,
    SMALL,
    VARIANT,
    WIDTH,
    evenly,
    folded,
    high,
    styled,
)
from analysis.figures.words import said
from sim.measures import MEASURES
from sim.registry import find

# Where the columns stand, in inches: the frames, then the right edges of the numbers and their rooms.
LEFT, WIDE = 2.20, 1.52
EDGES: Final = (4.61, 5.30, 6.70, WIDTH - EDGE)
ROOMS: Final = (0.82, 0.64, 1.0, 0.62)
INKS: Final = (BASE.text, VARIANT.text, BLACK, BLACK)
TYPE: Final = SMALL + 0.4
GAP: Final = 0.075
UNIT: Final = high(1, PLAIN) + 0.05
FOOT: Final = 0.34


def overview(sides: Sides, more: Sequence[str] = ()) -> Figure:
    """Draw the mean paired differences of the key measures and of ``more`` beside them."""
    with styled():
        return _page(sides, grouped(sides, tuple(dict.fromkeys((*KEY_MEASURES, *more)))))


def _page(sides: Sides, groups: dict[str, list[Row]]) -> Figure:
    heads = [folded(text, room, SMALL, most=4) for text, room in zip(_heads(sides), ROOMS, strict=True)]
    head = high(max(map(len, heads)), SMALL)
    body = head + sum(UNIT + _tall(rows) + FOOT for rows in groups.values()) - 0.12
    sheet = Sheet(said("overview", sides.lang), sides.title, _keys(sides), body, overview_notes(sides))
    for lines, right in zip(heads, EDGES, strict=True):
        sheet.lines(right, sheet.top + head - high(len(lines), SMALL), lines, SMALL, GREY, align="right")
    top = sheet.top + head
    for unit, rows in groups.items():
        sheet.lines(EDGE, top, [unit], PLAIN, BLACK, weight="bold")
        _frame(sheet, sides, rows, top + UNIT)
        top += UNIT + _tall(rows) + FOOT
    return sheet.figure


def _lines(row: Row) -> list[str]:
    return evenly(row.called, LEFT - EDGE - 0.1, TYPE, most=3)


def _tall(rows: Sequence[Row]) -> float:
    return sum(high(len(_lines(row)), TYPE) + GAP for row in rows)


def _frame(sheet: Sheet, sides: Sides, rows: Sequence[Row], upper: float) -> None:
    """Draw the rows of one unit on one scale, with their numbers beside them."""
    axes = sheet.axes(LEFT, upper, WIDE, _tall(rows))
    points = [point for row in rows for point in (0.0, *row.reach())]
    low, top = min(points), max(points)
    if low == top:
        low, top = (-0.1, 0.1) if find("measure", MEASURES, rows[0].name).unit == "share" else (-1.0, 1.0)
    axes.set_xlim(low - 0.06 * (top - low), top + 0.06 * (top - low))
    axes.set_ylim(_tall(rows), 0)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    round_ticks(axes.xaxis, sides.lang, 4)
    axes.axvline(0, color=BLACK, linewidth=0.8, zorder=1)
    down = 0.0
    for row in rows:
        lines = _lines(row)
        middle = down + high(len(lines), TYPE) / 2
        sheet.lines(EDGE, upper + down, lines, TYPE, BLACK)
        for text, right, ink in zip(row.cells(sides.lang), EDGES, INKS, strict=True):
            sheet.lines(right, upper + middle - high(1, TYPE) / 2, [text], SMALL, ink, align="right")
        _bar(axes, row, middle)
        down += high(len(lines), TYPE) + GAP


def _bar(axes: Axes, row: Row, y: float) -> None:
    """Draw the middle 90 % of worlds, the interval of the mean and the mean itself."""
    if row.found.diff is None:
        return
    low, high_ = row.spread
    axes.barh(y, high_ - low, 0.11, low, color=APART.colour, alpha=APART.light, linewidth=0, zorder=2)
    if row.found.ci[0] is not None:
        axes.plot(
            row.found.ci, (y, y), color=APART.colour, linewidth=2.2, zorder=3, label=f"{row.name} interval"
        )
    axes.plot(row.found.diff, y, "o", color=APART.colour, markersize=3.4, zorder=4, label=f"{row.name} mean")


def _keys(sides: Sides) -> list[Key]:
    if sides.worlds == 1:
        return [Key(said("difference", sides.lang), APART)]
    spread = Key(said("worlds_90", sides.lang), APART, APART.light)
    return [Key(said("mean_ci", sides.lang), APART), spread]


def _heads(sides: Sides) -> tuple[str, str, str, str]:
    key = "ci" if sides.worlds > 1 else "difference"
    return (*sides.labels, said(key, sides.lang), said("higher", sides.lang))
