"""The four conditions of fertile soil, in a pair and in the field (§1.2)."""

from sim.arrays import Record
from sim.events import (
    WEEK,
)
from sim.kernel import PAIRS_AHEAD, compiled, fetch_soil
from sim.phases.readiness import readiness_of, urgency_of
from sim.phases.working import pairs_of
from sim.population import goodwill_of_professional, goodwill_of_worker
from sim.state import N_ISSUES
from sim.world import World

# Below this face nobody starts anything.
LEAST_FACE = 0.2
# What stands in place of a soil where no start can come of it.
NO_START = -1.0


@compiled
def vision_gap(worker: Record, professional: Record) -> float:
    """Mean distance of held positions over the contested issues."""
    total = 0.0
    for issue in range(N_ISSUES):
        total += abs(worker.position[issue] - professional.position[issue])
    return total / N_ISSUES


@compiled
def read_soil(w: World) -> None:
    """Read every actor's drive, and the four conditions of every pair (the gap once in four weeks).

    The soil of pairs that may start is kept for ``start_new``.
    """
    read_drives(w)
    fresh = w.clock[WEEK] % 4 == 0
    total, known, counted = 0.0, 0.0, 0
    for i in range(len(w.workers)):
        worker = w.workers[i]
        if fresh:
            read_gaps(w, worker)
        first, past = pairs_of(worker)
        with_soil, with_known = read_pairs(w, worker, total, known)
        if worker.alive > 0:
            total, known, counted = with_soil, with_known, counted + past - first
            continue
        for k in range(first, past):
            w.soils[k] = NO_START
    w.district[0].soil = total / counted if counted > 0 else 0.0
    w.district[0].ties = known / counted if counted > 0 else 0.0


@compiled
def read_pairs(w: World, worker: Record, total: float, known: float) -> tuple[float, float]:
    """Knowing, urgency and soil between a worker and each professional; returns both sums with theirs."""
    first, past = pairs_of(worker)
    for k in range(first, past):
        fetch_soil(w.pairs, k + PAIRS_AHEAD)
        pair, professional = w.pairs[k], w.professionals[k - worker.pairs_from]
        pair.knowing = 0.25 * (
            pair.worker_knows_offer
            + pair.worker_knows_face
            + pair.professional_knows_offer
            + pair.professional_knows_face
        )
        pair.urgency = 0.5 * (worker.urgency_now + professional.urgency_now)
        soil = soil_between(worker, professional, pair)
        total += soil
        known += pair.knowing
        w.soils[k] = soil if may_start(pair, w.together[k]) else NO_START
    return total, known


@compiled
def read_gaps(w: World, worker: Record) -> None:
    """The gap in vision between a worker and each professional."""
    first, past = pairs_of(worker)
    for k in range(first, past):
        w.pairs[k].gap = vision_gap(worker, w.professionals[k - worker.pairs_from])


@compiled
def read_drives(w: World) -> None:
    """Every actor's goodwill, urgency and drive."""
    for i in range(len(w.workers)):
        worker = w.workers[i]
        worker.goodwill_now = goodwill_of_worker(worker)
        worker.urgency_now = urgency_of(w, worker)
        worker.drive_now = drive_of(w, worker)
    for j in range(len(w.professionals)):
        professional = w.professionals[j]
        professional.goodwill_now = goodwill_of_professional(professional)
        professional.urgency_now = urgency_of(w, professional)
        professional.drive_now = drive_of(w, professional)


@compiled
def drive_of(w: World, actor: Record) -> float:
    """How strongly one actor drives a start: a pioneer with courage, ready, not yet taken up elsewhere."""
    room = 1.0 - w.p[0].start_attention * actor.engaged
    return actor.pioneer * (0.3 + 0.7 * actor.courage) * readiness_of(w, actor) * room


@compiled
def may_start(pair: Record, together: int) -> bool:
    """Whether two who do not work together met, and know each other's face well enough to start something."""
    # In one comparison: which pairs these are cannot be foreseen, and a wrong guess costs more than to look.
    met = 1.0 * pair.contacts * (1.0 - together)
    return min(min(pair.worker_knows_face, pair.professional_knows_face), met) >= LEAST_FACE


@compiled
def trust_condition(worker: Record, professional: Record, pair: Record) -> float:
    """Condition 2: good images of each other's kind and belief in good intentions, not pair trust (§1.2)."""
    return 0.25 * (
        worker.goodwill_now + professional.goodwill_now + pair.interest_worker + pair.interest_professional
    )


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
    return soil_between(w.workers[pair.worker], w.professionals[pair.professional], pair)


@compiled
def soil_between(worker: Record, professional: Record, pair: Record) -> float:
    """The soil of a pair whose two are at hand."""
    return min(
        min(pair.knowing, trust_condition(worker, professional, pair)),
        min(urgency_condition(pair), vision_condition(pair)),
    )
