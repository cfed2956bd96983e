"""Means over worlds with their interval, and how they are written without false decimals."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from analysis.figures.words import number, said
from experiments.compare import half_width
from experiments.numbers import decimals, shown
from sim.arrays import Floats


class Mean(NamedTuple):
    """A mean over worlds, both ends of its 95 % t interval (NaN with a single world), and how many worlds."""

    mean: float
    low: float
    high: float
    worlds: int

    def words(self, lang: str, most: int = 4) -> str:
        """The mean and its interval, down to the first figure of its half-width, in ``most`` decimals."""
        if not np.isfinite(self.mean):
            return "-"
        if not np.isfinite(self.low):
            return number(shown(self.mean, min(most, _places(None, self.mean))), lang)
        places = min(most, _places((self.high - self.low) / 2, self.mean))
        if self.low == self.high:
            return number(shown(self.mean, places), lang)
        low, high = shown(self.low, places), shown(self.high, places)
        return number(f"{shown(self.mean, places)} ({low} {said('to', lang)} {high})", lang)


def _places(half_width: float | None, value: float) -> int:
    return decimals(half_width, None) if half_width else min(3, decimals(None, value))


def mean_of(values: Floats) -> Mean:
    """The mean of finite values with its 95 % interval."""
    there = np.asarray(values, dtype=float)
    there = there[np.isfinite(there)]
    if len(there) < 2:
        return Mean(float(there[0]) if len(there) else float("nan"), float("nan"), float("nan"), len(there))
    mean, half = float(there.mean()), half_width(there)
    return Mean(mean, mean - half, mean + half, len(there))
