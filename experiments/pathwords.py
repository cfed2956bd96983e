"""The answer of ``bodem path`` in words: what differs, and what each policy does alone and in its turn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from experiments.compare import Contrast
from experiments.numbers import between, decimals, fitted, shown
from experiments.parts import is_clear
from experiments.words import sayer, wrapped
from sim.registry import MEASURES, POLICIES
from sim.settings import Settings

if TYPE_CHECKING:
    from experiments.path import Path, Step

SAID: Final = {
    "head": (
        "From '{a}' to '{b}' in {district}: they differ in {n} policies. {worlds} worlds for each step, the "
        "same worlds every time.",
        "Van '{a}' naar '{b}' in {district}: zij verschillen in {n} beleidsknoppen. {worlds} werelden voor "
        "elke stap, steeds dezelfde werelden.",
    ),
    "equal": (
        "Every step has the same budget, {euros} a year: what a policy buys is shrunk or stretched to it.",
        "Elke stap heeft hetzelfde budget, {euros} per jaar: wat beleid koopt krimpt of rekt mee.",
    ),
    "unequal": (
        "The steps do not have the same budget (equal_budget=false).",
        "De stappen hebben niet hetzelfde budget (equal_budget=false).",
    ),
    "whole": (
        "{measure} ({name}): {a_value} with {a}, {b_value} with {b}: a difference of {diff}{ci}.",
        "{measure} ({name}): {a_value} met {a}, {b_value} met {b}: een verschil van {diff}{ci}.",
    ),
    "ci": (" (95 % interval {ci})", " (95%-interval {ci})"),
    "table": (
        ("policy", "from", "to", "alone, from A", "last, to B", "on the path", "path so far"),
        ("beleidsknop", "van", "naar", "alleen, vanuit A", "als laatste", "op het pad", "pad tot hier"),
    ),
    "most": (
        "The step that does most on the path is '{policy}' ({meaning}), from {a} to {b}: {added}.",
        "De stap die op het pad het meeste doet is '{policy}' ({meaning}), van {a} naar {b}: {added}.",
    ),
    "note": (
        "± is half the 95 % interval of the mean over worlds. The path goes by the size of the effect on "
        "'{first}' (the mean of alone and last), largest first; where alone and last differ, the effect of a "
        "policy hangs on the others. The steps on the path add up to the difference.",
        "± is het halve 95%-interval van het gemiddelde over werelden. Het pad gaat op de grootte van het "
        "effect op '{first}' (gemiddelde van alleen en als laatste), het grootste eerst; waar die twee "
        "verschillen hangt het effect van een knop af van de andere. De stappen op het pad tellen op tot het "
        "verschil.",
    ),
}  # fmt: skip


said = sayer(SAID)


def path_answer(path: Path, settings: Settings, lang: str) -> str:
    """Tell the whole way."""
    a, b = path.names
    head = said(
        "head", lang, a=a, b=b, district=settings.district.name, n=len(path.steps), worlds=path.worlds
    )
    euros = f"{settings.district.budget:,.0f} euros"
    if lang == "nl":
        euros = euros.replace(",", ".").replace("euros", "euro")
    budget = said("equal" if settings.equal_budget else "unequal", lang, euros=euros)
    parts = [wrapped("", f"{head} {budget}")]
    for name in path.whole:
        parts += [wrapped("", _whole(path, name, lang)), _table(path, name, lang)]
    return "\n\n".join([*parts, wrapped("", said("note", lang, first=next(iter(path.whole))))])


def _whole(path: Path, name: str, lang: str) -> str:
    one = path.whole[name]
    low, high = one.ci
    places = decimals(None if low is None or high is None else (high - low) / 2, one.base or one.variant)
    ci = "" if low is None else said("ci", lang, ci=between(one.ci, places, lang))
    text = said(
        "whole", lang, measure=getattr(MEASURES[name], lang).rstrip("."), name=name, a=path.names[0],
        b=path.names[1], a_value=shown(one.base, places, lang), b_value=shown(one.variant, places, lang),
        diff=shown(one.diff, places, lang), ci=ci,
    )  # fmt: skip
    most = max(path.steps, key=lambda step: abs(step.added[name].diff or 0.0))
    if not is_clear(most.added[name].ci):
        return text
    meaning = getattr(POLICIES[most.policy], lang).rstrip(".")
    meaning = meaning[:1].lower() + meaning[1:]
    return f"{text} " + said(
        "most", lang, policy=most.policy, meaning=meaning, a=f"{most.a:g}", b=f"{most.b:g}",
        added=plus_minus(most.added[name], lang),
    )  # fmt: skip


def _table(path: Path, name: str, lang: str) -> str:
    return fitted([SAID["table"][lang == "nl"], *(_row(step, name, lang) for step in path.steps)])


def _row(step: Step, name: str, lang: str) -> tuple[str, ...]:
    found = (step.first[name], step.last[name], step.added[name], step.sofar[name])
    return (step.policy, f"{step.a:g}", f"{step.b:g}", *(plus_minus(one, lang) for one in found))


def plus_minus(one: Contrast, lang: str) -> str:
    """A mean difference with half its interval."""
    if one.diff is None:
        return "-"
    low, high = one.ci
    half = None if low is None or high is None else (high - low) / 2
    if half == 0.0 == one.diff:
        return "0"
    places = decimals(half, one.diff)
    text = shown(one.diff, places, lang)
    text = f"+{text}" if one.diff > 0 and text.strip("0.,") else text
    return text if half is None else f"{text} ±{shown(half, places, lang)}"
