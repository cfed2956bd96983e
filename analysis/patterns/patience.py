"""Contact long precedes results; managers who want results soon never get there."""

import numpy as np

from analysis.patterns.pattern import Claim, Pattern, apart, mean_of, over
from analysis.patterns.watched import Watched

BASE = ("district=nieuw_west", "strategy=explorative", "weeks=156")
LONG = (*BASE, *(f"district.institutions.{number}.horizon=208" for number in range(4)))
SHORT = (*BASE, *(f"district.institutions.{number}.horizon=26" for number in range(4)))


def read(run: Watched) -> dict[str, float]:
    year = run.weeks - 52
    first: dict[tuple[int, int], int] = {}
    # A pair's first contact: an approach of either side that was seen as such, or the first talks themselves.
    for kind in ("approach_recognised", "worker_approach_recognised", "collaboration_started"):
        for event in run.told(kind):
            who, whom = int(event["who"]), int(event["whom"])
            pair = (whom, who) if kind.startswith("worker") else (who, whom)
            first[pair] = min(first.get(pair, run.weeks), int(event["week"]))
    waited = [
        int(event["week"]) - first[int(event["who"]), int(event["whom"])]
        for event in run.told("collaboration_designed")
        if (int(event["who"]), int(event["whom"])) in first
    ]
    return {
        "on_location": run.mean("collaborations_on_location", year),
        "alive": run.mean("collaborations_alive", year),
        "trust": run.mean("trust_in_professionals", year),
        "waited": mean_of(np.array(waited, dtype=float)),
    }


PATTERN = Pattern(
    "patience",
    "§6.2, §6.4",
    "Contact long precedes results; a short horizon never gets there.",
    "Contact gaat lang aan resultaat vooraf; wie snel resultaat wil komt er niet.",
    "managers' horizon half a year against four years; explorative, third year",
    "collaborations, those on location, workers' trust; weeks from first contact to an agreed way of working",
    {"long": LONG, "short": SHORT},
    read,
    (
        Claim(
            "alive",
            "With a long horizon more collaborations are alive in the third year.",
            "Met een lange adem leven in het derde jaar meer samenwerkingen.",
            apart("long", "short", "alive"),
        ),
        Claim(
            "on_location",
            "More of them on location.",
            "Meer daarvan op locatie.",
            apart("long", "short", "on_location"),
        ),
        Claim(
            "trust",
            "Workers trust professionals more.",
            "Werkers vertrouwen professionals meer.",
            apart("long", "short", "trust"),
        ),
        Claim(
            "precedes",
            "From first contact to an agreed way of working takes more than a quarter of a year.",
            "Van eerste contact tot afgesproken werkwijze duurt meer dan een kwartaal.",
            over("long", "waited", 13.0),
        ),
    ),
)
