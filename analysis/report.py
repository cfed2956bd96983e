"""One report of a sweep: question, settings, answers, figures, worlds, intervals, assumptions, limits.

Every number can be traced: a figure names its table, a table its query, a run its command.
"""

from __future__ import annotations

import base64
import html
import io
import shlex
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure
from scipy.stats import t

from analysis.figures.style import styled
from analysis.figures.sweeps import bars, fans, outcomes
from analysis.load import Loaded
from analysis.sensitivity import LEVEL, analysed

MOST_GROUPS: Final = 24
MOST_BARS: Final = 20
LIMITS: Final = (
    "Theoretical exploration and illustration, not prediction: the source is one qualitative report "
    "(35 respondents, 12 self-organisations, four cases) that gives directions and hardly any sizes.",
    "An interval over worlds says how sure the model is, given its numbers (chance). Whether an answer "
    "survives other numbers is a matter of assumption: see a sweep over assumptions.",
    "Nearly every size is an assumption with a plausible range; 'bodem list parameters' shows them all.",
)


@dataclass(frozen=True)
class Part:
    """An answer about one measure: a table, how it can be had again, and its figures."""

    title: str
    table: pd.DataFrame
    trace: str
    figures: list[Figure] = field(default_factory=list)
    note: str = ""


def answered(sweep: Loaded, measure: str, meaning: str = "") -> Part:
    """The answer about one measure: its sensitivity where the design is made for that, else by factor.

    Raises Incomplete when a planned run has no result.
    """
    title = f"{meaning or measure} ({measure})"
    if sweep.whole().about["method"].get("kind") in ("one_factor", "morris", "sobol"):
        return _sensitivity(sweep, measure, title)
    return _by_factor(sweep, measure, title)


def _sensitivity(sweep: Loaded, measure: str, title: str) -> Part:
    found = analysed(sweep, measure)
    kind = sweep.about["method"]["kind"]
    top = found.head(MOST_BARS)
    if kind == "one_factor":
        names = [f"{row.factor} = {row.value}" for row in top.itertuples()]
        values, errors, axis = (
            top["difference"],
            top["difference"] - top["low"],
            "difference from the settings as they are",
        )
    elif kind == "morris":
        names, values, errors, axis = (
            list(top["group"]),
            top["mu_star"],
            top["confidence"],
            "mean absolute effect (mu*)",
        )
    else:
        names, values, errors, axis = (
            list(top["group"]),
            top["total"],
            top["total_confidence"],
            "total share of variance",
        )
    with styled():
        figure = bars(
            names, values.to_numpy(), errors.fillna(0).to_numpy(), title, f"{axis}, with its 95 % confidence"
        )
    runs, seeds = sweep.design["run_id"].nunique(), sweep.design["seed"].nunique()
    note = f"{runs} runs, {seeds} seeds per point, averaged first."
    return Part(title, top, f"analysis.sensitivity.{kind}(load(DIR), {measure!r})", [figure], note)


def _by_factor(sweep: Loaded, measure: str, title: str) -> Part:
    table = sweep.table
    factors = _telling(sweep)
    label = _labels(table, factors)
    rows = [
        (name, *_mean(part[measure].dropna().to_numpy())) for name, part in table.groupby(label, sort=False)
    ]
    found = pd.DataFrame(rows, columns=["group", "mean", "low", "high", "worlds"]).set_index("group")
    by = ", ".join(f'"{name}"' for name in factors)
    query = f"select {by + ', ' if by else ''}avg({measure}) from runs join final using (run_id) group by all"
    with styled():
        figures = [outcomes(found, title)]
        weekly = sweep.weekly
        if not weekly.empty:
            group = pd.Series(label.to_numpy(), index=table["run_id"]).groupby(level=0).first()
            figures.append(fans(weekly.assign(group=weekly["run_id"].map(group)), measure, title))
    left = [name for name in sweep.points.columns if name not in factors]
    note = f"Over all values of {len(left)} other factors." if left else ""
    return Part(title, found, f"bodem query DIR {shlex.quote(query)}", figures, note)


def _telling(sweep: Loaded) -> list[str]:
    """The factors with few levels: those by which runs can be told apart in a table."""
    chosen: list[str] = []
    groups = 1
    for name in sweep.points.columns:
        count = sweep.points[name].nunique(dropna=False)
        if count > 1 and groups * count <= MOST_GROUPS:
            chosen.append(name)
            groups *= count
    return chosen


def _labels(table: pd.DataFrame, factors: Sequence[str]) -> pd.Series:
    if not factors:
        return pd.Series("all runs", index=table.index)
    words = [table[name].map(lambda value, key=name: f"{key.rpartition('.')[2]}={value}") for name in factors]
    if list(factors) == ["strategy"]:
        return table["strategy"].astype(str)
    label = words[0]
    for more in words[1:]:
        label = label + ", " + more
    return label


def _mean(values: np.ndarray) -> tuple[float, float, float, int]:
    if len(values) < 2:
        mean = float(values.mean()) if len(values) else float("nan")
        return mean, float("nan"), float("nan"), len(values)
    half = float(t.ppf(0.5 + LEVEL / 2, len(values) - 1)) * values.std(ddof=1) / np.sqrt(len(values))
    return float(values.mean()), float(values.mean() - half), float(values.mean() + half), len(values)


def as_html(sweep: Loaded, parts: Sequence[Part]) -> str:
    """The report as one file that needs nothing else."""
    about = sweep.about
    asked = about["asked"].get("about", {})
    body = [f"<h1>{_safe(asked.get('en', 'A sweep of Vruchtbare Bodem'))}</h1>"]
    body += [f"<p>{_safe(sentence)}</p>" for sentence in _facts(sweep)]
    body.append(f"<h2>Settings</h2>{_list(_settings(sweep))}")
    for part in parts:
        body.append(f"<h2>{_safe(part.title)}</h2>")
        body += [
            f'<img alt="{_safe(part.title)}" src="data:image/png;base64,{_png(one)}">' for one in part.figures
        ]
        body.append(part.table.to_html(float_format=lambda value: f"{value:.3g}", border=0))
        body.append(f"<p>{_safe(part.note)} Table: <code>{_safe(part.trace)}</code></p>")
    body.append(f"<h2>Limits</h2>{_list(LIMITS)}")
    body.append(
        "<h2>From figure to run</h2><p>Each figure is drawn from the table below it, each table from the "
        "query or function under it. Every run has a row in <code>runs</code>; <code>bodem run</code> with "
        "the overrides of <code>sweep.json</code>, its factors and its seed repeats it to the last byte.</p>"
    )
    return f"{HEAD}{''.join(body)}</html>\n"


def as_pdf(sweep: Loaded, parts: Sequence[Part], file: Path) -> None:
    """The report on paper: a page of text, then the figures."""
    with (
        styled(),
        PdfPages(file, metadata={"CreationDate": None, "Producer": None, "Creator": None}) as pages,
    ):
        words = [*_facts(sweep), "", "Settings", *_settings(sweep), "", "Limits", *LIMITS]
        for start in range(0, len(words), 40):
            page = Figure(figsize=(8.27, 11.69))
            page.text(
                0.08, 0.95, _wrapped(words[start : start + 40]), va="top", fontsize=9, family="DejaVu Sans"
            )
            pages.savefig(page)
        for part in parts:
            for figure in part.figures:
                pages.savefig(figure)


def _facts(sweep: Loaded) -> list[str]:
    about, runs = sweep.about, sweep.runs
    versions = ", ".join(f"{name} {one}" for name, one in about["versions"].items())
    return [
        f"Command: {shlex.join(about['command'])}",
        f"{len(runs)} runs of {about['planned']} planned, {len(sweep.points)} points, "
        f"{sweep.design['seed'].nunique()} seeds, begun {about['started']}.",
        f"Model {about['code']}; {versions}.",
    ]


def _settings(sweep: Loaded) -> list[str]:
    about = sweep.about
    fixed = about["overrides"] or ["nothing: the settings of config.yaml as they are"]
    told = [f"Set for all runs: {', '.join(fixed)}."]
    for name in sweep.points.columns[:30]:
        values = sweep.points[name].dropna()
        if pd.api.types.is_numeric_dtype(values) and values.nunique() > 6:
            told.append(f"{name}: {values.min():.3g} to {values.max():.3g}")
        else:
            told.append(f"{name}: {', '.join(map(str, dict.fromkeys(values)))}")
    more = len(sweep.points.columns) - 30
    return [*told, f"and {more} more factors, in points.parquet"] if more > 0 else told


def _png(figure: Figure) -> str:
    sink = io.BytesIO()
    with styled():
        figure.savefig(sink, format="png", metadata={"Software": None})
    return base64.b64encode(sink.getvalue()).decode()


def _list(items: Sequence[str]) -> str:
    return f"<ul>{''.join(f'<li>{_safe(one)}</li>' for one in items)}</ul>"


def _safe(text: object) -> str:
    return html.escape(str(text))


def _wrapped(words: Sequence[str]) -> str:
    import textwrap

    return "\n".join(textwrap.fill(line, 100) for line in words)


HEAD: Final = """<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>A sweep of Vruchtbare Bodem</title>
<style>body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}img{max-width:100%}
table{border-collapse:collapse;font-size:.9rem}td,th{padding:.15rem .6rem;text-align:right}
code{overflow-wrap:anywhere}</style>
"""
