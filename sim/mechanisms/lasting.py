"""Collaboration, what keeps it going or wears it out (§1.2, §1.3, §6.1, §6.2, §6.4)."""

from sim.arrays import Record
from sim.registry import parameter
from sim.rules import grows, rule, shrinks

SHARE = (0.0, 1.0)

parameter(
    "reciprocity_hurt",
    0.01,
    0.003,
    0.03,
    "disappointment per week",
    "§6.1",
    "Disappointment when more is given than comes back.",
    "Teleurstelling als er meer wordt gegeven dan terugkomt.",
)
parameter(
    "reciprocity_kind",
    0.01,
    0.003,
    0.03,
    "share per week",
    "§6.1",
    "How fast a return, also in kind, takes disappointment away.",
    "Hoe snel iets terugkrijgen, ook in natura, teleurstelling wegneemt.",
)
parameter(
    "reciprocity_loyalty",
    0.02,
    0.006,
    0.05,
    "share per week",
    "§1.3, §6.1",
    "How fast giving and getting in balance builds loyalty.",
    "Hoe snel geven en nemen in balans loyaliteit opbouwt.",
)


@rule(
    family="collaboration",
    section="§1.3, §6.1",
    evidence="O",
    en="Service without return piles up disappointment; a return, also in kind, builds loyalty instead.",
    nl="Dienst zonder wederdienst stapelt teleurstelling op; iets terugkrijgen, ook in natura, bouwt "
    "loyaliteit op.",
    without="Nobody keeps count.",
    yields=("disappointment", "loyalty"),
    parameters=("reciprocity_hurt", "reciprocity_kind", "reciprocity_loyalty"),
    inputs={"given": (0.0, 6.0), "returned": (0.0, 6.0), "disappointment": SHARE, "loyalty": SHARE},
    signs=grows("given", "disappointment")
    + shrinks("returned", "disappointment")
    + grows("returned", "loyalty"),
)
def reciprocity(
    given: float, returned: float, disappointment: float, loyalty: float, p: Record
) -> tuple[float, float]:
    """Changes of the worker's disappointment and of loyalty, from what was given and what came back."""
    short = max(0.0, given - returned) / (given + 1.0)
    balance = min(given, returned) / (given + 0.5)
    hurt = p.reciprocity_hurt * short * (1.0 - disappointment)
    thanks = returned / (given + returned + 0.5)
    return hurt - p.reciprocity_kind * thanks * disappointment, p.reciprocity_loyalty * balance * (
        1.0 - loyalty
    )


parameter(
    "small_costs_irritation",
    0.03,
    0.01,
    0.08,
    "share per week",
    "§6.2",
    "Irritation about unpaid coffee, tea and phone.",
    "Irritatie over onbetaalde koffie, thee en telefoon.",
)
parameter(
    "small_costs_symbol",
    0.015,
    0.004,
    0.04,
    "share of trust per week",
    "§6.2",
    "Trust in the district that this symbol costs.",
    "Vertrouwen in het stadsdeel dat dit symbool kost.",
)
parameter(
    "small_costs_forgotten",
    0.03,
    0.01,
    0.08,
    "share per week",
    "§6.2",
    "How fast irritation wears off once costs are paid.",
    "Hoe snel irritatie slijt als kosten betaald worden.",
)


@rule(
    family="collaboration",
    section="§6.2",
    evidence="O",
    en="Unpaid coffee, tea and phone irritate and say that the district does not care: trust in the "
    "district falls, in the partner not, and nothing ends by it.",
    nl="Onbetaalde koffie, thee en telefoon irriteren en zeggen dat het stadsdeel niets geeft: vertrouwen in "
    "het stadsdeel daalt, in de partner niet, en er stopt niets door.",
    without="Small costs are paid without a thought.",
    yields=("irritation", "trust_district"),
    parameters=("small_costs_irritation", "small_costs_symbol", "small_costs_forgotten"),
    inputs={"unpaid": SHARE, "hosting": SHARE, "irritation": SHARE, "trust": SHARE},
    signs=grows("unpaid", "irritation")
    + shrinks("unpaid", "trust_district")
    + grows("hosting", "irritation")
    + shrinks("hosting", "trust_district"),
)
def small_costs(
    unpaid: float, hosting: float, irritation: float, trust: float, p: Record
) -> tuple[float, float]:
    """Changes of irritation and of trust in the district; ``hosting`` is 1 where work on location goes on."""
    burden = unpaid * hosting
    return (
        p.small_costs_irritation * burden * (1.0 - irritation)
        - p.small_costs_forgotten * (1.0 - burden) * irritation,
        -p.small_costs_symbol * burden * trust,
    )


parameter(
    "pioneers_gain",
    0.02,
    0.006,
    0.05,
    "courage per week",
    "§1.3, §6.4",
    "Courage from backing, space and recognition.",
    "Moed door rugdekking, ruimte en waardering.",
)
parameter(
    "pioneers_examples",
    0.5,
    0.2,
    0.8,
    "share",
    "§3.4",
    "Courage from good examples that are seen, beside what full backing gives.",
    "Moed door goede voorbeelden die men ziet, naast wat volle rugdekking geeft.",
)
parameter(
    "pioneers_drain",
    0.012,
    0.004,
    0.03,
    "courage per week",
    "§6.2",
    "Courage that working without backing drains.",
    "Moed die werken zonder rugdekking kost.",
    evidence="E",
)
parameter(
    "pioneers_lag",
    16.0,
    6.0,
    40.0,
    "weeks",
    "§6.2",
    "Lag with which backing and its absence are felt.",
    "Vertraging waarmee rugdekking en het ontbreken ervan worden gevoeld.",
)


@rule(
    family="collaboration",
    section="§1.3, §3.4, §6.2, §6.4",
    evidence="E",
    en="Pioneers of both sides draw courage from backing, space, recognition and good examples, and lose it "
    "with a lag without backing.",
    nl="Pioniers van beide kanten putten moed uit rugdekking, ruimte, waardering en goede voorbeelden, en "
    "verliezen die met vertraging zonder rugdekking.",
    without="Courage does not depend on backing or examples.",
    yields=("courage", "felt"),
    parameters=("pioneers_gain", "pioneers_examples", "pioneers_drain", "pioneers_lag"),
    inputs={"courage": SHARE, "backing": SHARE, "felt": SHARE, "active": SHARE, "examples": SHARE},
    signs=grows("backing", "felt")
    + grows("felt", "courage")
    + grows("examples", "courage")
    + shrinks("active", "courage"),
)
def pioneers(
    courage: float, backing: float, felt: float, active: float, examples: float, p: Record
) -> tuple[float, float]:
    """Changes of courage and of the backing felt; ``active`` is how far one is out on the limb now."""
    drain = p.pioneers_drain * (0.2 + 0.8 * active) * (1.0 - felt) * courage
    fed = felt + p.pioneers_examples * examples * (1.0 - felt)
    return p.pioneers_gain * fed * (1.0 - courage) - drain, (backing - felt) / p.pioneers_lag


parameter(
    "anchoring_pace",
    0.02,
    0.006,
    0.05,
    "share per week",
    "§1.3",
    "How fast effort turns a working practice into rules and money.",
    "Hoe snel inspanning een werkende praktijk borgt.",
)
parameter(
    "anchoring_holds",
    0.8,
    0.5,
    0.95,
    "share",
    "§1.3",
    "How far an anchored practice survives a person's departure.",
    "In hoeverre een geborgde praktijk het vertrek van een persoon overleeft.",
)
parameter(
    "anchoring_formal",
    0.3,
    0.05,
    0.6,
    "share",
    "§1.2",
    "How much a fully anchored field lowers the forming of new ties.",
    "Hoeveel een volledig geborgd veld het ontstaan van nieuwe banden remt.",
)


@rule(
    family="collaboration",
    section="§1.2, §1.3",
    evidence="O",
    en="Anchoring lets a practice survive the person; it also makes ties formal and new ones rarer.",
    nl="Borging laat een praktijk de persoon overleven; zij maakt banden ook formeler en nieuwe zeldzamer.",
    without="Nothing is anchored: every practice hangs on its people.",
    yields=("gain", "survival", "tie_factor"),
    parameters=("anchoring_pace", "anchoring_holds", "anchoring_formal"),
    inputs={"effort": SHARE, "success": SHARE, "anchoring": SHARE, "anchored_field": SHARE},
    signs=grows("effort", "gain")
    + grows("success", "gain")
    + grows("anchoring", "survival")
    + shrinks("anchored_field", "tie_factor"),
)
def anchoring(
    effort: float, success: float, anchoring: float, anchored_field: float, p: Record
) -> tuple[float, float, float]:
    """Rise of anchoring, chance to survive a departure because of it, and factor on new ties."""
    return (
        p.anchoring_pace * effort * success * (1.0 - anchoring),
        p.anchoring_holds * anchoring,
        1.0 - p.anchoring_formal * anchored_field,
    )
