"""Approach: who seeks whom, with what intent, and how it is read (§3.3, §3.4, §5.1, §5.3)."""

from sim.arrays import Record
from sim.registry import parameter
from sim.rules import grows, rule, shrinks

SHARE = (0.0, 1.0)

parameter(
    "choice_instrumental",
    1.0,
    0.4,
    2.0,
    "weight",
    "§5.1",
    "Pull of asking for families or help, per unit of instrumental leaning.",
    "Trek om gezinnen of hulp te vragen, per eenheid instrumentele neiging.",
)
parameter(
    "choice_curious",
    0.6,
    0.2,
    1.4,
    "weight",
    "§3.3",
    "Pull of showing open interest in what the other does.",
    "Trek om open belangstelling te tonen voor wat de ander doet.",
)
parameter(
    "choice_building",
    0.5,
    0.2,
    1.2,
    "weight",
    "§5.1",
    "Pull of building something together.",
    "Trek om samen iets op te bouwen.",
)
parameter(
    "choice_targets",
    1.2,
    0.3,
    2.5,
    "weight",
    "§1.3",
    "How much targets add to the instrumental pull.",
    "Hoeveel targets toevoegen aan de instrumentele trek.",
)


parameter(
    "choice_haste",
    0.8,
    0.2,
    1.8,
    "weight",
    "§6.2, §7.3",
    "How much it adds to the instrumental pull that results are wanted at once.",
    "Hoeveel het aan de instrumentele trek toevoegt dat men meteen resultaat wil.",
)
parameter(
    "choice_patience",
    104.0,
    60.0,
    180.0,
    "weeks",
    "§6.2, §7.3",
    "Weeks that one gives a relation before results are due, from which there is no haste in it.",
    "Weken die men een relatie gunt voordat er resultaat moet zijn, waarboven er geen haast is.",
)
parameter(
    "choice_located",
    0.6,
    0.3,
    0.9,
    "share",
    "§6.2, §6.4",
    "How much of the wish to ask for families goes where one works inside the organisation.",
    "Hoeveel van de wens om gezinnen te vragen wegvalt waar men binnen de organisatie werkt.",
)


@rule(
    family="approach",
    section="§3.3, §5.1, §6.2, §7.3",
    evidence="O",
    en="What an approach is after follows position, targets, haste, hours, pioneering and backing.",
    nl="Waar toenadering op uit is, volgt uit positie, targets, haast, uren, pionieren en rugdekking.",
    without="Every intent is equally likely.",
    yields=("instrumental", "curious", "building"),
    parameters=(
        "choice_instrumental",
        "choice_curious",
        "choice_building",
        "choice_targets",
        "choice_haste",
        "choice_patience",
        "choice_located",
    ),
    inputs={
        "leaning": SHARE,
        "located": SHARE,
        "targets": SHARE,
        "horizon": (0.0, 520.0),
        "openness": SHARE,
        "pioneering": SHARE,
        "backed": SHARE,
    },
    signs=grows("leaning", "instrumental")
    + shrinks("located", "instrumental")
    + grows("targets", "instrumental")
    + shrinks("horizon", "instrumental")
    + grows("openness", "curious")
    + grows("pioneering", "building")
    + grows("backed", "building"),
)
def choice(
    leaning: float,
    located: float,
    targets: float,
    horizon: float,
    openness: float,
    pioneering: float,
    backed: float,
    p: Record,
) -> tuple[float, float, float]:
    """Chances (adding to 1) of an instrumental, an openly interested and a building intent.

    ``leaning`` is how far the other is seen as a means: for professionals their position on the role of
    volunteers, for informal workers how much load they want to share. ``located`` is 1 for who works inside
    the other's organisation, and need not ask for the families who are there. ``horizon`` are the weeks
    within which results are wanted: who wants them soon comes with a request.
    """
    haste = max(0.0, 1.0 - horizon / p.choice_patience)
    asking = leaning * (1.0 - p.choice_located * located)
    instrumental = p.choice_instrumental * asking + p.choice_targets * targets + p.choice_haste * haste
    curious = p.choice_curious * openness
    building = p.choice_building * pioneering * (0.3 + 0.7 * backed)
    total = instrumental + curious + building + 1e-9
    return instrumental / total, curious / total, building / total


parameter(
    "recognise_instrumental",
    0.55,
    0.3,
    0.8,
    "chance",
    "§3.4",
    "Chance that an instrumental approach is seen as an approach at all.",
    "Kans dat instrumentele toenadering als toenadering wordt gezien.",
)
parameter(
    "recognise_interest",
    0.9,
    0.7,
    0.99,
    "chance",
    "§3.4",
    "The same for open interest.",
    "Hetzelfde voor open belangstelling.",
)
parameter(
    "recognise_building",
    0.85,
    0.6,
    0.98,
    "chance",
    "§3.4",
    "The same for building together.",
    "Hetzelfde voor samen opbouwen.",
)
parameter(
    "recognition_gap",
    0.5,
    0.1,
    0.9,
    "share",
    "§3.4",
    "How much opposed positions take off that chance.",
    "Hoeveel tegengestelde posities van die kans afhalen.",
)


@rule(
    family="approach",
    section="§3.4",
    evidence="O",
    en="Whether an approach is noticed as one hangs on its intent and on the receiver's position.",
    nl="Of toenadering als zodanig wordt opgemerkt hangt af van bedoeling en positie van de ontvanger.",
    without="Every approach is recognised.",
    yields=("chance",),
    parameters=("recognise_instrumental", "recognise_interest", "recognise_building", "recognition_gap"),
    inputs={"interest": SHARE, "building": SHARE, "gap": SHARE},
    signs=shrinks("gap", "chance") + grows("interest", "chance"),
)
def recognition(interest: float, building: float, gap: float, p: Record) -> float:
    """Chance that the receiver counts it as an approach.

    ``interest`` and ``building`` say how far the intent is open interest or building (the rest is
    instrumental); ``gap`` is the distance of the two positions on the role of volunteers.
    """
    instrumental = max(0.0, 1.0 - interest - building)
    base = (
        p.recognise_instrumental * instrumental
        + max(p.recognise_interest, p.recognise_instrumental) * interest
        + max(p.recognise_building, p.recognise_instrumental) * building
    )
    return min(1.0, base) * (1.0 - p.recognition_gap * gap)


parameter(
    "misreading_sting",
    0.07,
    0.02,
    0.2,
    "trust per approach",
    "§3.4, §7.1",
    "Trust that a request to refer costs when it is read as cheap use of the network.",
    "Vertrouwen dat een verwijsverzoek kost als het wordt gelezen als goedkoop gebruik van het netwerk.",
)
parameter(
    "misreading_door",
    0.07,
    0.02,
    0.2,
    "trust per answer",
    "§3.4, §7.1",
    "Trust that a lukewarm answer costs when it is read as a closed door.",
    "Vertrouwen dat een lauw antwoord kost als het wordt gelezen als een dichte deur.",
)
parameter(
    "misreading_interest",
    0.25,
    0.08,
    0.5,
    "share per approach",
    "§3.4",
    "How far a misread approach lowers the interest one sees in the other.",
    "Hoe ver verkeerd gelezen toenadering de gedachte belangstelling van de ander verlaagt.",
)
parameter(
    "misreading_seen",
    0.5,
    0.2,
    0.8,
    "share",
    "§6.4",
    "How much of the misreading goes where full interest in the own work has been seen.",
    "Hoeveel van het verkeerd lezen verdwijnt waar volle belangstelling voor het eigen werk is gezien.",
)
parameter(
    "misreading_confirms",
    0.3,
    0.1,
    0.6,
    "share",
    "§3.4, §6.3",
    "How far what hurts trust in one person confirms a bad belief about the whole kind.",
    "Hoe ver wat vertrouwen in een persoon schaadt een slecht beeld van de hele groep bevestigt.",
)


@rule(
    family="approach",
    section="§3.4, §5.3, §7.1",
    evidence="O",
    en="A request to refer, read from a civil-society position, looks like cheap use of the network and gets "
    "a lukewarm answer; read from an accessibility position, that answer looks like a closed door.",
    nl="Een verwijsverzoek lijkt vanuit de civil society goedkoop gebruik van het netwerk en krijgt een lauw "
    "antwoord; vanuit toegankelijkheid lijkt dat antwoord een dichte deur.",
    without="A request to refer is read as it is meant.",
    yields=("trust_worker", "trust_professional", "seen_by_worker", "seen_by_professional", "lukewarm"),
    parameters=("misreading_sting", "misreading_door", "misreading_interest", "misreading_seen"),
    phase_parameters=("misreading_confirms",),
    inputs={"civil": SHARE, "accessible": SHARE, "sting_left": SHARE, "seen": SHARE},
    signs=shrinks("civil", "trust_worker", "seen_by_worker", "trust_professional", "seen_by_professional")
    + shrinks("accessible", "trust_professional", "seen_by_professional")
    + grows("civil", "lukewarm")
    + shrinks("sting_left", "trust_worker")
    + grows("seen", "trust_worker", "seen_by_worker"),
)
def misreading(
    civil: float, accessible: float, sting_left: float, seen: float, p: Record
) -> tuple[float, float, float, float, float]:
    """Terms of one referral request on both sides' trust and on the interest each sees in the other.

    ``civil`` is how far the informal worker reads from civil society, ``accessible`` how far the
    professional reads from accessibility, ``sting_left`` what spoken-out difference has not taken away,
    ``seen`` the interest in their own work that the informal worker has seen in this professional.
    """
    lukewarm = civil * sting_left * (1.0 - p.misreading_seen * seen)
    closed = lukewarm * accessible
    return (
        -p.misreading_sting * lukewarm,
        -p.misreading_door * closed,
        -p.misreading_interest * lukewarm,
        -p.misreading_interest * closed,
        lukewarm,
    )


parameter(
    "open_interest_gain",
    0.09,
    0.03,
    0.2,
    "trust per approach",
    "§3.3, §6.2",
    "Trust that open interest in the other's work gives.",
    "Vertrouwen dat open belangstelling voor het werk van de ander geeft.",
)
parameter(
    "open_interest_seen",
    0.3,
    0.1,
    0.6,
    "share per approach",
    "§3.3",
    "How far it raises the interest one sees in the other.",
    "Hoe ver het de gedachte belangstelling van de ander verhoogt.",
)
parameter(
    "open_interest_unfollowed",
    0.14,
    0.04,
    0.3,
    "trust",
    "§3.3, §6.2",
    "Trust lost when interest is not followed up or credited (they take our ideas).",
    "Vertrouwen dat verloren gaat als belangstelling geen vervolg krijgt (ze nemen onze ideeen).",
)
parameter(
    "open_interest_patience",
    16.0,
    6.0,
    40.0,
    "weeks",
    "§6.2",
    "Weeks in which a follow-up is expected.",
    "Weken waarbinnen vervolg wordt verwacht.",
)


@rule(
    family="approach",
    section="§3.3, §6.2",
    evidence="O",
    en="Open interest lifts trust on both sides, more the less was known; left without follow-up it ends "
    "below where it began.",
    nl="Open belangstelling verhoogt het vertrouwen aan beide kanten, meer naarmate men elkaar minder "
    "kende; zonder vervolg eindigt het onder het begin.",
    without="Interest does nothing, kept or broken.",
    yields=("trust", "seen", "broken"),
    parameters=(
        "open_interest_gain",
        "open_interest_seen",
        "open_interest_unfollowed",
    ),
    phase_parameters=("open_interest_patience",),
    inputs={"shown": SHARE, "known": SHARE, "unfollowed": SHARE},
    signs=grows("shown", "trust", "seen") + shrinks("known", "trust") + shrinks("unfollowed", "broken"),
)
def open_interest(shown: float, known: float, unfollowed: float, p: Record) -> tuple[float, float, float]:
    """Terms on trust, on the interest seen, and on trust when earlier interest stayed unfollowed."""
    broken = max(p.open_interest_unfollowed, p.open_interest_gain) * unfollowed
    return (
        p.open_interest_gain * shown * (1.0 - 0.6 * known),
        p.open_interest_seen * shown,
        -broken,
    )


parameter(
    "no_interest_loss",
    0.035,
    0.01,
    0.1,
    "share per approach",
    "§5.3, §7.1",
    "How far a request without interest in the worker's method feeds doubt about sincerity.",
    "Hoe ver een verzoek zonder belangstelling voor de werkwijze twijfel aan oprechtheid voedt.",
)


@rule(
    family="approach",
    section="§5.3, §7.1",
    evidence="O",
    en="No interest in the worker's method reads as not being sincere about parents.",
    nl="Geen belangstelling voor de werkwijze leest als niet oprecht begaan met ouders.",
    without="Missing interest is not noticed.",
    yields=("trust", "uninterested"),
    parameters=("no_interest_loss",),
    inputs={"interest": SHARE},
    signs=grows("interest", "trust") + shrinks("interest", "uninterested"),
)
def no_interest(interest: float, p: Record) -> tuple[float, float]:
    """Terms of an approach with this much interest in the method on trust and on the image."""
    missing = 1.0 - interest
    return -p.no_interest_loss * missing, p.no_interest_loss * missing


parameter(
    "invite_goodwill",
    0.04,
    0.01,
    0.1,
    "trust per invitation",
    "§6.1",
    "Goodwill that an invitation gets when it is read as a finished offer.",
    "Goede wil die een uitnodiging krijgt als zij als kant-en-klaar aanbod wordt gelezen.",
)
parameter(
    "invite_waiting",
    0.7,
    0.3,
    0.95,
    "share",
    "§6.1",
    "How far the one who reads it so waits for what will come, and takes no step.",
    "Hoe ver wie het zo leest afwacht wat er komt, en zelf geen stap zet.",
)
parameter(
    "invite_targets",
    0.5,
    0.15,
    0.9,
    "share",
    "§6.1",
    "How much full pressure of targets adds to that reading.",
    "Hoeveel volledige druk van targets aan die lezing toevoegt.",
)


@rule(
    family="approach",
    section="§6.1",
    evidence="O",
    en="A worker's invitation to build together is read as a finished offer (which numbers?): goodwill, "
    "waiting, no commitment.",
    nl="Een uitnodiging om samen op te bouwen wordt gelezen als kant-en-klaar aanbod (welke aantallen?): "
    "goede wil, afwachten, geen binding.",
    without="An invitation to build is read as one.",
    yields=("goodwill", "waiting"),
    parameters=("invite_goodwill", "invite_waiting", "invite_targets"),
    inputs={"means": SHARE, "targets": SHARE, "explicit": SHARE},
    signs=grows("means", "goodwill", "waiting")
    + grows("targets", "waiting")
    + shrinks("explicit", "waiting"),
)
def invitation_as_offer(means: float, targets: float, explicit: float, p: Record) -> tuple[float, float]:
    """Terms of one invitation on the professional's trust and on how far this professional just waits.

    ``means`` is how far volunteers are seen as a means (the position on their role), ``explicit`` how much
    of the difference has been spoken out: who has heard what the other is after does not misread it.
    """
    read = min(1.0, means + p.invite_targets * targets) * (1.0 - explicit)
    return p.invite_goodwill * read, p.invite_waiting * read
