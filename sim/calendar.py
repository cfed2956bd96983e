"""The calendar: weeks, school holidays, budget year and council period."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

WEEKS_PER_YEAR: Final = 52
COUNCIL_WEEKS: Final = 4 * WEEKS_PER_YEAR
# Week numbers of a year, from 0, as Amsterdam schools have them on average.
HOLIDAYS: Final = frozenset({0, 8, 17, 18, 28, 29, 30, 31, 32, 33, 42, 51})


def holidays(weeks: int, first: int = 0) -> npt.NDArray[np.int8]:
    """A flag per week of a run that starts in week ``first`` of a year: 1 in a school holiday."""
    return np.array([(first + week) % WEEKS_PER_YEAR in HOLIDAYS for week in range(weeks)], dtype=np.int8)
