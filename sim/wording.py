"""How a cause is put into words: a clause for each size, in English and Dutch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple


class Clause(NamedTuple):
    """What is said of a cause whose amount is at most ``upto``; ``{amount}`` is filled in where it stands."""

    upto: float
    en: str
    nl: str


@dataclass(frozen=True)
class Words:
    """A cause in words: what it is (English, Dutch) and what is said of its amount, from small to large.

    ``coded`` marks amounts that stand for one of several things and are not shown as a number; ``places``
    is how many decimals an amount has.
    """

    en: str
    nl: str
    says: tuple[Clause, ...]
    coded: bool = False
    places: int = 2

    def clause(self, amount: float, lang: str) -> str:
        """What is said of ``amount`` in ``lang`` (``en`` or ``nl``), the number behind it where it is one."""
        found = next((one for one in self.says if amount <= one.upto), self.says[-1])
        text = found.nl if lang == "nl" else found.en
        number = plain_number(amount, lang, self.places)
        if "{amount}" in text:
            return text.replace("{amount}", number)
        return text if self.coded else f"{text} ({number})"


def plain_number(amount: float, lang: str, places: int = 2) -> str:
    """A number as people write it: decimals for what is small, a decimal comma in Dutch."""
    text = f"{amount:.{places}f}" if abs(amount) < 10 else f"{amount:.0f}"
    text = text.lstrip("-") if float(text) == 0 else text
    return text.replace(".", ",") if lang == "nl" else text


FAR: Final = float("inf")
LOW, HIGH = 1.0 / 3.0, 2.0 / 3.0


def sized(en: str, nl: str, little: tuple[str, str], some: tuple[str, str], much: tuple[str, str]) -> Words:
    """A share: one clause for each third."""
    return Words(en, nl, (Clause(LOW, *little), Clause(HIGH, *some), Clause(FAR, *much)))


def counted(en: str, nl: str, none: tuple[str, str], some: tuple[str, str]) -> Words:
    """An amount of something: one clause for none and one with the amount."""
    return Words(en, nl, (Clause(0.0, *none), Clause(FAR, *some)), places=1)


def coded(en: str, nl: str, *says: tuple[str, str]) -> Words:
    """A number that stands for one of several things, counted from 0."""
    return Words(en, nl, tuple(Clause(float(code), *text) for code, text in enumerate(says)), coded=True)


STOCK_WORDS: Final[dict[str, tuple[str, str]]] = {
    "trust_worker": ("trust of {worker} in {professional}", "vertrouwen van {worker} in {professional}"),
    "trust_professional": (
        "trust of {professional} in {worker}",
        "vertrouwen van {professional} in {worker}",
    ),
    "interest_worker": (
        "wish to work together that {worker} sees in {professional}",
        "wens om samen te werken die {worker} bij {professional} ziet",
    ),
    "interest_professional": (
        "wish to work together that {professional} sees in {worker}",
        "wens om samen te werken die {professional} bij {worker} ziet",
    ),
    "explicit": ("how much of the difference is spoken out", "hoeveel van het verschil is uitgesproken"),
    "story": ("the shared story", "het gedeelde verhaal"),
}
