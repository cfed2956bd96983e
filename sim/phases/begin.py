"""How collaborations begin: out of soil, initiative and hours, or by order (§1.3, §6.3)."""

from sim.arrays import Record
from sim.draws import MANDATE, MODEL, START, stream_key, uniform2
from sim.events import (
    CAUSE,
    KIND,
    SEED,
    WEEK,
    note,
    tell,
)
from sim.kernel import compiled, seldom
from sim.levers import WHOLE
from sim.mechanisms import collaboration as rules
from sim.mechanisms import governing, lasting
from sim.mechanisms.occasions import OPPORTUNITY, start_by_opportunity
from sim.phases.soil import soil_of
from sim.phases.working import pairs_of, take_up
from sim.registry import rule_number
from sim.state import ACCESSIBILITY, ON_LOCATION, PROFESSIONAL_ROLE, VOLUNTEER_ROLE
from sim.world import World

START_RULE, DESIGN, MODEL_RULE = rule_number("start"), rule_number("design"), rule_number("model")
ANCHORING, GROUND = rule_number("anchoring"), rule_number("ground_first")
STARTED, DESIGNED = KIND["collaboration_started"], KIND["collaboration_designed"]
C_SOIL, C_INITIATIVE, C_HOURS, C_ORDERED, C_QUALITY = (
    CAUSE["soil"],
    CAUSE["initiative"],
    CAUSE["hours"],
    CAUSE["ordered"],
    CAUSE["quality"],
)
C_GAP, C_OWNERSHIP = CAUSE["gap"], CAUSE["ownership"]


# The low even rate that holds when the rule ``start`` is off.
WITHOUT_START = 0.0005
HOURS_OF_A_WEEK = 168.0


@compiled
def start_new(w: World) -> None:
    """Pairs that have met may start, where soil, initiative and hours come together."""
    seed, week, p, on = w.clock[SEED], w.clock[WEEK], w.p[0], w.on[0]
    key = stream_key(seed, START, week)
    factor = 1.0
    if on.anchoring > 0:
        _, _, factor = lasting.anchoring(0.0, 0.0, 0.0, w.district[0].anchored, p)
        note(w.activity, ANCHORING, 1.0 - factor)
    # Most draw more than any chance there can be: no more is asked of them, but where terms are counted.
    counting = len(w.activity) > 0
    most = 1.0 if counting else best_chance(w, 1.0, 1.0, factor)
    for i in range(len(w.workers)):
        worker = w.workers[i]
        first, past = pairs_of(worker)
        for k in range(first, past):
            soil, j = w.soils[k], k - worker.pairs_from
            if soil < 0.0:
                continue
            drawn = uniform2(key, i, j)
            if drawn < most and (counting or drawn < best_chance(w, soil, w.district[0].soil, factor)):
                start_perhaps(w, worker, w.professionals[j], k, factor, drawn)


@seldom
def start_perhaps(
    w: World, worker: Record, professional: Record, k: int, factor: float, drawn: float
) -> None:
    """A pair that may start does so where what was drawn is below its chance."""
    pair = w.pairs[k]
    chance, soil, initiative, free = WITHOUT_START, 0.0, 0.0, 0.0
    if w.on[0].start > 0:
        cell = w.policies[professional.side_group * 2 + worker.side_group]
        free = min(worker.hours, professional.hours)
        initiative = initiative_of(w, worker, professional, cell.potential_sought * ground(w, pair))
        initiative *= 1.0 - pair.waiting
        soil = w.soils[k]
        chance = note(w.activity, START_RULE, chance_of(w, worker, pair, soil, initiative, free, factor))
    if drawn < chance:
        start_now(w, k, 0, soil, initiative, free)


@seldom
def start_now(w: World, k: int, ordered: int, soil: float, initiative: float, free: float) -> None:
    """A pair starts a collaboration, by itself or because it was ordered."""
    pair = w.pairs[k]
    begin(w, k, ordered)
    skip_design_perhaps(w, k, ordered)
    if ordered > 0:
        w.flow[0].starts_by_order += 1.0
    else:
        count_start(w, k)
    tell(
        w.log,
        w.clock,
        STARTED,
        START_RULE,
        pair.professional,
        pair.worker,
        C_SOIL,
        soil,
        C_INITIATIVE,
        initiative,
        C_HOURS,
        free,
        C_ORDERED,
        1.0 * ordered,
    )


@compiled
def chance_of(
    w: World, worker: Record, pair: Record, soil: float, initiative: float, free: float, factor: float
) -> float:
    """Chance that a pair starts this week, in the form that holds."""
    if w.rivals[0].start == OPPORTUNITY:
        money = w.self_organisations[worker.self_organisation].grant
        return start_by_opportunity(pair.met, money, initiative, free, factor, w.p[0])
    return rules.start(soil, w.district[0].soil, initiative, free, 0, factor, w.p[0])


@compiled
def best_chance(w: World, soil: float, field: float, factor: float) -> float:
    """The chance, in the form that holds, on this soil of pair and field with all else at its best."""
    if w.on[0].start == 0:
        return WITHOUT_START
    if w.rivals[0].start == OPPORTUNITY:
        return start_by_opportunity(1.0, 1.0, 1.0, HOURS_OF_A_WEEK, factor, w.p[0])
    return rules.start(soil, field, 1.0, HOURS_OF_A_WEEK, 0, factor, w.p[0])


@compiled
def initiative_of(w: World, worker: Record, professional: Record, sought: float) -> float:
    """Initiative of the readier pioneer of the two, or of whoever seeks out potential."""
    own = max(professional.drive_now, worker.drive_now)
    room = 1.0 - w.p[0].start_attention * max(professional.engaged, worker.engaged)
    return min(1.0, own + 0.25 * sought * min(worker.helps, professional.helps) * room)


@compiled
def ground(w: World, pair: Record) -> float:
    """Share of what is arranged from outside that takes, on the ties that are there."""
    if w.on[0].ground_first == 0:
        return 1.0
    works = governing.ground_first(pair.knowing, w.district[0].ties, w.p[0])
    note(w.activity, GROUND, 1.0 - works)
    return works


@compiled
def count_start(w: World, k: int) -> None:
    """Whose initiative a start was: the readier of the two, or whoever sought them out."""
    pair = w.pairs[k]
    worker, professional = w.workers[pair.worker], w.professionals[pair.professional]
    own = max(worker.drive_now, professional.drive_now)
    cell = w.policies[professional.side_group * 2 + worker.side_group]
    if initiative_of(w, worker, professional, cell.potential_sought) > 2.0 * own:
        w.flow[0].starts_sought += 1.0
    elif worker.drive_now > professional.drive_now:
        w.flow[0].starts_by_worker += 1.0
    else:
        w.flow[0].starts_by_professional += 1.0


@compiled
def begin(w: World, k: int, ordered: int) -> None:
    """A collaboration begins in a pair; its row is made new."""
    pair, c = w.pairs[k], w.collaborations[k]
    takes = ground(w, pair) if ordered > 0 else 1.0
    take_up(w, k)
    c.alive, c.age, c.idle, c.started, c.generation = 1, 0, 0, w.clock[WEEK], c.generation + 1
    c.design, c.ownership, c.guidance, c.loyalty, c.anchoring = 0.1, 0.3 - 0.2 * ordered, 0.0, 0.1, 0.0
    c.design, c.ownership = c.design * takes, c.ownership * takes
    c.learned, c.judged, c.dropped = 0.0, 0.0, 0
    c.enthusiasm = 0.3 * (1.0 - ordered) if w.on[0].impulses > 0 else 0.0
    c.strain, c.misunderstood, c.practice, c.transfers, c.given, c.returned = 0.0, 0.0, 0.0, 0.0, 0.0, 0.0
    c.guide_hours, c.model, c.mandated, c.designed, c.guided, c.anchored = 0.0, 0, ordered, 0, 0, 0
    pair.credit, pair.waiting = 0.0, 0.0
    w.flow[0].starts += 1.0


@compiled
def skip_design_perhaps(w: World, k: int, ordered: int) -> None:
    """An order or an agenda from above may bring a ready-made plan, so that partners design nothing."""
    pair = w.pairs[k]
    cell = w.policies[w.professionals[pair.professional].side_group * 2 + w.workers[pair.worker].side_group]
    skipping = w.p[0].design_skip * max(float(ordered), max(cell.agenda_share, 0.6 * cell.target_pressure))
    if uniform2(stream_key(w.clock[SEED], MODEL, w.clock[WEEK]), k, 1) < skipping:
        settle_model(w, k)


@compiled
def settle_model(w: World, k: int) -> None:
    """The design is taken as done: positions and allowed roles decide what the work will be."""
    pair, c, p = w.pairs[k], w.collaborations[k], w.p[0]
    worker, professional = w.workers[pair.worker], w.professionals[pair.professional]
    cell = w.policies[professional.side_group * 2 + worker.side_group]
    chance = 0.5
    if w.on[0].model > 0:
        chance, _ = rules.model(
            professional.position[PROFESSIONAL_ROLE],
            worker.position[VOLUNTEER_ROLE],
            cell.roles_allowed,
            0.0,
            0.0,
            p,
        )
        chance = note(w.activity, MODEL_RULE, chance)
    chance += w.p[0].programme_turn * cell.location_programme * (1.0 - chance)
    c.designed = 1
    located = uniform2(stream_key(w.clock[SEED], MODEL, w.clock[WEEK]), k, 2) < chance
    c.model = ON_LOCATION if located else ACCESSIBILITY
    tell(
        w.log,
        w.clock,
        DESIGNED,
        DESIGN,
        pair.professional,
        pair.worker,
        C_QUALITY,
        c.design,
        C_OWNERSHIP,
        c.ownership,
        C_GAP,
        pair.gap,
        0,
        0.0,
    )


@compiled
def give_mandates(w: World) -> None:
    """Ordered collaborations: partners assigned by lot, or sought out where the policy seeks potential."""
    d, seed, week = w.district[0], w.clock[SEED], w.clock[WEEK]
    d.mandates_due += w.policies[WHOLE].mandates / 52.0
    if d.mandates_due < 1.0:
        return
    d.mandates_due -= 1.0
    key = stream_key(seed, MANDATE, week)
    for n in range(len(w.neighbourhoods)):
        give_mandate(w, n, key)


@compiled
def give_mandate(w: World, n: int, key: int) -> None:
    """One ordered collaboration in one neighbourhood."""
    here, best, score = w.neighbourhoods[n], -1, 0.0
    for k in range(here.pairs_from, here.pairs_to):
        pair = w.pairs[k]
        worker, professional = w.workers[pair.worker], w.professionals[pair.professional]
        cell = w.policies[professional.side_group * 2 + worker.side_group]
        if worker.alive == 0 or w.together[k] > 0 or cell.mandates <= 0.0:
            continue
        wish = cell.potential_sought * worker.helps * professional.helps + 1.0 - cell.potential_sought
        weight = uniform2(key, pair.worker, pair.professional) * wish
        weight *= w.district[0].favour[professional.side_group * 2 + worker.side_group]
        if weight > score:
            best, score = k, weight
    if best >= 0 and (w.on[0].start == 0 or rules.start(0.0, 0.0, 0.0, 0.0, 1, 1.0, w.p[0]) > 0.0):
        pair = w.pairs[best]
        pair.worker_knows_face = max(pair.worker_knows_face, 0.3)
        pair.professional_knows_face = max(pair.professional_knows_face, 0.3)
        pair.contacts += 1
        start_now(w, best, 1, soil_of(w, best), 0.0, 0.0)
