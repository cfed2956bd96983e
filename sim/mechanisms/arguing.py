"""Vision, continued: what a story carries, what an argument claims, what a diagnosis hides (§5, §6)."""

from sim.arrays import Record
from sim.registry import parameter
from sim.rules import grows, rule, shrinks

SHARE = (0.0, 1.0)

parameter(
    "story_bond",
    0.01,
    0.003,
    0.025,
    "trust per week",
    "§6.2",
    "Trust that a full shared story gives in a week of working together.",
    "Vertrouwen dat een volledig gedeeld verhaal geeft in een week samen werken.",
)
parameter(
    "story_ideas",
    0.01,
    0.003,
    0.03,
    "share per week",
    "§6.2",
    "How fast a full shared story brings new ideas into the design of the work.",
    "Hoe snel een volledig gedeeld verhaal nieuwe ideeën in de opzet van het werk brengt.",
)
parameter(
    "story_carries",
    0.5,
    0.0001,
    0.8,
    "share",
    "§6.4",
    "How much of the strain of a setback a full shared story takes away (expected, not seen).",
    "Hoeveel van de spanning van een tegenslag een gedeeld verhaal wegneemt (verwacht, niet gezien).",
)


@rule(
    family="vision",
    section="§6.2, §6.4",
    evidence="O",
    en="A shared story strengthens the bond and brings new ideas; that it carries through setbacks is "
    "expected.",
    nl="Een gedeeld verhaal versterkt de band en brengt nieuwe ideeën; dat het door tegenslag heen draagt is "
    "een verwachting.",
    without="A shared story is agreement and nothing more.",
    yields=("bond", "ideas", "strain_left"),
    parameters=("story_bond", "story_ideas", "story_carries"),
    inputs={"story": SHARE, "working": SHARE},
    signs=grows("story", "bond", "ideas")
    + grows("working", "bond", "ideas")
    + shrinks("story", "strain_left"),
)
def shared_story(story: float, working: float, p: Record) -> tuple[float, float, float]:
    """Terms on trust and on design in a week of work, and the share of a setback's strain that is left."""
    return p.story_bond * story * working, p.story_ideas * story * working, 1.0 - p.story_carries * story


parameter(
    "crossed_claim",
    0.003,
    0.0008,
    0.008,
    "share per week",
    "§5.2, §7.1",
    "How fast arguing one's own role from accessibility turns into a claim to be paid.",
    "Hoe snel de eigen rol bepleiten vanuit toegankelijkheid een claim op betaling wordt.",
)
parameter(
    "crossed_discontent",
    0.02,
    0.006,
    0.05,
    "disappointment per week",
    "§5.2, §7.1",
    "Disappointment that a claim that stays unpaid gives to someone who spends all time on bridging.",
    "Teleurstelling die een onbetaalde claim geeft aan wie alle tijd in bruggen bouwen steekt.",
)
parameter(
    "crossed_push",
    1.0,
    0.3,
    2.0,
    "times",
    "§7.1",
    "How much an official story of accessibility adds to both.",
    "Hoeveel een officieel verhaal van toegankelijkheid aan beide toevoegt.",
)


@rule(
    family="vision",
    section="§5.2, §7.1",
    evidence="O",
    en="Taking the accessibility story for one's own role turns into a claim to be paid, and into discontent "
    "when unpaid; more where the district pushes that story.",
    nl="Wie de eigen rol vanuit toegankelijkheid bepleit gaat betaling claimen, en is ontevreden als die "
    "uitblijft; meer waar het stadsdeel dat verhaal uitdraagt.",
    without="What one argues from has no bearing on what one claims.",
    yields=("claim_rise", "discontent"),
    parameters=("crossed_claim", "crossed_discontent", "crossed_push"),
    inputs={"access": SHARE, "claim": SHARE, "bridging": SHARE, "paid": SHARE, "pushed": SHARE},
    signs=grows("access", "claim_rise", "discontent")
    + grows("pushed", "claim_rise", "discontent")
    + grows("bridging", "claim_rise", "discontent")
    + grows("claim", "discontent")
    + shrinks("paid", "discontent"),
)
def crossed_argument(
    access: float, claim: float, bridging: float, paid: float, pushed: float, p: Record
) -> tuple[float, float]:
    """Rise of a worker's claim to be paid in one week, and the disappointment that it stays unpaid.

    ``access`` is how far the worker argues from accessibility, ``claim`` the position on compensation,
    ``bridging`` the share of the hours that go to it, ``pushed`` how hard the district pushes that story.
    """
    argued = access * (1.0 + p.crossed_push * pushed)
    return (
        min(1.0, p.crossed_claim * argued * (0.3 + 0.7 * bridging)) * (1.0 - claim),
        p.crossed_discontent * argued * claim * bridging * (1.0 - paid),
    )


parameter(
    "diagnosis_asks",
    0.4,
    0.1,
    0.8,
    "share",
    "§5.1",
    "How much a distance seen in heads adds to asking workers for referrals and for spreading information.",
    "Hoeveel een afstand in de hoofden toevoegt aan vragen om verwijzing en voorlichting.",
)
parameter(
    "diagnosis_deaf",
    0.8,
    0.4,
    0.98,
    "share",
    "§5.1",
    "How much of the feedback on the fit of the offer is then discounted.",
    "Hoeveel van de terugkoppeling over het aanbod dan wordt weggewuifd.",
)
parameter(
    "diagnosis_risk",
    0.5,
    0.1,
    0.9,
    "share",
    "§5.1",
    "How much more pressing the unreached then seem, since they are read as at risk.",
    "Hoeveel dringender de onbereikten dan lijken, omdat zij als risico worden gelezen.",
)


@rule(
    family="vision",
    section="§5.1",
    evidence="O",
    en="Who places the distance in people's heads asks for information and referrals and changes no offer: "
    "feedback on its fit is discounted, and the unreached are read as at risk.",
    nl="Wie de afstand in de hoofden plaatst vraagt om voorlichting en verwijzing en verandert het aanbod "
    "niet: kritiek op het aanbod telt niet, en wie niet komt geldt als risico.",
    without="Where one places the distance changes neither what is asked nor what is heard.",
    yields=("asks", "heard", "at_risk"),
    parameters=("diagnosis_asks", "diagnosis_deaf", "diagnosis_risk"),
    inputs={"real": SHARE, "truncation": SHARE},
    signs=shrinks("real", "asks", "at_risk")
    + grows("truncation", "asks", "at_risk")
    + grows("real", "heard")
    + shrinks("truncation", "heard"),
)
def diagnosis(real: float, truncation: float, p: Record) -> tuple[float, float, float]:
    """What is added to asking, the share of feedback on fit that is heard, and what is added to the press.

    ``real`` is the position on the distance (0 in heads, 1 real), ``truncation`` how far only the demand
    side of it is seen.
    """
    heads = 0.5 * (1.0 - real) + 0.5 * truncation
    return p.diagnosis_asks * heads, 1.0 - p.diagnosis_deaf * heads, p.diagnosis_risk * heads
