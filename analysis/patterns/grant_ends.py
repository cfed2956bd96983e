"""After a temporary grant workers are disappointed and trained volunteers fall silent, unless coordinated."""

import numpy as np

from analysis.patterns.pattern import DOWN, Claim, Pattern, apart, mean_of, over
from analysis.patterns.settings import VICE_VERSA
from analysis.patterns.watched import Watched

LAST, LATER = 74, 87
GOES_ON = ("scenario.events.grant.until=2012-04-29",)
COORDINATED = (
    "levers.coordination_after_training.intensity=1",
    "levers.coordination_after_training.start=74",
)


def read(run: Watched) -> dict[str, float]:
    workers = {week: run.rows("worker", week) for week in (LAST, LATER)}
    funded = run.parts["funded"][0]
    before, after = workers[LAST][funded], workers[LATER][funded]
    # Whoever takes the place of someone who stopped comes without that disappointment.
    stayed = run.stayed("worker", LAST, LATER)[funded] & np.asarray(after["alive"] > 0)
    rise = np.asarray(after["disappointment"] - before["disappointment"])[stayed]
    homes = np.unique(workers[LAST]["self_organisation"][funded])
    active = {
        week: mean_of(np.asarray(run.rows("self_organisation", week)["active"])[homes])
        for week in (LAST, run.weeks)
    }
    return {"rise": mean_of(rise), "active": active[run.weeks] - active[LAST]}


PATTERN = Pattern(
    "grant_ends",
    "§6.1",
    "After the grant disappointment rises and trained intermediaries fall silent, unless "
    "coordination follows.",
    "Na de subsidie groeit de teleurstelling en vallen opgeleide intermediairs stil, tenzij "
    "coördinatie volgt.",
    "the case of Vice Versa; the grant going on; coordination after the training",
    "change of disappointment in the quarter after the grant; change of trained intermediaries' activity",
    {
        "ends": VICE_VERSA,
        "goes_on": (*VICE_VERSA, *GOES_ON),
        "coordinated": (*VICE_VERSA, *COORDINATED),
    },
    read,
    (
        Claim(
            "disappointed",
            "When the grant ends disappointment rises more than when it goes on.",
            "Als de subsidie stopt groeit de teleurstelling meer dan als die doorloopt.",
            apart("ends", "goes_on", "rise"),
        ),
        Claim(
            "rises",
            "Disappointment rises in the quarter after.",
            "De teleurstelling groeit in het kwartaal erna.",
            over("ends", "rise"),
        ),
        Claim(
            "silent",
            "Trained intermediaries become less active.",
            "Opgeleide intermediairs worden minder actief.",
            over("ends", "active"),
            DOWN,
        ),
        Claim(
            "coordinated",
            "Coordination keeps them active.",
            "Coördinatie houdt hen actief.",
            apart("coordinated", "ends", "active"),
        ),
    ),
    weeks=(LAST, LATER),
)
