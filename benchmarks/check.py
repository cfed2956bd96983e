"""``make bench-check``: ratios measured now against those kept in results.json, with a margin.

Ratios and not times, so that it says the same on a slow machine. It is not part of ``make test``.
"""

from __future__ import annotations

import json
import sys
from statistics import median

from benchmarks.limit import draws_per_parent_week, limit
from benchmarks.peers.listed import missing
from benchmarks.peers.timing import default_size
from benchmarks.scale import SIZES, measured
from benchmarks.shell import help_ratio
from benchmarks.timing import ROOT, side_by_side

# How much worse than what was kept a ratio may be: more than what a quiet machine differs by between runs.
MARGIN = 0.3
LARGE = SIZES[2]


def now(weeks: int) -> dict[str, float]:
    """The ratios, measured briefly."""
    repeats = side_by_side(weeks, repeats=3, compiled_worlds=30, plain_worlds=1)
    (large,) = measured((LARGE,), repeats=3)
    floor = limit(large.parents, large.total / large.parents, draws_per_parent_week())
    return {
        "plain_mesa": median(repeat.ratio for repeat in repeats),
        "limit": large.parent_week / floor,
        "help": help_ratio(7),
        "best_peer": min(median(turns.ratios) for turns in default_size(weeks, 2)),
    }


def kept() -> dict[str, float]:
    """The ratios that were committed, none where ``make bench`` did not measure all of them yet."""
    found = json.loads((ROOT / "benchmarks" / "results.json").read_text(encoding="utf-8"))
    if not {"scale", "shell", "peers"} <= set(found):
        return {}
    return {
        "plain_mesa": found["same_rules"]["ratio"],
        "limit": found["scale"]["to_limit_at_100000"],
        "help": found["shell"]["help_ratio"],
        "best_peer": min(one["ratio"] for one in found["peers"]["default"]),
    }


# What each ratio says, and whether more of it is better.
MEANING = {
    "plain_mesa": ("worlds made for one of plain Mesa", True),
    "limit": (f"times the limit at {LARGE[0]} families", False),
    "help": ("times an empty Python for bodem --help", False),
    "best_peer": ("worlds made for one of the best other framework", True),
}


def worse(ratios: dict[str, float], before: dict[str, float]) -> list[str]:
    """Names of the ratios that are worse than what was kept by more than the margin."""
    return [
        name
        for name, (_, more_is_better) in MEANING.items()
        if (before[name] / ratios[name] if more_is_better else ratios[name] / before[name]) > 1.0 + MARGIN
    ]


def main() -> int:
    """Measure, tell, and fail when something has become slower."""
    before = kept()
    if not before:
        print("Growth, peers and commands were not kept yet: run make bench first.", file=sys.stderr)
        return 2
    for sentence in missing():
        print(sentence, file=sys.stderr)
    ratios = now(260)
    slower = worse(ratios, before)
    for name, (meaning, _) in MEANING.items():
        verdict = "slower" if name in slower else "as before"
        print(f"{meaning:50s}{ratios[name]:8.2f}  kept {before[name]:8.2f}  {verdict}")
    return 1 if slower else 0


if __name__ == "__main__":
    sys.exit(main())
