"""A worker's own course costs trust in prevention, in youth care far less."""

import numpy as np

from analysis.patterns.pattern import DOWN, Claim, Pattern, over, within
from analysis.patterns.settings import ZUIDOOST
from analysis.patterns.watched import Watched

PREVENTIVE, YOUTH_CARE = 0, 1
KNOWN, FEWEST = 0.3, 5
WEEK = 104


def change(run: Watched, domain: int) -> float:
    """How professionals' trust in workers with an own course changed, beside others they know of.

    For equal trust at the start and an equal part in formal care: who is trusted much has more to lose, and
    who mediates earns trust in another way.
    """
    before, after = run.rows("pair", 0), run.rows("pair", WEEK)
    institution = run.rows("professional", WEEK)["institution"][after["professional"]]
    here = run.rows("institution", WEEK)["domain"][institution] == domain
    known = here & (after["professional_knows_existence"] >= KNOWN) & run.same_people(before, 0, WEEK)
    course = np.asarray(run.rows("worker", 0)["own_course"][before["worker"]] > 0)[known]
    start = np.asarray(before["trust_professional"])[known]
    mediates = np.asarray(run.rows("worker", 0)["mediator"][before["worker"]])[known]
    moved = np.asarray(after["trust_professional"])[known] - start
    if len(moved) < FEWEST or course.all() or not course.any():
        return float("nan")
    found, *_ = np.linalg.lstsq(np.column_stack([np.ones_like(start), start, mediates, course]), moved)
    return float(found[3])


def read(run: Watched) -> dict[str, float]:
    return {"preventive": change(run, PREVENTIVE), "youth_care": change(run, YOUTH_CARE)}


PATTERN = Pattern(
    "own_course",
    "§3.3, §5.1, §6.3",
    "A worker's own course costs professionals' trust in prevention, in youth care far less.",
    "Een eigen cursus van een werker kost vertrouwen in preventie, in de jeugdzorg veel minder.",
    "within runs, workers with and without an own course, by domain; Zuidoost as found, first two years",
    "change of professionals' trust in workers they know of",
    {"zuidoost": ZUIDOOST},
    read,
    (
        Claim(
            "prevention_falls",
            "In prevention trust falls more for workers with an own course.",
            "In preventie daalt het vertrouwen meer bij werkers met een eigen cursus.",
            over("zuidoost", "preventive"),
            DOWN,
        ),
        Claim(
            "youth_care_less",
            "In youth care this is less.",
            "In de jeugdzorg is dat minder.",
            within("zuidoost", "preventive", "youth_care"),
            DOWN,
        ),
    ),
    weeks=(0, WEEK),
)
