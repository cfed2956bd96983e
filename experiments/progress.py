"""Talking to the terminal: a progress bar, warnings, and plain lines where there is no terminal."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Final, Self

from tqdm import tqdm

WORTH_TELLING: Final = 50


@contextmanager
def progress(what: str, total: int) -> Iterator[Callable[[int], None]]:
    """Yield a function that is told how many more are done; shows a bar, or one line off a terminal.

    What takes no time (a few worlds) says nothing.
    """
    if total < WORTH_TELLING or not sys.stderr.isatty():
        if total >= WORTH_TELLING:
            say(f"{total} {what} ...")
        yield lambda more: None
        return
    with tqdm(total=total, unit=f" {what}", leave=False, dynamic_ncols=True) as bar:

        def tick(more: int) -> None:
            bar.update(more)

        yield tick


class Bar:
    """How a sweep goes: one bar with failures and the expected end; plain lines off a terminal."""

    LINES: Final = 30.0  # seconds between plain lines

    def __init__(self, what: str, total: int) -> None:
        self.what, self.total = what, total
        self.begun = self.told = time.monotonic()
        self.bar: tqdm[Any] | None = None
        if sys.stderr.isatty() and total:
            self.bar = tqdm(total=total, unit=f" {what}", leave=False, dynamic_ncols=True)

    def __enter__(self) -> Self:
        if self.bar is None and self.total >= WORTH_TELLING:
            say(f"{self.total} {self.what} ...")
        return self

    def __exit__(self, *problem: object) -> None:
        if self.bar is not None:
            self.bar.close()

    def at(self, done: int, tally: Any) -> None:
        """Tell that ``done`` are done; ``tally`` counts those that failed or were set aside."""
        wrong = tally.failed + tally.set_aside
        if self.bar is not None:
            if wrong:
                self.bar.set_postfix_str(f"{wrong} failed", refresh=False)
            self.bar.update(done - self.bar.n)
            return
        now = time.monotonic()
        if now - self.told >= self.LINES and done:
            self.told = now
            rest = (now - self.begun) / done * (self.total - done)
            failed = f", {wrong} failed" if wrong else ""
            say(f"{done} of {self.total} {self.what}{failed}; about {lasting(rest)} to go")


def lasting(seconds: float) -> str:
    """A length of time as people say it."""
    for size, name in ((86400.0, "days"), (3600.0, "hours"), (60.0, "minutes")):
        if seconds >= 1.5 * size:
            return f"{seconds / size:.0f} {name}" if seconds >= 10 * size else f"{seconds / size:.1f} {name}"
    return f"{seconds:.0f} seconds" if seconds >= 1.5 else "a second"


def say(sentence: str) -> None:
    """Tell something beside the answer."""
    print(f"bodem: {sentence}", file=sys.stderr, flush=True)


def warn(sentences: Iterable[str]) -> None:
    """Tell each different warning once."""
    for sentence in dict.fromkeys(sentences):
        say(f"warning: {sentence}")


def cores() -> int:
    """How many processor cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
