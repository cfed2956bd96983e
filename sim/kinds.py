"""The kinds of events that people would tell as a story, and their sentences in English and Dutch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


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
        "escalated",
        "parent",
        "",
        "{who} came into heavy care, though prevention was helping.",
        "{who} kwam in zware hulp, hoewel preventie al hielp.",
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
