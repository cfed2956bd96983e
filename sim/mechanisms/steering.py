"""Collaboration, what drives it and hangs on people: impulses, key figures, fidelity (§1.3, §5.1, §6)."""

from sim.arrays import Record
from sim.registry import parameter
from sim.rules import grows, rule, shrinks

SHARE = (0.0, 1.0)

parameter(
    "impulses_intent",
    0.08,
    0.03,
    0.16,
    "share per hour",
    "§1.3",
    "How much an hour of designing together moves enthusiasm.",
    "Hoeveel een uur samen ontwerpen het enthousiasme beweegt.",
)
parameter(
    "impulses_turn",
    0.25,
    0.1,
    0.45,
    "share",
    "§1.3",
    "Design quality at which frustration and doubt turn into enthusiasm.",
    "Kwaliteit van het ontwerp waarbij frustratie en twijfel omslaan in enthousiasme.",
)
parameter(
    "impulses_success",
    0.03,
    0.01,
    0.08,
    "share per week",
    "§1.3",
    "Enthusiasm that small visible successes give.",
    "Enthousiasme dat kleine zichtbare successen geven.",
)
parameter(
    "impulses_urgency",
    0.01,
    0.003,
    0.03,
    "share per week",
    "§1.3, §6.3",
    "How much full enthusiasm makes it one's own task.",
    "Hoeveel vol enthousiasme het tot een eigen taak maakt.",
)
parameter(
    "impulses_bond",
    0.02,
    0.006,
    0.05,
    "share per week",
    "§1.3",
    "Loyalty that supporting each other builds, with full enthusiasm.",
    "Loyaliteit die elkaar steunen opbouwt, bij vol enthousiasme.",
)
parameter(
    "impulses_fade",
    0.02,
    0.006,
    0.05,
    "share per week",
    "§6.3",
    "How fast enthusiasm wears off.",
    "Hoe snel enthousiasme slijt.",
)
parameter(
    "impulses_carry",
    0.3,
    0.1,
    0.6,
    "share",
    "§1.3, §6.3",
    "Part of the hours that full enthusiasm alone would carry.",
    "Deel van de uren dat vol enthousiasme alleen al zou dragen.",
)


@rule(
    family="collaboration",
    section="§1.3, §6.3",
    evidence="L",
    en="Devising together first stirs frustration and doubt, then urgency and enthusiasm; doing brings "
    "small successes that feed it; supporting each other turns it into loyalty.",
    nl="Samen bedenken maakt eerst frustratie en twijfel los, dan urgentie en enthousiasme; doen geeft "
    "kleine successen die het voeden; elkaar steunen maakt er loyaliteit van.",
    without="Working together has no energy of its own: neither enthusiasm nor its loss moves anyone.",
    yields=("enthusiasm", "urgency", "loyalty"),
    parameters=(
        "impulses_intent",
        "impulses_turn",
        "impulses_success",
        "impulses_urgency",
        "impulses_bond",
        "impulses_fade",
    ),
    phase_parameters=("impulses_carry",),
    inputs={
        "devising": (0.0, 4.0),
        "quality": SHARE,
        "success": SHARE,
        "balance": SHARE,
        "enthusiasm": SHARE,
        "loyalty": SHARE,
    },
    signs=grows("quality", "enthusiasm")
    + grows("success", "enthusiasm")
    + grows("enthusiasm", "urgency", "loyalty")
    + grows("balance", "loyalty"),
)
def impulses(
    devising: float,
    quality: float,
    success: float,
    balance: float,
    enthusiasm: float,
    loyalty: float,
    p: Record,
) -> tuple[float, float, float]:
    """Changes of enthusiasm, of what is left to feel as one's own task (a share of it), and of loyalty.

    ``devising`` is the week's hours of designing together, ``balance`` how far giving and getting match.
    """
    turned = p.impulses_intent * devising * (quality - p.impulses_turn)
    left = 1.0 - enthusiasm
    moved = turned * (left if turned > 0.0 else enthusiasm)
    moved += p.impulses_success * success * left - p.impulses_fade * enthusiasm
    return moved, p.impulses_urgency * enthusiasm, p.impulses_bond * enthusiasm * balance * (1.0 - loyalty)


parameter(
    "key_memory",
    0.8,
    0.4,
    0.95,
    "share",
    "§6.1",
    "Shared memory that leaves with someone on whom everything hangs.",
    "Gedeeld geheugen dat vertrekt met iemand van wie alles afhangt.",
)
parameter(
    "key_relations",
    0.8,
    0.4,
    0.95,
    "share",
    "§6.1, §6.2",
    "Trust in that person that does not pass to the successor.",
    "Vertrouwen in die persoon dat niet overgaat op de opvolger.",
)
parameter(
    "key_families",
    0.4,
    0.1,
    0.7,
    "share",
    "§6.1, §6.2",
    "Families' trust that a key figure takes along.",
    "Vertrouwen van gezinnen dat een sleutelfiguur meeneemt.",
)
parameter(
    "key_tenure",
    52.0,
    20.0,
    120.0,
    "weeks",
    "assumption",
    "Weeks in a place after which half of what can hang on a person does.",
    "Weken op een plek waarna de helft van wat aan een persoon kan hangen dat doet.",
)


@rule(
    family="collaboration",
    section="§6.1, §6.2",
    evidence="O",
    en="A key person who leaves takes memory and relations along, on either side; what is anchored or "
    "carried by more people stays.",
    nl="Een sleutelpersoon die vertrekt neemt geheugen en relaties mee, aan welke kant ook; wat geborgd is "
    "of door meer mensen wordt gedragen blijft.",
    without="The other side knows and trusts the successor as it did the one before, and forgets nothing.",
    yields=("memory", "relations", "families"),
    parameters=("key_memory", "key_relations", "key_families", "key_tenure"),
    inputs={"dependence": SHARE, "weeks": (0.0, 520.0), "anchoring": SHARE},
    signs=grows("dependence", "memory", "relations", "families")
    + grows("weeks", "memory")
    + shrinks("anchoring", "memory", "relations"),
)
def key_figure(dependence: float, weeks: float, anchoring: float, p: Record) -> tuple[float, float, float]:
    """Shares of memory, of the other side's trust and of families' trust that leave with a person."""
    held = dependence * weeks / (weeks + p.key_tenure)
    kept = 1.0 - anchoring
    return (
        p.key_memory * held * kept,
        p.key_relations * (0.5 + 0.5 * dependence) * (0.4 + 0.6 * kept),
        p.key_families * dependence,
    )


parameter(
    "fidelity_strain",
    0.012,
    0.004,
    0.03,
    "strain per week",
    "§5.1, §7.2",
    "Strain of a programme that is loosened on location, for a narrow specialist without agreements.",
    "Spanning van een programma dat op locatie losser wordt, voor een smalle specialist zonder afspraken.",
)
parameter(
    "fidelity_safety",
    0.008,
    0.002,
    0.02,
    "share per week",
    "§5.1, §6.2, §7.2",
    "Safety of the space that a full duty to intervene takes.",
    "Veiligheid van de ruimte die een volle plicht tot ingrijpen kost.",
)
parameter(
    "fidelity_return",
    0.03,
    0.01,
    0.08,
    "share per week",
    "assumption",
    "How fast a space becomes as safe again as it was.",
    "Hoe snel een ruimte weer zo veilig wordt als zij was.",
)


parameter(
    "fidelity_light",
    0.35,
    0.1,
    0.7,
    "share",
    "§5.2",
    "Duty to intervene in prevention and at school, beside that of youth care.",
    "Plicht tot ingrijpen bij preventie en op school, naast die van jeugdzorg.",
)


@rule(
    family="collaboration",
    section="§5.1, §6.2, §7.2",
    evidence="O",
    en="Working on location strains the programme, and the duty to intervene strains the safe space; "
    "agreements soften both.",
    nl="Werken op locatie zet het programma onder druk, en de plicht tot ingrijpen de veilige ruimte; "
    "afspraken verzachten beide.",
    without="The programme and the safe space fit each other by themselves.",
    yields=("strain", "safety"),
    parameters=("fidelity_strain", "fidelity_safety", "fidelity_return"),
    phase_parameters=("fidelity_light",),
    inputs={
        "working": SHARE,
        "narrowness": SHARE,
        "targets": SHARE,
        "duty": SHARE,
        "agreed": SHARE,
        "safety": SHARE,
        "rest": SHARE,
    },
    signs=grows("working", "strain")
    + grows("narrowness", "strain")
    + grows("targets", "strain")
    + shrinks("agreed", "strain")
    + shrinks("duty", "safety")
    + grows("agreed", "safety"),
)
def fidelity(
    working: float,
    narrowness: float,
    targets: float,
    duty: float,
    agreed: float,
    safety: float,
    rest: float,
    p: Record,
) -> tuple[float, float]:
    """Strain of this week's session and change of the space's safety, which tends back to ``rest``.

    ``agreed`` is how far partners agreed what to do about the programme and about signals.
    """
    loose = working * (1.0 - 0.8 * agreed)
    return (
        p.fidelity_strain * loose * min(1.0, narrowness + 0.5 * targets),
        p.fidelity_return * (rest - safety) - p.fidelity_safety * loose * duty * safety,
    )
