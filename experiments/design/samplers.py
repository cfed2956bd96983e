"""Points of the unit cube: space-filling samples, Saltelli's layout and Morris' trajectories.

Written here, in the row order that SALib's analyses read, so that a sweep needs no extra and a renewed SALib
cannot change a design.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.stats import qmc

from experiments.errors import Refused

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def latin_hypercube(count: int, factors: int, seed: int) -> Floats:
    """``count`` points, one in each of ``count`` equal slices of every factor."""
    return np.asarray(qmc.LatinHypercube(factors, rng=seed).random(count))


def sobol_points(count: int, factors: int, seed: int) -> Floats:
    """The first ``count`` (a power of two) points of a scrambled Sobol sequence."""
    _power_of_two(count)
    return np.asarray(qmc.Sobol(factors, rng=seed).random_base2(count.bit_length() - 1))


def saltelli(count: int, groups: Ints, seed: int, second_order: bool = False) -> Floats:
    """Saltelli's rows for Sobol' indices: for each of ``count`` base points A, A with one group of B, B.

    ``groups`` gives the number of the group of each factor. With ``second_order`` also B with one group of A.
    """
    base = sobol_points(count, 2 * len(groups), seed)
    a, b = base[:, : len(groups)], base[:, len(groups) :]
    blocks = [a]
    for one, other in ((a, b), (b, a))[: 2 if second_order else 1]:
        for group in range(int(groups.max()) + 1):
            mixed = one.copy()
            mixed[:, groups == group] = other[:, groups == group]
            blocks.append(mixed)
    return np.stack([*blocks, b], axis=1).reshape(-1, len(groups))


def morris(trajectories: int, groups: Ints, levels: int, seed: int) -> Floats:
    """Morris' trajectories: a start on the grid, then every group moves once, in random order.

    ``levels`` (even) is the number of grid points per factor; a step is levels / (2 (levels - 1)).
    """
    if levels < 2 or levels % 2:
        raise Refused(f"'design.levels' must be an even number of at least 2 for Morris, not {levels}.")
    rng, step = np.random.default_rng(seed), levels / (2 * (levels - 1))
    rows = []
    for _ in range(trajectories):
        low = rng.integers(0, levels // 2, len(groups)) / (levels - 1)
        up = rng.random(len(groups)) < 0.5
        point = np.where(up, low, low + step)
        rows.append(point)
        for group in rng.permutation(int(groups.max()) + 1):
            moved = groups == group
            point = np.where(moved, np.where(up, low + step, low), point)
            rows.append(point)
    return np.array(rows)


def _power_of_two(count: int) -> None:
    if count & (count - 1):
        near = 1 << round(np.log2(count))
        raise Refused(
            f"'design.samples' must be a power of two for a Sobol sequence, such as {near}, not {count}."
        )
