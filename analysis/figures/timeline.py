"""A story on paper: time runs down, each event stands beside its moment, for a pair with their trust."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, Protocol

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures.panels import round_ticks
from analysis.figures.saying import phrase
from analysis.figures.sheet import BLACK, EDGE, Key, Sheet
from analysis.figures.style import BASE, GREY, PALE, SMALL, VARIANT, WIDTH, folded, high, styled, wide
from analysis.figures.words import said
from sim.arrays import Floats
from sim.calendar import WEEKS_PER_YEAR

MOST: Final = 34
YEARS: Final = 0.62
STRIP: Final = 1.15
ARM: Final = 0.34
TYPE: Final = SMALL + 0.4


class Happened(Protocol):
    """One thing that happened, in words."""

    @property
    def week(self) -> int: ...
    @property
    def sentence(self) -> str: ...
    @property
    def section(self) -> str: ...
    @property
    def kind(self) -> str: ...


def timeline(
    about: Sequence[str],
    lines: Sequence[Happened],
    weeks: int,
    title: str,
    seed: int,
    lang: str = "en",
    trust: Mapping[str, Floats] | None = None,
) -> Figure:
    """Draw what happened to one actor or between two.

    ``trust`` gives by whose trust it is the weekly values, one more than there are weeks; with it a strip
    beside the years shows how it went. Of many events those of the rarest kinds are kept.
    """
    with styled():
        return _page(about, [line for line in lines if line.sentence], weeks, title, seed, lang, trust or {})


def _page(
    about: Sequence[str],
    lines: Sequence[Happened],
    weeks: int,
    title: str,
    seed: int,
    lang: str,
    trust: Mapping[str, Floats],
) -> Figure:
    kept = _rarest(lines)
    left = YEARS + (STRIP if trust else 0.0)
    room = WIDTH - left - ARM - 2 * EDGE
    texts = [_folded(line, room) for line in kept]
    talls = [high(len(text), TYPE) + 0.045 for text in texts]
    tall = max(3.2, sum(talls) + 0.1, 0.55 * weeks / WEEKS_PER_YEAR)
    notes = [phrase("one_story", lang, seed=seed)]
    if len(kept) < len(lines):
        notes.append(phrase("timeline_most", lang, shown=len(kept), all=len(lines)))
    notes += [phrase("timeline_rules", lang)] if any(line.section for line in kept) else []
    keys = [
        Key(phrase("trust_of", lang, who=who), ink) for who, ink in zip(trust, (BASE, VARIANT), strict=False)
    ]
    heading = phrase("timeline", lang, about=f" {phrase('and', lang)} ".join(about))
    extra = 0.24 if trust else 0.0
    sheet = Sheet(heading, title, keys, tall + extra, " ".join([*notes, said("model", lang)]))
    axes = sheet.axes(0, sheet.top, WIDTH, tall)
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(weeks, 0)
    axes.set_axis_off()
    _years(axes, sheet, left, weeks, tall, lang)
    if trust:
        strip = sheet.axes(YEARS + 0.06, sheet.top, STRIP - 0.16, tall)
        _strip(strip, trust, weeks, lang)
    inch = tall / weeks
    for line, text, top, size in zip(
        kept, texts, _apart([line.week * inch for line in kept], talls, tall), talls, strict=True
    ):
        middle = top + (size - 0.045) / 2 if len(text) == 1 else top + high(1, TYPE) / 2
        elbow = [left, left + 0.1, left + ARM - 0.08, left + ARM - 0.03]
        axes.plot(
            elbow,
            [line.week, line.week, middle / inch, middle / inch],
            color="#9a9a94",
            linewidth=0.5,
            zorder=2,
        )
        axes.plot(left, line.week, "o", color=BLACK, markersize=2.8, zorder=4)
        sheet.lines(left + ARM, sheet.top + top, text, TYPE, BLACK)
        if line.section:
            upper = sheet.top + top + high(len(text) - 1, TYPE) + (TYPE - SMALL) / 72
            sheet.lines(WIDTH - EDGE, upper, [line.section], SMALL, GREY, align="right")
    if not kept:
        sheet.lines(left + ARM, sheet.top + 0.1, [phrase("timeline_none", lang)], TYPE, GREY)
    return sheet.figure


def _folded(line: Happened, room: float) -> list[str]:
    """The sentence in lines that leave room for the section beside them."""
    beside = wide(line.section, SMALL) + 0.12 if line.section else 0.0
    return folded(line.sentence, room - beside, TYPE, most=3)


def _rarest(lines: Sequence[Happened]) -> list[Happened]:
    """At most ``MOST`` lines, those of the rarest kinds, in their order."""
    often = Counter(line.kind for line in lines)
    ranked = sorted(range(len(lines)), key=lambda place: (often[lines[place].kind], place))
    return [lines[place] for place in sorted(ranked[:MOST])]


def _apart(wished: Sequence[float], talls: Sequence[float], room: float) -> list[float]:
    """The tops of blocks near ``wished`` that do not overlap and fit in ``room``."""
    tops = [max(0.0, wish - tall / 2) for wish, tall in zip(wished, talls, strict=True)]
    for place in range(1, len(tops)):
        tops[place] = max(tops[place], tops[place - 1] + talls[place - 1])
    limit = room
    for place in range(len(tops) - 1, -1, -1):
        tops[place] = min(tops[place], limit - talls[place])
        limit = tops[place]
    return tops


def _years(axes: Axes, sheet: Sheet, left: float, weeks: int, tall: float, lang: str) -> None:
    axes.plot([left, left], [0, weeks], color=GREY, linewidth=1.1, zorder=3)
    for year in range(-(-weeks // WEEKS_PER_YEAR)):
        week = year * WEEKS_PER_YEAR
        axes.plot([EDGE, left], [week, week], color="#c9c9c4", linewidth=0.6, zorder=1)
        text = [phrase("year", lang, n=year + 1)]
        sheet.lines(EDGE, sheet.top + week / weeks * tall + 0.02, text, SMALL, GREY)


def _strip(axes: Axes, trust: Mapping[str, Floats], weeks: int, lang: str) -> None:
    values = np.concatenate(list(trust.values()))
    low, top = float(values.min()), float(values.max())
    span = max(0.1, top - low)
    axes.set_xlim(max(0.0, low - 0.1 * span), min(1.0, top + 0.1 * span))
    axes.set_ylim(weeks, 0)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.patch.set_alpha(0.0)
    round_ticks(axes.xaxis, lang, 3)
    axes.grid(axis="x", color=PALE, linewidth=0.8)
    for course, ink in zip(trust.values(), (BASE, VARIANT), strict=False):
        axes.plot(course, np.arange(len(course)), color=ink.colour, linestyle=ink.line, linewidth=1.3)
