"""What unpaid small costs do: irritation, trust in the district and, apart from it, trust among partners."""

from typing import Final

from analysis.figures.family import Family

IRRITATION: Final = Family(
    "irritation",
    (
        "Small costs: irritation, trust in the district, trust among partners",
        "Kleine kosten: irritatie, vertrouwen in het stadsdeel, vertrouwen onder partners",
    ),
    ("irritation", "trust_in_district_workers", "trust_among_partners"),
    columns=3,
    shared=True,
    tall=1.7,
    glance=("irritation", "trust_in_district_workers"),
    only_where={"trust_among_partners": "collaborations_alive"},
    note=(
        "Trust among partners: over the worlds that have a collaboration in that week, "
        "if a tenth of them has.",
        "Vertrouwen onder partners: over de werelden die in die week een samenwerking hebben, "
        "als een tiende die heeft.",
    ),
)
