"""Units of measures, and the helper that registers a group of them."""

from __future__ import annotations

from sim.registry import MEASURES, Measure, declare

SHARE, NUMBER, EUROS, HOURS, WEEKLY = "share", "number", "euros per week", "hours per week", "number per week"
EACH = "euros"


def measured(group: str, unit: str, summary: str, *rows: tuple[str, str, str, str]) -> None:
    """Register measures of one group; a row is name, English, Dutch and how it is computed."""
    declare(MEASURES, *(Measure(name, group, unit, en, nl, how, summary) for name, en, nl, how in rows))
