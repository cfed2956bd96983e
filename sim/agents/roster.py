"""The roster: which view stands for whom, made when first asked for and kept right as people come and go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt

from sim.agents import (
    FormalOrganisation,
    InformalWorker,
    MetaGovernor,
    Parent,
    Professional,
    SelfOrganisation,
)
from sim.agents.views import View
from sim.mesa_layer import Agent
from sim.registry import find

if TYPE_CHECKING:
    from sim.model import CollaborationModel

# In the order in which they are made, and act where they act at the same place in the week.
CLASSES: Final[tuple[type[View], ...]] = (
    MetaGovernor,
    FormalOrganisation,
    SelfOrganisation,
    Professional,
    InformalWorker,
    Parent,
)
AgentClasses = Mapping[type[Any], type[Any]]


def classes_by_kind(replaced: AgentClasses) -> dict[str, type[View]]:
    """The class of every kind of record, after the user's replacements; TypeError when one does not fit."""
    for base, cls in replaced.items():
        if base not in CLASSES:
            known = ", ".join(one.__name__ for one in CLASSES)
            raise TypeError(f"agent_classes can replace {known}, not {base!r}.")
        if not (isinstance(cls, type) and issubclass(cls, base)):
            raise TypeError(f"What replaces {base.__name__} must be a subclass of it, not {cls!r}.")
    return {base.kind: replaced.get(base, base) for base in CLASSES}


class Roster:
    """All views of one model. ``filled`` tells whether they have been made."""

    def __init__(self, model: CollaborationModel, replaced: AgentClasses) -> None:
        self._model = model
        self.replaced = dict(replaced)
        self.classes = classes_by_kind(replaced)
        self.filled = False
        self._views: dict[str, list[View | None]] = {}
        self._seen: dict[str, tuple[npt.NDArray[Any], npt.NDArray[Any]]] = {}

    def fill(self) -> None:
        """Make a view for everyone who is there, once."""
        if self.filled:
            return
        self.filled = True
        for kind, cls in self.classes.items():
            alive = self._alive(kind)
            self._views[kind] = [cls(self._model, row) if alive[row] else None for row in range(len(alive))]
            self._seen[kind] = alive.copy(), self._generation(kind).copy()

    def refresh(self) -> None:
        """Let the views of those who left depart, and make views for those who came."""
        for kind, (alive, generation) in self._seen.items():
            now, who = self._alive(kind), self._generation(kind)
            changed = np.flatnonzero((alive != now) | (generation != who))
            if len(changed):
                self._seen[kind] = now.copy(), who.copy()
                for row in changed.tolist():
                    self._replace(kind, row, bool(now[row]))

    def one(self, kind: str, row: int) -> View | None:
        """The view of a row; None for -1 and for an empty place. UnknownName for a wrong kind."""
        self.fill()
        views: list[View | None] = find("kind of agent", self._views, kind)
        return views[row] if row >= 0 else None

    def several(self, kind: str, rows: Iterable[int]) -> list[View]:
        """The views of rows, without empty places."""
        return [view for row in rows if (view := self.one(kind, row)) is not None]

    def acting(self) -> dict[str, list[str]]:
        """For each phase the kinds whose class brings behaviour of its own, a method ``step``."""
        phases: dict[str, list[str]] = {}
        for kind, cls in self.classes.items():
            if cls.step is not Agent.step:
                phases.setdefault(cls.acts_before, []).append(kind)
        return phases

    def act(self, kind: str) -> None:
        """Call ``step`` of everyone of a kind, in the order of their rows."""
        self.fill()
        for view in list(self._views[kind]):
            if view is not None:
                view.step()

    def _replace(self, kind: str, row: int, present: bool) -> None:
        old = self._views[kind][row]
        if old is not None:
            old.depart()
        self._views[kind][row] = self.classes[kind](self._model, row) if present else None

    def _alive(self, kind: str) -> npt.NDArray[Any]:
        found = self._model.store.columns(kind).get("alive")
        return np.ones(self._rows(kind), dtype=np.int8) if found is None else found

    def _generation(self, kind: str) -> npt.NDArray[Any]:
        found = self._model.store.columns(kind).get("generation")
        return np.zeros(self._rows(kind), dtype=np.int32) if found is None else found

    def _rows(self, kind: str) -> int:
        return self._model.store.number(kind)
