"""``bodem figures``: pictures of one strategy, of one world and of many."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import numpy as np
import pandas as pd
import pyarrow as pa
from matplotlib.figure import Figure
from omegaconf import OmegaConf

from analysis.figures import crowd, flows, lives, matrix, network, save, soil
from analysis.figures.save import TRACES
from experiments.compose import compose, implausible
from experiments.numbers import shown
from experiments.overrides import seed_twice
from experiments.presets import FilePresets, told
from experiments.progress import progress, say, warn
from experiments.provenance import now, provenance
from experiments.store import results
from experiments.sweep import near
from experiments.sweep_parsers import FIGURES
from experiments.tables import events_table, relations_table
from sim.ensemble import run_world, summarise, warm_up
from sim.kernel import CORES
from sim.measures import NAMES
from sim.registry import find
from sim.settings import WEEKS_PER_YEAR, Settings

TOLD: Final = ("run_id", "week", "kind", "who", "whom")


@dataclass(frozen=True)
class Worlds:
    """Runs of one strategy: weekly measures [worlds, weeks, measures], pairs once a year, what happened."""

    settings: Settings
    seeds: Sequence[int]
    weekly: np.ndarray
    relations: pd.DataFrame
    events: pd.DataFrame

    def title(self, lang: str, config_dir: Path | None) -> str:
        """What stands above each figure: district, strategy, levers, how long."""
        return titled(self.settings, lang, config_dir)


def titled(settings: Settings, lang: str, config_dir: Path | None = None) -> str:
    """District, strategy, levers and scenario by their labels, and how long."""
    presets = FilePresets(config_dir)
    chosen = [("district", settings.district.name), ("strategy", settings.strategy.name)]
    chosen += [("levers", one.name) for one in settings.levers if one.intensity > 0]
    named = []
    for group, name in chosen:
        known = name in presets.names(group)
        named.append((known and told(presets.metadata(group, name), "label", lang)) or name)
    years = shown(settings.weeks / WEEKS_PER_YEAR, 0 if settings.weeks % WEEKS_PER_YEAR == 0 else 1, lang)
    said_ = {"en": ("strategy", "years"), "nl": ("strategie", "jaar")}[lang]
    return ", ".join([named[0], f"{said_[0]} {named[1]}", *named[2:], f"{years} {said_[1]}"])


def command(options: Any) -> int:
    """Do what ``bodem figures`` was asked; return the exit code."""
    kinds = [find("figure", {one: one for one in FIGURES}, name) for name in options.only or FIGURES]
    for one in options.formats:
        find("format of figures", TRACES, one)
    seed_twice(options.overrides, options.seed)
    made = compose(options.overrides, options.config_dir)
    warn(implausible(made.settings))
    seed = made.seed if options.seed is None else options.seed
    started = now()
    with results(options.out) as files:
        warm_up(say)
        with progress("worlds", options.worlds) as tick:
            worlds = ran(made.settings, range(seed, seed + options.worlds), options.threads, tick)
        drawn = 0
        for name, table, figure in pictures(
            worlds, kinds, worlds.title(options.lang, options.config_dir), options.lang
        ):
            table.to_csv(files.path(f"{name}.csv"), index=False)
            drawn += len(save(figure, files.path(name), options.formats))
        text = OmegaConf.to_yaml(OmegaConf.create(made.resolved))
        files.path("config.yaml").write_text(text, encoding="utf-8")
        files.json("provenance.json", provenance(options.command_line, started, files.checksums()))
    print(f"{drawn} figures, the table of each and their provenance are in {near(files.final)}")
    return 0


def ran(
    settings: Settings, seeds: Sequence[int], threads: int = 0, tick: Callable[[int], None] = lambda _: None
) -> Worlds:
    """Run the worlds ``seeds``; ``tick`` is told of each that is done."""

    def one(seed: int) -> tuple[np.ndarray, pa.Table, pa.Table]:
        world = run_world(settings, seed, trace=False)
        known = [week for week, _, _ in world.relations]
        kept = {known[-1], *(week for week in known if week % WEEKS_PER_YEAR == 0)}
        yearly = replace(world, relations=[row for row in world.relations if row[0] in kept])
        tick(1)
        pairs = relations_table(str(seed), yearly).select(list(crowd.NEEDED))
        return world.weekly, pairs, events_table(str(seed), world).select(list(TOLD))

    with ThreadPoolExecutor(threads or CORES) as pool:
        weekly, pairs, events = zip(*pool.map(one, seeds), strict=True)
    tables = (pa.concat_tables(rows).to_pandas() for rows in (pairs, events))
    return Worlds(settings, seeds, np.array(weekly), *tables)


def pictures(
    worlds: Worlds, kinds: Sequence[str], title: str, lang: str
) -> Iterator[tuple[str, pd.DataFrame, Figure]]:
    """Yield each figure with its name and the table that it is drawn from."""
    seed, weeks = worlds.seeds[0], worlds.settings.weeks
    names = list(NAMES)
    if "flows" in kinds:
        table = flows.flows_table(pd.DataFrame(summarise(worlds.weekly), columns=names))
        yield "flows", table, flows.flows(table, title, weeks / WEEKS_PER_YEAR, lang)
    if "network" in kinds:
        yield (
            "network",
            network.ties_table(worlds.relations),
            network.network(worlds.relations, title, seed, lang),
        )
    if "trust_matrix" in kinds:
        yield (
            "trust_matrix",
            matrix.trust_table(worlds.relations),
            matrix.trust_matrix(worlds.relations, title, seed, lang),
        )
    if "soil" in kinds:
        yield "soil", soil.soil_table(worlds.weekly, names), soil.soil(worlds.weekly, names, title, lang)
    if "collaborations" in kinds:
        mine = worlds.events[worlds.events["run_id"] == str(seed)]
        table = lives.lives_table(mine, weeks)
        yield "collaborations", table, lives.lives(worlds.events, title, weeks, seed, lang)
