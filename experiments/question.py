"""A question to the model: two sides, the worlds they are to meet in, and the reply."""

from __future__ import annotations

from dataclasses import dataclass

from experiments.compare import (
    Comparison,
    Floats,
    assumed_differences,
    compare_arrays,
    outcomes,
    parameter_worlds,
)
from experiments.compose import HIGHEST_SEED, Composed
from experiments.errors import Refused
from experiments.progress import progress
from sim.registry import MEASURES


@dataclass(frozen=True)
class Question:
    """Two sides and the worlds in which they are to be compared."""

    base: Composed
    variant: Composed
    seeds: tuple[int, ...]
    assumptions: int = 0
    inner_worlds: int = 20
    threads: int = 0

    def __post_init__(self) -> None:
        """Refuse sides that cannot be paired."""
        one, two = self.base.settings.weeks, self.variant.settings.weeks
        if one != two:
            raise Refused(
                f"'weeks' must be the same on both sides, not {one} in the base and {two} in the variant."
            )
        if self.base.seed != self.variant.seed:
            raise Refused("'seed' must be the same on both sides: the worlds are paired.")
        if self.seeds[-1] > HIGHEST_SEED:
            raise Refused(f"The last seed would be {self.seeds[-1]}; the highest is {HIGHEST_SEED}.")

    @property
    def fixed(self) -> frozenset[str]:
        """The parameters that were set by hand on either side."""
        return frozenset(self.base.settings.parameters) | frozenset(self.variant.settings.parameters)


@dataclass(frozen=True)
class Reply:
    """The comparison and what it was computed from: [worlds, measures] per side, parameter worlds."""

    found: Comparison
    base: Floats
    variant: Floats
    drawn: list[dict[str, float]]
    assumed: Floats | None


def ask(question: Question) -> Reply:
    """Run both sides of ``question`` and compare all measures."""
    base, variant = question.base.settings, question.variant.settings
    inner = question.seeds[: question.inner_worlds] if question.assumptions else ()
    if question.assumptions and len(inner) < question.inner_worlds:
        inner = tuple(range(question.seeds[0], question.seeds[0] + question.inner_worlds))
    drawn = list(parameter_worlds(question.assumptions, question.fixed))
    total = 2 * (len(question.seeds) + len(drawn) * len(inner))
    with progress("worlds", total) as tick:
        one, two = (outcomes(side, question.seeds, question.threads, tick) for side in (base, variant))
        assumed = None
        if drawn:
            assumed = assumed_differences(base, variant, drawn, inner, question.threads, tick)
    return Reply(compare_arrays(list(MEASURES), one, two, assumed), one, two, drawn, assumed)
