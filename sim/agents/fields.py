"""Properties made from the layouts of the records, so that every field of a row can be read and set."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sim.fields import Field
from sim.registry import OutOfBounds, checked, find
from sim.state import ISSUES, LAYOUTS

# Fields that say which row belongs where, or that the model alone may move: a wrong number in one of them
# would make compiled code read outside an array.
FIXED: Final[Mapping[str, frozenset[str]]] = {
    "professional": frozenset(
        {
            "institution",
            "background",
            "side_group",
            "generation",
            "alive",
            "role",
            "knows_from",
            "knows_to",
        }
    ),
    "worker": frozenset(
        {
            "self_organisation",
            "community",
            "side_group",
            "generation",
            "alive",
            "best_preventive",
            "best_youth_care",
            "best_school",
            "knows_from",
            "knows_to",
            "pairs_from",
        }
    ),
    "parent": frozenset(
        {"community", "self_organisation", "worker", "helper", "help", "alive", "generation", "neighbourhood"}
    ),
    "institution": frozenset({"first", "staff", "advisers", "case_workers", "domain", "neighbourhood"}),
    "self_organisation": frozenset({"first", "staff", "community", "host_pair", "orientation"}),
    "district": frozenset({"week", "holiday", "first_week", "outside_guides"}),
}


class ByIssue:
    """One number per contested issue, read and set by the issue's name or number.

    ``values`` is the row's own array, shape (9,), each share 0 to 1.
    """

    def __init__(self, values: npt.NDArray[np.float64], where: str) -> None:
        self.values, self._where = values, where

    def __getitem__(self, issue: str | int) -> float:
        return float(self.values[issue_number(issue)])

    def __setitem__(self, issue: str | int, value: float) -> None:
        number = issue_number(issue)
        self.values[number] = checked(f"{self._where}.{ISSUES[number]}", plain(value), 0.0, 1.0, "share")

    def __iter__(self) -> Iterator[str]:
        return iter(ISSUES)

    def __len__(self) -> int:
        return len(ISSUES)

    def keys(self) -> tuple[str, ...]:
        """The names of the issues, in order; ``dict(...)`` of this object works."""
        return ISSUES

    def replace(self, values: Mapping[str, float] | Sequence[float] | ByIssue) -> None:
        """Set several issues by name, or all nine in order."""
        given = values.values.tolist() if isinstance(values, ByIssue) else values
        if isinstance(given, Mapping):
            for issue, value in given.items():
                self[issue] = value
        elif len(given) == len(ISSUES):
            for number, value in enumerate(given):
                self[number] = value
        else:
            raise OutOfBounds(f"'{self._where}' needs {len(ISSUES)} numbers, not {len(given)}.")

    def __repr__(self) -> str:
        return f"{self._where}({', '.join(f'{name}={self[name]:.2f}' for name in ISSUES)})"


def issue_number(issue: str | int) -> int:
    """The column of an issue; raises UnknownName, with the nearest name, for one that is not there."""
    if isinstance(issue, str):
        number: int = find("contested issue", {name: n for n, name in enumerate(ISSUES)}, issue)
        return number
    if not 0 <= issue < len(ISSUES):
        raise IndexError(f"There are {len(ISSUES)} contested issues, from 0; there is no {issue}.")
    return int(issue)


def plain(value: Any) -> Any:
    """A NumPy number as the Python number it is; anything else as it comes."""
    return value.item() if isinstance(value, np.generic) else value


def valid(where: str, field: Field, value: Any) -> float | int:
    """Return ``value`` if ``field`` may hold it; raises OutOfBounds with a sentence that names ``where``."""
    value = plain(value)
    if field.kind.startswith("f"):
        return checked(where, value, field.low, field.high, field.meaning.rstrip("."))
    if not isinstance(value, (bool, int)) or not field.low <= value <= field.high:
        span = f"from {field.low:g} to {field.high:g}"
        raise OutOfBounds(f"'{where}' must be a whole number {span}, not {value!r}.")
    return int(value)


def number_property(kind: str, field: Field) -> property:
    """Reads one field of the view's row; sets it too, unless the model alone may move it."""

    def read(self: Any) -> Any:
        return self._store.columns(kind)[field.name].item(self.row)

    def write(self: Any, value: Any) -> None:
        column = self._store.columns(kind)[field.name]
        column[self.row] = valid(f"{type(self).__name__}.{field.name}", field, value)

    fixed = field.name in FIXED.get(kind, frozenset())
    return property(read, None if fixed else write, None, field.meaning)


def issue_property(kind: str, field: Field) -> property:
    """Reads and sets one field that has a number per contested issue."""

    def read(self: Any) -> ByIssue:
        return ByIssue(self._store.columns(kind)[field.name][self.row], f"{type(self).__name__}.{field.name}")

    def write(self: Any, values: Any) -> None:
        read(self).replace(values)

    return property(read, write, None, field.meaning)


def several_property(kind: str, field: Field) -> property:
    """Reads one field that holds several numbers which only the model moves."""

    def read(self: Any) -> tuple[float, ...]:
        return tuple(self._store.columns(kind)[field.name][self.row].tolist())

    return property(read, None, None, field.meaning)


def property_of(kind: str, field: Field) -> property:
    """The property that fits a field's shape."""
    if field.shape == (len(ISSUES),):
        return issue_property(kind, field)
    return several_property(kind, field) if field.shape else number_property(kind, field)


def of_record[T: type](kind: str) -> Callable[[T], T]:
    """Give a class a property for every field of the records of ``kind``.

    A name that the class defines itself (``worker``, the view) stays; its field is then ``worker_row``.
    """

    def decorate(cls: T) -> T:
        for field in LAYOUTS[kind]:
            name = field.name if not hasattr(cls, field.name) else f"{field.name}_row"
            setattr(cls, name, property_of(kind, field))
        return cls

    return decorate
