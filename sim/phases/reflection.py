"""Phase 3, reflection: talk about working together moves positions, official stories words (§6.2, §7.3)."""

from sim.arrays import Record
from sim.draws import GUIDE, stream_key, uniform
from sim.events import (
    EXPLICIT,
    INTEREST_PROFESSIONAL,
    INTEREST_WORKER,
    SEED,
    STORY,
    WEEK,
    fall,
    note,
    note_pair,
    rise,
)
from sim.kernel import PAIRS_AHEAD, compiled, fetch_start
from sim.levers import DOMAIN_VIEW, GUIDING, ORIENTATION_VIEW, WHOLE
from sim.mechanisms import forms, municipality, vision
from sim.phases.collaborate import design, own
from sim.phases.support import mediate
from sim.registry import rule_number
from sim.state import BY_DISTRICT, COMPENSATION, FROM_OUTSIDE, N_ISSUES
from sim.world import World

REFLECTION, NARRATIVE, BLOCKED = (
    rule_number("guided_reflection"),
    rule_number("official_narrative"),
    rule_number("blocked_role"),
)
UNGUIDED_HOURS = 0.15


@compiled
def reflect(w: World) -> None:
    """Guided sessions where there are hours for them, a little talk elsewhere, and the official story."""
    for i in range(len(w.professionals)):
        w.professionals[i].joint = 0.0
    for i in range(len(w.workers)):
        w.workers[i].joint = 0.0
    guide_sessions(w)
    mediate(w)
    talk(w)
    tell_official_story(w)


@compiled
def may_reflect(w: World, k: int) -> bool:
    """Whether a pair can sit down together: it collaborates, or knows each other's face well enough."""
    pair = w.pairs[k]
    if w.workers[pair.worker].alive == 0:
        return False
    if w.together[k] > 0:
        return w.collaborations[k].dropped == 0
    return min(pair.worker_knows_face, pair.professional_knows_face) > 0.35


@compiled
def guide_sessions(w: World) -> None:
    """Share the guide's hours by lottery over the pairs that can use them; hours left are carried."""
    d, p = w.district[0], w.p[0]
    d.guide_given = 0.0
    for n in range(w.working[0]):
        c = w.collaborations[w.working[n + 1]]
        if c.alive > 0:
            c.guidance *= 0.7
    keep_hours(w)
    if d.holiday > 0 or (d.guide_left < p.guide_session and d.outside_guides == 0):
        return
    waiting = 0
    for k in range(len(w.pairs)):
        fetch_start(w.pairs, k + PAIRS_AHEAD)
        if may_reflect(w, k):
            waiting += 3 if w.together[k] > 0 else 1
    if waiting == 0 and d.outside_guides == 0:
        return
    share = d.guide_left / p.guide_session / max(1, waiting)
    key = stream_key(w.clock[SEED], GUIDE, w.clock[WEEK])
    for k in range(len(w.pairs)):
        own = d.outside_guides > 0 and guided_from_outside(w, k)
        drawn = not own and d.guide_left >= p.guide_session
        # Few draw a session, so who may reflect is asked of those alone.
        drawn = drawn and uniform(key, k) < share * (3.0 if w.together[k] > 0 else 1.0) and may_reflect(w, k)
        if drawn:
            d.guide_left -= p.guide_session
            d.guide_given += p.guide_session
        if own or drawn:
            guided_session(w, k, FROM_OUTSIDE if own else BY_DISTRICT)


@compiled
def keep_hours(w: World) -> None:
    """Hours of the guide not used wait for eight weeks at most; what lapses was bought and is given back."""
    d = w.district[0]
    hours = w.policies[WHOLE].guide_hours * len(w.neighbourhoods)
    left = d.guide_left + hours
    d.guide_left = min(8.0 * hours, left)
    d.guide_lapsed = left - d.guide_left
    back = min(d.spent, min(d.guide_lapsed, d.guide_bought) * w.prices[GUIDING].price)
    d.spent -= back
    d.purpose[1] = max(0.0, d.purpose[1] - back)
    d.returned += back


@compiled
def guided_from_outside(w: World, k: int) -> bool:
    """Whether a guide from outside sits down with this pair this week."""
    pair = w.pairs[k]
    if pair.guide <= 0.0 or w.workers[pair.worker].alive == 0:
        return False
    pair.guide_due = min(1e4, pair.guide_due + pair.guide)
    if pair.guide_due < w.p[0].guide_session:
        return False
    pair.guide_due -= w.p[0].guide_session
    return True


@compiled
def guided_session(w: World, k: int, guide: int) -> None:
    """One guided session of one pair, by the district's guide or one from outside."""
    pair, collaboration = w.pairs[k], w.collaborations[k]
    worker, professional = w.workers[pair.worker], w.professionals[pair.professional]
    pair.weeks_apart = 0
    pair.met = min(1.0, pair.met + 0.5)
    pair.credit, pair.waiting = 0.0, 0.0
    worker.joint, professional.joint = 1.0, 1.0
    hours = min(1.0, worker.hours)
    worker.spent += hours
    worker.asked += 1.0
    worker.hours -= hours
    if collaboration.alive > 0:
        collaboration.guidance, collaboration.guided = 1.0, guide
        collaboration.guide_hours += w.p[0].guide_session
        if collaboration.designed == 0:
            own(w, k, hours * w.p[0].guide_session)
            design(w, k, hours * w.p[0].guide_session)
    if w.on[0].guided_reflection > 0:
        reflect_together(w, k, w.p[0].guide_session, 1.0)


@compiled
def talk(w: World) -> None:
    """Partners talk a little about their collaboration by themselves."""
    if w.on[0].guided_reflection == 0:
        return
    for n in range(w.working[0]):
        k = w.working[n + 1]
        if w.collaborations[k].alive > 0 and w.collaborations[k].guidance < 0.9:
            hours, line = arranged_talk(w, k)
            reflect_together(w, k, UNGUIDED_HOURS + hours, line)


@compiled
def arranged_talk(w: World, k: int) -> tuple[float, float]:
    """Hours of talk in a steering group, in applying together, and about roles; share of it that is led."""
    pair, p, week = w.pairs[k], w.p[0], w.clock[WEEK]
    worker, professional = w.workers[pair.worker], w.professionals[pair.professional]
    cell = w.policies[professional.side_group * 2 + worker.side_group]
    organisation = w.self_organisations[worker.self_organisation]
    asked = p.steering_hours * cell.steering if (week + pair.worker) % 4 == 0 else 0.0
    if organisation.grant_weeks > 0.0 and organisation.grant_weeks <= p.apply_weeks:
        asked += p.apply_hours * cell.joint_application
    about_roles = p.role_line_hours * cell.role_line
    if asked + about_roles <= 0.0:
        return 0.0, 0.0
    worker.asked += asked
    hours = max(0.0, min(asked, min(worker.hours, professional.hours)))
    worker.hours -= hours
    worker.spent += hours
    professional.hours = max(0.0, professional.hours - hours)
    shared = hours / (hours + 1.0)
    worker.joint, professional.joint = max(worker.joint, shared), max(professional.joint, shared)
    talked = hours + about_roles
    return talked, about_roles / (UNGUIDED_HOURS + talked)


@compiled
def reflect_together(w: World, k: int, hours: float, guided: float) -> None:
    """Differences become explicit and both positions move on every issue; a shared story grows."""
    pair, p = w.pairs[k], w.p[0]
    worker, professional = w.workers[pair.worker], w.professionals[pair.professional]
    cell = w.policies[professional.side_group * 2 + worker.side_group]
    open_talk = 1.0
    if w.on[0].blocked_role > 0:
        open_talk, _, _ = municipality.blocked_role(cell.roles_allowed, p)
        note(w.activity, BLOCKED, 1.0 - open_talk)
    trust = min(pair.trust_worker, pair.trust_professional)
    open_worker, open_professional = 0.5, 1.0 - professional.narrowness
    moved, spoken = 0.0, 0.0
    # Where people say the official thing, what they differ on is not what is spoken out (section 7.3).
    frank = (1.0 - kept_in(worker)) * (1.0 - kept_in(professional))
    for issue in range(N_ISSUES):
        rising, own, other = forms.positions_move(
            w.rivals[0].positions,
            professional.position[issue],
            worker.position[issue],
            pair.explicit,
            trust,
            hours * open_talk,
            guided,
            open_professional,
            open_worker,
            p,
        )
        # What only a third party's money can settle stays open while nobody pays (section 6.1).
        if issue == COMPENSATION:
            paid = max(cell.projects * cell.money_structural, cell.compensation_paid)
            own, other = own * paid, other * paid
        professional.position[issue] = min(1.0, max(0.0, professional.position[issue] + own))
        worker.position[issue] = min(1.0, max(0.0, worker.position[issue] + other))
        moved += abs(own) + abs(other)
        spoken = rising * frank
    note(w.activity, REFLECTION, moved)
    pair.explicit_up += rise(note_pair(w.activity, w.log, w.clock, pair, k, EXPLICIT, REFLECTION, spoken))
    # All of the talk tells how much the other wants it, also where differences were spoken out before.
    heard, _, _ = vision.guided_reflection(0.0, 0.0, 0.0, trust, hours * open_talk, guided, 0.0, 0.0, p)
    learn_the_wish(w, k, heard)
    told = p.story_session * hours * guided * open_talk * pair.explicit * trust * (1.0 - pair.story)
    told += moved / N_ISSUES
    pair.story_up += note_pair(w.activity, w.log, w.clock, pair, k, STORY, REFLECTION, told)


@compiled
def kept_in(actor: Record) -> float:
    """How far what someone says is from what they hold: mean distance over the issues."""
    total = 0.0
    for issue in range(N_ISSUES):
        total += abs(actor.expressed[issue] - actor.position[issue])
    return total / N_ISSUES


@compiled
def learn_the_wish(w: World, k: int, heard: float) -> None:
    """Who talks openly about working together hears how much the other wants it (§3.4, §5.3)."""
    pair = w.pairs[k]
    worker, professional = w.workers[pair.worker], w.professionals[pair.professional]
    seen = heard * (0.5 * (professional.helps + professional.mine) - pair.interest_worker)
    seen = note_pair(w.activity, w.log, w.clock, pair, k, INTEREST_WORKER, REFLECTION, seen)
    pair.interest_worker_up += rise(seen)
    pair.interest_worker_down += fall(seen)
    seen = heard * (0.5 * (worker.helps + worker.mine) - pair.interest_professional)
    seen = note_pair(w.activity, w.log, w.clock, pair, k, INTEREST_PROFESSIONAL, REFLECTION, seen)
    pair.interest_professional_up += rise(seen)
    pair.interest_professional_down += fall(seen)


@compiled
def tell_official_story(w: World) -> None:
    """An official story moves what people say, hardly what they hold."""
    if w.on[0].official_narrative == 0:
        for i in range(len(w.professionals)):
            speak_plainly(w.professionals[i])
        for i in range(len(w.workers)):
            speak_plainly(w.workers[i])
        return
    for i in range(len(w.professionals)):
        policy = w.policies[DOMAIN_VIEW + w.professionals[i].side_group]
        speak_like(w, w.professionals[i], policy.narrative_push, policy.narrative_civil)
    for i in range(len(w.workers)):
        policy = w.policies[ORIENTATION_VIEW + w.workers[i].side_group]
        speak_like(w, w.workers[i], policy.narrative_push, policy.narrative_civil)


@compiled
def speak_plainly(actor: Record) -> None:
    """Without official stories people say what they hold."""
    for issue in range(N_ISSUES):
        actor.expressed[issue] = actor.position[issue]


@compiled
def speak_like(w: World, actor: Record, push: float, story: float) -> None:
    """One actor's spoken and held positions under an official story."""
    counting, moved = len(w.activity) > 0, 0.0
    for issue in range(N_ISSUES):
        said, held, _ = vision.official_narrative(
            actor.expressed[issue], actor.position[issue], story, push, 0.0, w.p[0]
        )
        actor.expressed[issue] = min(1.0, max(0.0, actor.expressed[issue] + said))
        # Where nobody pushes a story, what is held stays.
        if push > 0.0:
            actor.position[issue] = min(1.0, max(0.0, actor.position[issue] + held))
        if counting:
            moved += abs(said)
    note(w.activity, NARRATIVE, moved)
