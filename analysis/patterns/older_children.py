"""Questions about older children surface on location more than at the centre."""

from analysis.patterns.pattern import Claim, Pattern, share, within
from analysis.patterns.settings import OKC
from analysis.patterns.watched import Watched


def read(run: Watched) -> dict[str, float]:
    return {
        "on_location": share(run.total("on_location_older"), run.total("on_location_consultations")),
        "at_centre": share(run.total("centre_older"), run.total("centre_entries")),
    }


PATTERN = Pattern(
    "older_children",
    "§6.2",
    "Questions about older children surface on location more than at the centre.",
    "Vragen over oudere kinderen komen op locatie meer boven dan in het centrum.",
    "within runs of the centre's case, by place",
    "share of questions that are about children of twelve and older",
    {"okc": OKC},
    read,
    (
        Claim(
            "place",
            "A larger part of the questions on location is about older children.",
            "Op locatie gaat een groter deel van de vragen over oudere kinderen.",
            within("okc", "on_location", "at_centre"),
        ),
    ),
)
