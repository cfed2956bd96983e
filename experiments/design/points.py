"""Tables of points: one row per point, one column per field; an empty cell leaves the field as it is.

A column whose values are lists or mappings holds them as text, and is marked so in its metadata.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import numpy as np
import pyarrow as pa

from experiments.errors import Refused, one_line

TEXT: Final = {b"verbatim": b"1"}
NOTHING: Final = "_"  # a column of empty cells, where a table would have no column at all
MOST_POINTS: Final = 20_000_000
PLAIN_WORD: Final = re.compile(r"[A-Za-z_][\w.\-]*(?<!\.)$")
READ_AS_OTHER: Final = frozenset(("true", "false", "null", "nan", "inf", "yes", "no", "on", "off"))


def points_from(columns: Mapping[str, Sequence[Any]]) -> pa.Table:
    """A table with these columns; raises Refused when one mixes kinds of values."""
    fields, arrays = [], []
    for key, values in columns.items():
        verbatim = any(isinstance(value, (list, dict)) for value in values)
        cells = [None if value is None else _text(value) for value in values] if verbatim else list(values)
        try:
            array = pa.array(_unmixed(key, cells))
        except pa.ArrowException as problem:
            raise Refused(f"The values of '{key}' are of different kinds: {one_line(problem)}") from problem
        fields.append(pa.field(key, array.type, metadata=TEXT if verbatim else None))
        arrays.append(array)
    return pa.table(arrays, schema=pa.schema(fields))


def _unmixed(key: str, cells: list[Any]) -> list[Any]:
    kinds = {type(cell) for cell in cells if cell is not None}
    if kinds == {int, float}:
        return [None if cell is None else float(cell) for cell in cells]
    if len(kinds) > 1:
        raise Refused(f"The values of '{key}' are of different kinds: {', '.join(map(str, cells[:3]))}.")
    return cells


def joined(tables: Sequence[pa.Table]) -> pa.Table:
    """The rows of all tables, one after the other; a field that a table has not stays as it is there."""
    try:
        return pa.concat_tables(tables, promote_options="permissive").combine_chunks()
    except pa.ArrowException as problem:
        raise Refused(f"The parts of the design do not fit together: {one_line(problem)}") from problem


def crossed(tables: Sequence[pa.Table]) -> pa.Table:
    """Every row of each table with every row of the others, the last varying fastest."""
    found = tables[0]
    for other in tables[1:]:
        twice = set(found.column_names) & set(other.column_names) - {NOTHING}
        if twice:
            raise Refused(f"'{min(twice)}' is varied in two parts of the design that are crossed.")
        if len(found) * len(other) > MOST_POINTS:
            raise Refused(f"The design would have {len(found) * len(other):,} points; that is too many.")
        left = found.take(np.repeat(np.arange(len(found)), len(other)))
        right = other.take(np.tile(np.arange(len(other)), len(found)))
        if NOTHING in right.column_names:
            right = right.drop_columns([NOTHING])
        if NOTHING in left.column_names and right.column_names:
            left = left.drop_columns([NOTHING])
        found = pa.table([*left.columns, *right.columns], schema=_both(left, right))
    return found.combine_chunks()


def _both(left: pa.Table, right: pa.Table) -> pa.Schema:
    return pa.schema([*left.schema, *right.schema])


def verbatim(table: pa.Table) -> frozenset[str]:
    """The columns whose text is Hydra's own notation."""
    return frozenset(field.name for field in table.schema if (field.metadata or {}).get(b"verbatim") == b"1")


def rows_of(table: pa.Table) -> Iterator[dict[str, Any]]:
    """Yield each row as a mapping, without the cells that are empty."""
    for row in table.to_pylist():
        yield {key: value for key, value in row.items() if value is not None}


def as_overrides(cells: Mapping[str, Any], as_text: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The cells of one row as Hydra overrides."""
    return tuple(f"{key}={value if key in as_text else _text(value)}" for key, value in cells.items())


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return f"[{','.join(_text(item) for item in value)}]"
    if isinstance(value, Mapping):
        return f"{{{','.join(f'{key}:{_text(item)}' for key, item in value.items())}}}"
    if not isinstance(value, str):
        return repr(value)
    if PLAIN_WORD.match(value) and value.lower() not in READ_AS_OTHER:
        return value
    escaped = value.replace("\\", "\\\\").replace("'", "\\'") if "'" in value else value
    return f"'{escaped}'"
