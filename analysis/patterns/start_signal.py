"""Referrals that are credited are the professional's start signal, in prevention most."""

import numpy as np

from analysis.patterns.pattern import Claim, Pattern, over, within
from analysis.patterns.settings import FOUND
from analysis.patterns.watched import Watched

PREVENTIVE, YOUTH_CARE = 0, 1
KNOWN, FEWEST = 0.3, 5
HALF_YEARS = tuple(range(26, 260, 26))


def slope(run: Watched, domain: int) -> float:
    """How much more trust changes in half a year with each referral credited, in pairs of the same people.

    For equal trust at the start: trust that is high falls back, and it is those who are trusted to whom
    referrals are credited.
    """
    change, credited, trusted = [], [], []
    for begin, end in zip(HALF_YEARS, (*HALF_YEARS[1:], run.weeks), strict=True):
        before, after = run.rows("pair", begin), run.rows("pair", end)
        institution = run.rows("professional", end)["institution"][after["professional"]]
        here = run.rows("institution", end)["domain"][institution] == domain
        here &= run.same_people(before, begin, end)
        known = here & (before["professional_knows_face"] >= KNOWN)
        change.append((after["trust_professional"] - before["trust_professional"])[known])
        credited.append(0.5 * (before["attributed"] + after["attributed"])[known])
        trusted.append(before["trust_professional"][known])
    x, y, start = np.concatenate(credited), np.concatenate(change), np.concatenate(trusted)
    if len(x) < FEWEST or np.ptp(x) <= 0:
        return float("nan")
    found, *_ = np.linalg.lstsq(np.column_stack([np.ones_like(x), start, x]), y)
    return float(found[2])


def read(run: Watched) -> dict[str, float]:
    return {"preventive": slope(run, PREVENTIVE), "youth_care": slope(run, YOUTH_CARE)}


PATTERN = Pattern(
    "start_signal",
    "§5.1, §3.3",
    "Professionals' trust follows the referrals that they attribute to a worker, in prevention most.",
    "Het vertrouwen van professionals volgt de verwijzingen die zij aan een werker toeschrijven, "
    "vooral in preventie.",
    "within runs, pairs that know each other, by domain; both districts as found",
    "change of trust in half a year for each attributed referral",
    FOUND,
    read,
    (
        Claim(
            "preventive_nieuw_west",
            "In prevention trust follows attributed referrals (Nieuw-West).",
            "In preventie volgt vertrouwen de toegeschreven verwijzingen (Nieuw-West).",
            over("nieuw_west", "preventive"),
        ),
        Claim(
            "preventive_zuidoost",
            "In prevention trust follows attributed referrals (Zuidoost).",
            "In preventie volgt vertrouwen de toegeschreven verwijzingen (Zuidoost).",
            over("zuidoost", "preventive"),
        ),
        Claim(
            "most_in_prevention",
            "More so than in youth care (Zuidoost).",
            "Meer dan in de jeugdzorg (Zuidoost).",
            within("zuidoost", "preventive", "youth_care"),
        ),
    ),
    weeks=HALF_YEARS,
)
