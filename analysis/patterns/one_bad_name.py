"""Bad stories about youth care lower the use of prevention as well."""

from analysis.patterns.pattern import DOWN, Claim, Pattern, apart
from analysis.patterns.watched import Watched

BASE = ("district=nieuw_west", "strategy=explorative_aloof", "weeks=104")
SHOCK = (*BASE, "scenario.start=[{of:community,how:set,values:{story_youth_care:0.05}}]")
CALM = (*BASE, "scenario.start=[{of:community,how:set,values:{story_youth_care:0.5}}]")


def read(run: Watched) -> dict[str, float]:
    entered = run.total("self_referrals") + run.total("accepted_to_preventive")
    return {"used": entered, "trust": run.mean("parents_trust_preventive")}


PATTERN = Pattern(
    "one_bad_name",
    "§5.1",
    "After bad stories about youth care, preventive services are used less.",
    "Na slechte verhalen over de jeugdzorg worden preventieve voorzieningen minder gebruikt.",
    "stories about youth care bad or neutral at the start; two years",
    "families that come into prevention by themselves or through a worker; families' trust in it",
    {"shock": SHOCK, "calm": CALM},
    read,
    (
        Claim(
            "used",
            "Fewer families come into prevention.",
            "Minder gezinnen komen bij preventie.",
            apart("shock", "calm", "used"),
            DOWN,
        ),
        Claim(
            "trust",
            "Families trust prevention less.",
            "Gezinnen vertrouwen preventie minder.",
            apart("shock", "calm", "trust"),
            DOWN,
        ),
    ),
)
