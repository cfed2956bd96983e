"""From plain mappings (YAML, overrides) to the dataclasses of ``sim.settings``, each wrong field named."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from functools import cache
from typing import Any, Final, get_args, get_origin, get_type_hints

from sim.registry import OutOfBounds, UnknownName, checked, shortened
from sim.settings import District, Effect
from sim.synthetic import City

METADATA: Final = frozenset(
    {"label", "description", "note", "section", "evidence", "sources", "touches", "illustrative"}
)


def build[T](kind: type[T], node: object, where: str) -> T:
    """Make a ``kind`` from ``node``; raises UnknownName or OutOfBounds with the field under ``where``.

    Metadata keys are left out. Bounds and units are checked by ``sim.settings.Settings``.
    """
    if not isinstance(node, Mapping):
        raise OutOfBounds(f"'{where}' must hold named fields, not {shortened(repr(node))}.")
    hints = _hints(kind)
    for key in node:
        if key not in hints and key not in METADATA:
            raise UnknownName(f"field in '{where}'", str(key), hints)
    for field in dataclasses.fields(kind):  # type: ignore[arg-type]
        if field.name not in node and _required(field):
            raise OutOfBounds(f"'{where}.{field.name}' is missing.")
    given = {key: node[key] for key in hints if key in node}
    made = kind(**{key: _value(hints[key], value, f"{where}.{key}") for key, value in given.items()})
    if isinstance(made, Effect):
        checked(f"{where}.amount", made.amount, -1e6, 1e6, f"what '{made.policy}' counts in")
    return made


def district_of(node: object, where: str) -> District:
    """A district as it is written out, or made from counts when it gives a number of ``organisations``."""
    if isinstance(node, Mapping) and "organisations" in node:
        city = build(City, node, where)
        city.check(where)
        return city.district()
    return build(District, node, where)


def plain(thing: object) -> Any:
    """Return a dataclass as nested dicts and lists; sets come out sorted."""
    if dataclasses.is_dataclass(thing) and not isinstance(thing, type):
        return {field.name: plain(getattr(thing, field.name)) for field in dataclasses.fields(thing)}
    if isinstance(thing, Mapping):
        return {str(key): plain(value) for key, value in thing.items()}
    if isinstance(thing, (set, frozenset)):
        return sorted(thing)
    if isinstance(thing, (list, tuple)):
        return [plain(item) for item in thing]
    return thing


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _required(field: dataclasses.Field[Any]) -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


def _value(hint: Any, value: object, where: str) -> Any:
    if get_origin(hint) is tuple:
        return _items(get_args(hint)[0], value, where)
    if dataclasses.is_dataclass(hint):
        return build(hint, value, where)  # type: ignore[arg-type]
    if hint is bool and not isinstance(value, bool):
        raise OutOfBounds(f"'{where}' must be true or false, not {shortened(repr(value))}.")
    if hint is str and not isinstance(value, str):
        raise OutOfBounds(f"'{where}' must be a word, not {shortened(repr(value))}.")
    if get_origin(hint) is not None:
        return _mapping(value, where)
    return float(value) if hint is float and type(value) is int else value


def _items(hint: Any, value: object, where: str) -> tuple[Any, ...]:
    if not isinstance(value, (list, tuple)):
        raise OutOfBounds(
            f"'{where}' must be a list such as [{shortened(value)}], not {shortened(repr(value))}."
        )
    return tuple(_value(hint, item, f"{where}.{number}") for number, item in enumerate(value))


def _mapping(value: object, where: str) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise OutOfBounds(f"'{where}' must hold named numbers, not {shortened(repr(value))}.")
    return {str(key): float(item) if type(item) is int else item for key, item in value.items()}
