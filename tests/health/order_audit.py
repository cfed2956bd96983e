"""Which steps of a week may change places; run with BODEM_PLAIN=1, prints the swaps that change a world."""

import ast
import inspect
import json
import sys
import textwrap
from collections.abc import Callable, Iterator

import numpy as np

import sim.week
from sim.population import populated, template
from sim.week import PHASES
from tests.worlds import FAST, hamlet, levers, settings

WEEKS = 10
MADE = settings(district=hamlet(8), weeks=WEEKS, levers=levers(), parameters=FAST)


def steps(block: list[ast.stmt]) -> list[str]:
    """Names of the calls that a block consists of, "" for other statements."""
    return [
        one.value.func.id
        if isinstance(one, ast.Expr)
        and isinstance(one.value, ast.Call)
        and isinstance(one.value.func, ast.Name)
        else ""
        for one in block
    ]


def blocks(function: Callable[..., None]) -> Iterator[tuple[ast.Module, list[ast.stmt]]]:
    """Every block of statements of a phase, each in a tree of its own that may be changed."""
    text = textwrap.dedent(inspect.getsource(function)).split("\n", 1)[1]
    count = sum(isinstance(getattr(node, "body", None), list) for node in ast.walk(ast.parse(text)))
    for number in range(count):
        tree = ast.parse(text)
        yield (
            tree,
            [node for node in ast.walk(tree) if isinstance(getattr(node, "body", None), list)][number].body,
        )


def swapped(function: Callable[..., None]) -> Iterator[tuple[str, str, Callable[..., None]]]:
    """The phase with two steps that follow each other the other way round, for each such two."""
    for number, (_, block) in enumerate(blocks(function)):
        names = steps(block)
        for first in range(len(names) - 1):
            if names[first] and names[first + 1]:
                tree, body = list(blocks(function))[number]
                body[first], body[first + 1] = body[first + 1], body[first]
                space = dict(vars(inspect.getmodule(function)))
                exec(compile(ast.fix_missing_locations(tree), "swapped", "exec"), space)
                yield names[first], names[first + 1], space[function.__name__]


def lived() -> np.ndarray:
    world = populated(template(MADE), 3)
    sim.week.advance(world, WEEKS, 0)
    return world.weekly.view(float)


def matter() -> list[list[str]]:
    """Swaps after which some measure of some week is another one, rounding apart."""
    base, found = lived(), []
    for name, function in PHASES.items():
        for first, second, other in swapped(function):
            setattr(sim.week, function.__name__, other)
            try:
                same = np.allclose(lived(), base, rtol=1e-9, atol=1e-9)
            finally:
                setattr(sim.week, function.__name__, function)
            if not same:
                found.append([name, first, second])
    return found


if __name__ == "__main__":
    json.dump(matter(), sys.stdout)
