"""What single policies do to people: training, status, mediation, radio and campaigns (§1.1, §2.2, §5.1)."""

from sim.arrays import Record
from sim.draws import DIVERSE, stream_key, uniform2
from sim.events import EXPLICIT, SEED, WEEK, note_pair
from sim.kernel import compiled
from sim.levers import DOMAIN_VIEW, WHOLE
from sim.mechanisms import vision
from sim.registry import rule_number
from sim.state import EXPERTISE
from sim.world import World

REFLECTION = rule_number("guided_reflection")
# Strain below which nobody calls a mediator.
CALLS_MEDIATOR = 0.15


@compiled
def train(w: World, professional: Record, training: float) -> None:
    """Training brings skill with families, and shows professionals their own side of the distance."""
    step = min(1.0, w.p[0].training_pace * training)
    professional.skill += step * (1.0 - professional.skill)
    professional.truncation *= 1.0 - step


@compiled
def resist(w: World, professional: Record, status: float) -> None:
    """Partner status for volunteers meets doubt in who wants to keep expertise apart, most in specialists."""
    apart = (1.0 - professional.position[EXPERTISE]) * (0.5 + 0.5 * professional.narrowness)
    doubt = min(1.0, w.p[0].status_resistance * status * apart)
    professional.image_doubt += doubt * (1.0 - professional.image_doubt)


@compiled
def hire_diverse(w: World, j: int) -> None:
    """A newcomer may be sought who shares a community with families of the district."""
    professional = w.professionals[j]
    wanted = w.policies[DOMAIN_VIEW + professional.side_group].diverse_hiring
    if wanted <= 0.0 or professional.background >= 0:
        return
    key = stream_key(w.clock[SEED], DIVERSE, w.clock[WEEK])
    if uniform2(key, j, 0) < wanted:
        professional.background = int(uniform2(key, j, 1) * len(w.communities))


@compiled
def hear(w: World, parent: Record, air: float, campaign: float) -> None:
    """A family hears a worker on the radio, or meets a campaign of the services.

    The worker's voice carries as far as the worker is trusted; a campaign gets through where language and
    style are no distance.
    """
    p = w.p[0]
    learnt = p.radio_knowledge * air + p.campaign_knowledge * campaign * (1.0 - parent.threshold_real)
    parent.knowledge += min(1.0, learnt) * (1.0 - parent.knowledge)
    voiced = min(1.0, p.radio_trust * air * parent.trust_worker)
    parent.trust_preventive += voiced * (1.0 - parent.trust_preventive)
    parent.threshold_head *= 1.0 - voiced


@compiled
def mediate(w: World) -> None:
    """A mediator's hours go to the collaborations under most strain; hours that nobody needs lapse."""
    d, p, hours = w.district[0], w.p[0], w.policies[WHOLE].mediation_hours
    if hours <= 0.0 and d.mediation_due <= 0.0:
        return
    d.mediation_due = min(4.0, d.mediation_due + hours / p.mediation_pace)
    while d.mediation_due >= 1.0:
        worst, most = -1, CALLS_MEDIATOR
        for n in range(w.working[0]):
            k = w.working[n + 1]
            if w.collaborations[k].alive == 0 or w.collaborations[k].strain <= most:
                continue
            pair = w.pairs[k]
            side = w.professionals[pair.professional].side_group * 2 + w.workers[pair.worker].side_group
            if w.policies[side].mediation_hours > 0.0:
                worst, most = k, w.collaborations[k].strain
        if worst < 0:
            return
        d.mediation_due -= 1.0
        mediate_pair(w, worst)


@compiled
def mediate_pair(w: World, k: int) -> None:
    """Strain and open misunderstandings ease, and what each feels owed; the difference gets words."""
    pair, c, p = w.pairs[k], w.collaborations[k], w.p[0]
    w.flow[0].conflicts_mediated += 1.0
    c.strain *= 1.0 - p.mediation_relief
    c.misunderstood *= 1.0 - p.mediation_relief
    pair.owed_worker *= 1.0 - p.mediation_relief
    pair.owed_professional *= 1.0 - p.mediation_relief
    if w.on[0].guided_reflection > 0:
        spoken, _, _ = vision.guided_reflection(
            0.0, 0.0, pair.explicit, 0.0, p.mediation_pace, 1.0, 0.0, 0.0, p
        )
        pair.explicit_up += note_pair(w.activity, w.log, w.clock, pair, k, EXPLICIT, REFLECTION, spoken)
