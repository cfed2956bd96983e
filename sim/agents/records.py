"""The records behind the views: columns by kind, which stay right when a model is copied or pickled."""

from __future__ import annotations

from typing import Any, Final, NoReturn

import numpy.typing as npt

from sim.parts import Joined
from sim.world import World, copy_of

ARRAYS: Final = {
    "parent": "parents",
    "worker": "workers",
    "professional": "professionals",
    "institution": "institutions",
    "self_organisation": "self_organisations",
    "pair": "pairs",
    "collaboration": "collaborations",
    "community": "communities",
    "district": "district",
}
Columns = dict[str, npt.NDArray[Any]]


class Departed(LookupError):
    """Somebody who has left was asked something: the place is empty or someone else's now."""


class Store:
    """Holds the world of a model, and gives its records column by column.

    Arrays of a world alias each other (``weekly`` is a named view of ``weekly_values``). Copying or pickling
    array by array would break that, so a copy is made whole.
    """

    def __init__(self, world: World) -> None:
        self.world = world
        self._columns: dict[str, Columns] = {}

    def number(self, kind: str) -> int:
        """How many rows a kind has; raises KeyError for an unknown kind."""
        return len(getattr(self.world, ARRAYS[kind]))

    def record(self, kind: str, row: int) -> Any:
        """One row of a kind, whose fields can be read and set."""
        if kind == "parent":
            return Joined(self.world.parents[row], self.world.homes[row])
        return getattr(self.world, ARRAYS[kind])[row]

    def columns(self, kind: str) -> Columns:
        """The fields of a kind, each as an array over its rows (not a copy)."""
        found = self._columns.get(kind)
        if found is None:
            found = self._columns[kind] = self.world.columns(ARRAYS[kind])
        return found

    def switched_on(self, rule: str) -> bool:
        """Whether the rule with this key is on in this world."""
        return bool(self.world.on[rule][0])

    def __getstate__(self) -> tuple[Any, ...]:
        return tuple(self.world)

    def __setstate__(self, arrays: tuple[Any, ...]) -> None:
        self.world = copy_of(World(*arrays))
        self._columns = {}


class Nobody:
    """Stands in for the store of a view whose person has left: every question is refused."""

    def __init__(self, who: str) -> None:
        self.who = who

    def columns(self, kind: str) -> NoReturn:
        """Refuse; raises Departed."""
        raise Departed(f"{self.who} has left; ask the model for whoever is there now.")
