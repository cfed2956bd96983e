"""What a pattern is: a question to the runs, its contrast, what is measured, and which way it must come out.

A pattern shares no code with the rules: it reads what a run shows, as an outsider would.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from analysis.patterns.watched import Watched

Floats = NDArray[np.float64]
# What was read: by arm and by the name of the reading, an array over worlds (same seed, same place).
Sides = Mapping[str, Mapping[str, Floats]]
Effect = Callable[[Sides], Floats]

UP, DOWN, SAME = "up", "down", "same"
NEAR: Final = 0.1  # "no effect": within this share of the effect that it is compared with


@dataclass(frozen=True)
class Claim:
    """One direction: the paired difference ``effect`` is above zero (``up``), below it (``down``), or no more
    than a tenth of the effect ``beside`` (``same``).
    """

    name: str
    en: str
    nl: str
    effect: Effect
    way: str = UP
    beside: Effect | None = None

    def __post_init__(self) -> None:
        """Refuse a claim that cannot be judged."""
        if self.way not in (UP, DOWN, SAME) or (self.way == SAME) != (self.beside is not None):
            raise ValueError(f"Claim '{self.name}' needs a way, and something beside it when that is 'same'.")


@dataclass(frozen=True)
class Pattern:
    """One pattern.

    ``arms`` are the settings that are set against each other (one for a contrast within runs), ``read`` turns
    a run into named numbers, and each of ``claims`` must come out; the first is the main one.

    ``weeks`` are those of which ``read`` wants to see the people, besides the end.
    """

    id: str
    section: str
    en: str
    nl: str
    contrast: str
    measure: str
    arms: Mapping[str, tuple[str, ...]]
    read: Callable[[Watched], Mapping[str, float]]
    claims: tuple[Claim, ...]
    weeks: tuple[int, ...] = ()


def apart(variant: str, base: str, reading: str) -> Effect:
    """The difference that ``variant`` makes to a reading, beside ``base``."""
    return lambda sides: sides[variant][reading] - sides[base][reading]


def within(arm: str, one: str, other: str) -> Effect:
    """The difference of two readings of the same runs."""
    return lambda sides: sides[arm][one] - sides[arm][other]


def over(arm: str, reading: str, bar: float = 0.0) -> Effect:
    """How far a reading lies above ``bar``."""
    return lambda sides: sides[arm][reading] - bar


def apart_more(one: tuple[str, str], other: tuple[str, str], reading: str) -> Effect:
    """How much more the first contrast (variant, base) does to a reading than the second."""
    first, second = apart(*one, reading), apart(*other, reading)
    return lambda sides: first(sides) - second(sides)


def pooled(arm: str, top: str, bottom: str) -> Effect:
    """The ratio of two readings summed over all worlds, as one value per world whose mean is that ratio.

    Each value is what the ratio becomes in a sample of worlds like that one, to first order, so that their
    spread gives the usual interval of a ratio of means. A world counts by what it has below the line, where
    a mean of ratios would count one with hardly anything as much as one with a lot.
    """

    def effect(sides: Sides) -> Floats:
        above, below = sides[arm][top], sides[arm][bottom]
        if not np.nansum(below) > 0:
            return np.full(len(below), np.nan)
        ratio = np.nansum(above) / np.nansum(below)
        return ratio + (above - ratio * below) / np.nanmean(below)

    return effect


def share(part: float, whole: float) -> float:
    """A share; NaN where there is nothing to take a share of."""
    return part / whole if whole > 0 else float("nan")


def mean_of(values: Floats) -> float:
    """The mean; NaN of nothing."""
    return float(values.mean()) if len(values) else float("nan")
