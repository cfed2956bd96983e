"""Open interest opens doors where offers and requests do not, for as many approaches."""

from analysis.patterns.pattern import Claim, Pattern, apart
from analysis.patterns.watched import Watched

BASE = ("district=nieuw_west", "strategy=explorative_aloof", "weeks=156")
# What approaches are after shifts; how many there are does not hang on it. All within the plausible ranges.
INTEREST = (*BASE, "parameters.choice_curious=1.3", "parameters.choice_instrumental=0.5")
OFFERS = (*BASE, "parameters.choice_curious=0.25", "parameters.choice_instrumental=1.9")


def read(run: Watched) -> dict[str, float]:
    last = run.weeks - 52
    return {
        "trust": run.mean("trust_in_professionals", last),
        "seen": run.mean("interest_attributed_to_professionals", last),
        "faces": 0.5 * (run.mean("workers_know_face", last) + run.mean("professionals_know_face", last)),
    }


PATTERN = Pattern(
    "visit_not_folder",
    "§5.3, §7.1",
    "Open interest in what the other does opens doors where offers and requests do not.",
    "Open belangstelling voor het werk van de ander opent deuren waar aanbod en verzoeken dat niet doen.",
    "approaches mostly out of open interest against mostly with requests, equal hours; third year",
    "workers' trust in professionals, the interest they see, faces known",
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
            "faces",
            "Both sides know each other's faces better.",
            "Beide kanten kennen elkaars gezicht beter.",
            apart("interest", "offers", "faces"),
        ),
    ),
)
