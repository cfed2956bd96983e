"""The pictures of a strategy that a sweep has the data for: ways to help, soil, network, trust, lives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
import pandas as pd

from analysis.figures import crowd, flows, lives, matrix, network, soil
from analysis.load import Loaded
from analysis.report.parts import Part, labels_of, telling
from analysis.report.words import said
from sim.calendar import WEEKS_PER_YEAR

MOST: Final = 8
MOST_STORIES: Final = 3  # groups of which single worlds are drawn


def pictures(sweep: Loaded, lang: str) -> Iterator[Part]:
    """Yield the pictures of each group, where the sweep varies few enough things to have groups."""
    table, label = sweep.table, labels_of(sweep, telling(sweep), lang)
    groups = list(dict.fromkeys(label))
    if len(groups) > MOST or not set(flows.NEEDED) <= set(table.columns):
        return
    tables = {name: flows.flows_table(table[label == name].reset_index(drop=True)) for name in groups}
    most = max(map(flows.everyone, tables.values()))
    years = sweep.about["weeks"] / WEEKS_PER_YEAR
    for place, name in enumerate(groups):
        title = said("pictures", lang, group=name)
        if most > 0:
            figure = flows.flows(tables[name], title, years, lang, most)
            yield Part(
                title, tables[name], "analysis.figures.flows.flows_table(analysis.load(DIR).table)", [figure]
            )
        yield from _soil(sweep, table[label == name], title, lang)
        if place < MOST_STORIES:
            yield from _stories(sweep, table[label == name], title, lang)


def _soil(sweep: Loaded, rows: pd.DataFrame, title: str, lang: str) -> Iterator[Part]:
    """The four conditions, where the weeks are kept."""
    weekly = sweep.weekly[sweep.weekly["run_id"].isin(rows["run_id"])] if len(sweep.weekly) else sweep.weekly
    if len(weekly) and set(soil.NEEDED) <= set(weekly.columns):
        names = list(soil.NEEDED)
        runs = weekly["run_id"].nunique()
        if len(weekly) % runs == 0:
            values = weekly[names].to_numpy().reshape(runs, len(weekly) // runs, len(names))
            trace = "analysis.figures.soil.soil_table(weekly as [runs, weeks, measures], names)"
            yield Part(title, soil.soil_table(values, names), trace, [soil.soil(values, names, title, lang)])


def _stories(sweep: Loaded, rows: pd.DataFrame, title: str, lang: str) -> Iterator[Part]:
    """The pictures of one world, where the story of some runs is kept."""
    relations, events = sweep.relations, sweep.events
    relations = relations[relations["run_id"].isin(rows["run_id"])] if len(relations) else relations
    if not len(relations) or not set(crowd.NEEDED) <= set(relations.columns):
        return
    run = str(relations["run_id"].iloc[0])
    seed = int(rows.loc[rows["run_id"] == run, "seed"].iloc[0])
    pairs, load = relations[list(crowd.NEEDED)], "analysis.load(DIR).relations"
    yield Part(
        title, network.ties_table(pairs), f"analysis.figures.network.ties_table({load})",
        [network.network(pairs, title, seed, lang, run)],
    )  # fmt: skip
    yield Part(
        title, matrix.trust_table(pairs), f"analysis.figures.matrix.trust_table({load})",
        [matrix.trust_matrix(pairs, title, seed, lang, run)],
    )  # fmt: skip
    events = events[events["run_id"].isin(np.unique(pairs["run_id"]))]
    mine = events[events["run_id"] == run]
    weeks = int(sweep.about["weeks"])
    yield Part(
        title, lives.lives_table(mine, weeks),
        f"analysis.figures.lives.lives_table(events of run {run}, {weeks})",
        [lives.lives(events, title, weeks, seed, lang, run)],
    )  # fmt: skip
