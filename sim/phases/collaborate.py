"""Phase 4, collaborations: they start, are designed, practised, strained, anchored, end (§6, §7.2)."""

from sim.arrays import Record
from sim.draws import MISUNDERSTAND, stream_key, uniform, uniform2
from sim.events import (
    CAUSE,
    KIND,
    SEED,
    STORY,
    TRUST_PROFESSIONAL,
    TRUST_WORKER,
    WEEK,
    fall,
    note,
    note_pair,
    rise,
    tell,
)
from sim.kernel import compiled
from sim.mechanisms import collaboration as rules
from sim.mechanisms import governing, lasting, municipality
from sim.phases.begin import give_mandates, settle_model, start_new
from sim.phases.endings import end_perhaps
from sim.phases.energy import (
    carried_by_energy,
    energise,
    feel_safe_again,
    help_of_lessons,
    learn_by_doing,
    spread_lessons,
)
from sim.phases.gaps import strain_after_story
from sim.phases.practise import practise
from sim.phases.react import success_of
from sim.phases.readiness import readiness_of, sting_left
from sim.phases.soil import read_soil
from sim.registry import rule_number
from sim.state import ON_LOCATION
from sim.world import World

DESIGN, OWNERSHIP = rule_number("design"), rule_number("ownership")
RECIPROCITY, ANCHORING = rule_number("reciprocity"), rule_number("anchoring")
PRACTICE, BLOCKED = rule_number("practice"), rule_number("blocked_role")
AGENDA = rule_number("agenda_share")
ANCHORED = KIND["collaboration_anchored"]
TROUBLE = KIND["misunderstanding"]
C_QUALITY = CAUSE["quality"]
C_GAP, C_STRAIN, C_LOYALTY, C_TRANSFERS = CAUSE["gap"], CAUSE["strain"], CAUSE["loyalty"], CAUSE["transfers"]


@compiled
def collaborate(w: World) -> None:
    """What exists goes on first, with the hours there are; then new collaborations start."""
    for s in range(len(w.self_organisations)):
        organisation = w.self_organisations[s]
        organisation.on_location, organisation.host_pair = 0, -1
        organisation.consult_places, organisation.consult_labour = 0.0, 0.0
        organisation.sessions = 0.0
    for n in range(w.working[0]):
        k = w.working[n + 1]
        if w.collaborations[k].alive > 0:
            go_on(w, k)
    spread_lessons(w)
    feel_safe_again(w)
    read_soil(w)
    start_new(w)
    give_mandates(w)


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
    energise(w, k, hours)
    learn_by_doing(w, k, hours)
    misunderstand(w, k)
    reciprocate(w, k)
    c.judged = success_of(w, k) if c.designed > 0 else 0.0
    anchor(w, k)
    end_perhaps(w, k)


@compiled
def joint_hours(w: World, k: int) -> float:
    """Hours that both partners can put in together this week; they are spent."""
    pair, c = w.pairs[k], w.collaborations[k]
    worker, professional = w.workers[pair.worker], w.professionals[pair.professional]
    wanted = w.p[0].joint_design if c.designed == 0 else w.p[0].joint_practice
    committed = c.ownership + c.anchoring + min(readiness_of(w, worker), readiness_of(w, professional))
    wanted *= min(1.0, committed + carried_by_energy(w, k))
    worker.asked += wanted
    if w.district[0].holiday > 0:
        return 0.0
    arranged = 0.0
    if c.model == ON_LOCATION:
        cell = w.policies[professional.side_group * 2 + worker.side_group]
        arranged = wanted * cell.location_programme
    hours = max(0.0, min(wanted, min(worker.hours, professional.hours + arranged)))
    worker.hours -= hours
    worker.spent += hours
    professional.hours = max(0.0, professional.hours - max(0.0, hours - arranged))
    w.flow[0].unpaid_hours += hours * (1.0 - worker.paid)
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
    change, _ = rules.ownership(
        c.ownership, hours, c.guidance, cell.partner_design, cell.agenda_share, w.p[0]
    )
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
        experience *= knowledge_used(w, worker.side_group, professional.side_group)
        fruitful = hours * (1.0 + help_of_lessons(w))
        quality, _, _, _ = rules.design(fruitful, c.guidance, c.design, pair.gap, c.loyalty, 1.0, 0.0, 0.0, p)
        c.design = min(1.0, c.design + note(w.activity, DESIGN, quality * experience))
    worker.joint, professional.joint = max(worker.joint, 0.5), max(professional.joint, 0.5)
    if c.design >= p.design_enough:
        settle_model(w, k)


@compiled
def knowledge_used(w: World, orientation: int, domain: int) -> float:
    """Share of what partners know that the design may use, by whose agenda it is."""
    if w.on[0].agenda_share == 0:
        return 1.0
    cell = w.policies[domain * 2 + orientation]
    used, _ = governing.agenda_share(cell.agenda_share, cell.voice, cell.veto, 0.0, w.p[0])
    note(w.activity, AGENDA, 1.0 - used)
    return used


@compiled
def misunderstand(w: World, k: int) -> None:
    """Practical matters may turn into a misunderstanding that strains the work and the trust."""
    pair, c, p = w.pairs[k], w.collaborations[k], w.p[0]
    c.strain = max(0.0, c.strain * (1.0 - p.strain_relief * (0.25 + c.loyalty)))
    if w.on[0].design == 0 or c.idle > 0:
        return
    left = sting_left(w, pair)
    worker, professional = w.workers[pair.worker], w.professionals[pair.professional]
    prejudice = 1.0 - 0.5 * (worker.goodwill_now + professional.goodwill_now)
    cell = w.policies[professional.side_group * 2 + worker.side_group]
    _, trouble, strain, ends = rules.design(
        0.0, 0.0, c.design, pair.gap, c.loyalty, left, prejudice, cell.bind_interest, p
    )
    strain *= strain_after_story(w, pair.story)
    if c.designed == 0:
        trouble *= 0.3
    trouble *= 1.0 - p.clear_tasks_help * cell.clear_tasks
    key = stream_key(w.clock[SEED], MISUNDERSTAND, w.clock[WEEK])
    if uniform(key, k) >= trouble:
        return
    c.strain = min(1.0, c.strain + note(w.activity, DESIGN, strain))
    if uniform2(key, k, 1) < note(w.activity, DESIGN, ends):
        # It proves what one thought of the other all along: nothing is left to go on with.
        c.strain = 1.0
    confirm(worker, professional, w.p[0].misreading_confirms * 0.3 * strain)
    c.misunderstood = min(1.0, c.misunderstood + 0.1)
    pair.owed_worker = min(1.0, pair.owed_worker + 0.5 * strain)
    pair.owed_professional = min(1.0, pair.owed_professional + 0.5 * strain)
    pair.trust_worker_down += fall(
        note_pair(w.activity, w.log, w.clock, pair, k, TRUST_WORKER, DESIGN, -0.3 * strain)
    )
    pair.trust_professional_down += fall(
        note_pair(w.activity, w.log, w.clock, pair, k, TRUST_PROFESSIONAL, DESIGN, -0.3 * strain)
    )
    w.flow[0].misunderstandings += 1.0
    tell(
        w.log,
        w.clock,
        TROUBLE,
        DESIGN,
        pair.professional,
        pair.worker,
        C_QUALITY,
        c.design,
        C_GAP,
        pair.gap,
        C_LOYALTY,
        c.loyalty,
        C_STRAIN,
        c.strain,
    )


@compiled
def confirm(worker: Record, professional: Record, share: float) -> None:
    """What hurt trust confirms the prejudice: the other does not want it, or wants to do it alone."""
    worker.image_uninterested += share * (1.0 - worker.image_uninterested)
    professional.image_uninterested += share * (1.0 - professional.image_uninterested)
    professional.image_rival += share * (1.0 - professional.image_rival)


@compiled
def reciprocate(w: World, k: int) -> None:
    """What was given and what came back moves disappointment and loyalty; a good week builds the story."""
    pair, c, p = w.pairs[k], w.collaborations[k], w.p[0]
    worker, professional = w.workers[pair.worker], w.professionals[pair.professional]
    if c.idle == 0:
        cell = w.policies[professional.side_group * 2 + worker.side_group]
        c.returned += p.pay_return * cell.compensation_paid + p.kind_return * cell.return_in_kind
    if w.on[0].reciprocity > 0:
        # Being paid for what one gives is a return too.
        back = c.returned + c.given * w.self_organisations[worker.self_organisation].payer
        hurt, loyal = lasting.reciprocity(c.given, back, worker.disappointment, c.loyalty, p)
        worker.disappointment_up += rise(note(w.activity, RECIPROCITY, hurt))
        worker.disappointment_down += fall(hurt)
        c.loyalty = min(1.0, max(0.0, c.loyalty + note(w.activity, RECIPROCITY, loyal)))
    if c.designed > 0 and c.idle == 0 and w.on[0].practice > 0:
        built = w.p[0].story_practice * c.design * (1.0 - pair.story)
        pair.story_up += note_pair(w.activity, w.log, w.clock, pair, k, STORY, PRACTICE, built)


@compiled
def anchor(w: World, k: int) -> None:
    """Effort turns a practice that works into rules and fixed money."""
    pair, c, p = w.pairs[k], w.collaborations[k], w.p[0]
    if w.on[0].anchoring == 0 or c.designed == 0 or c.dropped > 0:
        return
    worker, professional = w.workers[pair.worker], w.professionals[pair.professional]
    cell = w.policies[professional.side_group * 2 + worker.side_group]
    gain, _, _ = lasting.anchoring(cell.anchoring_effort, c.judged, c.anchoring, 0.0, p)
    c.anchoring = min(1.0, c.anchoring + note(w.activity, ANCHORING, gain))
    if c.anchoring >= 0.5 and c.anchored == 0:
        c.anchored = 1
        tell(
            w.log,
            w.clock,
            ANCHORED,
            ANCHORING,
            pair.professional,
            pair.worker,
            C_QUALITY,
            c.design,
            C_TRANSFERS,
            c.transfers,
            0,
            0.0,
            0,
            0.0,
        )
