"""Guided reflection brings positions closer than practice alone; professionals move on more issues."""

import numpy as np

from analysis.patterns.pattern import DOWN, Claim, Pattern, apart, mean_of, within
from analysis.patterns.settings import OKC, without
from analysis.patterns.watched import Watched

FIRST_SESSION = 65
MOVED = 0.02
ALONE = (*OKC, *without("sessions_nisa", "sessions_ssop"))


def issues_moved(run: Watched, side: str) -> float:
    """On how many issues the people who were guided moved towards the other side, on average."""
    before, after = run.people_of("begins", side, FIRST_SESSION), run.people_of("begins", side)
    other = run.people_of("begins", "worker" if side == "professional" else "professional", FIRST_SESSION)
    towards = np.sign(np.asarray(other["position"]).mean(axis=0) - np.asarray(before["position"]))
    stayed = np.asarray(before["generation"]) == np.asarray(after["generation"])
    moved = (np.asarray(after["position"]) - np.asarray(before["position"])) * towards
    return mean_of((moved[stayed] > MOVED).sum(axis=1).astype(float))


def read(run: Watched) -> dict[str, float]:
    before, after = run.pairs_of("begins", FIRST_SESSION), run.pairs_of("begins")
    return {
        "gap": mean_of(np.asarray(after["gap"] - before["gap"])),
        "professionals": issues_moved(run, "professional"),
        "workers": issues_moved(run, "worker"),
    }


PATTERN = Pattern(
    "reflection_moves",
    "§6.2",
    "Positions come closer with guided reflection than with practice alone; professionals move on "
    "more issues.",
    "Standpunten komen met begeleide reflectie dichter bij elkaar dan door de praktijk alleen; "
    "professionals bewegen op meer punten.",
    "the centre's case with and without the guided sessions",
    "change of the distance between positions; issues on which each side moved",
    {"guided": OKC, "alone": ALONE},
    read,
    (
        Claim(
            "closer",
            "With guided sessions positions come closer than without.",
            "Met begeleide sessies komen standpunten dichter bij elkaar dan zonder.",
            apart("guided", "alone", "gap"),
            DOWN,
        ),
        Claim(
            "professionals_more",
            "Professionals move on more issues than workers.",
            "Professionals bewegen op meer punten dan werkers.",
            within("guided", "professionals", "workers"),
        ),
    ),
    weeks=(FIRST_SESSION,),
)
