"""``bodem list`` and ``bodem explain``: what there is, where it comes from, how sure it is."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import sim.library  # noqa: F401  (registers parameters, rules, policies and measures)
from experiments import entries, words
from experiments.case import cases
from experiments.errors import Refused, nearest
from experiments.parsers import LISTS
from experiments.presets import ReadablePresets, told
from experiments.progress import warn
from sim.registry import MEASURES, PARAMETERS, POLICIES, RULES, UnknownName, rule_number
from sim.rivals import RIVALS

KINDS: Final = LISTS
REGISTRIES: Final[dict[str, Mapping[str, Any]]] = {
    "measures": MEASURES,
    "parameters": PARAMETERS,
    "policies": POLICIES,
    "rivals": RIVALS,
}


@dataclass(frozen=True)
class Entry:
    """Something with a name: its kind, a line about it, and everything known as labelled facts."""

    kind: str
    name: str
    line: str
    facts: dict[str, Any]


class Catalogue:
    """All entries in one language (``en`` or ``nl``), the user's own presets included."""

    def __init__(self, lang: str = "en", config_dir: Path | None = None) -> None:
        self.lang, self.presets = lang, ReadablePresets(config_dir)

    def listed(self, kind: str) -> list[tuple[str, str]]:
        """Name and line of everything of one kind, in the order of the registry."""
        if kind not in KINDS:
            raise UnknownName("list", kind, KINDS)
        return [(name, self._line(kind, name)) for name in self._names(kind)]

    def explained(self, name: str) -> list[Entry]:
        """Every entry called ``name``, of whatever kind; raises Refused when there is none."""
        known = self._known
        found = [
            Entry(kind, given, self._line(kind, given), self._facts(kind, given))
            for kind, given, others in known
            if name == given or name in others
        ]
        if not found:
            names = [one for _, given, others in known for one in (*others, given)]
            raise Refused(f"Nothing is called '{name}'{nearest(name, names)}")
        return found

    @cached_property
    def _known(self) -> list[tuple[str, str, list[str]]]:
        """Kind, name and other names of everything there is."""
        return [(kind, given, _aliases(kind, given)) for kind in KINDS for given in self._names(kind)]

    def _names(self, kind: str) -> list[str]:
        if kind == "cases":
            return cases(self.presets)
        if kind in entries.GROUPS:
            return self.presets.names(entries.GROUPS[kind])
        return [rule.key for rule in RULES] if kind == "rules" else list(REGISTRIES[kind])

    def _line(self, kind: str, name: str) -> str:
        if kind in entries.GROUPS:
            return self._preset_line(entries.GROUPS[kind], name)
        entry = RULES[rule_number(name)] if kind == "rules" else REGISTRIES[kind][name]
        line: str = getattr(entry, self.lang)
        return line

    def _preset_line(self, group: str, name: str) -> str:
        about = self.presets.metadata(group, name)
        text = told(about, "description", self.lang) or told(about, "note", self.lang)
        label = told(about, "label", self.lang)
        return f"{label}: {text}" if label and text else label or text

    def _facts(self, kind: str, name: str) -> dict[str, Any]:
        return entries.FACTS[kind](name, self.lang, self.presets)


def _aliases(kind: str, key: str) -> list[str]:
    """A rule's name without the family that its switch carries; the options of a rival choice."""
    if kind == "rivals":
        return [option.name for option in RIVALS[key].options]
    return [RULES[rule_number(key)].name] if kind == "rules" else []


def list_command(options: Any) -> int:
    """Do what ``bodem list`` was asked; return the exit code."""
    catalogue = Catalogue(options.lang, options.config_dir)
    rows = catalogue.listed(options.kind)
    warn(catalogue.presets.unread)
    if options.json:
        print(json.dumps(dict(rows), ensure_ascii=False))
        return 0
    width = max((len(name) for name, _ in rows), default=0)
    for name, line in rows:
        print(words.wrapped(f"{name.ljust(width)}  ", line))
    return 0


def explain_command(options: Any) -> int:
    """Do what ``bodem explain`` was asked; return the exit code."""
    catalogue = Catalogue(options.lang, options.config_dir)
    found = catalogue.explained(options.name)
    warn(catalogue.presets.unread)
    if options.json:
        print(json.dumps([vars(entry) for entry in found], ensure_ascii=False, default=str))
        return 0
    print("\n\n".join(page(entry, options.lang) for entry in found))
    return 0


def page(entry: Entry, lang: str) -> str:
    """What is told of one entry, for a terminal."""
    kind = words.kind(entry.kind, lang)
    return "\n".join([f"{entry.name} ({kind})", words.wrapped("  ", entry.line), *_lines(entry.facts, lang)])


def _lines(facts: dict[str, Any], lang: str) -> Iterator[str]:
    for key, value in facts.items():
        label = words.label(key, lang)
        if isinstance(value, (list, tuple)):
            yield f"  {label}:" if value else f"  {label}: {words.nothing(lang)}"
            yield from (words.wrapped("    - ", str(item)) for item in value)
        else:
            yield words.wrapped(f"  {label}: ", str(value))
