"""Collaboration, how institutions are run: scope of tasks, managers who adapt, mandate (§1.3, §6.1)."""

from sim.arrays import Record
from sim.registry import parameter
from sim.rules import grows, rule, shrinks

SHARE = (0.0, 1.0)

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
