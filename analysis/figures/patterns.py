"""Verdicts and what they need: a row per pattern, its share of parameter worlds, and the knock-out matrix.

Verdicts differ in colour, in lightness and in the form of their mark, so that they stay apart for the
colour-blind and in grey.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures.style import GREY, PALE, SMALL, styled
from analysis.patterns.judging import CARRIES, NEEDED, Verdict

ROW: Final = 0.17
COLUMN: Final = 0.115
LEFT, SHARES, TOP, BOTTOM = 1.55, 2.1, 0.75, 1.35
COLOUR: Final = {"holds": "#00558c", "partly": "#e69f00", "fails": "#d55e00"}
MARK: Final = {"holds": "o", "partly": "D", "fails": "X"}
SAID: Final = {
    "en": {
        "holds": "holds",
        "partly": "partly",
        "fails": "fails",
        "title": "Patterns of the report in the runs",
        "share": "share of parameter worlds (weakest claim)",
        NEEDED: "falls without this rule",
        CARRIES: "a quarter or more of the main effect goes with it",
        "worlds": "{0} worlds at the defaults; {1} parameter worlds of {2}. Open: not right by chance.",
    },
    "nl": {
        "holds": "houdt",
        "partly": "deels",
        "fails": "houdt niet",
        "title": "Patronen van het rapport in de runs",
        "share": "deel van de parameterwerelden (zwakste bewering)",
        NEEDED: "valt weg zonder deze regel",
        CARRIES: "een kwart of meer van het hoofdeffect hoort erbij",
        "worlds": "{0} werelden met standaardwaarden; {1} parameterwerelden van {2}. Open: niet "
        "zeker bij toeval.",
    },
}


def patterns_figure(
    found: Sequence[Verdict], seeds: int, worlds: int, inner: int, lang: str = "en"
) -> Figure:
    """Draw the verdicts and, where rules were taken out, which of them each pattern needs."""
    needs = [one.needs() for one in found]
    rules = [rule for rule in _rules(found) if any(rule in one for one in needs)]
    with styled():
        wide = LEFT + SHARES + (0.3 + COLUMN * len(rules) if rules else 0.0) + 0.2
        tall = TOP + ROW * len(found) + (BOTTOM if rules else 0.6)
        figure = Figure(figsize=(max(wide, 5.2), tall))
        low = (BOTTOM if rules else 0.6) / tall
        high = ROW * len(found) / tall
        width = figure.get_size_inches()[0]
        shares = figure.add_axes((LEFT / width, low, SHARES / width, high))
        _shares(shares, found, lang)
        if rules:
            place = (LEFT + SHARES + 0.2) / width
            matrix = figure.add_axes((place, low, COLUMN * len(rules) / width, high))
            _matrix(matrix, needs, rules)
        _words(figure, bool(rules), (seeds, worlds, inner), lang)
    return figure


def _rules(found: Sequence[Verdict]) -> list[str]:
    return list(dict.fromkeys(rule for one in found for rule in one.without))


def _rows(axes: Axes, count: int) -> None:
    axes.set_ylim(count - 0.5, -0.5)
    for row in range(0, count, 2):
        axes.axhspan(row - 0.5, row + 0.5, color=PALE, zorder=0, linewidth=0)


def _shares(axes: Axes, found: Sequence[Verdict], lang: str) -> None:
    _rows(axes, len(found))
    axes.axvline(0.8, color=GREY, linewidth=0.8)
    axes.axvline(0.5, color=GREY, linewidth=0.8, linestyle=(0, (2, 2)))
    for row, one in enumerate(found):
        weak = one.weakest
        colour = COLOUR[one.verdict]
        axes.plot(
            weak.share,
            row,
            MARK[one.verdict],
            markersize=4.6,
            markeredgecolor=colour,
            markerfacecolor=colour if weak.chance.right else "white",
            clip_on=False,
            zorder=3,
        )
    axes.set_yticks(range(len(found)), [one.pattern.id for one in found])
    # A mark at either end does not touch the name beside it.
    axes.set_xlim(-0.03, 1.03)
    axes.set_xticks([0, 0.5, 0.8, 1], ["0", "50 %", "80 %", "100 %"])
    axes.set_xlabel(SAID[lang]["share"])
    axes.tick_params(axis="y", length=0)


def _matrix(axes: Axes, needs: Sequence[dict[str, str]], rules: Sequence[str]) -> None:
    _rows(axes, len(needs))
    for how, mark, size, face in ((NEEDED, "s", 4.4, "#00558c"), (CARRIES, "o", 3.4, "white")):
        spots = [
            (column, row)
            for row, one in enumerate(needs)
            for column, rule in enumerate(rules)
            if one.get(rule) == how
        ]
        if spots:
            x, y = np.array(spots).T
            axes.plot(
                x, y, mark, markersize=size, markerfacecolor=face, markeredgecolor="#00558c", linestyle="none"
            )
    axes.set_xlim(-0.6, len(rules) - 0.4)
    axes.set_xticks(range(len(rules)), rules, rotation=90, fontsize=SMALL - 1)
    axes.set_yticks([])
    for name in ("left", "bottom"):
        axes.spines[name].set_visible(False)
    axes.tick_params(axis="x", length=0)


def _words(figure: Figure, matrix: bool, worlds: tuple[int, int, int], lang: str) -> None:
    words = SAID[lang]
    tall = figure.get_size_inches()[1]
    figure.text(0.02, 1 - 0.14 / tall, words["title"], va="top", fontsize=10.5, fontweight="bold")
    x = 0.02
    for how in ("holds", "partly", "fails"):
        figure.text(x, 1 - 0.42 / tall, f"{_sign(how)} {words[how]}", va="top", color=COLOUR[how])
        x += 0.11
    if matrix:
        told = f"\u25a0 {words[NEEDED]}   \u25cb {words[CARRIES]}"
        figure.text(x + 0.02, 1 - 0.42 / tall, told, va="top", color="#00558c")
    note = words["worlds"].format(*worlds)
    figure.text(0.02, 0.08 / tall, note, va="bottom", fontsize=SMALL, color=GREY)


def _sign(how: str) -> str:
    return {"holds": "\u25cf", "partly": "\u25c6", "fails": "\u2716"}[how]
