"""The figure of the benchmark: how the week grows with families, other frameworks, and ratios in one run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure


def drawn(found: dict[str, Any]) -> Figure:
    """Nanoseconds for a family and week against the limit and in other frameworks, and ratios in one run."""
    figure = Figure(figsize=(12.0, 3.6), layout="constrained")
    left, middle, right = figure.subplots(1, 3)
    if "peers" in found:
        draw_peers(middle, found["peers"])
    scale = found["scale"]
    sizes = scale["families"]
    families = [size["parents"] for size in sizes]
    left.plot(families, [size["parent_week"] for size in sizes], "o-", label="model")
    left.axhline(scale["limit"], linestyle="--", color="0.3", label="limit: bytes and draws only")
    left.axhline(4.0 * scale["limit"], linestyle=":", color="0.6", label="four times the limit")
    left.set(xscale="log", xlabel="families in the city", ylabel="ns for a family and week")
    left.set_ylim(bottom=0.0)
    left.legend(frameon=False)
    low, high = found["same_rules"]["ratio_range"]
    ratio = found["same_rules"]["ratio"]
    right.barh(
        ["two threads to one", "compiled to plain Mesa"],
        [found["ensemble"]["two_threads_ratio"], ratio],
        color=["0.6", "C0"],
    )
    right.errorbar([ratio], [1], xerr=[[ratio - low], [high - ratio]], color="black", capsize=3)
    right.axvline(200.0, linestyle=":", color="0.6")
    right.set(xscale="log", xlabel=f"ratio in one run ({found['same_rules']['repeats']} turns; dotted: 200)")
    return figure


COLOURS = {"model": "C0", "plain Mesa": "C1", "AgentPy": "C2", "starsim": "C3"}


def draw_peers(axes: Axes, peers: dict[str, Any]) -> None:
    """Nanoseconds for a family and week of the same part of the rules, by framework and size."""
    lines: dict[str, dict[int, float]] = {"model": {}}
    sizes = [(one, peers["weeks"]) for one in peers["default"]] + [(one, 1) for one in peers["larger"]]
    for one, weeks in sizes:
        each = 1e9 / one["parents"] / weeks
        lines.setdefault(one["peer"], {})[one["parents"]] = one["peer_seconds"] * each
        lines["model"][one["parents"]] = one["ours_seconds"] * each
    for label, points in lines.items():
        axes.plot(list(points), list(points.values()), "o-", label=label, color=COLOURS[label])
    axes.set(xscale="log", yscale="log", xlabel="families in the district", ylabel="ns for a family and week")
    axes.set_title("the same part of the rules", fontsize="medium")
    axes.legend(frameon=False, fontsize="small")


def write(found: dict[str, Any], path: Path) -> None:
    """Write the figure as SVG, the same bytes for the same results."""
    from matplotlib import rc_context

    with rc_context({"svg.hashsalt": "benchmarks"}):
        drawn(found).savefig(path, metadata={"Date": None, "Creator": None})
