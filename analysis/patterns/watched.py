"""A run as an outsider sees it: weekly measures, people and pairs at some weeks, and what was told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Rows = Any  # a structured array; its fields are those of the model's records
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Watched:
    """One world.

    ``weekly`` is [weeks, measures] with the columns ``names``; ``tables`` holds records by kind and week;
    ``log`` what was told, its kinds numbered by ``kinds``; ``parts`` the rows of workers and of professionals
    who are named by each kind of outside event of the scenario; ``budget`` the euros of a year.
    """

    weekly: NDArray[np.float64]
    names: Mapping[str, int]
    tables: Mapping[tuple[str, int], Rows]
    log: Rows
    kinds: Mapping[str, int]
    parts: Mapping[str, tuple[Ints, Ints]]
    budget: float = 0.0

    @property
    def weeks(self) -> int:
        """How many weeks the run has."""
        return len(self.weekly)

    def week_by_week(self, measure: str, since: int = 0, until: int | None = None) -> NDArray[np.float64]:
        """A measure in each week from ``since`` up to ``until``."""
        return self.weekly[since:until, self.names[measure]]

    def mean(self, measure: str, since: int = 0, until: int | None = None) -> float:
        """The mean of a measure over those weeks."""
        return float(self.week_by_week(measure, since, until).mean())

    def total(self, measure: str, since: int = 0, until: int | None = None) -> float:
        """The sum of a measure over those weeks."""
        return float(self.week_by_week(measure, since, until).sum())

    def rows(self, kind: str, week: int | None = None) -> Rows:
        """The records of a kind as that week begins; at the end when no week is given."""
        return self.tables[kind, self.weeks if week is None else week]

    def told(self, kind: str, since: int = 0, until: int | None = None) -> Rows:
        """The events of a kind in those weeks."""
        log = self.log
        end = self.weeks if until is None else until
        return log[(log["kind"] == self.kinds[kind]) & (log["week"] >= since) & (log["week"] < end)]

    def pairs_of(self, event: str, week: int | None = None) -> Rows:
        """The pairs that the scenario's events of a kind are about."""
        pairs = self.rows("pair", week)
        return pairs[self._among(pairs, event)]

    def work_of(self, event: str, week: int | None = None) -> Rows:
        """The collaborations of those pairs, also where there is none yet."""
        return self.rows("collaboration", week)[self._among(self.rows("pair", week), event)]

    def people_of(self, event: str, side: str, week: int | None = None) -> Rows:
        """The workers or professionals that the scenario's events of a kind are about."""
        return self.rows(side, week)[np.unique(self.parts[event][side == "professional"])]

    def same_people(self, pairs: Rows, begin: int, end: int | None = None) -> NDArray[np.bool_]:
        """Of which of ``pairs`` both people were there at ``begin`` as well as at ``end``."""
        workers, professionals = (self.stayed(side, begin, end) for side in ("worker", "professional"))
        return workers[pairs["worker"]] & professionals[pairs["professional"]]

    def stayed(self, side: str, begin: int, end: int | None = None) -> NDArray[np.bool_]:
        """Of each place of a side whether nobody else took it between ``begin`` and ``end``."""
        return np.asarray(self.rows(side, begin)["generation"] == self.rows(side, end)["generation"])

    def _among(self, pairs: Rows, event: str) -> NDArray[np.bool_]:
        workers, professionals = self.parts[event]
        wide = int(pairs["professional"].max()) + 1
        wanted = np.unique(workers * wide + professionals)
        return np.isin(pairs["worker"].astype(np.int64) * wide + pairs["professional"], wanted)
