"""The answer of ``bodem why`` in words: the difference, the chain, the parts, and what is left."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from experiments.numbers import between, decimals, fitted, shown
from experiments.parts import Bond, Explained, Part, is_clear
from experiments.words import sayer, wrapped
from sim.registry import MEASURES, RULES

if TYPE_CHECKING:
    from experiments.question import Question
    from experiments.why import Why

ROWS: Final = 12
FEW: Final = 5
BONDS: Final = 6

SAID: Final = {
    "diff": (
        "{measure} ({name}): {variant} with {two}, {base} with {one}: a difference of {diff}{ci}, over "
        "{worlds} worlds on each side.",
        "{measure} ({name}): {variant} met {two}, {base} met {one}: een verschil van {diff}{ci}, over "
        "{worlds} werelden aan elke kant.",
    ),
    "ci": (" (95 % interval {ci})", " (95%-interval {ci})"),
    "no_value": (
        "No world gives a value of '{name}' on both sides.",
        "Geen wereld geeft een waarde van '{name}' aan beide kanten.",
    ),
    "unclear": (
        "That difference is not clear from 0. What follows says which rules push it up and which down.",
        "Dat verschil is niet duidelijk van 0 te onderscheiden. Wat volgt zegt welke regels het omhoog en "
        "welke het omlaag duwen.",
    ),
    "chain": ("The strongest chain: ", "De sterkste keten: "),
    "first": (
        "what differs between the sides works through '{rule}' ({left}): “{claim}”",
        "wat tussen de kanten verschilt werkt door '{rule}' ({left}): “{claim}”",
    ),
    "then": (
        "That carries on into '{rule}' ({left}): “{claim}”",
        "Dat werkt door in '{rule}' ({left}): “{claim}”",
    ),
    "beside": (
        "Beside that, '{rule}' carries it ({left}): “{claim}”",
        "Daarnaast draagt '{rule}' het ({left}): “{claim}”",
    ),
    "left": ("without it {left} of the {diff} is left", "zonder die regel blijft {left} van de {diff} over"),
    "ends_higher": (
        "So it comes that '{measure}' is higher with {two}.",
        "Zo komt het dat '{measure}' hoger is met {two}.",
    ),
    "ends_lower": (
        "So it comes that '{measure}' is lower with {two}.",
        "Zo komt het dat '{measure}' lager is met {two}.",
    ),
    "no_chain": (
        "No single rule clearly carries this difference.",
        "Geen enkele regel draagt dit verschil duidelijk alleen.",
    ),
    "against": (
        "'{rule}' works against it (without it the difference would be {without}): “{claim}”",
        "'{rule}' werkt het tegen (zonder die regel was het verschil {without}): “{claim}”",
    ),
    "head": (
        ("rule taken out", "difference left", "goes with it", "95 % interval", "share"),
        ("regel weggehaald", "verschil dat blijft", "gaat ermee weg", "95%-interval", "aandeel"),
    ),
    "rows": (
        "Shown are the rules whose part is clear from 0 even when one allows for the {n} rules looked at.",
        "Getoond zijn de regels waarvan het deel duidelijk niet 0 is, ook als je meetelt dat naar {n} regels "
        "is gekeken.",
    ),
    "no_rows": (
        "No rule has a part that is clear from 0 when one allows for the {n} rules looked at; these are the "
        "largest. More worlds tell more.",
        "Geen regel heeft een deel dat duidelijk niet 0 is als je meetelt dat naar {n} regels is gekeken; "
        "dit zijn de grootste. Meer werelden zeggen meer.",
    ),
    "same": (
        "{same} rules change nothing in any world.",
        "{same} regels veranderen in geen enkele wereld iets.",
    ),
    "sum": (
        "The parts of all {n} rules add up to {added}; the difference is {diff}; what is left is "
        "{left}{ci}. {reading}",
        "De delen van alle {n} regels tellen op tot {added}; het verschil is {diff}; over blijft "
        "{left}{ci}. {reading}",
    ),
    "more": (
        "The parts come to more than the whole: rules on one chain each take the same piece along.",
        "De delen zijn meer dan het geheel: regels op één keten nemen elk hetzelfde stuk mee.",
    ),
    "less": (
        "The parts come to less than the whole: where one rule can stand in for another, taking out one "
        "takes nothing along.",
        "De delen zijn minder dan het geheel: waar de ene regel de andere vervangt, neemt geen iets mee.",
    ),
    "even": (
        "Parts need not add up; here what is left is within chance.",
        "Delen hoeven niet op te tellen; wat hier overblijft valt binnen het toeval.",
    ),
    "pairs": (
        "Rules two by two: what goes with both, beside what goes with each alone added up.",
        "Regels twee aan twee: wat met beide weggaat, naast wat met elk apart weggaat, opgeteld.",
    ),
    "pairs_head": (
        ("two rules taken out", "together", "added up", "interaction", "95 % interval"),
        ("twee regels weggehaald", "samen", "opgeteld", "wisselwerking", "95%-interval"),
    ),
    "pairs_note": (
        "An interaction against the difference: the two lie on one chain. One with it: each stands in for "
        "the other, or lifts it.",
        "Een wisselwerking tegen het verschil in: de twee liggen op één keten. Een ermee: elk vervangt de "
        "ander, of versterkt die.",
    ),
    "assumed": (
        "Under other assumptions ({k} parameter worlds, {worlds} worlds each) the part keeps its sign in: "
        "{shares}.",
        "Onder andere aannames ({k} parameterwerelden, elk {worlds} werelden) houdt het deel zijn richting "
        "in: {shares}.",
    ),
    "note": (
        "A part says what a rule is needed for, not a slice of a cake: without a rule that everything rests "
        "on, the whole difference goes.",
        "Een deel zegt waarvoor een regel nodig is, niet welk stuk van een taart het is: zonder een regel "
        "waarop alles rust, gaat het hele verschil weg.",
    ),
}  # fmt: skip


said = sayer(SAID)


def why_answer(why: Why, sides: tuple[str, str], asked: Question, lang: str) -> str:
    """Tell everything that was found out."""
    parts = [part for one in why.explained for part in _measure(one, sides, why.worlds, lang)]
    for name, shares in why.survives.items():
        told = ", ".join(f"{rule} {share:.0%}" for rule, share in shares.items())
        told = told if len(why.survives) == 1 else f"{name}: {told}"
        parts.append(
            wrapped(
                "", said("assumed", lang, k=asked.assumptions, worlds=asked.inner_worlds, shares=told or "-")
            )
        )
    return "\n\n".join([*parts, wrapped("", said("note", lang))])


def _measure(one: Explained, sides: tuple[str, str], worlds: int, lang: str) -> Iterator[str]:
    found = one.found
    if found.diff is None:
        yield wrapped("", said("no_value", lang, name=one.measure))
        return
    places = _places(one)
    called = getattr(MEASURES[one.measure], lang).rstrip(".")
    ci = "" if found.ci[0] is None else said("ci", lang, ci=between(found.ci, places, lang))
    head = said(
        "diff", lang, measure=called, name=one.measure, one=sides[0], two=sides[1], worlds=worlds, ci=ci,
        base=shown(found.base, places, lang), variant=shown(found.variant, places, lang),
        diff=shown(found.diff, places, lang),
    )  # fmt: skip
    yield wrapped("", head)
    if not is_clear(found.ci):
        yield wrapped("", said("unclear", lang))
    else:
        yield wrapped("", chain_sentence(one, sides, lang))
    yield from _table(one, places, lang)
    yield wrapped("", _sum(one, places, lang))
    if one.bonds:
        yield wrapped("", said("pairs", lang))
        yield fitted(
            [SAID["pairs_head"][lang == "nl"], *(_bond(each, places, lang) for each in one.bonds[:BONDS])]
        )
        yield wrapped("", said("pairs_note", lang))


def chain_sentence(one: Explained, sides: tuple[str, str], lang: str) -> str:
    """The strongest chain as sentences, and the rule that holds most against it."""
    text, places = [], _places(one)
    if one.chain:
        keys = ["first", *("then" if each else "beside" for each in one.linked)]
        for key, rule in zip(keys, one.chain, strict=True):
            part = next(each for each in one.parts if each.rules == (rule,))
            left = said(
                "left", lang, left=shown(part.without, places, lang), diff=shown(one.found.diff, places, lang)
            )
            text.append(said(key, lang, rule=rule, claim=_claim(rule, lang), left=left))
        text[0] = said("chain", lang) + text[0]
        diff = one.found.diff or 0.0
        measure = getattr(MEASURES[one.measure], lang).rstrip(".")
        text.append(said("ends_higher" if diff > 0 else "ends_lower", lang, measure=measure, two=sides[1]))
    else:
        text.append(said("no_chain", lang))
    against = [each for each in one.parts if each.clear and each.part * (one.found.diff or 0.0) < 0]
    if against:
        rule = against[0].rules[0]
        text.append(
            said(
                "against",
                lang,
                rule=rule,
                without=shown(against[0].without, places, lang),
                claim=_claim(rule, lang),
            )
        )
    return " ".join(text)


def _claim(key: str, lang: str) -> str:
    text: str = getattr(next(each for each in RULES if each.key == key), lang)
    return text


def _table(one: Explained, places: int, lang: str) -> Iterator[str]:
    clear = [each for each in one.parts if each.clear][:ROWS]
    told = clear or [each for each in one.parts if not each.same][:FEW]
    if told:
        yield fitted([SAID["head"][lang == "nl"], *(_row(each, places, lang) for each in told)])
    text = said("rows" if clear else "no_rows", lang, n=len(one.parts))
    same = sum(each.same for each in one.parts)
    if same:
        text += " " + said("same", lang, same=same)
    yield wrapped("", text)


def _row(one: Part, places: int, lang: str) -> tuple[str, ...]:
    share = "-" if one.share is None else f"{one.share:.0%}"
    return (
        one.rules[0],
        shown(one.without, places, lang),
        shown(one.part, places, lang),
        between(one.ci, places, lang),
        share,
    )


def _bond(one: Bond, places: int, lang: str) -> tuple[str, ...]:
    return (
        " + ".join(one.rules),
        shown(one.together, places, lang),
        shown(one.added, places, lang),
        shown(one.interaction, places, lang),
        between(one.ci, places, lang),
    )


def _sum(one: Explained, places: int, lang: str) -> str:
    diff = one.found.diff or 0.0
    key = "more" if one.left * diff < 0 else "less"
    if not is_clear(one.left_ci):
        key = "even"
    ci = "" if one.left_ci[0] is None else said("ci", lang, ci=between(one.left_ci, places, lang))
    return said(
        "sum", lang, n=len(one.parts), added=shown(one.added, places, lang), diff=shown(diff, places, lang),
        left=shown(one.left, places, lang), ci=ci, reading=said(key, lang),
    )  # fmt: skip


def _places(one: Explained) -> int:
    low, high = one.found.ci
    half = None if low is None or high is None else (high - low) / 2
    return decimals(half, one.found.base or one.found.variant)
