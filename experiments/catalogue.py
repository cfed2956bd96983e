"""``bodem list`` and ``bodem explain``: what there is, where it comes from, how sure it is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from experiments import entries, words
from experiments.errors import Refused, nearest
from experiments.presets import FilePresets, told
from sim.registry import MEASURES, PARAMETERS, POLICIES, RULES, UnknownName

KINDS: Final = ("strategies", "levers", "rules", "measures", "parameters", "districts", "policies")


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
        self.lang, self.presets = lang, FilePresets(config_dir)

    def listed(self, kind: str) -> list[tuple[str, str]]:
        """Name and line of everything of one kind, in the order of the registry."""
        if kind not in KINDS:
            raise UnknownName("list", kind, KINDS)
        return list(self._lines(kind))

    def explained(self, name: str) -> list[Entry]:
        """Every entry called ``name``, of whatever kind; raises Refused when there is none."""
        found = [Entry(kind, given, line, self._facts(kind, given)) for kind in KINDS
                 for given, line in self._lines(kind) if name in (given, _bare(kind, given))]
        if not found:
            known = [given for kind in KINDS for given, _ in self._lines(kind)]
            raise Refused(f"Nothing is called '{name}'{nearest(name, known)}")
        return found

    def _lines(self, kind: str) -> Iterator[tuple[str, str]]:
        if kind == "rules":
            yield from ((rule.key, getattr(rule, self.lang)) for rule in RULES)
        elif kind in entries.GROUPS:
            for name in self.presets.names(entries.GROUPS[kind]):
                yield name, self._preset_line(entries.GROUPS[kind], name)
        else:
            registry = {"measures": MEASURES, "parameters": PARAMETERS, "policies": POLICIES}[kind]
            yield from ((name, getattr(entry, self.lang)) for name, entry in registry.items())

    def _preset_line(self, group: str, name: str) -> str:
        about = self.presets.metadata(group, name)
        text = told(about, "description", self.lang) or told(about, "note", self.lang)
        label = told(about, "label", self.lang)
        return f"{label}: {text}" if label and text else label or text

    def _facts(self, kind: str, name: str) -> dict[str, Any]:
        return entries.FACTS[kind](name, self.lang, self.presets)


def _bare(kind: str, key: str) -> str:
    """The name of a rule without the family that its switch carries."""
    return next((rule.name for rule in RULES if kind == "rules" and rule.key == key), key)


def list_command(options: Any) -> int:
    """Do what ``bodem list`` was asked; return the exit code."""
    rows = Catalogue(options.lang, options.config_dir).listed(options.kind)
    if options.json:
        print(json.dumps(dict(rows), ensure_ascii=False))
        return 0
    width = max((len(name) for name, _ in rows), default=0)
    for name, line in rows:
        print(words.wrapped(f"{name.ljust(width)}  ", line))
    return 0


def explain_command(options: Any) -> int:
    """Do what ``bodem explain`` was asked; return the exit code."""
    found = Catalogue(options.lang, options.config_dir).explained(options.name)
    if options.json:
        print(json.dumps([vars(entry) for entry in found], ensure_ascii=False, default=str))
        return 0
    print("\n\n".join(_page(entry, options.lang) for entry in found))
    return 0


def _page(entry: Entry, lang: str) -> str:
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
