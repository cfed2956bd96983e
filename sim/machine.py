"""Machine code at hand: kept on disk, loaded with LLVM alone, called with the address of a world.

A start that finds everything compiled needs no numba: importing it and its types took longer than a world.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import tempfile
from collections.abc import Callable
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final, NamedTuple

import llvmlite.binding as llvm
import numpy as np
import numpy.typing as npt

from sim.arrays import Ints

# What compiled code returns when all went well: numba's two codes for a function without a result.
WELL: Final = (0, -2)
# Room for what compiled code returns beside that: nothing, and no exception.
NOTHING: Final = ctypes.c_void_p * 2
# Asked of an array itself: one of records looks among its fields first.
_asked: Any = vars(np.ndarray)
FLAGS, SIZE, WIDTH, SHAPE, STEPS, WHERE = (
    _asked[name].__get__ for name in ("flags", "size", "itemsize", "shape", "strides", "ctypes")
)
# Which of an array's words says where it is.
PLACE: Final = 4


class Object(NamedTuple):
    """Machine code as it is kept: the name of its function and the object file."""

    symbol: str
    code: bytes


@cache
def maker() -> str:
    """A short name for what made the machine code and for what processor: other makers, other code."""
    features = llvm.get_host_cpu_features().flatten()
    told = (
        version("numba"),
        version("llvmlite"),
        llvm.get_process_triple(),
        llvm.get_host_cpu_name(),
        features,
    )
    return hashlib.sha256("\0".join(told).encode()).hexdigest()[:16]


def kept(file: Path) -> Object | None:
    """What ``file`` holds; None when it is not there, or not whole."""
    try:
        head, _, code = file.read_bytes().partition(b"\n")
    except OSError:
        return None
    checksum, _, symbol = head.decode(errors="replace").partition(" ")
    return Object(symbol, code) if hashlib.sha256(code).hexdigest() == checksum else None


def keep(file: Path, made: Object) -> None:
    """Keep machine code; whoever reads at the same time finds all of it or nothing."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(dir=file.parent)
    with os.fdopen(handle, "wb") as stream:
        stream.write(f"{hashlib.sha256(made.code).hexdigest()} {made.symbol}\n".encode() + made.code)
    os.replace(name, file)


@cache
def _engine() -> Any:
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    machine = llvm.Target.from_default_triple().create_target_machine(jit=True)
    # Code and constants of one object lie near each other only where room is kept for both at once.
    return llvm.create_mcjit_compiler(llvm.parse_assembly(""), machine, use_lmm=True)


def loaded(made: Object, numbers: int) -> Callable[..., int]:
    """The function in ``made``, which takes a world's address and so many whole numbers.

    Before these it takes two places, for a result and for an exception. Python's lock is given up meanwhile.
    """
    engine = _engine()
    engine.add_object_file(llvm.ObjectFileRef.from_data(made.code))
    engine.finalize_object()
    place = engine.get_function_address(made.symbol)
    pointers = [ctypes.c_void_p] * 3
    return ctypes.CFUNCTYPE(ctypes.c_int32, *pointers, *[ctypes.c_int64] * numbers)(place)


def laid_out(world: Any) -> Ints:
    """A world as compiled code finds it: of each array who owns it, its size, place, lengths and steps."""
    words: list[int] = []
    for array in world:
        if not FLAGS(array).c_contiguous:
            raise TypeError("The rows of a world must follow each other in memory.")
        words += (0, 0, SIZE(array), WIDTH(array), place_of(array), *SHAPE(array), *STEPS(array))
    return np.array(words, dtype=np.int64)


def place_of(array: npt.NDArray[Any]) -> int:
    """Where an array is. Not from its interface, which spells out every field of a record."""
    return int(WHERE(array).data)


def spots_of(world: Any) -> dict[str, int]:
    """Which word says of each array where it is."""
    spots, first = {}, 0
    for name, array in zip(world._fields, world, strict=True):
        spots[name] = first + PLACE
        first += PLACE + 1 + 2 * array.ndim
    return spots
