"""Who leaves and who comes: staff turnover, worn-out volunteers, newcomers (§1.2, §6.1)."""

from sim.arrays import Record
from sim.draws import ACTOR, EXIT, NEWCOMER, TURNOVER, WORKER_ACTOR, stream_key, uniform, uniform2
from sim.events import (
    CAUSE,
    INTEREST_PROFESSIONAL,
    INTEREST_WORKER,
    KIND,
    SEED,
    TRUST_PROFESSIONAL,
    TRUST_WORKER,
    WEEK,
    note,
    note_pair,
    tell,
)
from sim.kernel import compiled
from sim.levers import DOMAIN_VIEW
from sim.mechanisms import acquaintance, load
from sim.phases.credit import forget
from sim.phases.departures import families_of, hangs_on, memory_gone, take_along
from sim.phases.endings import leave
from sim.phases.support import hire_diverse
from sim.population import (
    make_professional,
    make_worker,
    renew_professional_side,
    renew_worker_side,
)
from sim.registry import rule_number
from sim.state import MANAGER
from sim.world import World

UPKEEP = rule_number("upkeep")
HOURS = rule_number("hours")
STOPPED, ARRIVED, LEFT = KIND["worker_stopped"], KIND["worker_arrived"], KIND["professional_left"]
C_MEMORY = CAUSE["memory"]
C_ENERGY, C_DISAPPOINTMENT, C_OVERLOAD = CAUSE["energy"], CAUSE["disappointment"], CAUSE["overload"]


@compiled
def leave_and_come(w: World) -> None:
    """Staff turns over, worn-out volunteers stop, and others take their places."""
    seed, week, p = w.clock[SEED], w.clock[WEEK], w.p[0]
    turnover, exits = stream_key(seed, TURNOVER, week), stream_key(seed, EXIT, week)
    for j in range(len(w.professionals)):
        rate = w.institutions[w.professionals[j].institution].turnover / 52.0
        upheaval = w.policies[DOMAIN_VIEW + w.professionals[j].side_group].reorganisation
        rate *= 1.0 + p.reorganise_turnover * upheaval
        if uniform(turnover, j) < rate or w.professionals[j].leaves > 0:
            replace_professional(w, j)
    for i in range(len(w.workers)):
        worker = w.workers[i]
        if worker.alive == 0:
            worker.absent -= 1
            if worker.absent <= 0:
                replace_worker(w, i)
        elif w.on[0].hours > 0 or worker.leaves > 0:
            stop = 0.0
            if w.on[0].hours > 0:
                _, stop, _ = load.hours(worker.overload, worker.energy, worker.disappointment, 0.0, p)
                note(w.activity, HOURS, stop)
            if uniform(exits, i) < stop or worker.leaves > 0:
                stop_worker(w, i)


@compiled
def replace_professional(w: World, j: int) -> None:
    """A professional leaves; someone new comes, and the face is gone."""
    professional, p, seed = w.professionals[j], w.p[0], w.clock[SEED]
    generation = professional.generation + 1
    institution = w.institutions[professional.institution]
    dependence, weeks = hangs_on(institution), 1.0 * professional.weeks_in_post
    institution.gone = min(1.0, institution.gone + 1.0 / institution.staff)
    if professional.role == MANAGER:
        forget(w, institution)
    make_professional(
        professional,
        institution,
        professional.institution,
        j,
        j - institution.first,
        p,
        len(w.communities),
        stream_key(seed, ACTOR, generation),
    )
    professional.generation, professional.weeks_in_post = generation, 0
    hire_diverse(w, j)
    gone = memory_gone(w, dependence, weeks)
    tell(w.log, w.clock, LEFT, UPKEEP, j, 0, C_MEMORY, gone, 0, 0.0, 0, 0.0, 0, 0.0)
    key, parting = stream_key(seed, NEWCOMER, w.clock[WEEK]), stream_key(seed, TURNOVER, w.clock[WEEK])
    professional.leaves = 0
    for i in range(professional.knows_from, professional.knows_to):
        k = w.workers[i].pairs_from + j
        pair = w.pairs[k]
        lose_face(w, pair)
        leave(w, k, uniform2(parting, j, i))
        take_along(w, k, dependence, weeks, False)
        if w.on[0].upkeep > 0:
            trusted, seen = pair.trust_professional, pair.interest_professional
            renew_professional_side(pair, w.workers[i], professional, i * 100_003 + j, p, key)
            note_pair(
                w.activity,
                w.log,
                w.clock,
                pair,
                k,
                TRUST_PROFESSIONAL,
                UPKEEP,
                pair.trust_professional - trusted,
            )
            note_pair(
                w.activity,
                w.log,
                w.clock,
                pair,
                k,
                INTEREST_PROFESSIONAL,
                UPKEEP,
                pair.interest_professional - seen,
            )
        pair.owed_professional, pair.coldness = 0.0, 0.0
        w.workers[i].callers = max(0, w.workers[i].callers - pair.caller)
        pair.caller, pair.served = 0, 0.0
        pair.waiting = 0.0


@compiled
def lose_face(w: World, pair: Record) -> None:
    """Whoever leaves takes the face along, on both sides."""
    if w.on[0].upkeep == 0:
        return
    pair.worker_knows_face -= note(
        w.activity, UPKEEP, acquaintance.upkeep(pair.worker_knows_face, 0, 1, w.p[0])
    )
    pair.professional_knows_face -= note(
        w.activity, UPKEEP, acquaintance.upkeep(pair.professional_knows_face, 0, 1, w.p[0])
    )


@compiled
def stop_worker(w: World, i: int) -> None:
    """A worn-out volunteer stops; the place is empty for a while."""
    worker = w.workers[i]
    dependence = w.self_organisations[worker.self_organisation].key_figure
    weeks = 1.0 * worker.weeks_in_post
    tell(
        w.log,
        w.clock,
        STOPPED,
        HOURS,
        i,
        0,
        C_ENERGY,
        worker.energy,
        C_DISAPPOINTMENT,
        worker.disappointment,
        C_OVERLOAD,
        worker.overload,
        C_MEMORY,
        memory_gone(w, dependence, weeks),
    )
    worker.alive, worker.absent, worker.leaves = 0, int(w.p[0].volunteer_return), 0
    w.flow[0].volunteer_exits += 1.0
    parting = stream_key(w.clock[SEED], EXIT, w.clock[WEEK])
    for j in range(worker.knows_from, worker.knows_to):
        k = worker.pairs_from + j
        lose_face(w, w.pairs[k])
        leave(w, k, uniform2(parting, i, j))
        take_along(w, k, dependence, weeks, True)
    families_of(w, i, dependence, weeks)


@compiled
def replace_worker(w: World, i: int) -> None:
    """Someone new takes a stopped volunteer's place."""
    worker, p, seed = w.workers[i], w.p[0], w.clock[SEED]
    generation = worker.generation + 1
    organisation = w.self_organisations[worker.self_organisation]
    key = stream_key(seed, WORKER_ACTOR, generation)
    make_worker(worker, organisation, worker.self_organisation, i, p, key)
    worker.generation, worker.weeks_in_post = generation, 0
    worker.callers, worker.burned, worker.paid = 0, 0.0, organisation.payer
    tell(w.log, w.clock, ARRIVED, HOURS, i, 0, 0, 0.0, 0, 0.0, 0, 0.0, 0, 0.0)
    key = stream_key(seed, NEWCOMER, w.clock[WEEK])
    for j in range(worker.knows_from, worker.knows_to):
        k = worker.pairs_from + j
        pair = w.pairs[k]
        if w.on[0].upkeep > 0:
            trusted, seen = pair.trust_worker, pair.interest_worker
            renew_worker_side(pair, worker, w.professionals[j], i * 100_003 + j, p, key)
            note_pair(w.activity, w.log, w.clock, pair, k, TRUST_WORKER, UPKEEP, pair.trust_worker - trusted)
            note_pair(
                w.activity, w.log, w.clock, pair, k, INTEREST_WORKER, UPKEEP, pair.interest_worker - seen
            )
        pair.owed_worker = 0.0
        pair.caller, pair.served = 0, 0.0
