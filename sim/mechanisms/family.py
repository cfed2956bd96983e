"""Families: questions, peers, words, trust and what makes help acceptable (§2.2, §4.2, §5.2, §6.1)."""

from sim.arrays import Record
from sim.registry import parameter
from sim.rules import grows, rule, shrinks

SHARE = (0.0, 1.0)

parameter(
    "question_rate",
    0.009,
    0.004,
    0.02,
    "chance per week",
    "§2.2",
    "Chance that a family meets a new question.",
    "Kans dat een gezin een nieuwe vraag krijgt.",
)
parameter(
    "question_puberty",
    0.9,
    0.3,
    1.8,
    "times on top",
    "intro, §2.2",
    "How much more often in puberty.",
    "Hoeveel vaker in de puberteit.",
)
parameter(
    "question_growth",
    0.011,
    0.004,
    0.025,
    "share per week",
    "§2.2",
    "How fast an unattended question grows, or passes.",
    "Hoe snel een vraag zonder aandacht groeit, of overgaat.",
)
parameter(
    "question_balance",
    0.46,
    0.19,
    0.74,
    "times",
    "intro, §2.2",
    "At how much strain an unattended question neither grows nor passes by itself; range matched to how many "
    "come into heavy care.",
    "Bij hoeveel spanning een vraag zonder aandacht groeit noch vanzelf overgaat; bereik afgestemd op "
    "hoeveel gezinnen in zware hulp komen.",
)


@rule(
    family="family",
    section="§2.2, §4.2",
    evidence="O",
    en="Questions arise with age and circumstances; unattended they grow, the more so with worries and "
    "isolation, into late and heavy care.",
    nl="Vragen ontstaan met leeftijd en omstandigheden; zonder aandacht groeien ze, zeker bij zorgen en "
    "isolement, tot late en zware hulp.",
    without="No new questions arise and none grows.",
    yields=("chance", "growth"),
    parameters=("question_rate", "question_puberty", "question_growth", "question_balance"),
    inputs={
        "puberty": (0, 1),
        "worries": SHARE,
        "isolation": SHARE,
        "empowerment": SHARE,
        "attended": SHARE,
        "need": SHARE,
        "severity": SHARE,
    },
    signs=grows("puberty", "chance")
    + grows("severity", "growth")
    + grows("worries", "chance", "growth")
    + grows("isolation", "growth")
    + shrinks("attended", "growth")
    + shrinks("empowerment", "growth"),
)
def questions(
    puberty: float,
    worries: float,
    isolation: float,
    empowerment: float,
    attended: float,
    need: float,
    severity: float,
    p: Record,
) -> tuple[float, float]:
    """Weekly chance of a new question and weekly growth of the one there is."""
    chance = p.question_rate * (1.0 + p.question_puberty * puberty) * (0.7 + 0.6 * worries)
    strain = (0.5 + 0.4 * worries + 0.4 * isolation) * (1.0 - 0.6 * empowerment) * (1.0 - attended)
    pushes = (0.2 + 1.6 * severity) * strain * (0.35 + need)
    return chance, p.question_growth * (pushes - p.question_balance)


parameter(
    "living_room_shame",
    0.06,
    0.02,
    0.14,
    "share per gathering",
    "§2.2",
    "How much a gathering in a safe space takes off shame.",
    "Hoeveel een bijeenkomst in een veilige ruimte schaamte verlaagt.",
)
parameter(
    "living_room_words",
    0.09,
    0.03,
    0.2,
    "share per gathering",
    "§2.2",
    "How much it puts a question into words.",
    "Hoeveel het een vraag onder woorden brengt.",
)
parameter(
    "living_room_ease",
    0.016,
    0.005,
    0.04,
    "share per gathering",
    "§2.2",
    "How much peers ease a question.",
    "Hoeveel gelijken een vraag verlichten.",
)
parameter(
    "living_room_street",
    0.45,
    0.15,
    0.8,
    "share",
    "§2.2",
    "What is left of it without an own place.",
    "Wat daarvan overblijft zonder eigen plek.",
)


@rule(
    family="family",
    section="§2.2, §6.2",
    evidence="O",
    en="Frequent informal contact in a safe space lowers shame, puts questions into words and lets peers "
    "help; with an own place more, on the street less, not nothing.",
    nl="Vaak informeel contact in een veilige ruimte verlaagt schaamte, brengt vragen onder woorden en laat "
    "ouders elkaar helpen; met eigen plek meer, op straat minder, niet niets.",
    without="Meeting peers does nothing for questions.",
    yields=("shame", "words", "need"),
    parameters=("living_room_shame", "living_room_words", "living_room_ease", "living_room_street"),
    inputs={"safety": SHARE, "own_place": (0, 1), "shame": SHARE, "words": SHARE, "need": SHARE},
    signs=shrinks("safety", "shame", "need") + grows("safety", "words") + shrinks("own_place", "shame"),
)
def living_room(
    safety: float, own_place: float, shame: float, words: float, need: float, p: Record
) -> tuple[float, float, float]:
    """Changes of shame, words and need from one gathering."""
    place = 1.0 if own_place > 0 else p.living_room_street
    warmth = safety * place
    return (
        -p.living_room_shame * warmth * shame,
        p.living_room_words * warmth * (1.0 - words) * (1.0 - 0.5 * shame),
        -p.living_room_ease * warmth * (1.0 - need) * (1.0 - need) * (0.3 + 0.7 * words),
    )


parameter(
    "prior_words",
    0.35,
    0.15,
    0.6,
    "share",
    "§2.2, §5.2",
    "How far a question must be in words before advice can land.",
    "Hoe ver een vraag onder woorden moet zijn voordat advies kan landen.",
)
parameter(
    "prior_hours",
    1.5,
    0.5,
    3.0,
    "hours per family per week",
    "§2.2, §6.1",
    "Hours a week of prior work for one family.",
    "Uren voorwerk per gezin per week.",
)
parameter(
    "prior_pace",
    0.16,
    0.06,
    0.3,
    "share per week",
    "§2.2, §6.1",
    "How much a week of prior work adds to words and takes off shame.",
    "Hoeveel een week voorwerk toevoegt aan woorden en schaamte verlaagt.",
)
parameter(
    "prior_without",
    0.12,
    0.02,
    0.3,
    "share",
    "§2.2, §6.1",
    "What acceptance is left without any prior work.",
    "Wat er van acceptatie overblijft zonder voorwerk.",
)
parameter(
    "prior_own",
    0.5,
    0.2,
    0.8,
    "share",
    "§2.2, §5.2",
    "How much of being ready takes the worker's own preparation of this family.",
    "Hoeveel van gereed zijn de voorbereiding van dit gezin door de werker zelf vraagt.",
)
parameter(
    "prior_weeks",
    2.0,
    1.0,
    5.0,
    "weeks",
    "§2.2, §6.1",
    "Weeks of prior work with one family after which it is prepared.",
    "Weken voorwerk met een gezin waarna het is voorbereid.",
)


@rule(
    family="family",
    section="§2.2, §5.2, §6.1",
    evidence="O",
    en="Prior work comes before advice can land; without it acceptance is near nothing.",
    nl="Voorwerk gaat vooraf aan advies dat landt; zonder voorwerk is acceptatie bijna niets.",
    without="Advice lands at once, without any preparation.",
    yields=("readiness", "progress"),
    parameters=(
        "prior_words",
        "prior_hours",
        "prior_pace",
        "prior_without",
        "prior_own",
        "prior_weeks",
    ),
    inputs={"words": SHARE, "shame": SHARE, "weeks": (0.0, 20.0), "hours": (0.0, 4.0)},
    signs=grows("words", "readiness")
    + shrinks("shame", "readiness")
    + grows("weeks", "readiness")
    + grows("hours", "progress"),
)
def prior_work(words: float, shame: float, weeks: float, hours: float, p: Record) -> tuple[float, float]:
    """Readiness for advice (share) and the progress that this week's hours of prior work make."""
    landed = min(1.0, words / p.prior_words)
    landed *= 1.0 - p.prior_own * (1.0 - min(1.0, weeks / p.prior_weeks))
    readiness = p.prior_without + (1.0 - p.prior_without) * landed * (1.0 - 0.6 * shame)
    return readiness, p.prior_pace * min(1.0, hours / p.prior_hours) * (1.0 - words)


parameter(
    "acceptance_head",
    0.8,
    0.4,
    1.0,
    "share",
    "§4.2, §5.2",
    "How much the threshold in the head takes off.",
    "Hoeveel de drempel in het hoofd eraf haalt.",
    maximum=1.2,
)
parameter(
    "acceptance_real",
    0.8,
    0.4,
    1.0,
    "share",
    "§4.2, §5.2",
    "How much the real distance of the offer takes off.",
    "Hoeveel de echte afstand van het aanbod eraf haalt.",
    maximum=1.2,
)
parameter(
    "acceptance_warm",
    0.45,
    0.15,
    0.8,
    "share",
    "§5.2",
    "How much a warm hand-over takes off both thresholds.",
    "Hoeveel warme overdracht van beide drempels afhaalt.",
)


@rule(
    family="family",
    section="§4.2, §5.2",
    evidence="O",
    en="Acceptance needs both sides: trust in who sends and a threshold in the head on one, real distance on "
    "the other; a warm hand-over helps.",
    nl="Acceptatie vraagt beide kanten: vertrouwen in wie stuurt en de drempel in het hoofd, en de echte "
    "afstand van het aanbod; warme overdracht helpt.",
    without="Every family accepts half of what is offered.",
    yields=("chance",),
    parameters=("acceptance_head", "acceptance_real", "acceptance_warm"),
    inputs={"trust": SHARE, "head": SHARE, "real": SHARE, "readiness": SHARE, "warm": SHARE},
    signs=grows("trust", "chance")
    + shrinks("head", "chance")
    + shrinks("real", "chance")
    + grows("readiness", "chance")
    + grows("warm", "chance"),
)
def acceptance(trust: float, head: float, real: float, readiness: float, warm: float, p: Record) -> float:
    """Chance that a family accepts an offer of help."""
    left = 1.0 - p.acceptance_warm * warm
    head_open = max(0.0, 1.0 - p.acceptance_head * head * left)
    real_open = max(0.0, 1.0 - p.acceptance_real * real * left)
    return trust * head_open * real_open * readiness


parameter(
    "stories_reach",
    0.04,
    0.012,
    0.1,
    "share per story",
    "§5.1",
    "How far one good experience moves the community's story.",
    "Hoe ver een goede ervaring het verhaal in de gemeenschap beweegt.",
)
parameter(
    "stories_bad",
    2.0,
    1.0,
    4.0,
    "times",
    "§5.1",
    "How much farther a bad one travels.",
    "Hoeveel verder een slechte ervaring reist.",
    minimum=0.2,
)
parameter(
    "stories_spill",
    0.4,
    0.1,
    0.8,
    "share",
    "§5.1",
    "How much a story about one service colours the other.",
    "Hoeveel een verhaal over de ene dienst de andere kleurt.",
)


@rule(
    family="family",
    section="§5.1",
    evidence="O",
    en="Experience travels through the community, bad farther than good; a feared service colours the "
    "image of all.",
    nl="Ervaring reist door de gemeenschap, slecht verder dan goed; een gevreesde dienst kleurt het beeld "
    "van alle.",
    without="Nobody hears of anybody's experience.",
    yields=("own", "other"),
    parameters=("stories_reach", "stories_bad", "stories_spill"),
    inputs={"outcome": (-1.0, 1.0), "story": SHARE, "crowd": SHARE},
    signs=grows("outcome", "own", "other"),
)
def stories(outcome: float, story: float, crowd: float, p: Record) -> tuple[float, float]:
    """Changes of the stories about the service itself and about the other services.

    ``outcome`` runs from -1 (frightening) to 1 (a real help); ``crowd`` scales with the share of the
    community that one family is.
    """
    if outcome >= 0.0:
        own = p.stories_reach * crowd * outcome * (1.0 - story)
    else:
        own = p.stories_reach * crowd * p.stories_bad * outcome * story
    return own, p.stories_spill * own
