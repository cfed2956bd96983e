"""Trust: informal workers in professionals, professionals in informal workers, everyone in the district."""

from typing import Final

from analysis.figures.family import Family

TRUST: Final = Family(
    "trust",
    ("Trust, both ways and in the district", "Vertrouwen, over en weer en in het stadsdeel"),
    ("trust_in_professionals", "trust_in_workers", "trust_in_district"),
    columns=3,
    shared=True,
    tall=1.7,
)
