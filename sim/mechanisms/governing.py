"""Municipality: how it learns, on what ground it works, whose agenda it follows (§1, §7.3)."""

from sim.arrays import Record
from sim.registry import parameter
from sim.rules import grows, rule, shrinks

SHARE = (0.0, 1.0)

parameter(
    "learning_pace",
    0.02,
    0.006,
    0.05,
    "share per hour",
    "§7.3",
    "How fast partners learn how to work together by doing so.",
    "Hoe snel partners leren samenwerken door het te doen.",
)
parameter(
    "learning_guided",
    1.5,
    0.3,
    3.0,
    "times on top",
    "§6.4, §7.3",
    "How much a guide adds to that.",
    "Hoeveel een begeleider daaraan toevoegt.",
)
parameter(
    "learning_spread",
    0.05,
    0.015,
    0.12,
    "share per week",
    "§7.3",
    "How fast lessons that are made visible reach others.",
    "Hoe snel lessen die zichtbaar worden gemaakt anderen bereiken.",
)
parameter(
    "learning_use",
    0.8,
    0.2,
    1.6,
    "times on top",
    "§7.3",
    "How much all that can be learnt from others adds to an hour of design.",
    "Hoeveel alles wat van anderen te leren is toevoegt aan een uur ontwerpen.",
)


@rule(
    family="municipality",
    section="§7.3",
    evidence="O",
    en="What one collaboration learns helps others to design theirs only where it is made visible.",
    nl="Wat de ene samenwerking leert helpt anderen bij hun ontwerp alleen als het zichtbaar wordt gemaakt.",
    without="Every collaboration designs as if it were the first.",
    yields=("learned", "spread", "gained"),
    parameters=("learning_pace", "learning_guided", "learning_spread", "learning_use"),
    inputs={
        "hours": (0.0, 8.0),
        "guidance": SHARE,
        "learned": SHARE,
        "best": SHARE,
        "visible": SHARE,
        "lessons": SHARE,
    },
    signs=grows("hours", "learned")
    + grows("guidance", "learned")
    + grows("visible", "spread")
    + grows("best", "spread")
    + grows("lessons", "gained"),
)
def learning(
    hours: float, guidance: float, learned: float, best: float, visible: float, lessons: float, p: Record
) -> tuple[float, float, float]:
    """Rise of what partners learned, change of the lessons others have, and what these add to a design hour.

    ``best`` is what the most experienced collaboration has learned.
    """
    return (
        min(1.0, p.learning_pace * hours * (1.0 + p.learning_guided * guidance)) * (1.0 - learned),
        p.learning_spread * (visible * best - lessons),
        p.learning_use * lessons,
    )


parameter(
    "ground_needed",
    0.7,
    0.3,
    0.95,
    "share",
    "§1.1",
    "How much of what is arranged from outside needs ties that are already there.",
    "Hoeveel van wat van buitenaf wordt geregeld banden nodig heeft die er al zijn.",
)


@rule(
    family="municipality",
    section="§1.1",
    evidence="L",
    en="Arranging, mediating and brokering a project work on ties that exist; on a fragmented field ties "
    "come first.",
    nl="Arrangeren, bemiddelen en een project regelen werken op banden die er zijn; in een versnipperd veld "
    "gaan banden voor.",
    without="What is arranged from outside takes as well among strangers as among those who know each other.",
    yields=("works",),
    parameters=("ground_needed",),
    inputs={"tie": SHARE, "field": SHARE},
    signs=grows("tie", "works") + grows("field", "works"),
)
def ground_first(tie: float, field: float, p: Record) -> float:
    """Share of what is arranged that takes, from how well the pair and the field know each other."""
    return 1.0 - p.ground_needed * (1.0 - min(1.0, 0.7 * tie + 0.6 * field))


parameter(
    "agenda_loss",
    0.5,
    0.2,
    0.8,
    "share",
    "§1.1, §7.3",
    "How much of what partners know an agenda wholly set from above leaves unused.",
    "Hoeveel van wat partners weten een geheel van boven bepaalde agenda onbenut laat.",
)
parameter(
    "agenda_veto",
    0.4,
    0.1,
    0.7,
    "share",
    "§1.1",
    "How much of that a full veto of the partners brings back.",
    "Hoeveel daarvan een volledig vetorecht van de partners terugbrengt.",
)
parameter(
    "agenda_heard",
    0.02,
    0.006,
    0.05,
    "share per week",
    "§7.3",
    "How fast those who are heard change what the municipality sees as their role.",
    "Hoe snel wie gehoord wordt verandert wat de gemeente als hun rol ziet.",
)
parameter(
    "agenda_roles",
    0.5,
    0.15,
    0.85,
    "share",
    "§7.3",
    "How far being fully heard opens roles that were not allowed.",
    "In hoeverre volledig gehoord worden rollen opent die niet mochten.",
)


@rule(
    family="municipality",
    section="§1.1, §7.3",
    evidence="L",
    en="Who sets the agenda and who can veto shapes whose knowledge is used; being heard in it broadens the "
    "roles that are seen.",
    nl="Wie de agenda bepaalt en wie een veto heeft, bepaalt wiens kennis wordt gebruikt; gehoord worden "
    "verbreedt de rollen die men ziet.",
    without="All knowledge is used whoever sets the agenda, and being heard changes no role.",
    yields=("knowledge", "heard"),
    parameters=("agenda_loss", "agenda_veto", "agenda_heard"),
    phase_parameters=("agenda_roles",),
    inputs={"agenda": SHARE, "voice": SHARE, "veto": SHARE, "heard": SHARE},
    signs=shrinks("agenda", "knowledge") + grows("voice", "knowledge", "heard") + grows("veto", "knowledge"),
)
def agenda_share(agenda: float, voice: float, veto: float, heard: float, p: Record) -> tuple[float, float]:
    """Share of the partners' knowledge that the design uses, and change of how far they are heard.

    ``agenda`` is the municipality's share of it, ``voice`` how far others are asked when it is made.
    """
    unused = p.agenda_loss * agenda * (1.0 - voice) * (1.0 - p.agenda_veto * veto)
    return 1.0 - unused, p.agenda_heard * (voice - heard)


parameter(
    "public_equity",
    0.5,
    0.2,
    0.8,
    "share",
    "§1.3",
    "Weight of reaching those least reached, beside helping early.",
    "Gewicht van bereiken wie het minst bereikt wordt, naast vroeg helpen.",
)


@rule(
    family="municipality",
    section="§1.3",
    evidence="L",
    en="Where the public good counts, success is judged by reach, equity and early help too, and not by the "
    "partners' advantage alone.",
    nl="Waar het publieke belang telt, wordt succes ook beoordeeld op bereik, gelijkheid en vroege hulp, en "
    "niet alleen op het voordeel van de partners.",
    without="Success is what the partners gain by it.",
    yields=("judged",),
    parameters=("public_equity",),
    inputs={
        "advantage": SHARE,
        "served": SHARE,
        "unmet": SHARE,
        "early": SHARE,
        "weight": SHARE,
    },
    signs=grows("advantage", "judged")
    + grows("served", "judged")
    + grows("unmet", "judged")
    + grows("early", "judged"),
)
def public_good(
    advantage: float, served: float, unmet: float, early: float, weight: float, p: Record
) -> float:
    """Success as it is judged: partner advantage against what is done for those in need, early or unreached.

    ``served`` is how many families it passes on, ``unmet`` the need in that community that has no help.
    """
    public = served * (p.public_equity * unmet + (1.0 - p.public_equity) * early)
    return (1.0 - weight) * advantage + weight * public
