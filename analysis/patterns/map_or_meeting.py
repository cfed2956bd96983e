"""A map tells that the other exists; meetings and a broker give faces and pairs in contact."""

from analysis.patterns.pattern import SAME, Claim, Pattern, apart
from analysis.patterns.settings import NOTHING
from analysis.patterns.watched import Watched

# 125 euros a week on both sides: a map that lists everyone; half on meetings and half on a broker.
MAP = ("levers.social_map.intensity=1.25",)
MEET = ("levers.network_meetings.intensity=0.3125", "levers.broker.intensity=0.0558")


def read(run: Watched) -> dict[str, float]:
    last = run.weeks - 52
    return {
        "existence": run.mean("professionals_know_existence", last),
        "offer": 0.5 * (run.mean("professionals_know_offer", last) + run.mean("workers_know_offer", last)),
        "face": 0.5 * (run.mean("professionals_know_face", last) + run.mean("workers_know_face", last)),
        "pairs": run.mean("pairs_with_face", last),
    }


PATTERN = Pattern(
    "map_or_meeting",
    "§3.1",
    "A map lifts only the knowledge that the other exists; meetings and a broker lift faces and pairs.",
    "Een kaart vergroot alleen de bekendheid dat de ander bestaat; ontmoeting en een makelaar geven "
    "gezichten.",
    "no policy, with a social map, with meetings and a broker, for the same euros; third year",
    "knowledge by layer; pairs that know each other's face",
    {"nothing": NOTHING, "map": (*NOTHING, *MAP), "meeting": (*NOTHING, *MEET)},
    read,
    (
        Claim(
            "faces",
            "Meetings and a broker give more faces than the map.",
            "Ontmoeting en een makelaar geven meer gezichten dan de kaart.",
            apart("meeting", "map", "face"),
        ),
        Claim(
            "pairs",
            "They bring more pairs into contact than the map.",
            "Zij brengen meer paren in contact dan de kaart.",
            apart("meeting", "map", "pairs"),
        ),
        Claim(
            "existence",
            "The map makes more organisations known to exist.",
            "De kaart maakt meer organisaties bekend.",
            apart("map", "nothing", "existence"),
        ),
        Claim(
            "map_no_faces",
            "The map gives no faces (beside what meetings give).",
            "De kaart geeft geen gezichten (naast wat ontmoeting geeft).",
            apart("map", "nothing", "face"),
            SAME,
            apart("meeting", "nothing", "face"),
        ),
        Claim(
            "map_no_offer",
            "The map tells nothing of the offer (beside what meetings tell).",
            "De kaart vertelt niets over het aanbod (naast wat ontmoeting vertelt).",
            apart("map", "nothing", "offer"),
            SAME,
            apart("meeting", "nothing", "offer"),
        ),
    ),
)
