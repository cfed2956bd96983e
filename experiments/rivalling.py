"""The same comparison under every combination of rival rules: does the direction of the answer survive?"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from experiments.compare import Contrast, contrast, outcomes
from experiments.numbers import between, decimals, fitted, shown
from experiments.parts import is_clear
from experiments.progress import progress
from experiments.question import Question
from experiments.words import sayer, wrapped
from sim.registry import MEASURES
from sim.rivals import RIVALS
from sim.settings import Settings


@dataclass(frozen=True)
class Repeated:
    """A comparison under one combination of rival rules."""

    rivals: Mapping[str, str]
    measures: Mapping[str, Contrast]

    @property
    def called(self) -> str:
        """The combination as one would set it."""
        return " ".join(f"{name}={option}" for name, option in self.rivals.items())

    def as_json(self) -> dict[str, Any]:
        """This combination as it stands in the JSON object."""
        return {
            "rivals": dict(self.rivals),
            "measures": {
                name: {"base": one.base, "variant": one.variant, "diff": one.diff, "ci": list(one.ci)}
                for name, one in self.measures.items()
            },
        }


def combinations(base: Settings, variant: Settings) -> Iterator[dict[str, str]]:
    """Yield every combination of the rival choices that neither side sets, but the one asked about itself."""
    free = [
        choice for name, choice in RIVALS.items() if name not in base.rivals and name not in variant.rivals
    ]
    for options in itertools.product(*([option.name for option in choice.options] for choice in free)):
        found = {choice.name: option for choice, option in zip(free, options, strict=True)}
        if any(option != choice.default for choice, option in zip(free, options, strict=True)):
            yield found


def rival_contrasts(asked: Question, names: Sequence[str]) -> list[Repeated]:
    """Run ``asked`` once more under each combination; the worlds stay the same."""
    base, variant = asked.base.settings, asked.variant.settings
    every = list(combinations(base, variant))
    columns = [list(MEASURES).index(name) for name in names]
    done = []
    with progress("worlds", 2 * len(asked.seeds) * len(every)) as tick:
        for rivals in every:
            sides = [replace(side, rivals={**side.rivals, **rivals}) for side in (base, variant)]
            one, two = (outcomes(side, asked.seeds, asked.threads, tick) for side in sides)
            found = {
                name: contrast(one[:, column], two[:, column])
                for name, column in zip(names, columns, strict=True)
            }
            done.append(Repeated(rivals, found))
    return done


def verdict(found: Contrast, repeated: Sequence[Contrast]) -> tuple[int, int, int]:
    """Under how many combinations the direction is clearly the same, not clear, and clearly the other."""
    clear = [one for one in repeated if is_clear(one.ci)]
    same = sum((one.diff or 0.0) * (found.diff or 0.0) > 0 for one in clear)
    return same, len(repeated) - len(clear), len(clear) - same


def rivals_told(repeated: Sequence[Repeated], found: Mapping[str, Contrast], lang: str = "en") -> str:
    """Say of each measure whether its direction survives; show the first one by combination."""
    if not repeated:
        return wrapped("", _said("none", lang))
    first = next(iter(found))
    lines = [wrapped("", _said("head", lang, n=len(repeated), choices=_choices(repeated)))]
    lines += [wrapped("- ", _sentence(name, one, repeated, lang)) for name, one in found.items()]
    rows = [(_said("rows", lang, measure=first), _said("diff", lang), _said("ci", lang))]
    for one in (Repeated({}, {first: found[first]}), *repeated):
        rows.append(_row(one.called or _said("asked", lang), one.measures[first], lang))
    return "\n".join(lines) + "\n\n" + fitted(rows)


def _row(called: str, one: Contrast, lang: str) -> tuple[str, str, str]:
    low, high = one.ci
    places = decimals(None if low is None or high is None else (high - low) / 2, one.diff)
    return called, shown(one.diff, places, lang), between(one.ci, places, lang)


def _choices(repeated: Sequence[Repeated]) -> str:
    options: dict[str, list[str]] = {}
    for one in repeated:
        for name, option in one.rivals.items():
            if option not in options.setdefault(name, []):
                options[name].append(option)
    return "; ".join(f"{name}: {', '.join(sorted(known))}" for name, known in options.items())


def _sentence(name: str, found: Contrast, repeated: Sequence[Repeated], lang: str) -> str:
    called = f"{getattr(MEASURES[name], lang).rstrip('.')} ({name})"
    if not is_clear(found.ci):
        return _said("unclear", lang, name=called)
    same, open_, turned = verdict(found, [one.measures[name] for one in repeated])
    key = "survives" if same == len(repeated) else ("turns" if turned else "fades")
    where = [one.called for one in repeated if _turned(found, one.measures[name])]
    return _said(
        key, lang, name=called, same=same, open=open_, turned=turned, n=len(repeated), where="; ".join(where)
    )


def _turned(found: Contrast, other: Contrast) -> bool:
    return is_clear(other.ci) and (found.diff or 0.0) * (other.diff or 0.0) < 0


SAID: dict[str, tuple[str, str]] = {
    "none": (
        "By rival rules: every choice is set by hand, so there is nothing to repeat.",
        "Met rivaliserende regels: elke keuze is met de hand gezet, dus er valt niets te herhalen.",
    ),
    "head": (
        "By rival rules: the same worlds under {n} other combinations ({choices}).",
        "Met rivaliserende regels: dezelfde werelden onder {n} andere combinaties ({choices}).",
    ),
    "survives": (
        "{name}: the direction survives in all {n}.",
        "{name}: de richting blijft in alle {n} overeind.",
    ),
    "fades": (
        "{name}: the direction never turns, but in {open} of {n} the difference is not clear from 0 "
        "(the same and clear in {same}).",
        "{name}: de richting keert nergens om, maar in {open} van de {n} is het verschil niet duidelijk "
        "van 0 te onderscheiden (duidelijk hetzelfde in {same}).",
    ),
    "turns": (
        "{name}: the direction does NOT survive: it turns in {turned} of {n} ({where}); the same and clear "
        "in {same}, not clear in {open}.",
        "{name}: de richting blijft NIET overeind: zij keert om in {turned} van de {n} ({where}); duidelijk "
        "hetzelfde in {same}, onduidelijk in {open}.",
    ),
    "unclear": (
        "{name}: the difference is not clear from 0, so there is no direction to survive.",
        "{name}: het verschil is niet duidelijk van 0 te onderscheiden; er is geen richting om te toetsen.",
    ),
    "rows": ("{measure} under", "{measure} onder"),
    "diff": ("difference", "verschil"),
    "ci": ("95 % interval", "95%-interval"),
    "asked": ("the rules as asked", "de regels zoals gevraagd"),
}
_said = sayer(SAID)
