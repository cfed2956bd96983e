"""The trust matrix: who trusts whom, by organisation over many worlds and person by person in one."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap, Normalize
from matplotlib.figure import Figure

from analysis.figures.crowd import groups_of, one_run, organisation
from analysis.figures.panels import round_ticks
from analysis.figures.saying import phrase
from analysis.figures.sheet import BLACK, EDGE, Sheet
from analysis.figures.style import GREY, SMALL, WIDTH, evenly, folded, high, styled
from analysis.figures.words import number, said
from analysis.intervals import mean_of
from experiments.numbers import shown

# From white to a dark blue: one hue, so that it is the same for everyone and darkens evenly in grey.
RAMP: Final = LinearSegmentedColormap.from_list(
    "trust", ["#ffffff", "#cfe1ee", "#6ea6cd", "#1f6ea3", "#08304f"]
)
NAMES: Final = 1.25
HEADS: Final = 4
MOST: Final = 40
SIDES: Final = (("trust_worker", "workers_trust"), ("trust_professional", "professionals_trust"))


def trust_table(relations: pd.DataFrame) -> pd.DataFrame:
    """One row per institution, self-organisation and direction, at the last moment known.

    ``mean`` is over all pairs and worlds with its 95 % interval (over worlds), ``change`` since the start.
    """
    first, last = relations["week"].min(), relations["week"].max()
    rows = relations[relations["week"].isin([first, last])]
    by = rows.assign(
        institution=organisation(rows["professional"]), self_organisation=organisation(rows["worker"])
    )
    keys = ["institution", "self_organisation"]
    found = []
    means = by.groupby([*keys, "run_id", "week"], sort=False)[[name for name, _ in SIDES]].mean()
    for (one, two), part in means.groupby(level=keys, sort=False):
        for name, _ in SIDES:
            table = part[name].unstack("week")
            mean = mean_of(table[last].to_numpy())
            change = float((table[last] - table[first]).mean())
            found.append((name, one, two, *mean, change))
    return pd.DataFrame(found, columns=["direction", *keys, "mean", "low", "high", "worlds", "change"])


def trust_matrix(
    relations: pd.DataFrame, title: str, seed: int, lang: str = "en", run_id: str | None = None
) -> Figure:
    """Draw both directions of trust at the end of the runs in ``relations``."""
    with styled():
        return _page(relations, one_run(relations, run_id), title, seed, lang)


def _page(relations: pd.DataFrame, one: pd.DataFrame, title: str, seed: int, lang: str) -> Figure:
    table, worlds = trust_table(relations), relations["run_id"].nunique()
    end = one[one["week"] == one["week"].max()]
    grids = [_persons(end, name) for name, _ in SIDES]
    columns, rows = table["institution"].unique(), table["self_organisation"].unique()
    scale = _scale([*(grid.to_numpy() for grid in grids), table["mean"].to_numpy()])
    gap = 0.22
    width = (WIDTH - NAMES - EDGE - gap) / 2
    upper, lower = 0.36 * len(rows), max(1.0, 0.115 * len(grids[0]))
    heads = [folded(name, width / len(columns) - 0.04, SMALL, most=HEADS) for name in columns]
    head = high(max(map(len, heads)), SMALL) + 0.05
    words = [evenly(phrase(word, lang), width, SMALL, most=2) for _, word in SIDES]
    above = high(max(map(len, words)), SMALL) + 0.07
    key = "matrix_one" if worlds == 1 else "matrix_worlds"
    notes = [phrase(key, lang, n=worlds, seed=seed)]
    notes += [phrase("lacking", lang)] if any(grid.isna().any(axis=None) for grid in grids) else []
    notes += [phrase("chance_only", lang)] if worlds > 1 else []
    body = above + head + upper + 0.2 + lower + 0.5
    sheet = Sheet(phrase("matrix", lang), title, (), body, " ".join([*notes, said("model", lang)]))
    for place, (name, _) in enumerate(SIDES):
        left = NAMES + place * (width + gap)
        sheet.lines(left, sheet.top, words[place], SMALL, BLACK, weight="bold")
        for number_, lines in enumerate(heads):
            middle = left + (number_ + 0.5) * width / len(columns)
            top = sheet.top + above + head - 0.04 - high(len(lines), SMALL)
            sheet.lines(middle, top, lines, SMALL, BLACK, align="center")
        axes = sheet.axes(left, sheet.top + above + head, width, upper)
        _cells(axes, table[table["direction"] == name], rows, columns, scale, lang)
        grid = grids[place]
        axes = sheet.axes(left, sheet.top + above + head + upper + 0.2, width, lower)
        _grid(axes, grid, scale)
        if place == 0:
            _side(sheet, list(rows), sheet.top + above + head, upper)
            groups = groups_of(list(grid.index))
            _side(sheet, [group.name for group in groups], sheet.top + above + head + upper + 0.2, lower,
                  [len(group.people) for group in groups])  # fmt: skip
    _bar(sheet, scale, sheet.top + body - 0.34, lang)
    return sheet.figure


def _persons(end: pd.DataFrame, name: str) -> pd.DataFrame:
    """Workers down, professionals across, in the order of the table; at most 40 of each."""
    grid = end.pivot_table(index="worker", columns="professional", values=name, sort=False)
    order = [p for group in groups_of(end["professional"].tolist()) for p in group.people]
    down = [w for group in groups_of(end["worker"].tolist()) for w in group.people]
    return grid.reindex(index=down[:MOST], columns=order[:MOST])


def _scale(values: list[Any]) -> Normalize:
    points = np.concatenate([np.ravel(one) for one in values])
    points = points[np.isfinite(points)]
    low, top = (float(points.min()), float(points.max())) if len(points) else (0.0, 1.0)
    low, top = np.floor(low * 10) / 10, np.ceil(top * 10) / 10
    return Normalize(low, top if top > low else low + 0.1)


def _cells(axes: Axes, table: pd.DataFrame, rows: Any, columns: Any, scale: Normalize, lang: str) -> None:
    grid = table.pivot_table(index="self_organisation", columns="institution", values="mean", sort=False)
    values = grid.reindex(index=rows, columns=columns).to_numpy()
    _image(axes, values, scale)
    for row in table.itertuples():
        y, x = list(rows).index(row.self_organisation), list(columns).index(row.institution)
        ink = "white" if scale(row.mean) > 0.68 else BLACK
        half = f" ±{_half((row.high - row.low) / 2)}" if np.isfinite(row.low) else ""
        axes.text(
            x,
            y - 0.17,
            number(f"{shown(row.mean, 2)}{half}", lang),
            size=SMALL,
            color=ink,
            ha="center",
            va="center",
        )
        change = shown(row.change, 2)
        change = change if change.startswith("-") or float(change) == 0 else f"+{change}"
        axes.text(x, y + 0.25, number(change, lang), size=SMALL - 1.2, color=ink, ha="center", va="center")
    for x in range(1, len(columns)):
        axes.axvline(x - 0.5, color="white", linewidth=1.2)
    for y in range(1, len(rows)):
        axes.axhline(y - 0.5, color="white", linewidth=1.2)


def _half(width: float) -> str:
    return shown(width, 2) if width >= 0.005 or width == 0 else "<0.01"


def _grid(axes: Axes, grid: pd.DataFrame, scale: Normalize) -> None:
    _image(axes, grid.to_numpy(), scale)
    for names, line in ((list(grid.columns), axes.axvline), (list(grid.index), axes.axhline)):
        at = 0
        for group in groups_of(names)[:-1]:
            at += len(group.people)
            line(at - 0.5, color="white", linewidth=1.6)


def _image(axes: Axes, values: Any, scale: Normalize) -> None:
    axes.imshow(values, cmap=RAMP, norm=scale, aspect="auto", interpolation="nearest")
    for y, x in zip(*np.nonzero(~np.isfinite(values)), strict=True):
        axes.fill([x - 0.5, x + 0.5, x + 0.5, x - 0.5], [y - 0.5, y - 0.5, y + 0.5, y + 0.5], fill=False,
                  hatch="////", linewidth=0, color="#bbbbbb")  # fmt: skip
    axes.set(xticks=[], yticks=[])
    for side in axes.spines.values():
        side.set(visible=True, color="#bbbbbb", linewidth=0.5)


def _side(sheet: Sheet, names: list[str], top: float, tall: float, sizes: list[int] | None = None) -> None:
    """Write the names at the left of rows; ``sizes`` in rows each."""
    sizes = sizes or [1] * len(names)
    at, below = 0, top - 1.0
    for name, size in zip(names, sizes, strict=True):
        middle = top + (at + size / 2) / sum(sizes) * tall
        lines = folded(name, NAMES - EDGE - 0.1, SMALL, most=2)
        upper = max(below, middle - high(len(lines), SMALL) / 2)
        sheet.lines(NAMES - 0.08, upper, lines, SMALL, BLACK, align="right")
        at, below = at + size, upper + high(len(lines), SMALL)


def _bar(sheet: Sheet, scale: Normalize, top: float, lang: str) -> None:
    axes = sheet.axes(NAMES, top, 2.0, 0.1)
    ramp = np.linspace(scale.vmin or 0.0, scale.vmax or 1.0, 200)[None, :]
    axes.imshow(ramp, cmap=RAMP, norm=scale, aspect="auto", extent=(scale.vmin, scale.vmax, 0, 1))  # type: ignore[arg-type]
    axes.set_yticks([])
    round_ticks(axes.xaxis, lang, 5)
    for side in axes.spines.values():
        side.set(visible=True, color="#bbbbbb", linewidth=0.5)
    sheet.lines(NAMES - 0.08, top - 0.01, [phrase("trust_scale", lang)], SMALL, GREY, align="right")
