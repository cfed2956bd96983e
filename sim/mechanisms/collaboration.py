"""Collaboration: how it starts, is designed, owned, practised, strained and anchored (§1.3, §6, §7.2)."""

from sim.registry import parameter
from sim.rules import grows, rule, shrinks

SHARE = (0.0, 1.0)

parameter("start_rate", 0.1, 0.03, 0.25, "chance per week", "§1.3",
          "Chance that a willing pair on fully fertile soil starts.",
          "Kans dat een bereid duo op volledig vruchtbare bodem begint.")
parameter("start_field", 0.3, 0.1, 0.6, "share", "§1.2, §6.3",
          "How much the field counts beside the pair's own soil.",
          "Hoe zwaar het veld telt naast de eigen bodem van het duo.")
parameter("start_hours", 3.0, 1.0, 6.0, "hours per week", "§6.3",
          "Hours that a start needs.", "Uren die een begin nodig heeft.")


@rule(
    family="collaboration", section="§1.3, §6.3", evidence="O",
    en="A start needs soil, someone who takes the initiative, and hours; an order starts without soil.",
    nl="Een begin vraagt bodem, iemand die het initiatief neemt, en uren; een opdracht begint zonder bodem.",
    without="Any pair that has met starts at a low even rate, whatever soil, initiative or hours.",
    yields=("chance",),
    parameters=("start_rate", "start_field", "start_hours"),
    inputs={"soil_pair": SHARE, "soil_field": SHARE, "initiative": SHARE, "hours": (0.0, 12.0),
            "ordered": (0, 1), "tie_factor": SHARE},
    signs=grows("soil_pair", "chance") + grows("soil_field", "chance") + grows("initiative", "chance")
    + grows("hours", "chance") + grows("ordered", "chance"),
)
def start(soil_pair, soil_field, initiative, hours, ordered, tie_factor, p):
    """Chance that a pair starts a collaboration this week."""
    if ordered > 0:
        return 1.0
    soil = (1.0 - p.start_field) * soil_pair + p.start_field * soil_field * soil_pair
    return p.start_rate * soil * initiative * min(1.0, hours / p.start_hours) * tie_factor


parameter("design_pace", 0.04, 0.015, 0.09, "share per hour", "§6.3",
          "How much an hour of designing together adds to the design.",
          "Hoeveel een uur samen ontwerpen toevoegt aan het ontwerp.")
parameter("design_guided", 1.5, 0.3, 3.0, "times on top", "§6.3, §6.4",
          "How much a guide adds to that hour.", "Hoeveel een begeleider aan dat uur toevoegt.")
parameter("design_trouble", 0.2, 0.06, 0.4, "chance per week", "§6.3",
          "Chance that logistics (time, language, room, money) turn into a misunderstanding, undesigned.",
          "Kans dat logistiek (tijd, taal, ruimte, geld) zonder ontwerp een misverstand wordt.")
parameter("design_strain", 0.26, 0.1, 0.45, "strain per misunderstanding", "§6.3",
          "Strain of one misunderstanding without loyalty.",
          "Spanning van een misverstand zonder loyaliteit.")


@rule(
    family="collaboration", section="§6.3", evidence="O",
    en="Designing together closes the gap; skipped, logistics turn into misunderstandings, and without "
       "loyalty each can confirm the prejudice.",
    nl="Samen ontwerpen dicht de kloof; overgeslagen wordt logistiek een misverstand, en zonder loyaliteit "
       "kan elk misverstand het vooroordeel bevestigen.",
    without="Every collaboration is designed as well as it can be, at once.",
    yields=("quality", "trouble", "strain"),
    parameters=("design_pace", "design_guided", "design_trouble", "design_strain"),
    inputs={"hours": (0.0, 8.0), "guidance": SHARE, "quality": SHARE, "gap": SHARE, "loyalty": SHARE,
            "sting_left": SHARE},
    signs=grows("hours", "quality") + grows("guidance", "quality") + shrinks("quality", "trouble")
    + grows("gap", "trouble") + shrinks("loyalty", "strain"),
)
def design(hours, guidance, quality, gap, loyalty, sting_left, p):
    """Rise of design quality, chance of a misunderstanding this week, and the strain one causes."""
    return (
        min(1.0, p.design_pace * hours * (1.0 + p.design_guided * guidance)) * (1.0 - quality),
        p.design_trouble * (1.0 - quality) * (0.3 + 0.7 * gap),
        p.design_strain * (1.0 - 0.8 * loyalty) * sting_left,
    )


parameter("ownership_pace", 0.025, 0.008, 0.06, "share per hour", "§6.3",
          "How much an own hour of design adds to ownership.",
          "Hoeveel een eigen ontwerpuur toevoegt aan eigenaarschap.")
parameter("ownership_taken", 0.035, 0.01, 0.08, "share per week", "§6.3",
          "How much a leading guide or an agenda from above takes from it.",
          "Hoeveel een leidende begeleider of een agenda van boven ervan afneemt.")


@rule(
    family="collaboration", section="§6.3, §6.4", evidence="O",
    en="Ownership grows by partners' own steps and shrinks where a guide or an outside agenda leads; a "
       "guide's exit ends a process only where ownership is low.",
    nl="Eigenaarschap groeit door eigen stappen en krimpt waar een begeleider of agenda van boven leidt; "
       "vertrek van een begeleider is alleen bij weinig eigenaarschap het einde.",
    without="Partners always own what they do.",
    yields=("change", "ends_with_guide"),
    parameters=("ownership_pace", "ownership_taken"),
    inputs={"ownership": SHARE, "hours": (0.0, 8.0), "guidance": SHARE, "care": SHARE, "agenda": SHARE},
    signs=grows("hours", "change") + grows("care", "change") + shrinks("agenda", "change")
    + shrinks("ownership", "ends_with_guide"),
)
def ownership(ownership, hours, guidance, care, agenda, p):
    """Change of ownership this week and the chance that the guide's exit ends the process."""
    own_steps = min(1.0, p.ownership_pace * hours) * (1.0 - guidance * (1.0 - care)) * (1.0 - ownership)
    taken = p.ownership_taken * (0.6 * guidance * (1.0 - care) + 0.4 * agenda) * ownership
    return own_steps - taken, (1.0 - ownership) * (1.0 - ownership)


parameter("model_open", 0.9, 0.5, 1.0, "share", "§5.1, §6.4",
          "How readily open positions on both sides lead to working on location.",
          "Hoe snel open posities aan beide kanten leiden tot werken op locatie.", maximum=1.5)
parameter("model_withdraw", 0.05, 0.015, 0.12, "chance per week", "§5.1, §7.2",
          "Chance of withdrawal when transfers stay low past the horizon.",
          "Kans op terugtrekken als overdracht na de termijn laag blijft.")
parameter("model_transfers", 0.5, 0.15, 1.2, "families per quarter", "§5.1",
          "Transfers below which a manager finds results low.",
          "Overdracht waaronder een manager de opbrengst laag vindt.")


@rule(
    family="collaboration", section="§5.1, §6.4, §7.2", evidence="O",
    en="Positions and the roles allowed decide between referring and working on location; a short horizon "
       "with few transfers ends the latter.",
    nl="Posities en toegestane rollen bepalen of men verwijst of op locatie werkt; een korte termijn met "
       "weinig overdracht beeindigt het tweede.",
    without="Either model is as likely, and no manager withdraws.",
    yields=("on_location", "withdraw"),
    parameters=("model_open", "model_withdraw", "model_transfers"),
    inputs={"professional_open": SHARE, "worker_open": SHARE, "roles_allowed": SHARE,
            "impatience": SHARE, "transfers": (0.0, 10.0)},
    signs=grows("professional_open", "on_location") + grows("worker_open", "on_location")
    + grows("roles_allowed", "on_location") + grows("impatience", "withdraw") + shrinks("transfers", "withdraw"),
)
def model(professional_open, worker_open, roles_allowed, impatience, transfers, p):
    """Chance that the design becomes one on location; weekly chance that a manager withdraws from it.

    ``impatience`` is 0 within the horizon and grows beyond it.
    """
    open_minded = 0.65 * professional_open + 0.35 * worker_open
    missing = max(0.0, 1.0 - transfers / p.model_transfers)
    return min(1.0, p.model_open * open_minded * (0.15 + 0.85 * roles_allowed)), \
        p.model_withdraw * impatience * missing


parameter("reciprocity_hurt", 0.01, 0.003, 0.03, "disappointment per week", "§6.1",
          "Disappointment when more is given than comes back.",
          "Teleurstelling als er meer wordt gegeven dan terugkomt.")
parameter("reciprocity_kind", 0.01, 0.003, 0.03, "share per week", "§6.1",
          "How fast a return, also in kind, takes disappointment away.",
          "Hoe snel iets terugkrijgen, ook in natura, teleurstelling wegneemt.")
parameter("reciprocity_loyalty", 0.02, 0.006, 0.05, "share per week", "§1.3, §6.1",
          "How fast giving and getting in balance builds loyalty.",
          "Hoe snel geven en nemen in balans loyaliteit opbouwt.")


@rule(
    family="collaboration", section="§1.3, §6.1", evidence="O",
    en="Service without return piles up disappointment; return, also in kind, counters it and builds loyalty.",
    nl="Dienst zonder wederdienst stapelt teleurstelling op; iets terugkrijgen, ook in natura, gaat dat tegen "
       "en bouwt loyaliteit.",
    without="Nobody keeps count.",
    yields=("disappointment", "loyalty"),
    parameters=("reciprocity_hurt", "reciprocity_kind", "reciprocity_loyalty"),
    inputs={"given": (0.0, 6.0), "returned": (0.0, 6.0), "disappointment": SHARE, "loyalty": SHARE},
    signs=grows("given", "disappointment") + shrinks("returned", "disappointment")
    + grows("returned", "loyalty"),
)
def reciprocity(given, returned, disappointment, loyalty, p):
    """Changes of the worker's disappointment and of loyalty, from what was given and what came back."""
    short = max(0.0, given - returned) / (given + 1.0)
    balance = min(given, returned) / (given + 0.5)
    hurt = p.reciprocity_hurt * short * (1.0 - disappointment)
    return hurt - p.reciprocity_kind * balance * disappointment, p.reciprocity_loyalty * balance * (1.0 - loyalty)


parameter("small_costs_irritation", 0.03, 0.01, 0.08, "share per week", "§6.2",
          "Irritation about unpaid coffee, tea and phone.",
          "Irritatie over onbetaalde koffie, thee en telefoon.")
parameter("small_costs_symbol", 0.015, 0.004, 0.04, "share of trust per week", "§6.2",
          "Trust in the district that this symbol costs.",
          "Vertrouwen in het stadsdeel dat dit symbool kost.")
parameter("small_costs_forgotten", 0.03, 0.01, 0.08, "share per week", "§6.2",
          "How fast irritation wears off once costs are paid.",
          "Hoe snel irritatie slijt als kosten betaald worden.")


@rule(
    family="collaboration", section="§6.2", evidence="O",
    en="Unpaid coffee, tea and phone irritate and say that the district does not care: trust in the "
       "district falls, in the partner not, and nothing ends by it.",
    nl="Onbetaalde koffie, thee en telefoon irriteren en zeggen dat het stadsdeel niets geeft: vertrouwen in "
       "het stadsdeel daalt, in de partner niet, en er stopt niets door.",
    without="Small costs are paid without a thought.",
    yields=("irritation", "trust_district"),
    parameters=("small_costs_irritation", "small_costs_symbol", "small_costs_forgotten"),
    inputs={"unpaid": SHARE, "hosting": SHARE, "irritation": SHARE, "trust": SHARE},
    signs=grows("unpaid", "irritation") + shrinks("unpaid", "trust_district")
    + grows("hosting", "irritation") + shrinks("hosting", "trust_district"),
)
def small_costs(unpaid, hosting, irritation, trust, p):
    """Changes of irritation and of trust in the district; ``hosting`` is 1 where work on location goes on."""
    burden = unpaid * hosting
    return (
        p.small_costs_irritation * burden * (1.0 - irritation)
        - p.small_costs_forgotten * (1.0 - burden) * irritation,
        -p.small_costs_symbol * burden * trust,
    )


parameter("pioneers_gain", 0.02, 0.006, 0.05, "courage per week", "§1.3, §6.4",
          "Courage from backing, space and recognition.",
          "Moed door rugdekking, ruimte en waardering.")
parameter("pioneers_drain", 0.012, 0.004, 0.03, "courage per week", "§6.2",
          "Courage that working without backing drains.",
          "Moed die werken zonder rugdekking kost.", evidence="E")
parameter("pioneers_lag", 16.0, 6.0, 40.0, "weeks", "§6.2",
          "Lag with which backing and its absence are felt.",
          "Vertraging waarmee rugdekking en het ontbreken ervan worden gevoeld.")


@rule(
    family="collaboration", section="§1.3, §6.2, §6.4", evidence="E",
    en="Pioneers of both sides draw courage from backing, space and recognition, and lose it with a lag "
       "without them.",
    nl="Pioniers van beide kanten putten moed uit rugdekking, ruimte en waardering, en verliezen die met "
       "vertraging als ze ontbreken.",
    without="Courage does not depend on backing.",
    yields=("courage", "felt"),
    parameters=("pioneers_gain", "pioneers_drain", "pioneers_lag"),
    inputs={"courage": SHARE, "backing": SHARE, "felt": SHARE, "active": SHARE},
    signs=grows("backing", "felt") + grows("felt", "courage") + shrinks("active", "courage"),
)
def pioneers(courage, backing, felt, active, p):
    """Changes of courage and of the backing felt; ``active`` is how far one is out on the limb now."""
    drain = p.pioneers_drain * (0.2 + 0.8 * active) * (1.0 - felt) * courage
    return p.pioneers_gain * felt * (1.0 - courage) - drain, (backing - felt) / p.pioneers_lag


parameter("anchoring_pace", 0.02, 0.006, 0.05, "share per week", "§1.3",
          "How fast effort turns a working practice into rules and money.",
          "Hoe snel inspanning een werkende praktijk borgt.")
parameter("anchoring_holds", 0.8, 0.5, 0.95, "share", "§1.3",
          "How far an anchored practice survives a person's departure.",
          "In hoeverre een geborgde praktijk het vertrek van een persoon overleeft.")
parameter("anchoring_formal", 0.3, 0.05, 0.6, "share", "§1.2",
          "How much a fully anchored field lowers the forming of new ties.",
          "Hoeveel een volledig geborgd veld het ontstaan van nieuwe banden remt.")


@rule(
    family="collaboration", section="§1.2, §1.3", evidence="O",
    en="Anchoring lets a practice survive the person; it also makes ties formal and new ones rarer.",
    nl="Borging laat een praktijk de persoon overleven; zij maakt banden ook formeler en nieuwe zeldzamer.",
    without="Nothing is anchored: every practice hangs on its people.",
    yields=("gain", "survival", "tie_factor"),
    parameters=("anchoring_pace", "anchoring_holds", "anchoring_formal"),
    inputs={"effort": SHARE, "success": SHARE, "anchoring": SHARE, "anchored_field": SHARE},
    signs=grows("effort", "gain") + grows("success", "gain") + grows("anchoring", "survival")
    + shrinks("anchored_field", "tie_factor"),
)
def anchoring(effort, success, anchoring, anchored_field, p):
    """Rise of anchoring, chance to survive a departure because of it, and factor on new ties."""
    return (
        p.anchoring_pace * effort * success * (1.0 - anchoring),
        p.anchoring_holds * anchoring,
        1.0 - p.anchoring_formal * anchored_field,
    )
