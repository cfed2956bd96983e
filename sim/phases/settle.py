"""Phase 7, settle: every stock takes the terms of its week, in one place; people leave and come."""

from sim.arrays import Record
from sim.events import (
    BOUNDS,
    CAUSE,
    EXPLICIT,
    INTEREST_PROFESSIONAL,
    INTEREST_WORKER,
    STORY,
    TELLING,
    TERM,
    TRUST_PROFESSIONAL,
    TRUST_WORKER,
    note_pair,
    tell,
)
from sim.households import household
from sim.kernel import PAIRS_AHEAD, compiled, fetch_moved
from sim.mechanisms import forms
from sim.phases.scope import adapt_institutions
from sim.phases.stocks import look_around, pair_stocks, professional_stocks, worker_stocks
from sim.phases.turnover import leave_and_come
from sim.phases.working import pairs_of
from sim.registry import rule_number
from sim.state import AT_WORKER, NOWHERE
from sim.world import World

PAIR, C_TERM = rule_number("pair"), CAUSE["term"]


@compiled
def settle(w: World) -> None:
    """Move what people carry, then apply all of the week's terms, then see who leaves and who comes."""
    look_around(w)
    move_pairs(w)
    for j in range(len(w.professionals)):
        professional_stocks(w, j)
    for i in range(len(w.workers)):
        worker_stocks(w, i)
    adapt_institutions(w)
    apply_terms(w)
    leave_and_come(w)


@compiled
def move_pairs(w: World) -> None:
    """What moves every pair by itself; the pair is settled at once, but where every term is told in its turn.

    Nothing else that settles asks for the stocks of a pair.
    """
    silent = w.clock[TELLING] == 0
    for i in range(len(w.workers)):
        worker = w.workers[i]
        first, past = pairs_of(worker)
        for k in range(first, past):
            fetch_moved(w.pairs, k + PAIRS_AHEAD)
            pair = w.pairs[k]
            if pair.contacts > 0:
                pair_stocks(w, worker, w.professionals[k - worker.pairs_from], k)
            if silent and (pair.moved > 0 or pair.met > 0.0):
                settle_pair(w, k)


@compiled
def bounded(value: float, up: float, down: float) -> float:
    """A stock after its week, within 0 and 1."""
    return min(1.0, max(0.0, value + up - down))


@compiled
def apply_terms(w: World) -> None:
    """The one place where stocks change: what was collected is applied, bounded, and the sums start anew."""
    if w.clock[TELLING] > 0:
        for k in range(len(w.pairs)):
            if w.pairs[k].moved > 0 or w.pairs[k].met > 0.0:
                settle_pair(w, k)
    for j in range(len(w.professionals)):
        actor = w.professionals[j]
        settle_actor(actor)
        actor.posture = bounded(actor.posture, actor.posture_up, actor.posture_down)
        actor.posture_up, actor.posture_down = 0.0, 0.0
    for i in range(len(w.workers)):
        actor = w.workers[i]
        settle_actor(actor)
        actor.standing = bounded(actor.standing, actor.standing_up, actor.standing_down)
        actor.energy = bounded(actor.energy, actor.energy_up, actor.energy_down)
        actor.disappointment = bounded(
            actor.disappointment, actor.disappointment_up, actor.disappointment_down
        )
        actor.standing_up, actor.standing_down, actor.energy_up, actor.energy_down = 0.0, 0.0, 0.0, 0.0
        actor.disappointment_up, actor.disappointment_down = 0.0, 0.0
    for s in range(len(w.self_organisations)):
        organisation = w.self_organisations[s]
        organisation.irritation = bounded(
            organisation.irritation, organisation.irritation_up, organisation.irritation_down
        )
        if organisation.on_location == 0:
            organisation.irritation *= 0.98
        organisation.irritation_up, organisation.irritation_down = 0.0, 0.0
        organisation.safety = bounded(organisation.safety, organisation.safety_up, organisation.safety_down)
        organisation.safety_up, organisation.safety_down = 0.0, 0.0
    for c in range(len(w.communities)):
        community = w.communities[c]
        community.story_preventive = bounded(
            community.story_preventive, community.story_preventive_up, community.story_preventive_down
        )
        community.story_youth_care = bounded(
            community.story_youth_care, community.story_youth_care_up, community.story_youth_care_down
        )
        community.shared = bounded(community.shared, community.shared_up, community.shared_down)
        community.defence = bounded(community.defence, community.defence_up, community.defence_down)
        community.shared_up, community.shared_down = 0.0, 0.0
        community.defence_up, community.defence_down = 0.0, 0.0
        community.story_preventive_up, community.story_preventive_down = 0.0, 0.0
        community.story_youth_care_up, community.story_youth_care_down = 0.0, 0.0
    for b in range(len(w.boroughs)):
        # Where nothing comes between, families are settled when they are helped and counted.
        if w.boroughs[b].counted == 0:
            for i in range(max(0, w.boroughs[b].parents_from), w.boroughs[b].parents_to):
                settle_parent(w, household(w, i))


@compiled
def settle_parent(w: World, parent: Record) -> None:
    """A family's need after its week; a question that ends without services was eased in the own circle."""
    before, up, down = parent.need, parent.need_up, parent.need_down
    # Most families' week moved nothing: what is not written need not go back to memory.
    if up + down > 0.0:
        parent.need_up, parent.need_down = 0.0, 0.0
    if before <= 0.0:
        return
    parent.need = bounded(before, up, down)
    if parent.need < 0.03 and before > 0.0:
        if parent.help == AT_WORKER or (parent.help == NOWHERE and parent.self_organisation >= 0):
            w.flow[0].eased_in_own_circle += 1.0
        if parent.help == AT_WORKER:
            parent.help, parent.weeks_in_help = NOWHERE, 0
        parent.need, parent.kept = 0.0, 0


@compiled
def settle_pair(w: World, k: int) -> None:
    """Trust, interest seen, explicitness and story of a pair after its week."""
    pair = w.pairs[k]
    pair.trust_worker = settle_trust(
        w, k, TRUST_WORKER, pair.trust_worker, pair.trust_worker_up, pair.trust_worker_down
    )
    pair.trust_professional = settle_trust(
        w,
        k,
        TRUST_PROFESSIONAL,
        pair.trust_professional,
        pair.trust_professional_up,
        pair.trust_professional_down,
    )
    pair.interest_worker = settle_stock(
        w, k, INTEREST_WORKER, pair.interest_worker, pair.interest_worker_up, pair.interest_worker_down
    )
    pair.interest_professional = settle_stock(
        w,
        k,
        INTEREST_PROFESSIONAL,
        pair.interest_professional,
        pair.interest_professional_up,
        pair.interest_professional_down,
    )
    pair.explicit = settle_stock(w, k, EXPLICIT, pair.explicit, pair.explicit_up, pair.explicit_down)
    pair.story = settle_stock(w, k, STORY, pair.story, pair.story_up, pair.story_down)
    pair.trust_worker_up, pair.trust_worker_down = 0.0, 0.0
    pair.trust_professional_up, pair.trust_professional_down = 0.0, 0.0
    pair.interest_worker_up, pair.interest_worker_down = 0.0, 0.0
    pair.interest_professional_up, pair.interest_professional_down = 0.0, 0.0
    pair.explicit_up, pair.explicit_down, pair.story_up, pair.story_down = 0.0, 0.0, 0.0, 0.0
    pair.moved = 0


@compiled
def settle_stock(w: World, k: int, stock: int, before: float, up: float, down: float) -> float:
    """A stock of a pair after its week; what its bounds cut off is a term of no rule."""
    after = bounded(before, up, down)
    if w.pairs[k].traced > 0 and (after <= 0.0 or after >= 1.0):
        cut = (after - before) - (up - down)
        if cut != 0.0:
            tell(w.log, w.clock, TERM, BOUNDS, k, stock, C_TERM, cut, 0, 0.0, 0, 0.0, 0, 0.0)
    return after


@compiled
def settle_trust(w: World, k: int, stock: int, before: float, up: float, down: float) -> float:
    """Trust after the week: the pair rule weighs what lifted and what hurt; the log gets its correction."""
    pair = w.pairs[k]
    if pair.met <= 0.0 and up == 0.0 and down == 0.0:
        return before
    if w.on[0].pair == 0:
        return settle_stock(w, k, stock, before, up, down)
    change = forms.trust_change(w.rivals[0].trust, before, pair.met, up, down, w.p[0])
    after = min(1.0, max(0.0, before + change))
    note_pair(w.activity, w.log, w.clock, pair, k, stock, PAIR, (after - before) - (up - down))
    return after


@compiled
def settle_actor(actor: Record) -> None:
    """The stocks that both kinds of actors carry."""
    actor.pressing = bounded(actor.pressing, actor.pressing_up, actor.pressing_down)
    actor.helps = bounded(actor.helps, actor.helps_up, actor.helps_down)
    actor.mine = bounded(actor.mine, actor.mine_up, actor.mine_down)
    actor.courage = bounded(actor.courage, actor.courage_up, actor.courage_down)
    actor.trust_district = bounded(actor.trust_district, actor.trust_district_up, actor.trust_district_down)
    actor.pressing_up, actor.pressing_down, actor.helps_up, actor.helps_down = 0.0, 0.0, 0.0, 0.0
    actor.mine_up, actor.mine_down, actor.courage_up, actor.courage_down = 0.0, 0.0, 0.0, 0.0
    actor.trust_district_up, actor.trust_district_down = 0.0, 0.0
