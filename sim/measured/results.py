"""Measures of results: collaborations, referrals, families, volunteers, pioneers, money."""

from sim.measured.units import EUROS, HOURS, NUMBER, SHARE, WEEKLY, measured

measured(
    "collaborations",
    NUMBER,
    "last_year",
    ("collaborations_alive", "Collaborations alive.", "Lopende samenwerkingen.", "count"),
    ("collaborations_on_location", "Collaborations on location.", "Samenwerkingen op locatie.", "count"),
    (
        "collaborations_accessibility",
        "Collaborations by referring.",
        "Samenwerkingen door verwijzen.",
        "count",
    ),
    ("collaborations_in_design", "Collaborations being designed.", "Samenwerkingen in ontwerp.", "count"),
    ("collaborations_anchored", "Collaborations anchored.", "Geborgde samenwerkingen.", "count"),
    (
        "collaboration_age",
        "Mean age of the collaborations alive, in weeks.",
        "Gemiddelde leeftijd van lopende samenwerkingen, in weken.",
        "mean, 0 if none",
    ),
    ("collaboration_strain", "Mean strain in them.", "Gemiddelde spanning daarin.", "mean, 0 if none"),
    (
        "ownership",
        "Mean ownership by the partners.",
        "Gemiddeld eigenaarschap van de partners.",
        "mean, 0 if none",
    ),
    (
        "service_relations",
        "Service relations: available without agreement.",
        "Dienstrelaties: beschikbaar zonder afspraak.",
        "count",
    ),
    (
        "pairs_with_face",
        "Pairs that know each other's face.",
        "Duo's die elkaar van gezicht kennen.",
        "count of pairs with both faces above 0.5",
    ),
    (
        "organisations_connected",
        "Self-organisations with at least one collaboration.",
        "Zelforganisaties met minstens een samenwerking.",
        "count",
    ),
)
measured(
    "collaborations",
    WEEKLY,
    "total",
    ("starts", "Collaborations that started.", "Begonnen samenwerkingen.", "count"),
    ("ends", "Collaborations that ended.", "Gestopte samenwerkingen.", "count"),
    ("ends_by_strain", "Ended by strain.", "Gestopt door spanning.", "count"),
    ("ends_with_guide", "Ended when the guide left.", "Gestopt toen de begeleider vertrok.", "count"),
    (
        "ends_by_withdrawal",
        "Ended by withdrawal for few families.",
        "Gestopt wegens weinig gezinnen.",
        "count",
    ),
    ("ends_by_departure", "Ended by a departure.", "Gestopt door vertrek.", "count"),
    ("ends_by_drift", "Drifted away.", "Weggedreven.", "count"),
    ("misunderstandings", "Misunderstandings.", "Misverstanden.", "count"),
)
measured(
    "referrals",
    WEEKLY,
    "total",
    (
        "referrals_offered",
        "Referrals offered by informal workers.",
        "Verwijzingen aangeboden door informele werkers.",
        "count",
    ),
    ("referrals_accepted", "Of these, accepted by the family.", "Daarvan door het gezin aanvaard.", "count"),
    (
        "referrals_attributed",
        "Of these, seen by the professional as coming from the worker.",
        "Daarvan door de professional aan de werker toegeschreven.",
        "count",
    ),
    ("offered_to_preventive", "Offered to prevention.", "Aangeboden aan preventie.", "count"),
    ("accepted_to_preventive", "Accepted in prevention.", "Aanvaard bij preventie.", "count"),
    ("offered_to_youth_care", "Offered to youth care.", "Aangeboden aan jeugdzorg.", "count"),
    ("accepted_to_youth_care", "Accepted in youth care.", "Aanvaard in jeugdzorg.", "count"),
    (
        "offered_to_informal",
        "Families that professionals point to a worker.",
        "Gezinnen die professionals op een werker wijzen.",
        "count",
    ),
    ("accepted_to_informal", "Of these, accepted.", "Daarvan aanvaard.", "count"),
    ("on_location_consultations", "Consultations on location.", "Gesprekken op locatie.", "count"),
    (
        "on_location_older",
        "Of these, about children of twelve and older.",
        "Daarvan over kinderen van twaalf en ouder.",
        "count",
    ),
    (
        "self_referrals",
        "Families that found prevention by themselves.",
        "Gezinnen die zelf preventie vonden.",
        "count",
    ),
    (
        "stuck_cases_mediated",
        "Stuck cases with a worker as mediator.",
        "Vastgelopen zaken met een werker als bemiddelaar.",
        "count",
    ),
    ("stuck_cases_solved", "Of these, solved.", "Daarvan opgelost.", "count"),
)
measured(
    "families",
    SHARE,
    "last_year",
    ("parents_with_question", "Families with a question.", "Gezinnen met een vraag.", "share of families"),
    (
        "parents_in_words",
        "Of the families with a question, those who can put it into words.",
        "Van de gezinnen met een vraag: wie haar onder woorden kan brengen.",
        "share of families with a question",
    ),
    ("parents_in_help", "Families in help.", "Gezinnen met hulp.", "share of families"),
    ("parents_in_crisis", "Families in crisis.", "Gezinnen in crisis.", "share of families"),
    ("shame", "Shame.", "Schaamte.", "mean over families"),
    (
        "parents_trust_preventive",
        "Families' trust in prevention.",
        "Vertrouwen van gezinnen in preventie.",
        "mean over families",
    ),
    ("reach", "Families in need that have help.", "Gezinnen in nood met hulp.", "share of those in need"),
    (
        "reach_gap",
        "Difference in reach between communities.",
        "Verschil in bereik tussen gemeenschappen.",
        "largest minus smallest reach",
    ),
)
measured(
    "families",
    WEEKLY,
    "total",
    (
        "early_help",
        "Families that got help early.",
        "Gezinnen die vroeg hulp kregen.",
        "count of help entered below half need, consultations included",
    ),
    (
        "late_crises",
        "Families that came into heavy care late.",
        "Gezinnen die laat in zware hulp kwamen.",
        "count, without help from prevention at the time",
    ),
    (
        "escalated",
        "Families that came into heavy care though prevention was helping.",
        "Gezinnen die in zware hulp kwamen hoewel preventie al hielp.",
        "count",
    ),
    (
        "eased_in_own_circle",
        "Questions eased in the own circle.",
        "Vragen verlicht in eigen kring.",
        "count of questions ended without services",
    ),
)
measured(
    "volunteers",
    HOURS,
    "last_year",
    (
        "volunteer_hours",
        "Volunteer hours spent by informal workers, all together.",
        "Vrijwilligersuren van informele werkers, samen.",
        "sum",
    ),
    (
        "volunteer_hours_for_others",
        "Of these, spent on work with institutions.",
        "Daarvan aan werk met instellingen.",
        "sum",
    ),
)
measured(
    "volunteers",
    SHARE,
    "last_year",
    ("volunteer_energy", "Energy of informal workers.", "Energie van informele werkers.", "mean"),
    (
        "volunteer_overload",
        "How much of what is asked does not fit.",
        "Hoeveel van wat gevraagd wordt niet past.",
        "mean",
    ),
    (
        "disappointment",
        "Disappointment of informal workers.",
        "Teleurstelling van informele werkers.",
        "mean",
    ),
    (
        "standing",
        "Standing of informal workers in their community.",
        "Aanzien van informele werkers in hun gemeenschap.",
        "mean",
    ),
    (
        "irritation",
        "Irritation about unpaid small costs.",
        "Irritatie over onbetaalde kleine kosten.",
        "mean over self-organisations",
    ),
)
measured(
    "volunteers",
    WEEKLY,
    "total",
    ("volunteer_exits", "Informal workers who stopped.", "Informele werkers die stopten.", "count"),
)
measured(
    "pioneers",
    SHARE,
    "last_year",
    ("courage_professionals", "Courage of professionals.", "Moed van professionals.", "mean"),
    ("courage_workers", "Courage of informal workers.", "Moed van informele werkers.", "mean"),
    (
        "posture",
        "Posture of professionals, from distant to equal.",
        "Houding van professionals, van afstandelijk naar gelijkwaardig.",
        "mean",
    ),
    (
        "doubt",
        "Doubt about the honesty of what is said.",
        "Twijfel aan de eerlijkheid van wat gezegd wordt.",
        "mean over actors",
    ),
)
measured(
    "money",
    EUROS,
    "total",
    ("money_granted", "Budget made available.", "Beschikbaar gesteld budget.", "sum"),
    ("money_spent", "Spent on strategy and levers.", "Uitgegeven aan strategie en knoppen.", "sum"),
    ("money_returned", "Not spent.", "Niet uitgegeven.", "sum"),
    ("money_levers", "Of what was spent, on levers.", "Van het uitgegeven geld: aan knoppen.", "sum"),
)
