"""Talking to the terminal: a progress bar, warnings, and plain lines where there is no terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Final

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
