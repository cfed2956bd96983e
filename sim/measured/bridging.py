"""Measures of what crosses the bridge: routes of referral, requests to workers, signals, visits."""

from sim.measured.units import HOURS, NUMBER, SHARE, WEEKLY, measured

measured(
    "referrals",
    WEEKLY,
    "total",
    (
        "withheld_by_disbelief",
        "Referrals kept back: the worker does not believe in right handling.",
        "Verwijzingen die uitbleven: de werker gelooft niet in een goede aanpak.",
        "count",
    ),
    (
        "withheld_by_standing",
        "Referrals kept back: the worker's standing is at stake.",
        "Verwijzingen die uitbleven: het aanzien van de werker staat op het spel.",
        "count",
    ),
    (
        "signals_withheld",
        "Delicate cases that workers kept in their own hands.",
        "Delicate zaken die werkers zelf hielden.",
        "count",
    ),
    (
        "signals_breached",
        "Signals shared in confidence that ended in an intervention.",
        "Signalen in vertrouwen die eindigden in ingrijpen.",
        "count",
    ),
    (
        "self_sought",
        "Families that looked for prevention by themselves.",
        "Gezinnen die zelf zochten.",
        "count",
    ),
    ("group_visits_held", "Group visits to the centre.", "Groepsbezoeken aan het centrum.", "count"),
    ("group_visit_families", "Families that went along.", "Gezinnen die meegingen.", "count"),
    (
        "walk_ins",
        "Families that walked in because the centre feels like theirs.",
        "Gezinnen die binnenliepen omdat het centrum van hen voelt.",
        "count",
    ),
    ("accepted_walk_ins", "Of these, those who stayed for help.", "Daarvan wie bleef voor hulp.", "count"),
    ("offered_by_school", "Families that school pointed to prevention.", "Gezinnen via school.", "count"),
    ("accepted_by_school", "Of these, accepted.", "Daarvan aanvaard.", "count"),
    (
        "offered_by_services",
        "Families that prevention passed on to youth care.",
        "Gezinnen die preventie doorgaf aan jeugdzorg.",
        "count",
    ),
    (
        "accepted_by_services",
        "Of these, accepted by the family.",
        "Daarvan door het gezin aanvaard.",
        "count",
    ),
    (
        "offered_by_outreach",
        "Families with a question that professionals met by going out.",
        "Gezinnen met een vraag die professionals buiten de deur troffen.",
        "count",
    ),
    (
        "accepted_by_outreach",
        "Of these, who came to prevention.",
        "Daarvan wie naar preventie kwam.",
        "count",
    ),
    (
        "accepted_on_location",
        "Families that went on to the centre after a consultation on location.",
        "Gezinnen die na een gesprek op locatie doorgingen naar het centrum.",
        "count",
    ),
    (
        "on_location_course",
        "Consultations on location by families that followed a course there.",
        "Gesprekken op locatie met gezinnen die er een cursus volgden.",
        "count",
    ),
    (
        "on_location_left",
        "Families that stayed away from location because of how they were met.",
        "Gezinnen die op locatie wegbleven door hoe ze werden ontvangen.",
        "count",
    ),
    (
        "left_over_posture",
        "Families that left prevention because of how they were met.",
        "Gezinnen die bij preventie wegbleven door hoe ze werden ontvangen.",
        "count",
    ),
    ("centre_entries", "Families that came into prevention.", "Gezinnen die bij preventie kwamen.", "count"),
    (
        "centre_older",
        "Of these, with children of twelve and older.",
        "Daarvan met kinderen van twaalf en ouder.",
        "count",
    ),
)
measured(
    "volunteers",
    WEEKLY,
    "total",
    (
        "requests_youth_care",
        "Requests of youth care to workers: stuck cases and calls.",
        "Verzoeken van jeugdzorg aan werkers: vastgelopen zaken en telefoontjes.",
        "count",
    ),
    (
        "requests_preventive",
        "Requests of prevention to workers.",
        "Verzoeken van preventie aan werkers.",
        "count",
    ),
    (
        "direct_calls",
        "Of all requests, direct calls by those who have the worker on their list.",
        "Van alle verzoeken: rechtstreekse telefoontjes van wie de werker op de lijst heeft.",
        "count",
    ),
    ("direct_calls_holiday", "Of these, in school holidays.", "Daarvan in schoolvakanties.", "count"),
)
measured(
    "volunteers",
    HOURS,
    "total",
    (
        "unpaid_hours",
        "Unpaid volunteer hours given to institutions: working together and requests.",
        "Onbetaalde vrijwilligersuren voor instellingen: samenwerken en verzoeken.",
        "sum of hours that no payer covers",
    ),
)
measured(
    "volunteers",
    NUMBER,
    "last_year",
    (
        "callers",
        "Professionals who have a worker on their list and call directly.",
        "Professionals die een werker op de lijst hebben en rechtstreeks bellen.",
        "mean over informal workers",
    ),
    (
        "families_kept",
        "Families that a worker keeps after a service ended.",
        "Gezinnen die een werker houdt nadat een dienst stopte.",
        "count",
    ),
)
measured(
    "volunteers",
    SHARE,
    "last_year",
    (
        "bridging_paid",
        "Share of workers' bridging that a new payer pays.",
        "Deel van het brugwerk van werkers dat een nieuwe betaler betaalt.",
        "mean over informal workers",
    ),
)
measured(
    "families",
    SHARE,
    "last_year",
    (
        "reached_lately",
        "Families in need in the past year for whom help began in that year, late crises apart.",
        "Gezinnen in nood in het afgelopen jaar bij wie in dat jaar hulp begon, late crises niet meegeteld.",
        "share of those in need in the past 52 weeks; consultations included",
    ),
    (
        "course_families",
        "Families that followed at least half a course on location.",
        "Gezinnen die minstens een halve cursus op locatie volgden.",
        "share of families",
    ),
)
