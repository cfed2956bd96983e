"""What a gap in vision takes along, what a shared story carries, and who claims pay (§3, §5.2, §6.2)."""

from sim.arrays import Record
from sim.events import TRUST_PROFESSIONAL, TRUST_WORKER, fall, note, note_pair, rise
from sim.kernel import compiled
from sim.mechanisms import arguing, unseen
from sim.phases.readiness import sting_left
from sim.phases.soil import vision_condition
from sim.registry import rule_number
from sim.state import COMPENSATION
from sim.world import World

KNOCK, STORY_RULE, CROSSED = (
    rule_number("knock_on"),
    rule_number("shared_story"),
    rule_number("crossed_argument"),
)


@compiled
def knock_on_pair(w: World, worker: Record, professional: Record, k: int) -> None:
    """What is left of the gap between those who know each other; in a meeting it costs trust."""
    pair = w.pairs[k]
    left = 1.0 - vision_condition(pair)
    worker.gap_sum += left
    professional.gap_sum += left
    if pair.met <= 0.0:
        return
    stings = left * sting_left(w, pair)
    of_worker, _, _ = unseen.knock_on(stings, pair.met, pair.trust_worker, 0.0, w.p[0])
    of_professional, _, _ = unseen.knock_on(stings, pair.met, pair.trust_professional, 0.0, w.p[0])
    pair.trust_worker_down += fall(
        note_pair(w.activity, w.log, w.clock, pair, k, TRUST_WORKER, KNOCK, of_worker)
    )
    pair.trust_professional_down += fall(
        note_pair(w.activity, w.log, w.clock, pair, k, TRUST_PROFESSIONAL, KNOCK, of_professional)
    )


@compiled
def knock_on_actor(w: World, actor: Record) -> None:
    """The mean gap with those one knows lowers the belief that it helps, and next week's hours."""
    if w.on[0].knock_on == 0 or actor.experience_count <= 0.0:
        return
    actor.gap_seen = min(1.0, actor.gap_sum / actor.experience_count)
    _, helps, _ = unseen.knock_on(actor.gap_seen, 0.0, 0.0, actor.helps, w.p[0])
    actor.helps_down += fall(note(w.activity, KNOCK, helps))


@compiled
def hours_after_gap(w: World, actor: Record) -> float:
    """Share of the hours for getting to know each other that the gap in vision leaves."""
    if w.on[0].knock_on == 0 or actor.gap_seen <= 0.0:
        return 1.0
    _, _, left = unseen.knock_on(actor.gap_seen, 0.0, 0.0, 0.0, w.p[0])
    note(w.activity, KNOCK, 1.0 - left)
    return left


@compiled
def carry_story(w: World, k: int, working: float) -> None:
    """In a week of work the shared story strengthens the bond and brings new ideas into the design."""
    pair, c = w.pairs[k], w.collaborations[k]
    if w.on[0].shared_story == 0 or pair.story <= 0.0:
        return
    bond, ideas, _ = arguing.shared_story(pair.story, working, w.p[0])
    pair.trust_worker_up += rise(
        note_pair(w.activity, w.log, w.clock, pair, k, TRUST_WORKER, STORY_RULE, bond)
    )
    pair.trust_professional_up += rise(
        note_pair(w.activity, w.log, w.clock, pair, k, TRUST_PROFESSIONAL, STORY_RULE, bond)
    )
    c.loyalty = min(1.0, c.loyalty + bond * (1.0 - c.loyalty))
    c.design = min(1.0, c.design + note(w.activity, STORY_RULE, ideas * (1.0 - c.design)))


@compiled
def strain_after_story(w: World, story: float) -> float:
    """Share of a setback's strain that a shared story leaves."""
    if w.on[0].shared_story == 0:
        return 1.0
    _, _, left = arguing.shared_story(story, 0.0, w.p[0])
    note(w.activity, STORY_RULE, 1.0 - left)
    return left


@compiled
def claim_pay(w: World, worker: Record, paid: float, pushed: float) -> None:
    """A worker who argues from accessibility comes to claim pay, and is disappointed while it stays out."""
    if w.on[0].crossed_argument == 0:
        return
    claim = worker.position[COMPENSATION]
    more, hurt = arguing.crossed_argument(
        1.0 - worker.argument[COMPENSATION], claim, worker.others, paid, pushed, w.p[0]
    )
    worker.position[COMPENSATION] = min(1.0, claim + note(w.activity, CROSSED, more))
    worker.disappointment_up += rise(note(w.activity, CROSSED, hurt))
