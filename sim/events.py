"""Events that people would tell as a story, each with who, when and the terms that caused it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from sim.arrays import Floats, Ints, Record, Records
from sim.kernel import compiled

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


@dataclass(frozen=True)
class Kind:
    """A kind of event: the records that ``who`` and ``whom`` index, and its sentence in two languages."""

    name: str
    who: str
    whom: str
    en: str
    nl: str


KINDS: Final = (
    Kind(
        "approach_recognised",
        "professional",
        "worker",
        "{who} sought contact with {whom}, who saw it as such.",
        "{who} zocht contact met {whom}, die dat ook zo zag.",
    ),
    Kind(
        "approach_unseen",
        "professional",
        "worker",
        "{who} sought contact with {whom}, who did not see it as such.",
        "{who} zocht contact met {whom}, die dat niet zo zag.",
    ),
    Kind(
        "approach_misread",
        "professional",
        "worker",
        "{who} asked {whom} to send families; it felt like cheap use of the network.",
        "{who} vroeg {whom} gezinnen te sturen; dat voelde als goedkoop gebruik van het netwerk.",
    ),
    Kind(
        "worker_approach_recognised",
        "worker",
        "professional",
        "{who} turned to {whom}, who saw it as such.",
        "{who} stapte naar {whom}, die dat ook zo zag.",
    ),
    Kind(
        "worker_approach_unseen",
        "worker",
        "professional",
        "{who} turned to {whom}, who did not see it as such.",
        "{who} stapte naar {whom}, die dat niet zo zag.",
    ),
    Kind(
        "interest_unfollowed",
        "professional",
        "worker",
        "The interest that {who} showed in the work of {whom} got no follow-up.",
        "De belangstelling van {who} voor het werk van {whom} kreeg geen vervolg.",
    ),
    Kind(
        "collaboration_started",
        "professional",
        "worker",
        "{who} and {whom} began to work together.",
        "{who} en {whom} begonnen samen te werken.",
    ),
    Kind(
        "collaboration_designed",
        "professional",
        "worker",
        "{who} and {whom} agreed how they would work.",
        "{who} en {whom} werden het eens over hun werkwijze.",
    ),
    Kind(
        "collaboration_anchored",
        "professional",
        "worker",
        "What {who} and {whom} do was laid down in rules and money.",
        "Wat {who} en {whom} doen is vastgelegd in regels en geld.",
    ),
    Kind(
        "misunderstanding",
        "professional",
        "worker",
        "{who} and {whom} misunderstood each other about practical matters.",
        "{who} en {whom} begrepen elkaar verkeerd over praktische zaken.",
    ),
    Kind(
        "ended_by_strain",
        "professional",
        "worker",
        "{who} and {whom} stopped: too much had gone wrong between them.",
        "{who} en {whom} stopten: er was te veel misgegaan.",
    ),
    Kind(
        "ended_with_guide",
        "professional",
        "worker",
        "The guide left and nobody took the plan of {who} and {whom} further.",
        "De begeleider vertrok en niemand nam het plan van {who} en {whom} over.",
    ),
    Kind(
        "ended_by_withdrawal",
        "professional",
        "worker",
        "{who} withdrew from the work with {whom}: too few families came through.",
        "{who} trok zich terug bij {whom}: er kwamen te weinig gezinnen door.",
    ),
    Kind(
        "ended_by_departure",
        "professional",
        "worker",
        "The work of {who} and {whom} ended when one of them left.",
        "Het werk van {who} en {whom} stopte toen een van hen vertrok.",
    ),
    Kind(
        "ended_by_drift",
        "professional",
        "worker",
        "The plan of {who} and {whom} drifted away; nobody owned it.",
        "Het plan van {who} en {whom} dreef weg; het was van niemand.",
    ),
    Kind(
        "service_relation",
        "professional",
        "worker",
        "{who} could from now on call on {whom}, without any agreement.",
        "{who} kon voortaan bij {whom} terecht, zonder afspraken.",
    ),
    Kind(
        "referral_accepted",
        "parent",
        "professional",
        "{who} went to {whom}, on the word of someone they trust.",
        "{who} ging naar {whom}, op het woord van iemand die zij vertrouwen.",
    ),
    Kind(
        "referral_declined",
        "parent",
        "professional",
        "{who} did not go to {whom}.",
        "{who} ging niet naar {whom}.",
    ),
    Kind(
        "stuck_case_solved",
        "professional",
        "worker",
        "With {whom} as mediator, {who} got a stuck case moving.",
        "Met {whom} als bemiddelaar kreeg {who} een vastgelopen zaak vlot.",
    ),
    Kind(
        "stuck_case_failed",
        "professional",
        "worker",
        "Even with {whom} as mediator, {who} could not get a stuck case moving.",
        "Ook met {whom} als bemiddelaar kreeg {who} een vastgelopen zaak niet vlot.",
    ),
    Kind(
        "late_crisis",
        "parent",
        "",
        "{who} came into heavy care, late.",
        "{who} kwam laat in zware hulp terecht.",
    ),
    Kind(
        "worker_mediated",
        "worker",
        "parent",
        "{who} got parents and child of {whom} to talk again.",
        "{who} bracht ouders en kind van {whom} weer in gesprek.",
    ),
    Kind(
        "taken_in",
        "worker",
        "parent",
        "{who} took on {whom} herself, to keep them out of youth care.",
        "{who} ving {whom} zelf op, om hen uit de jeugdzorg te houden.",
    ),
    Kind(
        "came_back",
        "parent",
        "worker",
        "Help had not worked out; {who} came back to {whom}.",
        "De hulp liep niet goed af; {who} kwam terug bij {whom}.",
    ),
    Kind(
        "family_joined",
        "parent",
        "self_organisation",
        "{who} was brought along to {whom}.",
        "{who} werd meegenomen naar {whom}.",
    ),
    Kind("worker_stopped", "worker", "", "{who} stopped, worn out.", "{who} stopte, opgebrand."),
    Kind(
        "worker_arrived",
        "worker",
        "",
        "Someone new took the place of {who}.",
        "Iemand nieuws nam de plek van {who} in.",
    ),
    Kind(
        "professional_left",
        "professional",
        "",
        "{who} left; someone new came.",
        "{who} vertrok; er kwam iemand nieuws.",
    ),
    Kind(
        "grant_started", "self_organisation", "", "{who} got activity money.", "{who} kreeg activiteitengeld."
    ),
    Kind(
        "grant_ended",
        "self_organisation",
        "",
        "The activity money of {who} ended.",
        "Het activiteitengeld van {who} stopte.",
    ),
    Kind(
        "caller_listed",
        "professional",
        "worker",
        "{who} heard of a success and put {whom} on the list to call.",
        "{who} hoorde van een succes en zette {whom} op de bellijst.",
    ),
    Kind(
        "direct_call",
        "professional",
        "worker",
        "{who} called {whom} directly about a family.",
        "{who} belde {whom} rechtstreeks over een gezin.",
    ),
    Kind(
        "signal_withheld",
        "worker",
        "parent",
        "{who} kept the delicate case of {whom} in own hands.",
        "{who} hield de delicate zaak van {whom} in eigen hand.",
    ),
    Kind(
        "signal_breached",
        "professional",
        "worker",
        "What {whom} told {who} in confidence travelled on and ended in an intervention.",
        "Wat {whom} in vertrouwen aan {who} vertelde reisde verder en eindigde in ingrijpen.",
    ),
    Kind(
        "group_visited",
        "self_organisation",
        "",
        "{who} went to the centre as a group, with a purpose of its own.",
        "{who} ging als groep naar het centrum, met een eigen doel.",
    ),
    Kind(
        "left_over_posture",
        "parent",
        "professional",
        "{who} did not go back to {whom}, because of how it was met.",
        "{who} ging niet terug naar {whom}, door de ontvangst daar.",
    ),
    Kind(
        "attention_moved_on",
        "professional",
        "worker",
        "What {who} and {whom} do worked; the municipality went on to something else.",
        "Wat {who} en {whom} doen werkte; de gemeente ging door naar iets anders.",
    ),
    Kind(
        "ended_by_municipality",
        "professional",
        "worker",
        "The municipality stopped the work of {who} and {whom}: it showed too few numbers.",
        "De gemeente stopte het werk van {who} en {whom}: het liet te weinig aantallen zien.",
    ),
    Kind(
        "asked_beyond_mandate",
        "professional",
        "worker",
        "{who} asked {whom} for help that officially may not be given.",
        "{who} vroeg {whom} om hulp die officieel niet gegeven mag worden.",
    ),
    Kind(
        "worker_passed_on",
        "professional",
        "worker",
        "{who} heard of {whom} from someone at another institution.",
        "{who} hoorde over {whom} van iemand bij een andere instelling.",
    ),
    Kind(
        "invitation_as_offer",
        "worker",
        "professional",
        "{who} invited {whom} to build something together; {whom} waited for what would come.",
        "{who} nodigde {whom} uit om samen iets op te bouwen; {whom} wachtte af wat er kwam.",
    ),
    Kind("term", "pair", "", "A stock of {who} moved.", "Een voorraad van {who} bewoog."),
)
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
