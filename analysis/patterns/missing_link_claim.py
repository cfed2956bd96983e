"""Who is told to be the missing link and stays unpaid is disappointed, more where the district says so."""

from analysis.patterns.pattern import DOWN, Claim, Pattern, apart, apart_more
from analysis.patterns.watched import Watched

BASE = ("district=zuidoost", "strategy=none", "weeks=156")
STORY = ("strategy.policies.narrative_push=0.8", "strategy.policies.narrative_civil=0.1")
PAID = ("levers.compensation.intensity=1",)


def read(run: Watched) -> dict[str, float]:
    return {"disappointment": run.mean("disappointment", run.weeks - 52)}


PATTERN = Pattern(
    "missing_link_claim",
    "§5.2, §7.1",
    "The accessibility story turns unpaid bridging into disappointment, more where the district tells it.",
    "Het verhaal van toegankelijkheid maakt onbetaald brugwerk tot teleurstelling, meer als het "
    "stadsdeel het vertelt.",
    "official accessibility story on and off, pay on and off; third year",
    "disappointment of informal workers",
    {"neither": BASE, "story": (*BASE, *STORY), "paid": (*BASE, *PAID), "both": (*BASE, *STORY, *PAID)},
    read,
    (
        Claim(
            "story",
            "Unpaid, the official story raises disappointment.",
            "Onbetaald vergroot het officiële verhaal de teleurstelling.",
            apart("story", "neither", "disappointment"),
        ),
        Claim(
            "paid",
            "Pay lowers disappointment under that story.",
            "Betaling verkleint de teleurstelling onder dat verhaal.",
            apart("both", "story", "disappointment"),
            DOWN,
        ),
        Claim(
            "more_when_unpaid",
            "The story does more harm unpaid than paid.",
            "Het verhaal doet onbetaald meer kwaad dan betaald.",
            apart_more(("story", "neither"), ("both", "paid"), "disappointment"),
        ),
    ),
)
