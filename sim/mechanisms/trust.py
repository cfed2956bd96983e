"""Trust: images of a kind, trust in a person, trust in the district (§1.2, §3.2, §3.3, §6.2)."""

from sim.arrays import Record
from sim.registry import parameter
from sim.rules import grows, rule, shrinks

SHARE = (0.0, 1.0)

parameter(
    "image_own",
    0.006,
    0.001,
    0.02,
    "share per week",
    "§6.2",
    "How fast own experience with one partner colours the image of all.",
    "Hoe snel eigen ervaring met een partner het beeld van allen kleurt.",
)
parameter(
    "image_colleagues",
    0.01,
    0.002,
    0.03,
    "share per week",
    "§3.3",
    "How fast one takes over the image that colleagues have.",
    "Hoe snel men het beeld van collega's overneemt.",
)
parameter(
    "image_stories",
    0.006,
    0.001,
    0.02,
    "share per week",
    "§3.3, §5.1",
    "How fast one takes over what the community tells.",
    "Hoe snel men overneemt wat de gemeenschap vertelt.",
)


@rule(
    family="trust",
    section="§1.2, §3.3, §6.2",
    evidence="O",
    en="The image of a whole kind is fed by own partners, weakly (they stay exceptions), by colleagues "
    "and by what the community tells.",
    nl="Het beeld van een hele groep wordt gevoed door eigen partners, zwak (uitzonderingen), door "
    "collega's en door verhalen in de gemeenschap.",
    without="Images stay as they were, but for what single approaches do to them.",
    yields=("goodwill",),
    parameters=("image_own", "image_colleagues", "image_stories"),
    inputs={"goodwill": SHARE, "experience": SHARE, "colleagues": SHARE, "told": SHARE},
    signs=grows("experience", "goodwill") + grows("colleagues", "goodwill") + grows("told", "goodwill"),
)
def image(goodwill: float, experience: float, colleagues: float, told: float, p: Record) -> float:
    """Change of goodwill (1 minus the mean bad belief) from own partners, colleagues and stories told."""
    return (
        p.image_own * (experience - goodwill)
        + p.image_colleagues * (colleagues - goodwill)
        + p.image_stories * (told - goodwill)
    )


parameter(
    "pair_gain",
    0.03,
    0.01,
    0.06,
    "trust per full contact",
    "§1.2, §3.2",
    "Trust that meeting and working together gives.",
    "Vertrouwen dat ontmoeten en samen werken geeft.",
)
parameter(
    "pair_loss_ratio",
    1.8,
    1.0,
    3.5,
    "times",
    "§3.2",
    "How much faster trust falls than it grows.",
    "Hoeveel sneller vertrouwen daalt dan groeit.",
    minimum=0.2,
)


@rule(
    family="trust",
    section="§1.2, §3.2",
    evidence="L",
    en="Trust in a person grows slowly in meeting and working, ever slower near the top, and falls faster.",
    nl="Vertrouwen in een persoon groeit langzaam door ontmoeten en werken, en daalt sneller.",
    without="Meeting builds no trust, and rises and falls count alike.",
    yields=("change",),
    parameters=("pair_gain", "pair_loss_ratio"),
    inputs={"trust": SHARE, "met": SHARE, "rises": (0.0, 0.5), "falls": (0.0, 0.5)},
    signs=grows("met", "change")
    + grows("rises", "change")
    + shrinks("falls", "change")
    + shrinks("trust", "change"),
)
def pair(trust: float, met: float, rises: float, falls: float, p: Record) -> float:
    """Change of pair trust in one week from meeting, and from what lifted and what hurt it."""
    return (1.5 * p.pair_gain * met + rises) * (1.0 - trust) - p.pair_loss_ratio * falls


parameter(
    "district_gain",
    0.01,
    0.003,
    0.03,
    "trust per week",
    "§6.2, §7.3",
    "Trust in the district from backing that is felt.",
    "Vertrouwen in het stadsdeel door rugdekking die wordt gevoeld.",
)
parameter(
    "district_fading",
    0.003,
    0.0008,
    0.008,
    "share per week",
    "§6.2",
    "How fast trust in an absent district runs down.",
    "Hoe snel vertrouwen in een afwezig stadsdeel terugloopt.",
)


@rule(
    family="trust",
    section="§6.2",
    evidence="O",
    en="Trust in the district is a stock of its own, fed by backing that is felt, never by a partner.",
    nl="Vertrouwen in het stadsdeel staat op zichzelf: gevoed door rugdekking, niet door een partner.",
    without="Backing neither builds nor keeps trust in the district.",
    yields=("change",),
    parameters=("district_gain", "district_fading"),
    inputs={"trust": SHARE, "felt": SHARE},
    signs=grows("felt", "change") + shrinks("trust", "change"),
)
def district(trust: float, felt: float, p: Record) -> float:
    """Change of an actor's trust in the district in one week from the backing felt."""
    return p.district_gain * felt * (1.0 - trust) - p.district_fading * (1.0 - felt) * trust


parameter(
    "visible_gain",
    0.005,
    0.0015,
    0.015,
    "trust per week",
    "§3.3, §5.1",
    "Trust that visible referrals build, and that their absence takes.",
    "Vertrouwen dat zichtbare verwijzingen opbouwen en dat uitblijven kost.",
)
parameter(
    "visible_expected",
    0.35,
    0.1,
    0.8,
    "referrals per quarter",
    "§5.1",
    "Referrals that a preventive professional expects of a worker with whom one works.",
    "Verwijzingen die een preventieve professional verwacht van een werker met wie men werkt.",
)
parameter(
    "visible_before",
    0.3,
    0.1,
    0.6,
    "share",
    "§3.3, §5.1",
    "Share of that which is expected of a worker whom one knows and has asked, before any work together.",
    "Deel daarvan dat men van een bekende werker verwacht die is gevraagd, voordat er samen wordt gewerkt.",
)
parameter(
    "visible_youth_care",
    0.2,
    0.05,
    0.6,
    "share",
    "§3.2, §3.3",
    "How much referrals, and rivalry over them, count in youth care, where they count fully in prevention.",
    "Hoeveel verwijzingen, en rivaliteit erom, in de jeugdzorg tellen, waar zij in preventie vol tellen.",
)


@rule(
    family="trust",
    section="§3.3, §5.1, §6.1",
    evidence="O",
    en="Referrals are the professional's start signal, as attributed; their absence counts against the "
    "worker even when parents were not ready.",
    nl="Verwijzingen zijn het startsein voor de professional, zoals toegeschreven; uitblijven telt tegen de "
    "werker, ook als ouders er niet aan toe waren.",
    without="Referrals and their absence do not touch trust.",
    yields=("trust",),
    parameters=("visible_gain", "visible_expected"),
    phase_parameters=("visible_before", "visible_youth_care"),
    inputs={"attributed": (0.0, 4.0), "expected": SHARE, "weight": SHARE, "trust": SHARE},
    signs=grows("attributed", "trust") + shrinks("expected", "trust"),
)
def visible_referrals(attributed: float, expected: float, weight: float, trust: float, p: Record) -> float:
    """Term on a professional's trust from ``attributed`` referrals of the last quarter.

    ``expected`` is the share of the full expectation that one has of this worker; ``weight`` is how much
    referrals count: full in prevention, less in youth care. That they stay out is known after a while: it
    wears away the ``trust`` that there is, ever less.
    """
    surplus = (attributed - p.visible_expected * expected) / (attributed + 1.0)
    return p.visible_gain * weight * (min(1.0, surplus) if surplus > 0.0 else surplus * trust)


parameter(
    "rivalry_few",
    0.004,
    0.001,
    0.015,
    "share per week",
    "§3.3",
    "How fast few referrals feed the belief that the other wants to do it alone.",
    "Hoe snel weinig verwijzen het idee voedt dat de ander het alleen wil doen.",
)
parameter(
    "rivalry_cold",
    0.006,
    0.001,
    0.02,
    "trust per week",
    "§3.3",
    "Worker's trust lost to coldness read as fear of us.",
    "Vertrouwen van de werker dat verdwijnt door kilte, gelezen als angst voor ons.",
)
parameter(
    "rivalry_course",
    0.012,
    0.003,
    0.035,
    "share per week",
    "§3.3, §5.1, §6.3",
    "How fast trust goes down to what one gives who runs a course of the same kind.",
    "Hoe snel vertrouwen daalt tot wat men iemand met eenzelfde soort cursus geeft.",
)


@rule(
    family="trust",
    section="§3.3, §5.1, §6.3",
    evidence="O",
    en="Each side attributes rivalry to the other: few referrals or an own course look like doing it alone "
    "(after a failure: like a takeover), coldness looks like fear.",
    nl="Beide kanten zien rivaliteit bij de ander: weinig verwijzen of een eigen cursus lijkt alleen willen "
    "(na een mislukking: overname), kilte lijkt angst.",
    without="Nobody sees a rival in the other.",
    yields=("rival", "trust_professional", "trust_worker"),
    parameters=("rivalry_few", "rivalry_cold", "rivalry_course"),
    inputs={
        "belief": SHARE,
        "trust": SHARE,
        "trust_worker": SHARE,
        "few": SHARE,
        "cold": SHARE,
        "own_course": SHARE,
        "failed": SHARE,
        "prevention": SHARE,
    },
    signs=grows("few", "rival")
    + shrinks("cold", "trust_worker")
    + shrinks("own_course", "trust_professional")
    + shrinks("failed", "trust_professional"),
)
def rivalry(
    belief: float,
    trust: float,
    trust_worker: float,
    few: float,
    cold: float,
    own_course: float,
    failed: float,
    prevention: float,
    p: Record,
) -> tuple[float, float, float]:
    """Terms on the belief in rivalry and on both sides' trust.

    ``own_course`` is 1 for a course of one's own, less for a wish to professionalise; ``failed`` says how
    much an earlier failure stands between them; ``prevention`` weighs the own course by domain. A course
    that is known and stays is no new disappointment each week: what goes is the trust above the part that
    the course leaves room for. Coldness that stays wears away the worker's trust, ever less.
    """
    course = own_course * prevention * (1.0 + failed)
    too_much = max(0.0, trust - max(0.0, 1.0 - course))
    return (
        (p.rivalry_few * few + 0.5 * p.rivalry_course * course) * (1.0 - belief),
        -p.rivalry_course * course * too_much,
        -p.rivalry_cold * cold * trust_worker,
    )
