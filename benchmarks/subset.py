"""The rules that both sides of the benchmark run, and the compiled world that runs exactly those."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Final

from experiments.presets import FilePresets
from sim import library
from sim.registry import PARAMETERS, RULES
from sim.settings import District, Settings

assert library.REGISTERED

ON: Final = (
    "layers",
    "channel",
    "search_cost",
    "upkeep",
    "choice",
    "approach_recognition",
    "misreading",
    "open_interest",
    "no_interest",
    "pair",
    "questions",
    "living_room",
    "prior_work",
    "acceptance",
    "hours",
)
# What plain Mesa collects every week; the compiled side writes these and all its other measures.
MEASURES: Final = (
    "trust_in_professionals",
    "trust_in_workers",
    "interest_attributed_to_professionals",
    "interest_attributed_to_workers",
    "workers_know_face",
    "professionals_know_face",
    "image_of_workers",
    "image_of_professionals",
    "approaches_sent",
    "approaches_recognised",
    "approaches_misread",
    "approaches_by_workers",
    "collaborations_alive",
    "referrals_offered",
    "referrals_accepted",
    "self_referrals",
    "offered_to_informal",
    "parents_with_question",
    "parents_in_words",
    "parents_in_help",
    "shame",
    "late_crises",
    "volunteer_energy",
    "volunteer_overload",
)


def district() -> District:
    """The district at its default size."""
    return FilePresets().district("nieuw_west")


def compiled_settings(weeks: int) -> Settings:
    """No policy, the rules in ``ON``, every other rule off, default parameters."""
    off = frozenset(rule.key for rule in RULES) - set(ON)
    return Settings(district(), FilePresets().strategy("none"), rules_off=off, weeks=weeks)


def full_settings(weeks: int) -> Settings:
    """Every rule on, under the strategy of the main job."""
    return Settings(district(), FilePresets().strategy("explorative"), weeks=weeks)


def parameters() -> SimpleNamespace:
    """The default of every parameter, by attribute."""
    return SimpleNamespace(**{name: entry.default for name, entry in PARAMETERS.items()})
