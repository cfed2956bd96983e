"""Open interest opens doors where offers and requests do not, for as many approaches."""

import numpy as np

from analysis.patterns.pattern import Claim, Pattern, apart, mean_of
from analysis.patterns.watched import Watched

BASE = ("district=nieuw_west", "strategy=explorative_aloof", "weeks=156")
# What approaches are after shifts; how many there are does not hang on it. All within the plausible ranges.
INTEREST = (*BASE, "parameters.choice_curious=1.3", "parameters.choice_instrumental=0.5")
OFFERS = (*BASE, "parameters.choice_curious=0.25", "parameters.choice_instrumental=1.9")


TWO_YEARS = 104


def later_contact(run: Watched) -> float:
    """How often those who were approached in two years meet in the third, approaches themselves left out.

    Pairs of the same people: with someone new all counts begin anew.
    """
    before, after = run.rows("pair", TWO_YEARS), run.rows("pair")
    more = np.asarray((after["contacts"] - before["contacts"]) - (after["recognised"] - before["recognised"]))
    approached = (np.asarray(before["sent"]) > 0) & run.same_people(before, TWO_YEARS)
    return mean_of(more[approached].astype(float))


def read(run: Watched) -> dict[str, float]:
    last = run.weeks - 52
    return {
        "trust": run.mean("trust_in_professionals", last),
        "seen": run.mean("interest_attributed_to_professionals", last),
        "later": later_contact(run),
    }


PATTERN = Pattern(
    "visit_not_folder",
    "§5.3, §7.1",
    "Open interest in what the other does opens doors where offers and requests do not.",
    "Open belangstelling voor het werk van de ander opent deuren waar aanbod en verzoeken dat niet doen.",
    "approaches mostly out of open interest against mostly with requests, equal hours; third year",
    "workers' trust in professionals, the interest they see, later contact of those approached",
    {"interest": INTEREST, "offers": OFFERS},
    read,
    (
        Claim(
            "trust",
            "Workers' trust in professionals is higher.",
            "Werkers vertrouwen professionals meer.",
            apart("interest", "offers", "trust"),
        ),
        Claim(
            "seen",
            "Workers see more interest in professionals.",
            "Werkers zien meer belangstelling bij professionals.",
            apart("interest", "offers", "seen"),
        ),
        Claim(
            "later_contact",
            "Who was approached has more contact later.",
            "Wie benaderd is heeft later meer contact.",
            apart("interest", "offers", "later"),
        ),
    ),
    weeks=(TWO_YEARS,),
)
