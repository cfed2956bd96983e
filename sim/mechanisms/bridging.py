"""Service, what crossing the bridge brings and costs: visits, calls, signals, posture, pay (§5, §6)."""

from sim.arrays import Record
from sim.registry import parameter
from sim.rules import grows, rule, shrinks

SHARE = (0.0, 1.0)

parameter(
    "visit_ours",
    0.35,
    0.1,
    0.7,
    "share per visit",
    "§5.2, §6.2",
    "How much a visit with the group's own purpose makes the centre a place of their own.",
    "Hoeveel een bezoek met een eigen doel het centrum tot een eigen plek maakt.",
)
parameter(
    "visit_cold",
    0.4,
    0.1,
    0.7,
    "share",
    "§6.2",
    "What is left of that where those who receive the group keep their distance.",
    "Wat daarvan overblijft als de ontvangst afstandelijk is.",
)
parameter(
    "visit_trust",
    0.5,
    0.2,
    0.8,
    "share",
    "assumption",
    "How much of the trust that is lacking a place of their own makes up for.",
    "Hoeveel van het vertrouwen dat ontbreekt een eigen plek goedmaakt.",
)
parameter(
    "visit_walk_in",
    0.15,
    0.04,
    0.4,
    "chance per week",
    "§6.2",
    "Chance that a family in full need walks in where the centre is wholly their own.",
    "Kans dat een gezin in volle nood binnenloopt als het centrum helemaal van hen is.",
)


@rule(
    family="service",
    section="§5.2, §6.2",
    evidence="T",
    en="A visit with the group's own purpose and without a programme makes the centre a place of their own; "
    "families then walk in by themselves.",
    nl="Een bezoek met een eigen doel en zonder programma maakt het centrum tot een eigen plek; gezinnen "
    "lopen er daarna uit zichzelf binnen.",
    without="A visit to the centre leaves no trace.",
    yields=("ours", "walk_in"),
    parameters=("visit_ours", "visit_cold", "visit_walk_in"),
    phase_parameters=("visit_hours", "visit_rate", "visit_fading", "visit_trust"),
    inputs={"own_purpose": SHARE, "welcome": SHARE, "ours": SHARE, "need": SHARE},
    signs=grows("own_purpose", "ours")
    + grows("welcome", "ours")
    + grows("ours", "walk_in")
    + grows("need", "walk_in"),
)
def group_visit(
    own_purpose: float, welcome: float, ours: float, need: float, p: Record
) -> tuple[float, float]:
    """Rise of the feeling that the centre is a place of one's own, and the weekly chance to walk in.

    ``own_purpose`` is how far the group sets the purpose; ``welcome`` is the posture of those who receive it.
    """
    warmth = p.visit_cold + (1.0 - p.visit_cold) * welcome
    return p.visit_ours * own_purpose * warmth * (1.0 - ours), p.visit_walk_in * ours * need


parameter(
    "chain_spread",
    0.5,
    0.15,
    0.9,
    "chance per success",
    "§6.1",
    "Chance that a fully trusting colleague puts the worker on their list after a success.",
    "Kans dat een collega met vol vertrouwen de werker na een succes op de lijst zet.",
)
parameter(
    "chain_call",
    0.35,
    0.1,
    0.7,
    "chance per week",
    "§6.1",
    "Chance that a family in full need leads a caller with full trust to call.",
    "Kans dat wie de werker op de lijst heeft belt over een gezin in volle nood.",
)


@rule(
    family="service",
    section="§6.1",
    evidence="O",
    en="Each success lengthens the list of those who call on the worker; then direct calls come, on holidays "
    "too, and they cost unpaid hours.",
    nl="Elk succes maakt de lijst van bellers langer; dan komen er rechtstreekse telefoontjes, ook in de "
    "vakantie, en die kosten onbetaalde uren.",
    without="A success is not passed on, and nobody calls a worker directly.",
    yields=("listed", "call"),
    parameters=("chain_spread", "chain_call"),
    phase_parameters=("chain_hours", "chain_ease", "chain_across", "chain_number"),
    inputs={"near": SHARE, "trust": SHARE, "severity": SHARE},
    signs=grows("near", "listed") + grows("trust", "listed", "call") + grows("severity", "call"),
)
def request_chain(near: float, trust: float, severity: float, p: Record) -> tuple[float, float]:
    """Chance that a professional who hears of a success lists the worker, and the weekly chance of a call.

    ``near`` is how close they stand to whom it happened; ``trust`` is their trust in the worker; ``severity``
    is how heavy the case is that they have now.
    """
    return p.chain_spread * near * trust, p.chain_call * trust * severity


parameter(
    "signal_withhold",
    0.5,
    0.15,
    0.85,
    "share",
    "§5.2",
    "How far workers keep the most delicate cases in their own hands when no protocol is clear.",
    "In hoeverre werkers de meest delicate zaken zelf houden als er geen duidelijk protocol is.",
)
parameter(
    "signal_clear",
    0.7,
    0.3,
    0.95,
    "share",
    "§5.2, §5.1",
    "How much of withholding and of breach a clear protocol takes away.",
    "Hoeveel van het achterhouden en van de breuk een duidelijk protocol wegneemt.",
)
parameter(
    "signal_travels",
    0.12,
    0.03,
    0.3,
    "chance per signal",
    "§5.2",
    "Chance that the most delicate signal travels on and ends in an intervention.",
    "Kans dat het meest delicate signaal verder reist en eindigt in ingrijpen.",
)
parameter(
    "signal_collapse",
    0.7,
    0.35,
    0.95,
    "share",
    "§5.2",
    "Share of trust and standing that such a breach takes.",
    "Deel van vertrouwen en aanzien dat zo'n breuk kost.",
)


@rule(
    family="service",
    section="§5.2",
    evidence="O",
    en="A signal shared in confidence may travel on and end in an intervention: standing and trust collapse. "
    "Where protocols are unclear, workers withhold delicate cases even without a breach.",
    nl="Een signaal in vertrouwen kan verder reizen en eindigen in ingrijpen: aanzien en vertrouwen storten "
    "in. Bij onduidelijke protocollen houden werkers delicate zaken achter, ook zonder breuk.",
    without="What is shared in confidence stays there, and delicate cases are shared like others.",
    yields=("withheld", "breach", "collapse"),
    parameters=("signal_withhold", "signal_clear", "signal_travels", "signal_collapse"),
    phase_parameters=("signal_memory", "signal_colleagues"),
    inputs={"delicacy": SHARE, "clarity": SHARE, "burned": SHARE, "trust": SHARE},
    signs=grows("delicacy", "withheld", "breach")
    + shrinks("clarity", "withheld", "breach")
    + grows("burned", "withheld")
    + grows("trust", "collapse"),
)
def signal_breach(
    delicacy: float, clarity: float, burned: float, trust: float, p: Record
) -> tuple[float, float, float]:
    """Chance that a delicate case is kept back, that a shared one ends in a breach, and what that takes.

    ``burned`` is how fresh an earlier breach is to this worker; ``trust`` is the stock that collapses.
    """
    unclear = delicacy * (1.0 - p.signal_clear * clarity)
    afraid = burned + (1.0 - burned) * p.signal_withhold
    return unclear * afraid, p.signal_travels * unclear, p.signal_collapse * trust


parameter(
    "background_ease",
    0.25,
    0.0,
    0.6,
    "share",
    "§5.1, §5.2, §6.2",
    "How much of the real distance a shared background takes off at first contact and at return (contested).",
    "Hoeveel van de echte afstand een gedeelde achtergrond bij kennismaken en terugkomen wegneemt (betwist).",
)
parameter(
    "background_interpreter",
    0.7,
    0.2,
    0.95,
    "share",
    "§5.2",
    "How far a worker who interprets can stand in for that.",
    "In hoeverre een werker die tolkt dat kan vervangen.",
)
parameter(
    "posture_leaves",
    0.08,
    0.02,
    0.2,
    "chance per contact",
    "§5.2",
    "Chance that a family stays away after contact with a fully distant expert.",
    "Kans dat een gezin wegblijft na contact met een volledig afstandelijke expert.",
)


@rule(
    family="service",
    section="§5.1, §5.2, §6.2",
    evidence="O",
    en="A shared background eases first contact and return and does not transfer trust; posture decides who "
    "stays; a worker who interprets can stand in.",
    nl="Een gedeelde achtergrond maakt kennismaken en terugkomen makkelijker en draagt geen vertrouwen over; "
    "de houding bepaalt wie blijft; een tolkende werker kan het vervangen.",
    without="Background makes no difference, and nobody leaves because of how they are met.",
    yields=("ease", "leaves"),
    parameters=("background_ease", "background_interpreter", "posture_leaves"),
    phase_parameters=("posture_memory", "posture_story"),
    inputs={"same": (0, 1), "interpreter": SHARE, "posture": SHARE},
    signs=grows("same", "ease") + grows("interpreter", "ease") + shrinks("posture", "leaves"),
)
def posture_and_background(same: float, interpreter: float, posture: float, p: Record) -> tuple[float, float]:
    """Share of the real distance that is taken off, and the chance per contact that a family stays away."""
    distant = 1.0 - posture
    ease = p.background_ease * max(same, p.background_interpreter * interpreter)
    return ease, p.posture_leaves * distant * distant


parameter(
    "paid_distrust",
    0.12,
    0.0,
    0.35,
    "share",
    "§5.1",
    "How much of families' trust in the worker full payment by institutions takes off (contested).",
    "Hoeveel van het vertrouwen van gezinnen in de werker volledige betaling wegneemt (betwist).",
)


@rule(
    family="service",
    section="§5.1",
    evidence="T",
    en="Being paid by or attached to an institution may lower families' trust in the worker; this is "
    "contested, and the range includes nothing at all.",
    nl="Betaald worden door of horen bij een instelling kan het vertrouwen van gezinnen in de werker "
    "verlagen; dat is betwist, en de marge bevat ook helemaal niets.",
    without="Who pays the worker makes no difference to families.",
    yields=("trust",),
    parameters=("paid_distrust",),
    inputs={"paid": SHARE, "trust": SHARE},
    signs=shrinks("paid", "trust"),
)
def paid_bridge(paid: float, trust: float, p: Record) -> float:
    """Change of the trust that a family puts in a worker of whose bridging the share ``paid`` is paid for."""
    return -p.paid_distrust * paid * trust
