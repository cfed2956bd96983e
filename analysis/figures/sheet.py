"""A page measured in inches from its top left corner: heading and key above, notes below, room between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from analysis.figures.style import GREY, HEADING, PLAIN, SMALL, WIDTH, Ink, folded, high, shortened, wide

EDGE: Final = 0.14
GLYPH: Final = 0.30
ROOM: Final = WIDTH - 2 * EDGE
BLACK: Final = "#111111"


@dataclass(frozen=True)
class Key:
    """One entry of the key: a stroke or a band of ``ink``, and what it stands for."""

    text: str
    ink: Ink
    shade: float | None = None

    @property
    def width(self) -> float:
        """Room taken in the row, in inches."""
        return GLYPH + 0.07 + wide(self.shown, PLAIN) + 0.2

    @property
    def shown(self) -> str:
        """What it stands for, cut to what one row can hold."""
        return shortened(self.text, ROOM - GLYPH - 0.1, PLAIN)


class Sheet:
    """A figure of fixed width whose height follows from what stands on it."""

    def __init__(self, heading: str, title: str | None, keys: Sequence[Key], body: float, notes: str) -> None:
        """Lay out heading, title, key and notes around ``body`` inches of room, from ``self.top`` on."""
        headed = folded(heading, ROOM, HEADING, "bold", most=3)
        titled = folded(title or "", ROOM, PLAIN, most=3)
        rows = _rows(keys)
        noted = folded(notes, ROOM, SMALL)
        above = EDGE + high(len(headed), HEADING) + high(len(titled), PLAIN) + 0.05
        self.top = above + high(len(rows), PLAIN + 1) + 0.10
        self.height = self.top + body + 0.08 + high(len(noted), SMALL) + EDGE
        self.figure = Figure(figsize=(WIDTH, self.height))
        FigureCanvasAgg(self.figure)
        self.lines(EDGE, EDGE, headed, HEADING, BLACK, weight="bold")
        self.lines(EDGE, EDGE + high(len(headed), HEADING), titled, PLAIN, GREY)
        self._key(rows, above)
        self.lines(EDGE, self.top + body + 0.08, noted, SMALL, GREY)

    def lines(
        self,
        left: float,
        top: float,
        texts: Sequence[str],
        size: float,
        colour: str,
        *,
        weight: str = "normal",
        align: Literal["left", "right", "center"] = "left",
    ) -> None:
        """Write lines of type below each other, the first with its upper side at ``top``."""
        for place, text in enumerate(texts):
            baseline = top + high(place, size) + 0.98 * size / 72
            self.figure.text(
                left / WIDTH,
                1 - baseline / self.height,
                text,
                size=size,
                color=colour,
                weight=weight,
                ha=align,
                va="baseline",
            )

    def axes(self, left: float, top: float, width: float, height: float) -> Axes:
        """Make axes of this size with their upper left corner there."""
        place = (left / WIDTH, 1 - (top + height) / self.height, width / WIDTH, height / self.height)
        return self.figure.add_axes(place)

    def _key(self, rows: Sequence[Sequence[Key]], top: float) -> None:
        for place, row in enumerate(rows):
            left, upper = EDGE, top + high(place, PLAIN + 1)
            for entry in row:
                self._glyph(entry, left, upper + 0.62 * PLAIN / 72)
                self.lines(left + GLYPH + 0.07, upper, [entry.shown], PLAIN, entry.ink.text)
                left += entry.width

    def _glyph(self, entry: Key, left: float, middle: float) -> None:
        x, y = left / WIDTH, 1 - middle / self.height
        if entry.shade is None:
            stroke = Line2D(
                [x, x + GLYPH / WIDTH],
                [y, y],
                color=entry.ink.colour,
                linestyle=entry.ink.line,
                linewidth=1.6,
            )
            self.figure.add_artist(stroke)
        else:
            tall = 0.085 / self.height
            size = (GLYPH / WIDTH, tall)
            self.figure.add_artist(
                Rectangle((x, y - tall / 2), *size, color=entry.ink.colour, alpha=entry.shade, linewidth=0)
            )


def _rows(keys: Sequence[Key]) -> list[list[Key]]:
    """Spread the key over as many rows as it needs."""
    rows: list[list[Key]] = []
    for entry in keys:
        if rows and sum(other.width for other in rows[-1]) + entry.width <= ROOM + 0.2:
            rows[-1].append(entry)
        else:
            rows.append([entry])
    return rows
