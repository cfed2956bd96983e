"""The answers of a report: tables with their trace, figures, and what they stand on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from analysis.figures.sweeps import Line, fans, rows
from analysis.figures.words import number
from analysis.figures.words import said as spoken
from analysis.intervals import Mean, mean_of
from analysis.load import Loaded
from analysis.report.trace import differences_query, examples, means_query
from analysis.report.words import said
from analysis.robustness import robustness
from analysis.sensitivity import Unsuited, analysed, seeds_needed
from experiments.numbers import decimals, shown
from sim.calendar import WEEKS_PER_YEAR
from sim.registry import MEASURES

MOST_GROUPS: Final = 24
MOST_LINES: Final = 20
MOST_LEVELS: Final = 8
SAMPLED: Final = ("one_factor", "morris", "sobol")


@dataclass(frozen=True)
class Part:
    """One answer: title, sentence, table, how it can be had again, figures, a run behind each line."""

    title: str
    table: pd.DataFrame
    trace: str
    figures: list[Figure] = field(default_factory=list)
    note: str = ""
    sentence: str = ""
    examples: pd.DataFrame | None = None


def answered(sweep: Loaded, measure: str, lang: str = "en") -> list[Part]:
    """What a sweep says about one measure: its sensitivity where the design is made for that, else by group.

    Raises Incomplete when a planned run has no result, Unsuited for a measure that this sweep has not.
    """
    kind = sweep.whole().about["method"].get("kind")
    if measure not in sweep.table.columns:
        raise Unsuited(f"There is no measure '{measure}' in this sweep.")
    if kind in SAMPLED:
        return list(_sensitivity(sweep, measure, str(kind), lang))
    return list(_by_group(sweep, measure, lang))


def called(measure: str, lang: str) -> str:
    """A measure in words, without the full stop of a table."""
    return str(getattr(MEASURES[measure], lang)).rstrip(".")


def _title(sweep: Loaded, measure: str, lang: str) -> str:
    """The unit of a measure in one number, and over what."""
    entry, years = MEASURES[measure], sweep.about["weeks"] / WEEKS_PER_YEAR
    unit = entry.unit.removesuffix(" per week") if entry.summary == "total" else entry.unit
    period = spoken(entry.summary, lang, years=number(f"{round(years, 1):g}", lang))
    return said("unit", lang, unit=spoken(unit, lang), period=period)


def _sensitivity(sweep: Loaded, measure: str, kind: str, lang: str) -> Iterator[Part]:
    found = analysed(sweep, measure)
    top = found.head(MOST_LINES)
    if kind == "one_factor":
        lines = [
            _line(f"{row.factor} = {row.value}", Mean(row.difference, row.low, row.high, row.worlds), lang)
            for row in top.itertuples()
        ]
        names = list(dict.fromkeys(top["factor"]))
    else:
        value, error = ("mu_star", "confidence") if kind == "morris" else ("total", "total_confidence")
        lines = [
            _line(row["group"], Mean(row[value], row[value] - row[error], row[value] + row[error], 0), lang)
            for _, row in top.iterrows()
        ]
        names = list(top["group"])
    runs, seeds = sweep.design["run_id"].nunique(), sweep.design["seed"].nunique()
    note = said("averaged", lang, runs=runs, seeds=seeds, shown=len(top), all=len(found))
    title = said("sensitivity", lang, measure=called(measure, lang))
    axis = said(f"{kind}_axis", lang)
    figure = rows(
        lines, title, _title(sweep, measure, lang), axis, f"{note} {spoken('model', lang)}", lang=lang,
        bars=kind != "one_factor", zero=kind == "one_factor",
    )  # fmt: skip
    trace = f"analysis.sensitivity.{kind}(analysis.load(DIR), {measure!r})"
    yield Part(title, top, trace, [figure], note, said("top", lang, names=", ".join(names[:3])))
    if seeds > 2:
        yield _steady(sweep, measure, lang)


def _steady(sweep: Loaded, measure: str, lang: str) -> Part:
    table = seeds_needed(sweep, measure)
    share = table["share_chance"].to_numpy()
    moved = abs(share[-1] - share[-2]) if len(share) > 1 else float("nan")
    enough = share[-1] < 0.1 and moved < 0.01
    sentence = said(
        "steady_enough", lang, seeds=int(table["seeds"].iloc[-1]), share=shown(share[-1], 3, lang),
        moved=shown(moved, 3, lang),
    )  # fmt: skip
    trace = f"analysis.sensitivity.seeds_needed(analysis.load(DIR), {measure!r})"
    title = said("steady", lang, measure=called(measure, lang))
    return Part(
        title, table, trace, note=said("steady_yes" if enough else "steady_no", lang), sentence=sentence
    )


def telling(sweep: Loaded) -> list[str]:
    """The factors with few levels: those by which runs can be told apart in a table."""
    chosen: list[str] = []
    groups = 1
    for name in sweep.points.columns:
        count = sweep.points[name].nunique(dropna=False)
        if count > 1 and groups * count <= MOST_GROUPS:
            chosen.append(name)
            groups *= count
    return chosen


def labels_of(sweep: Loaded, factors: Sequence[str], lang: str) -> pd.Series:
    """What the group of each row of the table is called: by its factors, or as the design says."""
    table = sweep.table
    given = sweep.about["method"].get("labels")
    if given and len(given) == len(sweep.points):
        return table["point"].map({place: one[lang] for place, one in enumerate(given)})
    if not factors:
        return pd.Series(said("all_runs", lang), index=table.index)
    if list(factors) == ["strategy"]:
        return table["strategy"].fillna(said("as_is", lang)).astype(str)
    words = [
        table[name].map(lambda value, key=name: f"{_short(key)}={_plain(value, lang)}", na_action=None)
        for name in factors
    ]
    label = words[0]
    for more in words[1:]:
        label = label + ", " + more
    return label


def _short(key: str) -> str:
    """The part of a field's name that tells it apart: the lever for an intensity, else the last part."""
    parts = key.split(".")
    return ".".join(parts[-2:]) if parts[-1] in ("intensity", "happens", "until", "date") else parts[-1]


def _plain(value: Any, lang: str) -> str:
    if value is None or (isinstance(value, float) and np.isnan(value)):
        return said("as_is", lang)
    return f"{value:g}" if isinstance(value, float) else str(value)


def _line(name: str, mean: Mean, lang: str) -> Line:
    return Line(name, mean.mean, mean.low, mean.high, mean.words(lang))


def _states(sweep: Loaded, factors: Sequence[str]) -> pd.Series:
    """For each row of the table, a number for what the factors that are not told apart hold."""
    rest = [name for name in sweep.points.columns if name not in factors]
    if not rest or "labels" in sweep.about["method"]:
        return pd.Series(0, index=sweep.table.index)
    return sweep.table["point"].map(sweep.points.groupby(rest, sort=False, dropna=False).ngroup())


def _by_group(sweep: Loaded, measure: str, lang: str) -> Iterator[Part]:
    factors, table = telling(sweep), sweep.table
    label, state = labels_of(sweep, factors, lang), _states(sweep, factors)
    over = int(state.nunique()) > 1
    means = {}
    for name, part in table.groupby(label, sort=False):
        values = part[measure]
        means[name] = mean_of((values.groupby(state[part.index]).mean() if over else values).to_numpy())
    found = pd.DataFrame(
        [(name, *one) for name, one in means.items()], columns=["group", "mean", "low", "high", "worlds"]
    )
    left = len(sweep.points.columns) - len(factors)
    note = said("states", lang, left=left) if over else said("worlds", lang)
    heading, title = said("means", lang, measure=called(measure, lang)), _title(sweep, measure, lang)
    lines = [_line(f"{name} (n={one.worlds})", one, lang) for name, one in means.items()]
    figures = [
        rows(lines, heading, title, said("mean_axis", lang), f"{note} {spoken('model', lang)}", lang=lang)
    ]
    shown_ = examples(sweep, table, label, measure)
    grouped = factors if "labels" not in sweep.about["method"] else list(sweep.points.columns)
    yield Part(heading, found, means_query(grouped, measure), figures, note, _extremes(means, lang), shown_)
    weekly = sweep.weekly
    if not weekly.empty:
        group = pd.Series(label.to_numpy(), index=table["run_id"]).groupby(level=0).first()
        told = weekly[["run_id", "week", measure]].assign(group=weekly["run_id"].map(group))
        heading = said("weeks", lang, measure=called(measure, lang))
        unit = spoken(MEASURES[measure].unit, lang)
        figure = fans(told, measure, heading, unit, f"{spoken('bands', lang)} {spoken('model', lang)}", lang)
        end = told[told["week"] == told.groupby("run_id")["week"].transform("max")]
        last = end.groupby("group", sort=False)[measure].quantile([0.05, 0.25, 0.5, 0.75, 0.95]).unstack()
        last.columns = [f"{share:.0%}" for share in last.columns]
        query = f'bodem query DIR "select run_id, week, {measure} from weekly order by all"'
        yield Part(heading, last.reset_index(), query, [figure])
    yield from _differences(sweep, measure, factors, state, over, lang)
    if "strategy" in factors and over:
        yield _robust(sweep, measure, lang)


def _extremes(means: dict[Any, Mean], lang: str) -> str:
    ranked = sorted((one for one in means.items() if np.isfinite(one[1].mean)), key=lambda one: -one[1].mean)
    if not ranked:
        return ""
    (high, high_n), (low, low_n) = ranked[0], ranked[-1]
    key = "high_low" if len(ranked) > 1 else "one_group"
    return said(key, lang, high=high, high_n=high_n.words(lang), low=low, low_n=low_n.words(lang))


def _differences(
    sweep: Loaded, measure: str, factors: Sequence[str], state: pd.Series, over: bool, lang: str
) -> Iterator[Part]:
    """Paired differences from the first level of each factor, the others held as they are."""
    if "labels" in sweep.about["method"]:
        yield from _variants(sweep, measure, lang)
        return
    for factor in factors:
        levels = list(dict.fromkeys(sweep.points[factor]))
        if len(levels) > MOST_LEVELS or any(pd.isna(level) for level in levels):
            continue
        others = [name for name in factors if name != factor]
        within = labels_of(sweep, others, lang)
        table = sweep.table.assign(within=within, state=state)
        found = []
        for name, part in table.groupby("within", sort=False):
            grid = part.pivot_table(index=["state", "seed"], columns=factor, values=measure, dropna=False)
            for level in levels[1:]:
                apart = (grid[level] - grid[levels[0]]).dropna()
                apart = apart.groupby("state").mean() if over else apart
                what = said(
                    "against",
                    lang,
                    level=f"{_short(factor)}={_plain(level, lang)}",
                    base=_plain(levels[0], lang),
                )
                found.append((name if others else "", what, *mean_of(apart.to_numpy()), (apart > 0).mean()))
        query = differences_query(factor, levels[0], others, measure)
        yield _apart(sweep, measure, found, query, over, lang)


def _variants(sweep: Loaded, measure: str, lang: str) -> Iterator[Part]:
    """What each variant of a case differs from the case as told, in the same worlds."""
    labels, table = sweep.about["method"]["labels"], sweep.table
    grid = table.pivot_table(index="seed", columns="point", values=measure, dropna=False)
    found, told = [], []
    for place, one in enumerate(labels):
        if not one["variant"]:
            told.append(place)
            continue
        apart = (grid[place] - grid[told[-1]]).dropna()
        found.append(("", one[lang], *mean_of(apart.to_numpy()), (apart > 0).mean()))
    as_told = ", ".join(map(str, told))
    query = (
        f"bodem query DIR 'select p.point, avg(f.{measure} - b.{measure}) as difference from runs p "
        "join final f using (run_id) join runs q on q.seed = p.seed and q.scenario = p.scenario "
        f"join final b on b.run_id = q.run_id where q.point in ({as_told}) and p.point not in ({as_told}) "
        "group by all order by all'"
    )
    yield _apart(sweep, measure, found, query, False, lang)


def _apart(sweep: Loaded, measure: str, found: list[Any], query: str, over: bool, lang: str) -> Part:
    table = pd.DataFrame(
        found, columns=["within", "what", "difference", "low", "high", "worlds", "share_higher"]
    )
    table = table.drop(columns="within") if not table["within"].any() else table
    lines = [
        _line(
            f"{one[0]}: {one[1]} (n={one[5]})" if one[0] else f"{one[1]} (n={one[5]})", Mean(*one[2:6]), lang
        )
        for one in found
    ]
    heading = said("differences", lang, measure=called(measure, lang))
    note = said("paired", lang) + (f" {said('states', lang, left=len(sweep.points.columns))}" if over else "")
    figure = rows(
        lines[: 2 * MOST_LINES], heading, _title(sweep, measure, lang), said("difference_axis", lang),
        f"{note} {spoken('model', lang)}", lang=lang, zero=True,
    )  # fmt: skip
    return Part(heading, table, query, [figure], note)


def _robust(sweep: Loaded, measure: str, lang: str) -> Part:
    better = "low" if measure in LOWER_IS_BETTER else "high"
    table = robustness(sweep, measure, better=better)
    enough = table.attrs["enough"]
    note = said(
        "robust_note", lang, n=table.attrs["states"], enough=shown(enough, decimals(None, enough), lang)
    )
    trace = f"analysis.robustness.robustness(analysis.load(DIR), {measure!r}, better={better!r})"
    title = said("robust", lang, measure=called(measure, lang))
    return Part(title, table.rename_axis("group").reset_index(), trace, note=note)


LOWER_IS_BETTER: Final = (
    "late_crises",
    "volunteer_overload",
    "irritation",
    "disappointment",
    "paradox_gap",
    "ends",
)
