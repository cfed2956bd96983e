"""Where actors start: positions on the contested issues (§5.1 to §5.3) and parameters of the first week."""

from __future__ import annotations

from typing import Final

import numpy as np

from sim.registry import parameter

# Rows: preventive professionals, youth care, school, workers of emancipation, workers of care.
# Columns: state.ISSUES. Directions are the report's (§5.1 to §5.3); sizes are assumptions, stretched or
# shrunk together by position_contrast. School is placed as prevention, for want of statements.
POSITIONS: Final = np.array(
    [
        [0.10, 0.15, 0.10, 0.10, 0.15, 0.10, 0.15, 0.15, 0.20],
        [0.30, 0.20, 0.10, 0.30, 0.20, 0.35, 0.15, 0.35, 0.10],
        [0.10, 0.15, 0.10, 0.15, 0.20, 0.10, 0.15, 0.15, 0.25],
        [0.90, 0.65, 0.75, 0.65, 0.85, 0.75, 0.80, 0.80, 0.80],
        [0.25, 0.55, 0.90, 0.75, 0.75, 0.70, 0.90, 0.80, 0.50],
    ]
)
# Share of civil-society argument. On compensation (column 6) professionals and the paid camp of emancipation
# workers cross over (§5.2).
ARGUMENTS: Final = np.array(
    [
        [0.20, 0.20, 0.20, 0.15, 0.15, 0.15, 0.85, 0.20, 0.20],
        [0.25, 0.20, 0.20, 0.20, 0.20, 0.25, 0.80, 0.25, 0.15],
        [0.20, 0.20, 0.20, 0.20, 0.20, 0.15, 0.85, 0.20, 0.25],
        [0.90, 0.80, 0.65, 0.60, 0.80, 0.75, 0.30, 0.80, 0.85],
        [0.25, 0.35, 0.20, 0.25, 0.35, 0.35, 0.10, 0.40, 0.40],
    ]
)
# Emancipation workers stand in two camps on compensation (§5.2): this is the unpaid one.
UNPAID_CAMP: Final = 0.2

parameter(
    "position_contrast",
    0.9,
    0.6,
    1.1,
    "times",
    "§5.1, §5.2",
    "How far the groups start apart on the contested issues.",
    "Hoe ver de groepen bij het begin uiteen liggen over de geschilpunten.",
)
parameter(
    "position_spread",
    0.15,
    0.05,
    0.3,
    "share",
    "§5.1, §5.2",
    "Spread of positions within a group.",
    "Spreiding van posities binnen een groep.",
)
parameter(
    "start_carriers",
    0.4,
    0.2,
    0.65,
    "share",
    "§3, §3.2",
    "Share of professionals who start with a wish to work together (respondents were chosen for it).",
    "Deel van de professionals dat begint met een wens tot samenwerken (respondenten zijn erop gekozen).",
)
parameter(
    "start_worker_wish",
    0.68,
    0.5,
    0.85,
    "share",
    "§3.2",
    "Informal workers' wish at the start, where the organisation sees worth in it.",
    "Wens van informele werkers bij het begin, waar de organisatie er iets in ziet.",
)
parameter(
    "start_goodwill_workers",
    0.42,
    0.25,
    0.6,
    "share",
    "§3.3",
    "Goodwill that professionals see in informal workers at the start.",
    "Goede wil die professionals bij het begin bij informele werkers zien.",
)
parameter(
    "start_goodwill_professionals",
    0.42,
    0.25,
    0.6,
    "share",
    "§3.3",
    "Goodwill that informal workers see in professionals at the start.",
    "Goede wil die informele werkers bij het begin bij professionals zien.",
)
parameter(
    "start_knows_services",
    0.7,
    0.5,
    0.9,
    "share",
    "§3.1",
    "How far workers know at the start that the main services exist.",
    "In hoeverre werkers bij het begin weten dat de voorzieningen bestaan.",
)
parameter(
    "start_knows_groups",
    0.3,
    0.12,
    0.5,
    "share",
    "§3.1",
    "How far professionals know at the start that self-organisations exist.",
    "In hoeverre professionals bij het begin weten dat zelforganisaties bestaan.",
)
parameter(
    "start_knows_deeper",
    0.1,
    0.03,
    0.25,
    "share",
    "§3.1",
    "How far offers and faces are known at the start.",
    "In hoeverre aanbod en gezichten bij het begin bekend zijn.",
)
parameter(
    "start_faces",
    0.05,
    0.015,
    0.12,
    "share",
    "§2.1, §3.2",
    "Share of pairs that know each other's face at the start (4 of 12 organisations work with an adviser).",
    "Deel van de duo's dat elkaar bij het begin kent (4 van 12 organisaties werken met een adviseur).",
)
parameter(
    "start_collaborations",
    0.34,
    0.15,
    0.55,
    "share",
    "§2.1, §3.2",
    "Share of self-organisations that start with a running collaboration (4 of 12 work with an adviser).",
    "Deel van de zelforganisaties dat met een samenwerking begint (4 van 12 werken met een adviseur).",
)
parameter(
    "start_on_location",
    0.5,
    0.25,
    0.75,
    "share",
    "§6.2",
    "Share of those collaborations that take place on location.",
    "Deel van die samenwerkingen dat op locatie plaatsvindt.",
)
parameter(
    "start_trust_district",
    0.42,
    0.25,
    0.6,
    "share",
    "§6.2, §7.3",
    "Trust in the district at the start.",
    "Vertrouwen in het stadsdeel bij het begin.",
)
parameter(
    "start_youth_care_trust",
    0.12,
    0.03,
    0.25,
    "trust",
    "§3.2, §5.1",
    "How much more youth care starts out trusting workers who mediate.",
    "Hoeveel meer de jeugdzorg bij het begin bemiddelende werkers vertrouwt.",
)
parameter(
    "start_worker_hours",
    10.0,
    5.0,
    18.0,
    "hours per week",
    "assumption",
    "Volunteer hours of an informal worker.",
    "Vrijwilligersuren van een informele werker.",
)
parameter(
    "start_background",
    0.15,
    0.05,
    0.35,
    "share",
    "§5.2, §6.2",
    "Share of professionals who share a community by birth.",
    "Deel van de professionals met een gedeelde achtergrond.",
)
parameter(
    "start_parent_trust",
    0.4,
    0.25,
    0.6,
    "share",
    "§4.2, §5.1",
    "Families' trust in preventive services at the start.",
    "Vertrouwen van gezinnen in preventie bij het begin.",
)
parameter(
    "start_fear",
    0.7,
    0.5,
    0.9,
    "share",
    "§5.1",
    "How far youth care is feared at the start.",
    "In hoeverre jeugdzorg bij het begin wordt gevreesd.",
)
parameter(
    "start_school_trust",
    0.5,
    0.3,
    0.7,
    "share",
    "§2.2",
    "Families' trust in school at the start.",
    "Vertrouwen van gezinnen in school bij het begin.",
)
parameter(
    "start_school_distance",
    0.45,
    0.2,
    0.7,
    "share",
    "intro, §2.2",
    "Families' distance from school at the start.",
    "Afstand van gezinnen tot school bij het begin.",
)
parameter(
    "start_defence",
    0.35,
    0.15,
    0.6,
    "share",
    "§5.2",
    "How far families are on the defence against the outside world at the start.",
    "In hoeverre gezinnen bij het begin in de verdediging staan tegen de buitenwereld.",
)
parameter(
    "start_knows_parent",
    0.35,
    0.15,
    0.55,
    "share",
    "§4.2",
    "Families' knowledge of services at the start.",
    "Kennis van voorzieningen bij gezinnen bij het begin.",
)
parameter(
    "start_tenure",
    130.0,
    52.0,
    260.0,
    "weeks",
    "assumption",
    "Weeks that people have been in their place at the start, on average.",
    "Weken dat mensen bij het begin gemiddeld op hun plek zitten.",
)
parameter(
    "start_task_scope",
    0.15,
    0.05,
    0.35,
    "share",
    "§1.3",
    "How broad institutions' tasks are at the start.",
    "Hoe breed de taken van instellingen bij het begin zijn.",
)
parameter(
    "start_formal_ties",
    0.2,
    0.05,
    0.4,
    "share",
    "§3.1",
    "How well institutions know each other at the start.",
    "Hoe goed instellingen elkaar bij het begin kennen.",
)
parameter(
    "start_knows_own",
    0.3,
    0.1,
    0.6,
    "share",
    "§5.2",
    "How much more a professional knows at the start of the existence of groups of the own community.",
    "Hoeveel meer een professional bij het begin weet van groepen uit de eigen gemeenschap.",
)
