"""Many are positive and few act; examples and backing close part of that."""

import numpy as np

from analysis.patterns.pattern import Claim, Pattern, apart, within
from analysis.patterns.settings import NOTHING
from analysis.patterns.watched import Watched

POSITIVE = 0.5  # more belief than disbelief that working together would help


QUARTERS = (117, 130, 143, 156)


def read(run: Watched) -> dict[str, float]:
    positive, acting, people = 0, 0, 0
    for week in QUARTERS:
        pairs, work = run.rows("pair", week), run.rows("collaboration", week)
        at_work = pairs[np.asarray(work["alive"]) > 0]
        for side in ("worker", "professional"):
            rows = run.rows(side, week)
            people += len(rows)
            positive += int((rows["helps"] > POSITIVE).sum())
            acting += len(np.unique(at_work[side]))
    return {"positive": positive / people, "acting": acting / people}


PATTERN = Pattern(
    "willing_not_acting",
    "§3.2",
    "Many are positive about working together and few act; examples and backing close part of it.",
    "Velen zijn positief over samenwerken en weinigen doen het; voorbeelden en rugdekking helpen een deel.",
    "no policy; with success stories; with endorsement; in the third year",
    "share of people who believe that it helps; share who work together",
    {
        "nothing": NOTHING,
        "examples": (*NOTHING, "levers.success_stories.intensity=1"),
        "backing": (*NOTHING, "levers.endorsement.intensity=1"),
    },
    read,
    (
        Claim(
            "many_few",
            "More people are positive than act.",
            "Meer mensen zijn positief dan er samenwerken.",
            within("nothing", "positive", "acting"),
        ),
        Claim(
            "examples",
            "With visible examples more people act.",
            "Met zichtbare voorbeelden doen meer mensen het.",
            apart("examples", "nothing", "acting"),
        ),
        Claim(
            "backing",
            "With backing more people act.",
            "Met rugdekking doen meer mensen het.",
            apart("backing", "nothing", "acting"),
        ),
        Claim(
            "only_part",
            "Also with backing more people are positive than act.",
            "Ook met rugdekking zijn meer mensen positief dan er samenwerken.",
            within("backing", "positive", "acting"),
        ),
    ),
    weeks=QUARTERS[:-1],
)
