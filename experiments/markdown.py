"""The little Markdown that generated pages are made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

MADE: Final = "Made by `bodem docs`; a change here is lost. / Gemaakt door `bodem docs`; wijzig hier niets."


def page(title: str, about: Sequence[str], *parts: str) -> str:
    """A page: title, where it comes from, what it is about, and its parts."""
    return "\n\n".join([f"# {title}", MADE, *about, *parts])


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table of the cells as text."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in row)} |" for row in lines)


def _cell(value: object) -> str:
    return " ".join(str(value).replace("|", "\\|").split())
