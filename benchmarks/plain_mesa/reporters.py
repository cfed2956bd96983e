"""The weekly measures, as reporters of a Mesa DataCollector."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final

from sim.state import COMPENSATION

if TYPE_CHECKING:
    from benchmarks.plain_mesa.model import PlainMesa

COUNTS: Final = (
    "approaches_sent",
    "approaches_recognised",
    "approaches_misread",
    "approaches_referral",
    "approaches_open_interest",
    "approaches_building",
    "approaches_by_workers",
    "starts",
    "misunderstandings",
    "referrals_offered",
    "referrals_accepted",
    "self_referrals",
    "offered_to_informal",
    "on_location_consultations",
    "on_location_older",
    "stuck_cases_mediated",
    "stuck_cases_solved",
    "early_help",
    "late_crises",
    "eased_in_own_circle",
    "volunteer_exits",
    "families_joined",
    "invitations_as_offer",
    "referrals_attributed",
    "workers_passed_on",
    "withheld_by_disbelief",
    "signals_withheld",
    "signals_breached",
    "direct_calls",
    "family_mediations",
    "taken_in_own_circle",
    "came_back",
    "group_visits_held",
    "accepted_walk_ins",
    "helped_by_parents",
    "special_education_feared",
    "hours_for_attached",
    "left_over_posture",
    "on_location_left",
)
ENDS: Final = ("strain", "drift", "withdrawal", "departure")
FERTILE: Final = 0.4
Reporter = Callable[["PlainMesa"], float]


def mean(values: Iterable[float]) -> float:
    """The mean, 0 of nothing."""
    values = list(values)
    return sum(values) / len(values) if values else 0.0


def ties(value: Callable[[Any], float]) -> Reporter:
    """A mean over the pairs whose worker is there."""
    return lambda model: mean([value(tie) for tie in model.ties if tie.worker.here])


def professionals(value: Callable[[Any], float]) -> Reporter:
    """A mean over professionals."""
    return lambda model: mean([value(each) for each in model.professionals])


def workers(value: Callable[[Any], float]) -> Reporter:
    """A mean over the workers who are there."""
    return lambda model: mean([value(each) for each in model.workers if each.here])


def actors(value: Callable[[Any], float]) -> Reporter:
    """A mean over professionals and the workers who are there."""
    return lambda model: mean(
        [value(each) for each in model.professionals] + [value(each) for each in model.workers if each.here]
    )


def families(value: Callable[[Any], float]) -> Reporter:
    """A mean over families."""
    return lambda model: mean([value(parent) for parent in model.families])


def collaborations(value: Callable[[Any], float]) -> Reporter:
    """A count over the collaborations alive."""
    return lambda model: sum([value(each) for each in model.collaborations])


def ended(why: str) -> Reporter:
    """How many collaborations ended this way."""
    return lambda model: model.ends[why]


REPORTERS: Final[dict[str, Any]] = {
    "own_interest_professionals": professionals(lambda each: 0.5 * (each.helps + each.mine)),
    "own_interest_workers": workers(lambda each: 0.5 * (each.helps + each.mine)),
    "interest_attributed_to_professionals": ties(lambda tie: tie.of_worker.interest),
    "interest_attributed_to_workers": ties(lambda tie: tie.of_professional.interest),
    "image_of_workers": professionals(lambda each: each.goodwill_now),
    "image_of_professionals": workers(lambda each: each.goodwill_now),
    "trust_in_professionals": ties(lambda tie: tie.of_worker.trust),
    "trust_in_workers": ties(lambda tie: tie.of_professional.trust),
    "trust_in_district": actors(lambda each: each.trust_district),
    "workers_know_existence": ties(lambda tie: tie.of_worker.exists),
    "workers_know_offer": ties(lambda tie: tie.of_worker.offer),
    "workers_know_face": ties(lambda tie: tie.of_worker.face),
    "professionals_know_existence": ties(lambda tie: tie.of_professional.exists),
    "professionals_know_offer": ties(lambda tie: tie.of_professional.offer),
    "professionals_know_face": ties(lambda tie: tie.of_professional.face),
    "urgency_professionals": professionals(lambda each: each.urgency_now),
    "urgency_workers": workers(lambda each: each.urgency_now),
    "urgency_pressing": actors(lambda each: each.pressing),
    "urgency_helps": actors(lambda each: each.helps),
    "urgency_mine": actors(lambda each: each.mine),
    "position_gap": ties(lambda tie: tie.gap),
    "explicitness": ties(lambda tie: tie.explicit),
    "said_and_held": actors(lambda each: each.insincerity()),
    "doubt": actors(lambda each: each.doubt),
    "soil_knowing": ties(lambda tie: tie.knowing),
    "soil_trust": ties(lambda tie: tie.trusting()),
    "soil_urgency": ties(lambda tie: tie.urging()),
    "soil_vision": ties(lambda tie: tie.agreeing()),
    "soil_conjunction": ties(lambda tie: tie.soil()),
    "fertile_pairs": ties(lambda tie: tie.soil() >= FERTILE),
    "service_relations": lambda model: sum([tie.service for tie in model.ties if tie.worker.here]),
    "collaborations_alive": collaborations(lambda each: 1),
    "collaborations_on_location": collaborations(lambda each: each.on_location),
    "collaborations_in_design": collaborations(lambda each: not each.designed),
    "collaboration_age": lambda model: mean([each.age for each in model.collaborations]),
    "collaboration_strain": lambda model: mean([each.strain for each in model.collaborations]),
    "ownership": lambda model: mean([each.owned for each in model.collaborations]),
    **{f"ends_by_{why}": ended(why) for why in ENDS},
    "courage_professionals": professionals(lambda each: each.courage),
    "courage_workers": workers(lambda each: each.courage),
    "posture": professionals(lambda each: each.posture),
    "volunteer_energy": workers(lambda each: each.energy),
    "volunteer_overload": workers(lambda each: each.overload),
    "volunteer_hours": lambda model: sum([each.spent for each in model.workers if each.here]),
    "disappointment": workers(lambda each: each.disappointment),
    "standing": workers(lambda each: each.standing),
    "irritation": lambda model: mean([each.irritation for each in model.organisations]),
    "parents_with_question": families(lambda parent: parent.need > 0.0),
    "parents_in_words": lambda model: mean(
        [parent.words >= 0.35 for parent in model.families if parent.need > 0.0]
    ),
    "parents_in_help": families(lambda parent: parent.helper is not None),
    "parents_in_crisis": families(lambda parent: parent.in_crisis),
    "shame": families(lambda parent: parent.shame),
    "parents_trust_preventive": families(lambda parent: parent.trust_preventive),
    "parents_trust_youth_care": families(lambda parent: parent.trust_youth_care),
    "parents_know_services": families(lambda parent: parent.knowledge),
    "parents_trust_district": families(lambda parent: parent.trust_district),
    "parents_outside": families(lambda parent: parent.organisation is None),
    "callers": workers(lambda each: each.callers),
    "parents_at_worker": families(lambda parent: parent.at_worker),
    "parents_attached": families(lambda parent: parent.attachment > 0.5),
    "parents_empowered": families(lambda parent: parent.empowerment > 0.5),
    "parents_trust_school": families(lambda parent: parent.trust_school),
    "school_distance": families(lambda parent: parent.school_distance),
    "shared_responsibility": lambda model: sum(each.share * each.shared for each in model.communities),
    "enthusiasm": lambda model: mean([each.enthusiasm for each in model.collaborations]),
    "rigidity": lambda model: mean([each.rigidity for each in model.institutions]),
    "space_safety": lambda model: mean([each.safety for each in model.organisations]),
    "fit_of_offer": lambda model: mean([each.fit for each in model.institutions]),
    "formal_ties": lambda model: mean([each.ties for each in model.institutions]),
    "held_compensation_workers": workers(lambda each: each.position[COMPENSATION]),
    "reach": lambda model: mean(
        [parent.helper is not None for parent in model.families if parent.need > 0.3]
    ),
    **{name: name for name in COUNTS},
}
