"""``bodem case``: a case of the report, run in many worlds, beside what the report saw."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyarrow as pa

from experiments.build import build
from experiments.compare import Contrast, Floats, contrast
from experiments.compose import Composed, compose, implausible
from experiments.errors import Refused
from experiments.looks import Look, check_look, watch
from experiments.presets import FilePresets, told
from experiments.progress import progress, say, warn
from experiments.provenance import now, provenance
from experiments.store import results
from sim.ensemble import warm_up
from sim.registry import OutOfBounds, UnknownName

IS: Final = ("above", "below", "near")
NEAR: Final = 0.05


@dataclass(frozen=True)
class Observation:
    """What the report saw: a look is above, below or near a number or another look."""

    look: str
    is_: str
    than: float | str
    section: str
    text: Mapping[str, str]

    def holds(self, values: Mapping[str, Floats]) -> Floats:
        """1 or 0 for each world, NaN where there is nothing to see."""
        one = values[self.look]
        two = values[self.than] if isinstance(self.than, str) else np.full(len(one), float(self.than))
        found = one > two if self.is_ == "above" else one < two
        if self.is_ == "near":
            found = np.abs(one - two) <= NEAR
        return np.where(np.isfinite(one) & np.isfinite(two), found.astype(float), np.nan)


@dataclass(frozen=True)
class Counterfactual:
    """A variant that the report suggests: overrides of the same scenario, and what it would change."""

    name: str
    overrides: tuple[str, ...]
    expects: Mapping[str, str]
    section: str
    text: Mapping[str, str]


@dataclass(frozen=True)
class Case:
    """A scenario with what is looked at, what the report saw and what it suggests."""

    name: str
    looks: tuple[Look, ...]
    observations: tuple[Observation, ...]
    counterfactuals: tuple[Counterfactual, ...]
    about: Mapping[str, Any]


@dataclass(frozen=True)
class Found:
    """What the worlds did: looks per side as [worlds, looks]; the base comes first."""

    case: Case
    base: Composed
    seeds: tuple[int, ...]
    sides: dict[str, Floats]

    def values(self, side: str) -> dict[str, Floats]:
        """What was seen on one side, by look."""
        return {look.name: self.sides[side][:, n] for n, look in enumerate(self.case.looks)}

    def differences(self, variant: str) -> dict[str, Contrast]:
        """The paired difference that a counterfactual makes to each look."""
        one, two = self.values("base"), self.values(variant)
        return {name: contrast(one[name], two[name]) for name in one}


def cases(presets: FilePresets) -> list[str]:
    """Scenarios that tell what the report saw."""
    return [name for name in presets.names("scenario") if presets.node("scenario", name).get("observations")]


def case_from(name: str, presets: FilePresets) -> Case:
    """The case called ``name``; UnknownName or OutOfBounds for what is wrong in its file."""
    if name not in cases(presets):
        raise UnknownName("case", name, cases(presets))
    node = presets.node("scenario", name)
    where = f"scenario '{name}'"
    looks = tuple(
        build(Look, {"name": key, **one}, f"{where}.looks.{key}")
        for key, one in node.get("looks", {}).items()
    )
    names = [look.name for look in looks]
    return Case(
        name,
        looks,
        tuple(_observation(one, names, f"{where}.observations") for one in node["observations"]),
        tuple(
            _counterfactual(key, one, names, f"{where}.counterfactuals.{key}")
            for key, one in node.get("counterfactuals", {}).items()
        ),
        presets.metadata("scenario", name),
    )


def _observation(one: Mapping[str, Any], names: Sequence[str], where: str) -> Observation:
    for key in ("look", "is", "than", "section", "en", "nl"):
        if key not in one:
            raise OutOfBounds(f"'{where}': an observation lacks '{key}'.")
    than = one["than"]
    for name in (one["look"], *([than] if isinstance(than, str) else [])):
        if name not in names:
            raise UnknownName(f"look in '{where}'", str(name), names)
    if one["is"] not in IS:
        raise UnknownName(f"'is' in '{where}'", str(one["is"]), IS)
    return Observation(one["look"], one["is"], than, one["section"], {"en": one["en"], "nl": one["nl"]})


def _counterfactual(name: str, one: Mapping[str, Any], names: Sequence[str], where: str) -> Counterfactual:
    for key in ("overrides", "section", "en", "nl"):
        if key not in one:
            raise OutOfBounds(f"'{where}.{key}' is missing.")
    expects = dict(one.get("expects", {}))
    for look, way in expects.items():
        if look not in names:
            raise UnknownName(f"look in '{where}.expects'", look, names)
        if way not in ("up", "down", "same"):
            raise UnknownName(f"direction in '{where}.expects'", str(way), ("up", "down", "same"))
    return Counterfactual(
        name, tuple(one["overrides"]), expects, one["section"], {"en": one["en"], "nl": one["nl"]}
    )


def sides_of(case: Case, overrides: Sequence[str], config_dir: Path | None) -> dict[str, Composed]:
    """The base and every counterfactual, composed and checked before anything runs."""
    common = [f"scenario={case.name}", *overrides]
    sides = {"base": compose(common, config_dir)}
    for one in case.counterfactuals:
        sides[one.name] = compose([*common, *one.overrides], config_dir)
        if sides[one.name].settings.weeks != sides["base"].settings.weeks:
            raise Refused(f"'{one.name}' must run as many weeks as the case.")
    for look in case.looks:
        check_look(look, sides["base"].settings)
    return sides


def find_out(case: Case, sides: Mapping[str, Composed], seeds: Sequence[int], threads: int = 0) -> Found:
    """Run every side in the same worlds and look."""
    with progress("worlds", len(seeds) * len(sides)) as tick:
        seen = {name: watch(told.settings, case.looks, seeds, threads, tick) for name, told in sides.items()}
    return Found(case, sides["base"], tuple(seeds), seen)


def command(options: Any) -> int:
    """Do what ``bodem case`` was asked; return the exit code."""
    from experiments.case_words import as_text

    presets = FilePresets(options.config_dir)
    case = case_from(_named(options.name, presets), presets)
    sides = sides_of(case, options.overrides, options.config_dir)
    warn(line for side in sides.values() for line in implausible(side.settings))
    first = sides["base"].seed
    seeds = range(first, first + options.worlds)
    started = now()
    if options.out is None:
        warm_up(say)
        found, place = find_out(case, sides, seeds, options.threads), None
    else:
        with results(options.out) as files:
            warm_up(say)
            found, place = find_out(case, sides, seeds, options.threads), files.final
            files.append("worlds", _table(found))
            files.json("case.json", as_json(found))
            files.path("case.txt").write_text(as_text(found, options.lang) + "\n", encoding="utf-8")
            files.json("provenance.json", provenance(options.command_line, started, files.checksums()))
    if options.json:
        print(json.dumps(as_json(found), ensure_ascii=False, allow_nan=False))
        return 0
    print(as_text(found, options.lang))
    if place:
        print(f"\nKept in {place}" if options.lang == "en" else f"\nBewaard in {place}")
    return 0


def _named(name: str, presets: FilePresets) -> str:
    """A case may be called without its prefix."""
    return f"case_{name}" if name not in presets.names("scenario") else name


def as_json(found: Found) -> dict[str, Any]:
    """The object that ``bodem case --json`` prints."""
    base = found.values("base")
    return {
        "case": found.case.name,
        "worlds": len(found.seeds),
        "weeks": found.base.settings.weeks,
        "looks": {name: _summary(values) for name, values in base.items()},
        "observations": [
            {
                "look": one.look,
                "is": one.is_,
                "than": one.than,
                "section": one.section,
                "text": one.text,
                "share": _mean(one.holds(base)),
            }
            for one in found.case.observations
        ],
        "counterfactuals": {
            one.name: {
                "text": one.text,
                "section": one.section,
                "overrides": list(one.overrides),
                "expects": dict(one.expects),
                "looks": {
                    name: {
                        "base": each.base,
                        "variant": each.variant,
                        "diff": each.diff,
                        "ci": list(each.ci),
                        "verdict": verdict(each, one.expects.get(name)),
                    }
                    for name, each in found.differences(one.name).items()
                },
            }
            for one in found.case.counterfactuals
        },
    }


def verdict(one: Contrast, expects: str | None) -> str | None:
    """How a difference compares with what the report expects: yes, no, or unclear."""
    if expects is None:
        return None
    low, high = one.ci
    if low is None or high is None:
        return "unclear"
    way = "up" if low > 0 else "down" if high < 0 else "same"
    if way == expects:
        return "yes"
    return "unclear" if way == "same" else "no"


def _summary(values: Floats) -> dict[str, float | None]:
    there = values[np.isfinite(values)]
    if len(there) == 0:
        return {"mean": None, "low": None, "high": None}
    low, high = np.quantile(there, [0.05, 0.95])
    return {"mean": float(there.mean()), "low": float(low), "high": float(high)}


def _mean(values: Floats) -> float | None:
    there = values[np.isfinite(values)]
    return float(there.mean()) if len(there) else None


def _table(found: Found) -> pa.Table:
    """One row per side, world and look."""
    looks = [look.name for look in found.case.looks]
    rows = len(found.seeds) * len(looks)
    return pa.concat_tables(
        pa.table(
            {
                "side": pa.array([side] * rows),
                "seed": np.repeat(np.array(found.seeds, dtype=np.int64), len(looks)),
                "look": pa.array(looks * len(found.seeds)),
                "value": values.ravel(),
            }
        )
        for side, values in found.sides.items()
    )


def described(case: Case, lang: str) -> str:
    """Name and description of a case in one line."""
    label, text = told(case.about, "label", lang), told(case.about, "description", lang)
    return f"{label}: {text}" if label and text else label or text
