"""What a page of measures over the years is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from analysis.figures.sides import Pair, Sides
from analysis.figures.words import in_language


@dataclass(frozen=True)
class Family:
    """Measures that belong on one page, all in one unit.

    ``shared`` gives them one scale; ``tall`` is the height of the high panels in inches. ``told`` says
    whether they are drawn week by week, as the mean of the last 13 weeks, or added up since the start.
    ``only_where`` names the count without which a measure has no value; ``titles`` (English, Dutch) stands
    in where the name of a measure needs its table around it. ``glance`` goes into the overview as well.
    """

    name: str
    heading: tuple[str, str]
    panels: tuple[str, ...]
    columns: int
    shared: bool
    tall: float = 1.35
    told: Literal["weekly", "quarterly", "cumulative"] = "weekly"
    only_where: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    note: tuple[str, str] = ("", "")
    glance: tuple[str, ...] = ()

    def values(self, sides: Sides, name: str) -> Pair:
        """One measure on both sides as this family tells it, [worlds, weeks]."""
        if name in self.only_where:
            return sides.where(name, self.only_where[name])
        if self.told == "cumulative":
            return sides.cumulative(name)
        return sides.quarterly(name) if self.told == "quarterly" else sides.weekly(name)

    def title(self, sides: Sides, name: str) -> str:
        """What stands above the panel of a measure."""
        if name in self.titles:
            return in_language(self.titles[name], sides.lang)
        return sides.called(name)
