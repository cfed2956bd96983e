"""Which steps of a week may change places; run with BODEM_PLAIN=1, prints the swaps that change a world."""

import ast
import inspect
import json
import sys
import textwrap
from collections.abc import Callable, Iterator

import numpy as np

from sim.events import WEEK
from sim.population import populated, template
from sim.week import PHASES, open_week
from sim.world import World, copy_of
from tests.worlds import FAST, hamlet, levers, settings

WEEKS = 10
APART = ("log", "clock", "activity")  # what is told, and in which order
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


def unlike(one: World, other: World) -> bool:
    """Whether anything but the log is another byte."""
    return any(
        getattr(one, name).tobytes() != getattr(other, name).tobytes()
        for name in World._fields
        if name not in APART
    )


def week_of(world: World, phases: dict[str, Callable[[World], None]]) -> Iterator[World]:
    """Live one week; yields the world before each phase and at the end."""
    open_week(world)
    for phase in phases.values():
        yield world
        phase(world)
    yield world
    world.clock[WEEK] += 1


def matter() -> list[list[str]]:
    """Swaps after which some measure of some week is another one, rounding apart.

    Where a phase leaves the very same world behind in every week, so does the whole run; only for the other
    swaps is it run on.
    """
    world, found = populated(template(MADE), 3), []
    lived = [[copy_of(one) for one in week_of(world, PHASES)] for _ in range(WEEKS)]
    base = world.weekly_values
    for number, (name, function) in enumerate(PHASES.items()):
        for first, second, other in swapped(function):
            for week in lived:
                after = copy_of(week[number])
                other(after)
                if unlike(after, week[number + 1]):
                    break
            else:
                continue
            if is_measured(
                int(week[0].clock[WEEK]), copy_of(week[number]), number, PHASES | {name: other}, base
            ):
                found.append([name, first, second])
    return found


def is_measured(
    week: int, world: World, number: int, phases: dict[str, Callable[[World], None]], base: np.ndarray
) -> bool:
    """Whether other phases, from phase ``number`` of ``week`` on, give other measures than ``base``."""
    for phase in list(phases.values())[number:]:
        phase(world)
    world.clock[WEEK] += 1
    for here in range(week, WEEKS):
        if here > week:
            list(week_of(world, phases))
        if not np.allclose(world.weekly_values[here], base[here], rtol=1e-9, atol=1e-9):
            return True
    return False


if __name__ == "__main__":
    json.dump(matter(), sys.stdout)
