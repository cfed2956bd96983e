"""The one verdict rule, the same for all patterns; it is told with its numbers in ``docs/patterns.md``.

A claim is right by chance when the 95 % interval of its mean paired difference lies on the right side of
zero ("no effect": within a tenth of the effect it is compared with). It *holds* when it is also right, by its
mean, in at least 80 % of the parameter worlds, holds *partly* from 50 %, and *fails* otherwise. A pattern is
as good as the weakest of its claims.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np

from analysis.patterns.pattern import DOWN, NEAR, SAME, UP, Claim, Floats, Pattern, Sides
from experiments.compare import half_width

HOLDS, PARTLY, FAILS = "holds", "partly", "fails"
ORDER: Final = (FAILS, PARTLY, HOLDS)
ENOUGH, HALF = 0.8, 0.5


@dataclass(frozen=True)
class Chance:
    """A claim at the defaults: mean difference, its interval, and whether that is on the right side."""

    mean: float
    low: float
    high: float
    worlds: int
    right: bool
    beside: float = math.nan


@dataclass(frozen=True)
class Judged:
    """A claim with its verdict; ``rights`` says of each parameter world whether the mean is right there."""

    claim: Claim
    chance: Chance
    rights: tuple[bool, ...]

    @property
    def share(self) -> float:
        """The share of parameter worlds in which it is right."""
        return sum(self.rights) / len(self.rights) if self.rights else math.nan

    @property
    def verdict(self) -> str:
        """Holds, partly or fails."""
        if not self.chance.right or not self.share >= HALF:
            return FAILS
        return HOLDS if self.share >= ENOUGH else PARTLY


@dataclass(frozen=True)
class Verdict:
    """A pattern with all of its claims judged, and judged again ``without`` each rule."""

    pattern: Pattern
    claims: tuple[Judged, ...]
    without: Mapping[str, tuple[Chance, ...]] = field(default_factory=dict)
    # With all rules on, in just the worlds in which rules were taken out: what those are compared with.
    whole: tuple[Chance, ...] = ()

    @property
    def verdict(self) -> str:
        """That of the weakest claim."""
        return ORDER[min(ORDER.index(one.verdict) for one in self.claims)]

    @property
    def weakest(self) -> Judged:
        """The claim on which the verdict rests."""
        return min(self.claims, key=lambda one: (ORDER.index(one.verdict), one.share))

    @property
    def joint(self) -> float:
        """The share of parameter worlds in which all claims are right at once: more than the rule asks."""
        together = [all(rights) for rights in zip(*(one.rights for one in self.claims), strict=True)]
        return sum(together) / len(together) if together else math.nan

    def needs(self) -> dict[str, str]:
        """The rules that the pattern hangs on.

        ``needed`` where a claim that was right no longer is; ``carries`` where a quarter or more of the main
        effect goes with the rule.
        """
        found = {}
        for rule, again in self.without.items():
            if any(was.right and not now.right for was, now in zip(self.whole, again, strict=True)):
                found[rule] = NEEDED
            elif carries(self.whole[0], again[0]):
                found[rule] = CARRIES
        return found

    @property
    def kind(self) -> str:
        """How the main claim comes about.

        ``direct`` by one rule alone, ``emergent`` by two or more together, ``start`` by none that can be
        taken out alone: it lies in how people start, or several rules can each bring it about.
        """
        if not self.without:
            return UNKNOWN
        main = self.whole[0]
        count = sum(
            (main.right and not again[0].right) or carries(main, again[0]) for again in self.without.values()
        )
        return EMERGENT if count >= 2 else DIRECT if count == 1 else START


NEEDED, CARRIES = "needed", "carries"
DIRECT, EMERGENT, START, UNKNOWN = "direct", "emergent", "start", "not looked at"
PART: Final = 0.25


def carries(whole: Chance, again: Chance) -> bool:
    """Whether a quarter or more of a difference goes with the rule, and its interval shows that."""
    if not whole.right or not math.isfinite(again.mean):
        return False
    left = again.high if whole.mean > 0 else -again.low
    size = abs(whole.mean)
    gone = 1.0 - (again.mean if whole.mean > 0 else -again.mean) / size if size > 0 else 0.0
    return gone >= PART and left < size


def chance(claim: Claim, sides: Sides) -> Chance:
    """Judge a claim over paired worlds at one setting of the parameters."""
    values = there(claim.effect(sides))
    if len(values) < 2:
        return Chance(math.nan, math.nan, math.nan, len(values), False)
    mean, half = float(values.mean()), half_width(values)
    low, high = mean - half, mean + half
    if claim.way == SAME and claim.beside is not None:
        against = mean_there(claim.beside(sides))
        room = NEAR * abs(against)
        return Chance(mean, low, high, len(values), -room <= low and high <= room, against)
    return Chance(mean, low, high, len(values), low > 0 if claim.way == UP else high < 0)


def right(claim: Claim, sides: Sides) -> bool:
    """Whether the mean alone is on the right side, as in one parameter world; False where nothing is seen."""
    mean = mean_there(claim.effect(sides))
    if claim.way == SAME and claim.beside is not None:
        return abs(mean) <= NEAR * abs(mean_there(claim.beside(sides)))
    return mean > 0 if claim.way == UP else mean < 0 if claim.way == DOWN else False


def there(values: Floats) -> Floats:
    """The values of the worlds in which there was something to see."""
    return values[np.isfinite(values)]


def mean_there(values: Floats) -> float:
    """Their mean; NaN where there are none."""
    found = there(values)
    return float(found.mean()) if len(found) else math.nan


def judge(
    one: Pattern,
    at_default: Sides,
    assumed: Sequence[Sides],
    without: Mapping[str, Sides] | None = None,
    whole: Sides | None = None,
) -> Verdict:
    """Judge a pattern: by chance at the defaults, by assumption, and again without each rule.

    ``whole`` is the pattern with all rules on in the worlds in which they were taken out, where these are
    fewer than those of ``at_default``.
    """
    claims = tuple(
        Judged(claim, chance(claim, at_default), tuple(right(claim, sides) for sides in assumed))
        for claim in one.claims
    )
    again = {
        rule: tuple(chance(claim, sides) for claim in one.claims) for rule, sides in (without or {}).items()
    }
    compared = tuple(chance(claim, whole or at_default) for claim in one.claims)
    return Verdict(one, claims, again, compared)


def as_json(found: Verdict) -> dict[str, Any]:
    """A verdict as plain data."""
    needs = found.needs()
    return {
        "pattern": found.pattern.id,
        "section": found.pattern.section,
        "en": found.pattern.en,
        "nl": found.pattern.nl,
        "contrast": found.pattern.contrast,
        "measure": found.pattern.measure,
        "verdict": found.verdict,
        "joint_share": plain(found.joint),
        "kind": found.kind,
        "needs": [rule for rule, how in needs.items() if how == NEEDED],
        "carried_by": [rule for rule, how in needs.items() if how == CARRIES],
        "claims": [
            {
                "claim": each.claim.name,
                "en": each.claim.en,
                "nl": each.claim.nl,
                "way": each.claim.way,
                "verdict": each.verdict,
                "effect": plain(each.chance.mean),
                "ci": [plain(each.chance.low), plain(each.chance.high)],
                "beside": plain(each.chance.beside),
                "worlds": each.chance.worlds,
                "share": plain(each.share),
            }
            for each in found.claims
        ],
    }


def plain(number: float) -> float | None:
    """A number as JSON can hold it."""
    return number if math.isfinite(number) else None
