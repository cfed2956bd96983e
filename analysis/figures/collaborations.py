"""Collaborations: how many are alive, by model, and how many are still being designed."""

from typing import Final

from analysis.figures.family import Family

COLLABORATIONS: Final = Family(
    "collaborations",
    ("Collaborations, by model", "Samenwerkingen, naar model"),
    (
        "collaborations_alive",
        "collaborations_in_design",
        "collaborations_on_location",
        "collaborations_accessibility",
    ),
    columns=2,
    shared=False,
    told="quarterly",
)
