"""What a panel draws: the bands of both sides and of the difference between them, taken from the worlds."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analysis.figures.bands import Bands, bands
from analysis.figures.family import Family
from analysis.figures.sides import Sides
from sim.measures import MEASURES
from sim.registry import find


@dataclass(frozen=True)
class Told:
    """One measure, ready to be drawn: both sides, the paired difference, and the share of worlds without any.

    ``same`` is set when no world differs, ``empty`` when no week has enough worlds with a value.
    """

    name: str
    both: tuple[Bands, Bands]
    apart: Bands
    never: tuple[float, float]
    same: bool
    empty: bool

    @property
    def whole(self) -> bool:
        """Whether the measure counts something, and is not a share."""
        return bool(find("measure", MEASURES, self.name).unit != "share")

    @property
    def rare(self) -> bool:
        """Whether it counts something of which most worlds never see any."""
        return self.whole and min(self.never) > 0.5


def tell(sides: Sides, family: Family, name: str) -> Told:
    """Take the bands of one measure; a difference counts where both sides have a value."""
    one, two = family.values(sides, name)
    both, apart = (bands(one), bands(two)), two - one
    there = np.isfinite(apart)
    never = tuple(float((~(np.nan_to_num(side) > 0).any(axis=1)).mean()) for side in (one, two))
    empty = not any(np.isfinite(side.median).any() for side in both)
    same = bool(there.any() and not apart[there].any())
    return Told(name, both, bands(apart), (never[0], never[1]), same, empty)
