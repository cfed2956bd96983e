"""Acquaintance: how professionals and informal workers get to know of each other (§3.1)."""

from sim.arrays import Record
from sim.registry import parameter
from sim.rules import grows, rule, shrinks

SHARE = (0.0, 1.0)

parameter(
    "layer_existence",
    0.6,
    0.3,
    0.9,
    "share per full contact",
    "§3.1",
    "How much a full contact tells that the other exists.",
    "Hoeveel een volledig contact leert dat de ander bestaat.",
)
parameter(
    "layer_offer",
    0.22,
    0.08,
    0.45,
    "share per full contact",
    "§3.1",
    "How much a full contact tells what the other does and how.",
    "Hoeveel een volledig contact leert wat de ander doet en hoe.",
)
parameter(
    "layer_face",
    0.35,
    0.15,
    0.6,
    "share per full contact",
    "§3.1",
    "How much a full contact gives a face with a phone number.",
    "In hoeverre een volledig contact een gezicht met telefoonnummer geeft.",
)
parameter(
    "layer_listed",
    0.05,
    0.01,
    0.15,
    "share per week",
    "§3.1",
    "How fast a list, map or folder makes existence known.",
    "Hoe snel een lijst, kaart of folder het bestaan bekend maakt.",
)


@rule(
    family="acquaintance",
    section="§3.1",
    evidence="O",
    en="Contact lifts all three layers of knowing; a list or map lifts only that the other exists.",
    nl="Contact vergroot alle drie de lagen van kennen; een lijst of kaart alleen dat de ander bestaat.",
    without="Nobody gets to know anybody better.",
    yields=("existence", "offer", "face"),
    parameters=("layer_existence", "layer_offer", "layer_face", "layer_listed"),
    inputs={"existence": SHARE, "offer": SHARE, "face": SHARE, "contact": SHARE, "listed": SHARE},
    signs=grows("contact", "existence", "offer", "face") + grows("listed", "existence"),
)
def layers(
    existence: float, offer: float, face: float, contact: float, listed: float, p: Record
) -> tuple[float, float, float]:
    """Rise of the three layers of knowledge (shares) in one week from contact and from being listed."""
    learned = p.layer_existence * contact + p.layer_listed * listed
    return (
        min(1.0, learned) * (1.0 - existence),
        p.layer_offer * contact * (1.0 - offer),
        p.layer_face * contact * (1.0 - face),
    )


parameter(
    "channel_paper",
    0.06,
    0.01,
    0.15,
    "share of a full contact",
    "§3.1, §5.3",
    "What gets across on paper.",
    "Wat er op papier overkomt.",
)
parameter(
    "channel_phone",
    0.3,
    0.16,
    0.55,
    "share of a full contact",
    "§3.1, §5.3",
    "What gets across by phone.",
    "Wat er aan de telefoon overkomt.",
)
parameter(
    "channel_visit",
    0.9,
    0.6,
    1.0,
    "share of a full contact",
    "§3.1, §5.3",
    "What gets across in a visit.",
    "Wat er bij een bezoek overkomt.",
    maximum=1.2,
)
parameter(
    "channel_constant",
    0.4,
    0.0001,
    0.8,
    "share on top",
    "§3.1",
    "What a constant contact person adds, also in the evening.",
    "Wat een vast contactpersoon toevoegt, ook 's avonds.",
)


@rule(
    family="acquaintance",
    section="§3.1",
    evidence="O",
    en="A visit gets more across than a phone call, a call more than paper; a constant face adds to it.",
    nl="Een bezoek brengt meer over dan bellen, bellen meer dan papier; een vast gezicht helpt.",
    without="Every channel carries as much as a phone call, whoever calls.",
    yields=("contact",),
    parameters=("channel_paper", "channel_phone", "channel_visit", "channel_constant"),
    inputs={"kind": (0, 2), "face": SHARE},
    signs=grows("kind", "contact") + grows("face", "contact"),
)
def channel(kind: float, face: float, p: Record) -> float:
    """Weight of one contact (0 to 1) by its channel (0 paper, 1 phone, 2 visit) and the known face."""
    weight = p.channel_paper if kind < 1 else (p.channel_phone if kind < 2 else p.channel_visit)
    return min(1.0, weight * (1.0 + p.channel_constant * face))


parameter(
    "contact_hours",
    1.5,
    0.5,
    3.0,
    "hours per approach",
    "§3.1",
    "Hours that an approach costs when one knows whom to approach.",
    "Uren die toenadering kost als je weet bij wie je moet zijn.",
)
parameter(
    "search_hours",
    6.0,
    2.0,
    14.0,
    "hours per approach",
    "§3.1",
    "Extra hours to find out what an unknown organisation does.",
    "Extra uren om uit te zoeken wat een onbekende organisatie doet.",
)


@rule(
    family="acquaintance",
    section="§3.1",
    evidence="O",
    en="Finding out what a little known organisation does costs many hours.",
    nl="Uitzoeken wat een weinig bekende organisatie doet kost veel uren.",
    without="An approach costs the same hours, known or not.",
    yields=("hours",),
    parameters=("contact_hours", "search_hours"),
    inputs={"existence": SHARE, "offer": SHARE},
    signs=shrinks("existence", "hours") + shrinks("offer", "hours"),
)
def search_cost(existence: float, offer: float, p: Record) -> float:
    """Hours that one approach costs, given what is known of the other's existence and offer."""
    return p.contact_hours + p.search_hours * (1.0 - 0.5 * existence - 0.5 * offer)


parameter(
    "upkeep_grace",
    10.0,
    4.0,
    26.0,
    "weeks",
    "§1.2",
    "Weeks without meeting before a tie starts to fade.",
    "Weken zonder ontmoeting voordat een band begint te slijten.",
)
parameter(
    "upkeep_fading",
    0.006,
    0.002,
    0.02,
    "share per week",
    "§1.2",
    "How fast the face and the knowledge of the offer fade after that.",
    "Hoe snel het gezicht en de kennis van het aanbod daarna vervagen.",
)


@rule(
    family="acquaintance",
    section="§1.2, §3.1",
    evidence="L",
    en="Ties last while meetings last; when someone leaves, the face goes along.",
    nl="Banden blijven zolang men elkaar ontmoet; wie vertrekt neemt het gezicht mee.",
    without="Knowledge never fades and survives every departure.",
    yields=("loss",),
    parameters=("upkeep_grace", "upkeep_fading"),
    inputs={"known": SHARE, "weeks_apart": (0, 520), "left": (0, 1)},
    signs=grows("weeks_apart", "loss") + grows("left", "loss") + grows("known", "loss"),
)
def upkeep(known: float, weeks_apart: float, left: float, p: Record) -> float:
    """Loss of a layer of knowledge in one week; all of it when its carrier left (``left`` = 1)."""
    if left > 0:
        return known
    return p.upkeep_fading * known if weeks_apart > p.upkeep_grace else 0.0


parameter(
    "trap_height",
    0.5,
    0.2,
    0.8,
    "share",
    "§3.1, §3.4",
    "How much less often one turns to someone of whom nothing is known.",
    "Hoeveel minder vaak men op iemand afstapt van wie men niets weet.",
)


@rule(
    family="acquaintance",
    section="§3.1, §3.4",
    evidence="O",
    en="Who is little known has an uncertain yield, so that people do not turn to them, so that they stay "
    "little known.",
    nl="Wie weinig bekend is levert onzeker iets op, dus stapt men er niet op af, dus blijft die onbekend.",
    without="People turn as readily to someone of whom they know nothing.",
    yields=("goes",),
    parameters=("trap_height",),
    inputs={"known": SHARE},
    signs=grows("known", "goes"),
)
def trap(known: float, p: Record) -> float:
    """Share of the wishes to turn to someone that are acted on, given how far the other is known."""
    return 1.0 - p.trap_height * (1.0 - known)


parameter(
    "ties_gain",
    0.2,
    0.06,
    0.45,
    "share per meeting",
    "§3.1",
    "How fast institutions get to know each other where their people meet.",
    "Hoe snel instellingen elkaar leren kennen waar hun mensen elkaar ontmoeten.",
)
parameter(
    "ties_fading",
    0.01,
    0.003,
    0.03,
    "share per week",
    "assumption",
    "How fast that fades.",
    "Hoe snel dat vervaagt.",
)
parameter(
    "ties_passing",
    0.5,
    0.15,
    0.85,
    "share",
    "assumption",
    "How much of what one institution knows of a worker can be passed on to another that it knows well.",
    "Hoeveel van wat een instelling van een werker weet zij kan doorgeven aan wie zij goed kent.",
)


@rule(
    family="acquaintance",
    section="§3.1",
    evidence="T",
    en="Institutions hardly know each other either; where they do, one can pass a known worker on.",
    nl="Ook instellingen kennen elkaar nauwelijks; waar wel, kan de een een bekende werker aan de ander "
    "doorgeven.",
    without="Institutions do not know each other and pass no worker on.",
    yields=("change", "passed"),
    parameters=("ties_gain", "ties_fading", "ties_passing"),
    inputs={"ties": SHARE, "met": SHARE, "left": SHARE, "known": SHARE},
    signs=grows("met", "change")
    + shrinks("left", "change")
    + shrinks("ties", "change")
    + grows("ties", "passed")
    + grows("known", "passed"),
)
def formal_ties(ties: float, met: float, left: float, known: float, p: Record) -> tuple[float, float]:
    """Change of an institution's ties with others, and how much of a worker known there can be passed on.

    ``met`` and ``left`` are the shares of its people who met others and who left; ``known`` is how far the
    other institution knows the worker.
    """
    change = p.ties_gain * met * (1.0 - ties) - min(1.0, p.ties_fading + left) * ties
    return change, p.ties_passing * ties * known
