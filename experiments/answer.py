"""The answer of ``bodem compare`` in words: a sentence first, then a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from experiments.compare import Comparison, Contrast
from experiments.numbers import between, decimals, fitted, shown
from experiments.words import wrapped
from sim.registry import MEASURES

READABLE: Final = (
    "collaborations_alive",
    "collaborations_on_location",
    "starts",
    "ends",
    "trust_in_workers",
    "trust_in_professionals",
    "trust_in_district",
    "urgency_professionals",
    "urgency_workers",
    "soil_knowing",
    "soil_trust",
    "soil_urgency",
    "soil_vision",
    "paradox_gap",
    "referrals_offered",
    "referrals_accepted",
    "referrals_attributed",
    "early_help",
    "late_crises",
    "volunteer_energy",
    "money_spent",
)
PERIODS: Final = {"last_year": "mean of the last year", "total": "whole run", "end": "at the end"}
SHORT: Final = {"last_year": "last year", "total": "whole run", "end": "at the end"}


def telling(found: Comparison, names: Sequence[str], more: int = 6) -> list[str]:
    """``names`` with the measures that moved most added; one that moved stands first."""
    rest = [name for name in found.measures if name not in names and _moved(found.measures[name])]
    rest.sort(key=lambda name: (name.startswith("money_"), -_clarity(found.measures[name])))
    told = [*names, *rest[:more]]
    first = next((name for name in told if _moved(found.measures[name])), told[0])
    return [first, *(name for name in told if name != first)]


def _moved(one: Contrast) -> bool:
    low, high = one.ci
    return low is not None and high is not None and (low > 0 or high < 0)


def _untouched(one: Contrast) -> bool:
    return one.share_higher == 0.0 and one.share_lower == 0.0


def _clarity(one: Contrast) -> float:
    """How many half widths of its interval a difference lies from 0; a constant one counts as very clear."""
    low, high = one.ci
    if one.diff is None or low is None or high is None:
        return 0.0
    return abs(one.diff) / max((high - low) / 2, 1e-12)


def answer(found: Comparison, names: Sequence[str], sides: tuple[str, str], inner_worlds: int) -> str:
    """Tell ``found`` for the measures ``names``; ``sides`` describe base and variant."""
    parts = [wrapped("", _headline(names[0], found.measures[names[0]], sides))]
    if found.assumptions:
        parts.append(wrapped("", _assumption(names[0], found, inner_worlds)))
    parts.append(f"By chance: {found.worlds} worlds on each side, with the same seeds.")
    same = [name for name in names[1:] if _untouched(found.measures[name])]
    moving = [name for name in names if name not in same]
    parts.append(fitted([_HEAD, *(_row(name, found.measures[name]) for name in moving)]))
    if same:
        parts.append(wrapped("", f"The same in every single world: {', '.join(same)}."))
    if found.assumptions:
        told = (
            f"By assumption: {found.assumptions} parameter worlds over the plausible ranges, "
            f"{inner_worlds} worlds each; the mean difference in each of them."
        )
        parts.append(wrapped("", told))
        parts.append(fitted([_HEAD_ASSUMED, *(_row_assumed(name, found) for name in names)]))
    return "\n\n".join(parts)


_HEAD: Final = (
    "measure",
    "told as",
    "base",
    "variant",
    "difference",
    "95 % interval",
    "higher in",
    "lower in",
)
_HEAD_ASSUMED: Final = ("measure", "above 0 in", "5 to 95 % of them")


def _headline(name: str, one: Contrast, sides: tuple[str, str]) -> str:
    base, variant = sides
    if one.diff is None or one.share_higher is None or one.share_lower is None:
        return f"No world gives a value of '{name}' on both sides."
    higher, lower = _count(one.share_higher, one.worlds), _count(one.share_lower, one.worlds)
    places = _places(one)
    return (
        f"In {higher} of {one.worlds} worlds '{MEASURES[name].en.rstrip('.')}' ({name}, "
        f"{PERIODS[MEASURES[name].summary]}) was higher with {variant} than with {base}, "
        f"and in {lower} lower. "
        f"On average {shown(one.variant, places)} against {shown(one.base, places)}: a difference of "
        f"{shown(one.diff, places)}{_interval(one, places)}."
    )


def _interval(one: Contrast, places: int) -> str:
    if one.ci[0] is None:
        return ", from a single world, so without an interval"
    return f" (95 % interval {between(one.ci, places)})"


def _assumption(name: str, found: Comparison, inner_worlds: int) -> str:
    one = found.measures[name]
    if one.share_assumptions_positive is None:
        return f"No parameter world gives a value of '{name}' on both sides."
    positive = _count(one.share_assumptions_positive, found.assumptions)
    places = _places_of_spread(one)
    return (
        f"Under other assumptions: in {positive} of {found.assumptions} parameter worlds the mean difference "
        f"was above 0; in nine of ten of them it lay between {shown(one.spread[0], places)} and "
        f"{shown(one.spread[1], places)}."
    )


def _row(name: str, one: Contrast) -> tuple[str, ...]:
    places = _places(one)
    return (
        name,
        SHORT[MEASURES[name].summary],
        shown(one.base, places),
        shown(one.variant, places),
        shown(one.diff, places),
        between(one.ci, places),
        _share(one.share_higher),
        _share(one.share_lower),
    )


def _row_assumed(name: str, found: Comparison) -> tuple[str, ...]:
    one = found.measures[name]
    places = _places_of_spread(one)
    return (name, _share(one.share_assumptions_positive), between(one.spread, places))


def _places(one: Contrast) -> int:
    low, high = one.ci
    half = None if low is None or high is None else (high - low) / 2
    return decimals(half, one.base or one.variant)


def _places_of_spread(one: Contrast) -> int:
    low, high = one.spread
    return 0 if low is None or high is None else decimals((high - low) / 2, high)


def _share(share: float | None) -> str:
    return "-" if share is None else f"{share:.0%}"


def _count(share: float, worlds: int) -> int:
    return round(share * worlds)
