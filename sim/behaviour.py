"""Rates of the week that belong to no single claim of the report: how often people act at all.

All are assumptions with a range; none depends on strategy, district or community.
"""

from sim.registry import parameter

parameter(
    "approach_rate",
    0.25,
    0.08,
    0.6,
    "chance per week",
    "assumption",
    "Chance that a fully ready professional approaches someone.",
    "Kans dat een volledig bereide professional iemand benadert.",
)
parameter(
    "approach_targets",
    0.06,
    0.02,
    0.15,
    "chance per week",
    "assumption",
    "Chance added by full pressure of targets.",
    "Kans die volledige druk van targets toevoegt.",
)
parameter(
    "worker_approach_rate",
    0.15,
    0.05,
    0.4,
    "chance per week",
    "assumption",
    "Chance that a fully ready informal worker approaches someone.",
    "Kans dat een volledig bereide informele werker iemand benadert.",
)
parameter(
    "joint_design",
    2.5,
    1.5,
    4.0,
    "hours per week",
    "§6.3",
    "Hours a week that designing together asks of each partner.",
    "Uren per week die samen ontwerpen van elke partner vraagt.",
)
parameter(
    "joint_practice",
    1.6,
    0.8,
    3.0,
    "hours per week",
    "§6.1, §6.2",
    "Hours a week that working together asks of each partner.",
    "Uren per week die samen werken van elke partner vraagt.",
)
parameter(
    "start_attention",
    0.75,
    0.4,
    0.95,
    "share",
    "§3.2, §6.1",
    "How much less those who are already engaged elsewhere take the initiative again.",
    "Hoeveel minder wie al elders bezig is opnieuw het initiatief neemt.",
)
parameter(
    "own_time",
    1.5,
    0.4,
    3.0,
    "hours per week",
    "§1.3, §6.4",
    "Own hours that a full pioneer adds.",
    "Eigen uren die een volle pionier toevoegt.",
)
parameter(
    "meeting_contacts",
    4.0,
    2.0,
    8.0,
    "people per meeting",
    "assumption",
    "People of the other side one speaks at a network meeting.",
    "Mensen van de andere kant die men op een bijeenkomst spreekt.",
)
parameter(
    "meeting_attendance",
    0.45,
    0.2,
    0.75,
    "chance",
    "assumption",
    "Chance that someone comes to a network meeting.",
    "Kans dat iemand naar een netwerkbijeenkomst komt.",
)
parameter(
    "broker_pace",
    8.0,
    4.0,
    20.0,
    "hours per introduction",
    "assumption",
    "Hours of a broker that one introduction takes.",
    "Uren van een makelaar per introductie.",
)
parameter(
    "guide_session",
    2.0,
    1.0,
    4.0,
    "hours per session",
    "§6.2",
    "Hours of one guided session.",
    "Uren van een begeleide sessie.",
)
parameter(
    "design_enough",
    0.6,
    0.4,
    0.8,
    "share",
    "assumption",
    "Quality at which partners find a design good enough.",
    "Kwaliteit waarbij partners een ontwerp goed genoeg vinden.",
)
parameter(
    "design_skip",
    0.8,
    0.4,
    0.98,
    "share",
    "§6.3",
    "Chance that a plan ordered or set from above skips the design.",
    "Kans dat een opgelegd plan het ontwerp overslaat.",
)
parameter(
    "story_session",
    0.12,
    0.04,
    0.3,
    "share per guided hour",
    "§6.2",
    "How fast guided talk builds a shared story, where there is trust and openness.",
    "Hoe snel een begeleid gesprek een gedeeld verhaal bouwt, waar vertrouwen en openheid zijn.",
)
parameter(
    "story_practice",
    0.004,
    0.001,
    0.012,
    "share per week",
    "§6.2",
    "How fast well-designed practice builds a shared story.",
    "Hoe snel een goed ontworpen praktijk een gedeeld verhaal bouwt.",
)
parameter(
    "disappointment_fading",
    0.004,
    0.001,
    0.012,
    "share per week",
    "assumption",
    "How fast disappointment wears off.",
    "Hoe snel teleurstelling slijt.",
)
parameter(
    "strain_break",
    0.75,
    0.5,
    0.95,
    "strain",
    "assumption",
    "Strain at which partners stop.",
    "Spanning waarbij partners stoppen.",
)
parameter(
    "strain_relief",
    0.02,
    0.006,
    0.05,
    "share per week",
    "assumption",
    "How fast strain wears off.",
    "Hoe snel spanning slijt.",
)
parameter(
    "drift_rate",
    0.06,
    0.02,
    0.15,
    "chance per week",
    "§6.3",
    "Chance that a process nobody owns drifts away once no hours are put in.",
    "Kans dat een proces zonder eigenaar wegdrijft als er geen uren in gaan.",
)
parameter(
    "refer_rate",
    0.16,
    0.05,
    0.35,
    "chance per week",
    "assumption",
    "Chance that a worker refers a family that is ready, to someone fully known.",
    "Kans dat een werker een gezin dat eraan toe is doorverwijst naar iemand die zij goed kent.",
)
parameter(
    "refer_formal",
    0.02,
    0.005,
    0.06,
    "chance per week",
    "§3.3",
    "Chance that a professional points a family to a known worker.",
    "Kans dat een professional een gezin op een bekende werker wijst.",
)
parameter(
    "seek_rate",
    0.14,
    0.04,
    0.35,
    "chance per week",
    "assumption",
    "Chance that a family that knows the services seeks help by itself.",
    "Kans dat een gezin dat de voorzieningen kent zelf hulp zoekt.",
)
parameter(
    "help_weeks",
    12.0,
    6.0,
    26.0,
    "weeks",
    "assumption",
    "Weeks of help in prevention (twice as long in youth care).",
    "Weken hulp bij preventie (twee keer zo lang in jeugdzorg).",
)
parameter(
    "help_effect",
    0.05,
    0.02,
    0.1,
    "share per week",
    "assumption",
    "How much a fully fitting week of help eases.",
    "Hoeveel een passende week hulp verlicht.",
)
parameter(
    "crisis_level",
    0.85,
    0.7,
    0.95,
    "share",
    "assumption",
    "Need at which a question is a crisis.",
    "Nood waarbij een vraag een crisis is.",
)
parameter(
    "crisis_shock",
    0.35,
    0.1,
    0.7,
    "chance",
    "§5.1",
    "Chance that heavy care that comes late frightens.",
    "Kans dat late zware hulp afschrikt.",
)
parameter(
    "stuck_rate",
    0.05,
    0.015,
    0.12,
    "chance per week",
    "§5.1",
    "Chance that a youth-care case gets stuck.",
    "Kans dat een zaak in de jeugdzorg vastloopt.",
)
parameter(
    "consult_ease",
    0.3,
    0.1,
    0.5,
    "share",
    "§6.2",
    "How much one consultation on location eases.",
    "Hoeveel een gesprek op locatie verlicht.",
)
parameter(
    "consult_onward",
    0.25,
    0.08,
    0.5,
    "chance",
    "§6.2",
    "Chance that it leads on to the centre.",
    "Kans dat het naar het centrum leidt.",
)
parameter(
    "consult_places",
    4.0,
    2.0,
    10.0,
    "families per session",
    "§6.2",
    "Families that one session on location can see.",
    "Gezinnen per sessie op locatie.",
)
parameter(
    "volunteer_return",
    26.0,
    8.0,
    52.0,
    "weeks",
    "assumption",
    "Weeks before someone takes a stopped volunteer's place.",
    "Weken voordat iemand de plek van een gestopte vrijwilliger inneemt.",
)
parameter(
    "memory_fading",
    0.05,
    0.02,
    0.1,
    "share per week",
    "§6.1",
    "How fast a count of referrals or families fades from memory.",
    "Hoe snel een aantal verwijzingen of gezinnen uit het geheugen verdwijnt.",
)
parameter(
    "service_contact",
    0.12,
    0.04,
    0.3,
    "chance per week",
    "§5.1, §6.1",
    "Chance that those in a service relation are in touch in a week.",
    "Kans dat wie in een dienstrelatie staat elkaar in een week spreekt.",
)
parameter(
    "service_relation_rate",
    0.03,
    0.01,
    0.08,
    "chance per week",
    "§5.1, §6.1",
    "Chance that an ad hoc call turns into standing availability.",
    "Kans dat een losse vraag vaste beschikbaarheid wordt.",
)
for _name, _value, _low, _high, _unit, _en, _nl in (
    ("price_message", 120.0, 30.0, 400.0, "euros per week", "a loud message", "een luide boodschap"),
    (
        "price_project",
        190.0,
        80.0,
        450.0,
        "euros per self-organisation per week",
        "activity money",
        "activiteitengeld",
    ),
    ("price_meeting", 900.0, 300.0, 2500.0, "euros per meeting", "a network meeting", "een bijeenkomst"),
    ("price_map", 130.0, 40.0, 300.0, "euros per week", "a full social map", "een volledige sociale kaart"),
    ("price_broker", 55.0, 35.0, 90.0, "euros per hour", "a broker", "een makelaar"),
    ("price_guide", 85.0, 50.0, 140.0, "euros per hour", "a guide", "een begeleider"),
    (
        "price_coffee",
        30.0,
        10.0,
        70.0,
        "euros per collaboration per week",
        "small costs on location",
        "kleine kosten op locatie",
    ),
    (
        "price_location",
        120.0,
        50.0,
        300.0,
        "euros per collaboration per week",
        "a full programme on location",
        "een volledig programma op locatie",
    ),
    (
        "price_hour",
        48.0,
        35.0,
        75.0,
        "euros per hour",
        "a professional's hour",
        "een uur van een professional",
    ),
):
    parameter(_name, _value, _low, _high, _unit, "assumption", f"Price of {_en}.", f"Prijs van {_nl}.")
