"""Without backing pioneers lose courage, with a lag."""

import numpy as np

from analysis.patterns.pattern import DOWN, Claim, Floats, Pattern, Sides, apart, mean_of, over
from analysis.patterns.watched import Watched

BASE = ("district=nieuw_west", "strategy=explorative", "weeks=156")
SOON, LATER = 4, 104
PIONEER = 0.5


def courage(run: Watched, week: int) -> float:
    """The mean courage of those who were pioneers at the start and are still there."""
    found = []
    for side in ("worker", "professional"):
        first, now = run.rows(side, 0), run.rows(side, week)
        same = (first["pioneer"] > PIONEER) & run.stayed(side, 0, week)
        found.append(np.asarray(now["courage"])[same])
    return mean_of(np.concatenate(found))


def read(run: Watched) -> dict[str, float]:
    start, soon, later = courage(run, 0), courage(run, SOON), courage(run, LATER)
    return {"soon": soon, "later": later, "fallen": later - start}


def lag(sides: Sides) -> Floats:
    """How much larger the loss is after two years than twice the loss after four weeks."""
    off, on = sides["unbacked"], sides["backed"]
    return (on["later"] - off["later"]) - 2.0 * (on["soon"] - off["soon"])


PATTERN = Pattern(
    "tired_pioneers",
    "§6.2, §6.4",
    "Without backing the courage of pioneers falls, with a lag.",
    "Zonder rugdekking daalt de moed van pioniers, met vertraging.",
    "backing 0 against 0.8, explorative; after four weeks and after two years",
    "courage of those who were pioneers at the start",
    {
        "backed": (*BASE, "strategy.policies.backing=0.8"),
        "unbacked": (*BASE, "strategy.policies.backing=0"),
    },
    read,
    (
        Claim(
            "lower",
            "Without backing pioneers have less courage after two years.",
            "Zonder rugdekking hebben pioniers na twee jaar minder moed.",
            apart("unbacked", "backed", "later"),
            DOWN,
        ),
        Claim(
            "falls",
            "Without backing their courage falls.",
            "Zonder rugdekking daalt hun moed.",
            over("unbacked", "fallen"),
            DOWN,
        ),
        Claim(
            "lag",
            "The loss comes later: after two years it is more than twice that after four weeks.",
            "Het verlies komt later: na twee jaar is het meer dan tweemaal dat na vier weken.",
            lag,
        ),
    ),
    weeks=(0, SOON, LATER),
)
