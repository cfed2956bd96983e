"""Without a design phase logistics end it though both felt urgency; designing saves most."""

import numpy as np

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
    here = np.isin(trouble["who"], mine["professional"]) & np.isin(trouble["whom"], mine["worker"])
    people = [run.people_of("begins", side, 0) for side in ("worker", "professional")]
    urgency = min(mean_of((one["pressing"] * one["helps"] * one["mine"]) ** (1 / 3)) for one in people)
    return {
        "trouble": float(here.sum()),
        "owed": mean_of(0.5 * (mine_then["owed_worker"] + mine_then["owed_professional"])),
        "alive": float((run.work_of("begins")["alive"] > 0).mean()),
        "urgency": urgency,
        "others": worse_images(run, mine["professional"]),
    }


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
    "misunderstandings, what each feels is owed, whether it goes on, the manager's view of other workers",
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
            "With a design phase it goes on more often.",
            "Met een ontwerpfase gaat het vaker door.",
            apart("designed", "case", "alive"),
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
