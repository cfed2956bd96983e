"""Youth care feels more urgency than prevention, through its own concrete cases."""

from analysis.patterns.pattern import Claim, Floats, Pattern, Sides, within
from analysis.patterns.settings import FOUND, ZUIDOOST
from analysis.patterns.watched import Watched

# Hardly any case gets stuck: what youth care sees of concrete cases comes near to what prevention sees.
EQUAL = (*ZUIDOOST, "parameters.stuck_rate=0.016")


def read(run: Watched) -> dict[str, float]:
    return {
        "youth_care": run.mean("urgency_youth_care", 52),
        "preventive": run.mean("urgency_preventive", 52),
    }


def through_cases(sides: Sides) -> Floats:
    found, equal = sides["zuidoost"], sides["equal_cases"]
    return (found["youth_care"] - found["preventive"]) - (equal["youth_care"] - equal["preventive"])


PATTERN = Pattern(
    "urgency_domain",
    "§3.2",
    "Professionals of youth care feel more urgency than those of prevention, because of concrete cases.",
    "Professionals in de jeugdzorg voelen meer urgentie dan in preventie, door concrete zaken.",
    "within runs, by domain, both districts as found; the check makes stuck cases rare",
    "urgency of professionals, second to fifth year",
    {**FOUND, "equal_cases": EQUAL},
    read,
    (
        Claim(
            "zuidoost",
            "Youth care feels more urgency (Zuidoost).",
            "De jeugdzorg voelt meer urgentie (Zuidoost).",
            within("zuidoost", "youth_care", "preventive"),
        ),
        Claim(
            "nieuw_west",
            "Youth care feels more urgency (Nieuw-West).",
            "De jeugdzorg voelt meer urgentie (Nieuw-West).",
            within("nieuw_west", "youth_care", "preventive"),
        ),
        Claim(
            "through_cases",
            "With fewer stuck cases the difference is smaller.",
            "Met minder vastgelopen zaken is het verschil kleiner.",
            through_cases,
        ),
    ),
)
