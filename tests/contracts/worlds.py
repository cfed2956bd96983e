"""The same few worlds of a scene with and without a rule."""

from concurrent.futures import ThreadPoolExecutor
from functools import cache

import numpy as np

from sim.ensemble import summarise
from sim.measures import NAMES
from sim.population import populated, template
from sim.registry import rule_number
from sim.week import advance
from tests.contracts.scenes import SCENES

WORLDS = 12


@cache
def run(scene, *off):
    """The worlds of a scene after their run, side by side on threads."""
    return worlds_of(SCENES[scene], *off)


def worlds_of(place, *off):
    """The same for a scene that has no name."""
    made = template(place.settings(*off))

    def one(seed):
        world = populated(made, seed)
        place.people(world)
        advance(world, place.weeks, 0)
        return world

    with ThreadPoolExecutor() as pool:
        return list(pool.map(one, range(WORLDS)))


def told(worlds, measure):
    """One number per world: a measure's summary, or a field such as ``pairs.story``, its mean at the end."""
    records, _, name = measure.partition(".")
    if name:
        return np.array([world.column(records, name).mean() for world in worlds])
    return summarise(np.array([world.weekly_values for world in worlds]))[:, NAMES.index(measure)]


def activity(worlds, key):
    """How much the rule moved in all worlds together."""
    return sum(float(world.activity[rule_number(key)]) for world in worlds)
