"""Unpaid coffee irritates and costs trust in the district, not in the partner; a small fund undoes it."""

import numpy as np

from analysis.patterns.pattern import DOWN, SAME, Claim, Floats, Pattern, Sides, apart, mean_of
from analysis.patterns.settings import OKC
from analysis.patterns.watched import Watched

FUND = ("levers.coffee_fund.intensity=1",)
SMALL = 0.01
QUARTERS = tuple(range(13, 104, 13))


def read(run: Watched) -> dict[str, float]:
    workers, pairs = run.people_of("begins", "worker"), run.pairs_of("begins")
    hosts = np.zeros(len(run.rows("self_organisation")), dtype=bool)
    for week in QUARTERS:
        hosts |= np.asarray(run.rows("self_organisation", week)["on_location"]) > 0
    everyone = run.rows("worker")
    elsewhere = ~hosts[everyone["self_organisation"]]
    organisations = run.rows("self_organisation")[workers["self_organisation"]]
    years = run.weeks / 52.0
    return {
        "irritation": mean_of(organisations["irritation"]),
        "district": mean_of(workers["trust_district"]),
        "elsewhere": mean_of(np.asarray(everyone["trust_district"])[elsewhere]),
        "partner": mean_of(pairs["trust_worker"]),
        "ends": run.total("ends"),
        "cost": run.total("money_levers") / (run.budget * years),
    }


def tiny(sides: Sides) -> Floats:
    return sides["fund"]["cost"] - SMALL


def all_ends(sides: Sides) -> Floats:
    return sides["unpaid"]["ends"]


PATTERN = Pattern(
    "coffee",
    "§6.2",
    "Unpaid small costs irritate and cost trust in the district, not in the partner; a fund undoes "
    "it cheaply.",
    "Onbetaalde kleine kosten irriteren en kosten vertrouwen in het stadsdeel, niet in de partner; "
    "een potje verhelpt het voor weinig geld.",
    "the centre's case with and without a coffee fund; organisations with and without work on location",
    "irritation, trust in the district and in the partner, endings, cost",
    {"unpaid": OKC, "fund": (*OKC, *FUND)},
    read,
    (
        Claim(
            "district",
            "The fund keeps up workers' trust in the district.",
            "Het potje houdt het vertrouwen van werkers in het stadsdeel op peil.",
            apart("fund", "unpaid", "district"),
        ),
        Claim(
            "irritation",
            "The fund takes irritation away.",
            "Het potje neemt irritatie weg.",
            apart("fund", "unpaid", "irritation"),
            DOWN,
        ),
        Claim(
            "partner",
            "Trust in the partner does not move (beside trust in the district).",
            "Het vertrouwen in de partner beweegt niet (naast dat in het stadsdeel).",
            apart("fund", "unpaid", "partner"),
            SAME,
            apart("fund", "unpaid", "district"),
        ),
        Claim(
            "endings",
            "It ends no collaborations (beside all endings).",
            "Er eindigt geen samenwerking door (naast alle eindes).",
            apart("unpaid", "fund", "ends"),
            SAME,
            all_ends,
        ),
        Claim(
            "tiny_cost",
            "It costs less than a hundredth of the budget.",
            "Het kost minder dan een honderdste van het budget.",
            tiny,
            DOWN,
        ),
        Claim(
            "only_on_location",
            "Where nobody works on location the fund hardly matters (beside its effect where they do).",
            "Waar niemand op locatie werkt maakt het potje weinig uit (naast het effect waar dat wel zo is).",
            apart("fund", "unpaid", "elsewhere"),
            SAME,
            apart("fund", "unpaid", "district"),
        ),
    ),
    weeks=QUARTERS,
)
