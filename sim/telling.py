"""From an event to what people would tell: who, when, what, because of what, by which rule."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from sim.causes import NOT_ASKED_IF_ORDERED, SPECIAL, WORDS
from sim.events import CAUSE, CAUSES
from sim.kinds import KINDS
from sim.registry import RULES
from sim.wording import Words

LANGUAGES: Final = ("en", "nl")
Names = Mapping[str, Sequence[str]]
PLAIN_DUTCH: Final = {
    "worker": "werker",
    "adviser": "adviseur",
    "case worker": "caseworker",
    "manager": "manager",
    "family": "gezin",
    "with": "met",
}
NUMBERED: Final = re.compile(r"(^|, )(case worker|worker|adviser|manager|family) (?=\d+(?: with |$))")


class Told(NamedTuple):
    """One event in words; ``rule`` and ``section`` are empty where no rule caused it."""

    week: int
    kind: str
    sentence: str
    because: tuple[str, ...]
    rule: str
    section: str


def names_in(names: Names, lang: str) -> dict[str, tuple[str, ...]]:
    """The names that ``sim.ensemble.actor_names`` gives, in a language; organisations keep their own."""
    if lang != "nl":
        return {record: tuple(known) for record, known in names.items()}
    return {record: tuple(_dutch(name) for name in known) for record, known in names.items()}


def _dutch(name: str) -> str:
    text = NUMBERED.sub(lambda found: f"{found[1]}{PLAIN_DUTCH[found[2]]} ", name)
    return re.sub(r"(?<=\d) with ", f" {PLAIN_DUTCH['with']} ", text)


def words_of(kind: str, cause: str) -> Words:
    """What ``cause`` means in an event of ``kind``."""
    return SPECIAL.get((kind, cause)) or WORDS[cause]


def clauses(kind: str, causes: Sequence[int], amounts: Sequence[float], lang: str) -> Iterator[str]:
    """Yield what is said of each cause of an event, in words."""
    pairs = [(CAUSES[code], float(amount)) for code, amount in zip(causes, amounts, strict=True) if code > 0]
    ordered = ("ordered", 1.0) in pairs
    for cause, amount in pairs:
        if not (ordered and cause in NOT_ASKED_IF_ORDERED):
            yield words_of(kind, cause).clause(amount, lang)


def told(event: Any, names: Names, lang: str = "en") -> Told:
    """Tell one row of the log (``sim.events.LOG``); ``names`` as ``sim.ensemble.actor_names`` gives them."""
    kind = KINDS[int(event["kind"])]
    people = {
        place: names[record][int(event[place])]
        for place, record in (("who", kind.who), ("whom", kind.whom))
        if record
    }
    sentence = (kind.nl if lang == "nl" else kind.en).format(**people)
    number = int(event["rule"])
    rule = RULES[number] if number >= 0 else None
    return Told(
        int(event["week"]),
        kind.name,
        sentence[:1].upper() + sentence[1:],
        tuple(clauses(kind.name, event["cause"], event["amount"], lang)),
        rule.key if rule else "",
        rule.section if rule else "",
    )


def missing_words() -> list[str]:
    """Causes that have no words yet."""
    return [name for name in CAUSE if name and name not in WORDS]
