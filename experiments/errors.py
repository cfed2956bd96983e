"""Refusals: what a user can put right, said in one sentence."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class Refused(Exception):
    """Something the user asked for cannot be done; the message is one sentence (exit code 2)."""


def nearest(name: str, known: Iterable[str]) -> str:
    """Return ``; did you mean '...'?`` for the closest of ``known``, or a full stop when none is close."""
    near = difflib.get_close_matches(name, list(known), n=1, cutoff=0.4)
    return f"; did you mean '{near[0]}'?" if near else "."


def one_line(message: object) -> str:
    """Return ``message`` with every run of white space as one space."""
    return " ".join(str(message).split())


def is_refusal(problem: BaseException) -> bool:
    """Whether ``problem`` is the user's to put right (imports ``sim.registry`` only when it must)."""
    if isinstance(problem, Refused):
        return True
    from sim.registry import OutOfBounds, UnknownName

    return isinstance(problem, (OutOfBounds, UnknownName))
