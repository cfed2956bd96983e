"""One panel: both sides over the years, or the paired difference between them."""

from __future__ import annotations

from typing import Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.ticker import FuncFormatter, MaxNLocator

from analysis.figures.bands import Bands
from analysis.figures.style import GREY, HALO, PALE, SMALL, Ink, evenly, high
from analysis.figures.words import number
from sim.arrays import Floats
from sim.calendar import COUNCIL_WEEKS, HOLIDAYS, WEEKS_PER_YEAR

# No panel zooms in on shares further than this.
LEAST_SHARE: Final = 0.05


def draw_bands(axes: Axes, years: Floats, told: Bands, ink: Ink, side: str, *, edged: bool = False) -> None:
    """Draw a median with its two bands; the artists carry ``side`` in their labels.

    ``edged`` marks the light band with thin lines, where another one overlaps it.
    """
    if len(years) == 1:  # one week is a value that holds from its beginning to its end
        years = np.array([0.0, years[0]])
        told = Bands(*(np.repeat(points, 2) for points in told))
    for low, top, alpha, name in (
        (told.low90, told.high90, ink.light, "90 %"),
        (told.low50, told.high50, ink.dark, "50 %"),
    ):
        axes.fill_between(
            years, low, top, color=ink.colour, alpha=alpha, linewidth=0, label=f"{side} {name}", zorder=2
        )
    for edge in (told.low90, told.high90) if edged else ():
        axes.plot(years, edge, color=ink.colour, linestyle=ink.line, linewidth=0.5, alpha=0.55, zorder=2.5)
    axes.plot(
        years,
        told.median,
        color=ink.colour,
        linestyle=ink.line,
        linewidth=1.4,
        label=f"{side} median",
        zorder=3,
    )


def draw_calendar(axes: Axes, weeks: int) -> None:
    """Shade the summer holidays and mark each new council period."""
    summer = _summer()
    for year in range(-(-weeks // WEEKS_PER_YEAR)):
        start, end = ((year * WEEKS_PER_YEAR + week) / WEEKS_PER_YEAR for week in (summer[0], summer[-1] + 1))
        if end <= weeks / WEEKS_PER_YEAR:
            axes.axvspan(start, end, color=PALE, linewidth=0, zorder=0)
    for week in range(COUNCIL_WEEKS, weeks, COUNCIL_WEEKS):
        axes.axvline(week / WEEKS_PER_YEAR, color=GREY, linewidth=0.7, linestyle=(0, (1, 2)), zorder=1)


def _summer() -> list[int]:
    """The weeks of the longest holiday of a year, from 0."""
    runs: list[list[int]] = []
    for week in sorted(HOLIDAYS):
        if runs and week == runs[-1][-1] + 1:
            runs[-1].append(week)
        else:
            runs.append([week])
    return max(runs, key=len)


def level_limits(told: list[Bands], whole: bool) -> tuple[float, float]:
    """Limits that hold all bands with room for labels; from 0 unless that would waste most of the panel."""
    low, top = _reach(told)
    if whole:
        top = max(top, 1.0)
    if whole or low < 0.4 * top:
        low = 0.0
    if top - low < LEAST_SHARE:
        top = low + LEAST_SHARE
    span = top - low
    return (low - 0.04 * span if low == 0 else low - 0.2 * span), top + 0.2 * span


def difference_limits(told: list[Bands], whole: bool) -> tuple[float, float]:
    """Limits that hold all bands and the zero line."""
    low, top = _reach(told)
    low, top = min(low, 0.0), max(top, 0.0)
    least = 2.0 if whole else 0.02
    if top - low < least:
        low, top = low - least / 2, top + least / 2
    return low - 0.08 * (top - low), top + 0.08 * (top - low)


def _reach(told: list[Bands]) -> tuple[float, float]:
    """Return the lowest and highest point of all bands; 0 and 0 when they are empty."""
    points = np.concatenate([np.concatenate([one.low90, one.high90]) for one in told])
    points = points[np.isfinite(points)]
    return (float(points.min()), float(points.max())) if len(points) else (0.0, 0.0)


def dress(axes: Axes, weeks: int, limits: tuple[float, float], lang: str, whole: bool, ticks: int) -> None:
    """Set limits and ticks: years below, few round numbers at the side."""
    axes.set_xlim(0, weeks / WEEKS_PER_YEAR)
    axes.set_ylim(*limits)
    round_ticks(axes.xaxis, lang, 5, whole=weeks >= 2 * WEEKS_PER_YEAR)
    round_ticks(axes.yaxis, lang, ticks, whole=whole)


def round_ticks(axis: Axis, lang: str, most: int, *, whole: bool = False) -> None:
    """Give an axis about ``most`` round numbers, written as the language does."""
    steps, fewest = ([1, 2, 5, 10] if most > 4 else [1, 2, 4, 5, 10]), (2 if whole else 3)
    axis.set_major_locator(MaxNLocator(most, steps=steps, integer=whole, min_n_ticks=fewest))
    axis.set_major_formatter(FuncFormatter(lambda value, _: number(f"{round(value, 6) + 0.0:,g}", lang)))


def remark(axes: Axes, size: tuple[float, float], text: str, *, below: bool = False) -> None:
    """Say at the upper or lower side of a panel what it would not show; ``size`` is its size in inches."""
    width, height = size
    lines = evenly(text, width - 0.1, SMALL)
    top = height - 0.05 - high(len(lines), SMALL) if below else 0.05
    for place, line in enumerate(lines):
        middle = 1 - (top + high(place, SMALL) + 0.6 * SMALL / 72) / height
        written = axes.text(0.5, middle, line, transform=axes.transAxes, ha="center", va="center", zorder=5)
        written.set(size=SMALL, style="italic", color=GREY, path_effects=HALO)
