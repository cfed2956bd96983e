"""A good guided design and no owner: nothing is done once the guide has gone; ownership saves it."""

import numpy as np

from analysis.patterns.pattern import Claim, Pattern, apart, mean_of, over
from analysis.patterns.settings import SCHOOL
from analysis.patterns.watched import Watched

GUIDE_GOES = 10
GOOD = 0.3  # as in the case, written down before any world was run


def read(run: Watched) -> dict[str, float]:
    before, then = run.people_of("guided", "worker", 0), run.people_of("guided", "worker", GUIDE_GOES)
    work_then, work = run.work_of("guided", GUIDE_GOES), run.work_of("guided")
    return {
        "enthusiasm": mean_of(np.asarray(then["helps"] - before["helps"])),
        "design": mean_of(np.asarray(work_then["design"])),
        "done": float(work["practice"].sum()),
        "alive": float((work["alive"] > 0).sum()),
    }


PATTERN = Pattern(
    "no_owner",
    "§6.3",
    "Good design and enthusiasm, and nothing done once the guide leaves; partners' own lead saves it.",
    "Goed ontwerp en enthousiasme, en niets gebeurt als de begeleider weg is; eigen regie redt het.",
    "the case of the school; partners taking the design steps themselves",
    "enthusiasm and design when the guide goes; weeks of practice and collaborations at the end",
    {"case": SCHOOL, "owned": (*SCHOOL, "strategy.policies.partner_design=0.9")},
    read,
    (
        Claim(
            "owned_saves",
            "With the partners' own lead more is done.",
            "Met eigen regie van de partners gebeurt er meer.",
            apart("owned", "case", "done"),
        ),
        Claim(
            "enthusiasm",
            "Enthusiasm rises while the guide is there.",
            "Het enthousiasme groeit zolang de begeleider er is.",
            over("case", "enthusiasm"),
        ),
        Claim(
            "good_design",
            "The design is good when the guide goes (above 0.3).",
            "Het ontwerp is goed als de begeleider gaat (boven 0,3).",
            over("case", "design", GOOD),
        ),
        Claim(
            "nothing_done",
            "Of the three ties fewer than one is still at work at the end.",
            "Van de drie banden werkt er aan het eind minder dan één.",
            lambda sides: 1.0 - sides["case"]["alive"],
        ),
    ),
    weeks=(0, GUIDE_GOES),
)
