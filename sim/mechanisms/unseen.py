"""Trust, continued: what is not seen of each other's work, what a gap in vision takes (§3, §6.1)."""

from sim.arrays import Record
from sim.registry import parameter
from sim.rules import grows, rule, shrinks

SHARE = (0.0, 1.0)

parameter(
    "attribution_seen",
    0.6,
    0.3,
    0.85,
    "share",
    "§6.1",
    "Share of the families sent by a worker with a known face that the institution credits to that worker.",
    "Deel van de gezinnen van een bekende werker dat de instelling aan die werker toeschrijft.",
)
parameter(
    "attribution_session",
    0.7,
    0.3,
    0.95,
    "share",
    "§6.1",
    "How much less is credited of what comes out of sessions at the self-organisation.",
    "Hoeveel minder wordt toegeschreven van wat uit bijeenkomsten bij de zelforganisatie komt.",
)
parameter(
    "attribution_memory",
    0.6,
    0.25,
    0.9,
    "share",
    "§6.1",
    "Share of what an institution remembers that goes along with a manager who leaves.",
    "Deel van wat een instelling onthoudt dat verdwijnt met een manager die vertrekt.",
)
parameter(
    "attribution_repair",
    0.75,
    0.4,
    0.95,
    "share",
    "§6.1",
    "How much of both losses is undone where an institution makes such work visible inside.",
    "Hoeveel van beide verliezen verdwijnt als een instelling dit werk intern zichtbaar maakt.",
)


@rule(
    family="trust",
    section="§6.1",
    evidence="O",
    en="What came through whom is often unseen or forgotten: sessions at a self-organisation fill an "
    "institution's meetings without credit, colleagues do not hear of it, and memory leaves with a manager.",
    nl="Wat via wie kwam blijft vaak ongezien of wordt vergeten: bijeenkomsten bij een zelforganisatie "
    "vullen die van een instelling zonder erkenning, collega's horen er niet van, en met een manager "
    "vertrekt het geheugen.",
    without="Every family that comes through a worker is credited to that worker; nothing is forgotten at "
    "once.",
    yields=("seen", "shown", "forgotten"),
    parameters=("attribution_seen", "attribution_session", "attribution_memory", "attribution_repair"),
    inputs={"face": SHARE, "session": SHARE, "internal": SHARE, "left": SHARE},
    signs=grows("face", "seen")
    + shrinks("session", "seen")
    + grows("internal", "seen", "shown")
    + grows("left", "forgotten")
    + shrinks("internal", "forgotten"),
)
def attribution(
    face: float, session: float, internal: float, left: float, p: Record
) -> tuple[float, float, float]:
    """Shares of a family's coming credited to the worker and shown to colleagues; share that is forgotten.

    ``session`` is 1 for what comes out of sessions at the self-organisation, ``internal`` how far the
    institution makes such work visible inside, ``left`` whether a manager leaves.
    """
    seen = p.attribution_seen * (0.3 + 0.7 * face) * (1.0 - p.attribution_session * session)
    repaired = p.attribution_repair * internal
    return seen + (1.0 - seen) * repaired, repaired, p.attribution_memory * left * (1.0 - repaired)


parameter(
    "knock_trust",
    0.01,
    0.003,
    0.025,
    "trust per full contact",
    "§3, §7.1",
    "Trust that a full gap in vision takes in each contact.",
    "Vertrouwen dat een volle kloof in visie bij elk contact kost.",
)
parameter(
    "knock_urgency",
    0.004,
    0.001,
    0.012,
    "share per week",
    "§3, §7.1",
    "How fast a full gap lowers the belief that collaboration would help.",
    "Hoe snel een volle kloof het geloof verlaagt dat samenwerken helpt.",
)
parameter(
    "knock_hours",
    0.4,
    0.1,
    0.7,
    "share",
    "§3, §7.1",
    "Share of the hours for getting to know each other that a full gap takes.",
    "Deel van de uren om elkaar te leren kennen dat een volle kloof kost.",
)


@rule(
    family="trust",
    section="§3, §7.1",
    evidence="O",
    en="A gap in vision lowers trust, urgency and the hours put in getting to know each other.",
    nl="Een kloof in visie verlaagt vertrouwen, urgentie en de uren die men in kennismaken steekt.",
    without="A gap in vision stays a matter of vision.",
    yields=("trust", "helps", "hours_left"),
    parameters=("knock_trust", "knock_urgency", "knock_hours"),
    inputs={"gap": SHARE, "met": SHARE, "trust": SHARE, "belief": SHARE},
    signs=shrinks("gap", "trust", "helps", "hours_left")
    + shrinks("met", "trust")
    + shrinks("belief", "helps"),
)
def knock_on(gap: float, met: float, trust: float, belief: float, p: Record) -> tuple[float, float, float]:
    """Terms on trust and on the belief that it helps, and the share of the hours that is left.

    ``gap`` is what the difference still weighs, ``belief`` how far one thinks that collaboration helps. A gap
    that stays is no new disappointment in each contact: it wears away the ``trust`` that there is.
    """
    return -p.knock_trust * gap * met * trust, -p.knock_urgency * gap * belief, 1.0 - p.knock_hours * gap
