"""Colours, line styles and sizes of all figures, and the state of matplotlib under which they are drawn.

Figures are as wide as a page of A4 between its margins, so that type keeps its size in print; on a screen
or beamer everything grows alike. Base and variant differ in colour (Okabe and Ito's blue and vermilion, the
blue darkened), in lightness and in line style: they stay apart for the colour-blind and in grey.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import matplotlib as mpl
from matplotlib.font_manager import FontProperties
from matplotlib.patheffects import withStroke
from matplotlib.textpath import text_to_path


@dataclass(frozen=True)
class Ink:
    """How one distribution over worlds is drawn; ``text`` is dark enough for small type on white."""

    colour: str
    text: str
    line: Any
    dark: float
    light: float


BASE: Final = Ink("#00558c", "#00558c", "solid", 0.34, 0.15)
VARIANT: Final = Ink("#d55e00", "#a84a00", (0, (4, 1.4)), 0.34, 0.17)
APART: Final = Ink("#303030", "#303030", "solid", 0.34, 0.16)
GREEN: Final = "#007a5a"  # Okabe and Ito's bluish green, darkened; as light as BASE in grey: never alone
GREY: Final = "#555555"
PALE: Final = "#f1f1ee"

WIDTH: Final = 7.4
DOTS: Final = 220
SMALL, PLAIN, HEADING = 6.8, 7.6, 10.5
HALO: Final = (withStroke(linewidth=2.2, foreground="white"),)
LINE: Final = 1.32  # height of a line of type, in its own size

SETTINGS: Final[dict[str, Any]] = {
    "font.family": "DejaVu Sans",  # comes with matplotlib, so that every machine draws the same
    "font.size": PLAIN,
    "axes.linewidth": 0.6,
    "axes.edgecolor": GREY,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.labelcolor": GREY,
    "axes.labelsize": SMALL,
    "xtick.labelsize": SMALL,
    "ytick.labelsize": SMALL,
    "xtick.color": GREY,
    "ytick.color": GREY,
    "xtick.major.size": 2.5,
    "ytick.major.size": 2.5,
    "xtick.major.width": 0.6,
    "ytick.major.width": 0.6,
    "xtick.major.pad": 2.0,
    "ytick.major.pad": 2.0,
    "lines.solid_capstyle": "butt",
    "text.parse_math": False,
    "savefig.dpi": DOTS,
    "svg.hashsalt": "vruchtbare bodem",
    "svg.fonttype": "path",
    "pdf.fonttype": 42,
}


@contextmanager
def styled() -> Iterator[None]:
    """Draw with our settings, whatever the user's are, and leave the user's as they were."""
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(SETTINGS)
        yield


@cache
def wide(text: str, size: float, weight: str = "normal") -> float:
    """The width of one line of type in inches, with a little room."""
    font = FontProperties(family="DejaVu Sans", size=size, weight=weight)
    width, _, _ = text_to_path.get_text_width_height_descent(text, font, ismath=False)
    return float(width) / 72 * 1.04


def high(lines: int, size: float) -> float:
    """The height of lines of type in inches."""
    return lines * size * LINE / 72


def folded(text: str, room: float, size: float, weight: str = "normal", most: int = 99) -> list[str]:
    """Fold ``text`` into lines of at most ``room`` inches; what goes beyond ``most`` lines becomes '…'."""
    lines: list[str] = []
    for word in filter(None, text.split(" ")):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and wide(longer, size, weight) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return [shortened(line, room, size, weight) for line in lines]


def evenly(text: str, room: float, size: float, *, most: int = 99) -> list[str]:
    """Fold as ``folded`` does, into lines of about the same width."""
    lines = folded(text, room, size, most=most)
    narrower = room - 0.08
    while len(lines) > 1 and narrower > 0:
        tried = folded(text, narrower, size)
        if len(tried) > len(lines) or any("…" in line for line in tried):
            break
        lines, narrower = tried, narrower - 0.08
    return lines


def shortened(text: str, room: float, size: float, weight: str = "normal") -> str:
    """Cut one line of type to ``room`` inches."""
    if wide(text, size, weight) <= room:
        return text
    kept = text
    while len(kept) > 1 and wide(f"{kept}…", size, weight) > room:
        kept = kept[:-1].rstrip()
    return f"{kept}…"
