"""Families that are far from services get little early help and come into heavy care late."""

import numpy as np

from analysis.patterns.pattern import Claim, Pattern, within
from analysis.patterns.settings import FOUND
from analysis.patterns.watched import Watched

YEARS = (0, 52, 104, 156, 208)
MIDDLE, QUESTION = 0.5, 0.2


def late(run: Watched, wanted: str) -> float:
    """Late crises in the next year per family of a group, as the families stand at the start of each year."""
    crises, families = 0, 0
    for begin in YEARS:
        parents = run.rows("parent", begin)
        far = np.asarray(parents["threshold_real"]) > MIDDLE
        low = np.asarray(parents["trust_preventive"]) < float(np.median(parents["trust_preventive"]))
        group = {"far": far, "near": ~far, "low": low, "high": ~low}[wanted]
        told = run.told("late_crisis", begin, begin + 52)
        crises += int(group[told["who"]].sum())
        families += int(group.sum())
    return crises / max(1, families)


def asking(run: Watched, far: bool) -> int:
    """Families with a question, near or far, counted at the start of each year."""
    found = 0
    for begin in YEARS:
        parents = run.rows("parent", begin)
        group = (np.asarray(parents["threshold_real"]) > MIDDLE) == far
        found += int((group & (np.asarray(parents["need"]) >= QUESTION)).sum())
    return found


def read(run: Watched) -> dict[str, float]:
    far = run.total("early_help_far")
    return {
        "early_near": (run.total("early_help") - far) / max(1, asking(run, False)),
        "early_far": far / max(1, asking(run, True)),
        **{f"late_{group}": late(run, group) for group in ("far", "near", "low", "high")},
    }


def claims(arm: str, place: str) -> tuple[Claim, ...]:
    return (
        Claim(
            f"early_{arm}",
            f"Families with a question get less early help where the offer is far ({place}).",
            f"Gezinnen met een vraag krijgen minder vroege hulp als het aanbod ver weg is ({place}).",
            within(arm, "early_near", "early_far"),
        ),
        Claim(
            f"late_{arm}",
            f"More of them come into heavy care late ({place}).",
            f"Van hen komen er meer laat in zware hulp ({place}).",
            within(arm, "late_far", "late_near"),
        ),
        Claim(
            f"trust_{arm}",
            f"So do families with little trust in prevention ({place}).",
            f"Dat geldt ook voor gezinnen met weinig vertrouwen in preventie ({place}).",
            within(arm, "late_low", "late_high"),
        ),
    )


PATTERN = Pattern(
    "late_and_heavy",
    "intro, §4.2",
    "The under-reached have little early help and much late, heavy care.",
    "Wie slecht bereikt wordt heeft weinig vroege hulp en veel late, zware hulp.",
    "within runs, families by real distance and by trust; both districts as found",
    "early help per family with a question; late crises per family and year",
    FOUND,
    read,
    (*claims("nieuw_west", "Nieuw-West"), *claims("zuidoost", "Zuidoost")),
    weeks=YEARS,
)
