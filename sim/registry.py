"""One registry of parameters, policies, rules and measures: what there is, where it comes from, how sure."""

from __future__ import annotations

import difflib
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Final

EVIDENCE: Final[dict[str, str]] = {
    "O": "seen in cases or interviews by the researcher",
    "T": "told by one side",
    "L": "literature the report cites",
    "E": "expected by the report",
    "A": "our assumption",
}


FEW: Final = 12


def shortened(text: object, most: int = 60) -> str:
    """What was given, cut off where it gets too long for a sentence."""
    told = str(text)
    return told if len(told) <= most else f"{told[:most]}..."


class UnknownName(ValueError):
    """A name that nothing in the registry carries; the message gives the nearest right one."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        """Compose one sentence from the kind of thing, the wrong name and the known names."""
        names = list(dict.fromkeys(known))
        near = difflib.get_close_matches(name, names, n=1, cutoff=0.55)
        hint = "."
        if near:
            hint = f"; did you mean '{near[0]}'?"
        elif len(names) <= FEW:
            hint = f"; there are {', '.join(names)}."
        super().__init__(f"There is no {kind} called '{shortened(name)}'{hint}")
        self.kind, self.name, self.nearest = kind, name, near[0] if near else None


class OutOfBounds(ValueError):
    """A value of the wrong type or outside the bounds of the field it is meant for."""


@dataclass(frozen=True)
class Parameter:
    """A number the rules read.

    ``low`` and ``high`` span the plausible range (sampled as assumption); ``minimum`` and ``maximum`` are
    the bounds outside which the number has no meaning.
    """

    name: str
    default: float
    low: float
    high: float
    unit: str
    evidence: str
    source: str
    en: str
    nl: str
    minimum: float = 0.0
    maximum: float = math.inf

    def check(self, value: object) -> float:
        """Return ``value`` as a float; raise OutOfBounds with a sentence that names the parameter."""
        return checked(f"parameters.{self.name}", value, self.minimum, self.maximum, self.unit)


@dataclass(frozen=True)
class Policy:
    """One quantity the meta-governor sets: strategies give its value, levers move it."""

    name: str
    default: float
    maximum: float
    unit: str
    section: str
    en: str
    nl: str
    price: str | None = None
    minimum: float = 0.0

    def check(self, value: object, where: str = "strategy.policies") -> float:
        """Return ``value`` as a float; raise OutOfBounds with a sentence that names the policy."""
        return checked(f"{where}.{self.name}", value, self.minimum, self.maximum, self.unit)


@dataclass(frozen=True)
class Sign:
    """The direction in which one input of a rule moves one of its terms (the brief's ``=>``)."""

    given: str
    term: str
    direction: int


@dataclass(frozen=True)
class Rule:
    """A named causal claim of the report and the function that computes its terms.

    ``yields`` names the returned terms in order; ``inputs`` gives the range of every plain number the
    function takes; ``without`` says what holds when the rule is switched off. ``parameters`` are those the
    function reads, ``phase_parameters`` those that the phase reads where the rule works.
    """

    name: str
    family: str
    section: str
    evidence: str
    en: str
    nl: str
    without: str
    yields: tuple[str, ...]
    parameters: tuple[str, ...]
    phase_parameters: tuple[str, ...]
    signs: tuple[Sign, ...]
    inputs: Mapping[str, tuple[float, float]]
    function: Callable[..., Any] = field(repr=False, compare=False)

    @property
    def key(self) -> str:
        """The name of the switch: the rule's name, with its family in front where two families share it."""
        shared = [other.name for other in RULES].count(self.name)
        return f"{self.family}_{self.name}" if shared > 1 else self.name


@dataclass(frozen=True)
class Measure:
    """Something recorded every week; ``summary`` says how a run is told in one number."""

    name: str
    group: str
    unit: str
    en: str
    nl: str
    how: str
    summary: str = "last_year"

    SUMMARIES: ClassVar[tuple[str, ...]] = ("last_year", "total", "end")


PARAMETERS: Final[dict[str, Parameter]] = {}
POLICIES: Final[dict[str, Policy]] = {}
MEASURES: Final[dict[str, Measure]] = {}
RULES: Final[list[Rule]] = []


def checked(where: str, value: object, minimum: float, maximum: float, unit: str) -> float:
    """Return ``value`` as a finite float within bounds, or raise OutOfBounds naming ``where``."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise OutOfBounds(f"'{where}' must be a number ({unit}), not {shortened(repr(value))}.")
    number = float(value)
    if not math.isfinite(number) or not minimum <= number <= maximum:
        span = (
            f"between {minimum:g} and {maximum:g}" if math.isfinite(maximum) else f"at or above {minimum:g}"
        )
        raise OutOfBounds(f"'{where}' must lie {span} ({unit}), not {shortened(repr(value))}.")
    return number


# A change of a stock between 0 and 1 cannot be larger than 1.
WITHIN_ONE: Final = ("share", "chance", "trust", "courage", "energy", "disappointment", "strain", "urgency")


def parameter(
    name: str,
    default: float,
    low: float,
    high: float,
    unit: str,
    source: str,
    en: str,
    nl: str,
    *,
    evidence: str = "A",
    minimum: float = 0.0,
    maximum: float | None = None,
) -> str:
    """Register a parameter and return its name; the default must lie inside its plausible range."""
    if name in PARAMETERS:
        raise ValueError(f"The parameter '{name}' is declared twice.")
    top = maximum if maximum is not None else (1.0 if unit.startswith(WITHIN_ONE) else math.inf)
    if not minimum <= low < default < high <= top:
        raise ValueError(f"The parameter '{name}' needs minimum <= low < default < high <= maximum.")
    PARAMETERS[name] = Parameter(name, default, low, high, unit, evidence, source, en, nl, minimum, top)
    return name


def declare(registry: dict[str, Any], *things: Parameter | Policy | Measure) -> None:
    """Add ``things`` to ``registry`` under their names; a name declared twice is an error."""
    for thing in things:
        if thing.name in registry:
            raise ValueError(f"'{thing.name}' is declared twice.")
        registry[thing.name] = thing


def rules_named(name: str) -> list[Rule]:
    """The rules whose switch or bare name is ``name``; raises UnknownName when there is none."""
    # A switch is found out only where it may be the one: it ends in the rule's name.
    found = [rule for rule in RULES if name.endswith(rule.name) and name in (rule.key, rule.name)]
    if not found:
        raise UnknownName("rule", name, [rule.key for rule in RULES])
    return found


def rule_number(key: str) -> int:
    """The position of a rule in the registry: the code by which switches and events know it."""
    found = [number for number, rule in enumerate(RULES) if rule.key == key]
    if not found:
        raise UnknownName("rule", key, [rule.key for rule in RULES])
    return found[0]


def find(kind: str, registry: Mapping[str, Any], name: str) -> Any:
    """Look ``name`` up in ``registry``; raises UnknownName with the nearest name."""
    if name not in registry:
        raise UnknownName(kind, name, registry)
    return registry[name]


def by_evidence() -> Iterator[tuple[str, int]]:
    """Yield each evidence class with the number of parameters that carry it."""
    for letter in EVIDENCE:
        yield letter, sum(entry.evidence == letter for entry in PARAMETERS.values())
