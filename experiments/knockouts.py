"""The same worlds with a rule taken out: what that does to every measure and to what other rules move."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from experiments.compare import Floats, Tick
from experiments.progress import cores
from sim.ensemble import summarise
from sim.population import populated, template
from sim.registry import RULES
from sim.settings import Settings
from sim.week import advance


class Lived(NamedTuple):
    """Worlds after their run: every measure in one number, and how much each rule moved, [worlds, ...]."""

    measures: Floats
    moved: Floats


def lived(settings: Settings, seeds: Sequence[int], threads: int, tick: Tick) -> Lived:
    """Run the worlds of one side, counting what each rule moves."""
    made = template(settings)

    def run(seed: int) -> tuple[Floats, Floats]:
        world = populated(made, seed)
        advance(world, settings.weeks, 0, threads=1)
        tick(1)
        return summarise(world.weekly_values), world.activity.copy()

    with ThreadPoolExecutor(threads or cores()) as pool:
        done = list(pool.map(run, seeds))
    return Lived(np.array([one for one, _ in done]), np.array([other for _, other in done]))


@dataclass(frozen=True)
class Apart:
    """Variant minus base in the same worlds: measures and what rules moved, [worlds, ...]."""

    measures: Floats
    moved: Floats


def apart(base: Lived, variant: Lived) -> Apart:
    """The paired differences of two sides."""
    return Apart(variant.measures - base.measures, variant.moved - base.moved)


def without(settings: Settings, *rules: str) -> Settings:
    """The same settings with ``rules`` switched off."""
    return replace(settings, rules_off=settings.rules_off | frozenset(rules))


def active(base: Settings, variant: Settings) -> list[str]:
    """The rules that are on on either side, in the order of the registry."""
    return [rule.key for rule in RULES if not (_off(rule, base) and _off(rule, variant))]


def _off(rule: object, settings: Settings) -> bool:
    return bool({getattr(rule, "key", ""), getattr(rule, "name", "")} & settings.rules_off)


def knocked(
    base: Settings, variant: Settings, rules: Sequence[str], seeds: Sequence[int], threads: int, tick: Tick
) -> Apart:
    """Both sides without ``rules``, in the same worlds, and what is then apart between them."""
    one, two = (lived(without(side, *rules), seeds, threads, tick) for side in (base, variant))
    return apart(one, two)
