"""The network of actors over time: who knows whose face, who works together, year by year in one world."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures.crowd import Group, groups_of, moments, one_run
from analysis.figures.saying import phrase
from analysis.figures.sheet import BLACK, EDGE, Key, Sheet
from analysis.figures.style import BASE, GREY, SMALL, VARIANT, WIDTH, Ink, folded, high, styled
from analysis.figures.words import number, said
from sim.calendar import WEEKS_PER_YEAR

NAMES: Final = 1.22
COLUMNS: Final = 3
BETWEEN: Final = 0.16
FACE: Final = 0.5  # as sim.phases.network counts ties
TIE: Final = Ink("#b4b4ae", GREY, "solid", 0.3, 0.15)
DESIGN: Final = Ink("#303030", "#303030", (0, (1, 1.2)), 0.3, 0.15)
MOST_GROUPS: Final = 12


def ties_table(relations: pd.DataFrame) -> pd.DataFrame:
    """Per run and moment: how many pairs know each other's face, and how many work together."""
    rows = relations[relations["week"].isin(moments(relations["week"].unique().tolist()))]
    face = np.minimum(rows["worker_knows_face"], rows["professional_knows_face"]) > FACE
    alive = rows["collaboration_alive"] > 0
    counted = rows[["run_id", "week"]].assign(
        know_face=face, together=alive, on_location=alive & (rows["collaboration_model"] == 2)
    )
    return counted.groupby(["run_id", "week"], sort=False).sum().reset_index()


def network(
    relations: pd.DataFrame, title: str, seed: int, lang: str = "en", run_id: str | None = None
) -> Figure:
    """Draw the pairs of one run at the start and after each year, with counts over all runs of the table."""
    with styled():
        return _page(relations, one_run(relations, run_id), title, seed, lang)


def _page(relations: pd.DataFrame, one: pd.DataFrame, title: str, seed: int, lang: str) -> Figure:
    left, right = groups_of(one["professional"].tolist()), groups_of(one["worker"].tolist())
    cut = max(len(left), len(right)) > MOST_GROUPS
    left, right = (_largest(groups) for groups in (left, right))
    weeks = moments(one["week"].unique().tolist())
    rows = -(-len(weeks) // COLUMNS)
    tall = max(1.7, 0.085 * max(_rows(left), _rows(right)))
    foot = high(3, SMALL) + 0.16
    width = (WIDTH - 2 * NAMES - (COLUMNS - 1) * BETWEEN) / COLUMNS
    counts, worlds = ties_table(relations), relations["run_id"].nunique()
    parts = [phrase("one_story", lang, seed=seed), phrase("network_note", lang)]
    parts += [phrase("ninety", lang, n=worlds)] if worlds > 1 else []
    parts += [phrase("most_shown", lang, n=MOST_GROUPS)] if cut else []
    sheet = Sheet(
        phrase("network", lang),
        title,
        _keys(lang),
        rows * (tall + foot),
        " ".join([*parts, said("model", lang)]),
    )
    for place, week in enumerate(weeks):
        row, column = divmod(place, COLUMNS)
        at = NAMES + column * (width + BETWEEN)
        top = sheet.top + row * (tall + foot)
        axes = sheet.axes(at, top, width, tall)
        _draw(axes, one[one["week"] == week], left, right)
        words = [_moment(week, lang), *_counted(counts, one["run_id"].iloc[0], week, worlds, lang)]
        sheet.lines(at + width / 2, top + tall + 0.03, words[:1], SMALL, BLACK, weight="bold", align="center")
        sheet.lines(
            at + width / 2, top + tall + 0.03 + high(1, SMALL), words[1:], SMALL, BLACK, align="center"
        )
        last = column == min(COLUMNS, len(weeks) - row * COLUMNS) - 1
        if column == 0:
            _names(sheet, left, NAMES - 0.1, top, tall, "right")
        if last:
            _names(sheet, right, at + width + 0.1, top, tall, "left")
    return sheet.figure


def _largest(groups: Sequence[Group]) -> list[Group]:
    kept = set(sorted(groups, key=lambda one: -len(one.people))[:MOST_GROUPS])
    return [one for one in groups if one in kept]


def _rows(groups: Sequence[Group]) -> float:
    return sum(len(one.people) for one in groups) + 0.9 * (len(groups) - 1)


def _places(groups: Sequence[Group]) -> tuple[dict[str, float], list[tuple[float, float]]]:
    """How far down everyone stands, from 0 to 1, and where each group begins and ends."""
    rows, at = _rows(groups), 0.0
    people: dict[str, float] = {}
    spans = []
    for one in groups:
        start = at
        for name in one.people:
            people[name] = (at + 0.5) / rows
            at += 1
        spans.append((start / rows, at / rows))
        at += 0.9
    return people, spans


def _draw(axes: Axes, rows: pd.DataFrame, left: Sequence[Group], right: Sequence[Group]) -> None:
    axes.set_xlim(-0.02, 1.02)
    axes.set_ylim(1, 0)
    axes.set_axis_off()
    (one, spans), (two, others) = _places(left), _places(right)
    for side, column in ((0.0, spans), (1.0, others)):
        for start, end in column:
            axes.plot(
                [side, side], [start, end], color="#d8d8d2", linewidth=4.5, solid_capstyle="round", zorder=1
            )
    for place, known in ((0.0, one), (1.0, two)):
        axes.plot([place] * len(known), list(known.values()), "o", color=BLACK, markersize=2.2, zorder=5)
    for row in rows.itertuples():
        if row.professional not in one or row.worker not in two:
            continue
        ends = [one[row.professional], two[row.worker]]
        if row.collaboration_alive:
            designed, anchored = row.collaboration_designed > 0, row.collaboration_anchored > 0
            ink = (VARIANT if row.collaboration_model == 2 else BASE) if designed else DESIGN
            thick = 2.6 if anchored else 1.3
            axes.plot([0, 1], ends, color=ink.colour, linestyle=ink.line, linewidth=thick, zorder=4)
        elif min(row.worker_knows_face, row.professional_knows_face) > FACE:
            axes.plot([0, 1], ends, color=TIE.colour, linewidth=0.4, zorder=2)


def _moment(week: int, lang: str) -> str:
    if week == 0:
        return phrase("start", lang)
    years, rest = divmod(week, WEEKS_PER_YEAR)
    if rest:
        return phrase("after_weeks", lang, weeks=week)
    return phrase("after_one", lang) if years == 1 else phrase("after", lang, years=years)


def _counted(counts: pd.DataFrame, run_id: str, week: int, worlds: int, lang: str) -> list[str]:
    here = counts[counts["week"] == week]
    mine = here[here["run_id"] == run_id].iloc[0]
    told = []
    for key, column in (("faces", "know_face"), ("together", "together")):
        spread = ""
        if worlds > 1:
            low, high_ = (number(f"{here[column].quantile(q):.0f}", lang) for q in (0.05, 0.95))
            spread = f" ({low} {said('to', lang)} {high_})"
        told.append(phrase(key, lang, n=int(mine[column]), spread=spread))
    return told


def _names(sheet: Sheet, groups: Sequence[Group], at: float, top: float, tall: float, align: str) -> None:
    below = top - 1.0
    for one, (start, end) in zip(groups, _places(groups)[1], strict=True):
        lines = folded(one.name, NAMES - 0.1 - EDGE, SMALL, most=2)
        upper = max(below, top + (start + end) / 2 * tall - high(len(lines), SMALL) / 2)
        sheet.lines(at, upper, lines, SMALL, BLACK, align=align)  # type: ignore[arg-type]
        below = upper + high(len(lines), SMALL)


def _keys(lang: str) -> list[Key]:
    inks = (("know_face", TIE), ("designing", DESIGN), ("referring", BASE), ("on_location", VARIANT))
    return [Key(phrase(name, lang), ink) for name, ink in inks]
