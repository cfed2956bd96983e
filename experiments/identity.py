"""The name of a run: a hash of all that decides it, cheap enough for millions of runs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import lru_cache
from typing import Any, Final

import numpy as np

from experiments.build import plain
from sim.registry import PARAMETERS
from sim.rivals import chosen
from sim.settings import District, Lever, Settings

HANDLED: Final = ("district", "strategy", "levers", "parameters", "rules_off", "rivals")
# Whatever else decides a run belongs to its name, also what is added later.
OTHERS: Final = tuple(sorted(one.name for one in fields(Settings) if one.name not in HANDLED))


def digest_of(settings: Settings, code: str) -> str:
    """A hash of settings and code, without what has no influence: idle levers, values at their default."""
    told = [
        _of_district(settings.district),
        [_of_lever(lever) for lever in settings.levers if lever.intensity > 0],
        settings.strategy.name,
        _of_numbers(settings.strategy.policies),
        _of_numbers({n: v for n, v in settings.parameters.items() if v != PARAMETERS[n].default}),
        sorted(settings.rules_off),
        sorted(chosen(settings.rivals).items()),
        [plain(getattr(settings, name)) for name in OTHERS],
        code,
    ]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def named(digest: str) -> Callable[[int], str]:
    """Return the function that names the runs with this digest by their seed."""
    return lambda seed: hashlib.sha256(f"{digest} {seed}".encode()).hexdigest()[:16]


@lru_cache(maxsize=256)
def _of_district(district: District) -> str:
    return _of(district)


@lru_cache(maxsize=1024)
def _of_lever(lever: Lever) -> str:
    return _of(lever)


def _of_numbers(values: Mapping[str, float]) -> str:
    """By their bytes: hundreds of numbers written out take longer than all the rest."""
    names = sorted(values)
    told = np.array([values[name] for name in names], dtype="<f8").tobytes()
    return hashlib.sha256("\n".join([str(len(names)), *names, ""]).encode() + told).hexdigest()


def _of(thing: Any) -> str:
    return hashlib.sha256(json.dumps(plain(thing), sort_keys=True).encode()).hexdigest()
