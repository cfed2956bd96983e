"""Bad stories about youth care lower the use of prevention as well."""

from analysis.patterns.pattern import DOWN, Claim, Pattern, apart
from analysis.patterns.settings import without
from analysis.patterns.watched import Watched

# For half a year, from the second quarter on, a bad story about youth care goes round every other week.
SHOCK = ("scenario=bad_stories", "weeks=104")
CALM = (*SHOCK, *without("stories"))


def read(run: Watched) -> dict[str, float]:
    entered = run.total("self_referrals") + run.total("accepted_to_preventive")
    return {"used": entered, "trust": run.mean("parents_trust_preventive", 26)}


PATTERN = Pattern(
    "one_bad_name",
    "§5.1",
    "After bad stories about youth care, preventive services are used less.",
    "Na slechte verhalen over de jeugdzorg worden preventieve voorzieningen minder gebruikt.",
    "bad stories about youth care going round for half a year, or not; two years",
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
