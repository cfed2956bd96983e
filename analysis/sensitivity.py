"""Which assumptions matter: one factor at a time, Morris, Sobol, PAWN, each with its uncertainty.

Replicates (seeds) of a point are averaged first. A sweep with a missing run is refused: one hole makes an
index of Sobol meaningless.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.load import Loaded
from experiments.compare import half_width

Floats = NDArray[np.float64]
DRAWS: Final = 200


class Unsuited(ValueError):
    """The design of a sweep does not fit the analysis that is asked of it."""


def mean_per_point(sweep: Loaded, measure: str) -> pd.DataFrame:
    """Mean over the seeds of each point, its standard error and the number of seeds.

    Raises Incomplete when a planned run has no result, Unsuited for an unknown measure or one that is
    undefined somewhere.
    """
    table = sweep.whole().table
    if measure not in table.columns:
        raise Unsuited(f"There is no measure '{measure}' in this sweep.")
    holes = table.loc[~np.isfinite(table[measure]), "run_id"]
    if len(holes):
        raise Unsuited(f"'{measure}' has no value in {len(holes)} runs, such as {holes.iloc[0]}.")
    found = table.groupby("point")[measure].agg(["mean", "sem", "size"])
    return found.rename(columns={"sem": "error", "size": "seeds"})


def analysed(sweep: Loaded, measure: str) -> pd.DataFrame:
    """The analysis that the design was made for: one_factor, morris or sobol; PAWN for any other sample."""
    kind = sweep.about["method"].get("kind")
    if kind is None:
        raise Unsuited(
            "The sweep varies nothing over ranges: use a design of kind morris, sobol or one_factor."
        )
    return {"one_factor": one_factor, "morris": morris, "sobol": sobol}.get(kind, pawn)(sweep, measure)


def one_factor(sweep: Loaded, measure: str) -> pd.DataFrame:
    """How the measure moves when one factor alone moves: difference from the base with its 95 % interval.

    The worlds are paired: each seed is compared with itself. One row per factor and value, the largest first.
    """
    table = sweep.whole().table
    method = _method(sweep, "one_factor")
    mean_per_point(sweep, measure)
    base = table[table["point"] == 0].set_index("seed")[measure]
    rows = []
    for key in (one["key"] for one in method["factors"]):
        for value, part in table[table[key].notna()].groupby(key):
            apart = (part.set_index("seed")[measure] - base).dropna()
            half = _half_width(apart.to_numpy())
            rows.append((key, value, apart.mean(), apart.mean() - half, apart.mean() + half, len(apart)))
    found = pd.DataFrame(rows, columns=["factor", "value", "difference", "low", "high", "worlds"])
    return found.sort_values("difference", key=np.abs, ascending=False, ignore_index=True)


def morris(sweep: Loaded, measure: str) -> pd.DataFrame:
    """Morris' mean absolute elementary effect per group (``mu_star``) with its 95 % confidence."""
    from SALib.analyze import morris as salib

    method = _method(sweep, "morris")
    values = _values(sweep, measure)
    found = salib.analyze(
        _problem(method), _unit(sweep), values, num_levels=method["levels"], num_resamples=DRAWS, seed=1
    )
    return _ranked(
        {"group": found["names"], "mu_star": found["mu_star"], "confidence": found["mu_star_conf"]}, "mu_star"
    )


def sobol(sweep: Loaded, measure: str) -> pd.DataFrame:
    """Shares of the variance: first order and total per group, each with its 95 % confidence."""
    from SALib.analyze import sobol as salib

    method = _method(sweep, "sobol")
    values = _values(sweep, measure)
    if np.ptp(values) == 0:
        raise Unsuited(f"'{measure}' is the same at every point: there is no variance to divide.")
    problem = _problem(method)
    found = salib.analyze(
        problem, values, calc_second_order=method["second_order"], num_resamples=DRAWS, seed=1
    )
    columns = {"first": "S1", "first_confidence": "S1_conf", "total": "ST", "total_confidence": "ST_conf"}
    names = list(dict.fromkeys(problem["groups"]))
    return _ranked({"group": names, **{name: found[key] for name, key in columns.items()}}, "total")


def pawn(sweep: Loaded, measure: str, slices: int = 10) -> pd.DataFrame:
    """PAWN's median distance between distributions per factor, with an interval over resampled points.

    ``floor`` is what a factor without influence would get, from one that is not in the model.
    """
    from SALib.analyze import pawn as salib

    method = sweep.about["method"]
    unit, values = _unit(sweep), _values(sweep, measure)
    rng = np.random.default_rng(1)
    names = [one["key"] for one in method["factors"]]
    problem = {
        "num_vars": len(names) + 1,
        "names": [*names, "none"],
        "bounds": [[0.0, 1.0]] * (len(names) + 1),
    }
    wide = np.column_stack([unit, rng.random(len(unit))])

    def once(chosen: NDArray[np.int64]) -> Floats:
        return np.asarray(salib.analyze(problem, wide[chosen], values[chosen], S=slices, seed=1)["median"])

    at = once(np.arange(len(values)))
    drawn = np.array([once(rng.integers(0, len(values), len(values))) for _ in range(DRAWS // 4)])
    low, high = np.nanquantile(drawn, [0.025, 0.975], axis=0)
    found = {"factor": names, "median": at[:-1], "low": low[:-1], "high": high[:-1]}
    return _ranked(found, "median").assign(floor=at[-1])


def seeds_needed(sweep: Loaded, measure: str) -> pd.DataFrame:
    """How steady the mean over seeds is: for each number of seeds, the share of variance that is chance.

    The variance between points is compared with the variance of a point's mean; enough seeds are those
    with which the share of chance is small and no longer falls much.
    """
    table = sweep.whole().table
    grid = table.pivot_table(index="point", columns="seed", values=measure)
    rows = []
    for count in range(2, grid.shape[1] + 1):
        part = grid.iloc[:, :count]
        chance = float((part.var(axis=1, ddof=1) / count).mean())
        between = float(part.mean(axis=1).var(ddof=1))
        rows.append((count, chance, between, chance / between if between > 0 else float("nan")))
    return pd.DataFrame(
        rows, columns=["seeds", "variance_of_mean", "variance_between_points", "share_chance"]
    )


def _method(sweep: Loaded, kind: str) -> dict[str, Any]:
    method: dict[str, Any] = sweep.about["method"]
    if method.get("kind") != kind:
        raise Unsuited(f"The sweep has a design of kind '{method.get('kind')}', not '{kind}'.")
    return method


def _values(sweep: Loaded, measure: str) -> Floats:
    return mean_per_point(sweep, measure).sort_index()["mean"].to_numpy()


def _unit(sweep: Loaded) -> Floats:
    if sweep.unit is None:
        raise Unsuited("The points of this sweep were not drawn over ranges.")
    return sweep.unit.to_numpy()


def _problem(method: Mapping[str, Any]) -> dict[str, Any]:
    """The design in SALib's words; in the unit cube, so that categories are as good as ranges."""
    factors = method["factors"]
    return {
        "num_vars": len(factors),
        "names": [one["key"] for one in factors],
        "groups": [one["group"] for one in factors],
        "bounds": [[0.0, 1.0]] * len(factors),
    }


def _ranked(columns: dict[str, Any], by: str) -> pd.DataFrame:
    return pd.DataFrame(columns).sort_values(by, ascending=False, ignore_index=True)


def _half_width(values: Floats) -> float:
    return half_width(values) if len(values) >= 2 else float("nan")
