"""Verdicts in words: a table for the terminal, and one in Markdown for the documentation."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Final

from analysis.patterns.judging import CARRIES, NEEDED, Judged, Verdict
from analysis.patterns.pattern import SAME
from experiments.patterns.smallest import Smallest
from experiments.patterns.stages import Effort

Words = Mapping[str, str]
EN: Final[Words] = {
    "holds": "holds",
    "partly": "partly",
    "fails": "fails",
    "direct": "direct",
    "emergent": "emergent",
    "start": "start",
    "not looked at": "not looked at",
    "pattern": "pattern",
    "verdict": "verdict",
    "effect": "main effect (95 % interval)",
    "share": "parameter worlds",
    "joint": "all at once",
    "kind": "comes about",
    "claims": "Each claim",
    "claim": "claim",
    "matrix": "What each needs",
    "needed": "falls without",
    "carries": "a quarter or more of the main effect goes with",
    "none": "none alone",
    "worlds": "worlds",
    "smallest": "The smallest set of rules",
    "left": "Left are {left} of {all} rules: {names}.",
    "out": "Taken out together, without a pattern that holds being lost in {few} worlds: {names}.",
    "check": "With all of these out, {right} of the {all} patterns that hold are right by chance in {many} "
    "worlds{but}.",
    "but": "; not: {names}",
}
NL: Final[Words] = {
    "holds": "houdt",
    "partly": "deels",
    "fails": "houdt niet",
    "direct": "direct",
    "emergent": "emergent",
    "start": "begin",
    "not looked at": "niet bekeken",
    "pattern": "patroon",
    "verdict": "oordeel",
    "effect": "hoofdeffect (95 %-interval)",
    "share": "parameterwerelden",
    "joint": "alles tegelijk",
    "kind": "ontstaat",
    "claims": "Elke bewering",
    "claim": "bewering",
    "matrix": "Wat elk nodig heeft",
    "needed": "valt weg zonder",
    "carries": "een kwart of meer van het hoofdeffect hoort bij",
    "none": "geen enkele alleen",
    "worlds": "werelden",
    "smallest": "De kleinste verzameling regels",
    "left": "Over blijven {left} van {all} regels: {names}.",
    "out": "Samen weggelaten, zonder dat een patroon dat houdt in {few} werelden wegvalt: {names}.",
    "check": "Zonder deze alle zijn {right} van de {all} patronen die houden door toeval heen goed in {many} "
    "werelden{but}.",
    "but": "; niet: {names}",
}
WORDS: Final = {"en": EN, "nl": NL}


def number(value: float) -> str:
    """A number with as many figures as it can bear."""
    if not math.isfinite(value):
        return "-"
    if value == 0:
        return "0"
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.2g}" if abs(value) >= 0.01 else f"{value:.1g}"


def percent(value: float) -> str:
    """A share in whole per cents."""
    return f"{100 * value:.0f} %" if math.isfinite(value) else "-"


def effect(one: Judged, lang: str = "en") -> str:
    """The mean difference with its interval, and what "no effect" is compared with."""
    to = {"en": "to", "nl": "tot"}[lang]
    told = f"{number(one.chance.mean)} ({number(one.chance.low)} {to} {number(one.chance.high)})"
    if one.claim.way == SAME:
        beside = {"en": "beside", "nl": "naast"}[lang]
        told += f"; {beside} {number(one.chance.beside)}"
    return told


def counts(found: Sequence[Verdict], lang: str) -> str:
    """How many hold, partly hold and fail."""
    how = {name: sum(one.verdict == name for one in found) for name in ("holds", "partly", "fails")}
    emergent = sum(one.verdict == "holds" and one.kind == "emergent" for one in found)
    looked = any(one.without for one in found)
    if lang == "nl":
        told = (
            f"Van {len(found)} patronen houden er {how['holds']}, deels {how['partly']}, niet {how['fails']}."
        )
        return told + (f" Van wat houdt is {emergent} emergent." if looked else "")
    told = f"Of {len(found)} patterns {how['holds']} hold, {how['partly']} partly, {how['fails']} fail."
    return told + (f" Of those that hold {emergent} are emergent." if looked else "")


def as_text(found: Sequence[Verdict], effort: Effort, lang: str) -> str:
    """What the command prints."""
    words = WORDS[lang]
    width = max(len(one.pattern.id) for one in found)
    lines = []
    for one in found:
        weak, main = one.weakest, one.claims[0]
        lines.append(
            f"{one.pattern.id:<{width}}  {words[one.verdict]:<10} {percent(weak.share):>6}  "
            f"{words[one.kind]:<13} {effect(main, lang)}"
        )
        if one.verdict != "holds":
            text = weak.claim.nl if lang == "nl" else weak.claim.en
            lines.append(f"{'':<{width}}    {text} {effect(weak, lang)}")
    head = (
        f"{words['pattern']:<{width}}  {words['verdict']:<10} {'%':>6}  {words['kind']:<13} {words['effect']}"
    )
    return "\n".join([head, *lines, "", counts(found, lang), size(effort, lang)])


def size(effort: Effort, lang: str) -> str:
    """How many worlds the verdicts stand on."""
    if lang == "nl":
        return (
            f"{effort.seeds} werelden met de standaardwaarden; {effort.worlds} parameterwerelden van elk "
            f"{effort.inner}; eerste seed {effort.first_seed}."
        )
    return (
        f"{effort.seeds} worlds at the defaults; {effort.worlds} parameter worlds of {effort.inner} each; "
        f"first seed {effort.first_seed}."
    )


def as_markdown(found: Sequence[Verdict], effort: Effort, runs: int, command: str, lang: str) -> str:
    """Table, claims and what each pattern needs, with the command that made them."""
    words = WORDS[lang]
    lines = [
        f"`{command}`: {size(effort, lang)} {runs:,} runs.",
        "",
        counts(found, lang),
        "",
        f"| {words['pattern']} | § | {words['verdict']} | {words['effect']} | {words['share']} "
        f"| {words['joint']} | {words['kind']} |",
        "|---|---|---|---|---:|---:|---|",
    ]
    lines += [
        f"| `{one.pattern.id}` | {one.pattern.section} | {words[one.verdict]} "
        f"| {effect(one.claims[0], lang)} | {percent(one.weakest.share)} | {percent(one.joint)} "
        f"| {words[one.kind]} |"
        for one in found
    ]
    lines += ["", f"### {words['claims']}", "", *_claims(found, words, lang)]
    if any(one.without for one in found):
        lines += ["", f"### {words['matrix']}", "", *_needs(found, words, effort, lang)]
    return "\n".join(lines)


def _claims(found: Sequence[Verdict], words: Words, lang: str) -> list[str]:
    lines = [
        f"| {words['pattern']} | {words['claim']} | {words['effect']} | {words['share']} | "
        f"{words['verdict']} |",
        "|---|---|---|---:|---|",
    ]
    for one in found:
        for each in one.claims:
            text = each.claim.nl if lang == "nl" else each.claim.en
            lines.append(
                f"| `{one.pattern.id}` | {text} | {effect(each, lang)} | {percent(each.share)} "
                f"| {words[each.verdict]} |"
            )
    return lines


def _needs(found: Sequence[Verdict], words: Words, effort: Effort, lang: str) -> list[str]:
    lines = [
        f"{effort.knock_out} {words['worlds']}.",
        "",
        f"| {words['pattern']} | {words['needed']} | {words['carries']} |",
        "|---|---|---|",
    ]
    for one in found:
        needs = one.needs()
        cells = [
            ", ".join(f"`{rule}`" for rule, how in needs.items() if how == wanted) or words["none"]
            for wanted in (NEEDED, CARRIES)
        ]
        lines.append(f"| `{one.pattern.id}` | {cells[0]} | {cells[1]} |")
    return lines


def few_as_lines(few: Smallest, effort: Effort, lang: str, markdown: bool = False) -> list[str]:
    """What the backward elimination found, a paragraph each."""
    words, quote = WORDS[lang], "`" if markdown else ""

    def names(rules: Sequence[str]) -> str:
        return ", ".join(f"{quote}{rule}{quote}" for rule in rules) or "-"

    both = len(few.left) + len(few.out)
    but = words["but"].format(names=names(few.lost)) if few.lost else ""
    asked = len(few.patterns)
    return [
        ("### " if markdown else "") + words["smallest"],
        words["left"].format(left=len(few.left), all=both, names=names(few.left)),
        words["out"].format(few=effort.knock_out, names=names(few.out)),
        words["check"].format(right=asked - len(few.lost), all=asked, many=effort.seeds, but=but),
    ]
