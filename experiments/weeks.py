"""The weeks of many runs, turned into columns as each run comes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import pyarrow as pa

from experiments.columns import numbers, texts
from sim.registry import MEASURES

# As many rows as lie together: some tens of runs of five years.
BLOCK: Final = 6500
# A measure that is what it was the week before in as large a share of weeks packs best as it is.
STILL: Final = 0.5


class Weeks:
    """Rows of weeks by measure, in blocks of memory that are filled again and again.

    A run is turned when it comes, while it still lies in the processor's own memory. Fresh memory costs as
    much as turning does, so that a worker keeps one of these for all that it writes: tables made of it must
    be gone before it is cleared.
    """

    def __init__(self) -> None:
        self._blocks: list[np.ndarray] = []
        self.clear()

    def clear(self) -> None:
        """Forget the rows, not the memory."""
        self._names: list[str] = []
        self._counts: list[int] = []
        self._filled = [0] * len(self._blocks)
        self._at = 0

    @property
    def runs(self) -> int:
        """How many runs there are."""
        return len(self._names)

    def add(self, run_id: str, weekly: np.ndarray) -> None:
        """Add the weeks of one run, [weeks, measures]."""
        count = len(weekly)
        while self._at < len(self._blocks) and not self._fits(count):
            self._at += 1
        if self._at == len(self._blocks):
            self._blocks.append(np.empty((len(MEASURES), max(BLOCK, count))))
            self._filled.append(0)
        first = self._filled[self._at]
        self._blocks[self._at][:, first : first + count] = weekly.T
        self._filled[self._at] = first + count
        self._names.append(run_id)
        self._counts.append(count)

    def _fits(self, count: int) -> bool:
        return self._filled[self._at] + count <= self._blocks[self._at].shape[1]

    def table(self) -> pa.Table:
        """A row per week: run, week, and a column for each measure, that look into this memory."""
        rows = numbers(np.repeat(np.arange(self.runs), self._counts))
        weeks = numbers(np.concatenate([np.arange(count, dtype=np.int32) for count in self._counts]))
        blocks = [_by_measure(block, filled) for block, filled in self._used()]
        columns = [pa.chunked_array(parts) for parts in zip(*blocks, strict=True)]
        return table_of({"run_id": texts(self._names).take(rows), "week": weeks}, columns)

    def restless(self) -> list[str]:
        """The measures that mostly differ from the week before, as far as the first block tells."""
        block, filled = self._used()[0]
        still = (block[:, 1:filled] == block[:, : filled - 1]).sum(axis=1) >= STILL * (filled - 1)
        return [name for name, rests in zip(MEASURES, still.tolist(), strict=True) if not rests]

    def _used(self) -> list[tuple[np.ndarray, int]]:
        return [one for one in zip(self._blocks, self._filled, strict=True) if one[1]]


def _by_measure(block: np.ndarray, filled: int) -> list[pa.Array]:
    """A column for each measure, that looks into the block."""
    whole, room = numbers(block.reshape(-1)), block.shape[1]
    return [whole.slice(number * room, filled) for number in range(len(block))]


def table_of(first: dict[str, pa.Array], measures: Sequence[pa.ChunkedArray | pa.Array]) -> pa.Table:
    """A table with a column for each measure, which always has a value: Parquet need not say so for each."""
    fields = [pa.field(name, column.type) for name, column in first.items()]
    fields += [pa.field(name, pa.float64(), nullable=False) for name in MEASURES]
    return pa.table([*first.values(), *measures], schema=pa.schema(fields))
