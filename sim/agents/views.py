"""The view: a Mesa agent that is a row of the records, with the person who held it when it was made."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any, ClassVar, Self

from sim.agents.records import Departed, Nobody, Store
from sim.mesa_layer import Agent

if TYPE_CHECKING:
    from sim.model import CollaborationModel


class View(Agent):
    """An agent as Mesa knows it; its state is row ``row`` of the model's records of ``kind``.

    Every field of the record is a property, described by the field's meaning. A class of your own adds
    ordinary Python: a method ``step(self)`` is called once a week, just before phase ``acts_before`` (one of
    ``sim.week.PHASES``). ``identity`` is the row and the generation: how many held the place before. When
    somebody leaves, the view leaves ``model.agents``; asking it for a field then raises Departed. ``remove``
    takes only the view away: the person goes on in the rules. Attributes that you add stay in Python.
    """

    kind: ClassVar[str] = ""
    acts_before: ClassVar[str] = "govern"
    model: CollaborationModel

    def __init__(self, model: CollaborationModel, row: int) -> None:
        super().__init__(model)
        self.row = row
        self._store: Store | Nobody = model.store
        columns = model.store.columns(self.kind)
        self.identity = (row, int(columns["generation"][row]) if "generation" in columns else 0)

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...

    @property
    def name(self) -> str:
        """A readable name: of the organisation, or of the place in it."""
        return self.model.names[self.kind][self.row]

    @property
    def present(self) -> bool:
        """Whether this person still holds the row."""
        return isinstance(self._store, Store)

    @property
    def record(self) -> Any:
        """The whole row, whose fields can be read and set without any check."""
        self._here()
        return self.model.store.record(self.kind, self.row)

    def depart(self) -> None:
        """Leave the model's agents for good: the model calls this when the person has left."""
        self._store = Nobody(f"{type(self).__name__} '{self.name}' (generation {self.identity[1]})")
        self.remove()

    def _here(self) -> None:
        if isinstance(self._store, Nobody):
            raise Departed(f"{self._store.who} has left; ask the model for whoever is there now.")

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.row}: {self.name}>"

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        # A DataCollector copies what a reporter gives it: copying one view must not copy the whole model.
        if id(self.model) not in memo:
            return self
        made = object.__new__(type(self))
        memo[id(self)] = made
        made.__dict__.update({key: deepcopy(value, memo) for key, value in self.__dict__.items()})
        return made
