"""``bodem docs``: the tables of docs/tables/, written from the registry and the presets, or checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final

import sim.library  # noqa: F401  (registers parameters, rules, policies and measures)
from experiments import docs_model, dutch
from experiments.answer import PERIODS
from experiments.errors import Refused
from experiments.markdown import page, table
from experiments.presets import FilePresets, told
from experiments.progress import say
from experiments.words import EVIDENCE_NL
from sim.registry import EVIDENCE, MEASURES, PARAMETERS, POLICIES, RULES
from sim.rivals import RIVALS

ROOT: Final = Path(__file__).resolve().parent.parent
PLACE: Final = ROOT / "docs" / "tables"


def pages(presets: FilePresets | None = None) -> dict[str, str]:
    """Every page by its file name."""
    known = presets or FilePresets()
    return {name: f"{make(known).rstrip()}\n" for name, make in PAGES.items()}


def stale(folder: Path = PLACE) -> list[str]:
    """The pages in ``folder`` that are missing, left over, or not what the registry says now."""
    made = pages()
    there = {file.name: file.read_text(encoding="utf-8") for file in folder.glob("*.md")}
    return sorted(name for name in made.keys() | there.keys() if made.get(name) != there.get(name))


def command(options: Any) -> int:
    """Do what ``bodem docs`` was asked; return the exit code."""
    folder = options.out or PLACE
    if options.out is None and not (ROOT / "docs").is_dir():
        raise Refused("There is no docs/ beside this installation; say where to write with --out.")
    if options.check:
        old = stale(folder)
        print(
            f"Not up to date: {', '.join(old)}." if old else f"All tables in '{folder.name}' are up to date."
        )
        return 1 if old else 0
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (folder / name).write_text(text, encoding="utf-8")
    say(f"wrote {len(PAGES)} tables to '{options.out or 'docs/tables'}'.")
    return 0


def _classes(letters: Iterable[str], what: tuple[str, str]) -> str:
    """How many carry each evidence class, with the share."""
    count = Counter(letters)
    total = sum(count.values())
    rows = [
        (letter, EVIDENCE[letter], EVIDENCE_NL[letter], count[letter], share_told(count[letter], total))
        for letter in EVIDENCE
    ]
    head = ("class", "meaning", "betekenis", f"{what[0]} / {what[1]}", "share / aandeel")
    return table(head, [*rows, ("", "all", "alle", total, "100%")])


def share_told(some: int, total: int) -> str:
    """A share in whole per cents that says neither none nor all when that is not so."""
    share = some / total
    if 0 < share < 0.005:
        return "<1%"
    return ">99%" if 0.995 <= share < 1 else f"{share:.0%}"


def _rules(presets: FilePresets) -> str:
    families = dict.fromkeys(rule.family for rule in RULES)
    parts = []
    for family in families:
        mine = [rule for rule in RULES if rule.family == family]
        head = ("rule", "section", "evidence", "claim", "bewering", "without it", "zonder deze regel")
        rows = [
            (f"`{rule.key}`", rule.section, rule.evidence, rule.en, rule.nl, rule.without,
             dutch.WITHOUT.get(rule.key, "-"))
            for rule in mine
        ]  # fmt: skip
        parts += [f"## {family} / {dutch.FAMILIES.get(family, family)}", table(head, rows)]
    return page(
        "Rules / Regels",
        (
            f"{len(RULES)} causal claims, each with a switch (`rules.NAME=false`). A sign test holds each to "
            "its direction over the whole plausible range of its parameters.",
            f"{len(RULES)} oorzakelijke beweringen, elk met een schakelaar (`rules.NAAM=false`).",
            _classes((rule.evidence for rule in RULES), ("rules", "regels")),
        ),
        *parts,
    )


def _parameters(presets: FilePresets) -> str:
    readers: dict[str, list[str]] = {}
    for rule in RULES:
        for name in (*rule.parameters, *rule.phase_parameters):
            readers.setdefault(name, []).append(rule.key)
    for choice in RIVALS.values():
        for option in choice.options:
            for name in option.parameters:
                readers.setdefault(name, []).append(f"{choice.name}={option.name}")
    head = ("parameter", "default", "plausible", "unit", "class", "source", "meaning", "betekenis", "read by")
    rows = [
        (f"`{one.name}`", f"{one.default:g}", f"{one.low:g} to {one.high:g}", one.unit, one.evidence,
         one.source, one.en, one.nl, ", ".join(dict.fromkeys(readers.get(one.name, ["-"]))))
        for one in PARAMETERS.values()
    ]  # fmt: skip
    return page(
        "Parameters",
        (
            "The size of nearly every number is an assumption: the report gives directions. The class says "
            "how sure the *size* is, not the claim. `-` under *read by*: a rate or a start that belongs to "
            "no single rule, or a price.",
            "De grootte van bijna elk getal is een aanname: het rapport geeft richtingen. De klasse zegt hoe "
            "zeker de *grootte* is, niet de bewering.",
            _classes((one.evidence for one in PARAMETERS.values()), ("parameters", "parameters")),
        ),
        table(head, rows),
    )


def _measures(presets: FilePresets) -> str:
    head = ("measure", "group", "unit", "told as", "meaning", "betekenis", "how it is counted")
    rows = [
        (f"`{one.name}`", one.group, one.unit, PERIODS[one.summary], one.en, one.nl, one.how)
        for one in MEASURES.values()
    ]
    about = (
        f"{len(MEASURES)} measures are recorded every week; *told as* says how a run becomes one number.",
        f"{len(MEASURES)} maten worden elke week vastgelegd.",
    )
    return page("Measures / Maten", about, table(head, rows))


def _policies(presets: FilePresets) -> str:
    values = {name: presets.strategy(name).policies for name in presets.names("strategy")}
    head = ("policy", "default", *values, "unit", "section", "meaning", "betekenis")
    rows = [
        (f"`{one.name}`", f"{one.default:g}", *(_value(known.get(one.name)) for known in values.values()),
         one.unit, one.section, one.en, one.nl)
        for one in POLICIES.values()
    ]  # fmt: skip
    return "## Policies / Beleidsknoppen\n\nEmpty: the default. / Leeg: de standaard.\n\n" + table(head, rows)


def _value(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _strategies(presets: FilePresets) -> str:
    rows = []
    for name in presets.names("strategy"):
        about = presets.metadata("strategy", name)
        rows.append(
            (f"`{name}`", told(about, "label", "nl"), about.get("section", "-"),
             told(about, "description", "en"), told(about, "description", "nl"))
        )  # fmt: skip
    head = ("strategy", "naam", "section", "in short", "in het kort")
    return page(
        "Strategies / Strategieën",
        (
            "A strategy is a value for each policy and nothing more; no rule knows its name. `bodem path A "
            "B` moves from one to the other, one policy at a time.",
            "Een strategie is een waarde voor elke beleidsknop en niets meer; geen regel kent haar naam.",
        ),
        table(head, rows),
        _policies(presets),
    )


def _levers(presets: FilePresets) -> str:
    rows = []
    for lever in presets.levers():
        about = presets.metadata("levers", lever.name)
        effects = "; ".join(
            f"{effect.policy} {effect.amount:+g}"
            if effect.how == "add"
            else f"{effect.policy} x {1 + effect.amount:g}"
            for effect in lever.effects
        )
        sources = about.get("sources", {})
        rows.append(
            (f"`{lever.name}`", told(about, "label", "nl"), lever.tag, about.get("section", "-"), effects,
             f"{lever.euros:g} {_range(sources.get('euros'))}".strip(),
             f"{lever.hours:g} {_range(sources.get('hours'))}".strip(), lever.per,
             told(about, "description", "en"), told(about, "description", "nl"),
             ", ".join(about.get("touches", [])))
        )  # fmt: skip
    head = ("lever", "naam", "tag", "section", "moves at intensity 1", "euros per week", "hours per week",
            "per", "what", "wat", "rules touched")  # fmt: skip
    return page(
        "Levers / Ingrepen",
        (
            "Costs are assumptions, with their range in brackets. Set with `levers.NAME.intensity=1`.",
            "Kosten zijn aannames, met hun bereik tussen haakjes.",
        ),
        table(head, rows),
    )


def _range(source: object) -> str:
    if isinstance(source, dict) and "low" in source and "high" in source:
        return f"({source['low']:g} to {source['high']:g})"
    return ""


def _rivals(presets: FilePresets) -> str:
    rows = [
        (f"`rivals.{choice.name}={option.name}`" + (" (default)" if option.name == choice.default else ""),
         choice.rule, option.section, option.evidence, option.en, option.nl, ", ".join(option.parameters))
        for choice in RIVALS.values()
        for option in choice.options
    ]  # fmt: skip
    head = ("form", "of the rule", "section", "evidence", "claim", "bewering", "own parameters")
    return page(
        "Rival forms / Rivaliserende vormen",
        (
            "Where readings disagree, the forms can be chosen. `--rivals` on `compare` and `why` repeats a "
            "comparison over every combination and says whether its direction survives.",
            "Waar lezingen verschillen kan men een vorm kiezen. `--rivals` herhaalt een vergelijking over "
            "elke combinatie en zegt of de richting overeind blijft.",
        ),
        table(head, rows),
    )


PAGES: Final[dict[str, Callable[[FilePresets], str]]] = {
    "rules.md": _rules,
    "parameters.md": _parameters,
    "levers.md": _levers,
    "strategies.md": _strategies,
    "measures.md": _measures,
    "rivals.md": _rivals,
    "week.md": docs_model.week,
    "families.md": docs_model.families,
    "formulas.md": docs_model.formulas,
    "state.md": docs_model.state,
    "draws.md": docs_model.draws,
}
