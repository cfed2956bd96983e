"""Types of the arrays the model runs on."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt

Records = np.recarray[Any, Any]
Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Dtype = np.dtype[Any]
# One row of Records. Its fields are known to the compiler and the contract tests, not to the type checker.
Record = Any


# Bytes that go through the caches in one piece.
LINE: Final = 64


def records(length: int, dtype: Dtype) -> Records:
    """``length`` rows of zeros whose fields read as attributes, compiled or not."""
    return room(length * dtype.itemsize, dtype).view(dtype).view(np.recarray)


def room(size: int, dtype: Dtype) -> npt.NDArray[np.uint8]:
    """``size`` bytes of zeros; rows of whole lines begin where a line does."""
    if dtype.itemsize % LINE > 0:
        return np.zeros(size, np.uint8)
    memory = np.zeros(size + LINE, np.uint8)
    start = -memory.ctypes.data % LINE
    return memory[start : start + size]
