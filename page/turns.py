"""Whose turn it is to run worlds: one piece at a time; who still sees nothing goes first, spare work last."""

from __future__ import annotations

import heapq
import itertools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

FIRST: Final = 0  # a first picture
MORE: Final = 1  # more worlds, and other questions
SPARE: Final = 2  # what is tried while nobody waits


class Turns:
    """A lock that is handed on by rank, and within a rank in the order of asking."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._waiting: list[tuple[int, int]] = []
        self._tickets = itertools.count()
        self._taken = False

    @contextmanager
    def turn(self, rank: int = MORE) -> Iterator[None]:
        """Wait for a turn and have it."""
        with self._changed:
            mine = rank, next(self._tickets)
            heapq.heappush(self._waiting, mine)
            self._changed.wait_for(lambda: not self._taken and self._waiting[0] == mine)
            heapq.heappop(self._waiting)
            self._taken = True
        try:
            yield
        finally:
            with self._changed:
                self._taken = False
                self._changed.notify_all()
