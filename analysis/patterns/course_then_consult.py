"""Mothers who followed a course consult on location more often than others who attend."""

import numpy as np

from analysis.patterns.pattern import Claim, Pattern, share, within
from analysis.patterns.settings import OKC
from analysis.patterns.watched import Watched

QUARTERS = (26, 39, 52, 65, 78, 91)
QUESTION, FOLLOWED = 0.2, 0.5


def read(run: Watched) -> dict[str, float]:
    hosts = np.unique(run.people_of("begins", "worker")["self_organisation"])
    after_course, others = 0.0, 0.0
    for week in QUARTERS:
        parents = run.rows("parent", week)
        asking = np.isin(parents["self_organisation"], hosts) & (parents["need"] >= QUESTION)
        after_course += float((asking & (parents["course"] >= FOLLOWED)).sum())
        others += float((asking & (parents["course"] < FOLLOWED)).sum())
    consulted, all_of_them = run.total("on_location_course", 26), run.total("on_location_consultations", 26)
    weeks = (run.weeks - QUARTERS[0]) / len(QUARTERS)
    return {
        "course": share(consulted, weeks * after_course),
        "others": share(all_of_them - consulted, weeks * others),
    }


PATTERN = Pattern(
    "course_then_consult",
    "§6.2",
    "Mothers who followed a course on location consult there more than others.",
    "Moeders die op locatie een cursus volgden vragen daar vaker raad dan anderen.",
    "within runs of the centre's case",
    "consultations per week and family with a question, by whether a course was followed",
    {"okc": OKC},
    read,
    (
        Claim(
            "more",
            "Families with a course consult more often than others who attend.",
            "Gezinnen met een cursus vragen vaker raad dan anderen die er komen.",
            within("okc", "course", "others"),
        ),
    ),
    weeks=QUARTERS,
)
