"""Under which assumptions an outcome occurs: boxes (PRIM) and trees (CART) on the table of a sweep."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.load import Loaded
from analysis.sensitivity import Unsuited, mean_per_point

Flags = NDArray[np.bool_]
COLUMNS = ["box", "factor", "low", "high", "quasi_p", "coverage", "density", "mass"]


def cases(sweep: Loaded, measure: str, above: float | None = None, below: float | None = None) -> Flags:
    """For each point whether the mean over its seeds lies above (or below) a bound."""
    if (above is None) == (below is None):
        raise Unsuited("Give one bound: 'above' or 'below'.")
    means = mean_per_point(sweep, measure)["mean"].reindex(range(len(sweep.points))).to_numpy()
    found: Flags = means > above if above is not None else means < below
    if not found.any() or found.all():
        raise Unsuited(
            f"{'No' if not found.any() else 'Every'} point has '{measure}' there: choose another bound."
        )
    return found


def boxes(sweep: Loaded, flags: Flags, density: float = 0.7, most: int = 3) -> pd.DataFrame:
    """PRIM: up to ``most`` boxes, one row per box and factor that bounds it.

    Of the boxes on its way PRIM's widest with at least this ``density`` is taken, else its densest.
    ``coverage`` is the share of all flagged points inside, ``quasi_p`` how easily chance alone would
    give the limit.
    """
    from ema_workbench.analysis import prim

    algorithm = prim.Prim(_inputs(sweep), flags)
    rows: list[dict[str, Any]] = []
    for number in range(most):
        box = algorithm.find_box()
        if box is None:
            break
        path = box.peeling_trajectory
        dense = path[path["density"] >= density]
        at = int(dense["coverage"].idxmax() if len(dense) else path["density"].idxmax())
        box.select(at)
        told = {name: float(path[name].iloc[at]) for name in ("coverage", "density", "mass")}
        for name, chances in box.p_values[at].items():
            low, high = _ends(box.box_lims[at][name].tolist())
            chance = max((one for one in chances if one >= 0), default=float("nan"))
            rows.append(
                {"box": number + 1, "factor": name, "low": low, "high": high, "quasi_p": chance, **told}
            )
    return pd.DataFrame(rows, columns=COLUMNS)


def tree(sweep: Loaded, flags: Flags, mass_min: float = 0.05) -> str:
    """CART: the tree that parts the points, as text."""
    from sklearn.tree import DecisionTreeClassifier, export_text

    inputs = pd.get_dummies(_inputs(sweep), drop_first=False)
    grown = DecisionTreeClassifier(min_samples_leaf=max(1, int(mass_min * len(inputs))), random_state=1)
    grown.fit(inputs, flags)
    text: str = export_text(grown, feature_names=list(inputs.columns), max_depth=4, show_weights=True)
    return text


def _inputs(sweep: Loaded) -> pd.DataFrame:
    """The factors, categories as words."""
    found = sweep.points.copy()
    for name in found.columns:
        if not pd.api.types.is_numeric_dtype(found[name]) or pd.api.types.is_bool_dtype(found[name]):
            found[name] = pd.Categorical(found[name].astype(str))
    return found


def _ends(limits: list[Any]) -> tuple[Any, Any]:
    """Both ends of a range; for categories those that are inside, and nothing."""
    if isinstance(limits[0], (set, frozenset)):
        return ", ".join(sorted(map(str, limits[0]))), ""
    return limits[0], limits[-1]
