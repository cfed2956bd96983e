"""One and the same self-organisation: requests alone fail, repeated open interest succeeds."""

from analysis.patterns.pattern import DOWN, Claim, Pattern, apart, mean_of, over
from analysis.patterns.settings import without
from analysis.patterns.watched import Watched

# The first year of the case, before anything is arranged: only the visits, with or without open interest.
YEAR = ("scenario=case_okc_on_location", "weeks=52", *without("course_nisa", "course_ssop"))
# The same visits by the same people; only what they are after is exchanged.
VISITS = ("visits_nisa", "visits_ssop", "adviser_nisa", "adviser_ssop")
REQUESTS = (*YEAR, *(f"scenario.events.{visit}.kind=asks" for visit in VISITS))
INTEREST = YEAR


def read(run: Watched) -> dict[str, float]:
    visits = "meets" if "meets" in run.parts else "asks"
    before, after = run.pairs_of(visits, 0), run.pairs_of(visits)
    return {
        "seen": mean_of(after["interest_worker"] - before["interest_worker"]),
        "trust": mean_of(after["trust_worker"] - before["trust_worker"]),
    }


PATTERN = Pattern(
    "same_door_twice",
    "§6.2",
    "At one and the same organisation requests alone fail and repeated open interest succeeds.",
    "Bij een en dezelfde organisatie mislukken verzoeken en lukt herhaalde open belangstelling.",
    "the centre's case, first year: visits that ask for families, against visits out of interest",
    "change of the interest that workers see in the visitors, and of their trust",
    {"interest": INTEREST, "requests": REQUESTS},
    read,
    (
        Claim(
            "reply",
            "Interest is answered with more trust than requests.",
            "Belangstelling wordt met meer vertrouwen beantwoord dan verzoeken.",
            apart("interest", "requests", "trust"),
        ),
        Claim(
            "interest_succeeds",
            "After visits out of interest workers see more interest than before.",
            "Na bezoek uit belangstelling zien werkers meer belangstelling dan ervoor.",
            over("interest", "seen"),
        ),
        Claim(
            "requests_fail",
            "After requests they see less.",
            "Na verzoeken zien zij minder.",
            over("requests", "seen"),
            DOWN,
        ),
    ),
    weeks=(0,),
)
