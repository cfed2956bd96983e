"""An expert at a distance makes parents stay away; among equals questions surface."""

from analysis.patterns.pattern import DOWN, Claim, Pattern, apart, share
from analysis.patterns.settings import OKC
from analysis.patterns.watched import Watched

LOW = tuple(f"scenario.start.{row}.values.posture=0.1" for row in (0, 1, 2))
HIGH = tuple(f"scenario.start.{row}.values.posture=0.9" for row in (0, 1, 2))


def read(run: Watched) -> dict[str, float]:
    consulted, left = run.total("on_location_consultations"), run.total("on_location_left")
    return {"left": share(left, consulted + left), "consulted": consulted}


PATTERN = Pattern(
    "posture_stays",
    "§5.2",
    "A posture of authority makes parents drop out on location; equality brings questions up.",
    "Een houding van gezag laat ouders op locatie afhaken; gelijkwaardigheid brengt vragen boven.",
    "the centre's case with the centre's people at a distance or as equals",
    "share of families on location that stay away; consultations",
    {"low": (*OKC, *LOW), "high": (*OKC, *HIGH)},
    read,
    (
        Claim(
            "drop_out",
            "Among equals a smaller part stays away.",
            "Onder gelijken haakt een kleiner deel af.",
            apart("high", "low", "left"),
            DOWN,
        ),
        Claim(
            "surface",
            "Among equals more questions come up.",
            "Onder gelijken komen meer vragen boven.",
            apart("high", "low", "consulted"),
        ),
    ),
)
