"""What professionals and informal workers share: a stance, and what their approaches are after."""

from __future__ import annotations

from typing import TYPE_CHECKING

import mesa

from benchmarks.plain_mesa.numbers import near
from sim.starts import ARGUMENTS, POSITIONS
from sim.state import VOLUNTEER_ROLE

if TYPE_CHECKING:
    from types import SimpleNamespace

    from benchmarks.plain_mesa.model import PlainMesa

BACKING_FELT = 0.2


class Actor(mesa.Agent):
    """What both sides carry."""

    def __init__(self, model: PlainMesa) -> None:
        super().__init__(model)
        self.draw, self.ties = model.random.random, []
        self.renew()

    def take_stance(self, kind: int) -> None:
        """Position and argument on the role of volunteers, pioneering and courage, by kind of actor."""
        p, draw = self.model.p, self.draw
        start = 0.5 + p.position_contrast * (POSITIONS[kind, VOLUNTEER_ROLE] - 0.5)
        self.position = near(float(start), p.position_spread, draw())
        self.argument = near(float(ARGUMENTS[kind, VOLUNTEER_ROLE]), p.position_spread, draw())
        self.pioneer = draw() ** 2
        self.courage = near(0.35 + 0.4 * self.pioneer, 0.1, draw())

    def feel(self, pressing: float, helps: float, mine: float) -> None:
        """Urgency is the mean of its three parts, which nothing moves here; readiness follows it."""
        self.readiness = min(1.0, self.model.p.step_slope * (pressing + helps + mine) / 3.0)


def choice(leaning: float, openness: float, pioneering: float, p: SimpleNamespace) -> tuple[float, float]:
    """Rule ``choice``: chances of an instrumental and of a curious intent; the rest builds."""
    instrumental, curious = p.choice_instrumental * leaning, p.choice_curious * openness
    building = p.choice_building * pioneering * (0.3 + 0.7 * BACKING_FELT)
    total = instrumental + curious + building + 1e-9
    return instrumental / total, curious / total


def recognition(interest: float, building: float, gap: float, p: SimpleNamespace) -> float:
    """Rule ``approach_recognition``: chance that the receiver counts it as an approach."""
    base = (
        p.recognise_instrumental * max(0.0, 1.0 - interest - building)
        + max(p.recognise_interest, p.recognise_instrumental) * interest
        + max(p.recognise_building, p.recognise_instrumental) * building
    )
    return min(1.0, base) * (1.0 - p.recognition_gap * gap)
