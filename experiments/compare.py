"""Two sides in the same worlds: what differs, how surely by chance, and how surely by assumption."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from sim.ensemble import run_ensemble, summarise
from sim.registry import PARAMETERS
from sim.settings import Settings

Floats = NDArray[np.float64]
Tick = Callable[[int], None]
LEVEL: Final = 0.95
CHUNK: Final = 200
HYPERCUBE_SEED: Final = 2012


@dataclass(frozen=True)
class Contrast:
    """One measure on both sides.

    ``diff`` is the mean of variant minus base over paired worlds and ``ci`` its 95 % t interval (both
    None with a single world). ``share_assumptions_positive`` is the share of parameter worlds with a
    mean difference above 0 and ``spread`` the 5 and 95 % points of that mean difference; both are None
    when no assumptions were drawn. A world where either side has no value is left out.
    """

    base: float | None
    variant: float | None
    diff: float | None
    ci: tuple[float | None, float | None]
    share_higher: float | None
    share_lower: float | None
    worlds: int
    share_assumptions_positive: float | None = None
    spread: tuple[float | None, float | None] = (None, None)


@dataclass(frozen=True)
class Comparison:
    """All measures of a comparison by name, with the counts of worlds it stands on."""

    worlds: int
    assumptions: int
    measures: dict[str, Contrast]

    def as_json(self) -> dict[str, Any]:
        """The object that ``bodem compare --json`` prints."""
        shown = ("base", "variant", "diff", "ci", "share_higher", "share_assumptions_positive")
        return {
            "worlds": self.worlds,
            "assumptions": self.assumptions,
            "measures": {
                name: {key: _listed(getattr(contrast, key)) for key in shown}
                for name, contrast in self.measures.items()
            },
        }


def compare_arrays(
    names: Sequence[str], base: Floats, variant: Floats, assumed: Floats | None = None
) -> Comparison:
    """Compare two sides world by world.

    ``base`` and ``variant`` are [worlds, measures] with the same seed in the same row; ``assumed`` holds
    the mean differences [parameter worlds, measures].
    """
    drawn = assumed if assumed is not None else np.empty((0, len(names)))
    found = {
        name: _with_assumptions(contrast(base[:, column], variant[:, column]), drawn[:, column])
        for column, name in enumerate(names)
    }
    return Comparison(len(base), len(drawn), found)


def contrast(base: Floats, variant: Floats) -> Contrast:
    """Compare one measure over paired worlds."""
    there = np.isfinite(base) & np.isfinite(variant)
    count = int(there.sum())
    if count == 0:
        return Contrast(None, None, None, (None, None), None, None, 0)
    one, two = base[there], variant[there]
    apart = two - one
    return Contrast(
        base=float(one.mean()),
        variant=float(two.mean()),
        diff=float(apart.mean()),
        ci=interval(apart),
        share_higher=float((apart > 0).mean()),
        share_lower=float((apart < 0).mean()),
        worlds=count,
    )


def interval(values: Floats, level: float = LEVEL) -> tuple[float | None, float | None]:
    """The t interval of the mean, 95 % unless told; (None, None) for fewer than two values."""
    if len(values) < 2:
        return (None, None)
    mean, half = float(values.mean()), half_width(values, level)
    return (mean - half, mean + half)


def half_width(values: Floats, level: float = LEVEL) -> float:
    """Half the t interval of the mean of two or more values; 0 where all are the same."""
    # A constant difference leaves only rounding in the standard deviation.
    spread = float(values.std(ddof=1)) if np.ptp(values) > 0 else 0.0
    from scipy.special import stdtrit

    return float(stdtrit(len(values) - 1, 0.5 + level / 2)) * spread / math.sqrt(len(values))


def parameter_worlds(count: int, fixed: frozenset[str]) -> Iterator[dict[str, float]]:
    """Yield ``count`` draws of all parameters over their plausible ranges, without the ``fixed`` ones.

    A Latin hypercube over every parameter, so that fixing one leaves the draws of the others as they are.
    """
    entries = [PARAMETERS[name] for name in sorted(PARAMETERS)]
    if not entries:
        yield from ({} for _ in range(count))
        return
    # Half of all the time it takes to start goes into this import.
    from scipy.stats import qmc

    unit = qmc.LatinHypercube(len(entries), rng=HYPERCUBE_SEED).random(count)
    low, high = np.array([entry.low for entry in entries]), np.array([entry.high for entry in entries])
    for row in low + unit * (high - low):
        yield {
            entry.name: float(value)
            for entry, value in zip(entries, row, strict=True)
            if entry.name not in fixed
        }


def outcomes(settings: Settings, seeds: Sequence[int], threads: int, tick: Tick) -> Floats:
    """Run the worlds of one side and return [worlds, measures], each run told in one number."""
    parts = []
    for start in range(0, len(seeds), CHUNK):
        part = seeds[start : start + CHUNK]
        parts.append(summarise(run_ensemble(settings, part, threads=threads, progress=lambda _: tick(1))))
    return np.concatenate(parts)


def assumed_differences(
    base: Settings,
    variant: Settings,
    worlds: Sequence[dict[str, float]],
    seeds: Sequence[int],
    threads: int,
    tick: Tick,
) -> Floats:
    """The mean paired difference in each parameter world, [parameter worlds, measures]."""
    rows = []
    for drawn in worlds:
        one, two = (outcomes(_assuming(side, drawn), seeds, threads, tick) for side in (base, variant))
        rows.append(_mean_difference(one, two))
    return np.array(rows)


def _mean_difference(one: Floats, two: Floats) -> Floats:
    """Mean over the worlds where both sides have a value, NaN where no world has."""
    apart = two - one
    there = np.isfinite(apart)
    total = np.where(there, apart, 0.0).sum(axis=0)
    return np.where(there.any(axis=0), total / np.maximum(there.sum(axis=0), 1), np.nan)


def _assuming(settings: Settings, drawn: dict[str, float]) -> Settings:
    return replace(settings, parameters={**drawn, **settings.parameters})


def _with_assumptions(found: Contrast, assumed: Floats) -> Contrast:
    there = assumed[np.isfinite(assumed)]
    if len(there) == 0:
        return found
    low, high = (float(point) for point in np.quantile(there, [0.05, 0.95]))
    return replace(found, share_assumptions_positive=float((there > 0).mean()), spread=(low, high))


def _listed(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
