"""The two sides of a comparison, as every figure reads them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from sim.arrays import Floats
from sim.calendar import WEEKS_PER_YEAR
from sim.measures import MEASURES
from sim.registry import UnknownName, find

LANGUAGES: Final = ("en", "nl")
QUARTER: Final = 13
Pair = tuple[Floats, Floats]


@dataclass(frozen=True)
class Sides:
    """Weekly measures of both sides, [worlds, weeks, measures], the same seed in the same row.

    ``names`` are the measures in the order of the last axis, ``labels`` what base and variant are called.
    Raises ValueError for arrays that cannot be paired, UnknownName for a measure that nobody records.
    """

    base: Floats
    variant: Floats
    names: Sequence[str]
    labels: tuple[str, str]
    lang: str = "en"
    title: str | None = None

    def __post_init__(self) -> None:
        if self.base.shape != self.variant.shape or self.base.ndim != 3 or 0 in self.base.shape:
            raise ValueError(
                "Both sides must hold the same [worlds, weeks, measures], at least one of each, "
                f"not {self.base.shape} and {self.variant.shape}."
            )
        if len(self.names) != self.base.shape[2]:
            raise ValueError(f"'measure_names' has {len(self.names)} names for {self.base.shape[2]} columns.")
        if self.lang not in LANGUAGES:
            raise UnknownName("language", self.lang, LANGUAGES)

    @property
    def worlds(self) -> int:
        """How many worlds each side has."""
        return self.base.shape[0]

    @property
    def weeks(self) -> int:
        """How many weeks each world was run."""
        return self.base.shape[1]

    @property
    def years(self) -> Floats:
        """The moments of the weekly values: the end of each week, in years from the start."""
        return np.arange(1, self.weeks + 1) / WEEKS_PER_YEAR

    def weekly(self, name: str) -> Pair:
        """One measure on both sides, [worlds, weeks]."""
        if name not in self.names:
            raise UnknownName("measure in these runs", name, self.names)
        column = list(self.names).index(name)
        return self.base[:, :, column], self.variant[:, :, column]

    def cumulative(self, name: str) -> Pair:
        """One measure on both sides, added up since the start, [worlds, weeks]."""
        one, two = self.weekly(name)
        return one.cumsum(axis=1), two.cumsum(axis=1)

    def quarterly(self, name: str) -> Pair:
        """One measure on both sides, the mean of the last 13 weeks or of as many as there were."""
        counted = np.minimum(np.arange(1, self.weeks + 1), QUARTER)
        one, two = (_sum_of_last(values, QUARTER) / counted for values in self.weekly(name))
        return one, two

    def where(self, name: str, counted: str) -> Pair:
        """One measure on both sides, without a value (NaN) where nothing was ``counted``, [worlds, weeks]."""
        pairs = zip(self.weekly(name), self.weekly(counted), strict=True)
        one, two = (np.where(number > 0, values, np.nan) for values, number in pairs)
        return one, two

    def in_one_number(self, name: str) -> Pair:
        """One measure on both sides, a world told in one number as the measure says, [worlds]."""
        kind = find("measure", MEASURES, name).summary
        one, two = (_in_one_number(values, kind) for values in self.weekly(name))
        return one, two

    def called(self, name: str) -> str:
        """What a measure is called, without the full stop of a table."""
        measure = find("measure", MEASURES, name)
        return str(getattr(measure, self.lang)).rstrip(".")


def _sum_of_last(values: Floats, weeks: int) -> Floats:
    """Add up the last ``weeks`` of each week; exact for counts and without drift for shares."""
    padded = np.pad(values, ((0, 0), (weeks - 1, 0)))
    return np.lib.stride_tricks.sliding_window_view(padded, weeks, axis=1).sum(axis=-1)


def _in_one_number(values: Floats, kind: str) -> Floats:
    if kind == "total":
        return values.sum(axis=1)
    return values[:, -1] if kind == "end" else values[:, -WEEKS_PER_YEAR:].mean(axis=1)
