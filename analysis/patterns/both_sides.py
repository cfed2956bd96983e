"""Adapting the offer alone does little, building trust alone does little, both do much more than the sum."""

from analysis.patterns.pattern import Claim, Floats, Pattern, Sides
from analysis.patterns.watched import Watched

BASE = ("district=nieuw_west", "strategy=none", "weeks=260")
OFFER = ("levers.offer_adaptation.intensity=1",)
TRUST = ("levers.radio.intensity=1", "levers.group_visits.intensity=1")


def read(run: Watched) -> dict[str, float]:
    return {"reach": run.mean("reached_lately", 156)}


def more_than_sum(sides: Sides) -> Floats:
    neither, both = sides["neither"]["reach"], sides["both"]["reach"]
    return both - sides["offer"]["reach"] - sides["trust"]["reach"] + neither


def offer_little(sides: Sides) -> Floats:
    neither = sides["neither"]["reach"]
    return 0.5 * (sides["both"]["reach"] - neither) - (sides["offer"]["reach"] - neither)


def trust_little(sides: Sides) -> Floats:
    neither = sides["neither"]["reach"]
    return 0.5 * (sides["both"]["reach"] - neither) - (sides["trust"]["reach"] - neither)


PATTERN = Pattern(
    "both_sides",
    "§4.2, §5.1",
    "Adapting the offer alone does little, building trust alone does little; both do more than the sum.",
    "Alleen het aanbod aanpassen doet weinig, alleen aan vertrouwen bouwen ook; samen doen ze meer "
    "dan de som.",
    "no policy; adapted offer; radio and group visits; both; fourth and fifth year",
    "families in need in the past year for whom help began in that year",
    {"neither": BASE, "offer": (*BASE, *OFFER), "trust": (*BASE, *TRUST), "both": (*BASE, *OFFER, *TRUST)},
    read,
    (
        Claim(
            "more_than_sum",
            "Both together do more than the sum of each alone.",
            "Samen doen zij meer dan de som van elk apart.",
            more_than_sum,
        ),
        Claim(
            "offer_little",
            "Adapting the offer alone does less than half of what both do.",
            "Alleen het aanbod aanpassen doet minder dan de helft van wat beide doen.",
            offer_little,
        ),
        Claim(
            "trust_little",
            "Building trust alone does less than half of what both do.",
            "Alleen aan vertrouwen bouwen doet minder dan de helft van wat beide doen.",
            trust_little,
        ),
    ),
)
