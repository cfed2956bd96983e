"""How an approach is read, and what that does to trust and to the interest one sees (§3.4, §5.3)."""

from sim.arrays import Record
from sim.events import (
    CAUSE,
    EXPLICIT,
    INTEREST_PROFESSIONAL,
    INTEREST_WORKER,
    KIND,
    TRUST_PROFESSIONAL,
    TRUST_WORKER,
    fall,
    note_pair,
    rise,
    tell,
)
from sim.kernel import compiled
from sim.levers import DOMAIN_VIEW
from sim.mechanisms import approach
from sim.phases.readiness import sting_left
from sim.registry import rule_number
from sim.state import (
    INVITATION,
    OFFER_OF_REACH,
    VOLUNTEER_ROLE,
    WISH,
)
from sim.world import World

MISREADING, OPEN, NO_INTEREST = (
    rule_number("misreading"),
    rule_number("open_interest"),
    rule_number("no_interest"),
)
AS_OFFER = rule_number("invitation_as_offer")
MISREAD, TAKEN_AS_OFFER = KIND["approach_misread"], KIND["invitation_as_offer"]
C_MEANS, C_WAITING = CAUSE["means"], CAUSE["waiting"]
C_CIVIL, C_ACCESS = CAUSE["civil_reading"], CAUSE["accessible_reading"]
C_STING, C_TRUST = CAUSE["sting_left"], CAUSE["trust"]


@compiled
def read_referral(w: World, k: int) -> None:
    """A request to refer is read by the worker, the lukewarm answer by the professional."""
    pair, p, on = w.pairs[k], w.p[0], w.on[0]
    worker, professional = w.workers[pair.worker], w.professionals[pair.professional]
    if on.misreading > 0:
        civil = worker.argument[VOLUNTEER_ROLE]
        accessible = 1.0 - professional.argument[VOLUNTEER_ROLE]
        sting = sting_left(w, pair)
        tw, tp, sw, sp, lukewarm = approach.misreading(civil, accessible, sting, pair.interest_worker, p)
        pair.trust_worker_down += fall(
            note_pair(w.activity, w.log, w.clock, pair, k, TRUST_WORKER, MISREADING, tw)
        )
        pair.trust_professional_down += fall(
            note_pair(w.activity, w.log, w.clock, pair, k, TRUST_PROFESSIONAL, MISREADING, tp)
        )
        pair.interest_worker_down += fall(
            note_pair(w.activity, w.log, w.clock, pair, k, INTEREST_WORKER, MISREADING, sw)
        )
        pair.interest_professional_down += fall(
            note_pair(w.activity, w.log, w.clock, pair, k, INTEREST_PROFESSIONAL, MISREADING, sp)
        )
        pair.coldness = min(1.0, pair.coldness + 0.3 * lukewarm)
        worker.image_uses += p.misreading_confirms * fall(tw) * (1.0 - worker.image_uses)
        professional.image_uninterested += (
            p.misreading_confirms * fall(tp) * (1.0 - professional.image_uninterested)
        )
        if lukewarm >= 0.5:
            w.flow[0].approaches_misread += 1.0
            tell(
                w.log,
                w.clock,
                MISREAD,
                MISREADING,
                pair.professional,
                pair.worker,
                C_CIVIL,
                civil,
                C_ACCESS,
                accessible,
                C_STING,
                sting,
                C_TRUST,
                tw,
            )
    if on.no_interest > 0:
        miss_interest(w, k, False)


@compiled
def miss_interest(w: World, k: int, answering: bool) -> None:
    """The worker misses interest in the own method: in a request, or in how an approach was answered."""
    pair, p = w.pairs[k], w.p[0]
    worker, professional = w.workers[pair.worker], w.professionals[pair.professional]
    trust, doubt = approach.no_interest(interest_of(pair, professional), p)
    pair.trust_worker_down += fall(
        note_pair(w.activity, w.log, w.clock, pair, k, TRUST_WORKER, NO_INTEREST, trust)
    )
    if answering:
        pair.interest_worker_down += fall(
            note_pair(w.activity, w.log, w.clock, pair, k, INTEREST_WORKER, NO_INTEREST, -doubt)
        )
    worker.image_uninterested += p.misreading_confirms * rise(doubt) * (1.0 - worker.image_uninterested)


@compiled
def interest_of(pair: Record, professional: Record) -> float:
    """Interest in the worker's method, as it shows in manner and in what the worker has seen of it before."""
    return 0.5 * (professional.posture + pair.interest_worker)


@compiled
def read_interest(w: World, k: int, shown: float, waits: bool) -> None:
    """Interest is seen and lifts trust on both sides; it must be followed up."""
    pair, p = w.pairs[k], w.p[0]
    worker, professional = w.workers[pair.worker], w.professionals[pair.professional]
    pair.credit = p.open_interest_patience if waits and pair.credit <= 0.0 else 0.0
    if w.on[0].open_interest == 0:
        return
    trust, seen, _ = approach.open_interest(shown, pair.worker_knows_offer, 0.0, p)
    pair.trust_worker_up += rise(note_pair(w.activity, w.log, w.clock, pair, k, TRUST_WORKER, OPEN, trust))
    pair.interest_worker_up += rise(
        note_pair(
            w.activity, w.log, w.clock, pair, k, INTEREST_WORKER, OPEN, seen * (1.0 - pair.interest_worker)
        )
    )
    trust, seen, _ = approach.open_interest(0.7 * shown, pair.professional_knows_offer, 0.0, p)
    pair.trust_professional_up += rise(
        note_pair(w.activity, w.log, w.clock, pair, k, TRUST_PROFESSIONAL, OPEN, trust)
    )
    pair.interest_professional_up += rise(
        note_pair(
            w.activity,
            w.log,
            w.clock,
            pair,
            k,
            INTEREST_PROFESSIONAL,
            OPEN,
            seen * (1.0 - pair.interest_professional),
        )
    )
    worker.image_uninterested *= 1.0 - 0.5 * rise(trust)
    professional.image_uninterested *= 1.0 - 0.5 * rise(trust)


@compiled
def read_invitation(w: World, k: int) -> None:
    """An invitation to build is read as a finished offer: goodwill, and waiting for what will come."""
    pair = w.pairs[k]
    professional = w.professionals[pair.professional]
    targets = w.policies[DOMAIN_VIEW + professional.side_group].target_pressure
    means = 1.0 - professional.position[VOLUNTEER_ROLE]
    goodwill, waiting = approach.invitation_as_offer(means, targets, pair.explicit, w.p[0])
    pair.trust_professional_up += rise(
        note_pair(w.activity, w.log, w.clock, pair, k, TRUST_PROFESSIONAL, AS_OFFER, goodwill)
    )
    pair.waiting = max(pair.waiting, waiting)
    w.flow[0].invitations_as_offer += waiting
    tell(
        w.log,
        w.clock,
        TAKEN_AS_OFFER,
        AS_OFFER,
        pair.worker,
        pair.professional,
        C_MEANS,
        means,
        C_WAITING,
        waiting,
        C_TRUST,
        goodwill,
        0,
        0.0,
    )


@compiled
def answer_worker(w: World, k: int, intent: int) -> None:
    """A professional who is approached sees interest; a wish or an invitation makes differences speakable."""
    pair, p = w.pairs[k], w.p[0]
    pair.credit = 0.0
    if intent == INVITATION and w.on[0].invitation_as_offer > 0:
        read_invitation(w, k)
    if w.on[0].open_interest == 0:
        return
    shown = 1.0 if intent in (INVITATION, OFFER_OF_REACH) else 0.5
    trust, seen, _ = approach.open_interest(shown, pair.professional_knows_offer, 0.0, p)
    pair.trust_professional_up += rise(
        note_pair(w.activity, w.log, w.clock, pair, k, TRUST_PROFESSIONAL, OPEN, 0.5 * trust)
    )
    pair.interest_professional_up += rise(
        note_pair(
            w.activity,
            w.log,
            w.clock,
            pair,
            k,
            INTEREST_PROFESSIONAL,
            OPEN,
            seen * (1.0 - pair.interest_professional),
        )
    )
    if intent in (WISH, INVITATION):
        spoken = 0.05 * (1.0 - pair.explicit)
        pair.explicit_up += note_pair(w.activity, w.log, w.clock, pair, k, EXPLICIT, OPEN, spoken)
