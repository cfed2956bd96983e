"""Measures of families: who is helped where, who is reached, what they carry, by group."""

from sim.measured.units import HOURS, NUMBER, SHARE, WEEKLY, measured

measured(
    "families",
    SHARE,
    "last_year",
    (
        "parents_outside",
        "Families that attend no self-organisation.",
        "Gezinnen die bij geen zelforganisatie komen.",
        "share of families",
    ),
    (
        "parents_at_worker",
        "Families that an informal worker helps in the own circle.",
        "Gezinnen die een informele werker in eigen kring helpt.",
        "share of families",
    ),
    (
        "parents_empowered",
        "Families that are empowered.",
        "Gezinnen die sterk staan.",
        "share of families",
    ),
    (
        "parents_attached",
        "Families attached to their informal worker.",
        "Gezinnen die aan hun informele werker gehecht zijn.",
        "share of families",
    ),
    (
        "parents_isolated",
        "Families that live isolated.",
        "Gezinnen die geïsoleerd leven.",
        "share of families",
    ),
    (
        "parents_know_services",
        "Families' knowledge of services.",
        "Kennis van voorzieningen bij gezinnen.",
        "mean over families",
    ),
    (
        "parents_trust_youth_care",
        "Families' trust in youth care.",
        "Vertrouwen van gezinnen in jeugdzorg.",
        "mean over families",
    ),
    (
        "parents_trust_school",
        "Families' trust in school.",
        "Vertrouwen van gezinnen in school.",
        "mean over families",
    ),
    (
        "parents_trust_district",
        "Families' trust in the district.",
        "Vertrouwen van gezinnen in het stadsdeel.",
        "mean over families",
    ),
    (
        "school_distance",
        "Distance between families and school.",
        "Afstand tussen gezinnen en school.",
        "mean over families",
    ),
    (
        "reach_attending",
        "Of the families in need that attend a self-organisation, those that have help.",
        "Van de gezinnen in nood die bij een zelforganisatie komen: wie hulp heeft.",
        "share of those in need; help in the own circle not counted",
    ),
    (
        "reach_outside",
        "Of the families in need outside every self-organisation, those that have help.",
        "Van de gezinnen in nood buiten elke zelforganisatie: wie hulp heeft.",
        "share of those in need; help in the own circle not counted",
    ),
    (
        "reach_far",
        "Of the families in need for whom the offer is far, those that have help.",
        "Van de gezinnen in nood voor wie het aanbod ver is: wie hulp heeft.",
        "share of those in need with a real distance above 0.5",
    ),
    (
        "reach_near",
        "Of the families in need for whom the offer is near, those that have help.",
        "Van de gezinnen in nood voor wie het aanbod dichtbij is: wie hulp heeft.",
        "share of those in need with a real distance up to 0.5",
    ),
    (
        "reach_lowest",
        "Reach in the community that is reached least.",
        "Bereik in de gemeenschap die het minst wordt bereikt.",
        "smallest share of those in need with help, 0 if none is in need",
    ),
    (
        "reach_highest",
        "Reach in the community that is reached most.",
        "Bereik in de gemeenschap die het meest wordt bereikt.",
        "largest share of those in need with help",
    ),
    (
        "shared_responsibility",
        "Shared responsibility for bringing up children.",
        "Gedeelde verantwoordelijkheid voor opvoeden.",
        "mean over communities, by their share of families",
    ),
    (
        "defence",
        "Defence of families against the outside world.",
        "Verdediging van gezinnen tegen de buitenwereld.",
        "mean over communities, by their share of families",
    ),
)
measured(
    "families",
    WEEKLY,
    "total",
    (
        "early_help_outside",
        "Early help to families outside every self-organisation.",
        "Vroege hulp aan gezinnen buiten elke zelforganisatie.",
        "count",
    ),
    (
        "early_help_far",
        "Early help to families for whom the offer is far.",
        "Vroege hulp aan gezinnen voor wie het aanbod ver is.",
        "count, real distance above 0.5",
    ),
    (
        "late_crises_outside",
        "Late heavy care for families outside every self-organisation.",
        "Late zware hulp voor gezinnen buiten elke zelforganisatie.",
        "count",
    ),
    (
        "late_crises_far",
        "Late heavy care for families for whom the offer is far.",
        "Late zware hulp voor gezinnen voor wie het aanbod ver is.",
        "count, real distance above 0.5",
    ),
    (
        "family_mediations",
        "Talks between parents and child led by an informal worker.",
        "Gesprekken tussen ouders en kind met een informele werker erbij.",
        "count",
    ),
    (
        "taken_in_own_circle",
        "Families that a worker took on to keep them out of youth care.",
        "Gezinnen die een werker zelf opving om ze uit de jeugdzorg te houden.",
        "count",
    ),
    (
        "came_back",
        "Families that came back to their worker after help that failed or frightened.",
        "Gezinnen die terugkwamen bij hun werker na hulp die mislukte of afschrikte.",
        "count",
    ),
    (
        "helped_by_parents",
        "Times that an empowered parent helped a family from outside.",
        "Keren dat een sterke ouder een gezin van buiten hielp.",
        "count",
    ),
    (
        "met_through_children",
        "Families from outside met through children's activities.",
        "Gezinnen van buiten, ontmoet via activiteiten voor kinderen.",
        "count",
    ),
    (
        "families_joined",
        "Families that began to attend a self-organisation.",
        "Gezinnen die bij een zelforganisatie gingen komen.",
        "count",
    ),
    (
        "special_education_feared",
        "Families frightened by a referral to special education.",
        "Gezinnen die schrokken van een verwijzing naar speciaal onderwijs.",
        "count",
    ),
)
measured(
    "volunteers",
    HOURS,
    "total",
    (
        "hours_for_attached",
        "Volunteer hours asked by families that are in help elsewhere.",
        "Vrijwilligersuren gevraagd door gezinnen die elders hulp hebben.",
        "sum",
    ),
)
measured(
    "volunteers",
    NUMBER,
    "last_year",
    (
        "intermediaries_active",
        "Trained intermediaries who are active.",
        "Opgeleide intermediairs die actief zijn.",
        "number trained, times how active they are",
    ),
)
