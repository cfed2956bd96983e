"""Load: hours, standing and the recognition that feeds energy (§2.2, §3.2, §5.2, §6.1, §6.3)."""

from sim.arrays import Record
from sim.registry import parameter
from sim.rules import grows, rule, shrinks

SHARE = (0.0, 1.0)

parameter(
    "hours_drain",
    0.03,
    0.01,
    0.07,
    "energy per week",
    "§2.2, §6.1",
    "Energy that being fully over-asked costs.",
    "Energie die volledig overvraagd zijn kost.",
)
parameter(
    "hours_rest",
    0.02,
    0.006,
    0.05,
    "share per week",
    "§2.2",
    "How fast energy comes back when there is room.",
    "Hoe snel energie terugkomt als er ruimte is.",
)
parameter(
    "hours_own",
    0.55,
    0.35,
    0.75,
    "share",
    "§2.2",
    "Share of the hours that goes to own people first.",
    "Deel van de uren dat eerst naar de eigen mensen gaat.",
)
parameter(
    "hours_exit",
    0.03,
    0.01,
    0.08,
    "chance per week",
    "§6.1",
    "Chance that a fully burnt-out volunteer stops.",
    "Kans dat een volledig opgebrande vrijwilliger stopt.",
)
parameter(
    "hours_ambition",
    0.006,
    0.0015,
    0.02,
    "share per week",
    "§6.1",
    "How fast being over-asked raises the wish to professionalise, while there is energy.",
    "Hoe snel overvraagd worden de wens tot professionaliseren wekt, zolang er energie is.",
)


@rule(
    family="load",
    section="§2.2, §6.1",
    evidence="O",
    en="Volunteer hours are finite and go to own people first; the over-asked lose energy, stop "
    "or want to professionalise.",
    nl="Vrijwilligersuren zijn eindig en gaan eerst naar eigen mensen; wie overvraagd wordt verliest "
    "energie, stopt of wil professionaliseren.",
    without="Volunteers never tire and never stop.",
    yields=("energy", "stop", "ambition"),
    parameters=("hours_drain", "hours_rest", "hours_exit", "hours_ambition"),
    phase_parameters=("hours_own",),
    inputs={"overload": SHARE, "energy": SHARE, "disappointment": SHARE, "ambition": SHARE},
    signs=shrinks("overload", "energy")
    + shrinks("energy", "stop")
    + grows("disappointment", "stop")
    + grows("overload", "ambition"),
)
def hours(
    overload: float, energy: float, disappointment: float, ambition: float, p: Record
) -> tuple[float, float, float]:
    """Change of energy from load, the weekly chance that the volunteer stops, and the rise of ambition."""
    tired = max(0.0, 0.4 - energy) / 0.4
    return (
        p.hours_rest * (1.0 - overload) * (1.0 - energy) - p.hours_drain * overload,
        p.hours_exit * tired * (0.5 + 0.5 * disappointment),
        p.hours_ambition * overload * energy * (1.0 - ambition),
    )


parameter(
    "standing_stake",
    0.02,
    0.006,
    0.05,
    "share per referral",
    "§5.2, §6.3",
    "Standing put at stake by involving an institution.",
    "Aanzien dat op het spel staat door een instelling erbij te halen.",
)
parameter(
    "standing_caution",
    12.0,
    4.0,
    30.0,
    "times",
    "§5.2",
    "Chance that a referral is held back for each unit of standing at stake.",
    "Kans dat een verwijzing uitblijft per eenheid aanzien die op het spel staat.",
)
parameter(
    "standing_cost",
    0.2,
    0.05,
    0.5,
    "share",
    "§6.3",
    "Share of what is at stake that involving an institution costs at once.",
    "Deel van wat op het spel staat dat meteen verloren gaat.",
)
parameter(
    "standing_good",
    0.05,
    0.015,
    0.12,
    "share per outcome",
    "§5.2",
    "Standing that a good outcome gives.",
    "Aanzien dat een goede afloop geeft.",
)
parameter(
    "standing_bad",
    0.08,
    0.03,
    0.2,
    "share per outcome",
    "§5.2",
    "Standing that a bad outcome costs.",
    "Aanzien dat een slechte afloop kost.",
)


@rule(
    family="load",
    section="§5.2, §6.3",
    evidence="O",
    en="Referring puts standing at stake, more so to a feared service; the outcome comes back to it.",
    nl="Verwijzen zet aanzien op het spel, zeker bij een gevreesde dienst; de afloop komt erop terug.",
    without="Standing does not depend on referring or on how it ends.",
    yields=("risk", "held_back", "cost", "change"),
    parameters=("standing_stake", "standing_caution", "standing_cost", "standing_good", "standing_bad"),
    inputs={"feared": SHARE, "outcome": (-1.0, 1.0), "standing": SHARE},
    signs=grows("feared", "risk", "held_back", "cost") + grows("outcome", "change"),
)
def standing(feared: float, outcome: float, standing: float, p: Record) -> tuple[float, float, float, float]:
    """Standing at risk when referring, the chance that one holds back, what it costs at once, and the
    change once the outcome (-1 to 1) is known."""
    risk = p.standing_stake * (0.3 + 0.7 * feared)
    change = p.standing_bad * outcome * standing
    if outcome >= 0.0:
        change = p.standing_good * outcome * (1.0 - standing)
    return risk, min(1.0, p.standing_caution * risk), p.standing_cost * risk * standing, change


parameter(
    "recognition_energy",
    0.01,
    0.003,
    0.03,
    "energy per week",
    "§3.2, §6.1",
    "Energy from recognition by district and partners.",
    "Energie door waardering van stadsdeel en partners.",
)
parameter(
    "recognition_missed",
    0.004,
    0.001,
    0.012,
    "disappointment per week",
    "§6.1",
    "Disappointment when work for others goes unseen.",
    "Teleurstelling als werk voor anderen niet wordt gezien.",
)


@rule(
    family="load",
    section="§3.2, §6.1",
    evidence="O",
    en="Recognition by district and partners feeds energy; praise does not become pay.",
    nl="Waardering van stadsdeel en partners geeft energie; lof wordt geen loon.",
    without="Recognition and its absence leave energy and mood as they are.",
    yields=("energy", "disappointment"),
    parameters=("recognition_energy", "recognition_missed"),
    inputs={"by_district": SHARE, "by_partners": SHARE, "work_for_others": SHARE, "energy": SHARE},
    signs=grows("by_district", "energy")
    + grows("by_partners", "energy")
    + shrinks("by_partners", "disappointment")
    + grows("work_for_others", "disappointment"),
)
def recognition(
    by_district: float, by_partners: float, work_for_others: float, energy: float, p: Record
) -> tuple[float, float]:
    """Terms on energy and disappointment in one week."""
    seen = 0.5 * by_district + 0.5 * by_partners
    return (
        p.recognition_energy * seen * (1.0 - energy),
        p.recognition_missed * work_for_others * (1.0 - seen),
    )


parameter(
    "disbelief_caution",
    0.8,
    0.3,
    0.98,
    "share",
    "§3.2",
    "Chance that a worker who does not believe at all in right handling keeps a family away.",
    "Kans dat een werker die niet gelooft in een goede aanpak een gezin niet doorverwijst.",
)


@rule(
    family="load",
    section="§3.2",
    evidence="O",
    en="A worker who does not believe that professionals will act rightly does not refer, whatever the "
    "referral would do to the worker's own standing.",
    nl="Een werker die niet gelooft dat professionals goed zullen handelen verwijst niet, los van wat het "
    "voor het eigen aanzien betekent.",
    without="Workers refer whether or not they believe in what follows.",
    yields=("held_back",),
    parameters=("disbelief_caution",),
    inputs={"belief": SHARE},
    signs=shrinks("belief", "held_back"),
)
def disbelief(belief: float, p: Record) -> float:
    """Chance that a referral is withheld; ``belief`` is how far right handling is expected."""
    doubt = 1.0 - belief
    return p.disbelief_caution * doubt * doubt
