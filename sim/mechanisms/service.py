"""Service: help on location and mediation in stuck cases (§5.1, §6.1, §6.2)."""

from sim.arrays import Record
from sim.registry import parameter
from sim.rules import grows, rule, shrinks

SHARE = (0.0, 1.0)

parameter(
    "location_threshold",
    0.22,
    0.05,
    0.38,
    "share",
    "§6.2",
    "What is left of both thresholds when the professional comes to the family's own place.",
    "Wat er van beide drempels overblijft als de professional op de eigen plek komt.",
)
parameter(
    "location_interest",
    0.3,
    0.1,
    0.6,
    "chance per session",
    "§6.2",
    "Chance that a family with a question in words consults, threshold apart.",
    "Kans dat een gezin met een vraag onder woorden raad vraagt, los van drempels.",
)
parameter(
    "location_older",
    0.5,
    0.1,
    1.0,
    "times on top",
    "§6.2",
    "How much more questions about older children surface there.",
    "Hoeveel meer vragen over oudere kinderen daar bovenkomen.",
    minimum=0.0,
    maximum=3.0,
)
parameter(
    "location_course",
    0.8,
    0.2,
    1.6,
    "times on top",
    "§6.2",
    "How much more often those who followed a course on location consult.",
    "Hoeveel vaker wie er een cursus volgde raad vraagt.",
    minimum=0.0,
    maximum=3.0,
)
parameter(
    "location_distant",
    0.4,
    0.1,
    0.5,
    "share",
    "§5.2, §6.2",
    "What is left of consulting when the professional keeps a full distance.",
    "Wat er van raad vragen overblijft bij een volledig afstandelijke professional.",
)
parameter(
    "location_hours",
    3.0,
    1.0,
    6.0,
    "hours per week",
    "§6.2",
    "Worker's hours for choosing, phoning, setting times and coaching.",
    "Uren van de werker voor kiezen, bellen, tijden zetten en coachen.",
)


@rule(
    family="service",
    section="§6.2",
    evidence="O",
    en="On location the threshold is nearly gone, questions about older children surface and consultation "
    "follows courses, given the worker's labour and an equal posture.",
    nl="Op locatie is de drempel bijna weg, komen vragen over oudere kinderen boven en volgt raad vragen op "
    "cursussen, mits de werker er werk in steekt en de houding gelijkwaardig is.",
    without="Being on location makes no difference: nobody consults there.",
    yields=("chance",),
    parameters=(
        "location_threshold",
        "location_interest",
        "location_older",
        "location_course",
        "location_distant",
    ),
    phase_parameters=("location_hours", "course_pace"),
    inputs={
        "head": SHARE,
        "real": SHARE,
        "words": SHARE,
        "posture": SHARE,
        "labour": SHARE,
        "older": (0, 1),
        "course": SHARE,
    },
    signs=grows("labour", "chance")
    + grows("posture", "chance")
    + grows("words", "chance")
    + shrinks("head", "chance")
    + shrinks("real", "chance")
    + grows("older", "chance")
    + grows("course", "chance"),
)
def on_location(
    head: float,
    real: float,
    words: float,
    posture: float,
    labour: float,
    older: float,
    course: float,
    p: Record,
) -> float:
    """Chance that a family at the self-organisation consults the professional who is there.

    ``course`` is how much of a course on location the family has followed.
    """
    head_open = 1.0 - p.location_threshold * head
    real_open = 1.0 - p.location_threshold * real
    interest = p.location_interest * (1.0 + p.location_older * older) * (1.0 + p.location_course * course)
    equal = p.location_distant + (1.0 - p.location_distant) * posture
    return min(1.0, interest * head_open * real_open * words * equal * labour)


parameter(
    "stuck_base",
    0.25,
    0.1,
    0.45,
    "chance",
    "§5.1",
    "Chance that a stuck case comes right without a mediator.",
    "Kans dat een vastgelopen zaak goed komt zonder bemiddelaar.",
)
parameter(
    "stuck_gain",
    0.5,
    0.2,
    0.7,
    "chance",
    "§5.1, §6.1",
    "What a fully trusted worker as mediator adds.",
    "Wat een volledig vertrouwde werker als bemiddelaar toevoegt.",
)
parameter(
    "stuck_partner",
    0.4,
    0.15,
    0.7,
    "share",
    "§5.1",
    "What mediation is worth where the professional does not trust the mediator.",
    "Wat bemiddeling waard is als de professional de bemiddelaar niet vertrouwt.",
)
parameter(
    "stuck_roles",
    0.3,
    0.1,
    0.6,
    "share",
    "§5.1",
    "How much unclear roles and privacy take off.",
    "Hoeveel onduidelijke rollen en privacy eraf halen.",
)
parameter(
    "stuck_hours",
    4.0,
    1.5,
    8.0,
    "hours per case",
    "§6.1",
    "Volunteer hours that mediation costs.",
    "Vrijwilligersuren die bemiddeling kost.",
)


@rule(
    family="service",
    section="§5.1, §6.1",
    evidence="O",
    en="A trusted worker as mediator, even a stricter one, makes a stuck case succeed more often, at the "
    "price of volunteer hours; unclear roles and privacy limit it.",
    nl="Een vertrouwde werker als bemiddelaar, ook een strengere, doet een vastgelopen zaak vaker slagen, "
    "ten koste van vrijwilligersuren; onduidelijke rollen en privacy begrenzen dat.",
    without="A mediator makes no difference to stuck cases.",
    yields=("success",),
    parameters=("stuck_base", "stuck_gain", "stuck_partner", "stuck_roles"),
    phase_parameters=(
        "stuck_hours",
        "stuck_unclear",
        "stuck_standing",
        "stuck_solved",
        "stuck_worsens",
        "stuck_trust",
    ),
    inputs={"family_trust": SHARE, "partner_trust": SHARE, "time": SHARE, "clarity": SHARE},
    signs=grows("family_trust", "success")
    + grows("partner_trust", "success")
    + grows("time", "success")
    + grows("clarity", "success"),
)
def stuck_case(family_trust: float, partner_trust: float, time: float, clarity: float, p: Record) -> float:
    """Chance that a stuck case succeeds.

    ``time`` is the share of the mediation hours that could be given; ``clarity`` is how clear roles are
    (power over the process, privacy).
    """
    trusted = p.stuck_partner + (1.0 - p.stuck_partner) * partner_trust
    working = family_trust * trusted * (1.0 - p.stuck_roles * (1.0 - clarity)) * time
    return min(1.0, p.stuck_base + p.stuck_gain * working)
