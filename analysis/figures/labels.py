"""Where to write the name of a line beside it: off the bands, and not to be read as the name of the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np
from matplotlib.axes import Axes

from analysis.figures.bands import Bands
from analysis.figures.style import BASE, HALO, SMALL, VARIANT, wide
from sim.arrays import Floats

PAD: Final = 0.035
TALL: Final = SMALL / 72
STARTS: Final = 24
# Which edges of the bands the type must stay clear of: the light bands, the dark ones, only the lines.
EDGES: Final = ((0, 4), (1, 3), (2, 2))


class Box(NamedTuple):
    """A place for one line of type, in inches from the lower left corner of the axes."""

    left: float
    bottom: float
    right: float
    top: float
    cost: float

    def meets(self, other: Box) -> bool:
        """Whether two places overlap."""
        apart = self.right < other.left or other.right < self.left
        return not (apart or self.top < other.bottom or other.top < self.bottom)


def label_lines(
    axes: Axes, size: tuple[float, float], years: Floats, both: Sequence[Bands], labels: Sequence[str]
) -> None:
    """Write each label beside its median where there is room; ``size`` is that of the axes in inches."""
    width, height = size
    (left, right), (low, high) = axes.get_xlim(), axes.get_ylim()
    across = (years - left) / (right - left) * width
    drawn = [Bands(*((points - low) / (high - low) * height for points in one)) for one in both]
    taken: list[Box] = []
    for ink, label, own, other in zip((BASE, VARIANT), labels, drawn, drawn[::-1], strict=True):
        box = _best(wide(label, SMALL, "bold"), size, across, own, other, taken)
        if box is None:
            continue
        taken.append(box)
        place = (box.left / width, (box.bottom + 0.2 * TALL) / height)
        axes.text(
            *place,
            label,
            size=SMALL,
            weight="bold",
            color=ink.text,
            transform=axes.transAxes,
            va="baseline",
            path_effects=HALO,
            zorder=5,
        )


def _best(
    room: float, size: tuple[float, float], across: Floats, own: Bands, other: Bands, taken: Sequence[Box]
) -> Box | None:
    if room > 0.7 * size[0]:
        return None
    for edges in EDGES:
        boxes = [
            box
            for box in _boxes(room, size, across, own, other, edges)
            if not any(box.meets(one) for one in taken)
        ]
        if boxes:
            return min(boxes, key=lambda box: box.cost)
    return None


def _boxes(
    room: float, size: tuple[float, float], across: Floats, own: Bands, other: Bands, edges: tuple[int, int]
) -> Iterator[Box]:
    """Yield the places above and below a line that fit; the cost is least near it and far from the other."""
    width, height = size
    for left in np.linspace(PAD, width - room - PAD, STARTS):
        first, last = np.searchsorted(across, [left - PAD, left + room + PAD])
        here, there = own.between(first, last), other.between(first, last)
        if last <= first or not np.isfinite([here.median, there.median]).all():
            continue
        low, high = edges
        for bottom in (here[high].max() + PAD, here[low].min() - PAD - TALL):
            top = bottom + TALL
            clear = bottom >= there[high].max() + PAD or top <= there[low].min() - PAD
            if not clear or bottom < PAD or top > height:
                continue
            near, far = (abs(one.median.mean() - (bottom + top) / 2) for one in (here, there))
            if near + 0.04 < far:
                yield Box(left, bottom, left + room, top, near - 0.6 * min(far, 0.8) - 0.02 * left)
