"""How much of a difference goes with each rule, which rules stand on one chain, and what is left."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from experiments.compare import LEVEL, Contrast, Floats, contrast, interval
from experiments.knockouts import Apart
from sim.registry import MEASURES, rule_number

Ends = tuple[float | None, float | None]
LINKS: Final = 3
LINKED: Final = 0.1
WORTH: Final = 0.25


@dataclass(frozen=True)
class Part:
    """What goes of a difference when a rule is taken out of both sides: mean over worlds, 95 % interval.

    ``without`` is the difference that stays; ``share`` the part of the difference, None where the
    difference itself is not clear from 0. ``clear`` says whether the part is clear from 0 even when one
    allows for the number of rules looked at; ``same`` whether no world changes.
    """

    rules: tuple[str, ...]
    without: float
    part: float
    ci: Ends
    share: float | None
    same: bool
    clear: bool


@dataclass(frozen=True)
class Bond:
    """Two rules: what goes with both, less what goes with each alone; the interval is of that interaction."""

    rules: tuple[str, str]
    together: float
    added: float
    interaction: float
    ci: Ends

    @property
    def clear(self) -> bool:
        """Whether the interval leaves out 0."""
        return is_clear(self.ci)


@dataclass(frozen=True)
class Explained:
    """One measure: its contrast, the part of each rule (largest first), their sum and what that leaves."""

    measure: str
    found: Contrast
    parts: tuple[Part, ...]
    added: float
    left: float
    left_ci: Ends
    chain: tuple[str, ...]
    linked: tuple[bool, ...]
    bonds: tuple[Bond, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """This measure as it stands in the JSON object."""
        one = self.found
        return {
            "base": one.base,
            "variant": one.variant,
            "diff": one.diff,
            "ci": list(one.ci),
            "parts": {
                each.rules[0]: {
                    "without": each.without,
                    "part": each.part,
                    "ci": list(each.ci),
                    "share": each.share,
                    "clear": each.clear,
                }
                for each in self.parts
            },
            "sum_of_parts": self.added,
            "left": self.left,
            "left_ci": list(self.left_ci),
            "chain": list(self.chain),
            "chain_linked": list(self.linked),
            "pairs": [
                {
                    "rules": list(each.rules),
                    "together": each.together,
                    "added": each.added,
                    "interaction": each.interaction,
                    "ci": list(each.ci),
                }
                for each in self.bonds
            ],
        }


def is_clear(ci: Ends) -> bool:
    """Whether an interval leaves out 0."""
    low, high = ci
    return low is not None and high is not None and (low > 0 or high < 0)


def explained(
    measure: str, base: Floats, variant: Floats, whole: Apart, out: Mapping[tuple[str, ...], Apart]
) -> Explained:
    """Explain one measure from the difference ``whole`` and the difference without each rule.

    ``base`` and ``variant`` are [worlds, measures]; ``out`` has a key of one rule for each rule and a key
    of two for each pair that was knocked out.
    """
    column = list(MEASURES).index(measure)
    found = contrast(base[:, column], variant[:, column])
    kept = whole.measures[:, column]
    clear = is_clear(found.ci)
    gone = {rules: kept - one.measures[:, column] for rules, one in out.items()}
    looks = sum(len(rules) == 1 for rules in out)
    parts = [_part(rules, kept, gone[rules], clear, looks) for rules in out if len(rules) == 1]
    parts.sort(key=lambda one: -abs(one.part))
    added = sum(gone[rules] for rules in out if len(rules) == 1)
    left = _there(kept - added)
    chain, linked = _chain(parts, found, whole, out)
    return Explained(
        measure,
        found,
        tuple(parts),
        float(np.mean(_there(np.asarray(added)))) if len(left) else 0.0,
        float(left.mean()) if len(left) else 0.0,
        interval(left),
        chain,
        linked,
        _bonds(gone),
    )


def _there(values: Floats) -> Floats:
    return values[np.isfinite(values)]


def _part(rules: tuple[str, ...], kept: Floats, gone: Floats, clear: bool, looks: int) -> Part:
    there = np.isfinite(gone)
    values = gone[there]
    if not len(values):
        return Part(rules, 0.0, 0.0, (None, None), None, True, False)
    whole, part = float(kept[there].mean()), float(values.mean())
    share = part / whole if clear and whole != 0 else None
    sure = is_clear(interval(values, 1.0 - (1.0 - LEVEL) / looks))
    return Part(rules, whole - part, part, interval(values), share, not values.any(), sure)


def _bonds(gone: Mapping[tuple[str, ...], Floats]) -> tuple[Bond, ...]:
    found = []
    for rules in gone:
        if len(rules) == 2:
            one, two = rules
            added = gone[one,] + gone[two,]
            both = _there(gone[rules] - added)
            if len(both):
                together, apart = float(np.nanmean(gone[rules])), float(np.nanmean(added))
                found.append(Bond((one, two), together, apart, float(both.mean()), interval(both)))
    return tuple(sorted(found, key=lambda one: -abs(one.interaction)))


def strongest(parts: Sequence[Part], most: int) -> list[str]:
    """The rules whose part is largest, clear ones first."""
    ranked = sorted((one for one in parts if not one.same), key=lambda one: (not one.clear, -abs(one.part)))
    return [one.rules[0] for one in ranked[:most]]


def pairs_of(rules: Sequence[str]) -> list[tuple[str, str]]:
    """Every two of ``rules``."""
    return list(itertools.combinations(rules, 2))


def _chain(
    parts: Sequence[Part], found: Contrast, whole: Apart, out: Mapping[tuple[str, ...], Apart]
) -> tuple[tuple[str, ...], tuple[bool, ...]]:
    """The rules that carry most of the difference, those that set others at work first.

    One rule stands before another when taking it out changes what the other moves, more than the other way
    round. ``linked`` says for each but the first whether the one before it does so noticeably.
    """
    diff = found.diff or 0.0
    with_it = [one for one in parts if one.clear and one.part * diff > 0]
    carry = [one.rules[0] for one in with_it if abs(one.part) >= WORTH * abs(with_it[0].part)][:LINKS]

    def moves(one: str, other: str) -> float:
        number = rule_number(other)
        with_all, without = whole.moved[:, number].mean(), out[one,].moved[:, number].mean()
        scale = max(abs(with_all), abs(without))
        return float(abs(with_all - without) / scale) if scale > 0 else 0.0

    ahead = {
        one: sum(moves(one, other) - moves(other, one) for other in carry if other != one) for one in carry
    }
    order = sorted(carry, key=lambda one: -ahead[one])
    linked = tuple(moves(one, other) >= LINKED for one, other in itertools.pairwise(order))
    return tuple(order), linked
