"""What is recorded every week, and the layout of one week's record."""

from __future__ import annotations

from typing import Final

import numpy as np

from sim import measured
from sim.registry import MEASURES

MEASURED: Final = measured
NAMES: Final = tuple(MEASURES)
WEEK_RECORD: Final = np.dtype([(name, "f8") for name in NAMES])
# Counted while the week goes on; the others are read from the state when it ends.
COUNTED: Final = tuple(
    name for name in NAMES if MEASURES[name].summary == "total" and not name.startswith("money_")
)
FLOW_RECORD: Final = np.dtype([(name, "f8") for name in COUNTED])
COLUMNS: Final = np.array([NAMES.index(name) for name in COUNTED])
