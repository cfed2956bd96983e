"""Measures of steering: causes of starts and ends, money and what it buys, the public good, the network."""

from sim.measured.units import EACH, EUROS, HOURS, NUMBER, SHARE, WEEKLY, measured

measured(
    "collaborations",
    WEEKLY,
    "total",
    (
        "starts_by_professional",
        "Started on the initiative of a professional.",
        "Begonnen op initiatief van een professional.",
        "count of starts where the professional was the readier",
    ),
    (
        "starts_by_worker",
        "Started on the initiative of an informal worker.",
        "Begonnen op initiatief van een informele werker.",
        "count of starts where the worker was the readier",
    ),
    (
        "starts_sought",
        "Started because partners with potential were sought out.",
        "Begonnen doordat kansrijke partners werden opgezocht.",
        "count of starts of which more than half of the initiative came from outside",
    ),
    ("starts_by_order", "Started by order.", "Begonnen in opdracht.", "count"),
    (
        "starts_from_outside",
        "Arranged or ordered from outside, as a scenario tells.",
        "Van buiten geregeld of opgelegd, zoals een scenario vertelt.",
        "count",
    ),
    (
        "ends_by_municipality",
        "Stopped by the municipality for want of numbers.",
        "Gestopt door de gemeente wegens te weinig aantallen.",
        "count",
    ),
    (
        "moved_on",
        "Collaborations that worked and that the municipality then turned away from.",
        "Samenwerkingen die werkten en waar de gemeente zich daarna van afkeerde.",
        "count",
    ),
)
measured(
    "collaborations",
    NUMBER,
    "last_year",
    (
        "collaborations_ordered",
        "Collaborations alive that were ordered.",
        "Lopende samenwerkingen die zijn opgedragen.",
        "count",
    ),
    (
        "collaborations_past_year",
        "Collaborations alive that began more than a year ago.",
        "Lopende samenwerkingen die meer dan een jaar geleden begonnen.",
        "count by week of the start",
    ),
)
measured(
    "collaborations",
    SHARE,
    "last_year",
    (
        "enthusiasm",
        "Enthusiasm of partners, after frustration and doubt.",
        "Enthousiasme van partners, na frustratie en twijfel.",
        "mean over collaborations, 0 if none",
    ),
    (
        "lessons_within_reach",
        "Lessons of others that are within reach.",
        "Lessen van anderen die binnen bereik zijn.",
        "stock, 0 to 1",
    ),
)
measured(
    "municipality",
    SHARE,
    "last_year",
    (
        "seen_to_work",
        "What the municipality remembers as having worked.",
        "Wat de gemeente onthoudt als iets dat werkte.",
        "mean over domains and orientations",
    ),
    (
        "rigidity",
        "Rigidity of institutions: hours, protocols, language.",
        "Starheid van instellingen: uren, protocollen, taal.",
        "mean over institutions",
    ),
    ("space_safety", "Safety of the spaces.", "Veiligheid van de ruimtes.", "mean over self-organisations"),
)
measured(
    "public_good",
    SHARE,
    "last_year",
    (
        "equity",
        "Reach of the least reached community beside that of the most reached.",
        "Bereik van de minst bereikte gemeenschap naast dat van de meest bereikte.",
        "smallest divided by largest reach, 1 if nobody is reached",
    ),
    (
        "early_share",
        "Early help as a share of early help and late crises.",
        "Vroege hulp als deel van vroege hulp en late crises.",
        "over about the past year",
    ),
    (
        "public_good",
        "The public good: reach, equity and early help together.",
        "Het publieke belang: bereik, gelijkheid en vroege hulp samen.",
        "mean of reach, equity and early share",
    ),
)
measured(
    "network",
    NUMBER,
    "last_year",
    (
        "network_groups",
        "Groups of people that hang together by knowing each other's face.",
        "Groepen mensen die samenhangen doordat zij elkaars gezicht kennen.",
        "components of two or more, once a quarter",
    ),
    (
        "network_bridges",
        "Self-organisations and institutions with a tie between them.",
        "Zelforganisaties en instellingen met een band ertussen.",
        "count, once a quarter",
    ),
    (
        "network_thin",
        "Of these, those that hang on one pair of people.",
        "Daarvan die aan één duo mensen hangen.",
        "count, once a quarter",
    ),
)
measured(
    "network",
    SHARE,
    "last_year",
    (
        "network_largest",
        "Share of everyone who is in the largest group.",
        "Deel van iedereen dat in de grootste groep zit.",
        "share of actors, once a quarter",
    ),
    (
        "network_modularity",
        "How far ties keep to a self-organisation with its own professionals.",
        "In hoeverre banden binnen een zelforganisatie met haar eigen professionals blijven.",
        "modularity for two sides, once a quarter",
    ),
)
measured(
    "money",
    EUROS,
    "total",
    (
        "money_on_ties",
        "Strategy money for meetings, map and broker.",
        "Strategiegeld voor bijeenkomsten, kaart en makelaar.",
        "price times what was set, levers left out",
    ),
    (
        "money_on_guidance",
        "Strategy money for guidance.",
        "Strategiegeld voor begeleiding.",
        "price times hours bought, lapsed hours left out",
    ),
    (
        "money_on_volunteers",
        "Strategy money for self-organisations and volunteers.",
        "Strategiegeld voor zelforganisaties en vrijwilligers.",
        "price times what was set, levers left out",
    ),
    (
        "money_on_professionals",
        "Strategy money for professionals' hours.",
        "Strategiegeld voor uren van professionals.",
        "price times what was set, levers left out",
    ),
    (
        "money_on_message",
        "Strategy money for the message.",
        "Strategiegeld voor de boodschap.",
        "price times what was set, levers left out",
    ),
)
measured(
    "money",
    EACH,
    "end",
    (
        "money_carried",
        "Paid for what is still to be delivered: meetings, introductions and guidance that wait.",
        "Betaald voor wat nog geleverd moet worden: bijeenkomsten, introducties en begeleiding die wachten.",
        "price times what waits, at most what was spent",
    ),
    (
        "money_per_collaboration_year",
        "Spent so far for each year that a collaboration was alive.",
        "Uitgegeven per jaar dat een samenwerking liep.",
        "sum of money divided by sum of collaboration years, 0 if none",
    ),
    (
        "money_per_early_help",
        "Spent so far for each family helped early.",
        "Uitgegeven per gezin dat vroeg hulp kreeg.",
        "sum of money divided by sum of early help, 0 if none",
    ),
)
measured(
    "money",
    HOURS,
    "last_year",
    (
        "guide_hours_given",
        "Hours of guidance that partners received.",
        "Uren begeleiding die partners kregen.",
        "sum over sessions",
    ),
)
