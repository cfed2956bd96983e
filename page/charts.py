"""Which measures the page draws, and their fans over the worlds."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

import sim.library  # noqa: F401  (registers the measures)
from sim.measures import NAMES
from sim.registry import MEASURES

Floats = NDArray[Any]
# Groups of charts, in the order in which the page shows them.
GROUPS: Final[dict[str, tuple[str, ...]]] = {
    "main": (
        "collaborations_alive",
        "trust_in_workers",
        "trust_in_professionals",
        "urgency_professionals",
        "late_crises",
        "volunteer_overload",
    ),
    "soil": ("soil_knowing", "soil_trust", "soil_urgency", "soil_vision"),
    "referrals": ("referrals_offered", "referrals_accepted", "referrals_attributed", "early_help"),
    "people": ("urgency_workers", "volunteer_energy", "volunteer_hours", "disappointment"),
    "bond": ("trust_in_district", "paradox_gap", "starts", "ends"),
}
SHOWN: Final = tuple(name for names in GROUPS.values() for name in names if name in MEASURES)
CHARTED: Final = np.array([list(NAMES).index(name) for name in SHOWN])
POINTS: Final = (5, 25, 50, 75, 95)
EVERY: Final = 4
QUARTER: Final = 13


def kept(weeks: int) -> list[int]:
    """The weeks that a chart shows: every fourth, and the last."""
    return [*range(0, weeks - 1, EVERY), weeks - 1]


def fans(weekly: Floats) -> dict[str, list[list[float | None]]]:
    """For each charted measure the percentiles over the worlds, at the kept weeks.

    ``weekly`` is [worlds, weeks, charted measures]. What is counted per week is told per quarter: the sum
    of the thirteen weeks up to then (of the weeks there are, at the beginning scaled up).
    """
    chosen = kept(weekly.shape[1])
    values = weekly.astype(np.float64)
    for column, name in enumerate(SHOWN):
        if MEASURES[name].summary == "total":
            values[:, :, column] = per_quarter(values[:, :, column])
    seen = values[:, chosen]
    # The version that leaves out missing values is fifty times slower, and hardly ever needed.
    points = (np.percentile if np.isfinite(seen).all() else np.nanpercentile)(seen, POINTS, axis=0)
    short = _short(points)
    return {name: short[:, :, column].tolist() for column, name in enumerate(SHOWN)}


def per_quarter(values: Floats) -> Floats:
    """Sum of the last thirteen weeks; where fewer have passed, their mean times thirteen."""
    total = np.cumsum(values, axis=1)
    total[:, QUARTER:] -= total[:, :-QUARTER].copy()
    count = np.minimum(np.arange(1, values.shape[1] + 1), QUARTER)
    return total * (QUARTER / count)


def _short(values: Floats) -> NDArray[Any]:
    """Four figures of each value; None for a missing one."""
    size = np.floor(np.log10(np.maximum(np.abs(values), 1e-9)))
    places = 10.0 ** (3 - size)
    rounded = np.round(values * places) / places
    return rounded if np.isfinite(rounded).all() else np.where(np.isfinite(rounded), rounded, None)
