"""How strongly single policies work on people, and how fast an offer adapts: rates without a claim.

All are assumptions about size with a range; the report gives the direction where a section is named.
"""

from sim.registry import parameter

parameter(
    "feedback_adapts",
    0.004,
    0.001,
    0.012,
    "share per week",
    "§5.1",
    "How fast an institution without rigid rules adapts its offer to feedback that is heard.",
    "Hoe snel een instelling zonder starre regels haar aanbod aanpast aan kritiek die gehoord wordt.",
)
parameter(
    "mediation_pace",
    4.0,
    2.0,
    10.0,
    "hours per mediation",
    "§1.1",
    "Hours that one mediation takes.",
    "Uren die een bemiddeling kost.",
)
parameter(
    "mediation_relief",
    0.5,
    0.2,
    0.8,
    "share",
    "§1.1",
    "Share of the strain that one mediation takes away.",
    "Deel van de spanning dat een bemiddeling wegneemt.",
)
parameter(
    "profile_offer",
    0.03,
    0.01,
    0.08,
    "share per week",
    "§3.1",
    "How fast professionals learn what a self-organisation does when it gets help with telling.",
    "Hoe snel professionals leren wat een zelforganisatie doet als die hulp krijgt bij het vertellen.",
)
parameter(
    "training_pace",
    0.01,
    0.003,
    0.03,
    "share per week",
    "§5.1",
    "How fast training works.",
    "Hoe snel scholing werkt.",
)
parameter(
    "status_resistance",
    0.01,
    0.002,
    0.03,
    "share per week",
    "§6.1",
    "Doubt that partner status for volunteers raises in professionals who keep expertise apart.",
    "Twijfel die partnerstatus van vrijwilligers wekt bij professionals die deskundigheid apart houden.",
)
parameter(
    "status_counts",
    0.5,
    0.15,
    0.85,
    "share",
    "§5.2",
    "How far partner status makes up for pay that stays out.",
    "In hoeverre partnerstatus uitblijvende betaling goedmaakt.",
)
parameter(
    "radio_knowledge",
    0.01,
    0.003,
    0.03,
    "share per week",
    "§2.2",
    "How fast families learn of services from workers on the radio.",
    "Hoe snel gezinnen van werkers op de radio over voorzieningen leren.",
)
parameter(
    "radio_trust",
    0.005,
    0.0015,
    0.015,
    "share per week",
    "§2.2",
    "How fast trust in a worker on the radio becomes trust in the service.",
    "Hoe snel vertrouwen in een werker op de radio vertrouwen in de voorziening wordt.",
)
parameter(
    "campaign_knowledge",
    0.01,
    0.003,
    0.03,
    "share per week",
    "§1.1",
    "How fast families learn of services from a campaign, where language is no distance.",
    "Hoe snel gezinnen van een campagne leren, waar taal geen afstand is.",
)
