"""A world is handed on as one address: a tuple of many arrays would be handed on as some two hundred numbers.

What the address points at is filled once, by who calls an entry point (``sim/machine.py``), and does not
change: compiled code may read it again or keep what it read, as it likes.
"""

from __future__ import annotations

from typing import Any

from llvmlite import ir
from numba import types
from numba.core.imputils import lower_getattr_generic
from numba.core.typing.templates import AttributeTemplate, infer_getattr
from numba.extending import models, register_model

INDEX = ir.IntType(32)
USED = ("data", "shape", "strides")


class Held(types.Type):
    """The type of the address of a named tuple."""

    def __init__(self, fields: types.NamedTuple) -> None:
        self.fields = fields
        super().__init__(f"Held{fields._code}")  # type: ignore[attr-defined]


def widened(kind: types.Type) -> types.Type:
    """The type as which an argument of type ``kind`` is handed on: a whole number in 64 bits, no literals."""
    plain = types.unliteral(kind)
    return types.int64 if isinstance(plain, types.Integer) and plain.signed else plain  # type: ignore[attr-defined]


@register_model(Held)
class _HeldModel(models.PrimitiveModel):
    """In memory: a pointer to the tuple as numba lays it out."""

    def __init__(self, manager: Any, held: Held) -> None:
        layout = manager.lookup(held.fields).get_value_type()
        super().__init__(manager, held, layout.as_pointer())


@infer_getattr
class _HeldAttributes(AttributeTemplate):
    """An attribute of the address is a field of the tuple."""

    key = Held

    def generic_resolve(self, held: Held, name: str) -> types.Type | None:  # type: ignore[override]
        """The type of the field."""
        fields = held.fields.fields
        return held.fields.types[fields.index(name)] if name in fields else None


@lower_getattr_generic(Held)
def _read(context: Any, builder: Any, held: Held, address: Any, name: str) -> Any:
    """The array, of which compiled code uses where it is and how long."""
    place = held.fields.fields.index(name)
    kind = held.fields.types[place]
    layout = context.data_model_manager[kind]
    whole = ir.Constant(context.get_value_type(kind), ir.Undefined)
    for part in USED:
        number = layout.get_field_position(part)
        steps: list[list[int]] = [[]] if part == "data" else [[dimension] for dimension in range(kind.ndim)]
        for step in steps:
            path = [INDEX(0), INDEX(place), INDEX(number), *map(INDEX, step)]
            value = builder.load(builder.gep(address, path, inbounds=True))
            value.set_metadata("invariant.load", builder.module.add_metadata([]))
            whole = builder.insert_value(whole, value, [number, *step])
    return whole
