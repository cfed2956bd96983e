"""More approaches are sent than recognised, the more so requests to refer and opposed positions."""

import numpy as np

from analysis.patterns.pattern import Claim, Pattern, mean_of, share, within
from analysis.patterns.settings import FOUND
from analysis.patterns.watched import Watched

ASKS_TO_REFER, OPEN_INTEREST = 0, 1  # the intents as the log numbers them


def read(run: Watched) -> dict[str, float]:
    seen, unseen = run.told("approach_recognised"), run.told("approach_unseen")
    missed = {
        intent: share(
            float((unseen["amount"][:, 0] == intent).sum()),
            float((unseen["amount"][:, 0] == intent).sum() + (seen["amount"][:, 0] == intent).sum()),
        )
        for intent in (ASKS_TO_REFER, OPEN_INTEREST)
    }
    return {
        "sent": run.total("approaches_sent"),
        "recognised": run.total("approaches_recognised"),
        "missed_referral": missed[ASKS_TO_REFER],
        "missed_interest": missed[OPEN_INTEREST],
        "gap_unseen": mean_of(np.asarray(unseen["amount"][:, 1])),
        "gap_seen": mean_of(np.asarray(seen["amount"][:, 1])),
    }


def claims(arm: str, place: str) -> tuple[Claim, ...]:
    return (
        Claim(
            f"by_intent_{arm}",
            f"A request to refer goes unseen more often than open interest ({place}).",
            f"Een verzoek om te verwijzen blijft vaker ongezien dan open belangstelling ({place}).",
            within(arm, "missed_referral", "missed_interest"),
        ),
        Claim(
            f"sent_{arm}",
            f"More approaches are sent than recognised ({place}).",
            f"Er wordt vaker toenadering gezocht dan herkend ({place}).",
            within(arm, "sent", "recognised"),
        ),
        Claim(
            f"opposed_{arm}",
            f"Unseen approaches are between people whose positions lie further apart ({place}).",
            f"Ongeziene toenadering is tussen mensen die verder uit elkaar staan ({place}).",
            within(arm, "gap_unseen", "gap_seen"),
        ),
    )


PATTERN = Pattern(
    "unseen_approach",
    "§3.4",
    "More approaches are sent than recognised, the more so when they ask for families and positions "
    "are opposed.",
    "Er wordt vaker toenadering gezocht dan herkend, vooral als men gezinnen vraagt en standpunten botsen.",
    "within runs, by intent; both districts as found",
    "approaches sent and recognised; the share unseen by intent; the distance between positions",
    FOUND,
    read,
    (*claims("nieuw_west", "Nieuw-West"), *claims("zuidoost", "Zuidoost")),
)
