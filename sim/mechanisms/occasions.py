"""A rival form of how collaborations begin: not out of soil, but when an opportunity passes."""

from sim.arrays import Record
from sim.kernel import compiled
from sim.registry import parameter
from sim.rivals import Option, rival

parameter(
    "opportunity_rate",
    0.12,
    0.04,
    0.25,
    "chance per week",
    "assumption",
    "Where opportunity makes collaborations: chance that someone with drive takes a full one.",
    "Waar gelegenheid samenwerking maakt: kans dat iemand met vaart een volle gelegenheid grijpt.",
)
parameter(
    "opportunity_money",
    0.4,
    0.1,
    0.7,
    "share",
    "assumption",
    "Where opportunity makes collaborations: how much of one activity money is, beside meeting someone.",
    "Waar gelegenheid samenwerking maakt: hoeveel gelegenheid geld geeft, naast iemand ontmoeten.",
)

START = rival(
    "start",
    "start",
    "What collaborations begin out of.",
    "Waaruit samenwerkingen ontstaan.",
    Option(
        "soil",
        "§1.2, §1.3",
        "O",
        "Out of soil: knowing each other, trust, urgency and shared vision, the scarcest deciding.",
        "Uit bodem: elkaar kennen, vertrouwen, urgentie en gedeelde visie; de schaarste beslist.",
    ),
    Option(
        "opportunity",
        "assumption",
        "A",
        "Out of opportunity: someone with drive meets someone, or there is money, whatever the soil.",
        "Uit gelegenheid: iemand met vaart komt iemand tegen, of er is geld, hoe de bodem ook is.",
        ("opportunity_rate", "opportunity_money"),
    ),
)
OPPORTUNITY = START.number("opportunity")


@compiled
def start_by_opportunity(
    met: float, money: float, initiative: float, hours: float, tie_factor: float, p: Record
) -> float:
    """Chance that a pair starts this week because an opportunity passes and someone takes it."""
    occasion = min(1.0, met + p.opportunity_money * money)
    return p.opportunity_rate * occasion * initiative * min(1.0, hours / p.start_hours) * tie_factor
