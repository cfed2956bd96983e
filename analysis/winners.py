"""Where each strategy wins: over the assumptions of a sweep, which strategy does best on which outcome.

``python -m analysis.winners DIR`` prints the tables in Markdown, DIR being a sweep of
``experiment=where_each_wins``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from analysis.discovery import Flags, tree
from analysis.load import Loaded, load

# Outcome and whether more of it is better.
OUTCOMES: Final[Mapping[str, bool]] = {
    "collaborations_alive": True,
    "collaborations_past_year": True,
    "shared_vision": True,
    "late_crises": False,
    "volunteer_exits": False,
    "money_spent": False,
    "money_per_collaboration_year": False,
}
STRATEGY: Final = "strategy"
CONTRASTS: Final = (
    ("programmatic", "explorative"),
    ("programmatic_bound", "explorative"),
    ("programmatic_engaged", "explorative"),
    ("programmatic", "none"),
    ("engaged_guide", "explorative"),
)


def checked(sweep: Loaded) -> Loaded:
    """The sweep; raises ValueError where it cannot say who wins where."""
    there = set(sweep.table[STRATEGY]) if STRATEGY in sweep.points else set()
    for name in dict.fromkeys(name for pair in CONTRASTS for name in pair):
        if name not in there:
            raise ValueError(f"The sweep has no runs with strategy '{name}': use experiment=where_each_wins.")
    if set(sweep.points) == {STRATEGY}:
        raise ValueError(
            "Only the strategy differs in the sweep, no assumption: use experiment=where_each_wins."
        )
    return sweep


def means(sweep: Loaded, outcome: str) -> pd.DataFrame:
    """Mean over seeds: a row per parameter world, a column per strategy."""
    return _means(sweep, [outcome])[outcome]


def _means(sweep: Loaded, outcomes: Iterable[str]) -> dict[str, pd.DataFrame]:
    """The means of several outcomes: telling parameter worlds apart takes longest, and is done once."""
    table = sweep.table.copy()
    table["world"] = _worlds(sweep).loc[table["point"]].to_numpy()
    return {
        name: table.pivot_table(index="world", columns=STRATEGY, values=name, aggfunc="mean")
        for name in outcomes
    }


def wins(sweep: Loaded, outcomes: Mapping[str, bool] = OUTCOMES) -> pd.DataFrame:
    """Share of parameter worlds in which each strategy does best (rows) on each outcome (columns)."""
    found = _means(sweep, outcomes)
    return pd.DataFrame({name: _best(found[name], high) for name, high in outcomes.items()})


def beats(sweep: Loaded, one: str, other: str, outcomes: Mapping[str, bool] = OUTCOMES) -> pd.Series:
    """Share of parameter worlds in which ``one`` does better than ``other``, by outcome."""
    found, averages = {}, _means(sweep, outcomes)
    for name, high in outcomes.items():
        apart = averages[name][one] - averages[name][other]
        found[name] = float(((apart > 0) if high else (apart < 0)).mean())
    return pd.Series(found)


@dataclass(frozen=True)
class Worlds:
    """The parameter worlds of a sweep as points, which is all that scenario discovery looks at."""

    points: pd.DataFrame


def where(sweep: Loaded, winners: Sequence[str], outcome: str, high: bool) -> tuple[Worlds, Flags]:
    """The parameter worlds, and whether one of ``winners`` is best there."""
    best = means(sweep, outcome)
    won = (best.idxmax(axis=1) if high else best.idxmin(axis=1)).isin(winners).to_numpy()
    points = sweep.points.drop(columns=STRATEGY).groupby(_worlds(sweep).to_numpy()).first()
    return Worlds(points.reset_index(drop=True)), won


def against(sweep: Loaded, one: str, other: str, outcome: str, high: bool) -> tuple[Worlds, Flags]:
    """The parameter worlds, and whether ``one`` does better than ``other`` there."""
    found, _ = where(sweep, [one], outcome, high)
    average = means(sweep, outcome)
    apart = average[one] - average[other]
    return found, ((apart > 0) if high else (apart < 0)).to_numpy()


def _worlds(sweep: Loaded) -> pd.Series:
    """The number of the parameter world of each point: points that differ in strategy only share one."""
    others = sweep.points.drop(columns=STRATEGY)
    return pd.Series(others.groupby(list(others.columns), sort=False, dropna=False).ngroup())


def _best(table: pd.DataFrame, high: bool) -> pd.Series:
    """Ties are shared."""
    top = table.max(axis=1) if high else table.min(axis=1)
    first = table.eq(top, axis=0)
    return first.div(first.sum(axis=1), axis=0).mean()


def main(words: Sequence[str]) -> None:
    """Print who wins where; exit code 2 and one sentence when ``words`` is not the directory of a sweep."""
    try:
        (place,) = words
        sweep = checked(load(place))
    except ValueError as error:
        told = error if len(words) == 1 else "Name one sweep: python -m analysis.winners DIR."
        print(told, file=sys.stderr)
        raise SystemExit(2) from None
    print(as_markdown(wins(sweep), "strategy"))
    print()
    pairs = {f"{one} against {other}": beats(sweep, one, other) for one, other in CONTRASTS}
    print(as_markdown(pd.DataFrame(pairs).T, "better, share of parameter worlds"))
    for outcome in ("collaborations_alive", "late_crises"):
        found, won = against(sweep, "programmatic", "explorative", outcome, OUTCOMES[outcome])
        print(f"\nWhere programmatic does better than explorative on {outcome} ({won.mean():.0%}):\n")
        if won.any() and not won.all():
            print(tree(found, won, 0.08))  # type: ignore[arg-type]


def as_markdown(table: pd.DataFrame, corner: str) -> str:
    """A table of shares in whole per cents."""
    lines = [
        f"| {corner} | " + " | ".join(map(str, table.columns)) + " |",
        "|---|" + "---:|" * len(table.columns),
    ]
    lines += [
        f"| `{name}` | " + " | ".join(f"{value:.0%}" for value in row) + " |"
        for name, row in table.iterrows()
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main(sys.argv[1:])
