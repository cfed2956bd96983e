"""Events that people would tell as a story, each with who, when and the terms that caused it."""

from __future__ import annotations

from typing import Final

import numpy as np

from sim.arrays import Floats, Ints, Record, Records
from sim.kernel import compiled
from sim.kinds import KINDS

WEEK, COUNT, CAPACITY, TELLING, SEED, DROPPED = 0, 1, 2, 3, 4, 5
N_CLOCK: Final = 6

CAUSES: Final = (
    "",
    "intent",
    "gap",
    "civil_reading",
    "accessible_reading",
    "sting_left",
    "lukewarm",
    "knowing",
    "trust",
    "urgency",
    "vision",
    "initiative",
    "hours",
    "ordered",
    "quality",
    "ownership",
    "strain",
    "loyalty",
    "transfers",
    "impatience",
    "need",
    "words",
    "head",
    "real",
    "readiness",
    "warm",
    "energy",
    "disappointment",
    "overload",
    "grant",
    "success",
    "shame",
    "soil",
    "outcome",
    "term",
    "contact",
    "posture",
    "protocol",
    "belief",
    "memory",
    "relations",
    "roles_allowed",
    "means",
    "waiting",
)
CAUSE: Final = {name: number for number, name in enumerate(CAUSES)}

KIND: Final = {kind.name: number for number, kind in enumerate(KINDS)}
TERM: Final = KIND["term"]
# The rule number of a term that no rule caused: what the bounds of a stock cut off.
BOUNDS: Final = -1
LOG: Final = np.dtype(
    [
        ("week", "i4"),
        ("kind", "i2"),
        ("rule", "i2"),
        ("who", "i4"),
        ("whom", "i4"),
        ("cause", "i2", (4,)),
        ("amount", "f8", (4,)),
    ]
)
# Stocks of a pair that a traced pair logs term by term.
STOCKS: Final = (
    "trust_worker",
    "trust_professional",
    "interest_worker",
    "interest_professional",
    "explicit",
    "story",
)
TRUST_WORKER, TRUST_PROFESSIONAL, INTEREST_WORKER, INTEREST_PROFESSIONAL, EXPLICIT, STORY = range(6)


@compiled
def tell(
    log: Records,
    clock: Ints,
    kind: int,
    rule: int,
    who: int,
    whom: int,
    c0: int,
    a0: float,
    c1: int,
    a1: float,
    c2: int,
    a2: float,
    c3: int,
    a3: float,
) -> None:
    """Append one event with up to four causes and their amounts; 0 is no cause."""
    if clock[TELLING] == 0:
        return
    row = clock[COUNT]
    if row >= clock[CAPACITY]:
        clock[DROPPED] += 1
        return
    entry = log[row]
    entry.week, entry.kind, entry.rule, entry.who, entry.whom = clock[WEEK], kind, rule, who, whom
    entry.cause[0], entry.cause[1], entry.cause[2], entry.cause[3] = c0, c1, c2, c3
    entry.amount[0], entry.amount[1], entry.amount[2], entry.amount[3] = a0, a1, a2, a3
    clock[COUNT] = row + 1


@compiled
def note(activity: Floats, rule: int, term: float) -> float:
    """Count what a rule moved, where that is counted, and pass its term on."""
    if len(activity) > 0:
        activity[rule] += abs(term)
    return term


@compiled
def note_pair(
    activity: Floats, log: Records, clock: Ints, pair: Record, number: int, stock: int, rule: int, term: float
) -> float:
    """As ``note``; on a traced pair the term also goes into the log."""
    if len(activity) > 0:
        activity[rule] += abs(term)
    pair.moved = 1
    if pair.traced > 0 and term != 0.0:
        tell(log, clock, TERM, rule, number, stock, 34, term, 0, 0.0, 0, 0.0, 0, 0.0)
    return term


@compiled
def rise(term: float) -> float:
    """The part of a term that lifts."""
    return max(0.0, term)


@compiled
def fall(term: float) -> float:
    """The part of a term that lowers, as a positive number."""
    return max(0.0, -term)
