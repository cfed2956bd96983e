"""What is recorded every week, with unit and meaning in two languages, and the layout of one week's record."""

from __future__ import annotations

from typing import Final

import numpy as np

from sim.registry import MEASURES, Measure, declare

SHARE, NUMBER, EUROS, HOURS, WEEKLY = "share", "number", "euros per week", "hours per week", "number per week"


def _add(group: str, unit: str, summary: str, *rows: tuple[str, str, str, str]) -> None:
    declare(MEASURES, *(Measure(name, group, unit, en, nl, how, summary) for name, en, nl, how in rows))


_add("paradox", SHARE, "last_year",
     ("own_interest_professionals", "Professionals' own wish to work together.",
      "Eigen wens van professionals om samen te werken.", "mean of 'would help' and 'is my task'"),
     ("own_interest_workers", "Informal workers' own wish to work together.",
      "Eigen wens van informele werkers om samen te werken.", "mean of 'would help' and 'is my task'"),
     ("interest_attributed_to_workers", "The wish that professionals see in informal workers.",
      "De wens die professionals bij informele werkers zien.", "mean over pairs"),
     ("interest_attributed_to_professionals", "The wish that informal workers see in professionals.",
      "De wens die informele werkers bij professionals zien.", "mean over pairs"),
     ("paradox_gap", "Own wish minus the wish attributed to the other, mean of both sides.",
      "Eigen wens min de wens die men bij de ander ziet, gemiddeld over beide kanten.",
      "own minus attributed, mean of both sides"))
_add("approaches", WEEKLY, "total",
     ("approaches_sent", "Approaches made, by either side.", "Toenadering gezocht, door beide kanten.", "count"),
     ("approaches_recognised", "Approaches that the other saw as such.",
      "Toenadering die de ander zo zag.", "count"),
     ("approaches_misread", "Requests to refer that were read as cheap use of the network.",
      "Verwijsverzoeken gelezen als goedkoop gebruik van het netwerk.", "count of half or more lukewarm"),
     ("approaches_referral", "Approaches by professionals that ask for families.",
      "Toenadering van professionals die om gezinnen vraagt.", "count"),
     ("approaches_open_interest", "Approaches by professionals out of open interest.",
      "Toenadering van professionals uit open belangstelling.", "count"),
     ("approaches_building", "Approaches by professionals to build together.",
      "Toenadering van professionals om samen op te bouwen.", "count"),
     ("approaches_by_workers", "Approaches by informal workers.",
      "Toenadering door informele werkers.", "count"))
_add("images", SHARE, "last_year",
     ("image_of_workers", "Goodwill that professionals see in informal workers in general.",
      "Goede wil die professionals bij informele werkers in het algemeen zien.", "1 minus mean bad belief"),
     ("image_of_professionals", "Goodwill that informal workers see in professionals in general.",
      "Goede wil die informele werkers bij professionals in het algemeen zien.", "1 minus mean bad belief"))
_add("trust", SHARE, "last_year",
     ("trust_in_professionals", "Informal workers' trust in professionals.",
      "Vertrouwen van informele werkers in professionals.", "mean over all pairs"),
     ("trust_in_workers", "Professionals' trust in informal workers.",
      "Vertrouwen van professionals in informele werkers.", "mean over all pairs"),
     ("trust_among_partners", "Trust, both ways, among those who collaborate.",
      "Vertrouwen over en weer onder wie samenwerkt.", "mean over collaborating pairs, 0 if none"),
     ("trust_in_district", "Trust of all actors in the district.",
      "Vertrouwen van alle betrokkenen in het stadsdeel.", "mean over actors"),
     ("trust_in_district_workers", "Informal workers' trust in the district.",
      "Vertrouwen van informele werkers in het stadsdeel.", "mean"),
     ("trust_in_district_professionals", "Professionals' trust in the district.",
      "Vertrouwen van professionals in het stadsdeel.", "mean"))
_add("knowledge", SHARE, "last_year",
     ("workers_know_existence", "Informal workers know that a professional's service exists.",
      "Informele werkers weten dat een voorziening bestaat.", "mean over pairs"),
     ("workers_know_offer", "Informal workers know what it does.",
      "Informele werkers weten wat die doet.", "mean over pairs"),
     ("workers_know_face", "Informal workers know a face there.",
      "Informele werkers kennen er een gezicht.", "mean over pairs"),
     ("professionals_know_existence", "Professionals know that a self-organisation exists.",
      "Professionals weten dat een zelforganisatie bestaat.", "mean over pairs"),
     ("professionals_know_offer", "Professionals know what it does.",
      "Professionals weten wat die doet.", "mean over pairs"),
     ("professionals_know_face", "Professionals know a face there.",
      "Professionals kennen er een gezicht.", "mean over pairs"))
_add("urgency", SHARE, "last_year",
     ("urgency_professionals", "Urgency of professionals.", "Urgentie bij professionals.", "mean"),
     ("urgency_preventive", "Urgency in prevention.", "Urgentie bij preventie.", "mean"),
     ("urgency_youth_care", "Urgency in youth care.", "Urgentie in de jeugdzorg.", "mean"),
     ("urgency_workers", "Urgency of informal workers.", "Urgentie bij informele werkers.", "mean"),
     ("urgency_pressing", "That the problem presses.", "Dat het probleem dringt.", "mean over actors"),
     ("urgency_helps", "That collaboration would help.", "Dat samenwerken zou helpen.", "mean over actors"),
     ("urgency_mine", "That it is my task.", "Dat het mijn taak is.", "mean over actors"))
_add("vision", SHARE, "last_year",
     ("shared_vision", "How far visions agree, a shared story included.",
      "In hoeverre visies overeenkomen, met het gedeelde verhaal.", "mean over pairs"),
     ("position_gap", "Distance between held positions.", "Afstand tussen posities.", "mean over pairs"),
     ("said_and_held", "Distance between what is said and what is held.",
      "Afstand tussen wat men zegt en vindt.", "mean over actors and issues"),
     ("explicitness", "How much of the difference has been spoken out.",
      "Hoeveel van het verschil is uitgesproken.", "mean over pairs"))
_add("soil", SHARE, "last_year",
     ("soil_knowing", "Condition 1: knowing each other.", "Voorwaarde 1: elkaar kennen.", "mean over pairs"),
     ("soil_trust", "Condition 2: good images and belief in good intentions.",
      "Voorwaarde 2: goede beelden en geloof in goede bedoelingen.", "mean over pairs"),
     ("soil_urgency", "Condition 3: shared urgency.", "Voorwaarde 3: gedeelde urgentie.", "mean over pairs"),
     ("soil_vision", "Condition 4: shared vision.", "Voorwaarde 4: gedeelde visie.", "mean over pairs"),
     ("soil_conjunction", "The four conditions together.", "De vier voorwaarden samen.",
      "mean over pairs of the smallest of the four"),
     ("fertile_pairs", "Pairs in which all four conditions hold.",
      "Duo's waarin alle vier de voorwaarden gelden.", "share of pairs with each of the four above 0.4"))
_add("collaborations", NUMBER, "last_year",
     ("collaborations_alive", "Collaborations alive.", "Lopende samenwerkingen.", "count"),
     ("collaborations_on_location", "Collaborations on location.", "Samenwerkingen op locatie.", "count"),
     ("collaborations_accessibility", "Collaborations by referring.",
      "Samenwerkingen door verwijzen.", "count"),
     ("collaborations_in_design", "Collaborations being designed.",
      "Samenwerkingen in ontwerp.", "count"),
     ("collaborations_anchored", "Collaborations anchored.", "Geborgde samenwerkingen.", "count"),
     ("collaboration_age", "Mean age of the collaborations alive, in weeks.",
      "Gemiddelde leeftijd van lopende samenwerkingen, in weken.", "mean, 0 if none"),
     ("collaboration_strain", "Mean strain in them.", "Gemiddelde spanning daarin.", "mean, 0 if none"),
     ("ownership", "Mean ownership by the partners.", "Gemiddeld eigenaarschap van de partners.",
      "mean, 0 if none"),
     ("service_relations", "Service relations: available without agreement.",
      "Dienstrelaties: beschikbaar zonder afspraak.", "count"),
     ("pairs_with_face", "Pairs that know each other's face.", "Duo's die elkaar van gezicht kennen.",
      "count of pairs with both faces above 0.5"),
     ("organisations_connected", "Self-organisations with at least one collaboration.",
      "Zelforganisaties met minstens een samenwerking.", "count"))
_add("collaborations", WEEKLY, "total",
     ("starts", "Collaborations that started.", "Begonnen samenwerkingen.", "count"),
     ("ends", "Collaborations that ended.", "Gestopte samenwerkingen.", "count"),
     ("ends_by_strain", "Ended by strain.", "Gestopt door spanning.", "count"),
     ("ends_with_guide", "Ended when the guide left.", "Gestopt toen de begeleider vertrok.", "count"),
     ("ends_by_withdrawal", "Ended by withdrawal for few families.",
      "Gestopt wegens weinig gezinnen.", "count"),
     ("ends_by_departure", "Ended by a departure.", "Gestopt door vertrek.", "count"),
     ("ends_by_drift", "Drifted away.", "Weggedreven.", "count"),
     ("misunderstandings", "Misunderstandings.", "Misverstanden.", "count"))
_add("referrals", WEEKLY, "total",
     ("referrals_offered", "Referrals offered by informal workers.",
      "Verwijzingen aangeboden door informele werkers.", "count"),
     ("referrals_accepted", "Of these, accepted by the family.", "Daarvan door het gezin aanvaard.", "count"),
     ("referrals_attributed", "Of these, seen by the professional as coming from the worker.",
      "Daarvan door de professional aan de werker toegeschreven.", "count"),
     ("offered_to_preventive", "Offered to prevention.", "Aangeboden aan preventie.", "count"),
     ("accepted_to_preventive", "Accepted in prevention.", "Aanvaard bij preventie.", "count"),
     ("offered_to_youth_care", "Offered to youth care.", "Aangeboden aan jeugdzorg.", "count"),
     ("accepted_to_youth_care", "Accepted in youth care.", "Aanvaard in jeugdzorg.", "count"),
     ("offered_to_informal", "Families that professionals point to a worker.",
      "Gezinnen die professionals op een werker wijzen.", "count"),
     ("accepted_to_informal", "Of these, accepted.", "Daarvan aanvaard.", "count"),
     ("on_location_consultations", "Consultations on location.", "Gesprekken op locatie.", "count"),
     ("on_location_older", "Of these, about children of twelve and older.",
      "Daarvan over kinderen van twaalf en ouder.", "count"),
     ("self_referrals", "Families that found prevention by themselves.",
      "Gezinnen die zelf preventie vonden.", "count"),
     ("stuck_cases_mediated", "Stuck cases with a worker as mediator.",
      "Vastgelopen zaken met een werker als bemiddelaar.", "count"),
     ("stuck_cases_solved", "Of these, solved.", "Daarvan opgelost.", "count"))
_add("families", SHARE, "last_year",
     ("parents_with_question", "Families with a question.", "Gezinnen met een vraag.", "share of families"),
     ("parents_in_words", "Families with a question in words.",
      "Gezinnen met een vraag onder woorden.", "share of families"),
     ("parents_in_help", "Families in help.", "Gezinnen met hulp.", "share of families"),
     ("parents_in_crisis", "Families in crisis.", "Gezinnen in crisis.", "share of families"),
     ("shame", "Shame.", "Schaamte.", "mean over families"),
     ("parents_trust_preventive", "Families' trust in prevention.",
      "Vertrouwen van gezinnen in preventie.", "mean over families"),
     ("reach", "Families in need that have help.", "Gezinnen in nood met hulp.", "share of those in need"),
     ("reach_gap", "Difference in reach between communities.",
      "Verschil in bereik tussen gemeenschappen.", "largest minus smallest reach"))
_add("families", WEEKLY, "total",
     ("early_help", "Families that got help early.", "Gezinnen die vroeg hulp kregen.",
      "count of help entered below half need, consultations included"),
     ("late_crises", "Families that came into heavy care late.",
      "Gezinnen die laat in zware hulp kwamen.", "count"),
     ("eased_in_own_circle", "Questions eased in the own circle.",
      "Vragen verlicht in eigen kring.", "count of questions ended without services"))
_add("volunteers", HOURS, "last_year",
     ("volunteer_hours", "Volunteer hours spent by informal workers, all together.",
      "Vrijwilligersuren van informele werkers, samen.", "sum"),
     ("volunteer_hours_for_others", "Of these, spent on work with institutions.",
      "Daarvan aan werk met instellingen.", "sum"))
_add("volunteers", SHARE, "last_year",
     ("volunteer_energy", "Energy of informal workers.", "Energie van informele werkers.", "mean"),
     ("volunteer_overload", "How much of what is asked does not fit.",
      "Hoeveel van wat gevraagd wordt niet past.", "mean"),
     ("disappointment", "Disappointment of informal workers.", "Teleurstelling van informele werkers.", "mean"),
     ("standing", "Standing of informal workers in their community.",
      "Aanzien van informele werkers in hun gemeenschap.", "mean"),
     ("irritation", "Irritation about unpaid small costs.", "Irritatie over onbetaalde kleine kosten.",
      "mean over self-organisations"))
_add("volunteers", WEEKLY, "total",
     ("volunteer_exits", "Informal workers who stopped.", "Informele werkers die stopten.", "count"))
_add("pioneers", SHARE, "last_year",
     ("courage_professionals", "Courage of professionals.", "Moed van professionals.", "mean"),
     ("courage_workers", "Courage of informal workers.", "Moed van informele werkers.", "mean"),
     ("posture", "Posture of professionals, from distant to equal.",
      "Houding van professionals, van afstandelijk naar gelijkwaardig.", "mean"),
     ("doubt", "Doubt about the honesty of what is said.", "Twijfel aan de eerlijkheid van wat gezegd wordt.",
      "mean over actors"))
_add("money", EUROS, "total",
     ("money_granted", "Budget made available.", "Beschikbaar gesteld budget.", "sum"),
     ("money_spent", "Spent on strategy and levers.", "Uitgegeven aan strategie en knoppen.", "sum"),
     ("money_returned", "Not spent.", "Niet uitgegeven.", "sum"),
     ("money_levers", "Of what was spent, on levers.", "Van het uitgegeven geld: aan knoppen.", "sum"))

NAMES: Final = tuple(MEASURES)
WEEK_RECORD: Final = np.dtype([(name, "f8") for name in NAMES])
# Counted while the week goes on; the others are read from the state when it ends.
COUNTED: Final = tuple(
    name for name in NAMES
    if MEASURES[name].summary == "total" and not name.startswith("money_")
)
FLOW_RECORD: Final = np.dtype([(name, "f8") for name in COUNTED])
COLUMNS: Final = np.array([NAMES.index(name) for name in COUNTED])
