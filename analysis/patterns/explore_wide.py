"""Explorative steering keeps more collaborations alive than programmatic, and with a wider spread."""

from analysis.patterns.pattern import Claim, Floats, Pattern, Sides, apart
from analysis.patterns.settings import by_strategy
from analysis.patterns.watched import Watched


def read(run: Watched) -> dict[str, float]:
    return {"alive": run.mean("collaborations_alive", 208)}


def wider(sides: Sides) -> Floats:
    """The variance over worlds of one less that of the other, world by world."""
    return squares(sides["explorative"]["alive"]) - squares(sides["programmatic"]["alive"])


def squares(values: Floats) -> Floats:
    """Squared distances from the mean; their mean is the variance."""
    return (values - values.mean()) ** 2 * (len(values) / max(1, len(values) - 1))


PATTERN = Pattern(
    "explore_wide",
    "§1.3",
    "Explorative steering has a higher mean of collaborations alive than programmatic, and a wider spread.",
    "Verkennend sturen houdt gemiddeld meer samenwerkingen in leven dan programmatisch, met meer spreiding.",
    "explorative against programmatic at equal budget; fifth year",
    "collaborations alive: mean, and variance over districts that start alike",
    {"explorative": by_strategy("explorative"), "programmatic": by_strategy("programmatic")},
    read,
    (
        Claim(
            "mean",
            "More collaborations are alive under explorative steering.",
            "Bij verkennend sturen leven meer samenwerkingen.",
            apart("explorative", "programmatic", "alive"),
        ),
        Claim(
            "spread",
            "Their number differs more from district to district.",
            "Hun aantal verschilt meer tussen stadsdelen.",
            wider,
        ),
    ),
)
