"""To numba: a row of one table and a row of another as one, with the fields of both."""

from __future__ import annotations

from typing import Any

from numba import types
from numba.core import cgutils
from numba.core.imputils import lower_getattr_generic, lower_setattr_generic
from numba.core.typing.templates import AttributeTemplate, infer_getattr
from numba.extending import models, register_model

from sim import apart

# numba's own, which say nothing of types.
_struct: Any = cgutils.create_struct_proxy
_get: Any = apart.read
_set: Any = apart.write
_reads: Any = lower_getattr_generic
_sets: Any = lower_setattr_generic


class JoinedRow(types.Type):
    """The type of two rows as one: their addresses."""

    def __init__(self, first: types.Record, rest: types.Record) -> None:
        self.first, self.rest = first, rest
        super().__init__(f"JoinedRow{first._code}and{rest._code}")  # type: ignore[attr-defined]

    def side(self, name: str) -> str:
        """In which of both rows a field stands."""
        return "first" if name in self.first.fields else "rest"


@register_model(JoinedRow)
class _JoinedModel(models.StructModel):
    """In memory: two addresses."""

    def __init__(self, manager: Any, row: JoinedRow) -> None:
        members = [("first", types.voidptr), ("rest", types.voidptr)]
        super().__init__(manager, row, members)  # type: ignore[no-untyped-call]


@infer_getattr
class _JoinedAttributes(AttributeTemplate):
    """An attribute is a field of either row."""

    key = JoinedRow

    def generic_resolve(self, row: JoinedRow, name: str) -> types.Type | None:  # type: ignore[override]
        """The type of the field."""
        side: Any = getattr(row, row.side(name))
        kind: types.Type | None = side.typeof(name) if name in side.fields else None
        return kind


def both(context: Any, builder: Any, kind: JoinedRow, first: Any, rest: Any) -> Any:
    """Two rows as one."""
    made = _struct(kind)(context, builder)
    plain = context.get_value_type(types.voidptr)
    made.first, made.rest = builder.bitcast(first, plain), builder.bitcast(rest, plain)
    return made._getvalue()


def _row_with(context: Any, builder: Any, kind: JoinedRow, value: Any, name: str) -> tuple[Any, Any]:
    side = kind.side(name)
    row, address = getattr(kind, side), _struct(kind)(context, builder, value=value)
    return row, builder.bitcast(getattr(address, side), context.get_value_type(row))


@_reads(JoinedRow)
def _read(context: Any, builder: Any, kind: JoinedRow, value: Any, name: str) -> Any:
    row, address = _row_with(context, builder, kind, value, name)
    return _get(context, builder, row, address, name)


@_sets(JoinedRow)
def _write(context: Any, builder: Any, signature: Any, given: Any, name: str) -> Any:
    row, address = _row_with(context, builder, signature.args[0], given[0], name)
    return _set(context, builder, types.void(row, signature.args[1]), (address, given[1]), name)
