"""Setting one field in the nested configuration, with the nearest right name when there is none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from experiments.errors import Refused
from sim.registry import RULES, OutOfBounds, UnknownName

KINDS = {
    "parameters": "parameter",
    "rules": "rule",
    "rivals": "rival choice",
    "levers": "lever",
    "strategy.policies": "policy",
    "": "setting",
}


def assign(tree: dict[str, Any], key: str, value: Any) -> set[str]:
    """Set the field ``key`` (dotted) of ``tree`` to ``value``; return the names of parameters set.

    Raises UnknownName for a field that is not there, Refused for a value that does not fit its place.
    """
    *path, last = key.split(".")
    node: Any = tree
    for depth, part in enumerate(path):
        node = node[_step(tree, node, path[:depth], part)]
    return _set(tree, node, path, last, value)


def leaves(node: Any, path: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield the dotted names of all fields of ``node`` that hold a value."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from leaves(value, (*path, str(key)))
    else:
        yield ".".join(path)


def _set(tree: dict[str, Any], node: Any, path: list[str], last: str, value: Any) -> set[str]:
    if path == ["rules"] and last not in node:
        keys = [rule.key for rule in RULES if rule.name == last]
        if keys:
            node.update(dict.fromkeys(keys, value))
            return set()
    place = _step(tree, node, path, last)
    if isinstance(node[place], dict):
        return _merge(tree, [*path, last], node[place], value)
    node[place] = value
    return {last} if path == ["parameters"] else set()


def _merge(tree: dict[str, Any], path: list[str], node: dict[str, Any], value: Any) -> set[str]:
    if not isinstance(value, dict):
        where = ".".join(path)
        first = "intensity" if "intensity" in node else next(leaves(node), "")
        raise Refused(f"'{where}' holds several fields: set one of them, such as '{where}.{first}'.")
    return set().union(*(_set(tree, node, path, str(key), item) for key, item in value.items()))


def _step(tree: dict[str, Any], node: Any, path: list[str], part: str) -> str | int:
    """The key or index that leads from ``node`` (found at ``path``) to ``part``."""
    where = ".".join(path)
    if isinstance(node, list):
        if not part.isdigit() or int(part) >= len(node):
            raise OutOfBounds(f"'{where}' is a list numbered 0 to {len(node) - 1}, so it has no '{part}'.")
        return int(part)
    if not isinstance(node, dict):
        raise Refused(f"'{where}' is a single value, so it has no field '{part}'.")
    if part not in node:
        known = [*node, *leaves(tree)] if not path else node
        raise UnknownName(KINDS.get(where, f"field in '{where}'"), part, known)
    return part
