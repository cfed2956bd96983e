"""What happened in a run, or in a grid of runs, on one screen and in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np

from experiments.numbers import aligned, plainly
from experiments.run import Outcome
from experiments.words import wrapped
from sim.arrays import Floats
from sim.ensemble import WorldRun, summarise
from sim.events import CAUSE, KIND
from sim.registry import MEASURES
from sim.settings import WEEKS_PER_YEAR

STOCKS: Final = (
    "trust_in_workers",
    "trust_in_professionals",
    "trust_in_district",
    "urgency_professionals",
    "urgency_workers",
    "soil_knowing",
    "soil_trust",
    "soil_urgency",
    "soil_vision",
    "paradox_gap",
    "collaborations_alive",
    "volunteer_energy",
)
ENDS: Final = {
    "ends_by_strain": "by strain",
    "ends_with_guide": "when the guide left",
    "ends_by_withdrawal": "because too few families came through",
    "ends_by_departure": "when someone left",
    "ends_by_drift": "by drifting away",
}
KEY: Final = (
    "starts",
    "ends",
    "collaborations_alive",
    "trust_in_district",
    "referrals_accepted",
    "money_spent",
)


def as_text(folder: Path, done: Outcome) -> str:
    """Tell one run year by year, and where its tables are."""
    place = folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder
    return f"{_one(done)}\n\nKept in {place}"


def as_json(folder: Path, done: Outcome) -> dict[str, Any]:
    """The object that ``bodem run --json`` prints: the run with every measure told in one number."""
    told = dict(zip(MEASURES, summarise(done.world.weekly), strict=True))
    run = {
        "run_id": done.run_id,
        "seed": done.told.seed,
        "status": "done",
        "factors": {},
        "measures": {name: float(value) if np.isfinite(value) else None for name, value in told.items()},
    }
    return {"out": str(folder), "runs": [run]}


def _one(one: Outcome) -> str:
    settings = one.told.settings
    weekly = dict(zip(MEASURES, one.world.weekly.T, strict=True))
    head = (
        f"One world: {settings.district.name}, strategy {settings.strategy.name}, seed "
        f"{one.told.seed}, {settings.weeks} weeks."
    )
    return "\n\n".join(
        [head, _years(weekly), "\n".join(wrapped("", line) for line in _totals(one.world, weekly))]
    )


def _years(weekly: dict[str, Floats]) -> str:
    rows = [("", "first year", "last year")]
    for name in STOCKS:
        values = weekly[name]
        first, last = values[:WEEKS_PER_YEAR].mean(), values[-WEEKS_PER_YEAR:].mean()
        rows.append((MEASURES[name].en.rstrip("."), plainly(first), plainly(last)))
    return aligned(rows)


def _totals(world: WorldRun, weekly: dict[str, Floats]) -> Iterator[str]:
    total = {name: float(values.sum()) for name, values in weekly.items()}
    why = [f"{total[name]:.0f} {words}" for name, words in ENDS.items() if total[name] > 0]
    yield (
        f"Collaborations: {total['starts']:.0f} started{_ordered(world)}, {total['ends']:.0f} ended"
        + (f" ({', '.join(why)})." if why else ".")
    )
    yield (
        f"Referrals by informal workers: {total['referrals_offered']:.0f} offered, "
        f"{total['referrals_accepted']:.0f} accepted by the family, {total['referrals_attributed']:.0f} seen "
        "by the professional as coming from the worker."
    )
    yield (
        f"Money: {total['money_spent']:,.0f} euros spent, of which {total['money_levers']:,.0f} on levers; "
        f"{total['money_returned']:,.0f} not spent."
    )


def _ordered(world: WorldRun) -> str:
    """How many of the starts were ordered, in brackets."""
    starts = world.events[world.events["kind"] == KIND["collaboration_started"]]
    if len(starts) == 0:
        return ""
    by_order = int(((starts["cause"] == CAUSE["ordered"]) & (starts["amount"] > 0)).any(axis=1).sum())
    return f" ({by_order} of them by order)" if by_order else " (none of them by order)"


def several(rows: Sequence[dict[str, Any]], factors: Sequence[str]) -> str:
    """Tell runs by their factors: the mean over the worlds of each combination."""
    groups: dict[str, list[list[float]]] = {}
    for row in rows:
        label = " ".join(f"{name}={row[name]}" for name in factors if row[name] is not None)
        groups.setdefault(label or "all runs", []).append([row[name] for name in KEY])
    lines = [("mean over worlds", "worlds", *KEY)]
    for label, told in groups.items():
        lines.append((label, str(len(told)), *(plainly(float(value)) for value in np.mean(told, axis=0))))
    return f"{len(rows)} worlds.\n\n{aligned(lines)}"
