"""The rules that all peers have, and the compiled world that runs exactly those."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Final

from benchmarks import subset
from experiments.presets import FilePresets
from sim.registry import RULES
from sim.settings import District, Settings

ON: Final = (
    "layers", "channel", "search_cost", "upkeep", "trap", "choice", "approach_recognition", "misreading",
    "open_interest", "no_interest", "invitation_as_offer", "explicit_difference", "image", "pair", "district",
    "parts", "step", "sources", "isolation", "pioneers", "message", "questions", "living_room", "prior_work",
    "acceptance", "stories", "hours", "standing", "load_recognition", "disbelief",
)  # fmt: skip
# Rates of what the peers do not have. The rule ``start`` is on, since without it pairs start at an even rate.
NEVER: Final = dict.fromkeys(
    ("start_rate", "start_collaborations", "stuck_rate", "refer_services", "refer_formal"), 0.0
)
OFF: Final = tuple(rule.key for rule in RULES if rule.key not in (*ON, "start"))
MEASURES: Final = (
    "own_interest_professionals", "own_interest_workers", "interest_attributed_to_professionals",
    "interest_attributed_to_workers", "image_of_workers", "image_of_professionals", "trust_in_professionals",
    "trust_in_workers", "trust_in_district", "workers_know_existence", "workers_know_offer",
    "workers_know_face", "professionals_know_existence", "professionals_know_offer",
    "professionals_know_face", "urgency_professionals", "urgency_workers", "explicitness",
    "service_relations", "courage_professionals", "courage_workers", "volunteer_energy",
    "volunteer_overload", "volunteer_hours", "disappointment", "standing", "parents_with_question",
    "parents_in_words", "parents_in_help", "parents_in_crisis", "shame", "parents_trust_preventive", "reach",
    "fit_of_offer", "approaches_sent", "approaches_recognised", "approaches_misread",
    "approaches_open_interest", "approaches_by_workers", "referrals_offered", "referrals_accepted",
    "self_referrals", "early_help", "late_crises", "eased_in_own_circle", "withheld_by_disbelief",
    "families_joined", "volunteer_exits",
)  # fmt: skip


def district(parents: int = 0) -> District:
    """The district at its default size, or with so many families that gatherings and places grow along."""
    place = subset.district()
    if not parents:
        return place
    times = parents / place.parents
    return replace(
        place,
        parents=parents,
        self_organisations=tuple(replace(one, reach=one.reach * times) for one in place.self_organisations),
        institutions=tuple(replace(one, capacity=one.capacity * times) for one in place.institutions),
    )


def compiled_settings(weeks: int, parents: int = 0) -> Settings:
    """No policy, the rules in ``ON``, those in ``OFF`` off, default parameters but for ``NEVER``."""
    return Settings(
        district(parents),
        FilePresets().strategy("none"),
        parameters=NEVER,
        rules_off=frozenset(OFF),
        weeks=weeks,
    )


def parameters() -> SimpleNamespace:
    """The value of every parameter, by attribute."""
    return SimpleNamespace(**{**vars(subset.parameters()), **NEVER})
