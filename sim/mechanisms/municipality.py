"""Municipality: what it says, what it forbids, what it pays (§5.2, §6.1, §6.2, §7.3)."""

from sim.arrays import Record
from sim.registry import parameter
from sim.rules import grows, rule, shrinks

SHARE = (0.0, 1.0)

parameter(
    "message_pace",
    0.06,
    0.02,
    0.15,
    "share per week",
    "§7.3",
    "How fast a message comes to be felt, and to be forgotten.",
    "Hoe snel een boodschap wordt gevoeld en vergeten.",
)
parameter(
    "message_hurt",
    0.03,
    0.008,
    0.07,
    "share of trust per week",
    "§6.2, §7.3",
    "Trust in the district that a full contradiction costs.",
    "Vertrouwen in het stadsdeel dat een volledige tegenspraak kost.",
)
parameter(
    "message_courage",
    0.015,
    0.004,
    0.04,
    "share of courage per week",
    "§6.2",
    "Courage that a full contradiction costs.",
    "Moed die een volledige tegenspraak kost.",
)


@rule(
    family="municipality",
    section="§6.2, §7.3",
    evidence="O",
    en="A message works through clarity and coherence over layers and time; contradiction costs trust in the "
    "district and courage.",
    nl="Een boodschap werkt door helderheid en samenhang tussen lagen en in de tijd; tegenspraak kost "
    "vertrouwen in het stadsdeel en moed.",
    without="Nobody listens to what the municipality says.",
    yields=("felt", "trust", "courage"),
    parameters=("message_pace", "message_hurt", "message_courage"),
    inputs={"loudness": SHARE, "coherence": SHARE, "contradiction": SHARE, "felt": SHARE},
    signs=grows("loudness", "felt")
    + grows("coherence", "felt")
    + shrinks("contradiction", "trust", "courage"),
)
def message(
    loudness: float, coherence: float, contradiction: float, felt: float, p: Record
) -> tuple[float, float, float]:
    """Change of the message as felt, and the shares of trust and courage that contradiction takes."""
    clear = loudness * coherence * (1.0 - contradiction)
    return (
        p.message_pace * (clear - felt),
        -p.message_hurt * contradiction,
        -p.message_courage * contradiction,
    )


parameter(
    "blocked_talk",
    0.6,
    0.2,
    0.9,
    "share",
    "§6.1, §7.3",
    "How much of open talk a forbidden role blocks.",
    "Hoeveel van het open gesprek een verboden rol blokkeert.",
)
parameter(
    "blocked_experience",
    0.5,
    0.2,
    0.8,
    "share",
    "§7.3",
    "How much of workers' experience it keeps out of the design.",
    "Hoeveel ervaring van werkers zij buiten het ontwerp houdt.",
)
parameter(
    "blocked_underground",
    0.8,
    0.5,
    0.95,
    "share",
    "§6.1",
    "How much of the forbidden work goes on out of sight.",
    "Hoeveel van het verboden werk uit het zicht doorgaat.",
)


@rule(
    family="municipality",
    section="§6.1, §7.3",
    evidence="O",
    en="A role that is not allowed does not vanish: it goes underground, blocks open talk and keeps "
    "experience out of the design.",
    nl="Een rol die niet mag verdwijnt niet: zij gaat ondergronds, blokkeert het open gesprek en houdt "
    "ervaring buiten het ontwerp.",
    without="What is not allowed simply is not done, and talk stays open.",
    yields=("talk", "experience", "underground"),
    parameters=("blocked_talk", "blocked_experience", "blocked_underground"),
    inputs={"roles_allowed": SHARE},
    signs=grows("roles_allowed", "talk", "experience") + shrinks("roles_allowed", "underground"),
)
def blocked_role(roles_allowed: float, p: Record) -> tuple[float, float, float]:
    """Factors on open talk and on the experience used in design; share of the work done underground."""
    blocked = 1.0 - roles_allowed
    return (
        1.0 - p.blocked_talk * blocked,
        1.0 - p.blocked_experience * blocked,
        p.blocked_underground * blocked,
    )


parameter(
    "money_hours",
    2.5,
    0.8,
    6.0,
    "hours per worker per week",
    "§5.2, §6.1",
    "Volunteer hours that activity money sets free.",
    "Vrijwilligersuren die activiteitengeld vrijmaakt.",
)
parameter(
    "money_loss",
    0.2,
    0.06,
    0.45,
    "disappointment per ended grant",
    "§6.1",
    "Disappointment when a temporary grant ends.",
    "Teleurstelling als een tijdelijke subsidie stopt.",
)
parameter(
    "money_strings",
    0.35,
    0.1,
    0.7,
    "hours per worker per week",
    "§6.1",
    "Hours that applying and accounting take.",
    "Uren die aanvragen en verantwoorden kosten.",
)


@rule(
    family="municipality",
    section="§5.2, §6.1",
    evidence="O",
    en="Activity money sets hours free; temporary money costs applying and, when it ends, disappoints.",
    nl="Activiteitengeld maakt uren vrij; tijdelijk geld kost aanvragen en stelt teleur als het stopt.",
    without="Money frees no hours, and its end goes unnoticed.",
    yields=("hours", "loss"),
    parameters=("money_hours", "money_loss", "money_strings"),
    inputs={"grant": SHARE, "structural": SHARE, "ended": SHARE},
    signs=grows("grant", "hours") + grows("structural", "hours") + grows("ended", "loss"),
)
def money(grant: float, structural: float, ended: float, p: Record) -> tuple[float, float]:
    """Extra hours a week per worker, and disappointment when a grant ends (``ended`` its size)."""
    temporary = grant * (1.0 - structural)
    return max(0.0, p.money_hours * grant - p.money_strings * temporary), p.money_loss * ended
