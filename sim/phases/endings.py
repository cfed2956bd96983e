"""How collaborations end: strain, a guide's exit, impatience, drift, departure (§6.3, §7.2)."""

from sim.draws import WITHDRAW, stream_key, uniform2
from sim.events import (
    CAUSE,
    KIND,
    SEED,
    TRUST_WORKER,
    WEEK,
    fall,
    note,
    note_pair,
    tell,
)
from sim.kernel import compiled
from sim.levers import WHOLE
from sim.mechanisms import approach, lasting
from sim.mechanisms import collaboration as rules
from sim.registry import rule_number
from sim.state import FROM_OUTSIDE, ON_LOCATION
from sim.world import World

DESIGN, OWNERSHIP, MODEL_RULE = rule_number("design"), rule_number("ownership"), rule_number("model")
ANCHORING, OPEN = rule_number("anchoring"), rule_number("open_interest")
BY_STRAIN, WITH_GUIDE, BY_WITHDRAWAL, BY_DEPARTURE, BY_DRIFT = (
    KIND["ended_by_strain"],
    KIND["ended_with_guide"],
    KIND["ended_by_withdrawal"],
    KIND["ended_by_departure"],
    KIND["ended_by_drift"],
)
C_STRAIN, C_OWNERSHIP, C_LOYALTY, C_TRANSFERS = (
    CAUSE["strain"],
    CAUSE["ownership"],
    CAUSE["loyalty"],
    CAUSE["transfers"],
)


@compiled
def end_perhaps(w: World, k: int) -> None:
    """Strain, a guide's exit, an impatient manager or drifting may end it."""
    pair, c, p, on = w.pairs[k], w.collaborations[k], w.p[0], w.on[0]
    key = stream_key(w.clock[SEED], WITHDRAW, w.clock[WEEK])
    if c.strain >= p.strain_break:
        w.flow[0].ends_by_strain += 1.0
        finish(w, k, BY_STRAIN, DESIGN)
        return
    if on.ownership > 0 and c.guided > 0 and guide_is_gone(w, k):
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
    # Without an agreed way of working yet, or with one that brings few families, there is nothing to show.
    if on.model > 0 and (c.designed == 0 or c.model == ON_LOCATION):
        professional = w.professionals[pair.professional]
        cell = w.policies[professional.side_group * 2 + w.workers[pair.worker].side_group]
        # Targets shorten the time that there is, less so where the course is known to stay.
        targets = cell.target_pressure * (1.0 - p.stable_holds * cell.stable_course)
        horizon = professional.horizon * (1.0 - 0.5 * targets)
        impatience = min(1.0, max(0.0, (c.age - horizon) / 52.0)) * (1.0 - 0.8 * c.anchoring)
        _, withdraw = rules.model(0.0, 0.0, 0.0, impatience, c.transfers, p)
        if uniform2(key, k, 3) < note(w.activity, MODEL_RULE, withdraw):
            w.flow[0].ends_by_withdrawal += 1.0
            leave_unfollowed(w, k)
            finish(w, k, BY_WITHDRAWAL, MODEL_RULE)


@compiled
def guide_is_gone(w: World, k: int) -> bool:
    """Whether who guided has left, and it shows: one from outside goes, the district's is paid for no more.

    A guide who has others to see as well, and comes back to these later, has not gone.
    """
    pair, c = w.pairs[k], w.collaborations[k]
    if pair.guide > 0.0 or c.guidance >= 0.03:
        return False
    return c.guided == FROM_OUTSIDE or w.policies[WHOLE].guide_hours <= 0.0


@compiled
def leave_unfollowed(w: World, k: int) -> None:
    """To the worker a withdrawal is interest that was not followed up (§3.3, §6.4)."""
    if w.on[0].open_interest == 0:
        return
    pair = w.pairs[k]
    _, _, lost = approach.open_interest(0.0, 0.0, 1.0, w.p[0])
    term = note_pair(w.activity, w.log, w.clock, pair, k, TRUST_WORKER, OPEN, lost)
    pair.trust_worker_down += fall(term)


@compiled
def finish(w: World, k: int, kind: int, rule: int) -> None:
    """A collaboration ends; it is told with what stood at its end."""
    pair, c = w.pairs[k], w.collaborations[k]
    c.alive, w.together[k] = 0, 0
    w.flow[0].ends += 1.0
    tell(
        w.log,
        w.clock,
        kind,
        rule,
        pair.professional,
        pair.worker,
        C_STRAIN,
        c.strain,
        C_OWNERSHIP,
        c.ownership,
        C_LOYALTY,
        c.loyalty,
        C_TRANSFERS,
        c.transfers,
    )


@compiled
def leave(w: World, k: int, u: float) -> None:
    """One of the partners is gone: only what is anchored may survive."""
    if w.together[k] == 0:
        return
    survives = 0.0
    if w.on[0].anchoring > 0:
        _, survives, _ = lasting.anchoring(0.0, 0.0, w.collaborations[k].anchoring, 0.0, w.p[0])
        note(w.activity, ANCHORING, survives)
    if u >= survives:
        w.flow[0].ends_by_departure += 1.0
        finish(w, k, BY_DEPARTURE, ANCHORING)
