"""The paradox: both want to work together, and each sees less of that wish in the other than there is."""

from typing import Final

from analysis.figures.family import Family

PARADOX: Final = Family(
    "paradox",
    ("The own wish, and the wish seen in the other", "De eigen wens, en de wens die men bij de ander ziet"),
    (
        "own_interest_professionals",
        "own_interest_workers",
        "interest_attributed_to_professionals",
        "interest_attributed_to_workers",
    ),
    columns=2,
    shared=True,
    glance=("paradox_gap",),
)
