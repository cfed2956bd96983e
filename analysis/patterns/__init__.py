"""The 33 patterns of the report that runs are asked for, one small file each, and how they are judged."""

from __future__ import annotations

import importlib
from typing import Final

from analysis.patterns.pattern import Pattern

# In the order of the list that they were taken from.
IDS: Final = (
    "paradox",
    "unseen_approach",
    "map_or_meeting",
    "urgency_domain",
    "willing_not_acting",
    "visit_not_folder",
    "same_door_twice",
    "start_signal",
    "skipped_prior_work",
    "own_course",
    "missing_link_claim",
    "posture_stays",
    "own_circle",
    "one_bad_name",
    "both_sides",
    "late_and_heavy",
    "patience",
    "reflection_moves",
    "course_then_consult",
    "older_children",
    "coffee",
    "exception",
    "tired_pioneers",
    "invisible_work",
    "success_overload",
    "grant_ends",
    "no_owner",
    "no_design",
    "said_and_held",
    "soil_starts",
    "explore_wide",
    "bound_works",
    "free_and_backed",
)


def pattern(name: str) -> Pattern:
    """The pattern called ``name``."""
    found: Pattern = importlib.import_module(f"analysis.patterns.{name}").PATTERN
    return found


def patterns(names: tuple[str, ...] = IDS) -> list[Pattern]:
    """The patterns called ``names``, all of them when nothing is said."""
    return [pattern(name) for name in names]


__all__ = ["IDS", "Pattern", "pattern", "patterns"]
