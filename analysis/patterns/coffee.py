"""Unpaid coffee irritates and costs trust in the district, not in the partner; a small fund undoes it."""

from analysis.patterns.pattern import DOWN, SAME, Claim, Floats, Pattern, Sides, apart, mean_of
from analysis.patterns.settings import OKC
from analysis.patterns.watched import Watched

FUND = ("levers.coffee_fund.intensity=1",)
# The same collaborations, but by referring: nobody works on location there.
REFERRING = (
    *OKC,
    "scenario.events.course_nisa.form=accessibility",
    "scenario.events.course_ssop.form=accessibility",
    "scenario.events.consultation.form=accessibility",
)
SMALL = 0.01


def read(run: Watched) -> dict[str, float]:
    workers, pairs = run.people_of("begins", "worker"), run.pairs_of("begins")
    organisations = run.rows("self_organisation")[workers["self_organisation"]]
    years = run.weeks / 52.0
    return {
        "irritation": mean_of(organisations["irritation"]),
        "district": mean_of(workers["trust_district"]),
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
    "the centre's case with and without a coffee fund; the same with collaborations by referring",
    "irritation, trust in the district and in the partner, endings, cost",
    {
        "unpaid": OKC,
        "fund": (*OKC, *FUND),
        "referring": REFERRING,
        "referring_fund": (*REFERRING, *FUND),
    },
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
            "Where the work is by referring the fund hardly matters (beside its effect on location).",
            "Waar men door verwijzen samenwerkt maakt het potje weinig uit (naast het effect op locatie).",
            apart("referring_fund", "referring", "district"),
            SAME,
            apart("fund", "unpaid", "district"),
        ),
    ),
)
