"""The rows of the overview: what differs in each key measure, in numbers that carry no false decimals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from analysis.figures.sides import Sides
from analysis.figures.words import number, percent, said
from experiments.compare import Contrast, contrast
from experiments.numbers import decimals, shown
from sim.calendar import WEEKS_PER_YEAR
from sim.measures import MEASURES
from sim.registry import find

KEY_MEASURES: Final = (
    "trust_in_professionals",
    "trust_in_workers",
    "trust_in_district",
    "urgency_professionals",
    "urgency_workers",
    "shared_vision",
    "soil_conjunction",
    "volunteer_overload",
    "collaborations_alive",
    "collaborations_on_location",
    "collaborations_accessibility",
    "accepted_to_preventive",
    "on_location_consultations",
    "early_help",
)
MOST_DECIMALS: Final = 3


@dataclass(frozen=True)
class Row:
    """One measure: what it is called, what differs, and the middle 90 % of the differences."""

    name: str
    called: str
    found: Contrast
    spread: tuple[float, float]

    def reach(self) -> tuple[float, ...]:
        """Every point that must fit in the frame."""
        return (*self.spread, *(end for end in (self.found.diff, *self.found.ci) if end is not None))

    def cells(self, lang: str) -> tuple[str, str, str, str]:
        """The mean of base and variant, the difference with its interval, and the shares of worlds."""
        one = self.found
        if one.diff is None or one.share_higher is None or one.share_lower is None:
            return ("-", "-", "-", "-")
        low, high = one.ci
        surely = (high - low) / 2 if low is not None and high is not None else None
        places = _places(surely, max(abs(one.base or 0), abs(one.variant or 0)))
        apart = shown(one.diff, places)
        if not any(self.spread) and one.share_higher == one.share_lower == 0:
            apart = "0"
        if float(apart.replace(",", "")) > 0:
            apart = f"+{apart}"
        if surely:
            to = said("to", lang)
            apart = f"{apart} ({shown(low, places)} {to} {shown(high, places)})"
        shares = f"{percent(one.share_higher)} / {percent(one.share_lower)}"
        base, variant = (number(shown(side, places), lang) for side in (one.base, one.variant))
        return base, variant, number(apart, lang), shares


def _places(half_width: float | None, value: float) -> int:
    """Decimals down to the first figure of the interval's half-width, else two figures of the value."""
    if half_width:
        return min(MOST_DECIMALS, max(0, decimals(half_width, None) - 1))
    return min(MOST_DECIMALS, max(0, decimals(None, value) - 1))


def grouped(sides: Sides, names: Sequence[str]) -> dict[str, list[Row]]:
    """The rows that share a unit under what that unit is called."""
    units = {name: _unit(sides, name) for name in names}
    return {
        unit: [_row(sides, name) for name in names if units[name] == unit]
        for unit in dict.fromkeys(units.values())
    }


def _row(sides: Sides, name: str) -> Row:
    one, two = sides.in_one_number(name)
    apart = (two - one)[np.isfinite(two - one)]
    low, high = np.quantile(apart, [0.05, 0.95]) if len(apart) else (0.0, 0.0)
    return Row(name, sides.called(name), contrast(one, two), (float(low), float(high)))


def _unit(sides: Sides, name: str) -> str:
    """Say in what unit and over what period a measure is told."""
    measure = find("measure", MEASURES, name)
    unit, period = measure.unit, measure.summary
    if period == "total":
        unit = unit.removesuffix(" per week")
    if period == "last_year" and sides.weeks < WEEKS_PER_YEAR:
        period = "whole_run"
    years = number(f"{round(sides.weeks / WEEKS_PER_YEAR, 1):g}", sides.lang)
    told = f"{said(unit, sides.lang)}; {said(period, sides.lang, years=years)}"
    return told[0].upper() + told[1:]
