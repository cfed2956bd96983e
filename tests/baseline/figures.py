"""The few runs of the baseline, and how they are kept."""

import json
from pathlib import Path

import numpy as np

from sim.ensemble import summarise
from sim.measures import NAMES
from sim.population import populated, template
from sim.registry import MEASURES
from sim.week import advance
from tests.worlds import levers, settings

KEPT = Path(__file__).parent / "kept.json"
WEEKS, WORLDS, DIGITS = 104, 3, 6
RUNS = {
    "nieuw_west none": settings("none", "nieuw_west", WEEKS),
    "nieuw_west programmatic": settings("programmatic", "nieuw_west", WEEKS),
    "nieuw_west explorative": settings("explorative", "nieuw_west", WEEKS),
    "zuidoost engaged_guide, all levers": settings("engaged_guide", "zuidoost", WEEKS, levers=levers()),
}


def now():
    """Every measure of every run, mean over its worlds, in six digits."""
    return {name: dict(sorted(_measured(made).items())) for name, made in RUNS.items()}


def _measured(made):
    first, weekly = template(made), []
    for seed in range(WORLDS):
        world = populated(first, seed)
        advance(world, made.weeks, 0)
        weekly.append(world.weekly_values)
    values = summarise(np.array(weekly)).mean(axis=0)
    return {name: float(f"{value:.{DIGITS}g}") for name, value in zip(NAMES, values, strict=True)}


def kept():
    return json.loads(KEPT.read_text(encoding="utf-8"))


def differing(before, after):
    """What differs, as run: measure before -> after; a new measure is no difference, one that is gone is."""
    found = []
    for run, measures in before["runs"].items():
        for name, value in measures.items():
            new = after.get(run, {}).get(name)
            if new is None or not np.isclose(new, value, rtol=1e-5, atol=1e-9):
                found.append(f"{run}: {name} {value:g} -> {'gone' if new is None else f'{new:g}'}")
    return found


def write(why, runs):
    """Keep ``runs`` with the reason for which they changed."""
    content = {"why": why, "weeks": WEEKS, "worlds": WORLDS, "runs": runs}
    KEPT.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


assert set(NAMES) == set(MEASURES)
