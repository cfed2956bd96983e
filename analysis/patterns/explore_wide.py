"""Explorative steering keeps more collaborations alive than programmatic, and with a wider spread."""

import numpy as np

from analysis.patterns.pattern import Claim, Floats, Pattern, apart
from analysis.patterns.settings import by_strategy
from analysis.patterns.watched import Watched

QUARTERS = (221, 234, 247)  # and the end
DISTRICTS, FAMILIES, ORGANISATIONS = 5, 600, 5
WORKERS = 12  # what a district has about: the spread is that of districts of one size


def in_each_district(run: Watched) -> Floats:
    """Collaborations alive for each twelve informal workers in each district, in the fifth year."""
    institutions = np.asarray(run.rows("institution")["neighbourhood"])
    found = np.zeros(institutions.max() + 1)
    for week in (*QUARTERS, None):
        pairs, people = run.rows("pair", week), run.rows("professional", week)
        where = institutions[people["institution"][pairs["professional"]]]
        alive = np.asarray(run.rows("collaboration", week)["alive"]) > 0
        found += np.bincount(where[alive], minlength=len(found))
    _, first = np.unique(pairs["worker"], return_index=True)
    workers = np.bincount(where[first], minlength=len(found))
    return found / (len(QUARTERS) + 1) / workers * WORKERS


def read(run: Watched) -> dict[str, float]:
    districts = in_each_district(run)
    spread = float(districts.var(ddof=1)) if len(districts) > 1 else float("nan")
    return {"alive": run.mean("collaborations_alive", 208), "spread": spread}


def in_a_city(name: str) -> tuple[str, ...]:
    """Five years of one strategy in a made-up city of districts of one size."""
    size = (f"district.parents={DISTRICTS * FAMILIES}", f"district.organisations={DISTRICTS * ORGANISATIONS}")
    return ("district=synthetic", *size, f"strategy={name}", "weeks=260")


PATTERN = Pattern(
    "explore_wide",
    "§1.3",
    "Explorative steering has a higher mean of collaborations alive than programmatic, and a wider spread.",
    "Verkennend sturen houdt gemiddeld meer samenwerkingen in leven dan programmatisch, met meer spreiding.",
    "explorative against programmatic at equal budget; fifth year; Nieuw-West, and a city of five districts",
    "collaborations alive; their variance over the districts of a city, for as many workers",
    {
        "explorative": by_strategy("explorative"),
        "programmatic": by_strategy("programmatic"),
        "city_explorative": in_a_city("explorative"),
        "city_programmatic": in_a_city("programmatic"),
    },
    read,
    (
        Claim(
            "mean",
            "More collaborations are alive under explorative steering.",
            "Bij verkennend sturen leven meer samenwerkingen.",
            apart("explorative", "programmatic", "alive"),
        ),
        Claim(
            "spread",
            "Their number differs more from district to district.",
            "Hun aantal verschilt meer tussen stadsdelen.",
            apart("city_explorative", "city_programmatic", "spread"),
        ),
    ),
    weeks=QUARTERS,
)
