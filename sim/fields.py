"""Fields of the state records: name, kind, bounds and meaning, from which the NumPy layouts are made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from sim.arrays import LINE, Dtype


@dataclass(frozen=True)
class Field:
    """One column of a record; ``shape`` is () for a single number."""

    name: str
    kind: str
    low: float
    high: float
    meaning: str
    shape: tuple[int, ...] = ()


def share(name: str, meaning: str, shape: tuple[int, ...] = ()) -> Field:
    """A number between 0 and 1."""
    return Field(name, "f8", 0.0, 1.0, meaning, shape)


def amount(name: str, meaning: str, high: float = 1e9, low: float = 0.0) -> Field:
    """A number with a unit."""
    return Field(name, "f8", low, high, meaning)


def move(name: str) -> list[Field]:
    """The two sums that collect a stock's terms of this week, apart for rises and falls."""
    return [
        Field(f"{name}_up", "f8", 0.0, 1e6, f"Rises of {name} this week."),
        Field(f"{name}_down", "f8", 0.0, 1e6, f"Falls of {name} this week."),
    ]


def count(name: str, meaning: str, low: int = 0, high: int = 2**31 - 1) -> Field:
    """A whole number; -1 means none where ``low`` allows it."""
    return Field(name, "i4", low, high, meaning)


def code(name: str, meaning: str, high: int = 1, low: int = 0) -> Field:
    """A small code or a flag."""
    return Field(name, "i1", low, high, meaning)


def layout(*parts: Field | list[Field]) -> tuple[Field, ...]:
    """Put single fields and groups of fields in one row."""
    flat: list[Field] = []
    for part in parts:
        flat.extend(part if isinstance(part, list) else [part])
    return tuple(flat)


def dtype_of(fields: tuple[Field, ...], *, first: tuple[str, ...] = (), whole_lines: bool = False) -> Dtype:
    """The structured dtype of a record; widest fields first, so that no byte is padding.

    Those named in ``first`` come first in memory, in that order; the order of the columns stays as it is.
    With ``whole_lines`` the row is filled up to whole lines of the cache.
    """
    listed = sorted(fields, key=lambda item: -int(item.kind[1]))
    columns = [(item.name, item.kind, item.shape) for item in listed]
    if not first:
        return np.dtype(columns, align=True)
    later = {item.name: place for place, item in enumerate(listed, start=len(first))}
    order = later | {name: place for place, name in enumerate(first)}
    near = np.dtype(sorted(columns, key=lambda column: order[column[0]]), align=True)
    names = [name for name, _, _ in columns]
    place: Any = near.fields
    told: Any = {"names": names, "formats": [place[name][0] for name in names]}
    told["itemsize"] = -(-near.itemsize // LINE) * LINE if whole_lines else near.itemsize
    told["offsets"] = [place[name][1] for name in names]
    return np.dtype(told, align=True)
