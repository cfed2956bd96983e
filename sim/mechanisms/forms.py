"""Rival forms of two rules: how trust in a person is lost, and where positions go in talk.

The first form of each choice is the rule itself; the others are what other readings hold.
"""

from sim.arrays import Record
from sim.kernel import compiled
from sim.mechanisms import trust as trust_rules
from sim.mechanisms import vision
from sim.registry import parameter
from sim.rivals import Option, rival

parameter(
    "last_weight",
    0.3,
    0.1,
    0.6,
    "share per week",
    "assumption",
    "Where trust follows the last experience: how far one strong week moves it.",
    "Waar vertrouwen de laatste ervaring volgt: hoe ver een sterke week het beweegt.",
)
parameter(
    "last_strength",
    0.06,
    0.02,
    0.15,
    "trust",
    "assumption",
    "How much must happen in a week before that week counts half.",
    "Hoeveel er in een week moet gebeuren voordat die week half meetelt.",
)
parameter(
    "confidence_bound",
    0.3,
    0.15,
    0.5,
    "distance",
    "assumption",
    "Where confidence is bounded: distance beyond which people do not move each other at all.",
    "Waar mensen alleen naar verwanten luisteren: afstand waarboven zij elkaar niet bewegen.",
)

TRUST = rival(
    "trust",
    "pair",
    "How trust in a person is gained and lost.",
    "Hoe vertrouwen in een persoon groeit en verdwijnt.",
    Option(
        "lost_faster",
        "§1.2, §3.2",
        "A",
        "What hurts weighs more than what lifts.",
        "Wat pijn doet weegt zwaarder dan wat goed doet.",
    ),
    Option(
        "symmetric",
        "assumption",
        "A",
        "What hurts and what lifts weigh alike; each slows down near its own end.",
        "Wat pijn doet en wat goed doet weegt even zwaar; beide gaan trager dicht bij hun eigen eind.",
    ),
    Option(
        "last_experience",
        "assumption",
        "A",
        "Trust goes to what the last experience was like, however long it took to build.",
        "Vertrouwen gaat naar hoe de laatste ervaring was, hoe lang de opbouw ook duurde.",
        ("last_weight", "last_strength"),
    ),
)
POSITIONS = rival(
    "positions",
    "guided_reflection",
    "Where positions go when people talk about working together.",
    "Waar posities heen gaan als mensen over samenwerken praten.",
    Option(
        "reframed",
        "§1.2, §6.2",
        "O",
        "Both move, unequally, toward a new joint story beyond the midpoint; one too far off does not move.",
        "Beide bewegen, ongelijk, naar een nieuw gezamenlijk verhaal voorbij het midden; wie te ver af staat "
        "beweegt niet.",
    ),
    Option(
        "midpoint",
        "assumption",
        "A",
        "Both move alike toward the middle, however far apart they are.",
        "Beide bewegen evenveel naar het midden, hoe ver ze ook uit elkaar staan.",
    ),
    Option(
        "bounded",
        "assumption",
        "A",
        "Both move toward the middle, and only when they were close already.",
        "Beide bewegen naar het midden, maar alleen als ze al dicht bij elkaar stonden.",
        ("confidence_bound",),
    ),
)
SYMMETRIC, LAST = TRUST.number("symmetric"), TRUST.number("last_experience")
REFRAMED, BOUNDED = POSITIONS.number("reframed"), POSITIONS.number("bounded")


@compiled
def trust_change(form: int, trust: float, met: float, rises: float, falls: float, p: Record) -> float:
    """Change of pair trust in one week, in the form that holds."""
    if form == SYMMETRIC:
        return trust_symmetric(trust, met, rises, falls, p)
    if form == LAST:
        return trust_by_last(trust, met, rises, falls, p)
    return trust_rules.pair(trust, met, rises, falls, p)


@compiled
def trust_symmetric(trust: float, met: float, rises: float, falls: float, p: Record) -> float:
    """What lifts counts for the room above, what hurts for the room below, with the same weight."""
    return (1.5 * p.pair_gain * met + rises) * (1.0 - trust) - falls * trust


@compiled
def trust_by_last(trust: float, met: float, rises: float, falls: float, p: Record) -> float:
    """Trust moves to the share of this week that was good, more the more happened."""
    good = 1.5 * p.pair_gain * met + rises
    happened = good + falls
    if happened <= 0.0:
        return 0.0
    return p.last_weight * happened / (happened + p.last_strength) * (good / happened - trust)


@compiled
def positions_move(
    form: int,
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
    """Rise of what is explicit and the moves of two positions on one issue, in the form that holds."""
    rise, own_move, other_move = vision.guided_reflection(
        own, other, explicit, trust, hours, guided, openness_own, openness_other, p
    )
    if form == REFRAMED:
        return rise, own_move, other_move
    bound = p.confidence_bound if form == BOUNDED else 1.0
    step = toward_middle(own, other, explicit, trust, hours, guided, bound, p)
    return rise, step, -step


@compiled
def toward_middle(
    own: float,
    other: float,
    explicit: float,
    trust: float,
    hours: float,
    guided: float,
    bound: float,
    p: Record,
) -> float:
    """Move of the first position toward the middle, at the pace of the rule, within ``bound``."""
    if abs(own - other) > bound:
        return 0.0
    power = hours * (guided + (1.0 - guided) * p.reflection_unguided)
    basis = max(0.0, trust - p.reflection_basis) / (1.0 - p.reflection_basis)
    # 0.7: the openness of someone halfway, so that the forms differ in direction and not in pace.
    return 0.7 * min(1.0, p.reflection_pace * power) * basis * explicit * 0.5 * (other - own)
