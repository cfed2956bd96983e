"""Collaboration, what drives it and who steers it: impulses, key people, scope and mandate (§1.3, §6)."""

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


parameter(
    "task_counts",
    0.6,
    0.2,
    0.9,
    "share",
    "§1.3",
    "How much of the pull of narrow targets fully broadened tasks take away.",
    "Hoeveel van de trek van smalle targets volledig verbrede taken wegnemen.",
)
parameter(
    "task_hours",
    1.0,
    0.2,
    2.5,
    "hours per week",
    "§1.3",
    "Hours for collaboration that fully broadened tasks set free.",
    "Uren voor samenwerking die volledig verbrede taken vrijmaken.",
)
parameter(
    "task_training",
    0.004,
    0.001,
    0.012,
    "share per week",
    "§1.3",
    "How fast broadened tasks train skill and widen a specialist's view.",
    "Hoe snel verbrede taken vaardigheid oefenen en de blik van een specialist verruimen.",
)
parameter(
    "task_pace",
    0.03,
    0.01,
    0.08,
    "share per week",
    "assumption",
    "How fast an institution takes up another scope of tasks.",
    "Hoe snel een instelling een andere taakomvang overneemt.",
)


@rule(
    family="collaboration",
    section="§1.3, §7.3",
    evidence="L",
    en="Broader tasks change what counts and which skills are trained, and free hours; narrow targets push "
    "toward asking for referrals.",
    nl="Bredere taken veranderen wat telt en welke vaardigheden worden geoefend, en maken uren vrij; smalle "
    "targets duwen naar vragen om verwijzing.",
    without="Targets weigh as they are set, and tasks free no hours and train no one.",
    yields=("pressure", "hours", "skill", "narrowness"),
    parameters=("task_counts", "task_hours", "task_training"),
    phase_parameters=("task_pace",),
    inputs={"scope": SHARE, "targets": SHARE, "skill": SHARE, "narrowness": SHARE},
    signs=shrinks("scope", "pressure", "narrowness")
    + grows("scope", "hours", "skill")
    + grows("targets", "pressure"),
)
def task_scope(
    scope: float, targets: float, skill: float, narrowness: float, p: Record
) -> tuple[float, float, float, float]:
    """Pressure of targets that is left, hours set free, and changes of skill and of narrowness."""
    return (
        targets * (1.0 - p.task_counts * scope),
        p.task_hours * scope,
        p.task_training * scope * (1.0 - skill),
        -p.task_training * scope * narrowness,
    )


parameter(
    "adaptive_reach",
    0.6,
    0.25,
    0.9,
    "share",
    "§1.3",
    "Rigidity that managers take away who rank the shared goal highest and fear nothing.",
    "Starheid die managers wegnemen die het gezamenlijke doel voorop stellen en niets vrezen.",
)
parameter(
    "adaptive_pace",
    0.03,
    0.01,
    0.08,
    "share per week",
    "assumption",
    "How fast hours, tasks and processes of an institution are adapted.",
    "Hoe snel uren, taken en processen van een instelling worden aangepast.",
)
parameter(
    "adaptive_bound",
    0.6,
    0.2,
    0.9,
    "share",
    "§1.3",
    "How far binding partners by their own interest makes the shared goal theirs.",
    "In hoeverre partners binden op hun eigen belang het gezamenlijke doel het hunne maakt.",
)


@rule(
    family="collaboration",
    section="§1.3",
    evidence="L",
    en="A manager who ranks the shared goal above the organisation adapts hours, tasks and processes; "
    "fear of losing domain holds this back.",
    nl="Een manager die het gezamenlijke doel boven de organisatie stelt past uren, taken en processen aan; "
    "angst voor domeinverlies remt dat.",
    without="An institution stays as rigid as it is.",
    yields=("change",),
    parameters=("adaptive_reach", "adaptive_pace", "adaptive_bound"),
    inputs={
        "goal_rank": SHARE,
        "fear": SHARE,
        "bound": SHARE,
        "working": SHARE,
        "rigidity": SHARE,
        "rest": SHARE,
    },
    signs=shrinks("goal_rank", "change")
    + shrinks("bound", "change")
    + shrinks("working", "change")
    + grows("fear", "change"),
)
def adaptive_manager(
    goal_rank: float, fear: float, bound: float, working: float, rigidity: float, rest: float, p: Record
) -> float:
    """Change of an institution's rigidity; ``working``: how much of it takes part, ``rest``: how it began."""
    ranked = goal_rank + p.adaptive_bound * bound * (1.0 - goal_rank)
    wanted = rest * (1.0 - p.adaptive_reach * ranked * (1.0 - 0.7 * fear) * working)
    return p.adaptive_pace * (wanted - rigidity)


parameter(
    "mandate_sting",
    0.03,
    0.008,
    0.07,
    "disappointment per request",
    "§6.1",
    "Disappointment when one is asked for help that officially may not be given.",
    "Teleurstelling als hulp wordt gevraagd die officieel niet gegeven mag worden.",
)
parameter(
    "mandate_doubt",
    0.04,
    0.01,
    0.1,
    "share per request",
    "§6.1",
    "Doubt about the honesty of what is said that it raises.",
    "Twijfel aan de eerlijkheid van wat gezegd wordt die het oproept.",
)
parameter(
    "mandate_unseen",
    0.6,
    0.2,
    0.9,
    "share",
    "§6.1",
    "How much of such help does not count for anyone.",
    "Hoeveel van zulke hulp voor niemand meetelt.",
)


@rule(
    family="collaboration",
    section="§6.1",
    evidence="O",
    en="Institutions ask volunteers for help that these may not officially give: it stings, feeds doubt and "
    "counts for little.",
    nl="Instellingen vragen vrijwilligers om hulp die zij officieel niet mogen geven: dat steekt, voedt "
    "twijfel en telt weinig mee.",
    without="Nobody minds being asked for what officially is not allowed, and all of it counts.",
    yields=("disappointment", "doubt", "counts"),
    parameters=("mandate_sting", "mandate_doubt", "mandate_unseen"),
    inputs={"roles_allowed": SHARE, "line": SHARE, "disappointment": SHARE, "doubt": SHARE},
    signs=shrinks("roles_allowed", "disappointment", "doubt")
    + shrinks("line", "disappointment", "doubt")
    + grows("roles_allowed", "counts"),
)
def mandate_gap(
    roles_allowed: float, line: float, disappointment: float, doubt: float, p: Record
) -> tuple[float, float, float]:
    """Rises of disappointment and doubt per request, and the share of the help that counts.

    ``line`` is how far a shared line about roles says what may be asked.
    """
    gap = (1.0 - roles_allowed) * (1.0 - line)
    return (
        p.mandate_sting * gap * (1.0 - disappointment),
        p.mandate_doubt * gap * (1.0 - doubt),
        1.0 - p.mandate_unseen * gap,
    )
