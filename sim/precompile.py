"""Compiling the small functions that everything calls once each, before the week is compiled.

Left alone, numba makes a variant of them for each combination of argument types (a literal, a 32-bit index, a
64-bit one), which took a third of the time to compile.
"""

from __future__ import annotations

from typing import Any

import numba
from numba import types

from sim import draws, events
from sim.state import DTYPES


def signatures() -> list[tuple[Any, tuple[Any, ...]]]:
    """The functions and the one signature that each of them is to have."""
    whole, real, key = types.int64, types.float64, types.uint64
    log = types.Array(numba.from_dtype(events.LOG), 1, "C", aligned=events.LOG.isalignedstruct)
    clock, activity = types.Array(whole, 1, "C"), types.Array(real, 1, "C")
    pair = numba.from_dtype(DTYPES["pair"])
    return [
        (draws.stream_key, (whole, whole, whole)),
        (draws.uniform, (key, whole)),
        (draws.uniform2, (key, whole, whole)),
        (events.rise, (real,)),
        (events.fall, (real,)),
        (events.note, (activity, whole, real)),
        (events.tell, (log, clock, whole, whole, whole, whole, *([whole, real] * 4))),
        (events.note_pair, (activity, log, clock, pair, whole, whole, whole, real)),
    ]


def precompile() -> None:
    """Compile each of them with its one signature and no other."""
    for function, signature in signatures():
        if not function.signatures:
            function.compile(signature)
            function.disable_compile()
