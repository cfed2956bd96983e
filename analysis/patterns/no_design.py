"""Without a design phase logistics end it though both felt urgency; designing saves most."""

import numpy as np
from numpy.typing import NDArray

from analysis.patterns.pattern import DOWN, Claim, Pattern, apart, mean_of, over
from analysis.patterns.settings import CHURCH
from analysis.patterns.watched import Rows, Watched

HALF_A_YEAR = 35
IMAGES = ("image_uninterested", "image_rival", "image_doubt")
DESIGNED = (
    "scenario.events.order.form=",
    "scenario.events.order.value=0",
    "scenario.events.contact.channel=visit",
)


def read(run: Watched) -> dict[str, float]:
    mine, mine_then = run.pairs_of("begins"), run.pairs_of("begins", HALF_A_YEAR)
    trouble = run.told("misunderstanding")
    people = [run.people_of("begins", side, 0) for side in ("worker", "professional")]
    urgency = min(mean_of((one["pressing"] * one["helps"] * one["mine"]) ** (1 / 3)) for one in people)
    return {
        "trouble": float(between(mine, trouble).sum()),
        "owed": mean_of(0.5 * (mine_then["owed_worker"] + mine_then["owed_professional"])),
        "alive": float((run.work_of("begins")["alive"] > 0).mean()),
        "weeks": lasted(run, mine),
        "urgency": urgency,
        "others": worse_images(run, mine["professional"]),
    }


def between(pairs: Rows, told: Rows) -> NDArray[np.bool_]:
    """Which of what was told is about these pairs."""
    return np.isin(told["who"], pairs["professional"]) & np.isin(told["whom"], pairs["worker"])


def lasted(run: Watched, pairs: Rows) -> float:
    """The week in which it first ended, however that came about, or all weeks."""
    told = [run.told(kind) for kind in run.kinds if kind.startswith("ended_")]
    ends = [one["week"][between(pairs, one)] for one in told]
    return float(min((int(weeks.min()) for weeks in ends if len(weeks)), default=run.weeks))


def worse_images(run: Watched, managers: Rows) -> float:
    """How much worse the manager who stayed has come to think of informal workers in general."""
    before, after = run.rows("professional", 0)[managers], run.rows("professional")[managers]
    stayed = run.stayed("professional", 0)[managers]
    worse = [np.asarray(after[image] - before[image])[stayed] for image in IMAGES]
    return mean_of(np.concatenate(worse))


PATTERN = Pattern(
    "no_design",
    "§6.3",
    "Logistics end it though both felt urgency; a design phase saves most, and distrust spreads without it.",
    "Praktische zaken breken het af, al voelden beide urgentie; eerst samen ontwerpen redt het meeste.",
    "the case of the church; a design phase face to face",
    "misunderstandings, what each feels is owed, how long it lasts, the manager's view of other workers",
    {"case": CHURCH, "designed": (*CHURCH, *DESIGNED)},
    read,
    (
        Claim(
            "trouble",
            "With a design phase there are fewer misunderstandings.",
            "Met een ontwerpfase zijn er minder misverstanden.",
            apart("designed", "case", "trouble"),
            DOWN,
        ),
        Claim(
            "saved",
            "With a design phase it lasts longer.",
            "Met een ontwerpfase houdt het langer stand.",
            apart("designed", "case", "weeks"),
        ),
        Claim(
            "ended",
            "Without it, it ends in more than half of the worlds.",
            "Zonder eindigt het in meer dan de helft van de werelden.",
            lambda sides: 0.5 - sides["case"]["alive"],
        ),
        Claim(
            "owed",
            "With a design phase each feels less owed.",
            "Met een ontwerpfase vindt men minder tegoed te hebben.",
            apart("designed", "case", "owed"),
            DOWN,
        ),
        Claim(
            "spill_over",
            "Without it the manager thinks worse of informal workers in general than before.",
            "Zonder denkt de manager slechter over informele werkers in het algemeen dan ervoor.",
            over("case", "others"),
        ),
    ),
    weeks=(0, HALF_A_YEAR),
)
