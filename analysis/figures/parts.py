"""What goes of a difference with each rule: horizontal bars with the interval of their mean."""

from __future__ import annotations

import math
from typing import Final, Protocol

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures.panels import round_ticks
from analysis.figures.sheet import BLACK, EDGE, Key, Sheet
from analysis.figures.style import APART, BASE, GREY, SMALL, VARIANT, WIDTH, evenly, folded, high, styled
from analysis.figures.words import WORDS, in_language, number, said
from sim.registry import MEASURES, find

LEFT: Final = 2.35
RIGHT: Final = 1.30
ROW: Final = 0.19
MOST: Final = 15


class Piece(Protocol):
    """One rule: what goes with it, and the interval of that."""

    rules: tuple[str, ...]
    part: float
    ci: tuple[float | None, float | None]
    clear: bool


class Whole(Protocol):
    """A measure, the difference in it, and its parts."""

    measure: str
    found: object
    parts: tuple[Piece, ...]
    left: float
    left_ci: tuple[float | None, float | None]


def parts_figure(one: Whole, labels: tuple[str, str], worlds: int, lang: str = "en") -> Figure:
    """Draw the difference, the largest parts below it, and what the parts of all rules leave."""
    with styled():
        return _page(one, labels, worlds, lang)


def _page(one: Whole, labels: tuple[str, str], worlds: int, lang: str) -> Figure:
    measure = find("measure", MEASURES, one.measure)
    rows = _rows(one, lang)
    tall = ROW * len(rows)
    title = said("why_title", lang, base=labels[0], variant=labels[1])
    notes = " ".join([said("why_worlds", lang, n=worlds), said("why_note", lang), said("model", lang)])
    keys = [Key(said("why_with", lang), VARIANT), Key(said("why_against", lang), BASE),
            Key(said("why_ci", lang), APART)]  # fmt: skip
    low, top = one.found.ci  # type: ignore[attr-defined]
    places = 2 if low is None or low == top else max(0, 1 - math.floor(math.log10((top - low) / 2)))
    called = getattr(measure, lang).rstrip(".")
    sheet = Sheet(said("why_heading", lang, measure=called), title, keys, tall + 0.42, notes)
    axes = sheet.axes(LEFT, sheet.top, WIDTH - LEFT - RIGHT, tall)
    _draw(axes, rows, one, lang)
    for place, (name, value, _, weight) in enumerate(rows):
        upper = sheet.top + place * ROW + (ROW - high(1, SMALL)) / 2
        sheet.lines(EDGE, upper, folded(name, LEFT - EDGE - 0.1, SMALL, most=1), SMALL, BLACK, weight=weight)
        sheet.lines(WIDTH - EDGE, upper, [number(f"{value:+.{places}f}", lang)], SMALL, BLACK, align="right")
    unit = evenly(said("why_axis", lang, unit=_unit(measure.unit, lang)), WIDTH - LEFT - RIGHT, SMALL, most=1)
    sheet.lines(LEFT, sheet.top + tall + 0.20, unit, SMALL, GREY)
    return sheet.figure


def _unit(unit: str, lang: str) -> str:
    return in_language(WORDS[unit], lang) if unit in WORDS else unit


Drawn = tuple[str, float, tuple[float | None, float | None], str]


def _rows(one: Whole, lang: str) -> list[Drawn]:
    found = one.found
    moving = [each for each in one.parts if each.part != 0.0][:MOST]
    return [
        (said("why_whole", lang), found.diff or 0.0, found.ci, "bold"),  # type: ignore[attr-defined]
        *((each.rules[0], each.part, each.ci, "bold" if each.clear else "normal") for each in moving),
        (said("why_left", lang), one.left, one.left_ci, "normal"),
    ]


def _draw(axes: Axes, rows: list[Drawn], one: Whole, lang: str) -> None:
    whole = rows[0][1]
    # The last row, what is left, may lie far out: it must not flatten the others.
    reach = [0.0, *(point for _, value, ci, _ in rows[:-1] for point in (value, *ci) if point is not None)]
    low, top = min(reach), max(reach)
    low, top = (low, top) if low < top else (-1.0, 1.0)
    axes.set_xlim(low - 0.06 * (top - low), top + 0.06 * (top - low))
    axes.set_ylim(len(rows), 0)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    round_ticks(axes.xaxis, lang, 5)
    axes.axvline(0, color=BLACK, linewidth=0.8, zorder=1)
    for place, (_, value, ci, _) in enumerate(rows):
        middle = place + 0.5
        ink = VARIANT if value * whole >= 0 else BASE
        ink = APART if place in (0, len(rows) - 1) else ink
        axes.barh(middle, value, 0.56, color=ink.colour, alpha=0.55, linewidth=0, zorder=2)
        if ci[0] is not None:
            axes.plot(ci, (middle, middle), color=APART.colour, linewidth=1.4, zorder=3)
