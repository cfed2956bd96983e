"""Files of figures: the same figure always gives the same bytes."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final
from weakref import WeakKeyDictionary

from matplotlib.figure import Figure

from analysis.figures.style import styled
from sim.registry import find

# What each format would write about when and with what it was made, and must not.
TRACES: Final[Mapping[str, Mapping[str, None]]] = {
    "png": {"Software": None},
    "svg": {"Date": None, "Creator": None},
    "pdf": {"CreationDate": None, "Creator": None, "Producer": None},
}

DRAWN: Final[WeakKeyDictionary[Figure, bytes]] = WeakKeyDictionary()


def as_png(figure: Figure) -> bytes:
    """The figure as a PNG; drawn once, however often it is asked for."""
    if figure not in DRAWN:
        sink = io.BytesIO()
        with styled():
            figure.savefig(sink, format="png", metadata=dict(TRACES["png"]))
        DRAWN[figure] = sink.getvalue()
    return DRAWN[figure]


def save(figure: Figure, stem: Path, formats: Sequence[str] = ("png",)) -> list[Path]:
    """Write ``figure`` to ``stem`` with the ending of each format; return the files.

    Raises UnknownName for another format than png, svg or pdf, before anything is written.
    """
    traces = {kind: find("format of figures", TRACES, kind) for kind in formats}
    stem.parent.mkdir(parents=True, exist_ok=True)
    paths = [stem.with_name(f"{stem.name}.{kind}") for kind in formats]
    with styled():
        for (kind, metadata), path in zip(traces.items(), paths, strict=True):
            figure.savefig(path, format=kind, metadata=dict(metadata))
    return paths
