"""Getting to know each other: what a contact teaches, what fades, and what being listed does (§3.1)."""

from sim.arrays import Record
from sim.events import (
    CAUSE,
    KIND,
    TRUST_WORKER,
    fall,
    note,
    note_pair,
    tell,
)
from sim.kernel import PAIRS_AHEAD, compiled, fetch_fading, fetch_listed, seldom
from sim.levers import WHOLE
from sim.mechanisms import acquaintance, approach
from sim.registry import rule_number
from sim.world import World

LAYERS, UPKEEP, CHANNEL = rule_number("layers"), rule_number("upkeep"), rule_number("channel")
OPEN = rule_number("open_interest")
UNFOLLOWED = KIND["interest_unfollowed"]
C_TERM = CAUSE["term"]


@compiled
def fade(w: World) -> None:
    """Knowledge fades without meeting; a list makes existence known; interest waits for follow-up."""
    show(w)
    p, wearing, counting = w.p[0], w.on[0].upkeep > 0, len(w.activity) > 0
    kept, kept_longer, lost = 1.0 - p.memory_fading, 1.0 - 0.25 * p.memory_fading, 0.0
    for k in range(len(w.pairs)):
        fetch_fading(w.pairs, k + PAIRS_AHEAD)
        pair = w.pairs[k]
        pair.weeks_apart = min(520, pair.weeks_apart + 1)
        # To look whether there is anything to fade takes longer than to let it fade.
        pair.met = 0.0
        pair.coldness *= kept
        pair.attributed *= kept
        pair.mediated *= kept
        pair.owed_worker *= kept_longer
        pair.owed_professional *= kept_longer
        pair.served *= kept
        pair.waiting *= kept
        if wearing and pair.weeks_apart > p.upkeep_grace:
            if counting:
                lost += lost_by(pair, p)
            lose(pair, p)
        if pair.credit > 0.0:
            wait(w, k)
    note(w.activity, UPKEEP, lost)


@compiled
def show(w: World) -> None:
    """Who stands on a list is known to exist; a profile tells what a worker offers."""
    p, listed, profile = w.p[0], w.policies[WHOLE].map_coverage, w.policies[WHOLE].profile_help
    if w.on[0].layers == 0 or max(listed, profile) <= 0.0:
        return
    for k in range(len(w.pairs)):
        fetch_listed(w.pairs, k + PAIRS_AHEAD)
        pair = w.pairs[k]
        if listed > 0.0:
            be_listed(w, pair, listed)
        if profile > 0.0:
            learnt = min(1.0, p.profile_offer * profile) * pair.professional_knows_existence
            pair.professional_knows_offer += learnt * (1.0 - pair.professional_knows_offer)


@seldom
def wait(w: World, k: int) -> None:
    """Interest that was shown waits a week more, or no longer."""
    pair = w.pairs[k]
    pair.credit = max(0.0, pair.credit - 1.0)
    if pair.credit <= 0.0:
        break_interest(w, k)


@compiled
def losses(pair: Record, p: Record) -> tuple[float, float, float, float]:
    """What a pair that does not meet loses: face and offer, the worker's first."""
    apart = pair.weeks_apart
    return (
        acquaintance.upkeep(pair.worker_knows_face, apart, 0, p),
        acquaintance.upkeep(pair.worker_knows_offer, apart, 0, p),
        acquaintance.upkeep(pair.professional_knows_face, apart, 0, p),
        acquaintance.upkeep(pair.professional_knows_offer, apart, 0, p),
    )


@compiled
def lose(pair: Record, p: Record) -> None:
    """Faces and offers fade on both sides of a pair that does not meet."""
    worker_face, worker_offer, professional_face, professional_offer = losses(pair, p)
    pair.worker_knows_face -= worker_face
    pair.worker_knows_offer -= worker_offer
    pair.professional_knows_face -= professional_face
    pair.professional_knows_offer -= professional_offer


@seldom
def lost_by(pair: Record, p: Record) -> float:
    """How much a pair loses in this way."""
    worker_face, worker_offer, professional_face, professional_offer = losses(pair, p)
    return worker_face + worker_offer + professional_face + professional_offer


@compiled
def learn(w: World, pair: Record, weight: float) -> None:
    """Both sides learn from a contact of this weight."""
    existence, offer, face = acquaintance.layers(
        pair.worker_knows_existence, pair.worker_knows_offer, pair.worker_knows_face, weight, 0.0, w.p[0]
    )
    pair.worker_knows_existence = min(1.0, pair.worker_knows_existence + note(w.activity, LAYERS, existence))
    pair.worker_knows_offer = min(1.0, pair.worker_knows_offer + offer)
    pair.worker_knows_face = min(1.0, pair.worker_knows_face + face)
    existence, offer, face = acquaintance.layers(
        pair.professional_knows_existence,
        pair.professional_knows_offer,
        pair.professional_knows_face,
        weight,
        0.0,
        w.p[0],
    )
    pair.professional_knows_existence = min(
        1.0, pair.professional_knows_existence + note(w.activity, LAYERS, existence)
    )
    pair.professional_knows_offer = min(1.0, pair.professional_knows_offer + offer)
    pair.professional_knows_face = min(1.0, pair.professional_knows_face + face)


@compiled
def be_listed(w: World, pair: Record, listed: float) -> None:
    """A list makes known that the other exists."""
    pair.worker_knows_existence = read_of(w, pair.worker_knows_existence, listed)
    pair.professional_knows_existence = read_of(w, pair.professional_knows_existence, listed)


@compiled
def read_of(w: World, known: float, listed: float) -> float:
    """How far one side knows that the other exists, once that stands on a list."""
    existence, _, _ = acquaintance.layers(known, 0.0, 0.0, 0.0, listed, w.p[0])
    return min(1.0, known + note(w.activity, LAYERS, existence))


@compiled
def contact(w: World, pair: Record, kind: int) -> float:
    """The weight of one contact by its channel; both sides learn from it and have met."""
    face = min(pair.worker_knows_face, pair.professional_knows_face)
    weight = w.p[0].channel_phone
    if w.on[0].channel > 0:
        weight = note(w.activity, CHANNEL, acquaintance.channel(kind, face, w.p[0]))
    if w.on[0].layers > 0:
        learn(w, pair, weight)
    pair.met = min(1.0, pair.met + weight)
    pair.weeks_apart = 0
    pair.contacts += 1
    return weight


@compiled
def break_interest(w: World, k: int) -> None:
    """Interest that was shown and not followed up turns against the one who showed it."""
    pair = w.pairs[k]
    if w.on[0].open_interest == 0:
        return
    worker = w.workers[pair.worker]
    _, _, broken = approach.open_interest(0.0, 0.0, 1.0, w.p[0])
    term = note_pair(w.activity, w.log, w.clock, pair, k, TRUST_WORKER, OPEN, broken)
    pair.trust_worker_down += fall(term)
    worker.image_takes += 0.5 * fall(term) * (1.0 - worker.image_takes)
    tell(
        w.log, w.clock, UNFOLLOWED, OPEN, pair.professional, pair.worker, C_TERM, term, 0, 0.0, 0, 0.0, 0, 0.0
    )
