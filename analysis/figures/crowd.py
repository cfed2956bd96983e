"""People of a relations table, put in groups by the organisation in their names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import pandas as pd

from sim.calendar import WEEKS_PER_YEAR
from sim.telling import names_in

PANELS: Final = 6
NEEDED: Final = (
    "run_id",
    "week",
    "professional",
    "worker",
    "trust_worker",
    "trust_professional",
    "worker_knows_face",
    "professional_knows_face",
    "collaboration_alive",
    "collaboration_model",
    "collaboration_designed",
    "collaboration_anchored",
)


class Group(NamedTuple):
    """An organisation and its people, in the order of the table."""

    name: str
    people: tuple[str, ...]


def groups_of(names: Sequence[str]) -> list[Group]:
    """People by organisation: what stands before the last comma of a name."""
    found: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        found.setdefault(name.rpartition(", ")[0] or name, []).append(name)
    return [Group(name, tuple(people)) for name, people in found.items()]


def organisation(names: pd.Series) -> pd.Series:
    """The organisation of each person."""
    return names.map({name: name.rpartition(", ")[0] or name for name in names.unique()})


def moments(weeks: Sequence[int]) -> list[int]:
    """At most six of the weeks for which pairs are known: the start, the end and round years between."""
    known = sorted(set(weeks))
    years = [week for week in known if week % WEEKS_PER_YEAR == 0]
    picked = years if len(years) > 1 else known
    if known[-1] not in picked:
        picked = [*picked, known[-1]]
    while len(picked) > PANELS:
        picked = [*picked[:-1:2], picked[-1]]
    return picked


def spoken(name: str, lang: str) -> str:
    """A name in the language."""
    return names_in({"one": (name,)}, lang)["one"][0]


def one_run(relations: pd.DataFrame, run_id: str | None = None) -> pd.DataFrame:
    """The rows of one run: the first, unless it is named."""
    return relations[relations["run_id"] == (run_id or relations["run_id"].iloc[0])]
