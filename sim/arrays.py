"""Types of the arrays the model runs on."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Records = np.recarray[Any, Any]
Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Dtype = np.dtype[Any]
# One row of Records. Its fields are known to the compiler and the contract tests, not to the type checker.
Record = Any


def records(length: int, dtype: Dtype) -> Records:
    """``length`` rows of zeros whose fields read as attributes, compiled or not."""
    return np.zeros(length, dtype).view(np.recarray)
