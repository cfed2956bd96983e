"""Rates by which families hear of things and are reached, and by which volunteers are trained."""

from sim.registry import parameter

parameter(
    "hearsay",
    0.03,
    0.01,
    0.08,
    "share per telling",
    "§5.1",
    "How far one telling draws a family's own trust towards what is told.",
    "Hoe ver één verhaal het eigen vertrouwen van een gezin trekt naar wat wordt verteld.",
)
parameter(
    "hearsay_offer",
    0.06,
    0.02,
    0.15,
    "share per telling",
    "§2.2",
    "How much a family learns of the services from a worker who knows them.",
    "Hoeveel een gezin over voorzieningen leert van een werker die ze kent.",
)
parameter(
    "child_channel",
    0.12,
    0.04,
    0.3,
    "chance per four weeks",
    "§2.2, §6.2",
    "Chance that a child brings a family from outside to activities, where all others attend.",
    "Kans dat een kind een gezin van buiten bij activiteiten brengt, waar alle anderen komen.",
)
parameter(
    "training_offer",
    0.6,
    0.25,
    0.95,
    "share per year",
    "§2.2",
    "How much of the unknown offer a year of worker training makes known.",
    "Hoeveel van het onbekende aanbod een jaar training van werkers bekend maakt.",
)
parameter(
    "training_advice",
    0.4,
    0.1,
    0.8,
    "share per year",
    "§2.2, §5.1",
    "How much it raises the appetite to advise oneself.",
    "Hoeveel zij de lust om zelf te adviseren doet groeien.",
)
parameter(
    "intermediary_weeks",
    78.0,
    40.0,
    104.0,
    "weeks",
    "§6.1",
    "How long the training of an intermediary takes (a year and a half in the report).",
    "Hoe lang de opleiding van een intermediair duurt (anderhalf jaar in het rapport).",
)
parameter(
    "intermediary_hours",
    0.08,
    0.02,
    0.2,
    "hours per trainee per week",
    "§6.1",
    "Volunteer hours that workers put into guiding a trainee.",
    "Vrijwilligersuren die werkers in de begeleiding van een cursist steken.",
)
parameter(
    "intermediary_fading",
    0.03,
    0.01,
    0.08,
    "share per week",
    "§6.1",
    "How fast trained intermediaries fall silent without guidance.",
    "Hoe snel opgeleide intermediairs zonder begeleiding stilvallen.",
)
parameter(
    "consult_strengthens",
    0.04,
    0.01,
    0.1,
    "share per consultation",
    "§2.2",
    "How much a consultation with an equal strengthens a family.",
    "Hoeveel een gesprek met een gelijkwaardige professional een gezin sterker maakt.",
)
parameter(
    "via_via",
    0.3,
    0.1,
    0.6,
    "chance",
    "§6.1",
    "Chance that a family in trouble that knows no worker finds a well-regarded one through others.",
    "Kans dat een gezin in de knel dat geen werker kent via via bij een gewaardeerde werker komt.",
)
parameter(
    "intermediary_knows",
    0.75,
    0.5,
    0.95,
    "share",
    "§6.1",
    "How well a trained intermediary knows the services (their map is part of the training).",
    "Hoe goed een opgeleide intermediair de voorzieningen kent (de kaart hoort bij de opleiding).",
)
parameter(
    "consult_told",
    0.5,
    0.15,
    0.9,
    "share",
    "§5.1, §6.2",
    "How much a talk on location is told on, against a whole course of help.",
    "Hoeveel een gesprek op locatie wordt doorverteld, vergeleken met een heel hulptraject.",
)
