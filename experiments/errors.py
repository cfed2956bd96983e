"""Refusals: what a user can put right, said in one sentence."""

from __future__ import annotations

import difflib
import errno
from collections.abc import Iterable
from typing import Final

LONGEST: Final = 700


class Refused(Exception):
    """Something the user asked for cannot be done; the message is one sentence (exit code 2)."""

    def __init__(self, message: str) -> None:
        """Keep a readable length, and end as a sentence does: what libraries say is quoted at the end."""
        told = message if len(message) <= LONGEST else f"{message[:LONGEST]}..."
        super().__init__(told if told.endswith((".", "?")) else f"{told}.")


def nearest(name: str, known: Iterable[str]) -> str:
    """Return ``; did you mean '...'?`` for the closest of ``known``, or a full stop when none is close."""
    near = difflib.get_close_matches(name, list(known), n=1, cutoff=0.4)
    return f"; did you mean '{near[0]}'?" if near else "."


PLAINLY: Final = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is full",
    errno.EFBIG: "a file would become larger than it may be here",
    errno.EROFS: "nothing can be written on that disk",
    errno.EACCES: "you have no permission for that place",
    errno.EPERM: "you have no permission for that place",
    errno.ENOTDIR: "a part of that path is a file, not a directory",
    errno.ENOENT: "that place does not exist",
    errno.EISDIR: "it is a directory",
    errno.ENAMETOOLONG: "the name is too long",
    errno.EMFILE: "too many files are open",
    errno.EIO: "the disk does not answer",
}


def plainly(problem: OSError) -> str:
    """What went wrong with a file or a disk, in our own words where we have them."""
    return PLAINLY.get(problem.errno or 0) or problem.strerror or str(problem)


def one_line(message: object) -> str:
    """Return ``message`` with every run of white space as one space."""
    return " ".join(str(message).split())


def is_refusal(problem: BaseException) -> bool:
    """Whether ``problem`` is the user's to put right (imports ``sim.registry`` only when it must)."""
    if isinstance(problem, Refused):
        return True
    from sim.registry import OutOfBounds, UnknownName

    return isinstance(problem, (OutOfBounds, UnknownName))
