"""Urgency: how much professionals and informal workers feel that working together matters."""

from typing import Final

from analysis.figures.family import Family

URGENCY: Final = Family(
    "urgency",
    ("Urgency to work together", "Urgentie om samen te werken"),
    ("urgency_professionals", "urgency_workers"),
    columns=2,
    shared=True,
    tall=1.7,
)
