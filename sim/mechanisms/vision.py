"""Vision: positions on the contested issues, what moves them, and what is only said (§1.2, §6.2, §7.3)."""

from sim.arrays import Record
from sim.registry import parameter
from sim.rules import grows, rule, shrinks

SHARE = (0.0, 1.0)

parameter(
    "reflection_pace",
    0.05,
    0.015,
    0.12,
    "share per guided hour",
    "§6.2",
    "How fast positions move in an hour of guided reflection.",
    "Hoe snel posities bewegen in een uur begeleide reflectie.",
)
parameter(
    "reflection_explicit",
    0.2,
    0.08,
    0.4,
    "share per guided hour",
    "§6.2",
    "How fast guided reflection brings differences into the open.",
    "Hoe snel begeleide reflectie verschillen bespreekbaar maakt.",
)
parameter(
    "reflection_unguided",
    0.25,
    0.05,
    0.5,
    "share",
    "§6.2, §6.4",
    "How much of that unguided talk achieves.",
    "Hoeveel daarvan een gesprek zonder begeleiding haalt.",
)
parameter(
    "reflection_basis",
    0.25,
    0.1,
    0.4,
    "trust",
    "§6.2",
    "Trust below which reflection moves nobody.",
    "Vertrouwen waaronder reflectie niemand beweegt.",
)
parameter(
    "reflection_reach",
    0.6,
    0.35,
    0.85,
    "distance",
    "§6.2",
    "Distance beyond which argument stops moving a position.",
    "Afstand waarboven argumenten een positie niet meer bewegen.",
)
parameter(
    "reflection_reframe",
    0.25,
    0.0001,
    0.6,
    "share",
    "§1.2, §6.2",
    "How far the new joint story lies beyond the midpoint, towards doing it together.",
    "Hoe ver het nieuwe gezamenlijke verhaal voorbij het midden ligt, naar samen doen.",
)


@rule(
    family="vision",
    section="§1.2, §6.2, §6.4",
    evidence="O",
    en="With guidance, time, equality and some trust, positions first become explicit and then both move, "
    "unequally, toward a new joint story; one too far off is not moved by argument.",
    nl="Met begeleiding, tijd, gelijkwaardigheid en wat vertrouwen worden posities eerst uitgesproken en "
    "bewegen dan beide, ongelijk, naar een nieuw gezamenlijk verhaal; wie te ver af staat beweegt niet.",
    without="Talk about collaboration itself moves nobody.",
    yields=("explicit", "own_move", "other_move"),
    parameters=(
        "reflection_pace",
        "reflection_explicit",
        "reflection_unguided",
        "reflection_basis",
        "reflection_reach",
        "reflection_reframe",
    ),
    inputs={
        "own": SHARE,
        "other": SHARE,
        "explicit": SHARE,
        "trust": SHARE,
        "hours": (0.0, 4.0),
        "guided": SHARE,
        "openness_own": SHARE,
        "openness_other": SHARE,
    },
    signs=grows("hours", "explicit") + grows("guided", "explicit"),
)
def guided_reflection(
    own: float,
    other: float,
    explicit: float,
    trust: float,
    hours: float,
    guided: float,
    openness_own: float,
    openness_other: float,
    p: Record,
) -> tuple[float, float, float]:
    """Terms of ``hours`` of talk: rise of what is explicit, and the moves of two positions on one issue."""
    power = hours * (guided + (1.0 - guided) * p.reflection_unguided)
    rise = min(1.0, p.reflection_explicit * power) * (1.0 - explicit)
    basis = max(0.0, trust - p.reflection_basis) / (1.0 - p.reflection_basis)
    gap = abs(own - other)
    within = (
        1.0
        if gap <= p.reflection_reach
        else max(0.0, 1.0 - 2.0 * (gap - p.reflection_reach) / (1.0 - p.reflection_reach))
    )
    middle = 0.5 * (own + other)
    story = middle + p.reflection_reframe * (1.0 - middle) * gap
    pace = min(1.0, p.reflection_pace * power) * basis * explicit * within
    return (
        rise,
        pace * (0.4 + 0.6 * openness_own) * (story - own),
        pace * (0.4 + 0.6 * openness_other) * (story - other),
    )


parameter(
    "practice_posture",
    0.01,
    0.003,
    0.03,
    "share per week",
    "§6.2",
    "How fast working on location brings a professional's posture toward equal.",
    "Hoe snel werken op locatie de houding van een professional gelijkwaardiger maakt.",
)
parameter(
    "practice_position",
    0.002,
    0.0005,
    0.0029,
    "share per week",
    "§6.2",
    "How fast practice alone moves positions toward each other.",
    "Hoe snel alleen praktijk posities naar elkaar toe beweegt.",
)
parameter(
    "practice_helps",
    0.02,
    0.005,
    0.05,
    "share per week",
    "§6.2",
    "How fast working together shows that it helps.",
    "Hoe snel samen werken laat zien dat het helpt.",
)


@rule(
    family="vision",
    section="§6.2",
    evidence="O",
    en="Practice moves posture and the belief that it helps; positions hardly, unless it is reflected on.",
    nl="Praktijk beweegt houding en het geloof dat het helpt; posities nauwelijks, zonder reflectie.",
    without="Nobody learns anything from doing.",
    yields=("posture", "position", "helps"),
    parameters=("practice_posture", "practice_position", "practice_helps"),
    inputs={"working": SHARE, "posture": SHARE, "difference": (-1.0, 1.0), "helps": SHARE},
    signs=grows("working", "posture", "helps") + grows("difference", "position"),
)
def practice(
    working: float, posture: float, difference: float, helps: float, p: Record
) -> tuple[float, float, float]:
    """Terms of a week of practice; ``difference`` is the other's position minus one's own."""
    return (
        p.practice_posture * working * (1.0 - posture),
        p.practice_position * working * difference,
        p.practice_helps * working * (1.0 - helps),
    )


parameter(
    "explicit_relief",
    0.75,
    0.4,
    0.95,
    "share",
    "§6.1",
    "How much of the sting goes when a difference is spoken out.",
    "Hoeveel van de pijn verdwijnt als een verschil is uitgesproken.",
)


@rule(
    family="vision",
    section="§6.1",
    evidence="O",
    en="A difference that is spoken out loses its sting even if nobody moves.",
    nl="Een uitgesproken verschil verliest zijn pijn, ook als niemand beweegt.",
    without="A spoken-out difference hurts as much as a hidden one.",
    yields=("sting_left",),
    parameters=("explicit_relief",),
    inputs={"explicit": SHARE},
    signs=shrinks("explicit", "sting_left"),
)
def explicit_difference(explicit: float, p: Record) -> float:
    """Share of the sting that is left, given how much of the difference is explicit."""
    return 1.0 - p.explicit_relief * explicit


parameter(
    "narrative_said",
    0.03,
    0.01,
    0.08,
    "share per week",
    "§7.3",
    "How fast an official story moves what is said.",
    "Hoe snel een officieel verhaal het gezegde beweegt.",
)
parameter(
    "narrative_held",
    0.0015,
    0.0003,
    0.005,
    "share per week",
    "§7.3",
    "How fast it moves what is held.",
    "Hoe snel het beweegt wat men vindt.",
)
parameter(
    "narrative_drift",
    0.02,
    0.005,
    0.05,
    "share per week",
    "§7.3",
    "How fast what is said runs back to what is held.",
    "Hoe snel het gezegde terugloopt naar wat men vindt.",
)
parameter(
    "narrative_doubt",
    0.02,
    0.005,
    0.06,
    "share per week",
    "§7.3",
    "How fast a gap between saying and holding, seen in practice, breeds doubt.",
    "Hoe snel een kloof tussen zeggen en vinden, gezien in de praktijk, twijfel wekt.",
)


@rule(
    family="vision",
    section="§7.3",
    evidence="O",
    en="An official narrative moves what is said much faster than what is held; the gap, once seen in "
    "practice, breeds doubt about honesty.",
    nl="Een officieel verhaal beweegt het gezegde veel sneller dan wat men vindt; de kloof wekt in de "
    "praktijk twijfel aan de eerlijkheid.",
    without="People say what they hold, and nobody doubts it.",
    yields=("said", "held", "doubt"),
    parameters=("narrative_said", "narrative_held", "narrative_drift", "narrative_doubt"),
    inputs={"said": SHARE, "held": SHARE, "story": SHARE, "push": SHARE, "seen": SHARE},
    signs=grows("story", "said", "held") + grows("seen", "doubt"),
)
def official_narrative(
    said: float, held: float, story: float, push: float, seen: float, p: Record
) -> tuple[float, float, float]:
    """Changes of the spoken and the held position on one issue, and doubt from the gap that is seen."""
    return (
        p.narrative_said * push * (story - said) + p.narrative_drift * (1.0 - push) * (held - said),
        p.narrative_held * push * (story - held),
        p.narrative_doubt * abs(said - held) * seen,
    )
