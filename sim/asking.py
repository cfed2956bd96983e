"""From what a user writes to checked settings: presets by name, levers by intensity."""

from __future__ import annotations

import dataclasses
import operator
import secrets
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, Final

from sim.presets import provider
from sim.registry import OutOfBounds, UnknownName
from sim.settings import District, Lever, Settings, Strategy

HIGHEST_SEED: Final = 2**53
Levers = Mapping[str, Any] | Iterable[Lever]


def settings_from(
    district: str | District,
    strategy: str | Strategy,
    levers: Levers,
    parameters: Mapping[str, float],
    rules_off: str | Iterable[str],
    weeks: int,
    equal_budget: bool,
    rivals: Mapping[str, str],
) -> Settings:
    """Checked settings; raises UnknownName or OutOfBounds with one sentence that names what is wrong.

    LookupError when a name is given and no presets are installed.
    """
    return Settings(
        district=_preset("district", district, District, _district),
        strategy=_preset("strategy", strategy, Strategy, _strategy),
        levers=levers_from(levers),
        parameters=_mapping("parameters", parameters),
        rules_off=frozenset([rules_off] if isinstance(rules_off, str) else rules_off),
        weeks=weeks,
        equal_budget=equal_budget,
        rivals=_mapping("rivals", rivals),
    )


def levers_from(asked: Levers) -> tuple[Lever, ...]:
    """Levers as given, or by name with an intensity or a mapping of fields, in the order of the presets."""
    if not isinstance(asked, Mapping):
        listed = tuple(asked) if isinstance(asked, Iterable) else (asked,)
        if not all(isinstance(lever, Lever) for lever in listed):
            raise OutOfBounds(f"'levers' must map names to intensities or list Lever objects, not {asked!r}.")
        return listed
    known = {lever.name: lever for lever in _levers()} if asked else {}
    for name in asked:
        if name not in known:
            raise UnknownName("lever", str(name), known)
    return tuple(changed(lever, asked[name]) for name, lever in known.items() if name in asked)


def _preset[T](where: str, asked: object, kind: type[T], named: Callable[[str], T]) -> T:
    if isinstance(asked, str):
        return named(asked)
    if isinstance(asked, kind):
        return asked
    raise OutOfBounds(f"'{where}' must be a name or a {kind.__name__}, not {asked!r}.")


def _mapping(where: str, asked: object) -> dict[str, Any]:
    if not isinstance(asked, Mapping):
        kind = "options" if where == "rivals" else "numbers"
        raise OutOfBounds(f"'{where}' must hold named {kind}, not {asked!r}.")
    return dict(asked)


# Reading the files takes a tenth of a second, and they stay as they are while a program runs.
@cache
def _district(name: str) -> District:
    return provider().district(name)


@cache
def _strategy(name: str) -> Strategy:
    return provider().strategy(name)


@cache
def _levers() -> tuple[Lever, ...]:
    return provider().levers()


def changed(lever: Lever, asked: Any) -> Lever:
    """A lever at the intensity asked, or with the fields asked."""
    if not isinstance(asked, Mapping):
        return dataclasses.replace(lever, intensity=asked)
    fields = {field.name for field in dataclasses.fields(Lever)}
    for name in asked:
        if name not in fields:
            raise UnknownName(f"field in 'levers.{lever.name}'", str(name), fields)
    return dataclasses.replace(lever, **{"intensity": 1.0, **asked})


def seed_from(asked: Any) -> int:
    """The seed asked, or a new one for None; raises OutOfBounds for anything but a whole number in range."""
    if asked is None:
        return secrets.randbelow(HIGHEST_SEED)
    try:
        seed = operator.index(asked)
    except TypeError:
        seed = -1
    if isinstance(asked, bool) or not 0 <= seed <= HIGHEST_SEED:
        raise OutOfBounds(f"'seed' must be a whole number from 0 to {HIGHEST_SEED}, not {asked!r}.")
    return seed
