"""Collaborations as lives: each a line from its start to its end, with what happened on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures.crowd import spoken
from analysis.figures.panels import draw_calendar, round_ticks
from analysis.figures.saying import phrase
from analysis.figures.sheet import BLACK, EDGE, Key, Sheet
from analysis.figures.style import BASE, GREY, SMALL, VARIANT, WIDTH, Ink, high, shortened, styled, wide
from analysis.figures.words import number, said
from sim.calendar import WEEKS_PER_YEAR

LEFT: Final = 3.55
FIRST: Final = 1.92  # room for the name of the professional
ROW: Final = 0.135
MOST: Final = 45
DESIGN: Final = Ink("#b9b9b3", GREY, "solid", 1.0, 1.0)
PRACTICE: Final = BASE
ANCHORED: Final = Ink("#08304f", "#08304f", "solid", 1.0, 1.0)
ENDS: Final = {
    "ended_by_strain": "x",
    "ended_with_guide": "s",
    "ended_by_withdrawal": "v",
    "ended_by_departure": "o",
    "ended_by_drift": "D",
    "ended_by_municipality": "P",
}
MOMENTS: Final = ("collaboration_started", "collaboration_designed", "collaboration_anchored", *ENDS)


@dataclass
class Life:
    """One collaboration: the weeks in which it began, was designed, anchored and ended."""

    professional: str
    worker: str
    start: int
    designed: int | None = None
    anchored: int | None = None
    end: int | None = None
    how: str = ""
    misunderstandings: list[int] = field(default_factory=list)

    def length(self, weeks: int) -> int:
        """How many weeks it lasted, of those that were run."""
        return (weeks if self.end is None else self.end) - self.start


def lives_of(events: pd.DataFrame) -> list[Life]:
    """The collaborations in the events of one run, in order of their start; also those begun before it."""
    found: list[Life] = []
    now: dict[tuple[str, str], Life] = {}
    # Within a week what is agreed is told before the start: a start comes first, an end last.
    order = events["kind"].map({"collaboration_started": 0, **dict.fromkeys(ENDS, 2)}).fillna(1)
    told = events.assign(order=order).sort_values(["week", "order"], kind="stable")
    for row in told[told["kind"].isin([*MOMENTS, "misunderstanding", "attention_moved_on"])].itertuples():
        key = (row.who, row.whom)
        if row.kind == "collaboration_started" or (key not in now and row.kind in MOMENTS):
            start = row.week if row.kind == "collaboration_started" else 0
            now[key] = Life(row.who, row.whom, start)
            found.append(now[key])
        life = now.get(key)
        if life is None:
            continue
        if row.kind == "collaboration_designed" and life.designed is None:
            life.designed = row.week
        elif row.kind == "collaboration_anchored" and life.anchored is None:
            life.anchored = row.week
        elif row.kind == "misunderstanding":
            life.misunderstandings.append(row.week)
        elif row.kind in ENDS:
            life.end, life.how = row.week, row.kind
            del now[key]
    return sorted(found, key=lambda one: (one.start, one.end or 10**9))


def lives_table(events: pd.DataFrame, weeks: int) -> pd.DataFrame:
    """One row per collaboration of one run."""
    columns = [
        "professional",
        "worker",
        "start",
        "designed",
        "anchored",
        "end",
        "how",
        "misunderstandings",
        "weeks",
    ]
    rows = [
        (one.professional, one.worker, one.start, one.designed, one.anchored, one.end, one.how,
         len(one.misunderstandings), one.length(weeks))
        for one in lives_of(events)
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def counts_of(events: pd.DataFrame) -> pd.DataFrame:
    """Per run: how many collaborations started, were designed, anchored and ended."""
    kinds = {"started": ["collaboration_started"], "designed": ["collaboration_designed"],
             "anchored": ["collaboration_anchored"], "ended": list(ENDS)}  # fmt: skip
    runs = pd.Index(events["run_id"].unique(), name="run_id")
    return pd.DataFrame(
        {
            name: events[events["kind"].isin(wanted)].groupby("run_id").size().reindex(runs, fill_value=0)
            for name, wanted in kinds.items()
        }
    )


def lives(
    events: pd.DataFrame, title: str, weeks: int, seed: int, lang: str = "en", run_id: str | None = None
) -> Figure:
    """Draw the collaborations of one run, the longest when there are many, with counts over all runs."""
    with styled():
        mine = run_id or events["run_id"].iloc[0]
        return _page(events, mine, title, weeks, seed, lang)


def _page(events: pd.DataFrame, run_id: str, title: str, weeks: int, seed: int, lang: str) -> Figure:
    all_ = lives_of(events[events["run_id"] == run_id])
    longest = {id(one) for one in sorted(all_, key=lambda one: -one.length(weeks))[:MOST]}
    drawn = [one for one in all_ if id(one) in longest]
    tall = max(0.4, ROW * len(drawn))
    notes = " ".join(_notes(events, run_id, len(all_), len(drawn), seed, lang))
    used = [how for how in ENDS if any(one.how == how for one in drawn)]
    missed = any(one.misunderstandings for one in drawn)
    entries = [(key, phrase(key, lang)) for key in used]
    entries += [("life_misunderstanding", phrase("life_misunderstanding", lang))] if missed else []
    sheet = Sheet(phrase("lives", lang), title, _keys(lang), tall + 0.42 + _key_room(entries), notes)
    top = sheet.top + _key_room(entries)
    _symbols(sheet, entries)
    axes = sheet.axes(LEFT, top, WIDTH - LEFT - EDGE - 0.05, tall)
    axes.set_xlim(0, weeks / WEEKS_PER_YEAR)
    axes.set_ylim(max(1, len(drawn)), 0)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    round_ticks(axes.xaxis, lang, 6, whole=weeks >= 2 * WEEKS_PER_YEAR)
    draw_calendar(axes, weeks)
    for place, one in enumerate(drawn):
        _line(axes, place + 0.5, one, weeks)
        middle = top + place * ROW + (ROW - high(1, SMALL)) / 2
        for name, at, room in (
            (one.professional, EDGE, FIRST),
            (one.worker, EDGE + FIRST, LEFT - EDGE - FIRST),
        ):
            sheet.lines(at, middle, [_cut(spoken(name, lang), room - 0.07)], SMALL, BLACK)
    if not drawn:
        sheet.lines(LEFT, top + 0.1, [phrase("lives_none", lang)], SMALL, GREY)
    middle = (LEFT + WIDTH - EDGE) / 2
    sheet.lines(middle, top + tall + 0.2, [said("years", lang)], SMALL, GREY, align="center")
    return sheet.figure


def _cut(name: str, room: float) -> str:
    """A name that fits: of a long one the organisation is cut, not the person."""
    whole, _, person = name.rpartition(", ")
    if not whole or wide(name, SMALL) <= room:
        return shortened(name, room, SMALL)
    return f"{shortened(whole, room - wide(f', {person}', SMALL), SMALL)}, {person}"


def _line(axes: Axes, y: float, one: Life, weeks: int) -> None:
    end = weeks if one.end is None else one.end
    stops = [(one.start, DESIGN), (one.designed, PRACTICE), (one.anchored, ANCHORED)]
    stages = [(week, ink) for week, ink in stops if week is not None]
    for number_, (week, ink) in enumerate(stages):
        until = stages[number_ + 1][0] if number_ + 1 < len(stages) else end
        axes.barh(
            y,
            (until - week) / WEEKS_PER_YEAR,
            0.62,
            week / WEEKS_PER_YEAR,
            color=ink.colour,
            linewidth=0,
            zorder=2,
        )
    for week in one.misunderstandings:
        axes.plot(
            week / WEEKS_PER_YEAR, y, "|", color=VARIANT.colour, markersize=5.5, markeredgewidth=1.4, zorder=3
        )
    if one.how:
        axes.plot(end / WEEKS_PER_YEAR, y, ENDS[one.how], color=BLACK, markersize=3.6, markeredgewidth=1.0,
                  markerfacecolor="white", zorder=4, clip_on=False)  # fmt: skip


def _notes(events: pd.DataFrame, run_id: str, all_: int, drawn: int, seed: int, lang: str) -> Iterator[str]:
    counts = counts_of(events)
    worlds = len(counts)
    told = {}
    for name in counts:
        spread = ""
        if worlds > 1:
            low, high_ = (number(f"{counts[name].quantile(q):.0f}", lang) for q in (0.05, 0.95))
            spread = f" ({low} {said('to', lang)} {high_})"
        told[str(name)] = f"{counts.loc[run_id, name]}{spread}"
    yield phrase("lives_counts", lang, **told)
    yield (
        phrase("lives_worlds", lang, n=worlds, seed=seed)
        if worlds > 1
        else phrase("one_story", lang, seed=seed)
    )
    if drawn < all_:
        yield phrase("lives_most", lang, shown=drawn, all=all_)
    yield said("model", lang)


def _keys(lang: str) -> list[Key]:
    stages = (("life_design", DESIGN), ("life_practice", PRACTICE), ("life_anchored", ANCHORED))
    return [Key(phrase(name, lang), ink, 1.0) for name, ink in stages]


def _key_room(entries: list[tuple[str, str]]) -> float:
    return (high(-(-len(entries) // 4), SMALL + 1) + 0.08) if entries else 0.0


def _symbols(sheet: Sheet, entries: list[tuple[str, str]]) -> None:
    """What the marks stand for, four in a row."""
    room = (WIDTH - 2 * EDGE) / 4
    for place, (key, text) in enumerate(entries):
        row, column = divmod(place, 4)
        left, top = EDGE + column * room, sheet.top + high(row, SMALL + 1)
        axes = sheet.axes(left, top, 0.14, high(1, SMALL))
        axes.set_axis_off()
        if key in ENDS:
            axes.plot(
                0, 0, ENDS[key], color=BLACK, markersize=3.6, markerfacecolor="white", markeredgewidth=1.0
            )
        else:
            axes.plot(0, 0, "|", color=VARIANT.colour, markersize=5.5, markeredgewidth=1.4)
        sheet.lines(left + 0.18, top, [shortened(text, room - 0.2, SMALL)], SMALL, BLACK)
