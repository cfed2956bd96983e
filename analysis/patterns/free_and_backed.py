"""Aloof freedom gives vision and fragile pioneers, direction backing and open issues, a guide both goods."""

from analysis.patterns.pattern import DOWN, Claim, Pattern, apart
from analysis.patterns.settings import by_strategy
from analysis.patterns.watched import Watched

STRATEGIES = ("explorative_aloof", "programmatic_engaged", "engaged_guide", "explorative")


def read(run: Watched) -> dict[str, float]:
    last = run.weeks - 52
    courage = run.mean("courage_professionals", last) + run.mean("courage_workers", last)
    return {
        "vision": run.mean("shared_vision", last),
        "courage": 0.5 * courage,
        "unresolved": run.mean("position_gap", last),
    }


PATTERN = Pattern(
    "free_and_backed",
    "§7.3, §6.4",
    "Aloof freedom: vision and fragile pioneers; direction: backing and unresolved issues; a guide "
    "has both goods.",
    "Vrijheid op afstand: visie en kwetsbare pioniers; richting: rugdekking en open kwesties; een "
    "gids heeft beide.",
    "four strategies at equal budget; fifth year",
    "shared vision, courage, distance between positions",
    {name: by_strategy(name) for name in STRATEGIES},
    read,
    (
        Claim(
            "free_vision",
            "Aloof freedom has more shared vision than engaged direction.",
            "Vrijheid op afstand geeft meer gedeelde visie dan richting geven.",
            apart("explorative_aloof", "programmatic_engaged", "vision"),
        ),
        Claim(
            "free_fragile",
            "Aloof freedom has less courage.",
            "Vrijheid op afstand geeft minder moed.",
            apart("explorative_aloof", "programmatic_engaged", "courage"),
            DOWN,
        ),
        Claim(
            "direction_unresolved",
            "Under direction positions stay further apart.",
            "Bij richting geven blijven standpunten verder uit elkaar.",
            apart("programmatic_engaged", "explorative_aloof", "unresolved"),
        ),
        Claim(
            "guide_vision",
            "An engaged guide has at least the vision of freedom (more).",
            "Een betrokken gids geeft meer visie dan vrijheid op afstand.",
            apart("engaged_guide", "explorative_aloof", "vision"),
        ),
        Claim(
            "guide_courage",
            "And more courage than freedom.",
            "En meer moed dan vrijheid op afstand.",
            apart("engaged_guide", "explorative_aloof", "courage"),
        ),
    ),
)
