"""Everything known about one entry of each kind, as labelled facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from experiments.answer import PERIODS
from experiments.presets import FilePresets
from experiments.words import EVIDENCE_NL
from sim.registry import EVIDENCE, MEASURES, PARAMETERS, POLICIES, RULES, Parameter, Rule
from sim.rivals import RIVALS
from sim.settings import Lever

GROUPS: Final = {"strategies": "strategy", "levers": "levers", "districts": "district"}
Facts = dict[str, Any]


def evidence(letter: str, lang: str) -> str:
    """An evidence class in words."""
    return f"{letter}: {(EVIDENCE_NL if lang == 'nl' else EVIDENCE)[letter]}"


def _rule(name: str, lang: str, presets: FilePresets) -> Facts:
    rule = next(rule for rule in RULES if rule.key == name)
    return {
        "family": rule.family,
        "section": rule.section,
        "evidence": evidence(rule.evidence, lang),
        "yields": ", ".join(rule.yields),
        "without": rule.without,
        "signs": [
            f"{sign.given} => {sign.term} {'up' if sign.direction > 0 else 'down'}" for sign in rule.signs
        ],
        "parameters": [
            f"{one}: {_range(PARAMETERS[one], lang)}" for one in (*rule.parameters, *rule.phase_parameters)
        ],
        "moved_by": [lever.name for lever in presets.levers() if _touches(presets, lever, rule)],
        "set_with": f"rules.{rule.key}=false",
    }


def _touches(presets: FilePresets, lever: Lever, rule: Rule) -> bool:
    touched = presets.metadata("levers", lever.name).get("touches", [])
    return rule.key in touched or rule.name in touched


def _range(entry: Parameter, lang: str) -> str:
    to, unit = ("tot" if lang == "nl" else "to"), entry.unit
    return f"{entry.default:g} ({entry.low:g} {to} {entry.high:g}) {unit}. {getattr(entry, lang)}"


def _parameter(name: str, lang: str, presets: FilePresets) -> Facts:
    entry = PARAMETERS[name]
    readers = [rule.key for rule in RULES if name in (*rule.parameters, *rule.phase_parameters)]
    readers += [
        f"rivals.{choice.name}={option.name}"
        for choice in RIVALS.values()
        for option in choice.options
        if name in option.parameters
    ]
    readers += [f"policy {policy.name} (price)" for policy in POLICIES.values() if policy.price == name]
    return {
        "default": f"{entry.default:g}",
        "range": f"{entry.low:g} - {entry.high:g}",
        "bounds": f"{entry.minimum:g} - {entry.maximum:g}".replace("- inf", "-"),
        "unit": entry.unit,
        "evidence": evidence(entry.evidence, lang),
        "source": entry.source,
        "read_by": readers,
        "set_with": f"parameters.{name}={entry.default:g}",
    }


def _measure(name: str, lang: str, presets: FilePresets) -> Facts:
    entry = MEASURES[name]
    return {"group": entry.group, "unit": entry.unit, "how": entry.how, "summary": PERIODS[entry.summary]}


def _policy(name: str, lang: str, presets: FilePresets) -> Facts:
    entry = POLICIES[name]
    levers = [(lever, effect) for lever in presets.levers() for effect in lever.effects]
    strategies = ((one, presets.strategy(one).policies) for one in presets.names("strategy"))
    return {
        "default": f"{entry.default:g}",
        "bounds": f"{entry.minimum:g} - {entry.maximum:g}",
        "unit": entry.unit,
        "section": entry.section,
        "price": entry.price or "-",
        "set_by": [f"{one}: {policies[name]:g}" for one, policies in strategies if name in policies],
        "moved_by": [lever.name for lever, effect in levers if effect.policy == name],
        "set_with": f"strategy.policies.{name}={entry.default:g}",
    }


def _strategy(name: str, lang: str, presets: FilePresets) -> Facts:
    about = presets.metadata("strategy", name)
    sources = about.get("sources", {})
    rows = [
        f"{policy} = {value:g}{_because(sources.get(policy))}: {getattr(POLICIES[policy], lang)}"
        for policy, value in presets.strategy(name).policies.items()
    ]
    return {"section": about.get("section", "-"), "policies": rows, "set_with": f"strategy={name}"}


def _lever(name: str, lang: str, presets: FilePresets) -> Facts:
    lever = next(lever for lever in presets.levers() if lever.name == name)
    about = presets.metadata("levers", name)
    sources = about.get("sources", {})
    return {
        "section": about.get("section", "-"),
        "tag": lever.tag,
        "effects": [
            f"{effect.policy} {_moved(effect.how, effect.amount)}"
            f"{_because(sources.get('effects', {}).get(effect.policy))}"
            for effect in lever.effects
        ],
        "cost": [
            f"{lever.euros:g} euros per week, per {lever.per}{_because(sources.get('euros'))}",
            f"{lever.hours:g} hours per week, per {lever.per}{_because(sources.get('hours'))}",
        ],
        "target": ", ".join(lever.target),
        "when": f"{lever.start} - {lever.end}",
        "touches": list(about.get("touches", [])),
        "set_with": f"levers.{name}.intensity=1",
    }


def _moved(how: str, amount: float) -> str:
    return f"{amount:+g}" if how == "add" else f"x {1 + amount:g}"


def _because(source: object) -> str:
    """Section, assumed range and reason of one number, in brackets."""
    if not isinstance(source, Mapping):
        return ""
    parts = [str(source["section"])] if "section" in source else []
    if source.get("assumption"):
        parts.append("assumption")
    if "low" in source and "high" in source:
        parts.append(f"{source['low']} - {source['high']}")
    text = str(source.get("why") or source.get("note") or "")
    return (f" ({', '.join(parts)})" if parts else "") + (f" {text}" if text else "")


def _district(name: str, lang: str, presets: FilePresets) -> Facts:
    one = presets.district(name)
    about = presets.metadata("district", name)
    people = sum(organisation.workers for organisation in one.self_organisations)
    staff = sum(institution.professionals for institution in one.institutions)
    return {
        "counts": [
            f"{one.parents} parents",
            f"{people} informal workers",
            f"{staff} professionals",
            f"{one.budget:g} euros per year",
        ],
        "communities": [f"{each.name}: {each.share:.0%}" for each in one.communities],
        "self_organisations": [
            f"{each.name}: {each.orientation}, {each.workers} informal workers, reach "
            f"{each.reach:g} every {each.weeks_between} week(s)"
            for each in one.self_organisations
        ],
        "institutions": [
            f"{each.name}: {each.domain}, {each.advisers} advisers, {each.case_workers} case "
            f"workers, {each.managers} managers"
            for each in one.institutions
        ],
        "sources": list(_evidence_lines(about.get("evidence", []))),
        "set_with": f"district={name}",
    }


def _rival(name: str, lang: str, presets: FilePresets) -> Facts:
    choice = RIVALS[name]
    return {
        "rule": choice.rule,
        "default": choice.default,
        "options": [
            f"{option.name} ({option.section}; {evidence(option.evidence, lang)}): {getattr(option, lang)}"
            for option in choice.options
        ],
        "parameters": [
            f"{one}: {_range(PARAMETERS[one], lang)}"
            for option in choice.options
            for one in option.parameters
        ],
        "set_with": [f"rivals.{name}={option.name}" for option in choice.options],
    }


def _evidence_lines(notes: object) -> Iterator[str]:
    for note in notes if isinstance(notes, list) else []:
        yield f"{note.get('of', '-')}{_because(note)}"


FACTS: Final[dict[str, Callable[[str, str, FilePresets], Facts]]] = {
    "rules": _rule,
    "parameters": _parameter,
    "measures": _measure,
    "policies": _policy,
    "strategies": _strategy,
    "levers": _lever,
    "districts": _district,
    "rivals": _rival,
}
