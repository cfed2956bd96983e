"""A good partner stays an exception: trust in the district is low and other pairs hardly move."""

import numpy as np

from analysis.patterns.pattern import DOWN, Claim, Floats, Pattern, Sides, mean_of, over, within
from analysis.patterns.settings import OKC, without
from analysis.patterns.watched import Watched


def read(run: Watched) -> dict[str, float]:
    before, after = run.rows("pair", 0), run.rows("pair")
    own, own_before = run.pairs_of("begins"), run.pairs_of("begins", 0)
    # Who has left is no partner whose trust could have grown.
    stayed = run.same_people(own, 0)
    workers = np.unique(own["worker"])
    partners = np.union1d(own["professional"], run.pairs_of("meets")["professional"])
    others = np.isin(after["worker"], workers) & ~np.isin(after["professional"], partners)
    others &= run.same_people(after, 0)
    moved = np.asarray(after["trust_worker"] - before["trust_worker"])
    people, people_before = run.people_of("begins", "worker"), run.people_of("begins", "worker", 0)
    return {
        "partner": mean_of(np.asarray(own["trust_worker"] - own_before["trust_worker"])[stayed]),
        "others": mean_of(moved[others]),
        "district": mean_of(np.asarray(people["trust_district"] - people_before["trust_district"])),
    }


# Whatever brings the centre and the two organisations together in this case.
CONTACT = (
    "visits_nisa",
    "visits_ssop",
    "adviser_nisa",
    "adviser_ssop",
    "course_nisa",
    "course_ssop",
    "consultation",
    "sessions_nisa",
    "sessions_ssop",
)
WITHOUT = (*OKC, *without(*CONTACT))


def hardly(sides: Sides) -> Floats:
    """What coming together does to other pairs, beside half of what it does to the partners."""
    partner, others = (sides["okc"][of] - sides["without"][of] for of in ("partner", "others"))
    return 0.5 * partner - np.abs(others)


PATTERN = Pattern(
    "exception",
    "§6.2",
    "Trust in the partner grows while trust in the district stays low and other pairs hardly move.",
    "Het vertrouwen in de partner groeit, dat in het stadsdeel blijft laag en andere paren bewegen "
    "nauwelijks.",
    "within runs of the centre's case, change over two years; beside the same without their contact",
    "workers' trust in their partner, in the district, and in professionals who neither work with them nor "
    "visit them",
    {"okc": OKC, "without": WITHOUT},
    read,
    (
        Claim(
            "partner_not_district",
            "Trust in the partner rises more than trust in the district.",
            "Het vertrouwen in de partner stijgt meer dan dat in het stadsdeel.",
            within("okc", "partner", "district"),
        ),
        Claim(
            "partner_up",
            "Trust in the partner rises.",
            "Het vertrouwen in de partner stijgt.",
            over("okc", "partner"),
        ),
        Claim(
            "district_low",
            "Trust in the district does not rise but falls.",
            "Het vertrouwen in het stadsdeel stijgt niet maar daalt.",
            over("okc", "district"),
            DOWN,
        ),
        Claim(
            "others_hardly",
            "What came of it moves other pairs less than half as far.",
            "Wat eruit voortkomt beweegt andere paren minder dan half zo ver.",
            hardly,
        ),
    ),
    weeks=(0,),
)
