"""The report on paper: A4 pages with the same text, tables and figures as the HTML file."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, Literal

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure
from PIL import Image

from analysis.figures.save import as_png
from analysis.figures.style import GREY, folded, high, shortened, styled, wide
from analysis.load import Loaded
from analysis.report import facts
from analysis.report.cells import cell, texts
from analysis.report.parts import Part
from analysis.report.words import limits, said

A4: Final = (8.27, 11.69)
SIDE, TOP, BOTTOM = 0.75, 0.8, 0.9
ROOM: Final = A4[0] - 2 * SIDE
MOST_ROWS: Final = 40


class Paper:
    """Pages that fill from top to bottom."""

    def __init__(self) -> None:
        self.pages: list[Figure] = []
        self._at = A4[1]

    def gap(self, inches: float) -> None:
        """Leave some room."""
        self._at += inches

    def _fits(self, inches: float) -> Figure:
        if not self.pages or self._at + inches > A4[1] - BOTTOM:
            page = Figure(figsize=A4)
            FigureCanvasAgg(page)
            self.pages.append(page)
            self._at = TOP
        return self.pages[-1]

    def text(
        self,
        text: str,
        size: float = 9.0,
        *,
        weight: str = "normal",
        colour: str = "#111111",
        left: float = 0.0,
    ) -> None:
        """Write a paragraph; it may go on over the page."""
        for line in folded(_breakable(text), ROOM - left, size, weight):
            page = self._fits(high(1, size))
            baseline = self._at + 0.98 * size / 72
            page.text(
                (SIDE + left) / A4[0],
                1 - baseline / A4[1],
                line,
                size=size,
                weight=weight,
                color=colour,
                va="baseline",
            )
            self._at += high(1, size)

    def heading(self, text: str, size: float) -> None:
        """Write a heading that does not stand alone at the foot of a page."""
        self.gap(0.16)
        self._fits(1.3)
        self.text(text, size, weight="bold")
        self.gap(0.05)

    def picture(self, figure: Figure) -> None:
        """Put a figure on the page as wide as the text, or as high as the page allows."""
        width, height = figure.get_size_inches()
        scale = min(ROOM / width, (A4[1] - TOP - BOTTOM - 0.4) / height)
        width, height = width * scale, height * scale
        page = self._fits(height + 0.3)
        place = (SIDE / A4[0], 1 - (self._at + height) / A4[1], width / A4[0], height / A4[1])
        axes = page.add_axes(place)
        # As whole numbers: as floating point a page's picture takes four times the memory and twice the time.
        dots = np.asarray(Image.open(io.BytesIO(as_png(figure))))
        axes.imshow(dots, aspect="auto", interpolation="none")
        axes.set_axis_off()
        self._at += height + 0.05

    def table(self, rows: list[list[str]], size: float = 7.2) -> None:
        """Write a table, the first column at the left and the others at the right."""
        widths = _widths(rows, size)
        if sum(widths) > ROOM:
            size = max(5.4, size * ROOM / sum(widths))
            widths = _widths(rows, size)
        widths[0] = max(0.6, min(widths[0], ROOM - sum(widths[1:])))
        for number, row in enumerate(rows):
            page = self._fits(high(1, size))
            baseline, left = self._at + 0.98 * size / 72, SIDE
            for place, (text, width) in enumerate(zip(row, widths, strict=True)):
                align: Literal["left", "right"] = "left" if place == 0 else "right"
                at = left if place == 0 else left + width
                page.text(
                    at / A4[0], 1 - baseline / A4[1], shortened(text, width - 0.04, size), size=size,
                    ha=align, va="baseline", color=GREY if number == 0 else "#111111",
                )  # fmt: skip
                left += width
            self._at += high(1, size)


def _widths(rows: list[list[str]], size: float) -> list[float]:
    return [max(wide(row[place], size) for row in rows) + 0.12 for place in range(len(rows[0]))]


def _breakable(text: str) -> str:
    """Long commands may break after a comma or a slash."""
    return " ".join(
        word if len(word) < 60 else word.replace(",", ", ").replace("/", "/ ") for word in text.split(" ")
    )


def as_pdf(sweep: Loaded, parts: Sequence[Part], file: Path, lang: str = "en") -> None:
    """Write the report in one language to ``file``."""
    with styled():
        paper = _paper(sweep, parts, lang)
        for number, page in enumerate(paper.pages, start=1):
            words = said("page", lang, n=number, all=len(paper.pages))
            page.text(1 - SIDE / A4[0], 0.45 / A4[1], words, size=7.5, color=GREY, ha="right")
        with PdfPages(file, metadata={"CreationDate": None, "Producer": None, "Creator": None}) as pages:
            for page in paper.pages:
                pages.savefig(page)


def _paper(sweep: Loaded, parts: Sequence[Part], lang: str) -> Paper:
    paper = Paper()
    paper.text(facts.question(sweep, lang), 15, weight="bold")
    for key, lines in _before(sweep, lang):
        paper.heading(said(key, lang), 11)
        for line in lines:
            paper.text(line)
    paper.heading(said("answers", lang), 13)
    figures = 0
    for number, part in enumerate(parts, start=1):
        figures = _part(paper, part, number, figures, lang)
    for key, lines in _after(sweep, lang):
        paper.heading(said(key, lang), 11)
        for line in lines:
            paper.text(f"· {line}")
    return paper


def _before(sweep: Loaded, lang: str) -> Iterator[tuple[str, list[str]]]:
    yield "made", facts.how_made(sweep, lang)
    yield "settings", list(facts.settings(sweep, lang))


def _after(sweep: Loaded, lang: str) -> Iterator[tuple[str, list[str]]]:
    yield "assumptions", facts.assumptions(sweep, lang)
    yield "limits", limits(lang)
    yield "trace", [said("tracing", lang), said("sums", lang)]


def _part(paper: Paper, part: Part, number: int, figures: int, lang: str) -> int:
    paper.heading(part.title, 10.5)
    if part.sentence:
        paper.text(part.sentence)
    for figure in part.figures:
        figures += 1
        paper.picture(figure)
        caption = f"{said('figure', lang, n=figures)}, {said('from_table', lang, n=number)}."
        paper.text(caption, 8, colour=GREY)
    paper.gap(0.08)
    paper.text(f"{said('table', lang, n=number)}. {part.title}. {part.note}".strip(), 8, colour=GREY)
    rows = texts(part.table, lang)
    paper.table(rows[: MOST_ROWS + 1])
    if len(rows) > MOST_ROWS + 1:
        paper.text(f"… (+ {len(rows) - MOST_ROWS - 1})", 8, colour=GREY)
    paper.gap(0.05)
    paper.text(said("again", lang, text=part.trace), 7.5, colour=GREY)
    if part.examples is not None:
        paper.text(said("example", lang), 8)
        for row in part.examples.itertuples():
            paper.text(f"{row.group}: {cell(row.value, lang)}, {row.run_id}: {row.command}", 7.5, left=0.1)
    return figures
