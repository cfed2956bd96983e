"""The one place that knows Mesa: what is used of it, and the two places where it needs help.

Only parts that Mesa does not call experimental are used; Mesa 3.5.1 to 4 (not included) is supported.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from mesa import Agent, DataCollector, Model
from mesa.agentset import AgentSet

__all__ = ["Agent", "AgentSet", "ByType", "DataCollector", "Stopped", "WeeklyModel"]

Kind = TypeVar("Kind", bound=type)


class Stopped(RuntimeError):
    """The model was asked to go on after an error had stopped it in the middle of a week."""


class WeeklyModel(Model):
    """A Mesa model whose step is a week, and that does not pretend to go on after an error.

    Mesa 3.5 forgets its weekly event when a step raises: later steps would pass time and do nothing.
    """

    _stopped_by: str = ""

    def __init__(self, seed: int) -> None:
        # An int, because a Generator would be shared between models. It serves AgentSet.shuffle and the
        # user's own draws; what happens in the model hangs on keyed draws alone.
        super().__init__(rng=seed)
        self.step = self.step_checked

    def step_checked(self) -> None:
        """Go one week further, as ``model.step()`` does."""
        self.run_for(1)

    def run_for(self, duration: float) -> None:
        """Run ``duration`` weeks; raises Stopped when an earlier error stopped the model."""
        self._check()
        try:
            super().run_for(duration)
        except BaseException as problem:
            self._stop(problem)
            raise

    def run_until(self, end_time: float) -> None:
        """Run until week ``end_time``; raises Stopped when an earlier error stopped the model."""
        self._check()
        try:
            super().run_until(end_time)
        except BaseException as problem:
            self._stop(problem)
            raise

    def _check(self) -> None:
        if self._stopped_by:
            raise Stopped(f"This model stopped in {self._stopped_by}. Make a new one.")

    def _stop(self, problem: BaseException) -> None:
        # Only the text: a traceback would keep every frame, and so this model, alive.
        self.running = False
        self._stopped_by = f"step {self.steps} on {type(problem).__name__}: {problem}".rstrip(": .")


class ByType(dict[Kind, Any]):
    """Agent sets by class, where a class that was replaced leads to the class that replaced it."""

    def __init__(self, sets: Mapping[Kind, Any], replaced: Mapping[Kind, Kind]) -> None:
        super().__init__(sets)
        self._replaced = replaced

    def __missing__(self, kind: Kind) -> Any:
        return super().__getitem__(self._replaced[kind])
