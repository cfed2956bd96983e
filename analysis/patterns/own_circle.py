"""Most families are helped inside the circle; heavy care comes late; not every non-referral ends worse."""

from analysis.patterns.pattern import Claim, Pattern, within
from analysis.patterns.settings import FOUND
from analysis.patterns.watched import Watched


def read(run: Watched) -> dict[str, float]:
    return {
        "inside": run.total("eased_in_own_circle"),
        "referred": run.total("referrals_offered"),
        "late": run.total("late_crises"),
        "in_time": run.total("accepted_to_youth_care"),
        "late_attending": run.total("late_crises") - run.total("late_crises_outside"),
    }


def claims(arm: str, place: str) -> tuple[Claim, ...]:
    return (
        Claim(
            f"inside_{arm}",
            f"More questions ease in the own circle than families are referred ({place}).",
            f"Meer vragen komen in eigen kring tot rust dan er gezinnen worden verwezen ({place}).",
            within(arm, "inside", "referred"),
        ),
        Claim(
            f"late_{arm}",
            f"More families come into heavy care late than through a worker in time ({place}).",
            f"Meer gezinnen komen laat in zware hulp dan op tijd via een werker ({place}).",
            within(arm, "late", "in_time"),
        ),
        Claim(
            f"not_worse_{arm}",
            f"More questions ease inside than end in late heavy care, among those who attend ({place}).",
            f"Bij wie een organisatie bezoekt komen meer vragen tot rust dan er laat in zware hulp "
            f"eindigen ({place}).",
            within(arm, "inside", "late_attending"),
        ),
    )


PATTERN = Pattern(
    "own_circle",
    "§5.2, §2.2",
    "Most families are helped inside the circle; heavy care is called only late; not every "
    "non-referral is a loss.",
    "De meeste gezinnen worden in eigen kring geholpen; zware hulp komt pas laat; niet verwijzen is "
    "niet altijd verlies.",
    "within runs; both districts as found",
    "questions eased in the own circle, referrals, entries into heavy care late and in time",
    FOUND,
    read,
    (*claims("nieuw_west", "Nieuw-West"), *claims("zuidoost", "Zuidoost")),
)
