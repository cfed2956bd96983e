"""What a municipality's means give and cost, and how it looks at what it sees: rates of no single claim.

They are read by the phases that carry out policies: funding, steering, reviewing.
"""

from sim.registry import parameter

parameter(
    "review_weeks",
    26.0,
    13.0,
    52.0,
    "weeks",
    "assumption",
    "Weeks between two reviews of what the collaborations bring.",
    "Weken tussen twee keer bekijken wat de samenwerkingen opleveren.",
    minimum=4.0,
)
parameter(
    "review_sight",
    0.4,
    0.15,
    0.7,
    "share",
    "§6.1, §7.3",
    "How much of a success the municipality sees without a steering group.",
    "Hoeveel van een succes de gemeente ziet zonder stuurgroep.",
)
parameter(
    "review_success",
    0.3,
    0.15,
    0.5,
    "share",
    "assumption",
    "Success as seen from which a collaboration counts as one that works.",
    "Gezien succes vanaf waar een samenwerking geldt als een die werkt.",
)
parameter(
    "stable_holds",
    0.7,
    0.3,
    0.95,
    "share",
    "§1.3",
    "How far a fully stable course keeps what shows no numbers yet from being stopped.",
    "Hoe ver een geheel vaste koers voorkomt dat wordt gestopt wat nog geen aantallen laat zien.",
)
parameter(
    "review_dropped",
    4.0,
    1.0,
    10.0,
    "weeks of full contradiction",
    "§6.2",
    "What it does to partners when attention goes on to the next item.",
    "Wat het met partners doet als de aandacht naar het volgende punt gaat.",
)
parameter(
    "steering_hours",
    1.5,
    0.5,
    3.0,
    "hours per meeting",
    "§6.1",
    "Hours that a monthly meeting of the steering group takes of each partner.",
    "Uren die een maandelijkse vergadering van de stuurgroep elke partner kost.",
)
parameter(
    "role_line_hours",
    0.3,
    0.1,
    0.8,
    "hours per week",
    "§7.3",
    "Talk about roles among partners that a shared line brings about.",
    "Gesprek over rollen tussen partners dat een gedeelde lijn op gang brengt.",
)
parameter(
    "clear_tasks_help",
    0.5,
    0.2,
    0.8,
    "share",
    "§7.3",
    "How much of the practical trouble full agreement on tasks prevents.",
    "Hoeveel praktische problemen volledige taakafspraken voorkomen.",
)
parameter(
    "pay_return",
    0.15,
    0.05,
    0.3,
    "per week",
    "§5.2, §6.1",
    "What full compensation gives back in a week of working together.",
    "Wat volledige vergoeding teruggeeft in een week samenwerken.",
)
parameter(
    "kind_return",
    0.08,
    0.03,
    0.2,
    "per week",
    "§6.1, §7.1",
    "What a full return in kind (office, training, paperwork) gives back in such a week.",
    "Wat volledige wederdienst in natura (kantoor, training, papierwerk) dan teruggeeft.",
)
parameter(
    "method_skill",
    0.01,
    0.003,
    0.03,
    "share per week",
    "§4.3, §6.1",
    "How fast professionals learn from a worker who may pass on the own method.",
    "Hoe snel professionals leren van een werker die de eigen methode mag doorgeven.",
)
parameter(
    "method_recognition",
    0.02,
    0.006,
    0.05,
    "share per week",
    "§4.3, §6.1",
    "Recognition that workers feel when their method is asked for.",
    "Waardering die werkers voelen als hun methode gevraagd wordt.",
)
parameter(
    "housing_hours",
    1.0,
    0.3,
    2.5,
    "hours per worker per week",
    "§5.2",
    "Volunteer hours that paid housing sets free.",
    "Vrijwilligersuren die betaalde huisvesting vrijmaakt.",
)
parameter(
    "apply_weeks",
    13.0,
    6.0,
    26.0,
    "weeks",
    "§6.1",
    "Last weeks of a grant in which partners who apply together do so.",
    "Laatste weken van een subsidie waarin partners samen een nieuwe aanvragen.",
)
parameter(
    "apply_hours",
    0.5,
    0.15,
    1.2,
    "hours per week",
    "§6.1",
    "Hours a week that applying together takes of each partner.",
    "Uren per week die samen aanvragen elke partner kost.",
)
parameter(
    "location_helpers",
    0.04,
    0.015,
    0.08,
    "share per volunteer",
    "§2.2, §6.2",
    "Part of the labour on location that one executing volunteer takes over.",
    "Deel van het werk op locatie dat een uitvoerende vrijwilliger overneemt.",
)
parameter(
    "reorganise_turnover",
    1.5,
    0.5,
    3.0,
    "times on top",
    "assumption",
    "How much more staff leaves while the system is changed.",
    "Hoeveel meer personeel vertrekt terwijl het stelsel verandert.",
)
parameter(
    "reorganise_hours",
    0.5,
    0.2,
    0.8,
    "share",
    "assumption",
    "Hours for collaboration that a change of the system takes.",
    "Uren voor samenwerking die een stelselwijziging kost.",
)
for _name, _value, _low, _high, _en, _nl in (
    ("price_housing", 150.0, 60.0, 400.0, "fixed housing", "vaste huisvesting"),
    ("price_activity", 120.0, 40.0, 300.0, "money per activity", "geld per activiteit"),
    ("price_compensation", 160.0, 60.0, 400.0, "pay for volunteers' work", "betaling van vrijwilligerswerk"),
    ("price_in_kind", 25.0, 8.0, 70.0, "a return in kind", "wederdienst in natura"),
):
    parameter(
        _name,
        _value,
        _low,
        _high,
        "euros per self-organisation per week",
        "assumption",
        f"Price of {_en}.",
        f"Prijs van {_nl}.",
    )
