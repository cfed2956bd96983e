"""The small print below each figure: on how many worlds it stands, and what its bands are and are not."""

from __future__ import annotations

from analysis.figures.family import Family
from analysis.figures.sides import Sides
from analysis.figures.words import in_language, said
from sim.calendar import COUNCIL_WEEKS, WEEKS_PER_YEAR


def family_notes(sides: Sides, family: Family, *, cut: bool) -> str:
    """What stands below the page of a family; ``cut`` when an axis does not start at 0."""
    base, variant = sides.labels
    parts = [_worlds(sides)]
    if sides.worlds > 1:
        parts += [said("bands", sides.lang), said("chance", sides.lang)]
    parts.append(said("apart", sides.lang, base=base, variant=variant))
    if family.told == "quarterly":
        parts.append(said("quarterly", sides.lang))
    if cut:
        parts.append(said("cut", sides.lang))
    if not family.shared:
        parts.append(said("own_scales", sides.lang))
    parts.append(in_language(family.note, sides.lang))
    if sides.weeks > COUNCIL_WEEKS:
        parts.append(said("council", sides.lang))
    elif sides.weeks >= WEEKS_PER_YEAR:
        parts.append(said("summers", sides.lang))
    parts.append(said("model", sides.lang))
    return " ".join(part for part in parts if part)


def overview_notes(sides: Sides) -> str:
    """What stands below the overview."""
    base, variant = sides.labels
    parts = [_worlds(sides), said("overview_note", sides.lang, base=base, variant=variant)]
    if sides.worlds > 1:
        parts += [said("overview_spread", sides.lang), said("overview_chance", sides.lang)]
    return " ".join([*parts, said("model", sides.lang)])


def _worlds(sides: Sides) -> str:
    """On how many worlds a figure stands."""
    key = "one_world" if sides.worlds == 1 else "worlds"
    return said(key, sides.lang, n=sides.worlds)
