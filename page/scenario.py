"""A scenario as the page sends it: checked by field, then told as the overrides of ``bodem compare``."""

from __future__ import annotations

import math
import shlex
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from experiments.compose import Composed, compose
from experiments.errors import Refused, nearest
from experiments.presets import FilePresets
from sim.registry import PARAMETERS, OutOfBounds, UnknownName
from sim.rivals import RIVALS
from sim.settings import TARGETS

MOST_WEEKS: Final = 520
FEWEST_WEEKS: Final = 52
MOST_PARAMETERS: Final = 2000
SIDES: Final = ("a", "b")
FIELDS: Final = ("district", "seed", "weeks", "equal_budget", "parameters", "rivals", *SIDES)
LEVER_FIELDS: Final = ("intensity", "start", "end", "target")
# Hydra keeps its state in one place for the whole process.
_COMPOSING = threading.Lock()


@dataclass(frozen=True)
class Scenario:
    """Overrides that both sides share, those of either side, and the seed of the first world."""

    common: tuple[str, ...]
    a: tuple[str, ...]
    b: tuple[str, ...]
    seed: int

    @property
    def nothing_new(self) -> tuple[str, ...]:
        """The overrides of the base case: no strategy and no levers, all else the same."""
        return ("strategy=none",)

    def composed(self, side: tuple[str, ...]) -> Composed:
        """Settings of one side; raises what ``compose`` raises."""
        return _composed((*self.common, *side))

    def command(self, worlds: int, assumptions: int = 0, inner: int = 20) -> str:
        """The command line that gives the numbers of the page: A is the base, B the variant."""
        words = ["bodem", "compare", *self.common, "--base", *self.a, "--variant", *self.b]
        words += ["--worlds", str(worlds)]
        if assumptions:
            words += ["--assumptions", str(assumptions), "--assumption-worlds", str(inner)]
        return shlex.join(words)


def scenario(node: object) -> Scenario:
    """Check ``node`` (what came as JSON) and return the scenario.

    Raises Refused, UnknownName or OutOfBounds, each with one sentence that names the field.
    """
    given = _mapping("scenario", node, FIELDS)
    presets = FilePresets()
    common = [f"district={_name('district', given.get('district', 'nieuw_west'), presets)}"]
    seed = _whole("seed", given.get("seed", 0), 0, 2**53 - MOST_WEEKS)
    weeks = _whole("weeks", given.get("weeks", 260), FEWEST_WEEKS, MOST_WEEKS)
    equal = given.get("equal_budget", True)
    if not isinstance(equal, bool):
        raise OutOfBounds("'equal_budget' must be true or false.")
    common += [f"seed={seed}", f"weeks={weeks}", f"equal_budget={str(equal).lower()}"]
    common += _parameters(given.get("parameters", {}))
    common += _rivals(given.get("rivals", {}))
    one, two = (_side(side, given.get(side, {}), presets) for side in SIDES)
    return Scenario(tuple(common), one, two, seed)


@lru_cache(maxsize=128)
def _composed(overrides: tuple[str, ...]) -> Composed:
    with _COMPOSING:
        return compose(overrides)


def _parameters(node: object) -> list[str]:
    given = _mapping("parameters", node, PARAMETERS)
    return [f"parameters.{name}={PARAMETERS[name].check(value)!r}" for name, value in sorted(given.items())]


def _rivals(node: object) -> list[str]:
    given = _mapping("rivals", node, RIVALS)
    for name, option in given.items():
        RIVALS[name].number(option)
    return [f"rivals.{name}={option}" for name, option in sorted(given.items())]


def _side(side: str, node: object, presets: FilePresets) -> tuple[str, ...]:
    given = _mapping(side, node, ("strategy", "levers"))
    words = [f"strategy={_name('strategy', given.get('strategy', 'none'), presets)}"]
    levers = _mapping(f"{side}.levers", given.get("levers", {}), presets.names("levers"))
    for name, fields in sorted(levers.items()):
        words += _lever(f"{side}.levers.{name}", f"levers.{name}", fields)
    return tuple(words)


def _lever(where: str, key: str, node: object) -> list[str]:
    given = _mapping(where, node, LEVER_FIELDS)
    words = [f"{key}.intensity={_number(f'{where}.intensity', given.get('intensity', 1.0), 0.0, 2.0)!r}"]
    for field in ("start", "end"):
        if field in given:
            words.append(f"{key}.{field}={_whole(f'{where}.{field}', given[field], 0, MOST_WEEKS)}")
    if "target" in given:
        groups = given["target"]
        if not isinstance(groups, list) or not 1 <= len(groups) <= len(TARGETS):
            raise OutOfBounds(f"'{where}.target' must be a list of groups, such as [all].")
        for group in groups:
            if group not in TARGETS:
                raise UnknownName("target group", str(group), TARGETS)
        words.append(f"{key}.target=[{','.join(groups)}]")
    return words


def _mapping(where: str, node: object, known: Any) -> Mapping[str, Any]:
    if not isinstance(node, dict):
        raise Refused(f"'{where}' must hold named fields.")
    if len(node) > MOST_PARAMETERS:
        raise Refused(f"'{where}' holds {len(node)} fields; {MOST_PARAMETERS} is the most.")
    for key in node:
        if key not in known:
            raise Refused(f"'{where}' has no field '{key[:60]}'{nearest(key[:60], known)}")
    return node


def _name(group: str, value: object, presets: FilePresets) -> str:
    names = presets.names(group)
    if not isinstance(value, str) or value not in names:
        raise UnknownName(group, str(value), names)
    return value


def _whole(where: str, value: object, low: int, high: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise OutOfBounds(f"'{where}' must be a whole number from {low} to {high}.")
    return value


def _number(where: str, value: object, low: float, high: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise OutOfBounds(f"'{where}' must be a number from {low:g} to {high:g}.")
    if not low <= value <= high:
        raise OutOfBounds(f"'{where}' must be a number from {low:g} to {high:g}, not {value:g}.")
    return float(value)
