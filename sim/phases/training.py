"""Training of informal workers and of intermediaries, and what stays of it (§2.2, §5.1, §6.1)."""

from sim.arrays import Record
from sim.kernel import compiled, seldom
from sim.levers import ORIENTATION_VIEW
from sim.phases.circle import give_hours
from sim.state import PREVENTIVE
from sim.world import World


@compiled
def train(w: World) -> None:
    """A week of training, where there is any, and the activity of those who were trained before."""
    for i in range(len(w.workers)):
        worker = w.workers[i]
        share = w.policies[ORIENTATION_VIEW + worker.side_group].worker_training
        if share > 0.0 and worker.alive > 0:
            train_worker(w, worker, i, share / 52.0)
    for c in range(len(w.communities)):
        w.communities[c].trained = 0.0
    reach = 0.0
    for s in range(len(w.self_organisations)):
        reach += w.self_organisations[s].reach
    for s in range(len(w.self_organisations)):
        organisation = w.self_organisations[s]
        learning = w.policies[ORIENTATION_VIEW + organisation.orientation].intermediary_training
        if learning > 0.0 or organisation.in_training > 0.0 or organisation.intermediaries > 0.0:
            train_intermediaries(w, organisation, learning, reach)


@seldom
def train_worker(w: World, worker: Record, i: int, year: float) -> None:
    """Part of a year of training: the offer gets known, and the appetite to advise oneself grows."""
    p = w.p[0]
    for j in range(worker.knows_from, worker.knows_to):
        if w.professionals[j].side_group == PREVENTIVE:
            pair = w.pairs[worker.pairs_from + j]
            pair.worker_knows_existence += p.training_offer * year * (1.0 - pair.worker_knows_existence)
            pair.worker_knows_offer += p.training_offer * year * (1.0 - pair.worker_knows_offer)
    worker.advises += p.training_advice * year * (1.0 - worker.advises)
    worker.ambition += 0.5 * p.training_advice * year * (1.0 - worker.ambition)


@seldom
def train_intermediaries(w: World, organisation: Record, learning: float, reach: float) -> None:
    """People in training become intermediaries; without guidance those trained fall silent."""
    p, policy = w.p[0], w.policies[ORIENTATION_VIEW + organisation.orientation]
    part = organisation.reach / reach if reach > 0.0 else 0.0
    organisation.in_training = learning * part
    organisation.intermediaries += organisation.in_training / p.intermediary_weeks
    guided = policy.coordination_after_training
    if organisation.in_training > 0.0:
        guided = max(guided, guide_trainees(w, organisation))
    organisation.active += p.intermediary_fading * (guided - organisation.active)
    if organisation.in_training > 0.0 and organisation.active < guided:
        organisation.active = guided
    community = w.communities[organisation.community]
    weight = p.intermediary_weight * organisation.intermediaries * organisation.active
    community.trained = min(1.0, community.trained + weight / max(1.0, community.families))


@compiled
def guide_trainees(w: World, organisation: Record) -> float:
    """Hours of the workers for those in training; returns the share that could be given."""
    given = 0.0
    wanted = w.p[0].intermediary_hours * organisation.in_training / organisation.staff
    for m in range(organisation.first, organisation.first + organisation.staff):
        if w.workers[m].alive > 0:
            given += give_hours(w.workers[m], wanted) / organisation.staff
    return given
