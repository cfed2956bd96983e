"""How urgent an actor finds it, and how ready they are to act (§3.2)."""

from sim.arrays import Record
from sim.events import (
    CAUSE,
    KIND,
    note,
)
from sim.kernel import compiled
from sim.mechanisms import urgency, vision
from sim.registry import rule_number
from sim.world import World

LAYERS, UPKEEP, CHANNEL = rule_number("layers"), rule_number("upkeep"), rule_number("channel")
MISREADING, OPEN, NO_INTEREST = (
    rule_number("misreading"),
    rule_number("open_interest"),
    rule_number("no_interest"),
)
RECOGNITION, CHOICE, SEARCH = (
    rule_number("approach_recognition"),
    rule_number("choice"),
    rule_number("search_cost"),
)
STEP, SPOKEN, PARTS = rule_number("step"), rule_number("explicit_difference"), rule_number("parts")
MONEY = rule_number("money")
RECOGNISED, UNSEEN, MISREAD = KIND["approach_recognised"], KIND["approach_unseen"], KIND["approach_misread"]
WORKER_RECOGNISED, WORKER_UNSEEN = KIND["worker_approach_recognised"], KIND["worker_approach_unseen"]
UNFOLLOWED = KIND["interest_unfollowed"]
C_INTENT, C_GAP, C_CIVIL, C_ACCESS = (
    CAUSE["intent"],
    CAUSE["gap"],
    CAUSE["civil_reading"],
    CAUSE["accessible_reading"],
)
C_STING, C_LUKEWARM, C_TRUST, C_CONTACT = (
    CAUSE["sting_left"],
    CAUSE["lukewarm"],
    CAUSE["trust"],
    CAUSE["contact"],
)
C_HOURS, C_TERM, C_POSTURE = CAUSE["hours"], CAUSE["term"], CAUSE["posture"]


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
