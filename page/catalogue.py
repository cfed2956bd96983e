"""Everything the page needs to know before a run: names and texts in both languages, from the registry."""

from __future__ import annotations

import math
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Final

from experiments.answer import READABLE
from experiments.dutch import UNITS, word
from experiments.presets import FilePresets, told
from experiments.provenance import code_digest
from page.cases import told_cases
from page.charts import GROUPS, QUARTER, SHOWN
from sim.causes import NOT_ASKED_IF_ORDERED, SPECIAL, WORDS
from sim.events import CAUSES, STOCKS
from sim.kinds import KINDS
from sim.registry import EVIDENCE, MEASURES, PARAMETERS, POLICIES, RULES
from sim.rivals import RIVALS
from sim.settings import TARGETS

LANGUAGES: Final = ("nl", "en")


@cache
def catalogue() -> dict[str, Any]:
    """All names with their texts, as one object ready for JSON."""
    presets = FilePresets()
    return {
        "version": model_version(),
        "districts": [_district(presets, name) for name in presets.names("district")],
        "strategies": [_strategy(presets, name) for name in presets.names("strategy")],
        "levers": [_lever(presets, lever) for lever in presets.levers()],
        "targets": TARGETS,
        "parameters": [_parameter(name) for name in PARAMETERS],
        "rivals": [_rival(choice) for choice in RIVALS.values()],
        "cases": told_cases(presets),
        "policies": {one.name: {"en": one.en, "nl": one.nl, "unit": one.unit} for one in POLICIES.values()},
        "rules": [_rule(rule) for rule in RULES],
        "measures": {name: _measure(one) for name, one in MEASURES.items()},
        "readable": [name for name in READABLE if name in MEASURES],
        "charts": {group: [name for name in names if name in SHOWN] for group, names in GROUPS.items()},
        "quarter": QUARTER,
        "events": [{"name": one.name, "who": one.who, "whom": one.whom, **_both(one)} for one in KINDS],
        "causes": CAUSES,
        "clauses": _clauses(),
        "not_asked_if_ordered": sorted(NOT_ASKED_IF_ORDERED),
        "stocks": STOCKS,
        "evidence": {letter: sum(r.evidence == letter for r in RULES) for letter in EVIDENCE},
        "guesses": sum(one.evidence == "A" for one in PARAMETERS.values()),
    }


def model_version() -> dict[str, str]:
    """The version of the package, and a digest of the model's sources: old links name it."""
    try:
        package = version("vruchtbare-bodem")
    except PackageNotFoundError:
        package = "not installed"
    return {"package": package, "model": code_digest()[:12]}


def _clauses() -> dict[str, Any]:
    """What is said of each cause, by its name or by kind of event and name: the words of ``bodem story``."""
    named: dict[str, Any] = {**WORDS, **{f"{kind} {cause}": one for (kind, cause), one in SPECIAL.items()}}
    return {
        name: {
            "coded": one.coded,
            "places": one.places,
            "says": [
                {"upto": says.upto if math.isfinite(says.upto) else None, **_both(says)} for says in one.says
            ],
        }
        for name, one in named.items()
    }


def _both(entry: Any) -> dict[str, str]:
    return {lang: getattr(entry, lang) for lang in LANGUAGES}


def _texts(presets: FilePresets, group: str, name: str) -> dict[str, Any]:
    about = presets.metadata(group, name)
    found: dict[str, Any] = {"name": name, "section": str(about.get("section", ""))}
    for key in ("label", "description", "note"):
        found[key] = {lang: told(about, key, lang) for lang in LANGUAGES}
    return found


def _district(presets: FilePresets, name: str) -> dict[str, Any]:
    one = presets.district(name)
    return {
        **_texts(presets, "district", name),
        "budget": one.budget,
        "parents": one.parents,
        "workers": sum(each.workers for each in one.self_organisations),
        "self_organisations": len(one.self_organisations),
        "professionals": sum(each.professionals for each in one.institutions),
        "institutions": len(one.institutions),
    }


def _strategy(presets: FilePresets, name: str) -> dict[str, Any]:
    return {**_texts(presets, "strategy", name), "policies": dict(presets.strategy(name).policies)}


def _lever(presets: FilePresets, lever: Any) -> dict[str, Any]:
    about = presets.metadata("levers", lever.name)
    sources = about.get("sources", {})
    return {
        **_texts(presets, "levers", lever.name),
        "tag": lever.tag,
        "per": lever.per,
        "euros": lever.euros,
        "hours": lever.hours,
        "ranges": {
            key: [sources[key]["low"], sources[key]["high"]]
            for key in ("euros", "hours")
            if isinstance(sources.get(key), dict) and "low" in sources[key]
        },
        "target": list(lever.target),
        "effects": [[one.policy, one.amount, one.how] for one in lever.effects],
        "touches": [str(one) for one in about.get("touches", [])],
    }


def _parameter(name: str) -> dict[str, Any]:
    one = PARAMETERS[name]
    readers = [rule for rule in RULES if name in (*rule.parameters, *rule.phase_parameters)]
    return {
        "name": name,
        "group": readers[0].family if readers else "start_and_prices",
        "rules": [rule.key for rule in readers],
        "default": one.default,
        "low": one.low,
        "high": one.high,
        "unit": {"en": one.unit, "nl": UNITS.get(one.unit, one.unit)},
        "evidence": one.evidence,
        "source": {"en": one.source, "nl": word(one.source)},
        **_both(one),
    }


def _rival(choice: Any) -> dict[str, Any]:
    return {
        "name": choice.name,
        "rule": choice.rule,
        **_both(choice),
        "options": [
            {
                "name": one.name,
                "section": {"en": one.section, "nl": word(one.section)},
                "evidence": one.evidence,
                **_both(one),
            }
            for one in choice.options
        ],
    }


def _rule(rule: Any) -> dict[str, Any]:
    return {
        "key": rule.key,
        "family": rule.family,
        "section": rule.section,
        "evidence": rule.evidence,
        "without": rule.without,
        **_both(rule),
    }


def _measure(one: Any) -> dict[str, Any]:
    return {"unit": one.unit, "summary": one.summary, "group": one.group, "how": one.how, **_both(one)}
