"""The rules that both sides of the benchmark run, and the compiled world that runs exactly those."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Final

from benchmarks.plain_mesa.reporters import REPORTERS
from experiments.presets import FilePresets
from sim import library
from sim.registry import PARAMETERS, RULES
from sim.settings import District, Settings

assert library.REGISTERED

# The rules that the plain model has; all others are off on the compiled side too. Those off do nothing
# without policies.
ON: Final = (
    "layers", "channel", "search_cost", "upkeep", "choice", "approach_recognition", "misreading",
    "open_interest", "no_interest", "start", "design", "ownership", "model", "questions", "living_room",
    "prior_work", "acceptance", "stories", "reciprocity", "small_costs", "pioneers", "hours", "standing",
    "load_recognition", "message", "on_location", "stuck_case", "image", "pair", "district",
    "visible_referrals", "rivalry", "parts", "sources", "step", "isolation", "guided_reflection", "practice",
    "explicit_difference", "official_narrative",
    "trap", "invitation_as_offer", "diagnosis", "attribution", "formal_ties", "disbelief", "knock_on",
    "shared_story", "crossed_argument", "posture_and_background", "signal_breach", "request_chain",
    "worker_mediation", "own_circle", "flow_back", "attachment", "empowered", "inward_bonding",
    "public_crisis", "school_gap", "impulses", "fidelity", "key_figure", "adaptive_manager", "task_scope",
    "group_visit", "money",
)  # fmt: skip
OFF: Final = tuple(rule.key for rule in RULES if rule.key not in ON)
# What plain Mesa collects every week; the compiled side writes these and all its other measures.
MEASURES: Final = tuple(REPORTERS)


def district() -> District:
    """The district at its default size."""
    return FilePresets().district("nieuw_west")


def compiled_settings(weeks: int) -> Settings:
    """No policy, the rules in ``ON``, those in ``OFF`` off, default parameters."""
    return Settings(district(), FilePresets().strategy("none"), rules_off=frozenset(OFF), weeks=weeks)


def full_settings(weeks: int) -> Settings:
    """Every rule on, under the strategy of the main job."""
    return Settings(district(), FilePresets().strategy("explorative"), weeks=weeks)


def parameters() -> SimpleNamespace:
    """The default of every parameter, by attribute."""
    return SimpleNamespace(**{name: entry.default for name, entry in PARAMETERS.items()})
