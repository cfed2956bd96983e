"""Rival forms of a rule: where readings disagree, which of them holds in a world is a named choice.

A choice is declared beside the rule whose form it is; the phase that calls the rule reads
``w.rivals[0].NAME`` and compares it with ``option_number(NAME, OPTION)``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sim.registry import UnknownName, find


@dataclass(frozen=True)
class Option:
    """One of the forms: where it comes from, what it claims, and the parameters that only it reads."""

    name: str
    section: str
    evidence: str
    en: str
    nl: str
    parameters: tuple[str, ...] = ()


@dataclass(frozen=True)
class RivalChoice:
    """What is chosen, for which rule, and the forms; the first holds unless told otherwise."""

    name: str
    rule: str
    en: str
    nl: str
    options: tuple[Option, ...]

    @property
    def default(self) -> str:
        """The form that holds unless another is chosen."""
        return self.options[0].name

    def number(self, option: object) -> int:
        """The place of a form in the choice; raises UnknownName with the nearest."""
        names = [one.name for one in self.options]
        if option not in names:
            raise UnknownName(f"option of 'rivals.{self.name}'", str(option), names)
        return names.index(str(option))


RIVALS: Final[dict[str, RivalChoice]] = {}


def rival(name: str, rule: str, en: str, nl: str, *options: Option) -> RivalChoice:
    """Register a choice between at least two forms of the rule whose switch is ``rule``; default first."""
    if name in RIVALS:
        raise ValueError(f"The rival choice '{name}' is declared twice.")
    if len({option.name for option in options}) != len(options) or len(options) < 2:
        raise ValueError(f"The rival choice '{name}' needs two or more options, each with its own name.")
    RIVALS[name] = RivalChoice(name, rule, en, nl, options)
    return RIVALS[name]


def choice_named(name: str) -> RivalChoice:
    """The choice called ``name``; raises UnknownName with the nearest."""
    found: RivalChoice = find("rival choice", RIVALS, name)
    return found


def option_number(name: str, option: str) -> int:
    """The number by which compiled code knows a form; raises UnknownName with the nearest."""
    return choice_named(name).number(option)


def chosen(given: Mapping[str, str]) -> dict[str, str]:
    """The form that holds in every choice, given those that were chosen; raises UnknownName."""
    for name, option in given.items():
        choice_named(name).number(option)
    return {name: given.get(name, choice.default) for name, choice in RIVALS.items()}
