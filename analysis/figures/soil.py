"""The soil's four conditions over the years in many worlds, and which of them is the scarcest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures.bands import Bands, bands
from analysis.figures.panels import draw_bands, draw_calendar, dress, level_limits
from analysis.figures.saying import phrase
from analysis.figures.sheet import BLACK, EDGE, Key, Sheet
from analysis.figures.style import BASE, GREY, PLAIN, SMALL, WIDTH, high, styled
from analysis.figures.words import said
from analysis.intervals import mean_of
from sim.arrays import Floats
from sim.calendar import COUNCIL_WEEKS, WEEKS_PER_YEAR

FOUR: Final = ("soil_knowing", "soil_trust", "soil_urgency", "soil_vision")
NEEDED: Final = (*FOUR, "soil_conjunction")
# Light to dark, so that the stack reads in grey.
STACK: Final = dict(zip(FOUR, ("#f0c987", "#8fc4bb", BASE.colour, "#303030"), strict=True))
LEFT: Final = 0.52
TALL: Final = 1.5


def soil_table(weekly: Floats, names: Sequence[str]) -> pd.DataFrame:
    """Per condition: the mean of the last year with its interval, and how often it is the scarcest then."""
    last = weekly[:, -WEEKS_PER_YEAR:, :]
    lowest = _lowest(last, names)
    rows = []
    for name in NEEDED:
        scarce = float((lowest == FOUR.index(name)).mean()) if name in FOUR else float("nan")
        rows.append((name, *mean_of(last[:, :, list(names).index(name)].mean(axis=1)), scarce))
    return pd.DataFrame(rows, columns=["condition", "mean", "low", "high", "worlds", "scarcest"])


def soil(weekly: Floats, names: Sequence[str], title: str, lang: str = "en") -> Figure:
    """Draw ``weekly`` [worlds, weeks, measures] of one strategy; ``names`` are those of the last axis."""
    with styled():
        return _page(weekly, names, title, lang)


def _lowest(weekly: Floats, names: Sequence[str]) -> Floats:
    columns = [list(names).index(name) for name in FOUR]
    return np.asarray(weekly[:, :, columns].argmin(axis=2))


def _page(weekly: Floats, names: Sequence[str], title: str, lang: str) -> Figure:
    worlds, weeks = weekly.shape[:2]
    gap, between = 0.34, 0.52
    width = (WIDTH - LEFT - EDGE - 2 * gap) / 3
    above = high(2, PLAIN) + 0.05
    body = 2 * (above + TALL) + between + 0.34
    keys = [
        Key(phrase("median", lang), BASE),
        Key(said("half", lang), BASE, 0.5),
        Key(said("nine_tenths", lang), BASE, 0.15),
    ]
    sheet = Sheet(phrase("soil", lang), title, keys if worlds > 1 else (), body, _notes(worlds, weeks, lang))
    told = {name: bands(weekly[:, :, list(names).index(name)]) for name in NEEDED}
    limits = level_limits([told[name] for name in FOUR], False)
    for place, name in enumerate((*FOUR, "soil_conjunction", "soil_scarce")):
        row, column = divmod(place, 3)
        left, top = LEFT + column * (width + gap), sheet.top + above + row * (above + TALL + between)
        sheet.lines(left, top - above, [phrase(name, lang)], PLAIN, BLACK, weight="bold")
        axes = sheet.axes(left, top, width, TALL)
        if name == "soil_scarce":
            _scarce(axes, (width, TALL), weekly, names, lang)
            sheet.lines(left, top - above + high(1, PLAIN), [phrase("share_worlds", lang)], SMALL, GREY)
        else:
            own = limits if name in FOUR else level_limits([told[name]], False)
            _level(axes, told[name], own, weeks, lang)
            words = mean_of(weekly[:, -WEEKS_PER_YEAR:, list(names).index(name)].mean(axis=1)).words(lang, 2)
            sheet.lines(left, top - above + high(1, PLAIN), [words], SMALL, GREY)
        sheet.lines(left + width / 2, top + TALL + 0.17, [said("years", lang)], SMALL, GREY, align="center")
    return sheet.figure


def _level(axes: Axes, told: Bands, limits: tuple[float, float], weeks: int, lang: str) -> None:
    dress(axes, weeks, limits, lang, False, 5)
    draw_calendar(axes, weeks)
    draw_bands(axes, np.arange(1, weeks + 1) / WEEKS_PER_YEAR, told, BASE, "world")


def _scarce(axes: Axes, size: tuple[float, float], weekly: Floats, names: Sequence[str], lang: str) -> None:
    """Stack the shares of worlds in which each condition is the lowest; name what is large enough."""
    weeks = weekly.shape[1]
    lowest = _lowest(weekly, names)
    years = np.arange(1, weeks + 1) / WEEKS_PER_YEAR
    shares = np.array([(lowest == number).mean(axis=0) for number in range(len(FOUR))])
    dress(axes, weeks, (0.0, 1.0), lang, False, 5)
    edges = np.vstack([np.zeros(weeks), shares.cumsum(axis=0)])
    for number, name in enumerate(FOUR):
        axes.fill_between(years, edges[number], edges[number + 1], color=STACK[name], linewidth=0, step="mid")
        at = int(np.argmax(shares[number]))
        where = np.flatnonzero(shares[number] > 0.18)
        if not len(where):
            continue
        at = int(np.clip(where[np.argmin(np.abs(where - np.median(where)))], 0.2 * weeks, 0.8 * weeks))
        middle = float(edges[number][at] + shares[number][at] / 2)
        dark = number >= 2
        axes.text(
            years[at], middle, phrase(name, lang), size=SMALL, weight="bold", ha="center", va="center",
            color="white" if dark else BLACK,
        )  # fmt: skip


def _notes(worlds: int, weeks: int, lang: str) -> str:
    base = said("bands", lang) if worlds > 1 else ""
    counted = f"{worlds} {'werelden' if lang == 'nl' else 'worlds'}." if worlds > 1 else ""
    calendar = "council" if weeks > COUNCIL_WEEKS else "summers" if weeks >= WEEKS_PER_YEAR else ""
    parts = [counted, base, phrase("soil_note", lang), phrase("chance_only", lang) if worlds > 1 else ""]
    parts += [said(calendar, lang)] if calendar else []
    return " ".join(part for part in [*parts, said("model", lang)] if part)
