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


class Joined:
    """One row of two tables as one: a field is read and set in the table that has it."""

    __slots__ = ("_first", "_rest")

    def __init__(self, first: Any, rest: Any) -> None:
        object.__setattr__(self, "_first", first)
        object.__setattr__(self, "_rest", rest)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._first if name in self._first.dtype.fields else self._rest, name)

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(self._first if name in self._first.dtype.fields else self._rest, name, value)

    def __getitem__(self, name: str) -> Any:
        return getattr(self, name)

    def __setitem__(self, name: str, value: Any) -> None:
        setattr(self, name, value)


class Join:
    """Called with two rows: both as one."""

    def __call__(self, first: Any, rest: Any) -> Any:
        """In plain Python, an object that stands for both."""
        return Joined(first, rest)


class Fetch:
    """Called with rows and a number: of that row the bytes at ``at`` are wanted soon, with those around them.

    In plain Python it does nothing.
    """

    def __init__(self, *at: int) -> None:
        self.at = at

    def __call__(self, rows: object, i: int) -> None:
        """Nothing."""
