"""Urgency: pressing, would help, is my task; and the step from wanting to doing (§3.2, §5.1)."""

from sim.arrays import Record
from sim.registry import parameter
from sim.rules import grows, rule

SHARE = (0.0, 1.0)


@rule(
    family="urgency",
    section="§3.2, §5.1",
    evidence="O",
    en="Urgency needs three things at once: the problem presses, collaboration would help, it is my task.",
    nl="Urgentie vraagt drie dingen tegelijk: het probleem dringt, samenwerken zou helpen, het is mijn taak.",
    without="One part can stand in for another: urgency is their mean.",
    yields=("urgency",),
    inputs={"pressing": SHARE, "helps": SHARE, "mine": SHARE},
    signs=grows("pressing", "urgency") + grows("helps", "urgency") + grows("mine", "urgency"),
)
def parts(pressing: float, helps: float, mine: float) -> float:
    """Urgency (0 to 1) as the product of its three parts, each with a floor that leaves it finite."""
    return pressing * helps * mine


parameter(
    "source_stuck",
    0.05,
    0.015,
    0.12,
    "share per week",
    "§3.2",
    "Push of own stuck or escalating cases.",
    "Druk van eigen vastgelopen zaken.",
)
parameter(
    "source_unreached",
    0.008,
    0.002,
    0.014,
    "share per week",
    "§3.2",
    "Push of the thought of families that are not reached.",
    "Druk van het idee van gezinnen die niet bereikt worden.",
)
parameter(
    "source_overload",
    0.03,
    0.01,
    0.08,
    "share per week",
    "§2.2, §3.2",
    "Push of being overloaded by heavy cases.",
    "Druk van overbelasting door zware zaken.",
)
parameter(
    "source_message",
    0.015,
    0.004,
    0.04,
    "share per week",
    "§3.2",
    "Push of a clear message that this is a task.",
    "Druk van een heldere boodschap.",
)
parameter(
    "source_examples",
    0.02,
    0.006,
    0.05,
    "share per week",
    "§3.2",
    "Push of good examples that can be seen.",
    "Druk van zichtbare goede voorbeelden.",
)
parameter(
    "examples_unshown",
    0.15,
    0.05,
    0.4,
    "share",
    "§3.2",
    "How far good work is seen by others when nobody takes care to show it.",
    "Hoe ver anderen goed werk zien als niemand het laat zien.",
)
parameter(
    "examples_elsewhere",
    0.5,
    0.1,
    1.5,
    "collaborations",
    "§3.2",
    "Good examples from elsewhere in the city that can be shown, counted as collaborations of one's own.",
    "Goede voorbeelden van elders in de stad die men kan laten zien, geteld als eigen samenwerkingen.",
)
parameter(
    "source_joint",
    0.05,
    0.015,
    0.12,
    "share per week",
    "§6.3",
    "Push of joint work on vision or a theme chosen together.",
    "Druk van samen aan visie of een gekozen thema werken.",
)
parameter(
    "urgency_fading",
    0.02,
    0.006,
    0.05,
    "share per week",
    "§3.2",
    "How fast each part runs back to where it rests for this person.",
    "Hoe snel elk deel terugloopt naar waar het bij deze persoon rust.",
)


@rule(
    family="urgency",
    section="§2.2, §3.2, §6.3",
    evidence="O",
    en="Own stuck cases press more than an abstract unreached group; overload makes workers want help; "
    "message, examples and joint work feed the other parts.",
    nl="Eigen vastgelopen zaken dringen meer dan een abstracte onbereikte groep; overbelasting doet werkers "
    "hulp zoeken; boodschap, voorbeelden en samen werken voeden de andere delen.",
    without="Urgency stays where it started.",
    yields=("pressing", "helps", "mine"),
    parameters=(
        "source_stuck",
        "source_unreached",
        "source_overload",
        "source_message",
        "source_examples",
        "source_joint",
        "urgency_fading",
    ),
    phase_parameters=("examples_unshown", "examples_elsewhere"),
    inputs={
        "pressing": SHARE,
        "helps": SHARE,
        "mine": SHARE,
        "pressing_rest": SHARE,
        "helps_rest": SHARE,
        "mine_rest": SHARE,
        "stuck": SHARE,
        "unreached": SHARE,
        "overload": SHARE,
        "message": SHARE,
        "examples": SHARE,
        "joint": SHARE,
    },
    signs=grows("stuck", "pressing", "helps")
    + grows("unreached", "pressing")
    + grows("overload", "pressing", "helps")
    + grows("examples", "helps")
    + grows("joint", "helps", "mine")
    + grows("message", "mine"),
)
def sources(
    pressing: float,
    helps: float,
    mine: float,
    pressing_rest: float,
    helps_rest: float,
    mine_rest: float,
    stuck: float,
    unreached: float,
    overload: float,
    message: float,
    examples: float,
    joint: float,
    p: Record,
) -> tuple[float, float, float]:
    """Changes of the three parts in one week from what feeds them and from fading back to where they rest."""
    cases = p.source_stuck * stuck + p.source_unreached * unreached + p.source_overload * overload
    hope = p.source_examples * examples + p.source_joint * joint
    hope += 0.5 * (p.source_overload * overload + p.source_stuck * stuck)
    task = p.source_message * message + p.source_joint * joint
    return (
        cases * (1.0 - pressing) - p.urgency_fading * (pressing - pressing_rest),
        hope * (1.0 - helps) - p.urgency_fading * (helps - helps_rest),
        task * (1.0 - mine) - p.urgency_fading * (mine - mine_rest),
    )


parameter(
    "step_height",
    0.14,
    0.06,
    0.3,
    "urgency",
    "§3.2",
    "Urgency below which nothing is done.",
    "Urgentie waaronder niets gebeurt.",
)
parameter(
    "step_slope",
    3.0,
    1.5,
    5.0,
    "times",
    "§3.2",
    "How fast readiness grows above the step.",
    "Hoe snel bereidheid boven de drempel groeit.",
)
parameter(
    "step_examples",
    0.4,
    0.1,
    0.7,
    "share",
    "§3.2",
    "How far examples and backing lower that step.",
    "Hoe ver voorbeelden en rugdekking die drempel verlagen.",
)


@rule(
    family="urgency",
    section="§3.2",
    evidence="O",
    en="Below a step nothing happens; few examples and little backing keep the step high.",
    nl="Onder een drempel gebeurt niets; weinig voorbeelden en rugdekking houden die drempel hoog.",
    without="People act in proportion to their urgency, however small.",
    yields=("readiness",),
    parameters=("step_height", "step_slope", "step_examples"),
    inputs={"urgency": SHARE, "examples": SHARE, "backed": SHARE},
    signs=grows("urgency", "readiness") + grows("examples", "readiness") + grows("backed", "readiness"),
)
def step(urgency: float, examples: float, backed: float, p: Record) -> float:
    """Readiness to act (0 to 1), given urgency, visible examples and backing."""
    height = p.step_height * (1.0 - p.step_examples * (0.5 * examples + 0.5 * backed))
    return min(1.0, max(0.0, (urgency - height) / (1.0 - height) * p.step_slope))


parameter(
    "isolation_drain",
    0.006,
    0.0015,
    0.015,
    "share of courage per week",
    "§3.2, §6.1",
    "Courage drained by standing alone in one's own institution.",
    "Moed die wegloopt als men alleen staat in de eigen instelling.",
)


@rule(
    family="urgency",
    section="§3.2, §6.1",
    evidence="O",
    en="A carrier who stands alone, with a layer above or below that does not share it, loses courage.",
    nl="Wie het alleen draagt, met een laag boven of onder zich die niet meedoet, verliest moed.",
    without="Standing alone costs nothing.",
    yields=("change",),
    parameters=("isolation_drain",),
    inputs={"courage": SHARE, "carriers": SHARE, "backing": SHARE},
    signs=grows("carriers", "change") + grows("backing", "change"),
)
def isolation(courage: float, carriers: float, backing: float, p: Record) -> float:
    """Term on courage in one week, given the share of carriers around one and the internal backing."""
    return -p.isolation_drain * courage * (1.0 - carriers * backing)
