"""Phase 4, collaborations: they start, get designed, are practised, strained, anchored, and end (§6, §7.2)."""

from sim.arrays import Record
from sim.draws import MANDATE, MISUNDERSTAND, MODEL, START, WITHDRAW, stream_key, uniform, uniform2
from sim.events import CAUSE, KIND, SEED, STORY, TRUST_PROFESSIONAL, TRUST_WORKER, WEEK, fall, note, note_pair, rise, tell
from sim.kernel import compiled
from sim.levers import WHOLE
from sim.mechanisms import collaboration as rules
from sim.mechanisms import municipality, vision
from sim.phases.encounters import readiness_of, sting_left, urgency_of
from sim.population import goodwill_of_professional, goodwill_of_worker
from sim.registry import rule_number
from sim.state import ACCESSIBILITY, N_ISSUES, ON_LOCATION, PROFESSIONAL_ROLE, VOLUNTEER_ROLE
from sim.world import World

START_RULE, DESIGN, OWNERSHIP, MODEL_RULE = (
    rule_number("start"), rule_number("design"), rule_number("ownership"), rule_number("model"))
RECIPROCITY, SMALL_COSTS, ANCHORING = (
    rule_number("reciprocity"), rule_number("small_costs"), rule_number("anchoring"))
PRACTICE, NARRATIVE, BLOCKED = (
    rule_number("practice"), rule_number("official_narrative"), rule_number("blocked_role"))
STARTED, DESIGNED, ANCHORED = (
    KIND["collaboration_started"], KIND["collaboration_designed"], KIND["collaboration_anchored"])
TROUBLE = KIND["misunderstanding"]
BY_STRAIN, WITH_GUIDE, BY_WITHDRAWAL, BY_DEPARTURE, BY_DRIFT = (
    KIND["ended_by_strain"], KIND["ended_with_guide"], KIND["ended_by_withdrawal"],
    KIND["ended_by_departure"], KIND["ended_by_drift"])
C_SOIL, C_INITIATIVE, C_HOURS, C_ORDERED, C_QUALITY = (
    CAUSE["soil"], CAUSE["initiative"], CAUSE["hours"], CAUSE["ordered"], CAUSE["quality"])
C_GAP, C_STRAIN, C_OWNERSHIP, C_LOYALTY, C_TRANSFERS, C_IMPATIENCE = (
    CAUSE["gap"], CAUSE["strain"], CAUSE["ownership"], CAUSE["loyalty"], CAUSE["transfers"], CAUSE["impatience"])


@compiled
def collaborate(w: World) -> None:
    """What exists goes on first, with the hours there are; then new collaborations start."""
    for s in range(len(w.self_organisations)):
        organisation = w.self_organisations[s]
        organisation.on_location, organisation.host_pair = 0, -1
        organisation.consult_places, organisation.consult_labour = 0.0, 0.0
    for k in range(len(w.collaborations)):
        if w.collaborations[k].alive > 0:
            go_on(w, k)
    read_soil(w)
    start_new(w)
    give_mandates(w)


@compiled
def vision_gap(worker: Record, professional: Record) -> float:
    """Mean distance of held positions over the contested issues."""
    total = 0.0
    for issue in range(N_ISSUES):
        total += abs(worker.position[issue] - professional.position[issue])
    return total / N_ISSUES


@compiled
def read_soil(w: World) -> None:
    """Read the four conditions of every pair (the gap once in four weeks) and of the field."""
    fresh = w.clock[WEEK] % 4 == 0
    total, counted = 0.0, 0.0
    per_worker = len(w.professionals)
    for i in range(len(w.workers)):
        worker = w.workers[i]
        for j in range(per_worker):
            pair = w.pairs[i * per_worker + j]
            if fresh:
                pair.gap = vision_gap(worker, w.professionals[j])
            pair.knowing = 0.25 * (pair.worker_knows_offer + pair.worker_knows_face
                                   + pair.professional_knows_offer + pair.professional_knows_face)
        worker.experience_sum = goodwill_of_worker(worker)
        worker.experience_count = urgency_of(w, worker)
    for j in range(per_worker):
        w.professionals[j].experience_sum = goodwill_of_professional(w.professionals[j])
        w.professionals[j].experience_count = urgency_of(w, w.professionals[j])
    for k in range(len(w.pairs)):
        pair = w.pairs[k]
        worker, professional = w.workers[pair.worker], w.professionals[pair.professional]
        pair.urgency = 0.5 * (worker.experience_count + professional.experience_count)
        if worker.alive > 0:
            total += soil_of(w, k)
            counted += 1.0
    w.district[0].soil = total / counted if counted > 0.0 else 0.0


@compiled
def trust_condition(w: World, pair: Record) -> float:
    """Condition 2: good images of each other's kind and belief in good intentions, not pair trust (§1.2)."""
    return 0.25 * (w.workers[pair.worker].experience_sum + w.professionals[pair.professional].experience_sum
                   + pair.interest_worker + pair.interest_professional)


@compiled
def urgency_condition(pair: Record) -> float:
    """Condition 3: urgency on both sides; a half is already a full sense of needing each other."""
    return min(1.0, 2.0 * pair.urgency)


@compiled
def vision_condition(pair: Record) -> float:
    """Condition 4: agreement of positions, a shared story making up for what is left of the gap."""
    return 1.0 - pair.gap * (1.0 - 0.7 * pair.story)


@compiled
def soil_of(w: World, k: int) -> float:
    """How fertile a pair's soil is: the scarcest of the four conditions, since each is needed (§1.2)."""
    pair = w.pairs[k]
    return min(min(pair.knowing, trust_condition(w, pair)), min(urgency_condition(pair), vision_condition(pair)))


@compiled
def start_new(w: World) -> None:
    """Pairs that have met may start, where soil, initiative and hours come together."""
    seed, week, p, on = w.clock[SEED], w.clock[WEEK], w.p[0], w.on[0]
    key = stream_key(seed, START, week)
    factor = 1.0
    if on.anchoring > 0:
        _, _, factor = rules.anchoring(0.0, 0.0, 0.0, w.district[0].anchored, p)
        note(w.activity, ANCHORING, 1.0 - factor)
    for k in range(len(w.pairs)):
        pair = w.pairs[k]
        if w.collaborations[k].alive > 0 or pair.contacts == 0 or w.workers[pair.worker].alive == 0:
            continue
        if min(pair.worker_knows_face, pair.professional_knows_face) < 0.2:
            continue
        chance, soil, initiative, free = 0.002, 0.0, 0.0, 0.0
        if on.start > 0:
            worker, professional = w.workers[pair.worker], w.professionals[pair.professional]
            cell = w.policies[professional.side_group * 2 + worker.side_group]
            free = min(worker.hours, professional.hours)
            initiative = initiative_of(w, worker, professional, cell.potential_sought)
            soil = soil_of(w, k)
            chance = note(w.activity, START_RULE, rules.start(
                soil, w.district[0].soil, initiative, free, 0, factor, p))
        if uniform2(key, pair.worker, pair.professional) < chance:
            begin(w, k, 0)
            tell(w.log, w.clock, STARTED, START_RULE, pair.professional, pair.worker, C_SOIL, soil,
                 C_INITIATIVE, initiative, C_HOURS, free, C_ORDERED, 0.0)


@compiled
def initiative_of(w: World, worker: Record, professional: Record, sought: float) -> float:
    """Initiative of the readier pioneer of the two, or of whoever seeks out potential."""
    own = max(professional.pioneer * (0.3 + 0.7 * professional.courage) * readiness_of(w, professional),
              worker.pioneer * (0.3 + 0.7 * worker.courage) * readiness_of(w, worker))
    return min(1.0, own + 0.25 * sought * min(worker.helps, professional.helps))


@compiled
def begin(w: World, k: int, ordered: int) -> None:
    """A collaboration begins in a pair; its row is made new."""
    pair, c = w.pairs[k], w.collaborations[k]
    worker, professional = w.workers[pair.worker], w.professionals[pair.professional]
    cell = w.policies[professional.side_group * 2 + worker.side_group]
    c.alive, c.age, c.idle, c.started, c.generation = 1, 0, 0, w.clock[WEEK], c.generation + 1
    c.design, c.ownership, c.guidance, c.loyalty, c.anchoring = 0.1, 0.3 - 0.2 * ordered, 0.0, 0.1, 0.0
    c.strain, c.misunderstood, c.practice, c.transfers, c.given, c.returned = 0.0, 0.0, 0.0, 0.0, 0.0, 0.0
    c.guide_hours, c.model, c.mandated, c.designed, c.guided, c.anchored = 0.0, 0, ordered, 0, 0, 0
    pair.credit = 0.0
    w.flow[0].starts += 1.0
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
        chance, _ = rules.model(professional.position[PROFESSIONAL_ROLE], worker.position[VOLUNTEER_ROLE],
                                cell.roles_allowed, 0.0, 0.0, p)
        chance = note(w.activity, MODEL_RULE, chance)
    c.designed = 1
    located = uniform2(stream_key(w.clock[SEED], MODEL, w.clock[WEEK]), k, 2) < chance
    c.model = ON_LOCATION if located else ACCESSIBILITY
    tell(w.log, w.clock, DESIGNED, DESIGN, pair.professional, pair.worker, C_QUALITY, c.design,
         C_OWNERSHIP, c.ownership, C_GAP, pair.gap, 0, 0.0)


@compiled
def give_mandates(w: World) -> None:
    """Ordered collaborations: partners assigned by lot, or sought out where the policy seeks potential."""
    d, seed, week = w.district[0], w.clock[SEED], w.clock[WEEK]
    d.mandates_due += w.policies[WHOLE].mandates / 52.0
    if d.mandates_due < 1.0:
        return
    d.mandates_due -= 1.0
    key = stream_key(seed, MANDATE, week)
    best, score = -1, 0.0
    for k in range(len(w.pairs)):
        pair = w.pairs[k]
        worker, professional = w.workers[pair.worker], w.professionals[pair.professional]
        cell = w.policies[professional.side_group * 2 + worker.side_group]
        if worker.alive == 0 or w.collaborations[k].alive > 0 or cell.mandates <= 0.0:
            continue
        wish = cell.potential_sought * worker.helps * professional.helps + 1.0 - cell.potential_sought
        weight = uniform2(key, pair.worker, pair.professional) * wish
        if weight > score:
            best, score = k, weight
    if best >= 0 and (w.on[0].start == 0 or rules.start(0.0, 0.0, 0.0, 0.0, 1, 1.0, w.p[0]) > 0.0):
        pair = w.pairs[best]
        pair.worker_knows_face = max(pair.worker_knows_face, 0.3)
        pair.professional_knows_face = max(pair.professional_knows_face, 0.3)
        pair.contacts += 1
        begin(w, best, 1)
        tell(w.log, w.clock, STARTED, START_RULE, pair.professional, pair.worker, C_SOIL, soil_of(w, best),
             C_INITIATIVE, 0.0, C_HOURS, 0.0, C_ORDERED, 1.0)


@compiled
def go_on(w: World, k: int) -> None:
    """A week of one collaboration."""
    c = w.collaborations[k]
    c.age += 1
    c.transfers *= 1.0 - w.p[0].memory_fading
    c.given *= 1.0 - w.p[0].memory_fading
    c.returned *= 1.0 - w.p[0].memory_fading
    hours = joint_hours(w, k)
    c.idle = 0 if hours > 0.05 else c.idle + 1
    own(w, k, hours)
    if c.designed == 0:
        design(w, k, hours)
    else:
        practise(w, k, hours)
    misunderstand(w, k)
    reciprocate(w, k)
    anchor(w, k)
    end_perhaps(w, k)


@compiled
def joint_hours(w: World, k: int) -> float:
    """Hours that both partners can put in together this week; they are spent."""
    pair, c = w.pairs[k], w.collaborations[k]
    worker, professional = w.workers[pair.worker], w.professionals[pair.professional]
    wanted = w.p[0].joint_design if c.designed == 0 else w.p[0].joint_practice
    committed = c.ownership + c.anchoring + min(readiness_of(w, worker), readiness_of(w, professional))
    wanted *= min(1.0, committed)
    worker.asked += wanted
    if w.district[0].holiday > 0:
        return 0.0
    hours = max(0.0, min(wanted, min(worker.hours, professional.hours)))
    worker.hours -= hours
    worker.spent += hours
    professional.hours -= hours
    if hours > 0.0:
        pair.met = min(1.0, pair.met + 0.3 * hours)
        pair.weeks_apart = 0
        pair.contacts += 1
        worker.engaged = min(1.0, worker.engaged + 0.1)
        professional.engaged = min(1.0, professional.engaged + 0.1)
    c.given += 0.1 * hours
    return hours


@compiled
def own(w: World, k: int, hours: float) -> None:
    """Ownership grows by own steps and is taken by leading guides and agendas."""
    pair, c = w.pairs[k], w.collaborations[k]
    if w.on[0].ownership == 0:
        c.ownership = 1.0
        return
    worker, professional = w.workers[pair.worker], w.professionals[pair.professional]
    cell = w.policies[professional.side_group * 2 + worker.side_group]
    change, _ = rules.ownership(c.ownership, hours, c.guidance, cell.partner_design, cell.agenda_share, w.p[0])
    c.ownership = min(1.0, max(0.0, c.ownership + note(w.activity, OWNERSHIP, change)))


@compiled
def design(w: World, k: int, hours: float) -> None:
    """Design together until it is good enough."""
    pair, c, p, on = w.pairs[k], w.collaborations[k], w.p[0], w.on[0]
    worker, professional = w.workers[pair.worker], w.professionals[pair.professional]
    if on.design == 0:
        c.design = 1.0
    else:
        experience = 1.0
        if on.blocked_role > 0:
            cell = w.policies[professional.side_group * 2 + worker.side_group]
            _, experience, _ = municipality.blocked_role(cell.roles_allowed, p)
            note(w.activity, BLOCKED, 1.0 - experience)
        quality, _, _ = rules.design(hours, c.guidance, c.design, pair.gap, c.loyalty, 1.0, p)
        c.design = min(1.0, c.design + note(w.activity, DESIGN, quality * experience))
    worker.joint, professional.joint = max(worker.joint, 0.5), max(professional.joint, 0.5)
    if c.design >= p.design_enough:
        settle_model(w, k)


@compiled
def practise(w: World, k: int, hours: float) -> None:
    """Work together: on location a session for families; posture, knowledge and doubt move."""
    pair, c, p, on = w.pairs[k], w.collaborations[k], w.p[0], w.on[0]
    worker, professional = w.workers[pair.worker], w.professionals[pair.professional]
    organisation = w.self_organisations[worker.self_organisation]
    working = min(1.0, hours)
    c.practice += working
    if on.design > 0:
        learned, _, _ = rules.design(0.25 * hours, c.guidance, c.design, pair.gap, c.loyalty, 1.0, p)
        c.design = min(1.0, c.design + note(w.activity, DESIGN, learned))
    if c.model == ON_LOCATION:
        working = host(w, k, hours)
    if on.practice > 0:
        posture, _, helps = vision.practice(working, professional.posture, 0.0, professional.helps, p)
        if c.model == ON_LOCATION:
            professional.posture_up += note(w.activity, PRACTICE, posture)
        professional.helps_up += note(w.activity, PRACTICE, helps)
        _, _, helps = vision.practice(working, 0.0, 0.0, worker.helps, p)
        worker.helps_up += note(w.activity, PRACTICE, helps)
        for issue in range(N_ISSUES):
            difference = worker.position[issue] - professional.position[issue]
            _, move, _ = vision.practice(working, 0.0, difference, 0.0, p)
            professional.position[issue] = min(1.0, max(0.0, professional.position[issue] + move))
            worker.position[issue] = min(1.0, max(0.0, worker.position[issue] - 0.5 * move))
    if on.official_narrative > 0:
        doubt_each_other(w, k, working)
    if organisation.grant > 0.0:
        c.returned += 0.05 * organisation.grant


@compiled
def host(w: World, k: int, hours: float) -> float:
    """A session on location: the worker's labour and the professional's posture make places for families."""
    pair, p = w.pairs[k], w.p[0]
    worker, professional = w.workers[pair.worker], w.professionals[pair.professional]
    organisation = w.self_organisations[worker.self_organisation]
    organisation.on_location += 1
    worker.asked += p.location_hours
    labour_hours = max(0.0, min(p.location_hours, worker.hours))
    worker.hours -= labour_hours
    worker.spent += labour_hours
    w.collaborations[k].given += 0.1 * labour_hours
    labour = labour_hours / p.location_hours * min(1.0, hours)
    w.collaborations[k].returned += 0.15 * labour * (0.5 + professional.posture)
    if labour > organisation.consult_labour:
        organisation.consult_labour, organisation.consult_posture = labour, professional.posture
        organisation.host_pair = k
    organisation.consult_places += p.consult_places * labour
    pay_small_costs(w, organisation, worker, professional)
    return labour


@compiled
def pay_small_costs(w: World, organisation: Record, worker: Record, professional: Record) -> None:
    """Coffee, tea and phone: unpaid, they cost trust in the district, not in the partner."""
    if w.on[0].small_costs == 0:
        return
    cell = w.policies[professional.side_group * 2 + worker.side_group]
    rising, symbol = rules.small_costs(
        1.0 - cell.coffee_paid, 1.0, organisation.irritation, worker.trust_district, w.p[0])
    organisation.irritation_up += rise(note(w.activity, SMALL_COSTS, rising))
    organisation.irritation_down += fall(rising)
    worker.trust_district_down += fall(note(w.activity, SMALL_COSTS, symbol))
    professional.trust_district_down += 0.5 * fall(symbol)


@compiled
def doubt_each_other(w: World, k: int, seen: float) -> None:
    """Whoever works with someone sees the gap between what is said and what is held."""
    pair, p = w.pairs[k], w.p[0]
    worker, professional = w.workers[pair.worker], w.professionals[pair.professional]
    by_professional, by_worker = 0.0, 0.0
    for issue in range(N_ISSUES):
        _, _, doubt = vision.official_narrative(
            worker.expressed[issue], worker.position[issue], 0.0, 0.0, seen, p)
        by_professional += doubt / N_ISSUES
        _, _, doubt = vision.official_narrative(
            professional.expressed[issue], professional.position[issue], 0.0, 0.0, seen, p)
        by_worker += doubt / N_ISSUES
    professional.doubt = min(1.0, professional.doubt + by_professional)
    worker.doubt = min(1.0, worker.doubt + by_worker)
    pair.trust_professional_down += fall(note_pair(
        w.activity, w.log, w.clock, pair, k, TRUST_PROFESSIONAL, NARRATIVE, -by_professional))
    pair.trust_worker_down += fall(note_pair(
        w.activity, w.log, w.clock, pair, k, TRUST_WORKER, NARRATIVE, -by_worker))


@compiled
def misunderstand(w: World, k: int) -> None:
    """Practical matters may turn into a misunderstanding that strains the work and the trust."""
    pair, c, p = w.pairs[k], w.collaborations[k], w.p[0]
    c.strain = max(0.0, c.strain * (1.0 - p.strain_relief * (0.25 + c.loyalty)))
    if w.on[0].design == 0 or c.idle > 0:
        return
    left = sting_left(w, pair)
    _, trouble, strain = rules.design(0.0, 0.0, c.design, pair.gap, c.loyalty, left, p)
    if c.designed == 0:
        trouble *= 0.3
    if uniform(stream_key(w.clock[SEED], MISUNDERSTAND, w.clock[WEEK]), k) >= trouble:
        return
    c.strain = min(1.0, c.strain + note(w.activity, DESIGN, strain))
    c.misunderstood = min(1.0, c.misunderstood + 0.1)
    pair.owed_worker = min(1.0, pair.owed_worker + 0.5 * strain)
    pair.owed_professional = min(1.0, pair.owed_professional + 0.5 * strain)
    pair.trust_worker_down += fall(
        note_pair(w.activity, w.log, w.clock, pair, k, TRUST_WORKER, DESIGN, -0.3 * strain))
    pair.trust_professional_down += fall(
        note_pair(w.activity, w.log, w.clock, pair, k, TRUST_PROFESSIONAL, DESIGN, -0.3 * strain))
    w.flow[0].misunderstandings += 1.0
    tell(w.log, w.clock, TROUBLE, DESIGN, pair.professional, pair.worker, C_QUALITY, c.design, C_GAP, pair.gap,
         C_LOYALTY, c.loyalty, C_STRAIN, c.strain)


@compiled
def reciprocate(w: World, k: int) -> None:
    """What was given and what came back moves disappointment and loyalty; a good week builds the story."""
    pair, c, p = w.pairs[k], w.collaborations[k], w.p[0]
    worker = w.workers[pair.worker]
    if w.on[0].reciprocity > 0:
        hurt, loyal = rules.reciprocity(c.given, c.returned, worker.disappointment, c.loyalty, p)
        worker.disappointment_up += rise(note(w.activity, RECIPROCITY, hurt))
        worker.disappointment_down += fall(hurt)
        c.loyalty = min(1.0, max(0.0, c.loyalty + note(w.activity, RECIPROCITY, loyal)))
    if c.designed > 0 and c.idle == 0:
        built = 0.004 * c.design * (1.0 - pair.story)
        pair.story_up += note_pair(w.activity, w.log, w.clock, pair, k, STORY, PRACTICE, built)


@compiled
def anchor(w: World, k: int) -> None:
    """Effort turns a practice that works into rules and fixed money."""
    pair, c, p = w.pairs[k], w.collaborations[k], w.p[0]
    if w.on[0].anchoring == 0 or c.designed == 0:
        return
    worker, professional = w.workers[pair.worker], w.professionals[pair.professional]
    cell = w.policies[professional.side_group * 2 + worker.side_group]
    success = c.design * (0.4 + 0.6 * min(1.0, c.transfers / p.model_transfers)) * (1.0 - c.strain)
    gain, _, _ = rules.anchoring(cell.anchoring_effort, success, c.anchoring, 0.0, p)
    c.anchoring = min(1.0, c.anchoring + note(w.activity, ANCHORING, gain))
    if c.anchoring >= 0.5 and c.anchored == 0:
        c.anchored = 1
        tell(w.log, w.clock, ANCHORED, ANCHORING, pair.professional, pair.worker, C_QUALITY, c.design,
             C_TRANSFERS, c.transfers, 0, 0.0, 0, 0.0)


@compiled
def end_perhaps(w: World, k: int) -> None:
    """Strain, a guide's exit, an impatient manager or drifting may end it."""
    pair, c, p, on = w.pairs[k], w.collaborations[k], w.p[0], w.on[0]
    key = stream_key(w.clock[SEED], WITHDRAW, w.clock[WEEK])
    if c.strain >= p.strain_break:
        w.flow[0].ends_by_strain += 1.0
        finish(w, k, BY_STRAIN, DESIGN)
        return
    if on.ownership > 0 and c.guided > 0 and c.designed == 0 and c.guidance < 0.03:
        _, ends = rules.ownership(c.ownership, 0.0, 0.0, 0.0, 0.0, p)
        c.guided = 0
        if uniform2(key, k, 1) < ends:
            w.flow[0].ends_with_guide += 1.0
            finish(w, k, WITH_GUIDE, OWNERSHIP)
            return
    if c.idle > 10 and uniform2(key, k, 2) < p.drift_rate * (1.0 - c.ownership) * (1.0 - 0.8 * c.anchoring):
        w.flow[0].ends_by_drift += 1.0
        finish(w, k, BY_DRIFT, OWNERSHIP)
        return
    if on.model > 0 and c.model == ON_LOCATION:
        professional = w.professionals[pair.professional]
        targets = w.policies[professional.side_group * 2 + w.workers[pair.worker].side_group].target_pressure
        horizon = professional.horizon * (1.0 - 0.5 * targets)
        impatience = min(1.0, max(0.0, (c.age - horizon) / 52.0)) * (1.0 - 0.8 * c.anchoring)
        _, withdraw = rules.model(0.0, 0.0, 0.0, impatience, c.transfers, p)
        if uniform2(key, k, 3) < note(w.activity, MODEL_RULE, withdraw):
            w.flow[0].ends_by_withdrawal += 1.0
            finish(w, k, BY_WITHDRAWAL, MODEL_RULE)


@compiled
def finish(w: World, k: int, kind: int, rule: int) -> None:
    """A collaboration ends; it is told with what stood at its end."""
    pair, c = w.pairs[k], w.collaborations[k]
    c.alive = 0
    w.flow[0].ends += 1.0
    tell(w.log, w.clock, kind, rule, pair.professional, pair.worker, C_STRAIN, c.strain, C_OWNERSHIP, c.ownership,
         C_LOYALTY, c.loyalty, C_TRANSFERS, c.transfers)


@compiled
def leave(w: World, k: int, u: float) -> None:
    """One of the partners is gone: only what is anchored may survive."""
    if w.collaborations[k].alive == 0:
        return
    survives = 0.0
    if w.on[0].anchoring > 0:
        _, survives, _ = rules.anchoring(0.0, 0.0, w.collaborations[k].anchoring, 0.0, w.p[0])
        note(w.activity, ANCHORING, survives)
    if u >= survives:
        w.flow[0].ends_by_departure += 1.0
        finish(w, k, BY_DEPARTURE, ANCHORING)
