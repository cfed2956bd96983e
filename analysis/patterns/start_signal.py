"""Referrals that are credited are the professional's start signal, in prevention most."""

import numpy as np

from analysis.patterns.pattern import Claim, Effect, Floats, Pattern, Sides, pooled
from analysis.patterns.settings import FOUND
from analysis.patterns.watched import Rows, Watched

PREVENTIVE, YOUTH_CARE = 0, 1
KNOWN = 0.3
HALF_YEARS = tuple(range(26, 260, 26))


def together(run: Watched, domain: int) -> tuple[float, float]:
    """How trust changes along with credit in half a year in pairs of the same people, and how credit differs.

    Both for equal trust at the start and as many cases in which the worker mediated: trust that is high falls
    back, and it is those who are trusted to whom referrals are credited; a case that a worker helped on earns
    trust by itself, and is no referral. The first divided by the second is how much more trust changes with
    each referral credited; that is done over all worlds together, since in one world few are credited.
    """
    change, credited, trusted, helped = [], [], [], []
    for begin, end in zip(HALF_YEARS, (*HALF_YEARS[1:], run.weeks), strict=True):
        before, after = run.rows("pair", begin), run.rows("pair", end)
        institution = run.rows("professional", end)["institution"][after["professional"]]
        here = run.rows("institution", end)["domain"][institution] == domain
        here &= run.same_people(before, begin, end)
        known = here & (before["professional_knows_face"] >= KNOWN)
        change.append((after["trust_professional"] - before["trust_professional"])[known])
        credited.append(0.5 * (before["attributed"] + after["attributed"])[known])
        trusted.append(before["trust_professional"][known])
        helped.append(mediated(run, after, begin, end)[known])
    y, start = np.concatenate(change), np.concatenate(trusted)
    x = all_else_equal(np.concatenate(credited), start, np.concatenate(helped))
    return float(x @ y), float(x @ x)


def mediated(run: Watched, pairs: Rows, begin: int, end: int) -> Floats:
    """For each pair, in how many cases its worker mediated in these weeks."""
    found = np.zeros(len(pairs))
    for kind in ("stuck_case_solved", "stuck_case_failed", "direct_call"):
        for event in run.told(kind, begin, end):
            found[(pairs["professional"] == event["who"]) & (pairs["worker"] == event["whom"])] += 1.0
    return found


def all_else_equal(values: Floats, *taken_into_account: Floats) -> Floats:
    """What is left of ``values`` once the others are taken into account."""
    known = np.column_stack([np.ones_like(values), *taken_into_account])
    found, *_ = np.linalg.lstsq(known, values)
    return values - known @ found


def read(run: Watched) -> dict[str, float]:
    found: dict[str, float] = {}
    for name, domain in (("preventive", PREVENTIVE), ("youth_care", YOUTH_CARE)):
        found[f"{name}_together"], found[f"{name}_credit"] = together(run, domain)
    return found


def signal(arm: str, domain: str) -> Effect:
    """Change of trust in half a year for each referral credited."""
    return pooled(arm, f"{domain}_together", f"{domain}_credit")


def more_in_prevention(sides: Sides) -> Floats:
    return signal("zuidoost", "preventive")(sides) - signal("zuidoost", "youth_care")(sides)


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
            signal("nieuw_west", "preventive"),
        ),
        Claim(
            "preventive_zuidoost",
            "In prevention trust follows attributed referrals (Zuidoost).",
            "In preventie volgt vertrouwen de toegeschreven verwijzingen (Zuidoost).",
            signal("zuidoost", "preventive"),
        ),
        Claim(
            "most_in_prevention",
            "More so than in youth care (Zuidoost).",
            "Meer dan in de jeugdzorg (Zuidoost).",
            more_in_prevention,
        ),
    ),
    weeks=HALF_YEARS,
)
