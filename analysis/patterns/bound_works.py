"""Programmatic steering that binds partners narrows the gap with explorative."""

from analysis.patterns.pattern import Claim, Pattern, apart
from analysis.patterns.settings import by_strategy
from analysis.patterns.watched import Watched


def read(run: Watched) -> dict[str, float]:
    return {"alive": run.mean("collaborations_alive", 208)}


PATTERN = Pattern(
    "bound_works",
    "§1.3",
    "The gap narrows when programmatic steering binds partners by interest, money and a stable course.",
    "De kloof wordt kleiner als programmatisch sturen partners bindt met belang, geld en een vaste koers.",
    "programmatic that binds against programmatic, at equal budget; fifth year",
    "collaborations alive",
    {name: by_strategy(name) for name in ("programmatic_bound", "programmatic", "explorative")},
    read,
    (
        Claim(
            "narrows",
            "Binding partners keeps more collaborations alive.",
            "Partners binden houdt meer samenwerkingen in leven.",
            apart("programmatic_bound", "programmatic", "alive"),
        ),
        Claim(
            "a_gap_there_is",
            "There is a gap between explorative and programmatic to narrow.",
            "Er is een kloof tussen verkennend en programmatisch om kleiner te maken.",
            apart("explorative", "programmatic", "alive"),
        ),
    ),
)
