"""Phase 8, record, continued: measures of actors by side, domain, orientation, part and issue."""

from sim.arrays import Record
from sim.kernel import compiled
from sim.state import CARE, PREVENTIVE, YOUTH_CARE
from sim.world import World


@compiled
def record_sides(w: World, m: Record) -> None:
    """All of them."""
    record_professionals(w, m)
    record_workers(w, m)
    record_issues(w, m)
    for n in range(len(w.institutions)):
        m.formal_ties += w.institutions[n].ties / len(w.institutions)
        m.fit_of_offer += w.institutions[n].fit / len(w.institutions)


@compiled
def share_of(count: float) -> float:
    """What one of ``count`` adds to a mean; 0 where there are none."""
    return 1.0 / count if count > 0.0 else 0.0


@compiled
def record_professionals(w: World, m: Record) -> None:
    """Urgency by part and domain, and what professionals believe of workers."""
    preventive, youth, school = 0.0, 0.0, 0.0
    for j in range(len(w.professionals)):
        group = w.professionals[j].side_group
        preventive += 1.0 if group == PREVENTIVE else 0.0
        youth += 1.0 if group == YOUTH_CARE else 0.0
    n = 1.0 * len(w.professionals)
    school = n - preventive - youth
    one_p, one_y, one_s = share_of(preventive), share_of(youth), share_of(school)
    for j in range(len(w.professionals)):
        actor = w.professionals[j]
        m.belief_workers_uninterested += actor.image_uninterested / n
        m.belief_workers_rival += actor.image_rival / n
        m.belief_workers_doubt += actor.image_doubt / n
        if actor.side_group == PREVENTIVE:
            m.pressing_preventive += actor.pressing * one_p
            m.helps_preventive += actor.helps * one_p
            m.mine_preventive += actor.mine * one_p
        elif actor.side_group == YOUTH_CARE:
            m.pressing_youth_care += actor.pressing * one_y
            m.helps_youth_care += actor.helps * one_y
            m.mine_youth_care += actor.mine * one_y
        else:
            m.urgency_school += actor.urgency_now * one_s


@compiled
def record_workers(w: World, m: Record) -> None:
    """Urgency by part and orientation, and what workers believe of professionals."""
    alive, care = 0.0, 0.0
    for i in range(len(w.workers)):
        alive += w.workers[i].alive
        care += 1.0 if w.workers[i].alive > 0 and w.workers[i].side_group == CARE else 0.0
    one, one_c, one_e = share_of(alive), share_of(care), share_of(alive - care)
    for i in range(len(w.workers)):
        actor = w.workers[i]
        if actor.alive == 0:
            continue
        m.pressing_workers += actor.pressing * one
        m.helps_workers += actor.helps * one
        m.mine_workers += actor.mine * one
        m.belief_professionals_uninterested += actor.image_uninterested * one
        m.belief_professionals_institution += actor.image_institution * one
        m.belief_professionals_takes += actor.image_takes * one
        m.belief_professionals_uses += actor.image_uses * one
        m.belief_professionals_posture += actor.image_posture * one
        if actor.side_group == CARE:
            m.urgency_care += actor.urgency_now * one_c
        else:
            m.urgency_emancipation += actor.urgency_now * one_e


@compiled
def record_issues(w: World, m: Record) -> None:
    """Positions held on each issue by either side, and how far what is said lies from them."""
    alive = 0.0
    for i in range(len(w.workers)):
        alive += w.workers[i].alive
    whole = 1.0 / (alive + len(w.professionals))
    for j in range(len(w.professionals)):
        add_held_by_professional(m, w.professionals[j], 1.0 / len(w.professionals))
        add_said(m, w.professionals[j], whole)
    for i in range(len(w.workers)):
        if w.workers[i].alive > 0:
            add_held_by_worker(m, w.workers[i], share_of(alive))
            add_said(m, w.workers[i], whole)


@compiled
def add_held_by_professional(m: Record, actor: Record, one: float) -> None:
    """One actor's part in the mean positions of professionals."""
    m.held_who_runs_professionals += actor.position[0] * one
    m.held_who_changes_professionals += actor.position[1] * one
    m.held_bridge_task_professionals += actor.position[2] * one
    m.held_distance_professionals += actor.position[3] * one
    m.held_professional_role_professionals += actor.position[4] * one
    m.held_volunteer_role_professionals += actor.position[5] * one
    m.held_compensation_professionals += actor.position[6] * one
    m.held_expertise_professionals += actor.position[7] * one
    m.held_focus_professionals += actor.position[8] * one


@compiled
def add_held_by_worker(m: Record, actor: Record, one: float) -> None:
    """One actor's part in the mean positions of workers."""
    m.held_who_runs_workers += actor.position[0] * one
    m.held_who_changes_workers += actor.position[1] * one
    m.held_bridge_task_workers += actor.position[2] * one
    m.held_distance_workers += actor.position[3] * one
    m.held_professional_role_workers += actor.position[4] * one
    m.held_volunteer_role_workers += actor.position[5] * one
    m.held_compensation_workers += actor.position[6] * one
    m.held_expertise_workers += actor.position[7] * one
    m.held_focus_workers += actor.position[8] * one


@compiled
def add_said(m: Record, actor: Record, one: float) -> None:
    """One actor's part in the distance between said and held, per issue."""
    m.said_and_held_who_runs += abs(actor.expressed[0] - actor.position[0]) * one
    m.said_and_held_who_changes += abs(actor.expressed[1] - actor.position[1]) * one
    m.said_and_held_bridge_task += abs(actor.expressed[2] - actor.position[2]) * one
    m.said_and_held_distance += abs(actor.expressed[3] - actor.position[3]) * one
    m.said_and_held_professional_role += abs(actor.expressed[4] - actor.position[4]) * one
    m.said_and_held_volunteer_role += abs(actor.expressed[5] - actor.position[5]) * one
    m.said_and_held_compensation += abs(actor.expressed[6] - actor.position[6]) * one
    m.said_and_held_expertise += abs(actor.expressed[7] - actor.position[7]) * one
    m.said_and_held_focus += abs(actor.expressed[8] - actor.position[8]) * one
