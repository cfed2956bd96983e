"""Figures of a comparison: pure functions from arrays to a matplotlib Figure, and a thin way to save them.

One family: ``page(Sides(base, variant, names, labels), TRUST)``; all of them: ``comparison_figures``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from matplotlib.figure import Figure

from analysis.figures.collaborations import COLLABORATIONS
from analysis.figures.conditions import CONDITIONS
from analysis.figures.family import Family
from analysis.figures.irritation import IRRITATION
from analysis.figures.overview import overview
from analysis.figures.page import page
from analysis.figures.paradox import PARADOX
from analysis.figures.referrals import REFERRALS
from analysis.figures.save import save
from analysis.figures.sides import Sides
from analysis.figures.trust import TRUST
from analysis.figures.urgency import URGENCY
from analysis.figures.volunteers import VOLUNTEERS
from sim.arrays import Floats
from sim.registry import find

FAMILIES: Final = (TRUST, URGENCY, CONDITIONS, COLLABORATIONS, REFERRALS)
EXTRA: Final = {family.name: family for family in (IRRITATION, PARADOX, VOLUNTEERS)}

__all__ = ["EXTRA", "FAMILIES", "Family", "Sides", "comparison_figures", "overview", "page", "save"]


def comparison_figures(
    base: Floats,
    variant: Floats,
    measure_names: Sequence[str],
    labels: tuple[str, str] = ("programmatic", "explorative"),
    out: Path = Path(),
    lang: str = "en",
    title: str | None = None,
    *,
    extra: Sequence[str] = (),
    formats: Sequence[str] = ("png",),
) -> list[Path]:
    """Draw every figure of a comparison into the directory ``out`` and return the files in order.

    ``base`` and ``variant`` are weekly measures [worlds, weeks, measures] with the same seed in the same
    row, ``measure_names`` the names of the last axis. ``extra`` adds families of EXTRA by name; ``formats``
    are ``png``, ``svg`` and ``pdf``. The same arrays give the same bytes. Raises UnknownName for a measure,
    language, family or format that does not exist, ValueError for arrays that cannot be paired.
    """
    more = [find("extra figure", EXTRA, name) for name in extra]
    sides = Sides(base, variant, measure_names, labels, lang, title)
    return [path for name, figure in _figures(sides, more) for path in save(figure, out / name, formats)]


def _figures(sides: Sides, more: Sequence[Family]) -> Iterator[tuple[str, Figure]]:
    """Yield one figure at a time with its name, so that only one is in memory."""
    yield "overview", overview(sides, [name for family in more for name in family.glance])
    for family in (*FAMILIES, *more):
        yield family.name, page(sides, family)
