"""What a report says of the sweep itself: the question, how it was made, settings, assumptions."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

import pandas as pd

from analysis.load import Loaded
from analysis.report.words import said
from experiments.numbers import decimals, shown
from sim.registry import PARAMETERS, RULES

MOST_FACTORS = 30


def question(sweep: Loaded, lang: str) -> str:
    """The question of an experiment; a plain title where the sweep has none."""
    asked = sweep.about["asked"].get("about", {})
    return str(asked.get(lang) or asked.get("en") or said("title", lang))


def how_made(sweep: Loaded, lang: str) -> list[str]:
    """The command, how many runs, the versions."""
    about = sweep.about
    versions = ", ".join(f"{name} {one}" for name, one in about["versions"].items())
    return [
        said("command", lang, text=shlex.join(about["command"])),
        said(
            "runs", lang, runs=len(sweep.runs), planned=about["planned"], points=len(sweep.points),
            seeds=sweep.design["seed"].nunique(), started=about["started"],
        ),
        said("model", lang, code=about["code"], versions=versions),
    ]  # fmt: skip


def settings(sweep: Loaded, lang: str) -> Iterator[str]:
    """What is set for all runs, and over what each factor varies."""
    fixed = sweep.about["overrides"]
    yield said("fixed", lang, what=", ".join(fixed)) if fixed else said("unfixed", lang)
    for name in sweep.points.columns[:MOST_FACTORS]:
        values = sweep.points[name].dropna()
        if pd.api.types.is_numeric_dtype(values) and values.nunique() > 6:
            low, high = (shown(end, decimals(None, end), lang) for end in (values.min(), values.max()))
            yield said("range", lang, name=name, low=low, high=high)
        else:
            yield f"{name}: {', '.join(map(str, dict.fromkeys(values)))}"
    more = len(sweep.points.columns) - MOST_FACTORS
    if more > 0:
        yield said("more", lang, n=more)


def assumptions(sweep: Loaded, lang: str) -> list[str]:
    """How many parameters are guesses, and which of them vary or were set here."""
    by_hand = [one for one in sweep.about["overrides"] if one.startswith("parameters.")]
    varied = [name for name in sweep.points.columns if name.startswith("parameters.")]
    off = [one for one in sweep.about["overrides"] if one.startswith("rules.") and one.endswith("=false")]
    off += [name for name in sweep.points.columns if name.startswith("rules.")]
    guessed = sum(one.evidence == "A" for one in PARAMETERS.values())
    return [
        said("parameters", lang, all=len(PARAMETERS), guessed=guessed, varied=len(varied), set=len(by_hand)),
        said("rules", lang, on=len(RULES) - len(off), all=len(RULES)),
    ]


def tracing(lang: str) -> list[str]:
    """How a reader gets from a figure to the runs."""
    return [said("tracing", lang), said("sums", lang)]
