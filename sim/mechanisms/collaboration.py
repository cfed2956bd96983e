"""Collaboration: how it starts, is designed and owned, and what it becomes (§1.3, §6, §7.2)."""

from sim.arrays import Record
from sim.registry import parameter
from sim.rules import grows, rule, shrinks

SHARE = (0.0, 1.0)

parameter(
    "start_rate",
    0.3,
    0.1,
    0.6,
    "chance per week",
    "§1.3",
    "Chance that a willing pair on fully fertile soil starts.",
    "Kans dat een bereid duo op volledig vruchtbare bodem begint.",
)
parameter(
    "start_field",
    0.3,
    0.1,
    0.6,
    "share",
    "§1.2, §6.3",
    "How much the field counts beside the pair's own soil.",
    "Hoe zwaar het veld telt naast de eigen bodem van het duo.",
)
parameter(
    "start_hours",
    3.0,
    1.0,
    6.0,
    "hours per week",
    "§6.3",
    "Hours that a start needs.",
    "Uren die een begin nodig heeft.",
)


@rule(
    family="collaboration",
    section="§1.3, §6.3",
    evidence="O",
    en="A start needs soil, someone who takes the initiative, and hours; an order starts without soil.",
    nl="Een begin vraagt bodem, iemand die het initiatief neemt, en uren; een opdracht begint zonder bodem.",
    without="Any pair that has met starts at a low even rate, whatever soil, initiative or hours.",
    yields=("chance",),
    parameters=("start_rate", "start_field", "start_hours"),
    inputs={
        "soil_pair": SHARE,
        "soil_field": SHARE,
        "initiative": SHARE,
        "hours": (0.0, 12.0),
        "ordered": (0, 1),
        "tie_factor": SHARE,
    },
    signs=grows("soil_pair", "chance")
    + grows("soil_field", "chance")
    + grows("initiative", "chance")
    + grows("hours", "chance")
    + grows("ordered", "chance"),
)
def start(
    soil_pair: float,
    soil_field: float,
    initiative: float,
    hours: float,
    ordered: float,
    tie_factor: float,
    p: Record,
) -> float:
    """Chance that a pair starts a collaboration this week."""
    if ordered > 0:
        return 1.0
    soil = (1.0 - p.start_field) * soil_pair + p.start_field * soil_field * soil_pair
    return p.start_rate * soil * initiative * min(1.0, hours / p.start_hours) * tie_factor


parameter(
    "design_pace",
    0.04,
    0.015,
    0.09,
    "share per hour",
    "§6.3",
    "How much an hour of designing together adds to the design.",
    "Hoeveel een uur samen ontwerpen toevoegt aan het ontwerp.",
)
parameter(
    "design_guided",
    1.5,
    0.3,
    3.0,
    "times on top",
    "§6.3, §6.4",
    "How much a guide adds to that hour.",
    "Hoeveel een begeleider aan dat uur toevoegt.",
)
parameter(
    "design_trouble",
    0.2,
    0.06,
    0.4,
    "chance per week",
    "§6.3",
    "Chance that logistics (time, language, room, money) turn into a misunderstanding, undesigned.",
    "Kans dat logistiek (tijd, taal, ruimte, geld) zonder ontwerp een misverstand wordt.",
)
parameter(
    "design_strain",
    0.26,
    0.1,
    0.45,
    "strain per misunderstanding",
    "§6.3",
    "Strain of one misunderstanding without loyalty.",
    "Spanning van een misverstand zonder loyaliteit.",
)
parameter(
    "design_confirms",
    0.4,
    0.15,
    0.7,
    "chance per misunderstanding",
    "§6.3",
    "Chance that one misunderstanding, without loyalty and with a full prejudice, is the end.",
    "Kans dat een misverstand zonder loyaliteit en met een vol vooroordeel het einde is.",
)


@rule(
    family="collaboration",
    section="§6.3, §1.3",
    evidence="O",
    en="Designing together closes the gap; skipped, logistics turn into misunderstandings, and without "
    "loyalty one can confirm the prejudice and end it.",
    nl="Samen ontwerpen dicht de kloof; overgeslagen wordt logistiek een misverstand, en zonder loyaliteit "
    "kan een misverstand het vooroordeel bevestigen en het einde zijn.",
    without="Every collaboration is designed as well as it can be, at once.",
    yields=("quality", "trouble", "strain", "ends"),
    parameters=("design_pace", "design_guided", "design_trouble", "design_strain", "design_confirms"),
    inputs={
        "hours": (0.0, 8.0),
        "guidance": SHARE,
        "quality": SHARE,
        "gap": SHARE,
        "loyalty": SHARE,
        "sting_left": SHARE,
        "prejudice": SHARE,
        "bound": SHARE,
    },
    signs=grows("hours", "quality")
    + grows("guidance", "quality")
    + shrinks("quality", "trouble")
    + grows("gap", "trouble")
    + shrinks("loyalty", "strain", "ends")
    + shrinks("bound", "ends")
    + grows("prejudice", "ends"),
)
def design(
    hours: float,
    guidance: float,
    quality: float,
    gap: float,
    loyalty: float,
    sting_left: float,
    prejudice: float,
    bound: float,
    p: Record,
) -> tuple[float, float, float, float]:
    """Rise of design quality, weekly chance of a misunderstanding, strain of one, chance that it is the end.

    ``prejudice`` is what each holds against the other's kind, for a misunderstanding to confirm; ``bound``
    is how far partners are bound by their own interest, so that they do not leave over one (section 1.3).
    """
    return (
        min(1.0, p.design_pace * hours * (1.0 + p.design_guided * guidance)) * (1.0 - quality),
        p.design_trouble * (1.0 - quality) * (0.3 + 0.7 * gap),
        p.design_strain * (1.0 - 0.8 * loyalty) * sting_left,
        p.design_confirms * (1.0 - loyalty) * (1.0 - bound) * prejudice * sting_left,
    )


parameter(
    "ownership_pace",
    0.025,
    0.008,
    0.06,
    "share per hour",
    "§6.3",
    "How much an own hour of design adds to ownership.",
    "Hoeveel een eigen ontwerpuur toevoegt aan eigenaarschap.",
)
parameter(
    "ownership_taken",
    0.035,
    0.01,
    0.08,
    "share per week",
    "§6.3",
    "How much a leading guide or an agenda from above takes from it.",
    "Hoeveel een leidende begeleider of een agenda van boven ervan afneemt.",
)


@rule(
    family="collaboration",
    section="§6.3, §6.4",
    evidence="O",
    en="Ownership grows by partners' own steps and shrinks where a guide or an outside agenda leads; a "
    "guide's exit ends a process only where ownership is low.",
    nl="Eigenaarschap groeit door eigen stappen en krimpt waar een begeleider of agenda van boven leidt; "
    "vertrek van een begeleider is alleen bij weinig eigenaarschap het einde.",
    without="Partners always own what they do.",
    yields=("change", "ends_with_guide"),
    parameters=("ownership_pace", "ownership_taken"),
    inputs={"ownership": SHARE, "hours": (0.0, 8.0), "guidance": SHARE, "care": SHARE, "agenda": SHARE},
    signs=grows("hours", "change")
    + grows("care", "change")
    + shrinks("agenda", "change")
    + shrinks("ownership", "ends_with_guide"),
)
def ownership(
    ownership: float, hours: float, guidance: float, care: float, agenda: float, p: Record
) -> tuple[float, float]:
    """Change of ownership this week and the chance that the guide's exit ends the process."""
    own_steps = min(1.0, p.ownership_pace * hours) * (1.0 - guidance * (1.0 - care)) * (1.0 - ownership)
    taken = p.ownership_taken * (0.6 * guidance * (1.0 - care) + 0.4 * agenda) * ownership
    # Falls steeply in the middle: where ownership is low most end, where it is high hardly any.
    nobody = (1.0 - ownership) * (1.0 - ownership) * (1.0 + 2.0 * ownership)
    return own_steps - taken, nobody


parameter(
    "model_open",
    0.9,
    0.5,
    1.0,
    "share",
    "§5.1, §6.4",
    "How readily open positions on both sides lead to working on location.",
    "Hoe snel open posities aan beide kanten leiden tot werken op locatie.",
    maximum=1.5,
)
parameter(
    "model_withdraw",
    0.05,
    0.015,
    0.12,
    "chance per week",
    "§5.1, §7.2",
    "Chance of withdrawal when transfers stay low past the horizon.",
    "Kans op terugtrekken als overdracht na de termijn laag blijft.",
)
parameter(
    "model_transfers",
    0.5,
    0.15,
    1.2,
    "families per quarter",
    "§5.1",
    "Transfers below which a manager finds results low.",
    "Overdracht waaronder een manager de opbrengst laag vindt.",
)


@rule(
    family="collaboration",
    section="§5.1, §6.4, §7.2",
    evidence="O",
    en="Positions and the roles allowed decide between referring and working on location; a short horizon "
    "with few transfers ends the latter.",
    nl="Posities en toegestane rollen bepalen of men verwijst of op locatie werkt; een korte termijn met "
    "weinig overdracht beeindigt het tweede.",
    without="Either model is as likely, and no manager withdraws.",
    yields=("on_location", "withdraw"),
    parameters=("model_open", "model_withdraw", "model_transfers"),
    inputs={
        "professional_open": SHARE,
        "worker_open": SHARE,
        "roles_allowed": SHARE,
        "impatience": SHARE,
        "transfers": (0.0, 10.0),
    },
    signs=grows("professional_open", "on_location")
    + grows("worker_open", "on_location")
    + grows("roles_allowed", "on_location")
    + grows("impatience", "withdraw")
    + shrinks("transfers", "withdraw"),
)
def model(
    professional_open: float,
    worker_open: float,
    roles_allowed: float,
    impatience: float,
    transfers: float,
    p: Record,
) -> tuple[float, float]:
    """Chance that the design becomes one on location; weekly chance that a manager withdraws from it.

    ``impatience`` is 0 within the horizon and grows beyond it.
    """
    open_minded = 0.65 * professional_open + 0.35 * worker_open
    missing = max(0.0, 1.0 - transfers / p.model_transfers)
    return min(
        1.0, p.model_open * open_minded * (0.15 + 0.85 * roles_allowed)
    ), p.model_withdraw * impatience * missing
