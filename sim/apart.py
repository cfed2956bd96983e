"""To LLVM: rows of different kinds lie apart in memory, and so do arrays of whole numbers.

Without that, what is known of one row is read again after each number that is set in another. Arrays of
fractions may be the same memory as rows (``sim/world.py``), so nothing is told of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from llvmlite import ir
from numba import types
from numba.core.imputils import lower_getattr_generic, lower_setattr_generic
from numba.np import arrayobj

# numba's own, which say nothing of types.
_numba: Any = arrayobj
_get, _set = _numba.record_getattr, _numba.record_setattr
_load, _store = _numba.load_item, _numba.store_item
_reads: Any = lower_getattr_generic
_sets: Any = lower_setattr_generic
# Of an array inside a row it is not known inside which kind of row.
INSIDE: Final = "inside"
_OURS: Final = [False]


@contextmanager
def rows_apart() -> Iterator[None]:
    """Meanwhile it is told: it holds for our rows, and need not for those of others in this process."""
    _OURS[0], _numba.load_item, _numba.store_item = True, load_item, store_item
    try:
        yield
    finally:
        _OURS[0], _numba.load_item, _numba.store_item = False, _load, _store


def mark(builder: Any, kind: str, first: int) -> None:
    """What is read or set from instruction ``first`` on is part of this kind of memory."""
    module, zero = builder.module, ir.Constant(ir.IntType(64), 0)
    memory = module.add_metadata([ir.MetaDataString(module, "memory")])
    node = module.add_metadata([ir.MetaDataString(module, kind), memory, zero])
    tag = module.add_metadata([node, node, zero])
    for one in builder.block.instructions[first:]:
        if isinstance(one, ir.LoadInstr | ir.StoreInstr):
            one.set_metadata("tbaa", tag)


def kind_of(array: types.Array) -> str:
    """The kind of memory that the numbers of an array are; empty where it may be that of rows."""
    if isinstance(array, types.NestedArray):
        return INSIDE
    return str(array.dtype) if isinstance(array.dtype, types.Integer) else ""


def is_number_of_ours(row: types.Record, name: str) -> bool:
    """Whether a field of a row is one number, and the row ours."""
    return _OURS[0] and not isinstance(row.typeof(name), types.NestedArray)


@_reads(types.Record)
def read(context: Any, builder: Any, row: types.Record, value: Any, name: str) -> Any:
    """A field of a row."""
    first = len(builder.block.instructions)
    got = _get(context, builder, row, value, name)
    if is_number_of_ours(row, name):
        mark(builder, f"row {row._code}", first)  # type: ignore[attr-defined]
    return got


@_sets(types.Record)
def write(context: Any, builder: Any, signature: Any, given: Any, name: str) -> Any:
    """A field of a row is set."""
    row, first = signature.args[0], len(builder.block.instructions)
    made = _set(context, builder, signature, given, name)
    if is_number_of_ours(row, name):
        mark(builder, f"row {row._code}", first)
    return made


def load_item(context: Any, builder: Any, array: types.Array, place: Any) -> Any:
    """A number of an array."""
    first = len(builder.block.instructions)
    got = _load(context, builder, array, place)
    if kind_of(array):
        mark(builder, kind_of(array), first)
    return got


def store_item(context: Any, builder: Any, array: types.Array, value: Any, place: Any) -> Any:
    """A number of an array is set."""
    first = len(builder.block.instructions)
    made = _store(context, builder, array, value, place)
    if kind_of(array):
        mark(builder, kind_of(array), first)
    return made
