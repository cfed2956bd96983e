"""Figures of a sweep: outcomes by factor, fans over the weeks, bars of a sensitivity analysis."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from analysis.figures.style import GREY, WIDTH

# Okabe and Ito's colours, apart in grey as well through the line style.
COLOURS: Final = ("#00558c", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#303030", "#56b4e9", "#8c6d31")
LINES: Final = ("solid", "dashed", "dotted", "dashdot")
MOST_FANS: Final = 6


def outcomes(table: pd.DataFrame, title: str) -> Figure:
    """One line per group: its mean with the 95 % interval, and how many worlds that stands on.

    ``table`` has mean, low, high and worlds, with the label of the group as index.
    """
    figure = Figure(figsize=(WIDTH, 1.2 + 0.28 * len(table)), layout="constrained")
    axes = figure.subplots()
    place = np.arange(len(table))[::-1]
    axes.hlines(place, table["low"], table["high"], color=COLOURS[0], linewidth=2)
    axes.plot(table["mean"], place, "o", color=COLOURS[0])
    axes.set_yticks(
        place, [f"{label} (n={n})" for label, n in zip(table.index, table["worlds"], strict=True)]
    )
    axes.set_ylim(-0.7, len(table) - 0.3)
    axes.set_title(title, loc="left")
    axes.set_xlabel("mean over worlds, with its 95 % interval", color=GREY)
    axes.grid(axis="x", alpha=0.3)
    return figure


def fans(weekly: pd.DataFrame, measure: str, title: str) -> Figure:
    """The median over worlds of each group through the weeks, with the middle 50 and 90 % of the worlds.

    ``weekly`` has group, week and the measure; at most six groups are drawn, each in a panel of its own.
    """
    groups = list(dict.fromkeys(weekly["group"]))[:MOST_FANS]
    columns = min(3, len(groups))
    rows = -(-len(groups) // columns)
    figure = Figure(figsize=(WIDTH, 0.6 + 1.9 * rows), layout="constrained")
    panels = figure.subplots(rows, columns, sharex=True, sharey=True, squeeze=False).ravel()
    for number, (axes, group) in enumerate(zip(panels, groups, strict=False)):
        part = weekly[weekly["group"] == group]
        points = part.groupby("week")[measure].quantile([0.05, 0.25, 0.5, 0.75, 0.95]).unstack()
        colour = COLOURS[number % len(COLOURS)]
        axes.fill_between(points.index, points[0.05], points[0.95], color=colour, alpha=0.18, linewidth=0)
        axes.fill_between(points.index, points[0.25], points[0.75], color=colour, alpha=0.34, linewidth=0)
        axes.plot(points.index, points[0.5], color=colour)
        axes.set_title(f"{group} (n={part['run_id'].nunique()})", loc="left", fontsize="small")
    for axes in panels[len(groups) :]:
        axes.set_visible(False)
    figure.suptitle(f"{title}: median, middle 50 and 90 % of worlds, by week", x=0.01, ha="left")
    return figure


def bars(names: Sequence[str], values: np.ndarray, errors: np.ndarray, title: str, axis: str) -> Figure:
    """The largest of a ranking, each with its confidence."""
    figure = Figure(figsize=(WIDTH, 1.0 + 0.26 * len(names)), layout="constrained")
    axes = figure.subplots()
    place = np.arange(len(names))[::-1]
    axes.barh(place, values, xerr=errors, color=COLOURS[0], height=0.6, ecolor=GREY, capsize=2)
    axes.set_yticks(place, names)
    axes.set_ylim(-0.7, len(names) - 0.3)
    axes.axvline(0, color=GREY, linewidth=0.8)
    axes.set_title(title, loc="left")
    axes.set_xlabel(axis, color=GREY)
    return figure
