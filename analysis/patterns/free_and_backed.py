"""Aloof freedom gives vision and fragile pioneers, direction backing and open issues, a guide both goods."""

import numpy as np

from analysis.patterns.pattern import DOWN, Claim, Pattern, apart, mean_of
from analysis.patterns.settings import by_strategy
from analysis.patterns.watched import Watched

STRATEGIES = ("explorative_aloof", "programmatic_engaged", "engaged_guide", "explorative")
LAST_YEAR = (208, 221, 234, 247)


def among_partners(run: Watched) -> tuple[float, float]:
    """The story that partners have built together, and the share of their differences that stands unspoken.

    Those who work together, since the report tells of their view (§7.3); over all people of a district,
    agreement says how far an official story has come, also among those who never met.
    """
    story, unspoken = [], []
    for week in (*LAST_YEAR, run.weeks):
        pairs = run.rows("pair", week)[np.asarray(run.rows("collaboration", week)["alive"]) > 0]
        story.append(np.asarray(pairs["story"]))
        unspoken.append(1.0 - np.asarray(pairs["explicit"]))
    return mean_of(np.concatenate(story)), mean_of(np.concatenate(unspoken))


def read(run: Watched) -> dict[str, float]:
    last = run.weeks - 52
    courage = run.mean("courage_professionals", last) + run.mean("courage_workers", last)
    vision, unresolved = among_partners(run)
    return {"vision": vision, "courage": 0.5 * courage, "unresolved": unresolved}


PATTERN = Pattern(
    "free_and_backed",
    "§7.3, §6.4",
    "Aloof freedom: vision and fragile pioneers; direction: backing and unresolved issues; a guide "
    "has both goods.",
    "Vrijheid op afstand: visie en kwetsbare pioniers; richting: rugdekking en open kwesties; een "
    "gids heeft beide.",
    "four strategies at equal budget; fifth year",
    "partners' shared story, courage, how much of partners' differences is not spoken out",
    {name: by_strategy(name) for name in STRATEGIES},
    read,
    (
        Claim(
            "free_vision",
            "Partners have built more of a shared view under aloof freedom than under engaged direction.",
            "Partners hebben bij vrijheid op afstand meer gedeelde visie opgebouwd dan bij richting geven.",
            apart("explorative_aloof", "programmatic_engaged", "vision"),
        ),
        Claim(
            "free_fragile",
            "Aloof freedom has less courage.",
            "Vrijheid op afstand geeft minder moed.",
            apart("explorative_aloof", "programmatic_engaged", "courage"),
            DOWN,
        ),
        Claim(
            "direction_unresolved",
            "Under direction more of what partners differ on stays unspoken.",
            "Bij richting geven blijft meer van wat partners verdeelt onuitgesproken.",
            apart("programmatic_engaged", "explorative_aloof", "unresolved"),
        ),
        Claim(
            "guide_vision",
            "An engaged guide has at least the vision of freedom (more).",
            "Een betrokken gids geeft meer visie dan vrijheid op afstand.",
            apart("engaged_guide", "explorative_aloof", "vision"),
        ),
        Claim(
            "guide_courage",
            "And more courage than freedom.",
            "En meer moed dan vrijheid op afstand.",
            apart("engaged_guide", "explorative_aloof", "courage"),
        ),
    ),
    weeks=LAST_YEAR,
)
