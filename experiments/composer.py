"""From one point of a design to settings: composed once per choice of files, then only numbers change."""

from __future__ import annotations

import copy
import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from experiments.compose import Composed, compose
from experiments.design import as_overrides
from sim.registry import PARAMETERS, POLICIES, OutOfBounds, find, rules_named
from sim.rivals import RIVALS, chosen
from sim.settings import Settings

QUICK: Final = ("parameters.", "strategy.policies.", "rules.", "rivals.")
KINDS: Final = ("parameters", "strategy.policies", "rules", "rivals", "levers")
Cells = Mapping[str, Any]


class Composer:
    """Settings of points that share the overrides ``base``.

    Composing costs milliseconds, so points that differ in parameters, policies, rules, rival forms and the
    intensity of levers alone share one composition.
    """

    def __init__(
        self, base: Iterable[str], config_dir: Path | None = None, verbatim: frozenset[str] = frozenset()
    ) -> None:
        self.base, self.config_dir, self.verbatim = tuple(base), config_dir, verbatim
        self._composed = lru_cache(maxsize=512)(self._compose)

    def told(self, cells: Cells) -> Composed:
        """What a run is told whose design says ``cells``; raises as ``compose`` does."""
        slow = {key: value for key, value in cells.items() if not self._is_quick(key)}
        told = self._composed(as_overrides(slow, self.verbatim))
        quick = {key: value for key, value in cells.items() if key not in slow}
        return told._replace(settings=changed(told.settings, quick)) if quick else told

    def overrides(self, cells: Cells) -> tuple[str, ...]:
        """The overrides with which ``bodem run`` repeats a point."""
        return (*self.base, *as_overrides(cells, self.verbatim))

    def _is_quick(self, key: str) -> bool:
        if key in self.verbatim:
            return False
        return key.startswith(QUICK) or (key.startswith("levers.") and key.endswith(".intensity"))

    def _compose(self, slow: tuple[str, ...]) -> Composed:
        return compose([*self.base, *slow], self.config_dir)


def changed(settings: Settings, cells: Cells) -> Settings:
    """Settings with other parameters, policies, rule switches and intensities, each checked."""
    kinds: dict[str, dict[str, Any]] = {kind: {} for kind in KINDS}
    for key, value in cells.items():
        kind = "levers" if key.startswith("levers.") else key.rpartition(".")[0]
        kinds[kind][key.removeprefix(f"{kind}.").removesuffix(".intensity")] = value
    made: dict[str, Any] = {}
    if kinds["parameters"]:
        made["parameters"] = {**settings.parameters, **_checked("parameter", PARAMETERS, kinds["parameters"])}
    if kinds["strategy.policies"]:
        wished = _checked("policy", POLICIES, kinds["strategy.policies"])
        made["strategy"] = replace(settings.strategy, policies={**settings.strategy.policies, **wished})
    if kinds["rules"]:
        made["rules_off"] = _switched(settings.rules_off, kinds["rules"])
    if kinds["rivals"]:
        wanted = {**settings.rivals, **kinds["rivals"]}
        chosen(wanted)
        made["rivals"] = {name: form for name, form in wanted.items() if form != RIVALS[name].default}
    if kinds["levers"]:
        made["levers"] = _at_intensity(settings, kinds["levers"])
    # Levers have more to check than this knows.
    return replace(settings, **made) if "levers" in made else _with(settings, made)


def _checked(kind: str, known: Mapping[str, Any], values: Cells) -> dict[str, float]:
    """Values as numbers, each within its bounds; raises UnknownName or OutOfBounds."""
    told = {}
    for name, value in values.items():
        entry = known.get(name) or find(kind, known, name)
        within = type(value) is float and entry.minimum <= value <= entry.maximum and value != math.inf
        told[name] = value if within else entry.check(value)
    return told


def _with(settings: Settings, made: Mapping[str, Any]) -> Settings:
    """Settings with other fields, checked already: to check all hundreds again costs a millisecond."""
    fresh = copy.copy(settings)
    for name, value in made.items():
        object.__setattr__(fresh, name, value)
    return fresh


def _switched(off: frozenset[str], switches: Cells) -> frozenset[str]:
    for name, on in switches.items():
        if not isinstance(on, bool):
            raise OutOfBounds(f"'rules.{name}' must be true or false, not {on!r}.")
        keys = {rule.key for rule in rules_named(name)}
        off = off - keys if on else off | keys
    return off


def _at_intensity(settings: Settings, wished: Cells) -> tuple[Any, ...]:
    known = {lever.name: lever for lever in settings.levers}
    for name in wished:
        find("lever", known, name)
    # As in YAML, a whole number is as good as one with a point; anything else is refused by Settings.
    return tuple(
        replace(lever, intensity=_real(wished.get(lever.name, lever.intensity))) for lever in settings.levers
    )


def _real(value: Any) -> Any:
    return float(value) if type(value) is int else value
