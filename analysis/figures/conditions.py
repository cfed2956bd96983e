"""The four conditions of a fertile soil, how far they hold together, and in how many pairs they do."""

from typing import Final

from analysis.figures.family import Family

CONDITIONS: Final = Family(
    "conditions",
    (
        "The four conditions of a fertile soil, and the four together",
        "De vier voorwaarden van een vruchtbare bodem, en de vier samen",
    ),
    ("soil_knowing", "soil_trust", "soil_urgency", "soil_vision", "soil_conjunction", "fertile_pairs"),
    columns=3,
    shared=True,
    note=(
        "The four together: per pair of an informal worker and a professional the weakest of the four, "
        "averaged over pairs.",
        "De vier samen: per duo van een informele werker en een professional de zwakste van de vier, "
        "gemiddeld over duo's.",
    ),
    told="quarterly",
)
