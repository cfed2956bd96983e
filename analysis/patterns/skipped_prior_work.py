"""Without the worker's prior work few referred families come, although workers value expertise."""

from analysis.patterns.pattern import DOWN, Claim, Pattern, apart, over, share
from analysis.patterns.watched import Watched

BASE = ("district=nieuw_west", "strategy=explorative_aloof", "weeks=104")
NO_HOURS = (*BASE, "scenario.start=[{of:worker,values:{hours_week:0}}]")


def read(run: Watched) -> dict[str, float]:
    return {
        "accepted": share(run.total("referrals_accepted"), run.total("referrals_offered")),
        "value": run.mean("helps_workers"),
    }


PATTERN = Pattern(
    "skipped_prior_work",
    "§5.1, §2.2",
    "Few referred families accept when prior work is skipped, although workers value expertise.",
    "Weinig verwezen gezinnen gaan erop in als het voorwerk wordt overgeslagen, al waarderen werkers "
    "deskundigheid.",
    "workers' hours for prior work nothing against default; two years",
    "accepted referrals for each referral offered",
    {"hours": BASE, "no_hours": NO_HOURS},
    read,
    (
        Claim(
            "accepted",
            "Without hours for prior work a smaller part of the referrals is accepted.",
            "Zonder uren voor voorwerk wordt een kleiner deel van de verwijzingen aangenomen.",
            apart("no_hours", "hours", "accepted"),
            DOWN,
        ),
        Claim(
            "value",
            "Workers believe that working with professionals helps (above one half).",
            "Werkers geloven dat samenwerken met professionals helpt (boven een half).",
            over("no_hours", "value", 0.5),
        ),
    ),
)
