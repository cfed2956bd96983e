"""Mothers who followed a course consult on location more often than others who attend."""

import numpy as np

from analysis.patterns.pattern import Claim, Pattern, share, within
from analysis.patterns.settings import OKC
from analysis.patterns.watched import Watched


def read(run: Watched) -> dict[str, float]:
    hosts = np.unique(run.people_of("begins", "worker")["self_organisation"])
    attending = float(np.isin(run.rows("parent")["self_organisation"], hosts).sum())
    followed = run.week_by_week("course_families") * len(run.rows("parent"))
    weeks_of_course = float(followed.sum())
    after_course = run.total("on_location_course")
    others = run.total("on_location_consultations") - after_course
    return {
        "course": share(after_course, weeks_of_course),
        "others": share(others, float(np.maximum(attending - followed, 0.0).sum())),
    }


PATTERN = Pattern(
    "course_then_consult",
    "§6.2",
    "Mothers who followed a course on location consult there more than others.",
    "Moeders die op locatie een cursus volgden vragen daar vaker raad dan anderen.",
    "within runs of the centre's case",
    "consultations per family and week, by whether a course was followed",
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
)
