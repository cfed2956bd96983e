"""How urgent an actor finds it, and how ready they are to act (§3.2)."""

from sim.arrays import Record
from sim.events import (
    note,
)
from sim.kernel import compiled
from sim.mechanisms import urgency, vision
from sim.registry import rule_number
from sim.world import World

STEP, SPOKEN, PARTS = rule_number("step"), rule_number("explicit_difference"), rule_number("parts")


@compiled
def urgency_of(w: World, actor: Record) -> float:
    """An actor's urgency, by the rule or, without it, as the mean of its parts."""
    if w.on[0].parts > 0:
        return note(w.activity, PARTS, urgency.parts(actor.pressing, actor.helps, actor.mine))
    return (actor.pressing + actor.helps + actor.mine) / 3.0


@compiled
def readiness_of(w: World, actor: Record) -> float:
    """How ready an actor is to act on urgency this week."""
    felt = urgency_of(w, actor)
    if w.on[0].step == 0:
        return min(1.0, w.p[0].step_slope * felt)
    return note(w.activity, STEP, urgency.step(felt, w.district[0].examples, actor.backing_felt, w.p[0]))


@compiled
def sting_left(w: World, pair: Record) -> float:
    """What spoken-out difference has not taken away of the sting."""
    if w.on[0].explicit_difference == 0:
        return 1.0
    return note(w.activity, SPOKEN, vision.explicit_difference(pair.explicit, w.p[0]))
