"""A function that is compiled as part of an entry point, as it stands until then."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from typing import Any


class Part:
    """A function that is compiled into its callers only, at the earliest when one of those is compiled.

    ``py_func`` is the function in plain Python; ``stays_a_call`` says that the optimiser may not copy it
    into its callers.
    """

    dispatcher: Any = None

    def __init__(self, function: Callable[..., Any], *, stays_a_call: bool) -> None:
        self.py_func, self.stays_a_call = function, stays_a_call
        update_wrapper(self, function)

    def __call__(self, *_: object, **__: object) -> object:
        """Refuse: making a door from Python into each function took half the time to compile."""
        raise TypeError(f"{self.py_func.__name__} is compiled into its callers; use its .py_func.")


class Fetch:
    """Called with rows and a number: that row is wanted soon. In plain Python it does nothing."""

    def __call__(self, rows: object, i: int) -> None:
        """Nothing."""
