"""History matching of how many families come into heavy care: ``python -m experiments.patterns.care``.

The report tells that migrant families are over-represented in heavy care, not how many come there. National
counts do: of 3.4 million minors 0.33 % came under a new supervision order in 2019 (9,330 and 1,920
provisional ones), and 2.5 % had care with a stay or a protection order at some time in that year (43,000 and
41,000; Statistics Netherlands, *Jeugdzorg 2019* and *Jeugdbescherming 2019*). A district in which fewer come
into heavy care than the first share, or more than three times the second, is not one of those that the report
is about. ``question_balance`` is drawn over a wide range, all other parameters over their plausible ones; the
plausible range of the balance is the middle 90 % of the points that are not ruled out.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

import numpy as np

from experiments.compare import parameter_worlds
from experiments.compose import compose
from experiments.patterns.matching import Floats, point
from experiments.progress import progress
from sim.ensemble import run_ensemble
from sim.measures import NAMES
from sim.registry import PARAMETERS
from sim.settings import Settings

FACTOR: Final = "question_balance"
WIDE: Final = (0.15, 2.0)
DISTRICTS: Final = ("nieuw_west", "zuidoost")
WEEKS: Final = 260
LEAST: Final = (9_330 + 1_920) / 3_400_000
MOST: Final = 3.0 * (43_000 + 41_000) / 3_400_000
INTO_HEAVY_CARE: Final = ("late_crises", "escalated", "accepted_to_youth_care")
ERRORS: Final = 3.0


def a_year(settings: Settings, seeds: Sequence[int]) -> Floats:
    """The share of families that came into heavy care, a year, in each world."""
    columns = [NAMES.index(name) for name in INTO_HEAVY_CARE]
    weeks = run_ensemble(settings, seeds)[:, :, columns]
    return np.asarray(weeks.sum(axis=(1, 2))) / (settings.district.parents * settings.weeks / 52.0)


def ruled_out(shares: Floats) -> bool:
    """Whether a district has less or more heavy care than the counts allow, chance between worlds apart."""
    room = ERRORS * float(shares.std(ddof=1)) / math.sqrt(len(shares))
    return not LEAST - room <= float(shares.mean()) <= MOST + room


def points(samples: int) -> list[dict[str, float]]:
    """All parameters over their plausible ranges, but the balance over a wide one."""
    low, high = WIDE
    entry = PARAMETERS[FACTOR]
    drawn = []
    for one in parameter_worlds(samples, frozenset()):
        place = (one[FACTOR] - entry.low) / (entry.high - entry.low)
        drawn.append({**one, FACTOR: low + place * (high - low)})
    return drawn


def main(samples: int = 512, seeds: int = 4, weeks: int = WEEKS) -> None:
    """Match, and print what is left in Markdown."""
    bases = [compose([f"district={name}", "strategy=none", f"weeks={weeks}"]).settings for name in DISTRICTS]
    drawn, kept = points(samples), []
    with progress("points", samples) as tick:
        for one in drawn:
            kept.append(not any(ruled_out(a_year(made, range(seeds))) for made in point(bases, one)))
            tick(1)
    balance = np.array([one[FACTOR] for one in drawn])
    left = balance[np.array(kept)]
    low, middle, high = np.quantile(left, [0.05, 0.5, 0.95]) if len(left) else (math.nan,) * 3
    print(f"Families a year into heavy care: {LEAST:.2%} to {MOST:.1%} are not ruled out.\n")
    print("| District | At the defaults (50 worlds) |\n|---|---:|")
    for name, base in zip(DISTRICTS, bases, strict=True):
        print(f"| {name} | {a_year(base, range(50)).mean():.2%} |")
    print(f"\n{len(left)} of {samples} points are not ruled out; `{FACTOR}` in these, 5 to 95 %: ", end="")
    print(f"{low:.2f} to {high:.2f} (median {middle:.2f}; drawn over {WIDE[0]} to {WIDE[1]}).")


if __name__ == "__main__":
    main()
