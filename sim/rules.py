"""The ``@rule`` decorator: registers a causal claim and compiles the function that computes its terms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sim.kernel import compiled
from sim.registry import RULES, Rule, Sign


def rule[F: Callable[..., Any]](
    *,
    family: str,
    section: str,
    evidence: str,
    en: str,
    nl: str,
    without: str,
    yields: tuple[str, ...],
    parameters: tuple[str, ...] = (),
    phase_parameters: tuple[str, ...] = (),
    signs: tuple[Sign, ...] = (),
    inputs: Mapping[str, tuple[float, float]] | None = None,
) -> Callable[[F], F]:
    """Register a rule under its function's name.

    The function takes plain numbers whose range ``inputs`` gives, and ``p``, the record of parameters; it
    returns the terms named in ``yields``. It changes nothing: the phase that calls it moves the stocks.
    """

    def register(function: F) -> F:
        RULES.append(
            Rule(
                function.__name__,
                family,
                section,
                evidence,
                en,
                nl,
                without,
                yields,
                parameters,
                phase_parameters,
                signs,
                dict(inputs or {}),
                function,
            )
        )
        return compiled(function)

    return register


def grows(given: str, *terms: str) -> tuple[Sign, ...]:
    """Signs that say: more of ``given``, more of each of ``terms``."""
    return tuple(Sign(given, term, +1) for term in terms)


def shrinks(given: str, *terms: str) -> tuple[Sign, ...]:
    """Signs that say: more of ``given``, less of each of ``terms`` (a fall counts as less)."""
    return tuple(Sign(given, term, -1) for term in terms)
