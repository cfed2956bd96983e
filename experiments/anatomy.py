"""How the model hangs together, read from its own code: which step of the week calls which rule and draw."""

from __future__ import annotations

import ast
import importlib
import inspect
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any, Final

from sim import draws
from sim.registry import RULES, Rule
from sim.week import PHASES

# Where a call is followed further; what lies outside is arithmetic, the log or the registry.
FOLLOWED: Final = ("sim.phases", "sim.mechanisms.forms", "sim.mechanisms.occasions", "sim.before")
STREAMS: Final = {
    name: value for name, value in vars(draws).items() if name.isupper() and type(value) is int
    and not name.startswith("_")
}  # fmt: skip


@dataclass(frozen=True)
class Step:
    """One function of the week: what it says it does, what it calls, and the rules and draws in it."""

    name: str
    says: str
    calls: tuple[Callable[..., Any], ...]
    rules: tuple[str, ...]
    streams: tuple[str, ...]


def plain(function: Any) -> Callable[..., Any]:
    """The Python function behind a compiled one."""
    found: Callable[..., Any] = getattr(function, "py_func", function)
    return found


def source_of(function: Any) -> str:
    """The source of a function from its ``def`` on, without its docstring."""
    text = textwrap.dedent(inspect.getsource(plain(function)))
    node = ast.parse(text).body[0]
    assert isinstance(node, ast.FunctionDef)
    lines = text.splitlines()
    told = node.body[0]
    is_told = isinstance(told, ast.Expr) and isinstance(told.value, ast.Constant) and len(node.body) > 1
    hidden = range(told.lineno, (told.end_lineno or told.lineno) + 1) if is_told else range(0)
    return "\n".join(
        line for number, line in enumerate(lines, 1) if number >= node.lineno and number not in hidden
    )


@cache
def step(function: Callable[..., Any]) -> Step:
    """What one function of the week holds itself, without what it calls."""
    made = plain(function)
    module = importlib.import_module(made.__module__)
    tree = ast.parse(textwrap.dedent(inspect.getsource(made)))
    calls: dict[Callable[..., Any], None] = {}
    rules: dict[str, None] = {}
    streams: dict[str, None] = {}
    for node in sorted(ast.walk(tree), key=_place):
        if (
            isinstance(node, ast.Name)
            and node.id in STREAMS
            and vars(module).get(node.id) == STREAMS[node.id]
        ):
            streams[node.id] = None
        if not isinstance(node, ast.Call):
            continue
        called = _called(node.func, module)
        rule = _rule_of(called)
        if rule is not None:
            rules[rule.key] = None
        elif called is not None and plain(called).__module__.startswith(FOLLOWED):
            calls[plain(called)] = None
    says = (inspect.getdoc(made) or "").split("\n\n")[0]
    return Step(made.__name__, " ".join(says.split()), tuple(calls), tuple(rules), tuple(streams))


def _place(node: ast.AST) -> tuple[int, int]:
    return getattr(node, "lineno", 0), getattr(node, "col_offset", 0)


def _called(node: ast.expr, module: ModuleType) -> Any:
    if isinstance(node, ast.Name):
        found = vars(module).get(node.id)
        return found if callable(found) and hasattr(plain(found), "__code__") else None
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        owner = vars(module).get(node.value.id)
        found = getattr(owner, node.attr, None) if isinstance(owner, ModuleType) else None
        return found if callable(found) and hasattr(plain(found), "__code__") else None
    return None


def _rule_of(function: Any) -> Rule | None:
    return next((rule for rule in RULES if rule.function is plain(function)), None) if function else None


def within(function: Callable[..., Any], seen: set[Callable[..., Any]] | None = None) -> Iterator[Step]:
    """The step of ``function`` and of everything it calls, each once."""
    seen = set() if seen is None else seen
    made = plain(function)
    if made in seen:
        return
    seen.add(made)
    one = step(made)
    yield one
    for called in one.calls:
        yield from within(called, seen)


def rules_in(function: Callable[..., Any]) -> list[str]:
    """The rules at work in ``function`` or in what it calls."""
    return list(dict.fromkeys(name for one in within(function) for name in one.rules))


def streams_in(function: Callable[..., Any]) -> list[str]:
    """The draws made in ``function`` or in what it calls."""
    return list(dict.fromkeys(name for one in within(function) for name in one.streams))


def phases_of(rule: str) -> list[str]:
    """The phases of the week in which a rule works."""
    return [phase for phase, function in PHASES.items() if rule in rules_in(function)]
