"""Pages of ``bodem docs`` on how the model is built: the week, the families, formulas, state, draws."""

from __future__ import annotations

import inspect
import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from experiments import dutch
from experiments.anatomy import STREAMS, phases_of, plain, rules_in, source_of, step, streams_in
from experiments.markdown import page, table
from experiments.presets import FilePresets
from sim.registry import RULES, Rule
from sim.state import LAYOUTS
from sim.week import PHASES, happen

PHASES_NL: Final = {
    "happen": "wat van buiten komt",
    "govern": "de gemeente handelt",
    "encounter": "ontmoetingen",
    "reflect": "gesprek over samenwerken",
    "collaborate": "samenwerkingen",
    "live": "gezinnen",
    "serve": "hulp",
    "settle": "voorraden worden bijgewerkt",
    "record": "meten",
}
WEEK: Final[dict[str, Callable[..., Any]]] = {"happen": happen, **PHASES}


def says(function: Callable[..., Any]) -> str:
    """The first sentence of what a function says it does."""
    return step(plain(function)).says


def mermaid(lines: Iterable[str], direction: str = "LR") -> str:
    """A Mermaid flow chart."""
    return "\n".join(["```mermaid", f"flowchart {direction}", *(f"  {line}" for line in lines), "```"])


def week(presets: FilePresets) -> str:
    """The week as it is carried out: phases, steps, the rules and the draws in each."""
    parts = [mermaid(_week_chart(), "TD")]
    for number, (name, function) in enumerate(WEEK.items()):
        rows = [
            (f"`{called.__name__}`", says(called), _names(rules_in(called)), _names(streams_in(called)))
            for called in _steps(function)
        ]
        rows = rows or [(f"`{name}`", says(function), "", "")]
        parts += [
            f"## {number}. {name} / {PHASES_NL[name]}",
            says(function),
            table(("step", "what it does", "rules at work in it", "draws"), rows),
        ]
    about = (
        "One step of the model is one week. It is this list, in this order; a box names the rules at work in "
        "it. Read from the code of `sim/week.py` and `sim/phases/`.",
        "Eén stap van het model is één week: deze lijst, in deze volgorde.",
    )
    return page("The week / De week", about, *parts)


def _steps(function: Callable[..., Any]) -> Iterator[Callable[..., Any]]:
    """What a phase consists of; what it does in each borough is taken apart."""
    for called in step(plain(function)).calls:
        if list(inspect.signature(plain(called)).parameters) == ["w", "b"]:
            yield from _steps(called)
        else:
            yield called


def _week_chart() -> Iterator[str]:
    names = list(WEEK)
    for number, name in enumerate(names):
        rules = [] if name == "record" else rules_in(WEEK[name])
        told = "<br/>".join(", ".join(rules[at : at + 5]) for at in range(0, len(rules), 5))
        yield f'{name}["<b>{number}. {name}</b> / {PHASES_NL[name]}{"<br/>" if told else ""}{told}"]'
    yield from (f"{one} --> {other}" for one, other in itertools.pairwise(names))
    yield f"{names[-1]} -. next week .-> {names[0]}"


def families(presets: FilePresets) -> str:
    """A diagram of each family: what goes into its rules and what comes out, with the tested signs."""
    parts = []
    for family in dict.fromkeys(rule.family for rule in RULES):
        rules = [rule for rule in RULES if rule.family == family]
        rows = [(f"`{rule.key}`", rule.en, rule.nl, ", ".join(phases_of(rule.key))) for rule in rules]
        parts += [
            f"## {family} / {dutch.FAMILIES.get(family, family)}",
            mermaid(line for number, rule in enumerate(rules) for line in _rule_chart(rule, number)),
            table(("rule", "claim", "bewering", "works in"), rows),
        ]
    about = (
        "Each box is a rule with the terms it yields; an arrow says which way more of something moves a "
        "term (`+` more, `-` less), as the sign tests hold it to. A dotted line: read, without a sign of "
        "its own. Rules with the same word at the left read the same kind of thing.",
        "Elk kader is een regel met wat zij oplevert; een pijl zegt welke kant meer van iets een term op "
        "duwt (`+` meer, `-` minder). Stippellijn: wordt gelezen, zonder eigen richting.",
    )
    return page("Families of rules / Families van regels", about, *parts)


def _rule_chart(rule: Rule, number: int) -> Iterator[str]:
    yield f'subgraph r{number}["{rule.key} ({rule.evidence}, {rule.section})"]'
    for term in rule.yields:
        yield f'  r{number}_{_id(term)}["{_words(term)}"]'
    yield "end"
    signed = set()
    for sign in rule.signs:
        signed.add(sign.given)
        mark = "+" if sign.direction > 0 else "-"
        yield f'{_given(rule, sign.given)} -- "{mark}" --> r{number}_{_id(sign.term)}'
    for name in rule.inputs:
        if name not in signed:
            yield f"{_given(rule, name)} -.-> r{number}"


def _given(rule: Rule, name: str) -> str:
    """A node for what a sign starts from: an input of the rule, or one of its parameters."""
    shape = ("([", "])") if name in rule.inputs else ("{{", "}}")
    return f'i_{_id(name)}{shape[0]}"{_words(name)}"{shape[1]}'


def _id(name: str) -> str:
    return re.sub(r"\W", "_", name)


def _words(name: str) -> str:
    return name.replace("_", " ")


def formulas(presets: FilePresets) -> str:
    """Every rule as it is computed."""
    parts = []
    for family in dict.fromkeys(rule.family for rule in RULES):
        parts.append(f"## {family} / {dutch.FAMILIES.get(family, family)}")
        for rule in RULES:
            if rule.family == family:
                parts += _formula(rule)
    parts.append("## rival forms / rivaliserende vormen")
    parts.append(
        "Where a rule has rival forms, the phase asks one of these functions instead of the rule; `form` is "
        "the place of the chosen form in the list of [rival forms](rivals.md), from 0."
    )
    for chosen in _rival_functions():
        parts.append(f"```python\n{source_of(chosen)}\n```")
    about = (
        "The whole computation of every rule. `p` holds the [parameters](parameters.md); the other arguments "
        "are plain numbers, with the range over which the contract tests hold the rule to its signs. A rule "
        "changes nothing: it returns the terms named under *yields*, in that order.",
        "De hele berekening van elke regel: argumenten met hun bereik, wat zij oplevert, en de formule.",
    )
    return page("Formulas / Formules", about, *parts)


def _formula(rule: Rule) -> Iterator[str]:
    inputs = ", ".join(f"`{name}` {low:g} to {high:g}" for name, (low, high) in rule.inputs.items())
    yield f"### {rule.key}"
    yield f"{rule.en} ({rule.evidence}, {rule.section}.) Without it: {rule.without}"
    yield f"Inputs: {inputs or '-'}. Yields: {', '.join(f'`{name}`' for name in rule.yields)}."
    yield f"```python\n{source_of(rule.function)}\n```"


def _rival_functions() -> Iterator[Callable[..., Any]]:
    from sim.mechanisms import forms, occasions

    for module in (forms, occasions):
        for function in vars(module).values():
            made = plain(function)
            if inspect.isfunction(made) and made.__module__ == module.__name__:
                yield made


def state(presets: FilePresets) -> str:
    """Every field of every record."""
    parts = []
    for name, fields in LAYOUTS.items():
        rows = [
            (f"`{one.name}`" + (f" x {one.shape[0]}" if one.shape else ""), f"{one.low:g} to {one.high:g}",
             "whole" if one.kind.startswith("i") else "number", one.meaning)
            for one in fields if not one.name.endswith(("_up", "_down"))
        ]  # fmt: skip
        moved = [one.name.removesuffix("_up") for one in fields if one.name.endswith("_up")]
        parts += [f"## {name}", table(("field", "bounds", "kind", "meaning"), rows)]
        if moved:
            parts.append(f"With two sums each, of this week's rises and falls: {_names(moved)}.")
    about = (
        "What everybody and everything carries: one record per row. Bounds hold after every week; a property "
        "test tries to break them.",
        "Wat iedereen en alles met zich meedraagt: één rij per persoon, organisatie, duo of samenwerking.",
    )
    return page("State / Toestand", about, *parts)


def draws(presets: FilePresets) -> str:
    """Every stream of draws and where it is drawn."""
    rows = []
    for name, number in sorted(STREAMS.items(), key=lambda item: item[1]):
        where = [phase for phase, function in WEEK.items() if name in streams_in(function)]
        rows.append((f"`{name}`", number, ", ".join(where) or "before the first week"))
    about = (
        "A draw is a hash of (seed, stream, week, who, whom): no draw hangs on how many were made before it, "
        "so that two worlds of one seed stay paired. A number is never used again for something else.",
        "Een trekking is een hash van (seed, stroom, week, wie, bij wie).",
    )
    return page("Draws / Trekkingen", about, table(("stream", "number", "drawn in"), rows))


def _names(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
