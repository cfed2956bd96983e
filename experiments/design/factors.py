"""Factors: what a design varies, with ranges from the registry and names that may be patterns."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

import sim.library  # noqa: F401  (registers parameters, rules and policies)
from experiments.errors import Refused
from experiments.presets import FilePresets
from sim.registry import PARAMETERS, POLICIES, RULES, UnknownName
from sim.rivals import RIVALS

Floats = NDArray[np.float64]
GROUPINGS: Final = ("none", "family")
CHOICES: Final = ("strategy", "district", "scenario")
WHOLE: Final = ("parameters", "rules", "rivals", "levers", "strategy.policies")
SETTINGS: Final = ("seed", "weeks", "equal_budget")
SEVERAL: Final = "several families"
NO_RULE: Final = "rates and starts"


@dataclass(frozen=True)
class Factor:
    """One thing that varies: over a range, or over levels that have no order.

    ``group`` names the factors that a sensitivity analysis takes together; a factor alone is its own.
    """

    key: str
    low: float = 0.0
    high: float = 0.0
    levels: tuple[Any, ...] = ()
    whole: bool = False
    group: str = ""

    def at(self, unit: Floats) -> list[Any]:
        """The values at points of the unit interval."""
        if self.levels:
            index = np.minimum((unit * len(self.levels) + 1e-9).astype(int), len(self.levels) - 1)
            return [self.levels[number] for number in index]
        if self.whole:
            steps = np.floor(unit * (self.high - self.low + 1))
            return [int(value) for value in np.minimum(self.low + steps, self.high)]
        values: list[Any] = (self.low + unit * (self.high - self.low)).tolist()
        return values

    def spread(self, count: int) -> list[Any]:
        """All levels, or ``count`` values over the range, ends included."""
        return list(self.levels) if self.levels else self.at(np.linspace(0.0, 1.0, count))

    def told(self) -> dict[str, Any]:
        """What the analysis has to know, as plain data."""
        return {
            "key": self.key,
            "low": None if self.levels else self.low,
            "high": None if self.levels else self.high,
            "levels": list(self.levels),
            "group": self.group or self.key,
        }


def factors_from(node: object, presets: FilePresets, grouping: str = "none") -> list[Factor]:
    """Read the ``factors`` of a design: a name, a list of names, or names with what they vary over.

    A name may be a pattern (``parameters.start_*``). Without more, the range or the levels come from the
    registry. Raises Refused or UnknownName.
    """
    if grouping not in GROUPINGS:
        raise UnknownName("way to group factors", grouping, GROUPINGS)
    found: dict[str, Factor] = {}
    for name, spec in _named(node):
        for key in _matching(name, presets):
            found[key] = _factor(key, spec, presets)
    if not found:
        raise Refused("The design has no factors: give 'design.factors' names, such as [parameters.*].")
    if grouping == "family":
        return [one if one.group else replace(one, group=family(one.key)) for one in found.values()]
    return list(found.values())


def names_of(choice: str, presets: FilePresets) -> list[str]:
    """The names that a choice of files has."""
    return [*(["none"] if choice == "scenario" else []), *presets.names(choice)]


def family(key: str) -> str:
    """The family of the rules that read a parameter; the key itself for anything else."""
    kind, _, name = key.partition(".")
    if kind != "parameters":
        return key
    readers = {rule.family for rule in RULES if name in (*rule.parameters, *rule.phase_parameters)}
    return readers.pop() if len(readers) == 1 else SEVERAL if readers else NO_RULE


def _named(node: object) -> Iterator[tuple[str, object]]:
    if isinstance(node, str):
        yield node, None
    elif isinstance(node, Mapping):
        yield from ((str(name), spec) for name, spec in node.items())
    elif isinstance(node, Iterable):
        for part in node:
            yield from _named(part)
    elif node is not None:
        raise Refused(f"'design.factors' must hold names, not {node!r}.")


def known(presets: FilePresets) -> list[str]:
    """Every key whose range or levels the registry knows."""
    levers = [f"levers.{name}.{field}" for name in presets.names("levers") for field in ("intensity",)]
    return [
        *(f"parameters.{name}" for name in PARAMETERS),
        *(f"rules.{rule.key}" for rule in RULES),
        *levers,
        *(f"strategy.policies.{name}" for name in POLICIES),
        *(f"rivals.{name}" for name in RIVALS),
        *CHOICES,
    ]


def _matching(name: str, presets: FilePresets) -> list[str]:
    name = f"{name}.*" if name in WHOLE else name
    if not any(sign in name for sign in "*?["):
        return [name]
    found = fnmatch.filter(known(presets), name)
    if not found:
        raise Refused(f"No factor matches '{name}'.")
    return found


def _factor(key: str, spec: object, presets: FilePresets) -> Factor:
    if isinstance(spec, (str, int, float, bool)):
        spec = [spec]
    if isinstance(spec, list):
        return Factor(key, levels=_levels(key, spec, presets))
    if spec is None:
        return _registered(key, presets)
    if not isinstance(spec, Mapping):
        raise Refused(f"'design.factors.{key}' must be a list of levels or hold low and high, not {spec!r}.")
    for name in spec:
        if name not in ("low", "high", "levels", "whole", "group"):
            raise UnknownName(f"field in 'design.factors.{key}'", str(name), ("low", "high", "levels"))
    group = str(spec.get("group", ""))
    if "levels" in spec:
        return Factor(key, levels=_levels(key, spec["levels"], presets), group=group)
    if "low" not in spec and "high" not in spec:
        return replace(_registered(key, presets), group=group)
    low, high = (_number(key, end, spec.get(end)) for end in ("low", "high"))
    if low >= high:
        raise Refused(f"'design.factors.{key}' needs a low below its high, not {low:g} and {high:g}.")
    return Factor(key, low, high, whole=bool(spec.get("whole", False)), group=group)


def _levels(key: str, given: object, presets: FilePresets) -> tuple[Any, ...]:
    if not isinstance(given, list) or not given:
        raise Refused(f"'design.factors.{key}' needs a list of at least one level.")
    if key in CHOICES:
        names = names_of(key, presets)
        wanted = [name for level in given for name in (fnmatch.filter(names, str(level)) or [str(level)])]
        for name in wanted:
            if name not in names:
                raise UnknownName(key, name, names)
        given = list(dict.fromkeys(wanted))
    if any(isinstance(level, (list, dict)) for level in given):
        raise Refused(f"'design.factors.{key}' has a level that is a list: use 'design.rows'.")
    return tuple(given)


def _registered(key: str, presets: FilePresets) -> Factor:
    """The factor with the range or the levels that the registry knows; refused when it knows none."""
    kind, _, name = key.rpartition(".")
    if kind == "parameters" and name in PARAMETERS:
        return Factor(key, PARAMETERS[name].low, PARAMETERS[name].high)
    if kind == "strategy.policies" and name in POLICIES:
        return Factor(key, POLICIES[name].minimum, POLICIES[name].maximum)
    if kind == "rules" and any(name in (rule.key, rule.name) for rule in RULES):
        return Factor(key, levels=(True, False))
    if kind == "rivals" and name in RIVALS:
        return Factor(key, levels=tuple(option.name for option in RIVALS[name].options))
    if key in CHOICES:
        return Factor(key, levels=tuple(names_of(key, presets)))
    if key.startswith("levers.") and key.count(".") == 2:
        return _lever(key, presets)
    if key in SETTINGS or key.startswith("district."):
        raise Refused(f"The registry has no range for '{key}': give it low and high, or a list of levels.")
    raise UnknownName("factor", key, known(presets))


def _lever(key: str, presets: FilePresets) -> Factor:
    _, lever, field = key.split(".")
    about = presets.metadata("levers", lever).get("sources", {}).get(field, {})
    if field == "intensity":
        return Factor(key, 0.0, 1.0)
    if "low" in about and "high" in about:
        return Factor(key, float(about["low"]), float(about["high"]))
    raise Refused(f"The registry has no range for '{key}': give it low and high, or a list of levels.")


def _number(key: str, end: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise Refused(f"'design.factors.{key}.{end}' must be a number, not {value!r}.")
    return float(value)
