"""Figures of a sweep: what came out by group, what differs, what matters, and how it went week by week."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from analysis.figures.bands import bands
from analysis.figures.panels import draw_bands, draw_calendar, dress, level_limits, round_ticks
from analysis.figures.sheet import BLACK, EDGE, Key, Sheet
from analysis.figures.style import APART, BASE, GREY, PALE, SMALL, WIDTH, evenly, folded, high, styled
from analysis.figures.words import said
from sim.calendar import WEEKS_PER_YEAR

LEFT: Final = 2.75
RIGHT: Final = 1.75
PAD: Final = 0.07
MOST_FANS: Final = 9


class Line(NamedTuple):
    """One row: its name, its value with both ends of an interval (NaN for none), and the value in words."""

    name: str
    value: float
    low: float
    high: float
    words: str


def rows(
    lines: Sequence[Line],
    heading: str,
    title: str,
    axis: str,
    notes: str,
    *,
    lang: str = "en",
    bars: bool = False,
    zero: bool = False,
) -> Figure:
    """Draw one line for each name: a dot, or a bar from 0, with its interval, and the numbers beside it.

    ``zero`` marks 0, as where the values are differences.
    """
    with styled():
        names = [folded(line.name, LEFT - EDGE - 0.1, SMALL, most=3) for line in lines]
        talls = [high(len(name), SMALL) + PAD for name in names]
        tall = max(0.3, sum(talls))
        sheet = Sheet(heading, title, (), tall + 0.42, notes)
        axes = sheet.axes(LEFT, sheet.top, WIDTH - LEFT - RIGHT, tall)
        points = [
            point for line in lines for point in (line.value, line.low, line.high) if np.isfinite(point)
        ]
        points += [0.0] if bars or zero else []
        low, top = (min(points), max(points)) if points else (0.0, 1.0)
        low, top = (low, top) if low < top else (low - 0.5, top + 0.5)
        axes.set_xlim(low - 0.06 * (top - low), top + 0.06 * (top - low))
        axes.set_ylim(tall, 0)
        axes.set_yticks([])
        axes.spines["left"].set_visible(False)
        round_ticks(axes.xaxis, lang, 5)
        if bars or zero:
            axes.axvline(0, color=BLACK, linewidth=0.8, zorder=1)
        down = 0.0
        for line, name, room in zip(lines, names, talls, strict=True):
            middle = down + (room - PAD) / 2
            axes.axhline(middle, color=PALE, linewidth=0.8, zorder=0)
            sheet.lines(EDGE, sheet.top + down, name, SMALL, BLACK)
            upper = sheet.top + middle - high(1, SMALL) / 2
            sheet.lines(WIDTH - EDGE, upper, [line.words], SMALL, BLACK, align="right")
            ink = APART if zero else BASE
            if bars and np.isfinite(line.value):
                axes.barh(middle, line.value, 0.09, color=ink.colour, alpha=0.45, linewidth=0, zorder=2)
            elif np.isfinite(line.value):
                axes.plot(line.value, middle, "o", color=ink.colour, markersize=3.6, zorder=4)
            if np.isfinite(line.low):
                axes.plot([line.low, line.high], [middle, middle], color=ink.colour, linewidth=1.8, zorder=3)
            down += room
        sheet.lines(
            LEFT, sheet.top + tall + 0.2, evenly(axis, WIDTH - LEFT - EDGE, SMALL, most=1), SMALL, GREY
        )
        return sheet.figure


def fans(
    weekly: pd.DataFrame, measure: str, heading: str, title: str, notes: str, lang: str = "en"
) -> Figure:
    """Draw the median over worlds of each group through the years, with the middle 50 and 90 % of worlds.

    ``weekly`` has group, run_id, week and the measure; at most nine groups are drawn, on one scale.
    """
    with styled():
        groups = list(dict.fromkeys(weekly["group"]))[:MOST_FANS]
        told = {}
        for group in groups:
            part = weekly[weekly["group"] == group]
            told[group] = part.pivot_table(
                index="run_id", columns="week", values=measure, dropna=False
            ).to_numpy()
        columns = min(3, len(groups))
        left, gap, tall = 0.55, 0.2, 1.35
        width = (WIDTH - left - EDGE - gap * (columns - 1)) / columns
        names = [evenly(f"{group} (n={len(told[group])})", width, SMALL, most=4) for group in groups]
        lines = [range(len(groups))[at : at + columns] for at in range(0, len(groups), columns)]
        above = [high(max(len(names[place]) for place in line), SMALL) + 0.05 for line in lines]
        foot = 0.42
        keys = [Key(said("half", lang), BASE, 0.5), Key(said("nine_tenths", lang), BASE, 0.15)]
        sheet = Sheet(heading, title, keys, sum(above) + len(lines) * (tall + foot), notes)
        drawn = {group: bands(values) for group, values in told.items()}
        limits = level_limits(list(drawn.values()), False)
        top = sheet.top
        for line, room in zip(lines, above, strict=True):
            for column, place in enumerate(line):
                at = left + column * (width + gap)
                sheet.lines(
                    at, top + room - 0.04 - high(len(names[place]), SMALL), names[place], SMALL, BLACK
                )
                axes = sheet.axes(at, top + room, width, tall)
                weeks = told[groups[place]].shape[1]
                dress(axes, weeks, limits, lang, False, 5)
                draw_calendar(axes, weeks)
                draw_bands(
                    axes, np.arange(1, weeks + 1) / WEEKS_PER_YEAR, drawn[groups[place]], BASE, "world"
                )
                if column:
                    axes.tick_params(labelleft=False)
                middle = at + width / 2
                sheet.lines(
                    middle, top + room + tall + 0.17, [said("years", lang)], SMALL, GREY, align="center"
                )
            top += room + tall + foot
        return sheet.figure
