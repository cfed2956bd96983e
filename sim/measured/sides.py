"""Measures by side, domain, orientation, part and issue; what came through whom."""

from sim.measured.units import SHARE, WEEKLY, measured

ISSUES = (
    ("who_runs", "who runs the support", "wie de ondersteuning draagt"),
    ("who_changes", "who must change", "wie moet veranderen"),
    ("bridge_task", "whose task the bridge is", "wiens taak de brug is"),
    ("distance", "whether the distance is in heads or real", "of de afstand in hoofden zit of echt is"),
    ("professional_role", "the role of professionals", "de rol van professionals"),
    ("volunteer_role", "the role of volunteers", "de rol van vrijwilligers"),
    ("compensation", "compensation", "vergoeding"),
    ("expertise", "keeping expertise apart or mingling it", "deskundigheid apart houden of mengen"),
    ("focus", "the individual or the collective", "het individu of de groep"),
)
measured(
    "vision",
    SHARE,
    "last_year",
    *(
        (
            f"said_and_held_{name}",
            f"Distance between what is said and held on {en}.",
            f"Afstand tussen wat men zegt en vindt over {nl}.",
            "mean over actors",
        )
        for name, en, nl in ISSUES
    ),
    *(
        (
            f"held_{name}_{side}",
            f"Position that {who} hold on {en} (0 to 1, see state.ISSUES).",
            f"Positie van {wie} over {nl} (0 tot 1, zie state.ISSUES).",
            "mean over actors",
        )
        for side, who, wie in (
            ("professionals", "professionals", "professionals"),
            ("workers", "informal workers", "informele werkers"),
        )
        for name, en, nl in ISSUES
    ),
)
GROUPS = (
    ("preventive", "in prevention", "bij preventie"),
    ("youth_care", "in youth care", "in de jeugdzorg"),
    ("workers", "among informal workers", "bij informele werkers"),
)
PARTS = (
    ("pressing", "That the problem presses", "Dat het probleem dringt"),
    ("helps", "That collaboration would help", "Dat samenwerken zou helpen"),
    ("mine", "That it is my task", "Dat het mijn taak is"),
)
measured(
    "urgency",
    SHARE,
    "last_year",
    *(
        (f"{part}_{group}", f"{en}, {where}.", f"{nl}, {waar}.", "mean")
        for part, en, nl in PARTS
        for group, where, waar in GROUPS
    ),
    ("urgency_school", "Urgency at schools.", "Urgentie bij scholen.", "mean, 0 if none"),
    (
        "urgency_emancipation",
        "Urgency of workers of emancipation organisations.",
        "Urgentie bij werkers van emancipatieorganisaties.",
        "mean, 0 if none",
    ),
    (
        "urgency_care",
        "Urgency of workers of care organisations.",
        "Urgentie bij werkers van zorgorganisaties.",
        "mean, 0 if none",
    ),
)
measured(
    "images",
    SHARE,
    "last_year",
    (
        "belief_workers_uninterested",
        "Professionals' belief that workers are not interested.",
        "Het idee van professionals dat werkers geen belangstelling hebben.",
        "mean",
    ),
    (
        "belief_workers_rival",
        "Professionals' belief that workers want to do it alone.",
        "Het idee van professionals dat werkers het alleen willen doen.",
        "mean",
    ),
    (
        "belief_workers_doubt",
        "Professionals' doubt about the quality of what workers do.",
        "Twijfel van professionals aan de kwaliteit van wat werkers doen.",
        "mean",
    ),
    (
        "belief_professionals_uninterested",
        "Workers' belief that professionals are not interested.",
        "Het idee van werkers dat professionals geen belangstelling hebben.",
        "mean",
    ),
    (
        "belief_professionals_institution",
        "Workers' belief that professionals serve the institution.",
        "Het idee van werkers dat professionals de instelling dienen.",
        "mean",
    ),
    (
        "belief_professionals_takes",
        "Workers' belief that professionals take ideas.",
        "Het idee van werkers dat professionals ideeën meenemen.",
        "mean",
    ),
    (
        "belief_professionals_uses",
        "Workers' belief that professionals use volunteers.",
        "Het idee van werkers dat professionals vrijwilligers gebruiken.",
        "mean",
    ),
    (
        "belief_professionals_posture",
        "Workers' belief that the posture of professionals is wrong.",
        "Het idee van werkers dat de houding van professionals niet klopt.",
        "mean",
    ),
)
measured(
    "trust",
    SHARE,
    "last_year",
    (
        "trust_in_workers_preventive",
        "Trust of professionals in prevention in informal workers.",
        "Vertrouwen van preventieve professionals in informele werkers.",
        "mean over pairs, 0 if none",
    ),
    (
        "trust_in_workers_youth_care",
        "Trust of professionals in youth care in informal workers.",
        "Vertrouwen van professionals in de jeugdzorg in informele werkers.",
        "mean over pairs, 0 if none",
    ),
    (
        "trust_in_professionals_emancipation",
        "Trust of workers of emancipation organisations in professionals.",
        "Vertrouwen van werkers van emancipatieorganisaties in professionals.",
        "mean over pairs, 0 if none",
    ),
    (
        "trust_in_professionals_care",
        "Trust of workers of care organisations in professionals.",
        "Vertrouwen van werkers van zorgorganisaties in professionals.",
        "mean over pairs, 0 if none",
    ),
)
measured(
    "soil",
    SHARE,
    "last_year",
    (
        "soil_field",
        "The four conditions together in the field as a whole.",
        "De vier voorwaarden samen in het hele veld.",
        "smallest of the four means over pairs",
    ),
    (
        "soil_preventive",
        "The four conditions together, pairs with prevention.",
        "De vier voorwaarden samen, duo's met preventie.",
        "mean over pairs of the smallest of the four, 0 if none",
    ),
    (
        "soil_youth_care",
        "The four conditions together, pairs with youth care.",
        "De vier voorwaarden samen, duo's met jeugdzorg.",
        "mean over pairs of the smallest of the four, 0 if none",
    ),
    (
        "soil_emancipation",
        "The four conditions together, pairs with emancipation organisations.",
        "De vier voorwaarden samen, duo's met emancipatieorganisaties.",
        "mean over pairs of the smallest of the four, 0 if none",
    ),
    (
        "soil_care",
        "The four conditions together, pairs with care organisations.",
        "De vier voorwaarden samen, duo's met zorgorganisaties.",
        "mean over pairs of the smallest of the four, 0 if none",
    ),
)
measured(
    "knowledge",
    SHARE,
    "last_year",
    (
        "formal_ties",
        "How well institutions know each other.",
        "Hoe goed instellingen elkaar kennen.",
        "mean over institutions",
    ),
    ("fit_of_offer", "Fit of the offer.", "Passendheid van het aanbod.", "mean over institutions"),
)
measured(
    "approaches",
    WEEKLY,
    "total",
    (
        "invitations_as_offer",
        "Invitations to build that were read as a finished offer.",
        "Uitnodigingen om samen op te bouwen die als kant-en-klaar aanbod zijn gelezen.",
        "sum of how far each was read so",
    ),
    (
        "workers_passed_on",
        "Informal workers passed on from one institution to another.",
        "Informele werkers die de ene instelling aan de andere doorgaf.",
        "count",
    ),
)
measured(
    "referrals",
    WEEKLY,
    "total",
    (
        "brought_to_preventive",
        "Families that truly came to prevention through a worker.",
        "Gezinnen die echt via een werker bij preventie kwamen.",
        "accepted referrals, those after a session on location, and those who came by themselves after "
        "a worker's prior work",
    ),
    (
        "brought_to_youth_care",
        "Families that truly came to youth care through a worker.",
        "Gezinnen die echt via een werker in de jeugdzorg kwamen.",
        "accepted referrals",
    ),
    (
        "attributed_to_preventive",
        "Of these, what prevention credits to the worker.",
        "Daarvan: wat preventie aan de werker toeschrijft.",
        "sum of the shares credited",
    ),
    (
        "attributed_to_youth_care",
        "Of these, what youth care credits to the worker.",
        "Daarvan: wat de jeugdzorg aan de werker toeschrijft.",
        "sum of the shares credited",
    ),
)
measured(
    "collaborations",
    WEEKLY,
    "total",
    (
        "conflicts_mediated",
        "Mediations between partners under strain.",
        "Bemiddelingen tussen partners onder spanning.",
        "count",
    ),
)
