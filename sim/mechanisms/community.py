"""Families among each other: empowered parents, school, tight bonds, a public crisis (§2.2, §4.2, §5.2)."""

from sim.arrays import Record
from sim.registry import parameter
from sim.rules import grows, rule, shrinks

SHARE = (0.0, 1.0)

parameter(
    "empowered_meets",
    2.0,
    0.6,
    4.5,
    "times per four weeks",
    "§2.2",
    "How often a family that is not isolated would meet an empowered parent, were all others empowered.",
    "Hoe vaak een gezin dat niet geïsoleerd is een sterke ouder zou ontmoeten als alle anderen sterk waren.",
)
parameter(
    "empowered_ease",
    0.05,
    0.015,
    0.1,
    "share per meeting",
    "§2.2",
    "How much advice among parents takes off a question.",
    "Hoeveel advies van ouder tot ouder van een vraag afhaalt.",
)
parameter(
    "empowered_fewer",
    0.35,
    0.1,
    0.7,
    "share",
    "§2.2",
    "How many new questions full shared responsibility prevents.",
    "Hoeveel nieuwe vragen volledig gedeelde verantwoordelijkheid voorkomt.",
)
parameter(
    "empowered_shares",
    0.02,
    0.006,
    0.05,
    "share per week",
    "§2.2",
    "How fast shared responsibility follows the share of empowered parents.",
    "Hoe snel gedeelde verantwoordelijkheid het aandeel sterke ouders volgt.",
)
parameter(
    "empowered_brings",
    0.15,
    0.05,
    0.35,
    "chance per meeting",
    "§2.2, §6.1",
    "Chance that a family from outside is brought to a worker, by another parent or through its children.",
    "Kans dat een gezin van buiten bij een werker wordt gebracht, door een andere ouder of via de kinderen.",
)
parameter(
    "intermediary_weight",
    1.5,
    0.5,
    4.0,
    "parents",
    "§6.1",
    "For how many empowered parents one active trained intermediary counts.",
    "Voor hoeveel sterke ouders één actieve opgeleide intermediair telt.",
)


@rule(
    family="family",
    section="§2.2",
    evidence="T",
    en="Empowered parents help others, also outside; shared responsibility means fewer new problems.",
    nl="Sterke ouders helpen anderen, ook daarbuiten; gedeelde verantwoordelijkheid maakt dat er minder "
    "nieuwe problemen komen.",
    without="Parents outside help nobody and are helped by nobody; nothing is shared.",
    yields=("meets", "ease", "fewer", "shared"),
    parameters=("empowered_meets", "empowered_ease", "empowered_fewer", "empowered_shares"),
    phase_parameters=("empowered_brings", "intermediary_weight"),
    inputs={"helpers": SHARE, "isolation": SHARE, "need": SHARE, "sharing": SHARE},
    signs=grows("helpers", "meets", "shared")
    + shrinks("isolation", "meets")
    + shrinks("need", "ease")
    + grows("sharing", "fewer"),
)
def empowered(
    helpers: float, isolation: float, need: float, sharing: float, p: Record
) -> tuple[float, float, float, float]:
    """Chance of a meeting in four weeks, what it takes off a question, questions prevented, sharing gained.

    ``helpers`` is the share of the community's families that attend and are empowered, trained intermediaries
    counted in; heavy questions are beyond what parents can do for each other.
    """
    meets = min(1.0, p.empowered_meets * helpers * (1.0 - 0.7 * isolation))
    ease = p.empowered_ease * (1.0 - need)
    return meets, ease, p.empowered_fewer * sharing, p.empowered_shares * (helpers - sharing)


parameter(
    "bonding_narrows",
    0.35,
    0.1,
    0.7,
    "share",
    "§4.2",
    "How much tight control keeps members from help outside.",
    "Hoeveel strakke controle leden weghoudt van hulp buiten de kring.",
)
parameter(
    "bonding_closes",
    0.6,
    0.2,
    0.9,
    "share",
    "§4.2",
    "How much it keeps others out.",
    "Hoeveel zij anderen buiten houdt.",
)
parameter(
    "bonding_counter",
    0.8,
    0.4,
    1.0,
    "share",
    "§4.2",
    "How much full bridging and linking undo of it.",
    "Hoeveel volledig overbruggen en verbinden daarvan wegneemt.",
)


@rule(
    family="family",
    section="§4.2",
    evidence="L",
    en="Tight bonds limit choice and keep others out; bridging and linking counter it.",
    nl="Strakke banden beperken keuze en houden anderen buiten; overbruggen en verbinden gaan dat tegen.",
    without="Tight bonds limit nobody.",
    yields=("narrowing", "closing"),
    parameters=("bonding_narrows", "bonding_closes", "bonding_counter"),
    inputs={"bonding": SHARE, "bridging": SHARE, "linking": SHARE},
    signs=grows("bonding", "narrowing", "closing")
    + shrinks("bridging", "narrowing", "closing")
    + shrinks("linking", "narrowing", "closing"),
)
def inward_bonding(bonding: float, bridging: float, linking: float, p: Record) -> tuple[float, float]:
    """Share of steps to help outside that members leave, and of newcomers who are not let in."""
    inward = bonding * (1.0 - p.bonding_counter * 0.5 * (bridging + linking))
    return p.bonding_narrows * inward, p.bonding_closes * inward


parameter(
    "school_drift",
    0.06,
    0.02,
    0.15,
    "share per quarter",
    "intro, §2.2",
    "How fast distance from school grows where nothing is talked over.",
    "Hoe snel de afstand tot school groeit waar niets wordt besproken.",
)
parameter(
    "school_talk",
    0.12,
    0.04,
    0.3,
    "share per quarter",
    "§2.2",
    "How fast it closes where all is talked over.",
    "Hoe snel die krimpt waar alles wordt besproken.",
)
parameter(
    "school_strain",
    0.08,
    0.02,
    0.18,
    "share per quarter",
    "intro, §2.2",
    "How much a question about school grows in a quarter at full distance.",
    "Hoeveel een vraag over school in een kwartaal groeit bij volle afstand.",
)
parameter(
    "school_fright",
    0.4,
    0.15,
    0.7,
    "share",
    "§2.2",
    "How much a referral to special education frightens where nothing is talked over.",
    "Hoeveel een verwijzing naar speciaal onderwijs afschrikt waar niets wordt besproken.",
)
parameter(
    "school_special",
    0.1,
    0.03,
    0.25,
    "chance per quarter",
    "§2.2",
    "Chance that a school speaks of special education where a question about school is heavy.",
    "Kans dat een school over speciaal onderwijs begint waar een schoolvraag zwaar is.",
)


@rule(
    family="family",
    section="§2.2",
    evidence="O",
    en="Expectations that do not match, with little talk, put families at a distance from school; a referral "
    "to special education is feared.",
    nl="Verwachtingen die niet passen, met weinig gesprek, zetten gezinnen op afstand van school; een "
    "verwijzing naar speciaal onderwijs wordt gevreesd.",
    without="Families stand as far from school as they did; school questions are like others.",
    yields=("distance", "strain", "fright"),
    parameters=("school_drift", "school_talk", "school_strain", "school_fright"),
    phase_parameters=("school_special",),
    inputs={"distance": SHARE, "talk": SHARE, "knowledge": SHARE},
    signs=shrinks("talk", "distance", "fright")
    + shrinks("knowledge", "distance")
    + grows("distance", "strain"),
)
def school_gap(distance: float, talk: float, knowledge: float, p: Record) -> tuple[float, float, float]:
    """Change of the distance in a quarter, growth of a school question, and fright of a feared referral."""
    apart = p.school_drift * (1.0 - talk) * (1.0 - 0.6 * knowledge) * (1.0 - distance)
    return (
        apart - p.school_talk * talk * distance,
        p.school_strain * distance,
        p.school_fright * (1.0 - 0.8 * talk),
    )


parameter(
    "crisis_defends",
    0.06,
    0.02,
    0.15,
    "share per week",
    "§5.2",
    "How fast a public crisis makes families dig in where they do not talk together.",
    "Hoe snel een publieke crisis gezinnen in de verdediging brengt waar zij niet samen praten.",
)
parameter(
    "crisis_turns",
    0.12,
    0.04,
    0.3,
    "share per week",
    "§5.2",
    "How fast it turns defence into shared responsibility where all talk together.",
    "Hoe snel zij verdediging omzet in gedeelde verantwoordelijkheid waar allen samen praten.",
)
parameter(
    "crisis_denial",
    0.4,
    0.15,
    0.7,
    "share",
    "§5.2",
    "How much full defence keeps questions away from services.",
    "Hoeveel volle verdediging vragen weghoudt van voorzieningen.",
)
parameter(
    "crisis_memory",
    26.0,
    8.0,
    60.0,
    "weeks",
    "assumption",
    "How long a public crisis stays on people's minds.",
    "Hoe lang een publieke crisis mensen bezighoudt.",
)


@rule(
    family="family",
    section="§5.2",
    evidence="O",
    en="A public crisis can turn defence into shared responsibility, where people talk together; where "
    "they do not, they dig in.",
    nl="Een publieke crisis kan verdediging omzetten in gedeelde verantwoordelijkheid, waar mensen samen "
    "praten; waar zij dat niet doen graven zij zich in.",
    without="No family is on the defence, and a public crisis passes without a trace.",
    yields=("defence", "shared", "denial"),
    parameters=("crisis_defends", "crisis_turns", "crisis_denial"),
    phase_parameters=("crisis_memory",),
    inputs={"alarm": SHARE, "talk": SHARE, "guard": SHARE, "sharing": SHARE},
    signs=grows("talk", "shared") + shrinks("talk", "defence") + grows("guard", "denial", "shared"),
)
def public_crisis(
    alarm: float, talk: float, guard: float, sharing: float, p: Record
) -> tuple[float, float, float]:
    """Weekly changes of a community's defence and sharing, and the share of steps to services not taken.

    ``alarm`` is how much the crisis is on people's minds, ``guard`` the defence there is.
    """
    turned = p.crisis_turns * alarm * talk * guard
    defends = p.crisis_defends * alarm * (1.0 - talk) * (1.0 - guard)
    return defends - turned, turned * (1.0 - sharing), p.crisis_denial * guard
