"""Hydra's override and sweep syntax, read with Hydra's own parser."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from hydra.core.override_parser.overrides_parser import OverridesParser
from hydra.core.override_parser.types import Glob, Override
from hydra.errors import HydraException

from experiments.errors import Refused
from experiments.presets import MADE, FilePresets, check_own


@lru_cache(maxsize=4096)
def parse(text: str, several: bool = False) -> Override:
    """Parse one override; several values are refused unless ``several``."""
    try:
        one: Override = OverridesParser.create().parse_override(text)
    except HydraException as problem:
        raise Refused(_grammar(text)) from problem
    if one.is_delete():
        raise Refused(f"'{text}' would remove a field, and every field is needed.")
    if one.is_sweep_override() and not several:
        raise Refused(f"'{text}' gives several values: 'bodem run -m' runs them all.")
    return one


def sweep(overrides: Sequence[str], config_dir: Path | None = None) -> list[tuple[str, ...]]:
    """Return every combination of the values that ``overrides`` give in Hydra's sweep syntax."""
    check_own(config_dir)
    return list(itertools.product(*(choices(parse(text, True), config_dir) for text in overrides)))


def varied(overrides: Sequence[str]) -> list[str]:
    """The keys among ``overrides`` that take several values."""
    parsed = [parse(text, True) for text in overrides]
    return [one.key_or_group for one in parsed if one.is_sweep_override()]


def seed_twice(overrides: Sequence[str], seed: int | None) -> None:
    """Refuse a seed that is given both as an option and as a field."""
    if seed is not None and any(parse(text).key_or_group == "seed" for text in overrides):
        raise Refused(f"The seed is given twice, by '--seed {seed}' and by 'seed='; give it once.")


def plain_value(one: Override) -> Any:
    """The value of ``one`` as plain Python, without Hydra's quotes."""
    value = one.value()
    return value if isinstance(value, (dict, list, int, float, bool, type(None))) else str(value)


def _grammar(text: str) -> str:
    if "=" not in text:
        return f"'{text}' is no override: write field=value, such as seed=3."
    return f"'{text}' cannot be read as field=value: quote a value that holds spaces, commas or brackets."


def choices(one: Override, config_dir: Path | None) -> list[str]:
    """The overrides with one value each that ``one`` stands for."""
    if not one.is_sweep_override():
        return [one.input_line]
    value = one.value()
    if isinstance(value, Glob):
        return [f"{one.get_key_element()}={name}" for name in value.filter(_options(one, config_dir))]
    if not one.is_discrete_sweep():
        raise Refused(f"'{one.input_line}' has no end of values: give a list or range(start,stop,step).")
    return [f"{one.get_key_element()}={text}" for text in one.sweep_string_iterator()]


def _options(one: Override, config_dir: Path | None) -> list[str]:
    group = one.key_or_group
    names = FilePresets(config_dir).names(group) if group in MADE else []
    if not names:
        raise Refused(f"'{one.input_line}': only district, strategy and scenario can be chosen with glob().")
    return names
