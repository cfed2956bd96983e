"""Everything known about one entry of each kind, as labelled facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from experiments import dutch
from experiments.answer import PERIODS
from experiments.presets import FilePresets
from experiments.words import EVIDENCE_NL
from sim.registry import EVIDENCE, MEASURES, PARAMETERS, POLICIES, RULES, Parameter, Rule
from sim.rivals import RIVALS
from sim.scenario import Event, Start
from sim.settings import Lever

GROUPS: Final = {
    "strategies": "strategy",
    "levers": "levers",
    "districts": "district",
    "scenarios": "scenario",
    "cases": "scenario",
}
Facts = dict[str, Any]
ENGLISH: Final = {
    "parents": "parents",
    "workers": "informal workers",
    "professionals": "professionals",
    "euros": "euros per year",
    "reach": "reach",
    "every": "every",
    "weeks": "week(s)",
    "advisers": "advisers",
    "case_workers": "case workers",
    "managers": "managers",
}


def evidence(letter: str, lang: str) -> str:
    """An evidence class in words."""
    return f"{letter}: {(EVIDENCE_NL if lang == 'nl' else EVIDENCE)[letter]}"


def _rule(name: str, lang: str, presets: FilePresets) -> Facts:
    rule = next(rule for rule in RULES if rule.key == name)
    return {
        "family": dutch.FAMILIES.get(rule.family, rule.family) if lang == "nl" else rule.family,
        "section": _source(rule.section, lang),
        "evidence": evidence(rule.evidence, lang),
        "yields": ", ".join(rule.yields),
        "without": dutch.WITHOUT.get(rule.key, rule.without) if lang == "nl" else rule.without,
        "signs": [f"{sign.given} => {sign.term} {_way(sign.direction, lang)}" for sign in rule.signs],
        "parameters": [
            f"{one}: {_range(PARAMETERS[one], lang)}" for one in (*rule.parameters, *rule.phase_parameters)
        ],
        "moved_by": [lever.name for lever in presets.levers() if _touches(presets, lever, rule)],
        "set_with": f"rules.{rule.key}=false",
    }


def _way(direction: int, lang: str) -> str:
    up, down = ("omhoog", "omlaag") if lang == "nl" else ("up", "down")
    return up if direction > 0 else down


def _unit(unit: str, lang: str) -> str:
    return dutch.UNITS.get(unit, unit) if lang == "nl" else unit


def _source(source: str, lang: str) -> str:
    return dutch.word(source) if lang == "nl" else source


def _touches(presets: FilePresets, lever: Lever, rule: Rule) -> bool:
    touched = presets.metadata("levers", lever.name).get("touches", [])
    return rule.key in touched or rule.name in touched


def _range(entry: Parameter, lang: str) -> str:
    to, unit = ("tot" if lang == "nl" else "to"), _unit(entry.unit, lang)
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
    price = "beleidsknop {} (prijs)" if lang == "nl" else "policy {} (price)"
    readers += [price.format(policy.name) for policy in POLICIES.values() if policy.price == name]
    return {
        "default": f"{entry.default:g}",
        "range": f"{entry.low:g} - {entry.high:g}",
        "bounds": f"{entry.minimum:g} - {entry.maximum:g}".replace("- inf", "-"),
        "unit": _unit(entry.unit, lang),
        "evidence": evidence(entry.evidence, lang),
        "source": _source(entry.source, lang),
        "read_by": readers,
        "set_with": f"parameters.{name}={entry.default:g}",
    }


def _measure(name: str, lang: str, presets: FilePresets) -> Facts:
    entry = MEASURES[name]
    if lang == "nl":
        group, how = dutch.GROUPS.get(entry.group, entry.group), dutch.HOW.get(entry.how, entry.how)
        summary = dutch.SUMMARY[entry.summary]
    else:
        group, how, summary = entry.group, entry.how, PERIODS[entry.summary]
    return {"group": group, "unit": _unit(entry.unit, lang), "how": how, "summary": summary}


def _policy(name: str, lang: str, presets: FilePresets) -> Facts:
    entry = POLICIES[name]
    levers = [(lever, effect) for lever in presets.levers() for effect in lever.effects]
    strategies = ((one, presets.strategy(one).policies) for one in presets.names("strategy"))
    return {
        "default": f"{entry.default:g}",
        "bounds": f"{entry.minimum:g} - {entry.maximum:g}",
        "unit": _unit(entry.unit, lang),
        "section": _source(entry.section, lang),
        "price": entry.price or "-",
        "set_by": [f"{one}: {policies[name]:g}" for one, policies in strategies if name in policies],
        "moved_by": [lever.name for lever, effect in levers if effect.policy == name],
        "set_with": f"strategy.policies.{name}={entry.default:g}",
    }


def _strategy(name: str, lang: str, presets: FilePresets) -> Facts:
    about = presets.metadata("strategy", name)
    sources = about.get("sources", {})
    rows = [
        f"{policy} = {value:g}{_because(sources.get(policy), lang)}: {getattr(POLICIES[policy], lang)}"
        for policy, value in presets.strategy(name).policies.items()
    ]
    return {"section": about.get("section", "-"), "policies": rows, "set_with": f"strategy={name}"}


def _lever(name: str, lang: str, presets: FilePresets) -> Facts:
    lever = next(lever for lever in presets.levers() if lever.name == name)
    about = presets.metadata("levers", name)
    sources = about.get("sources", {})
    return {
        "section": about.get("section", "-"),
        "tag": _source(lever.tag, lang),
        "effects": [
            f"{effect.policy} {_moved(effect.how, effect.amount)}"
            f"{_because(sources.get('effects', {}).get(effect.policy), lang)}"
            for effect in lever.effects
        ],
        "cost": [
            f"{lever.euros:g} {_unit('euros per week', lang)}, per {_source(lever.per, lang)}"
            f"{_because(sources.get('euros'), lang)}",
            f"{lever.hours:g} {_unit('hours per week', lang)}, per {_source(lever.per, lang)}"
            f"{_because(sources.get('hours'), lang)}",
        ],
        "target": _source(", ".join(lever.target), lang),
        "when": f"{lever.start} - {lever.end}",
        "touches": list(about.get("touches", [])),
        "set_with": f"levers.{name}.intensity=1",
    }


def _moved(how: str, amount: float) -> str:
    return f"{amount:+g}" if how == "add" else f"x {1 + amount:g}"


def _because(source: object, lang: str = "en") -> str:
    """Section, assumed range and reason of one number, in brackets; reasons are written in English only."""
    if not isinstance(source, Mapping):
        return ""
    parts = [_source(str(source["section"]), lang)] if "section" in source else []
    if source.get("assumption"):
        parts.append(_source("assumption", lang))
    if "low" in source and "high" in source:
        parts.append(f"{source['low']} - {source['high']}")
    text = "" if lang == "nl" else str(source.get("why") or source.get("note") or "")
    return (f" ({', '.join(parts)})" if parts else "") + (f" {text}" if text else "")


def _district(name: str, lang: str, presets: FilePresets) -> Facts:
    one = presets.district(name)
    about = presets.metadata("district", name)
    said = dutch.DISTRICT if lang == "nl" else ENGLISH
    people = sum(organisation.workers for organisation in one.self_organisations)
    staff = sum(institution.professionals for institution in one.institutions)
    return {
        "counts": [
            f"{one.parents} {said['parents']}",
            f"{people} {said['workers']}",
            f"{staff} {said['professionals']}",
            f"{one.budget:g} {said['euros']}",
        ],
        "communities": [f"{each.name}: {each.share:.0%}" for each in one.communities],
        "self_organisations": [
            f"{each.name}: {_source(each.orientation, lang)}, {each.workers} {said['workers']}, "
            f"{said['reach']} {each.reach:g} {said['every']} {each.weeks_between} {said['weeks']}"
            for each in one.self_organisations
        ],
        "institutions": [
            f"{each.name}: {_source(each.domain, lang)}, {each.advisers} {said['advisers']}, "
            f"{each.case_workers} {said['case_workers']}, {each.managers} {said['managers']}"
            for each in one.institutions
        ],
        "sources": list(_evidence_lines(about.get("evidence", []), lang)),
        "set_with": f"district={name}",
    }


def _rival(name: str, lang: str, presets: FilePresets) -> Facts:
    choice = RIVALS[name]
    return {
        "rule": choice.rule,
        "default": choice.default,
        "options": [
            f"{option.name} ({_source(option.section, lang)}; {evidence(option.evidence, lang)}): "
            f"{getattr(option, lang)}"
            for option in choice.options
        ],
        "parameters": [
            f"{one}: {_range(PARAMETERS[one], lang)}"
            for option in choice.options
            for one in option.parameters
        ],
        "set_with": [f"rivals.{name}={option.name}" for option in choice.options],
    }


def _scenario(name: str, lang: str, presets: FilePresets) -> Facts:
    node, told = presets.node("scenario", name), presets.scenario(name)
    facts: Facts = {
        "section": node.get("section", "-"),
        "place": f"{node.get('district', '-')}, {node.get('strategy', '-')}",
        "first_day": told.first_day,
        "weeks": node.get("weeks", "-"),
        "overrides": list(node.get("overrides", [])),
        "start": [_start_line(one, lang) for one in told.start],
        "events": [_event_line(one, lang) for one in told.events],
    }
    facts["sources"] = list(_evidence_lines(node.get("evidence", []), lang))
    return facts | {"set_with": f"scenario={name}"}


def _case(name: str, lang: str, presets: FilePresets) -> Facts:
    """What the report saw and what it suggests; the set-up is told by the scenario of the same name."""
    node = presets.node("scenario", name)
    what_if = node.get("counterfactuals", {}).items()
    return {
        "section": node.get("section", "-"),
        "observations": [f"{one[lang]} ({one['section']})" for one in node["observations"]],
        "counterfactuals": [
            f"{key}: {one[lang]} ({one['section']}): {' '.join(one['overrides'])}" for key, one in what_if
        ],
        "set_with": f"bodem case {name}",
    }


def _start_line(one: Start, lang: str) -> str:
    values = ", ".join(f"{key} {one.how} {value:g}" for key, value in one.values.items())
    return f"{one.of}{_whom(one, lang)}: {values}".replace(" set ", " = ")


def _event_line(one: Event, lang: str) -> str:
    until = f" {'tot' if lang == 'nl' else 'to'} {one.until}" if one.until else ""
    what = one.policy or (f"{one.of}.{one.field}" if one.field else "")
    return f"{one.name}: {one.date}{until}, {one.kind}{_whom(one, lang)} {what} {one.value:g}".replace(
        "  ", " "
    )


def _whom(one: Start | Event, lang: str) -> str:
    """The people meant, in brackets."""
    worker = f"{one.organisation}{f', worker {one.worker}' if one.worker else ''}" if one.organisation else ""
    role = f", {one.role}".replace("_", " ") if one.role else ""
    who = (
        f"{one.institution}{role}{f' {one.professional}' if one.professional else ''}"
        if one.institution
        else ""
    )
    return (
        f" ({(' met ' if lang == 'nl' else ' with ').join(part for part in (worker, who) if part)})"
        if worker or who
        else ""
    )


def _evidence_lines(notes: object, lang: str = "en") -> Iterator[str]:
    for note in notes if isinstance(notes, list) else []:
        yield f"{note.get('of', '-')}{_because(note, lang)}"


FACTS: Final[dict[str, Callable[[str, str, FilePresets], Facts]]] = {
    "rules": _rule,
    "parameters": _parameter,
    "measures": _measure,
    "policies": _policy,
    "strategies": _strategy,
    "levers": _lever,
    "districts": _district,
    "rivals": _rival,
    "scenarios": _scenario,
    "cases": _case,
}
