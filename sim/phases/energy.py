"""The energy of working together, what partners learn, programme and safety (§1.3, §5.1, §7.3)."""

from sim.events import note
from sim.kernel import compiled
from sim.levers import WHOLE
from sim.mechanisms import governing, steering
from sim.registry import rule_number
from sim.state import YOUTH_CARE
from sim.world import World

IMPULSES, FIDELITY, LEARNING = (
    rule_number("impulses"),
    rule_number("fidelity"),
    rule_number("learning"),
)


@compiled
def energise(w: World, k: int, hours: float) -> None:
    """Devising, doing and supporting each other move enthusiasm; it moves urgency and loyalty."""
    if w.on[0].impulses == 0:
        return
    pair, c, p = w.pairs[k], w.collaborations[k], w.p[0]
    devising = hours if c.designed == 0 else 0.0
    success = 0.0
    if c.designed > 0 and c.idle == 0:
        success = c.design * min(1.0, c.transfers / p.model_transfers)
    balance = min(1.0, min(c.given, c.returned) / (c.given + 0.5))
    moved, urgency, loyal = steering.impulses(
        devising, c.design, success, balance, c.enthusiasm, c.loyalty, p
    )
    c.enthusiasm = min(1.0, max(0.0, c.enthusiasm + note(w.activity, IMPULSES, moved)))
    c.loyalty = min(1.0, c.loyalty + note(w.activity, IMPULSES, loyal))
    worker, professional = w.workers[pair.worker], w.professionals[pair.professional]
    worker.mine_up += note(w.activity, IMPULSES, urgency * (1.0 - worker.mine))
    professional.mine_up += note(w.activity, IMPULSES, urgency * (1.0 - professional.mine))


@compiled
def carried_by_energy(w: World, k: int) -> float:
    """Part of the wanted hours that enthusiasm carries."""
    if w.on[0].impulses == 0:
        return 0.0
    return w.p[0].impulses_carry * w.collaborations[k].enthusiasm


@compiled
def learn_by_doing(w: World, k: int, hours: float) -> None:
    """Partners learn how to work together."""
    if w.on[0].learning == 0:
        return
    c = w.collaborations[k]
    learned, _, _ = governing.learning(hours, c.guidance, c.learned, 0.0, 0.0, 0.0, w.p[0])
    c.learned = min(1.0, c.learned + note(w.activity, LEARNING, learned))


@compiled
def spread_lessons(w: World) -> None:
    """Lessons reach others as far as they are made visible."""
    if w.on[0].learning == 0:
        return
    d, best = w.district[0], 0.0
    for n in range(w.working[0]):
        c = w.collaborations[w.working[n + 1]]
        if c.alive > 0:
            best = max(best, c.learned)
    _, spread, _ = governing.learning(0.0, 0.0, 0.0, best, w.policies[WHOLE].examples, d.lessons, w.p[0])
    d.lessons = min(1.0, max(0.0, d.lessons + note(w.activity, LEARNING, spread)))


@compiled
def help_of_lessons(w: World) -> float:
    """What the lessons of others add to an hour of design."""
    if w.on[0].learning == 0:
        return 0.0
    _, _, gained = governing.learning(0.0, 0.0, 0.0, 0.0, 0.0, w.district[0].lessons, w.p[0])
    return note(w.activity, LEARNING, gained)


@compiled
def keep_programme_and_safety(w: World, k: int, working: float) -> None:
    """On location the programme is loosened, and the duty to intervene is in the room."""
    if w.on[0].fidelity == 0:
        return
    pair, c = w.pairs[k], w.collaborations[k]
    worker, professional = w.workers[pair.worker], w.professionals[pair.professional]
    organisation = w.self_organisations[worker.self_organisation]
    cell = w.policies[professional.side_group * 2 + worker.side_group]
    duty = 1.0 if professional.side_group == YOUTH_CARE else w.p[0].fidelity_light
    strain, safety = steering.fidelity(
        working,
        professional.narrowness,
        cell.target_pressure,
        duty,
        max(c.design * c.design, cell.clear_tasks),
        organisation.safety,
        organisation.safety,
        w.p[0],
    )
    c.strain = min(1.0, c.strain + note(w.activity, FIDELITY, strain))
    organisation.safety_down += note(w.activity, FIDELITY, max(0.0, -safety))


@compiled
def feel_safe_again(w: World) -> None:
    """A space becomes again as safe as it was; without the rule it always is."""
    for s in range(len(w.self_organisations)):
        organisation = w.self_organisations[s]
        if w.on[0].fidelity == 0 or organisation.safety == organisation.safety_rest:
            continue
        _, back = steering.fidelity(
            0.0, 0.0, 0.0, 0.0, 0.0, organisation.safety, organisation.safety_rest, w.p[0]
        )
        organisation.safety_up += max(0.0, back)
        organisation.safety_down += max(0.0, -back)
