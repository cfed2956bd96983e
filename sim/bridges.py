"""Rates of mediation, calls, signals, visits and changed offers that belong to no single claim of the report.

All are assumptions with a range; none depends on strategy, district or community.
"""

from sim.registry import parameter

# Stuck cases, calls and signals.
parameter(
    "stuck_quality",
    0.5,
    0.2,
    0.8,
    "share",
    "assumption",
    "How much good help keeps a case from getting stuck.",
    "Hoeveel goede hulp vastlopen voorkomt.",
)
parameter(
    "stuck_worsens",
    0.05,
    0.015,
    0.12,
    "share per stuck case",
    "assumption",
    "How much a stuck case that is not solved worsens.",
    "Hoeveel een onopgeloste vastgelopen zaak verergert.",
)
parameter(
    "stuck_solved",
    0.25,
    0.1,
    0.45,
    "share",
    "§5.1",
    "How much a stuck case that comes right eases.",
    "Hoeveel een vlotgetrokken zaak verlicht.",
)
parameter(
    "stuck_trust",
    0.05,
    0.015,
    0.12,
    "trust",
    "§3.2, §5.1",
    "Trust and belief that a solved case gives the professional.",
    "Vertrouwen en geloof dat een opgeloste zaak de professional geeft.",
)
parameter(
    "stuck_standing",
    0.5,
    0.2,
    0.8,
    "share",
    "§5.1",
    "Trust in a mediator whom the family knows by standing only.",
    "Vertrouwen in een bemiddelaar die het gezin alleen van naam kent.",
)
parameter(
    "stuck_unclear",
    0.3,
    0.1,
    0.5,
    "share",
    "§5.1",
    "How clear roles are where nothing was agreed.",
    "Hoe duidelijk rollen zijn waar niets is afgesproken.",
)
parameter(
    "stuck_given",
    0.3,
    0.1,
    0.8,
    "favours",
    "§6.1",
    "What mediation or a call counts for as something given.",
    "Waarvoor bemiddeling of een telefoontje telt als iets dat gegeven is.",
)
parameter(
    "chain_hours",
    2.0,
    0.5,
    5.0,
    "hours per call",
    "§6.1",
    "Volunteer hours that a direct call costs.",
    "Vrijwilligersuren die een rechtstreeks telefoontje kost.",
)
parameter(
    "chain_ease",
    0.06,
    0.02,
    0.15,
    "share per call",
    "§6.1",
    "How much a call that is answered eases the family's question.",
    "Hoeveel een beantwoord telefoontje de vraag van het gezin verlicht.",
)
parameter(
    "chain_across",
    0.4,
    0.1,
    0.8,
    "share",
    "§3.1, §6.1",
    "How far word of a success gets in another institution, and again in another domain.",
    "Hoe ver een succes rondgaat in een andere instelling, en nogmaals in een ander domein.",
)
parameter(
    "chain_number",
    0.6,
    0.3,
    0.9,
    "share",
    "§6.1",
    "How near a listed worker is whom the caller has never met.",
    "Hoe dichtbij een werker op de lijst is die de beller nooit ontmoette.",
)
parameter(
    "signal_memory",
    0.02,
    0.006,
    0.05,
    "share per week",
    "assumption",
    "How fast a breach fades from a worker's mind.",
    "Hoe snel een breuk bij een werker slijt.",
)
parameter(
    "signal_colleagues",
    0.5,
    0.2,
    0.8,
    "share",
    "assumption",
    "How far a breach frightens other workers of the same organisation.",
    "In hoeverre een breuk andere werkers van dezelfde organisatie afschrikt.",
)
# On location and at the centre.
parameter(
    "course_pace",
    0.15,
    0.05,
    0.35,
    "share per session",
    "§6.2",
    "How much of a course one attended session is, with a fully equal posture.",
    "Welk deel van een cursus een bijgewoonde sessie is, bij een gelijkwaardige houding.",
)
parameter(
    "posture_memory",
    0.02,
    0.006,
    0.05,
    "share per week",
    "assumption",
    "How fast a family that stayed away forgets how it was met.",
    "Hoe snel een gezin dat wegbleef vergeet hoe het werd ontvangen.",
)
parameter(
    "posture_story",
    0.3,
    0.1,
    0.6,
    "share",
    "§5.2",
    "How badly a family tells of a professional whose posture made it leave.",
    "Hoe slecht een gezin vertelt over een professional door wiens houding het wegbleef.",
)
parameter(
    "visit_hours",
    3.0,
    1.0,
    6.0,
    "hours per visit",
    "§6.2",
    "Volunteer hours of taking a group to the centre.",
    "Vrijwilligersuren om met een groep naar het centrum te gaan.",
)
parameter(
    "visit_rate",
    0.03,
    0.01,
    0.08,
    "chance per week",
    "§6.2",
    "Chance that partners on location with a full shared story plan such a visit themselves.",
    "Kans dat partners op locatie met een vol gedeeld verhaal zelf zo'n bezoek plannen.",
)
parameter(
    "visit_fading",
    0.006,
    0.002,
    0.02,
    "share per week",
    "assumption",
    "How fast the feeling fades that the centre is a place of one's own.",
    "Hoe snel het gevoel slijt dat het centrum een eigen plek is.",
)
# What institutions and payers change over time.
parameter(
    "outreach_pace",
    0.5,
    0.2,
    1.2,
    "families per hour",
    "§6.2",
    "Families that an hour of outreach meets, most of them without a question.",
    "Gezinnen die een uur eropaf gaan ontmoet, de meeste zonder vraag.",
)
parameter(
    "outreach_knowledge",
    0.2,
    0.05,
    0.4,
    "share",
    "assumption",
    "How much such a meeting teaches about services.",
    "Hoeveel zo'n ontmoeting leert over voorzieningen.",
)
parameter(
    "outreach_door",
    0.5,
    0.2,
    0.8,
    "share",
    "§5.2",
    "What is left of the real distance when the professional comes to the family.",
    "Wat overblijft van de echte afstand als de professional naar het gezin komt.",
)
parameter(
    "adapt_pace",
    0.03,
    0.01,
    0.08,
    "share per week",
    "assumption",
    "How fast an offer moves to its agreed form, and back when nobody asks for it.",
    "Hoe snel een aanbod naar de afgesproken vorm gaat, en terug als niemand erom vraagt.",
)
parameter(
    "adapt_rigid",
    0.6,
    0.2,
    0.9,
    "share",
    "§1.3, §6.3",
    "How much full rigidity of an institution keeps back of that.",
    "Hoeveel volle starheid van een instelling daarvan tegenhoudt.",
)
parameter(
    "payer_pace",
    0.02,
    0.006,
    0.05,
    "share per week",
    "§6.1",
    "How fast a new payer comes where institutions fully stand behind the claim.",
    "Hoe snel een nieuwe betaler komt als instellingen volledig achter de vraag staan.",
)
parameter(
    "payer_hours",
    4.0,
    1.0,
    8.0,
    "hours per week",
    "§6.1",
    "Extra hours of a worker whose bridging is wholly paid for.",
    "Extra uren van een werker van wie het brugwerk helemaal wordt betaald.",
)
parameter(
    "programme_turn",
    0.5,
    0.2,
    0.8,
    "share",
    "§6.2, §6.4",
    "How far a full programme turns what is designed towards work on location.",
    "In hoeverre een volledig programma wat ontworpen wordt naar werk op locatie keert.",
)
