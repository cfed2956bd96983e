"""Rates of help and referral that belong to no single claim of the report.

All are assumptions with a range; none depends on strategy, district or community.
"""

from sim.registry import parameter

# Help and how it ends.
parameter(
    "help_fit",
    0.4,
    0.25,
    0.55,
    "share",
    "assumption",
    "Weight of the fit of the offer in the quality of help.",
    "Gewicht van de pasvorm van het aanbod in de kwaliteit van hulp.",
)
parameter(
    "help_posture",
    0.3,
    0.15,
    0.4,
    "share",
    "assumption",
    "Weight of posture in it (the rest is intercultural skill).",
    "Gewicht van de houding daarin (de rest is interculturele vaardigheid).",
)
parameter(
    "help_least",
    0.3,
    0.1,
    0.5,
    "share",
    "assumption",
    "What help does at the least, however poor or light.",
    "Wat hulp op zijn minst doet, hoe slecht of licht ook.",
)
parameter(
    "outcome_quality",
    1.6,
    1.0,
    2.4,
    "times",
    "assumption",
    "How far quality and relief decide how a family looks back on help.",
    "In hoeverre kwaliteit en verlichting bepalen hoe een gezin op hulp terugkijkt.",
)
parameter(
    "outcome_bar",
    0.35,
    0.15,
    0.6,
    "share",
    "assumption",
    "What help must exceed to be looked back on as good.",
    "Wat hulp moet overtreffen om als goed te worden gezien.",
)
parameter(
    "outcome_swing",
    0.8,
    0.3,
    1.4,
    "share",
    "assumption",
    "How far chance decides it.",
    "In hoeverre toeval dat bepaalt.",
    maximum=2.0,
)
parameter(
    "outcome_trust",
    0.2,
    0.08,
    0.4,
    "share",
    "assumption",
    "How much of an outcome goes into a family's trust in the service.",
    "Hoeveel van een afloop in het vertrouwen van een gezin in de dienst komt.",
)
parameter(
    "outcome_sender",
    0.3,
    0.1,
    0.6,
    "share",
    "§5.2",
    "How much of an outcome comes back on the worker who stands behind it.",
    "Hoeveel van een afloop terugkomt op de werker die erachter staat.",
)
parameter(
    "outcome_fright",
    0.6,
    0.3,
    0.9,
    "share",
    "§5.1",
    "How badly a family looks back on late care that frightened it.",
    "Hoe slecht een gezin terugkijkt op late zorg die afschrikte.",
)
parameter(
    "story_circle",
    60.0,
    20.0,
    150.0,
    "families",
    "§5.1",
    "Families among whom one experience is told.",
    "Gezinnen waarin een ervaring wordt rondverteld.",
)
# Between services and workers.
parameter(
    "refer_word",
    0.6,
    0.4,
    0.8,
    "share",
    "§4.2, §5.2",
    "Weight of trust in who sends, beside own experience and what is told.",
    "Gewicht van vertrouwen in wie stuurt, naast eigen ervaring en wat verteld wordt.",
)
parameter(
    "refer_partner",
    0.3,
    0.1,
    0.6,
    "share",
    "assumption",
    "How much a worker prefers a partner in a collaboration as the one to refer to.",
    "Hoeveel voorkeur een werker bij verwijzen geeft aan een samenwerkingspartner.",
)
parameter(
    "refer_given",
    0.2,
    0.05,
    0.5,
    "favours",
    "§6.1",
    "What a referral counts for as something given.",
    "Waarvoor een verwijzing telt als iets dat gegeven is.",
)
parameter(
    "refer_detached",
    0.2,
    0.05,
    0.5,
    "share",
    "§6.1",
    "How much attachment to the worker wears off when a family finds help by itself.",
    "Hoeveel de band met de werker afneemt als een gezin zelf hulp vindt.",
)
parameter(
    "refer_school",
    0.012,
    0.003,
    0.04,
    "chance per week",
    "intro, §2.2",
    "Chance that school points a family in full need to prevention.",
    "Kans dat school een gezin in volle nood op preventie wijst.",
)
parameter(
    "refer_services",
    0.05,
    0.015,
    0.15,
    "chance per week",
    "§3.1",
    "Chance that prevention offers youth care to a family with a question too heavy for it.",
    "Kans dat preventie jeugdzorg aanbiedt aan een gezin met een vraag die te zwaar voor haar is.",
)
parameter(
    "point_isolation",
    0.4,
    0.2,
    0.65,
    "share",
    "assumption",
    "Isolation from which a professional thinks of pointing to a worker.",
    "Isolement waarbij een professional eraan denkt op een werker te wijzen.",
)
parameter(
    "point_accept",
    0.3,
    0.1,
    0.45,
    "chance",
    "assumption",
    "Chance that a family goes to a worker of no standing.",
    "Kans dat een gezin naar een werker zonder aanzien gaat.",
)
parameter(
    "point_standing",
    0.5,
    0.25,
    0.55,
    "chance",
    "§5.2",
    "What full standing adds.",
    "Wat vol aanzien toevoegt.",
)
parameter(
    "point_trust",
    0.45,
    0.25,
    0.65,
    "trust",
    "assumption",
    "Trust in a worker to whom one was pointed.",
    "Vertrouwen in een werker op wie men gewezen is.",
)
parameter(
    "caseload",
    6.0,
    2.0,
    15.0,
    "families",
    "assumption",
    "Families in the care of a youth-care professional that are not among those of the model.",
    "Gezinnen in zorg bij een professional van jeugdzorg die niet in het model voorkomen.",
)
