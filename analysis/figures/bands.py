"""How worlds are told in a line and two bands: the median, the middle half and the middle nine tenths."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from sim.arrays import Floats

POINTS: Final = (0.05, 0.25, 0.5, 0.75, 0.95)


class Bands(NamedTuple):
    """Points of the distribution over worlds in each week, each [weeks]; NaN where too few have a value."""

    low90: Floats
    low50: Floats
    median: Floats
    high50: Floats
    high90: Floats

    def between(self, first: int, last: int) -> Bands:
        """The weeks ``first`` up to and including ``last``."""
        return Bands(*(points[first : last + 1] for points in self))


def bands(values: Floats) -> Bands:
    """Take the bands of ``values`` [worlds, weeks] week by week.

    Worlds without a value (NaN) are left out; a week in which fewer than a tenth of the worlds has one is
    left empty.
    """
    there = np.isfinite(values)
    enough = there.sum(axis=0) >= max(1, len(values) / 10)
    points = np.full((len(POINTS), values.shape[1]), np.nan)
    if there.all():
        points[:] = np.quantile(values, POINTS, axis=0)
    elif enough.any():
        points[:, enough] = np.nanquantile(np.where(there, values, np.nan)[:, enough], POINTS, axis=0)
    return Bands(*points)
