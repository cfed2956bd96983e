"""The page of a family: per measure both sides over the years, and below them what differs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures.family import Family
from analysis.figures.labels import label_lines
from analysis.figures.notes import family_notes
from analysis.figures.panels import (
    difference_limits,
    draw_bands,
    draw_calendar,
    dress,
    level_limits,
    remark,
)
from analysis.figures.sheet import BLACK, EDGE, Key, Sheet
from analysis.figures.sides import Sides
from analysis.figures.style import APART, BASE, GREY, PLAIN, SMALL, VARIANT, WIDTH, evenly, high, styled
from analysis.figures.told import Told, tell
from analysis.figures.words import in_language, rarity, said
from sim.measures import MEASURES
from sim.registry import find

LEFT: Final = 0.62
LOW: Final = 0.72
BETWEEN: Final = 0.10
TICKS: Final = 0.19
APART_ROWS: Final = 0.16
YEARS: Final = 0.14


def page(sides: Sides, family: Family) -> Figure:
    """Draw a family of measures for both sides."""
    with styled():
        return _page(sides, family, [tell(sides, family, name) for name in family.panels])


def _page(sides: Sides, family: Family, measures: Sequence[Told]) -> Figure:
    gap = 0.16 if family.shared else 0.42
    width = (WIDTH - LEFT - EDGE - gap * (family.columns - 1)) / family.columns
    titles = [evenly(family.title(sides, one.name), width, PLAIN, most=4) for one in measures]
    rows = [range(len(titles))[at : at + family.columns] for at in range(0, len(titles), family.columns)]
    above = [high(max(len(titles[place]) for place in row), PLAIN) + 0.05 for row in rows]
    block = family.tall + BETWEEN + LOW + TICKS
    body = sum(above) + len(rows) * (block + APART_ROWS) - APART_ROWS + YEARS
    cut = family.shared and level_limits([side for one in measures for side in one.both], False)[0] > 0
    notes = family_notes(sides, family, cut=cut)
    sheet = Sheet(in_language(family.heading, sides.lang), sides.title, _keys(sides), body, notes)
    top = sheet.top
    for row, room in zip(rows, above, strict=True):
        top += room
        for column, place in enumerate(row):
            left = LEFT + column * (width + gap)
            sheet.lines(left, top - 0.05 - high(len(titles[place]), PLAIN), titles[place], PLAIN, BLACK)
            scale = measures if family.shared else measures[place : place + 1]
            upper = sheet.axes(left, top, width, family.tall)
            lower = sheet.axes(left, top + family.tall + BETWEEN, width, LOW)
            _level(upper, (width, family.tall), sides, measures[place], scale)
            _difference(lower, (width, LOW), sides, measures[place], scale)
            if column == 0:
                _name_sides(upper, lower, width, sides, family, measures[place])
            elif family.shared:
                upper.tick_params(labelleft=False)
                lower.tick_params(labelleft=False)
            if row is rows[-1]:
                words = [said("years", sides.lang)]
                sheet.lines(left + width / 2, top + block - 0.02, words, SMALL, GREY, align="center")
        top += block + APART_ROWS
    return sheet.figure


def _level(axes: Axes, size: tuple[float, float], sides: Sides, one: Told, scale: Sequence[Told]) -> None:
    """Draw both sides of one measure."""
    limits = level_limits([side for other in scale for side in other.both], one.whole)
    dress(axes, sides.weeks, limits, sides.lang, one.whole, 5)
    axes.tick_params(labelbottom=False)
    draw_calendar(axes, sides.weeks)
    if one.empty:
        remark(axes, size, said("no_value", sides.lang))
        return
    for side, told, ink in zip(("base", "variant"), one.both, (BASE, VARIANT), strict=True):
        draw_bands(axes, sides.years, told, ink, side, edged=True)
    if one.rare:
        remark(axes, size, rarity(one.never, sides.lang))
    elif one.same:
        remark(axes, size, said("same", sides.lang))
    else:
        label_lines(axes, size, sides.years, one.both, sides.labels)


def _difference(
    axes: Axes, size: tuple[float, float], sides: Sides, one: Told, scale: Sequence[Told]
) -> None:
    """Draw the paired difference of one measure."""
    limits = difference_limits([other.apart for other in scale], one.whole)
    dress(axes, sides.weeks, limits, sides.lang, one.whole, 4)
    draw_calendar(axes, sides.weeks)
    axes.axhline(0, color=BLACK, linewidth=0.8, zorder=2.5, label="zero")
    if not one.empty:
        draw_bands(axes, sides.years, one.apart, APART, "difference")
    if one.same:
        remark(axes, size, said("no_difference", sides.lang), below=sum(limits) < 0)


def _name_sides(upper: Axes, lower: Axes, width: float, sides: Sides, family: Family, one: Told) -> None:
    """Name the unit at the first panels of a row."""
    unit = "cumulative" if family.told == "cumulative" else find("measure", MEASURES, one.name).unit
    for axes, text in ((upper, said(unit, sides.lang)), (lower, said("difference", sides.lang))):
        axes.set_ylabel(text)
        axes.yaxis.set_label_coords((EDGE + 0.05 - LEFT) / width, 0.5)


def _keys(sides: Sides) -> list[Key]:
    base, variant = sides.labels
    lines = [Key(base, BASE), Key(variant, VARIANT)]
    if sides.worlds == 1:
        return lines
    shades = (("half", APART.dark + APART.light), ("nine_tenths", APART.light))
    return [*lines, *(Key(said(key, sides.lang), APART, shade) for key, shade in shades)]
