"""Compiling with numba: imported only when something is to be compiled."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, Final

import numba
from llvmlite import ir
from numba import types
from numba.core.compiler_lock import global_compiler_lock
from numba.core.registry import CPUDispatcher, cpu_target
from numba.extending import intrinsic, typeof_impl
from numba.np import arrayobj

from sim.apart import rows_apart
from sim.joining import JoinedRow, both
from sim.linking import CallCompiler, KeptCompiler, PartCompiler, WholeCompiler
from sim.machine import Object
from sim.parts import Fetch, Join, Part
from sim.passing import Held, widened

# The model makes no array inside compiled code, so numba need not count references to those it is given;
# counting them made a week fourteen times slower.
# Division by zero gives inf, as it does for NumPy numbers in plain Python.
OPTIONS: Final[dict[str, Any]] = {"nogil": True, "_nrt": False, "error_model": "numpy"}
# What tells the processor to fetch a row.
PREFETCH: Final = "llvm.prefetch.p0"
BARE: Final[dict[str, Any]] = {"no_cpython_wrapper": True, "no_cfunc_wrapper": True}


class _Inner(CPUDispatcher):
    """A function that is compiled into its callers only."""

    def get_call_template(self, args: Any, kws: Any) -> Any:
        """One variant for all widths of whole numbers: without this a fifth more was compiled."""
        wide = {name: widened(kind) for name, kind in kws.items()}
        return super().get_call_template([widened(kind) for kind in args], wide)


@typeof_impl.register(Part)
def _typed(part: Part, context: Any) -> Any:
    """To numba a part is its dispatcher, made when a caller is first compiled."""
    if part.dispatcher is None:
        compiler = CallCompiler if part.stays_a_call else PartCompiler
        inner = numba.njit(pipeline_class=compiler, **OPTIONS, **BARE)(part.py_func)
        inner.__class__ = _Inner
        part.dispatcher = inner
    return numba.typeof(part.dispatcher)


@cache
def _fetching(at: tuple[int, ...]) -> Any:
    """The processor is told which row comes soon; a row that is not there does no harm."""

    def fetch(context: Any, rows: Any, i: Any) -> Any:
        return types.void(rows, i), code

    def code(context: Any, builder: Any, signature: Any, given: Any) -> Any:
        kind = signature.args[0]
        byte, number = ir.IntType(8).as_pointer(), ir.IntType(32)
        shape = ir.FunctionType(ir.VoidType(), [byte, number, number, number])
        function = builder.module.globals.get(PREFETCH) or ir.Function(builder.module, shape, PREFETCH)
        start = builder.bitcast(context.make_array(kind)(context, builder, given[0]).data, byte)
        row = builder.mul(given[1], ir.Constant(given[1].type, kind.dtype.size))
        for far in at:
            place = builder.gep(start, [builder.add(row, ir.Constant(row.type, far))])
            builder.call(function, [place, number(1), number(3), number(1)])
        return context.get_dummy_value()

    return intrinsic(fetch)


@typeof_impl.register(Fetch)
def _typed_fetch(fetch: Fetch, context: Any) -> Any:
    made, known = _fetching(fetch.at), cpu_target.typing_context
    known.refresh()
    return known.resolve_value_type(made)


@intrinsic
def _join(context: Any, first: Any, rest: Any) -> Any:
    """Two rows as one."""

    def code(context: Any, builder: Any, signature: Any, given: Any) -> Any:
        return both(context, builder, signature.return_type, *given)

    return JoinedRow(first, rest)(first, rest), code


@typeof_impl.register(Join)
def _typed_join(join: Join, context: Any) -> Any:
    return cpu_target.typing_context.resolve_value_type(_join)


@contextmanager
def _no_row_counted_from_the_end() -> Iterator[None]:
    """Meanwhile no index is looked at whether it is below 0: -1 is nobody, and never asked for."""

    def as_it_is(context: Any, builder: Any, kind: Any, index: Any, size: Any) -> Any:
        return context.cast(builder, index, kind, types.intp)

    usual = arrayobj.fix_integer_index
    arrayobj.fix_integer_index = as_it_is
    try:
        yield
    finally:
        arrayobj.fix_integer_index = usual


def machine_code(function: Callable[..., Any], world: Any, numbers: int) -> Object:
    """Compile a function of a world's address and so many whole numbers."""
    compiled = numba.njit(pipeline_class=KeptCompiler, **OPTIONS, **BARE)(function)
    kinds = (Held(numba.typeof(world)), *[numba.int64] * numbers)
    # Meanwhile no other thread compiles anything, for which it would not hold.
    with global_compiler_lock, _no_row_counted_from_the_end(), rows_apart():
        compiled.compile(kinds)
    made = compiled.overloads[kinds]
    return Object(made.fndesc.llvm_func_name, made.library._get_compiled_object())


def door(function: Callable[..., Any]) -> Callable[..., Any]:
    """A compiled function that Python calls with plain numbers and arrays."""
    made: Callable[..., Any] = numba.njit(pipeline_class=WholeCompiler, **OPTIONS)(function)
    return made
