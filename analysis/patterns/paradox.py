"""Both sides are willing and each takes the other for unwilling; talking about it closes the gap."""

import numpy as np

from analysis.patterns.pattern import DOWN, Claim, Pattern, apart, mean_of, within
from analysis.patterns.settings import NIEUW_WEST, ZUIDOOST
from analysis.patterns.watched import Watched

TALK = ("levers.facilitated_reflection.intensity=1", "weeks=156")
WEEK = 156


def read(run: Watched) -> dict[str, float]:
    return {
        "own_p": run.mean("own_interest_professionals", 0, 52),
        "seen_w": run.mean("interest_attributed_to_workers", 0, 52),
        "own_w": run.mean("own_interest_workers", 0, 52),
        "seen_p": run.mean("interest_attributed_to_professionals", 0, 52),
        "gap": gap_of_partners(run),
    }


def gap_of_partners(run: Watched) -> float:
    """Own wish less the wish that the other sees, both sides, among those who work together."""
    pairs = run.rows("pair", WEEK)[np.asarray(run.rows("collaboration", WEEK)["alive"]) > 0]
    workers = run.rows("worker", WEEK)[pairs["worker"]]
    professionals = run.rows("professional", WEEK)[pairs["professional"]]
    wish = 0.25 * (workers["helps"] + workers["mine"] + professionals["helps"] + professionals["mine"])
    return mean_of(np.asarray(wish - 0.5 * (pairs["interest_worker"] + pairs["interest_professional"])))


PATTERN = Pattern(
    "paradox",
    "§3.4, §5.3, §7.1",
    "Each side wants to work together and thinks that the other does not; explicit talk closes the gap.",
    "Beide kanten willen samenwerken en denken dat de ander niet wil; erover praten verkleint de kloof.",
    "Nieuw-West and Zuidoost as found, first year; guided reflection on or off, third year",
    "own wish less the wish that the other side sees; the gap between them",
    {
        "nieuw_west": NIEUW_WEST,
        "zuidoost": ZUIDOOST,
        "nieuw_west_talk": (*NIEUW_WEST, *TALK),
        "zuidoost_talk": (*ZUIDOOST, *TALK),
    },
    read,
    (
        Claim(
            "professionals_nieuw_west",
            "Professionals' own wish exceeds the wish that workers see in them (Nieuw-West).",
            "Professionals willen meer dan werkers bij hen zien (Nieuw-West).",
            within("nieuw_west", "own_p", "seen_p"),
        ),
        Claim(
            "workers_nieuw_west",
            "Workers' own wish exceeds the wish that professionals see in them (Nieuw-West).",
            "Werkers willen meer dan professionals bij hen zien (Nieuw-West).",
            within("nieuw_west", "own_w", "seen_w"),
        ),
        Claim(
            "professionals_zuidoost",
            "The same for professionals in Zuidoost.",
            "Hetzelfde voor professionals in Zuidoost.",
            within("zuidoost", "own_p", "seen_p"),
        ),
        Claim(
            "workers_zuidoost",
            "The same for workers in Zuidoost.",
            "Hetzelfde voor werkers in Zuidoost.",
            within("zuidoost", "own_w", "seen_w"),
        ),
        Claim(
            "talk_nieuw_west",
            "Guided talk makes the gap smaller among those who work together (Nieuw-West).",
            "Begeleid praten verkleint de kloof tussen wie samenwerkt (Nieuw-West).",
            apart("nieuw_west_talk", "nieuw_west", "gap"),
            DOWN,
        ),
        Claim(
            "talk_zuidoost",
            "Guided talk makes the gap smaller among those who work together (Zuidoost).",
            "Begeleid praten verkleint de kloof tussen wie samenwerkt (Zuidoost).",
            apart("zuidoost_talk", "zuidoost", "gap"),
            DOWN,
        ),
    ),
    weeks=(WEEK,),
)
