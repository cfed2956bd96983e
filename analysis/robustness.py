"""How well each strategy (or level of any factor) does over all assumptions: regret and satisficing."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.load import Loaded
from analysis.sensitivity import Unsuited, mean_per_point


def robustness(
    sweep: Loaded, measure: str, over: str = "strategy", *, better: str = "high", enough: float | None = None
) -> pd.DataFrame:
    """One row per level of ``over``, the least regret first.

    A state of the world is a combination of all other factors; replicates are averaged first. Regret is how
    far a level stays behind the best one in that state (mean, 90 % point, worst). ``best_in`` is the share of
    states in which it is the best, ``satisfied_in`` the share in which the measure is at least (``better``
    low: at most) ``enough``; by default the median over everything. Raises Incomplete when a run is missing,
    Unsuited when not every level meets every state.
    """
    if better not in ("high", "low"):
        raise Unsuited("'better' must be high or low.")
    means = mean_per_point(sweep, measure)["mean"]
    if over not in sweep.points.columns:
        raise Unsuited(f"The sweep does not vary '{over}'.")
    states = sweep.points.drop(columns=over)
    label = pd.Series(0, sweep.points.index)
    if len(states.columns):
        label = states.groupby(list(states.columns), sort=False, dropna=False).ngroup()
    grid = pd.DataFrame({"level": sweep.points[over], "state": label, "value": means}).pivot_table(
        index="state", columns="level", values="value"
    )
    if grid.isna().any(axis=None):
        raise Unsuited(f"Not every '{over}' meets the same assumptions: cross the factor with the sample.")
    sign = 1.0 if better == "high" else -1.0
    values = sign * grid
    regret = values.max(axis=1).to_numpy()[:, None] - values
    bar = float(grid.stack().median()) if enough is None else enough
    found = pd.DataFrame(
        {
            "mean": grid.mean(),
            "regret_mean": regret.mean(),
            "regret_90": regret.quantile(0.9),
            "regret_worst": regret.max(),
            "best_in": (regret <= 1e-12).mean(),
            "satisfied_in": (values >= sign * bar).mean(),
        }
    )
    found.index.name = over
    found.attrs.update({"states": len(grid), "enough": bar, "measure": measure})
    return found.sort_values("regret_mean")


def where_best(sweep: Loaded, measure: str, over: str = "strategy", better: str = "high") -> pd.DataFrame:
    """One row per state of the world: its factors and the level of ``over`` that does best there."""
    means = mean_per_point(sweep, measure)["mean"]
    others = [name for name in sweep.points.columns if name != over]
    if not others:
        raise Unsuited(f"The sweep varies '{over}' alone: there is nothing to draw a map over.")
    table = sweep.points.assign(value=means if better == "high" else -means)
    best = table.groupby(others, sort=False, dropna=False)["value"].transform("max")
    return table[np.isclose(table["value"], best)].drop_duplicates(others).drop(columns="value")
