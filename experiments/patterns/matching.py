"""History matching of the starting values: ``python -m experiments.patterns.matching``.

The report counts four things about how its respondents stood. Points of a space-filling sample over the
plausible ranges of the starting parameters are "not ruled out" when the mean over worlds lies within three
standard deviations of each count; these hold chance between worlds and what twelve organisations can tell.
Nothing is moved by it: it says whether the defaults, and how much of the ranges, agree with the counts.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.stats import qmc

from experiments.compose import compose
from experiments.composer import changed
from sim.population import populated, template
from sim.registry import PARAMETERS
from sim.settings import Settings
from sim.world import World

Floats = NDArray[np.float64]


class Target(NamedTuple):
    """A count of the report: how many of how many, and where it stands."""

    count: int
    of: int
    section: str

    @property
    def share(self) -> float:
        """The share that was counted."""
        return self.count / self.of

    @property
    def spread(self) -> float:
        """What so few can tell of a share, half a case at the least."""
        smoothed = (self.count + 0.5) / (self.of + 1)
        return math.sqrt(smoothed * (1 - smoothed) / self.of)


TARGETS: Final = {
    "positive": Target(10, 12, "§3.2"),
    "acting": Target(4, 12, "§3.2"),
    "place": Target(8, 12, "§2.1"),
    "in_heads": Target(10, 10, "§5.1"),
}
DISTRICTS: Final = ("nieuw_west", "zuidoost", "noord")
FACTORS: Final = (
    "position_contrast",
    "position_spread",
    "start_carriers",
    "start_worker_wish",
    "start_collaborations",
    "start_faces",
    "start_knows_groups",
)
PREVENTIVE, DISTANCE, MIDDLE, RULED_OUT = 0, 3, 0.5, 3.0


def counted(world: World) -> Floats:
    """Organisations positive, acting, with a place; preventive professionals "in heads"; of how many."""
    workers, organisations = world.workers, world.self_organisations
    wish = np.array([workers.helps[workers.self_organisation == s].mean() for s in range(len(organisations))])
    at_work = np.asarray(world.collaborations.alive) > 0
    acting = np.unique(workers.self_organisation[world.pairs.worker[at_work]])
    domain = world.institutions.domain[world.professionals.institution]
    prevention = world.professionals.position[domain == PREVENTIVE, DISTANCE]
    return np.array(
        [
            (wish > MIDDLE).sum(),
            len(acting),
            (organisations.own_place > 0).sum(),
            (prevention < MIDDLE).sum(),
            len(organisations),
            len(prevention),
        ],
        dtype=float,
    )


def shares(settings: list[Settings], seeds: int) -> Floats:
    """The four shares in each world, all districts together: [worlds, targets]."""
    total = np.zeros((seeds, 6))
    for one in settings:
        made = template(one)
        total += np.array([counted(populated(made, seed)) for seed in range(seeds)])
    return total[:, :4] / np.column_stack([total[:, [4, 4, 4]], total[:, 5]])


def distances(found: Floats) -> Floats:
    """How far the mean over worlds lies from each count, in standard deviations."""
    told = [
        abs(float(found[:, n].mean()) - one.share) / math.hypot(one.spread, float(found[:, n].std(ddof=1)))
        for n, one in enumerate(TARGETS.values())
    ]
    return np.array(told)


def point(base: list[Settings], values: Mapping[str, float]) -> list[Settings]:
    """The districts with these values of parameters."""
    cells = {f"parameters.{name}": value for name, value in values.items()}
    return [changed(one, cells) for one in base]


def main(samples: int = 256, seeds: int = 20) -> None:
    """Match, and print a table in Markdown."""
    base = [compose([f"district={name}", "strategy=none", "weeks=1"]).settings for name in DISTRICTS]
    at_default = shares(base, 5 * seeds)
    low = np.array([PARAMETERS[name].low for name in FACTORS])
    high = np.array([PARAMETERS[name].high for name in FACTORS])
    drawn = low + qmc.LatinHypercube(len(FACTORS), rng=2012).random(samples) * (high - low)
    far = np.array(
        [distances(shares(point(base, dict(zip(FACTORS, row, strict=True))), seeds)) for row in drawn]
    )
    kept = drawn[(far <= RULED_OUT).all(axis=1)]
    print(
        "| Count of the report | Report | Defaults (mean over worlds) | Distance | Points ruled out by it |"
    )
    print("|---|---:|---:|---:|---:|")
    default_far = distances(at_default)
    for n, (name, one) in enumerate(TARGETS.items()):
        print(
            f"| {name} ({one.section}) | {one.count} of {one.of} | {at_default[:, n].mean():.2f} "
            f"| {default_far[n]:.1f} | {(far[:, n] > RULED_OUT).mean():.0%} |"
        )
    print(f"\n{len(kept)} of {samples} points are not ruled out. Of these, per parameter:\n")
    print("| Parameter | Plausible range | Default | Not ruled out (5 to 95 %) |")
    print("|---|---|---:|---|")
    for n, name in enumerate(FACTORS):
        lowest, highest = np.quantile(kept[:, n], [0.05, 0.95]) if len(kept) else (math.nan, math.nan)
        entry = PARAMETERS[name]
        print(
            f"| `{name}` | {entry.low:g} to {entry.high:g} | {entry.default:g} "
            f"| {lowest:.2f} to {highest:.2f} |"
        )


if __name__ == "__main__":
    main()
