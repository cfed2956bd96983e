"""Whether plain Mesa and the compiled model give the same aggregates within chance."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.plain_mesa.model import PlainMesa
from benchmarks.subset import MEASURES, compiled_settings, district, parameters
from sim.arrays import Floats
from sim.ensemble import run_ensemble
from sim.measures import NAMES

# Far beyond what chance does over all measures together; a wrong formula lands well outside.
TOLERANCE = 4.5


@dataclass(frozen=True)
class Agreement:
    """Means of both sides over worlds (each the mean of its weeks) and their distance in standard errors.

    ``mesa`` is the other side, plain Mesa or another peer.
    """

    measure: str
    compiled: float
    mesa: float
    distance: float

    @property
    def holds(self) -> bool:
        """Whether the distance is within chance."""
        return abs(self.distance) <= TOLERANCE


def compiled_means(worlds: int, weeks: int) -> Floats:
    """Mean over the weeks of every compared measure, shape (worlds, measures)."""
    weekly = run_ensemble(compiled_settings(weeks), range(worlds), threads=1)
    return weekly[:, :, [NAMES.index(name) for name in MEASURES]].mean(axis=1)


def mesa_means(worlds: int, weeks: int) -> Floats:
    """The same from plain Mesa."""
    place, p = district(), parameters()
    means = np.empty((worlds, len(MEASURES)))
    for seed in range(worlds):
        model = PlainMesa(place, p, seed)
        for _ in range(weeks):
            model.step()
        means[seed] = model.weekly.get_model_vars_dataframe()[list(MEASURES)].mean()
    return means


def distances(names: Sequence[str], ours: Floats, theirs: Floats) -> list[Agreement]:
    """How far the means of both sides lie apart, of tables with a row for each world.

    The spread over worlds is that of both sides together: of few worlds alone it would be known badly.
    """
    found, n, m = [], len(ours), len(theirs)
    for name, one, other in zip(names, ours.T, theirs.T, strict=True):
        spread = ((n - 1) * one.var(ddof=1) + (m - 1) * other.var(ddof=1)) / (n + m - 2)
        error = math.sqrt(spread * (1.0 / n + 1.0 / m))
        gap = float(one.mean() - other.mean())
        distance = gap / error if error > 0.0 else (0.0 if gap == 0.0 else math.inf)
        found.append(Agreement(name, float(one.mean()), float(other.mean()), distance))
    return found


def compare(worlds: int, weeks: int) -> list[Agreement]:
    """Compare both sides on every measure."""
    return distances(MEASURES, compiled_means(worlds, weeks), mesa_means(worlds, weeks))


if __name__ == "__main__":
    for row in compare(worlds=40, weeks=104):
        print(f"{row.measure:40s}{row.compiled:10.4f}{row.mesa:10.4f}{row.distance:+7.1f}")
