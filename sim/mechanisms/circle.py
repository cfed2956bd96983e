"""Families and the worker's own hand: mediation, the own circle, who comes back, who stays (§2.2, §6.1)."""

from sim.arrays import Record
from sim.registry import parameter
from sim.rules import grows, rule, shrinks

SHARE = (0.0, 1.0)

parameter(
    "mediation_rate",
    0.05,
    0.015,
    0.12,
    "chance per week",
    "§2.2",
    "Chance that a fully trusted worker steps in between parents and an older child.",
    "Kans dat een volledig vertrouwde werker tussen ouders en een ouder kind gaat staan.",
)
parameter(
    "mediation_hours",
    2.5,
    1.0,
    5.0,
    "hours per time",
    "assumption",
    "Volunteer hours that one such talk costs.",
    "Vrijwilligersuren die zo'n gesprek kost.",
)
parameter(
    "mediation_ease",
    0.22,
    0.08,
    0.4,
    "share",
    "§2.2",
    "How much of a question one talk between parents and child takes away.",
    "Hoeveel van een vraag één gesprek tussen ouders en kind wegneemt.",
)
parameter(
    "mediation_calm",
    0.2,
    0.05,
    0.4,
    "share",
    "§2.2",
    "How much it slows the growth of what is left.",
    "Hoeveel het de groei remt van wat overblijft.",
)


@rule(
    family="family",
    section="§2.2",
    evidence="T",
    en="A worker who brings parents and children to talk again keeps things from getting out of hand, "
    "without any referral.",
    nl="Een werker die ouders en kinderen weer laat praten voorkomt dat het uit de hand loopt, zonder "
    "verwijzing.",
    without="No worker steps in between parents and children.",
    yields=("ease", "calm"),
    parameters=("mediation_ease", "mediation_calm"),
    phase_parameters=("mediation_rate", "mediation_hours"),
    inputs={"trust": SHARE, "hours": SHARE, "need": SHARE},
    signs=grows("trust", "ease", "calm") + grows("hours", "ease", "calm") + grows("need", "ease"),
)
def worker_mediation(trust: float, hours: float, need: float, p: Record) -> tuple[float, float]:
    """What one talk takes off the question, and the share by which it slows its growth.

    ``hours`` is the share of the wanted hours that could be given.
    """
    working = hours * (0.3 + 0.7 * trust)
    return p.mediation_ease * working * need, p.mediation_calm * working


parameter(
    "circle_keep",
    0.12,
    0.04,
    0.3,
    "chance per week",
    "§5.2",
    "Chance that a worker takes on a family in trouble where youth care is wholly feared.",
    "Kans dat een werker een gezin in de knel zelf opvangt waar jeugdzorg geheel wordt gevreesd.",
)
parameter(
    "circle_hours",
    3.0,
    1.0,
    6.0,
    "hours per week",
    "§2.2",
    "Volunteer hours a week for a family helped in the own circle.",
    "Vrijwilligersuren per week voor een gezin dat in eigen kring wordt geholpen.",
)
parameter(
    "circle_ease",
    0.045,
    0.015,
    0.09,
    "share per week",
    "§2.2, §5.2",
    "How much a week of that help takes off a question.",
    "Hoeveel een week van die hulp van een vraag afhaalt.",
)
parameter(
    "circle_weeks",
    20.0,
    8.0,
    40.0,
    "weeks",
    "assumption",
    "How long a worker keeps at it before the question is put anew.",
    "Hoe lang een werker volhoudt voordat de vraag opnieuw wordt gesteld.",
)
parameter(
    "circle_advice",
    0.5,
    0.15,
    0.85,
    "share",
    "§2.2, §5.1",
    "How much less a worker who likes to advise refers light questions.",
    "Hoeveel minder een werker die graag zelf adviseert lichte vragen doorverwijst.",
)


@rule(
    family="family",
    section="§2.2, §5.2",
    evidence="T",
    en="Workers help families themselves, precisely to keep them out of youth care; heavy care is called "
    "only late.",
    nl="Werkers helpen gezinnen zelf, juist om ze uit de jeugdzorg te houden; zware hulp komt pas laat in "
    "beeld.",
    without="Workers take on no family themselves.",
    yields=("keep", "ease"),
    parameters=("circle_keep", "circle_ease"),
    phase_parameters=("circle_hours", "circle_weeks", "circle_advice"),
    inputs={"fear": SHARE, "faith": SHARE, "trust": SHARE, "advises": SHARE, "hours": SHARE},
    signs=grows("fear", "keep")
    + shrinks("faith", "keep")
    + grows("trust", "keep", "ease")
    + grows("advises", "keep", "ease")
    + grows("hours", "ease"),
)
def own_circle(
    fear: float, faith: float, trust: float, advises: float, hours: float, p: Record
) -> tuple[float, float]:
    """Weekly chance that the worker takes the family on, and the share that a week of help takes off.

    ``fear`` is how youth care is told of, ``faith`` the worker's trust in the professional best known there,
    ``hours`` the share of the wanted hours that could be given.
    """
    keep = p.circle_keep * trust * (0.3 + 0.7 * fear) * (1.0 - 0.7 * faith) * (0.7 + 0.3 * advises)
    return keep, p.circle_ease * hours * (0.3 + 0.7 * trust) * (0.7 + 0.3 * advises)


parameter(
    "flow_back_rate",
    0.8,
    0.4,
    1.0,
    "chance",
    "§2.2, §6.1",
    "Chance that help that failed wholly sends a trusting family back to its worker.",
    "Kans dat geheel mislukte hulp een gezin dat de werker vertrouwt terugstuurt.",
    maximum=1.2,
)
parameter(
    "flow_back_hours",
    5.0,
    2.0,
    10.0,
    "hours",
    "§2.2",
    "Volunteer hours of the first week back, day and night.",
    "Vrijwilligersuren in de eerste week terug, dag en nacht.",
)


@rule(
    family="family",
    section="§2.2, §6.1",
    evidence="O",
    en="Help that fails or frightens sends the family back to the worker, day and night.",
    nl="Hulp die mislukt of afschrikt stuurt het gezin terug naar de werker, dag en nacht.",
    without="A family whose help failed goes to nobody.",
    yields=("chance", "hours"),
    parameters=("flow_back_rate", "flow_back_hours"),
    inputs={"outcome": (-1.0, 1.0), "trust": SHARE, "need": SHARE},
    signs=shrinks("outcome", "chance", "hours") + grows("trust", "chance") + grows("need", "chance", "hours"),
)
def flow_back(outcome: float, trust: float, need: float, p: Record) -> tuple[float, float]:
    """Chance that the family comes back, and the hours that it asks at once (outcome: -1 frightening)."""
    bad = max(0.0, -outcome)
    chance = p.flow_back_rate * bad * (0.3 + 0.7 * trust) * (0.4 + 0.6 * need)
    return min(1.0, chance), p.flow_back_hours * bad * (0.4 + 0.6 * need)


parameter(
    "attachment_pace",
    0.04,
    0.015,
    0.1,
    "share per week",
    "§6.1",
    "How fast a week of the worker's help attaches a trusting family.",
    "Hoe snel een week hulp van de werker een gezin dat haar vertrouwt bindt.",
)
parameter(
    "attachment_hours",
    1.5,
    0.5,
    3.0,
    "hours per week",
    "§6.1",
    "Volunteer hours that a fully attached family goes on asking while others help it.",
    "Vrijwilligersuren die een sterk gebonden gezin blijft vragen terwijl anderen helpen.",
)
parameter(
    "attachment_stays",
    0.4,
    0.15,
    0.7,
    "share",
    "§6.1",
    "How much attachment keeps a family from going to someone else.",
    "Hoeveel gehechtheid een gezin ervan afhoudt naar een ander te gaan.",
)
parameter(
    "attachment_handing",
    0.06,
    0.02,
    0.15,
    "share per week",
    "§6.1",
    "How fast attachment passes to a professional to whom trust is handed over.",
    "Hoe snel gehechtheid overgaat op een professional aan wie vertrouwen wordt overgedragen.",
)


@rule(
    family="family",
    section="§6.1",
    evidence="O",
    en="Families stay with the worker they trust; the load goes on unless trust is handed over.",
    nl="Gezinnen blijven bij de werker die zij vertrouwen; de last gaat door tenzij vertrouwen wordt "
    "overgedragen.",
    without="Families attach to nobody: once referred they ask the worker nothing more.",
    yields=("grows", "hours", "stays", "passes"),
    parameters=("attachment_pace", "attachment_hours", "attachment_stays", "attachment_handing"),
    inputs={"attachment": SHARE, "trust": SHARE, "handed": SHARE},
    signs=grows("trust", "grows")
    + grows("attachment", "hours", "stays", "passes")
    + shrinks("handed", "hours", "stays")
    + grows("handed", "passes"),
)
def attachment(
    attachment: float, trust: float, handed: float, p: Record
) -> tuple[float, float, float, float]:
    """What a week with the worker adds; hours still asked, share held back and share passed on with others.

    ``handed`` is how far trust is handed over: the worker knows and trusts the professional, who is an equal.
    """
    held = attachment * (1.0 - handed)
    return (
        p.attachment_pace * trust * (1.0 - attachment),
        p.attachment_hours * held,
        p.attachment_stays * held,
        p.attachment_handing * attachment * handed,
    )
