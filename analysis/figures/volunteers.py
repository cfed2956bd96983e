"""What it asks of informal workers: energy, what does not fit, disappointment."""

from typing import Final

from analysis.figures.family import Family

VOLUNTEERS: Final = Family(
    "volunteers",
    ("What it asks of informal workers", "Wat het van informele werkers vraagt"),
    ("volunteer_energy", "volunteer_overload", "disappointment"),
    columns=3,
    shared=True,
    tall=1.7,
    glance=("volunteer_energy", "disappointment"),
)
