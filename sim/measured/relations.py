"""Measures of relations: the paradox, approaches, images, trust, knowledge, urgency, vision, soil."""

from sim.measured.units import SHARE, WEEKLY, measured

measured(
    "paradox",
    SHARE,
    "last_year",
    (
        "own_interest_professionals",
        "Professionals' own wish to work together.",
        "Eigen wens van professionals om samen te werken.",
        "mean of 'would help' and 'is my task'",
    ),
    (
        "own_interest_workers",
        "Informal workers' own wish to work together.",
        "Eigen wens van informele werkers om samen te werken.",
        "mean of 'would help' and 'is my task'",
    ),
    (
        "interest_attributed_to_workers",
        "The wish that professionals see in informal workers.",
        "De wens die professionals bij informele werkers zien.",
        "mean over pairs",
    ),
    (
        "interest_attributed_to_professionals",
        "The wish that informal workers see in professionals.",
        "De wens die informele werkers bij professionals zien.",
        "mean over pairs",
    ),
    (
        "paradox_gap",
        "Own wish minus the wish attributed to the other, mean of both sides.",
        "Eigen wens min de wens die men bij de ander ziet, gemiddeld over beide kanten.",
        "own minus attributed, mean of both sides",
    ),
)
measured(
    "approaches",
    WEEKLY,
    "total",
    (
        "approaches_sent",
        "Approaches made, by either side.",
        "Toenadering gezocht, door beide kanten.",
        "count",
    ),
    (
        "approaches_recognised",
        "Approaches that the other saw as such.",
        "Toenadering die de ander zo zag.",
        "count",
    ),
    (
        "approaches_misread",
        "Requests to refer that were read as cheap use of the network.",
        "Verwijsverzoeken gelezen als goedkoop gebruik van het netwerk.",
        "count of half or more lukewarm",
    ),
    (
        "approaches_referral",
        "Approaches by professionals that ask for families.",
        "Toenadering van professionals die om gezinnen vraagt.",
        "count",
    ),
    (
        "approaches_open_interest",
        "Approaches by professionals out of open interest.",
        "Toenadering van professionals uit open belangstelling.",
        "count",
    ),
    (
        "approaches_building",
        "Approaches by professionals to build together.",
        "Toenadering van professionals om samen op te bouwen.",
        "count",
    ),
    (
        "approaches_by_workers",
        "Approaches by informal workers.",
        "Toenadering door informele werkers.",
        "count",
    ),
)
measured(
    "images",
    SHARE,
    "last_year",
    (
        "image_of_workers",
        "Goodwill that professionals see in informal workers in general.",
        "Goede wil die professionals bij informele werkers in het algemeen zien.",
        "1 minus mean bad belief",
    ),
    (
        "image_of_professionals",
        "Goodwill that informal workers see in professionals in general.",
        "Goede wil die informele werkers bij professionals in het algemeen zien.",
        "1 minus mean bad belief",
    ),
)
measured(
    "trust",
    SHARE,
    "last_year",
    (
        "trust_in_professionals",
        "Informal workers' trust in professionals.",
        "Vertrouwen van informele werkers in professionals.",
        "mean over all pairs",
    ),
    (
        "trust_in_workers",
        "Professionals' trust in informal workers.",
        "Vertrouwen van professionals in informele werkers.",
        "mean over all pairs",
    ),
    (
        "trust_among_partners",
        "Trust, both ways, among those who collaborate.",
        "Vertrouwen over en weer onder wie samenwerkt.",
        "mean over collaborating pairs, 0 if none",
    ),
    (
        "trust_in_district",
        "Trust of all actors in the district.",
        "Vertrouwen van alle betrokkenen in het stadsdeel.",
        "mean over actors",
    ),
    (
        "trust_in_district_workers",
        "Informal workers' trust in the district.",
        "Vertrouwen van informele werkers in het stadsdeel.",
        "mean",
    ),
    (
        "trust_in_district_professionals",
        "Professionals' trust in the district.",
        "Vertrouwen van professionals in het stadsdeel.",
        "mean",
    ),
)
measured(
    "knowledge",
    SHARE,
    "last_year",
    (
        "workers_know_existence",
        "Informal workers know that a professional's service exists.",
        "Informele werkers weten dat een voorziening bestaat.",
        "mean over pairs",
    ),
    (
        "workers_know_offer",
        "Informal workers know what it does.",
        "Informele werkers weten wat die doet.",
        "mean over pairs",
    ),
    (
        "workers_know_face",
        "Informal workers know a face there.",
        "Informele werkers kennen er een gezicht.",
        "mean over pairs",
    ),
    (
        "professionals_know_existence",
        "Professionals know that a self-organisation exists.",
        "Professionals weten dat een zelforganisatie bestaat.",
        "mean over pairs",
    ),
    (
        "professionals_know_offer",
        "Professionals know what it does.",
        "Professionals weten wat die doet.",
        "mean over pairs",
    ),
    (
        "professionals_know_face",
        "Professionals know a face there.",
        "Professionals kennen er een gezicht.",
        "mean over pairs",
    ),
)
measured(
    "urgency",
    SHARE,
    "last_year",
    ("urgency_professionals", "Urgency of professionals.", "Urgentie bij professionals.", "mean"),
    ("urgency_preventive", "Urgency in prevention.", "Urgentie bij preventie.", "mean"),
    ("urgency_youth_care", "Urgency in youth care.", "Urgentie in de jeugdzorg.", "mean"),
    ("urgency_workers", "Urgency of informal workers.", "Urgentie bij informele werkers.", "mean"),
    ("urgency_pressing", "That the problem presses.", "Dat het probleem dringt.", "mean over actors"),
    ("urgency_helps", "That collaboration would help.", "Dat samenwerken zou helpen.", "mean over actors"),
    ("urgency_mine", "That it is my task.", "Dat het mijn taak is.", "mean over actors"),
)
measured(
    "vision",
    SHARE,
    "last_year",
    (
        "shared_vision",
        "How far visions agree, a shared story included.",
        "In hoeverre visies overeenkomen, met het gedeelde verhaal.",
        "mean over pairs",
    ),
    ("position_gap", "Distance between held positions.", "Afstand tussen posities.", "mean over pairs"),
    (
        "said_and_held",
        "Distance between what is said and what is held.",
        "Afstand tussen wat men zegt en vindt.",
        "mean over actors and issues",
    ),
    (
        "explicitness",
        "How much of the difference has been spoken out.",
        "Hoeveel van het verschil is uitgesproken.",
        "mean over pairs",
    ),
)
measured(
    "soil",
    SHARE,
    "last_year",
    ("soil_knowing", "Condition 1: knowing each other.", "Voorwaarde 1: elkaar kennen.", "mean over pairs"),
    (
        "soil_trust",
        "Condition 2: good images and belief in good intentions.",
        "Voorwaarde 2: goede beelden en geloof in goede bedoelingen.",
        "mean over pairs",
    ),
    ("soil_urgency", "Condition 3: shared urgency.", "Voorwaarde 3: gedeelde urgentie.", "mean over pairs"),
    ("soil_vision", "Condition 4: shared vision.", "Voorwaarde 4: gedeelde visie.", "mean over pairs"),
    (
        "soil_conjunction",
        "The four conditions together.",
        "De vier voorwaarden samen.",
        "mean over pairs of the smallest of the four",
    ),
    (
        "fertile_pairs",
        "Pairs in which all four conditions hold.",
        "Duo's waarin alle vier de voorwaarden gelden.",
        "share of pairs with each of the four above 0.4",
    ),
)
