"""How a story reads: its lines, what moved between them, and the accounts at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from experiments.words import sayer, wrapped
from sim.registry import RULES
from sim.settings import WEEKS_PER_YEAR
from sim.telling import Told
from sim.wording import STOCK_WORDS, plain_number

if TYPE_CHECKING:
    from experiments.story import Account, Story

MOST_RULES: Final = 3
TOLD: Final = 0.005
OTHERS: Final = {"en": ("the professional", "the worker"), "nl": ("de professional", "de werker")}
SAID: Final = {
    "head": (
        "The story of {about}: {district}, strategy {strategy}, seed {seed}, {weeks} weeks.",
        "Het verhaal van {about}: {district}, strategie {strategy}, seed {seed}, {weeks} weken.",
    ),
    "and": ("and", "en"),
    "week": ("Year {year}, week {week}", "Jaar {year}, week {week}"),
    "weeks": ("Year {year}, week {week} to year {to_year}, week {to_week}",
              "Jaar {year}, week {week} tot jaar {to_year}, week {to_week}"),
    "because": ("What played a part: ", "Wat meespeelde: "),
    "rule": ("Rule: {rule} ({section})", "Regel: {rule} ({section})"),
    "no_rule": ("Rule: none, it follows from what went before", "Regel: geen, het volgt uit wat voorafging"),
    "moved": ("{stock}: from {start} to {end}", "{stock}: van {start} naar {end}"),
    "by": ("by", "door"),
    "bounds": ("what the bounds of 0 and 1 cut off", "wat de grenzen 0 en 1 afsneden"),
    "nothing": ("Nothing happened that people would tell.", "Er gebeurde niets dat mensen zouden vertellen."),
    "accounts": (
        "What stood between them, from start to end, and by which rule:",
        "Wat er tussen hen stond, van begin tot eind, en door welke regel:",
    ),
    "adds_up": (
        "{change} in all; the terms add up to {total}, which is the change.",
        "samen {change}; de termen tellen op tot {total}, en dat is de verandering.",
    ),
    "adds_not": (
        "{change} in all; the terms add up to {total}, which is NOT the change: please report this.",
        "samen {change}; de termen tellen op tot {total}, en dat is NIET de verandering: meld dit.",
    ),
    "still": ("Nothing moved between them.", "Er bewoog niets tussen hen."),
}  # fmt: skip


class Move(NamedTuple):
    """A stock of a pair over some weeks, and by how much each rule moved it, largest first."""

    stock: str
    start: float
    end: float
    rules: tuple[tuple[str, float], ...]


class Line(NamedTuple):
    """One thing that happened, or what moved between two things that happened (then ``moves`` is filled)."""

    week: int
    until: int
    sentence: str
    because: tuple[str, ...]
    rule: str
    section: str
    moves: tuple[Move, ...] = ()
    kind: str = ""

    def as_json(self) -> dict[str, Any]:
        """The line as it stands in the JSON object."""
        told = {"week": self.week + 1, "until": self.until + 1, "sentence": self.sentence,
                "because": list(self.because), "rule": self.rule, "section": self.section}  # fmt: skip
        if self.moves:
            told["moves"] = [
                {"stock": one.stock, "start": one.start, "end": one.end, "rules": dict(one.rules)}
                for one in self.moves
            ]
        return told


def line_of(event: Told) -> Line:
    """The line of one event."""
    return Line(
        event.week, event.week, event.sentence, event.because, event.rule, event.section, (), event.kind
    )


said = sayer(SAID)


def as_text(story: Story, lang: str) -> str:
    """The whole story for a reader."""
    about = f" {said('and', lang)} ".join(story.about)
    head = said(
        "head", lang, about=about, district=story.settings.district.name,
        strategy=story.settings.strategy.name, seed=story.seed, weeks=story.settings.weeks,
    )  # fmt: skip
    body = ["\n".join(_line(line, lang)) for line in story.lines] or [said("nothing", lang)]
    end = "\n".join(_accounts(story.accounts, story.about, lang)) if len(story.about) == 2 else ""
    return "\n\n".join(part for part in (wrapped("", head), *body, end) if part)


def _line(line: Line, lang: str) -> Iterator[str]:
    if line.moves:
        yield f"{_when(line, lang)}:"
        for move in line.moves:
            yield wrapped("  - ", _moved(move, OTHERS[lang], lang), 4)
        return
    yield wrapped(f"{_when(line, lang)}: ", line.sentence, 2)
    if line.because:
        yield wrapped(f"  {said('because', lang)}", "; ".join(line.because) + ".", 4)
    yield "  " + (
        said("rule", lang, rule=line.rule, section=line.section) if line.rule else said("no_rule", lang)
    )


def _when(line: Line, lang: str) -> str:
    year, week = divmod(line.week, WEEKS_PER_YEAR)
    to_year, to_week = divmod(line.until, WEEKS_PER_YEAR)
    key = "week" if line.week == line.until else "weeks"
    return said(key, lang, year=year + 1, week=week + 1, to_year=to_year + 1, to_week=to_week + 1)


def stock_words(stock: str, people: Sequence[str], lang: str) -> str:
    """What a stock of a pair is called, with the names of the two."""
    return STOCK_WORDS[stock][lang == "nl"].format(professional=people[0], worker=people[1])


def _moved(move: Move, people: Sequence[str], lang: str) -> str:
    numbers = plain_number(move.start, lang), plain_number(move.end, lang)
    text = said("moved", lang, stock=stock_words(move.stock, people, lang), start=numbers[0], end=numbers[1])
    large = [one for one in move.rules if abs(one[1]) >= TOLD] or move.rules[:1]
    rules = [f"{_change(amount, lang)} {_by(rule, lang)}" for rule, amount in large[:MOST_RULES]]
    if not rules:
        return text
    return f"{text}, {', '.join(rules)}{', ...' if len(large) > MOST_RULES else ''}"


def _change(amount: float, lang: str) -> str:
    text = plain_number(amount, lang)
    return text if text.startswith("-") else f"+{text}"


def _by(rule: str, lang: str) -> str:
    if not rule:
        return said("bounds", lang)
    section = next(one.section for one in RULES if one.key == rule)
    return f"{said('by', lang)} {rule} ({section})"


def _accounts(accounts: Sequence[Account], people: Sequence[str], lang: str) -> Iterator[str]:
    if not accounts:
        yield said("still", lang)
        return
    yield said("accounts", lang)
    for one in accounts:
        yield wrapped("  ", _moved(Move(one.stock, one.start, one.end, ()), people, lang))
        for rule, amount in sorted(one.terms.items(), key=lambda term: -abs(term[1])):
            yield f"    {_exactly(amount, lang):>8}  {_by(rule, lang)}"
        total = sum(one.terms.values())
        key = "adds_up" if one.adds_up else "adds_not"
        change, exact = _exactly(one.end - one.start, lang), _exactly(total, lang)
        yield f"    {said(key, lang, change=change, total=exact)}"


def _exactly(amount: float, lang: str) -> str:
    text = f"{amount + 0.0:+.4f}"
    return text.replace(".", ",") if lang == "nl" else text
