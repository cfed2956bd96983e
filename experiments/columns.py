"""Columns of Arrow tables from what lies in memory.

Asked to convert a list or an array, Arrow imports pandas first, to see whether it is one of its own: that
takes a third of a second, which a command that needs no pandas need not wait for.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa


def numbers(values: np.ndarray) -> pa.Array:
    """A column of numbers."""
    data = pa.py_buffer(np.ascontiguousarray(values))
    return pa.Array.from_buffers(pa.from_numpy_dtype(values.dtype), len(values), [None, data])


def texts(words: Sequence[str], numbers: np.ndarray | None = None) -> pa.Array:
    """A column of words; with ``numbers`` of the words these stand for, a number below 0 for none."""
    encoded = [word.encode() for word in words]
    known = None
    if numbers is not None:
        known = numbers >= 0
        encoded = [encoded[number] if number >= 0 else b"" for number in numbers.tolist()]
    ends = np.cumsum([0, *map(len, encoded)], dtype=np.int32)
    buffers = [pa.py_buffer(ends), pa.py_buffer(b"".join(encoded))]
    return pa.StringArray.from_buffers(len(encoded), *buffers, _bits(known))


def _bits(known: np.ndarray | None) -> pa.Buffer | None:
    """A bit for each row that says whether there is a value; nothing where there is one everywhere."""
    return None if known is None or known.all() else pa.py_buffer(np.packbits(known, bitorder="little"))
