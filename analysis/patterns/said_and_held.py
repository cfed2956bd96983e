"""An official narrative moves what is said fast and what is held little; doubt about honesty grows."""

import numpy as np

from analysis.patterns.pattern import Claim, Floats, Pattern, Sides, apart
from analysis.patterns.watched import Watched

BASE = ("district=zuidoost", "strategy=none", "weeks=156")
STORY = ("strategy.policies.narrative_push=0.8", "strategy.policies.narrative_civil=0.1")
ISSUES = 9


def read(run: Watched) -> dict[str, float]:
    found = {"doubt": float(np.mean(run.rows("professional")["doubt"]))}
    people = [run.rows(side, 52) for side in ("worker", "professional")]
    for name in ("position", "expressed"):
        means = np.concatenate([np.asarray(one[name]) for one in people]).mean(axis=0)
        found |= {f"{name}_{number}": float(value) for number, value in enumerate(means)}
    found["gap"] = run.mean("said_and_held", 52, 104)
    return found


def moved(sides: Sides, name: str) -> Floats:
    """How far the mean over people moved because of the story, mean over issues."""
    on, off = sides["story"], sides["silent"]
    return sum(np.abs(on[f"{name}_{n}"] - off[f"{name}_{n}"]) for n in range(ISSUES)) / ISSUES


def said_more(sides: Sides) -> Floats:
    """Twice what was held that moved, against what was said that moved: held moves less than half."""
    return moved(sides, "expressed") - 2.0 * moved(sides, "position")


PATTERN = Pattern(
    "said_and_held",
    "§7.3",
    "An official story moves what is said fast and what is held little; professionals doubt its "
    "honesty more.",
    "Een officieel verhaal verandert snel wat men zegt en weinig wat men vindt; twijfel aan de "
    "oprechtheid groeit.",
    "official story on against off; after one year, doubt after three",
    "expressed and held positions, the gap between them, professionals' doubt",
    {"silent": BASE, "story": (*BASE, *STORY)},
    read,
    (
        Claim(
            "gap",
            "The gap between saying and holding grows.",
            "De kloof tussen zeggen en vinden groeit.",
            apart("story", "silent", "gap"),
        ),
        Claim(
            "held_little",
            "What is held moves less than half as far as what is said.",
            "Wat men vindt beweegt minder dan half zo ver als wat men zegt.",
            said_more,
        ),
        Claim(
            "doubt",
            "Professionals doubt the honesty of it more.",
            "Professionals twijfelen meer aan de oprechtheid.",
            apart("story", "silent", "doubt"),
        ),
    ),
    weeks=(52,),
)
