"""What patterns read in a run: the world is watched at weeks that they name, and told in a few numbers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final

import numpy as np

from analysis.patterns import Pattern, pattern
from analysis.patterns.watched import Ints, Watched
from sim.ensemble import advance_to, grown
from sim.events import COUNT, KIND, TELLING, WEEK
from sim.happenings import event_rows
from sim.measures import NAMES
from sim.population import populated
from sim.scenario import KINDS
from sim.settings import Settings
from sim.world import World

Readings = dict[tuple[str, str], float]
TABLES: Final = {
    "worker": "workers",
    "professional": "professionals",
    "pair": "pairs",
    "collaboration": "collaborations",
    "parent": "parents",
    "institution": "institutions",
    "self_organisation": "self_organisations",
    "community": "communities",
}
COLUMNS: Final = {name: number for number, name in enumerate(NAMES)}


def readings(
    settings: Settings, empty: World, seed: int, wanted: Sequence[str]
) -> tuple[np.ndarray, Readings]:
    """Run one world and read it for each pattern of ``wanted``; also return its weeks."""
    asking = [_pattern(name) for name in wanted]
    run = watched(settings, empty, seed, {week for one in asking for week in one.weeks})
    found = {(one.id, name): float(value) for one in asking for name, value in one.read(run).items()}
    return run.weekly, found


def watched(settings: Settings, empty: World, seed: int, weeks: set[int]) -> Watched:
    """Run one world, keeping what its people and pairs are at ``weeks`` and at the end."""
    telling = empty._replace(clock=empty.clock.copy())
    telling.clock[TELLING] = 1
    world = grown(populated(telling, seed))
    tables: dict[tuple[str, int], Any] = {}
    for week in sorted({week for week in weeks if week < settings.weeks} | {settings.weeks}):
        world = advance_to(world, week, threads=1) if week > world.clock[WEEK] else world
        for kind, name in TABLES.items():
            tables[kind, week] = world.copied(name)
    log = np.asarray(world.log[: world.clock[COUNT]]).view(np.ndarray)
    parts = _parts(settings)
    return Watched(world.weekly_values, COLUMNS, tables, log, KIND, parts, settings.district.budget)


@lru_cache(maxsize=128)
def _pattern(name: str) -> Pattern:
    return pattern(name)


def _parts(settings: Settings) -> dict[str, tuple[Ints, Ints]]:
    """Workers and professionals, combined, whom the scenario's events of each kind are or would be about."""
    found: dict[str, tuple[list[int], list[int]]] = {}
    for event in event_rows(settings.scenario.events, settings.scenario, settings.district):
        workers, professionals = found.setdefault(KINDS[event["kind"]], ([], []))
        ours = range(event["workers_from"], event["workers_to"])
        theirs = range(event["professionals_from"], event["professionals_to"])
        for i in ours or [-1]:
            for j in theirs or [-1]:
                workers.append(i)
                professionals.append(j)
    return {kind: (np.array(one), np.array(two)) for kind, (one, two) in found.items()}
