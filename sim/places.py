"""Places in the week where plain Python can hang, and a week walked place by place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from sim.ensemble import advance_to, grown, room_for
from sim.events import CAPACITY, COUNT, WEEK
from sim.registry import find
from sim.week import PHASES, open_week, run_phase

if TYPE_CHECKING:
    from sim.model import CollaborationModel

PythonRule = Callable[["CollaborationModel"], object]
WHEN: Final = ("before", "after")


class Places:
    """The Python rules of one model, each at its place: (``before`` or ``after``, phase)."""

    def __init__(self, acting: Mapping[str, list[str]]) -> None:
        for phase in acting:
            find("phase of the week", PHASES, phase)
        self._acting = acting
        self._rules: dict[tuple[str, str], list[PythonRule]] = {}

    @property
    def busy(self) -> bool:
        """Whether any Python has its place in the week."""
        return bool(self._acting) or any(self._rules.values())

    def add(self, when: str, phase: str, rule: PythonRule) -> None:
        """Hang a rule at a place; UnknownName for a wrong place, TypeError for what cannot be called."""
        find("moment in the week", dict.fromkeys(WHEN), when)
        find("phase of the week", PHASES, phase)
        if not callable(rule):
            raise TypeError(f"A rule must be a function that takes the model, not {rule!r}.")
        self._rules.setdefault((when, phase), []).append(rule)

    def remove(self, rule: PythonRule) -> None:
        """Take a rule away from every place where it hangs."""
        for rules in self._rules.values():
            rules[:] = [one for one in rules if one != rule]

    def walk(self, model: CollaborationModel) -> None:
        """One week: at every place the Python that hangs there, then the compiled phase."""
        world = model.store.world
        if world.clock[CAPACITY] - world.clock[COUNT] < room_for(world):
            model.store.world = grown(world)
        open_week(model.store.world)
        for number, phase in enumerate(PHASES):
            self._call(model, "before", phase)
            for kind in self._acting.get(phase, ()):
                model.roster.act(kind)
            run_phase(model.store.world, number)
            model.roster.refresh()
            self._call(model, "after", phase)
        model.store.world.clock[WEEK] += 1

    def _call(self, model: CollaborationModel, when: str, phase: str) -> None:
        for rule in tuple(self._rules.get((when, phase), ())):
            rule(model)


def play_week(model: CollaborationModel, places: Places) -> None:
    """One week, by the fast way when no Python hangs in it; both ways give the same bytes."""
    if places.busy:
        places.walk(model)
    else:
        model.store.world = advance_to(model.store.world, model.week + 1)
    model.roster.refresh()
