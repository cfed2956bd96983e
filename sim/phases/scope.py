"""What institutions count as their task, and how rigid their managers keep them (§1.3)."""

from sim.arrays import Record
from sim.events import note
from sim.kernel import compiled
from sim.levers import DOMAIN_VIEW
from sim.mechanisms import managing
from sim.registry import rule_number
from sim.state import MANAGER
from sim.world import World

SCOPE, ADAPTIVE = rule_number("task_scope"), rule_number("adaptive_manager")


@compiled
def adapt_institutions(w: World) -> None:
    """Institutions take up the scope of tasks that is asked, and managers adapt how rigid they are."""
    p = w.p[0]
    for n in range(len(w.institutions)):
        institution = w.institutions[n]
        policy = w.policies[DOMAIN_VIEW + institution.domain]
        if w.on[0].task_scope > 0:
            asked = p.start_task_scope + (1.0 - p.start_task_scope) * policy.task_breadth
            institution.task_scope += p.task_pace * (asked - institution.task_scope)
        if w.on[0].adaptive_manager > 0:
            adapt(w, institution, policy.bind_interest)


@compiled
def adapt(w: World, institution: Record, bound: float) -> None:
    """The managers of one institution, all together, change its rigidity."""
    rank, fear, managers = 0.0, 0.0, 0.0
    for j in range(institution.first, institution.first + institution.staff):
        if w.professionals[j].role == MANAGER:
            rank += w.professionals[j].goal_rank
            fear += w.professionals[j].fear_domain
            managers += 1.0
    if managers == 0.0:
        return
    working = min(1.0, institution.partners / managers)
    change = managing.adaptive_manager(
        rank / managers,
        fear / managers,
        bound,
        working,
        institution.rigidity,
        institution.rigidity_rest,
        w.p[0],
    )
    institution.rigidity = min(1.0, max(0.0, institution.rigidity + note(w.activity, ADAPTIVE, change)))


@compiled
def pressure_on(w: World, professional: Record) -> float:
    """Pressure of targets as it is left by the scope of tasks."""
    targets = w.policies[DOMAIN_VIEW + professional.side_group].target_pressure
    if w.on[0].task_scope == 0:
        return targets
    scope = w.institutions[professional.institution].task_scope
    left, _, _, _ = managing.task_scope(scope, targets, 0.0, 0.0, w.p[0])
    note(w.activity, SCOPE, targets - left)
    return left


@compiled
def freed_hours(w: World, professional: Record) -> float:
    """Hours for collaboration that the scope of tasks sets free."""
    if w.on[0].task_scope == 0:
        return 0.0
    scope = w.institutions[professional.institution].task_scope
    _, hours, _, _ = managing.task_scope(scope, 0.0, 0.0, 0.0, w.p[0])
    return note(w.activity, SCOPE, hours)


@compiled
def broaden(w: World, professional: Record, institution: Record) -> None:
    """Broadened tasks train what they ask."""
    if w.on[0].task_scope == 0:
        return
    _, _, skill, narrowness = managing.task_scope(
        institution.task_scope, 0.0, professional.skill, professional.narrowness, w.p[0]
    )
    professional.skill = min(1.0, professional.skill + note(w.activity, SCOPE, skill))
    professional.narrowness = max(0.0, professional.narrowness + narrowness)
