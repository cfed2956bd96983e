"""Columns of Arrow tables from what lies in memory.

Asked to convert a list or an array, Arrow imports pandas first, to see whether it is one of its own: that
takes a third of a second, which a command that needs no pandas need not wait for.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa


def numbers(values: np.ndarray, known: np.ndarray | None = None) -> pa.Array:
    """A column of numbers; ``known`` says for each whether there is one at all."""
    validity = None if known is None or known.all() else pa.py_buffer(np.packbits(known, bitorder="little"))
    data = pa.py_buffer(np.ascontiguousarray(values))
    return pa.Array.from_buffers(pa.from_numpy_dtype(values.dtype), len(values), [validity, data])


def texts(words: Sequence[str]) -> pa.Array:
    """A column of words."""
    encoded = [word.encode() for word in words]
    ends = np.cumsum([0, *map(len, encoded)], dtype=np.int32)
    return pa.StringArray.from_buffers(len(words), pa.py_buffer(ends), pa.py_buffer(b"".join(encoded)))
