"""The weekly measures, as reporters of a Mesa DataCollector."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from benchmarks.plain_mesa.family import Parent
from benchmarks.plain_mesa.professional import Professional
from benchmarks.plain_mesa.worker import Worker

if TYPE_CHECKING:
    from benchmarks.plain_mesa.model import PlainMesa

COUNTS: Final = (
    "approaches_sent",
    "approaches_recognised",
    "approaches_misread",
    "approaches_by_workers",
    "referrals_offered",
    "referrals_accepted",
    "self_referrals",
    "offered_to_informal",
    "late_crises",
)


def mean(values: list[float]) -> float:
    """The mean, 0 of nothing."""
    return sum(values) / len(values) if values else 0.0


def over_ties(value: Callable[[Any], float]) -> Callable[[PlainMesa], float]:
    """A mean over the pairs whose worker is there."""
    return lambda model: mean([value(tie) for tie in model.ties if tie.worker.here])


def over(kind: type, value: Callable[[Any], float]) -> Callable[[PlainMesa], float]:
    """A mean over all agents of a kind."""
    return lambda model: mean([value(agent) for agent in model.agents_by_type[kind]])


def over_workers(value: Callable[[Any], float]) -> Callable[[PlainMesa], float]:
    """A mean over the workers who are there."""
    return lambda model: mean([value(worker) for worker in model.agents_by_type[Worker] if worker.here])


REPORTERS: Final[dict[str, Any]] = {
    "trust_in_professionals": over_ties(lambda tie: tie.w_trust),
    "trust_in_workers": over_ties(lambda tie: tie.p_trust),
    "interest_attributed_to_professionals": over_ties(lambda tie: tie.w_interest),
    "interest_attributed_to_workers": over_ties(lambda tie: tie.p_interest),
    "workers_know_face": over_ties(lambda tie: tie.w_face),
    "professionals_know_face": over_ties(lambda tie: tie.p_face),
    "collaborations_alive": lambda model: sum([tie.together for tie in model.ties]),
    "image_of_workers": over(Professional, lambda professional: professional.goodwill()),
    "image_of_professionals": over_workers(lambda worker: worker.goodwill()),
    "volunteer_energy": over_workers(lambda worker: worker.energy),
    "volunteer_overload": over_workers(lambda worker: worker.overload),
    "parents_with_question": over(Parent, lambda parent: parent.need > 0.0),
    "parents_in_words": lambda model: mean(
        [parent.words >= 0.35 for parent in model.agents_by_type[Parent] if parent.need > 0.0]
    ),
    "parents_in_help": over(Parent, lambda parent: parent.helper is not None),
    "shame": over(Parent, lambda parent: parent.shame),
    **{name: name for name in COUNTS},
}
