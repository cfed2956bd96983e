"""Space-filling samples of a rule's parameters and inputs, and the rule called as plain Python."""

import ast
import inspect
import textwrap
from functools import cache
from types import SimpleNamespace

import numpy as np
from scipy.stats import qmc

from sim import library
from sim.registry import PARAMETERS, RULES, rules_named
from sim.world import PARAMETER_RECORD

assert library.REGISTERED  # importing the library is what fills the registry

KEYS = [rule.key for rule in RULES]


@cache
def rule_of(key):
    """The one rule whose switch is ``key``."""
    (found,) = (rule for rule in rules_named(key) if rule.key == key)
    return found


def arguments(rule):
    """Names of the arguments of the rule's function, the parameters ``p`` left out."""
    return [name for name in inspect.signature(rule.function).parameters if name != "p"]


def parameters_read(rule):
    """The parameters that the function reads, taken from its syntax tree."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(rule.function)))
    return {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "p"
    }


def terms(rule, inputs, values=None):
    """What the plain function returns, by the name of the term; parameters not given keep their default."""
    return dict(zip(rule.yields, returned(rule, inputs, parameters(rule, values or {})), strict=True))


def parameters(rule, given):
    """What the function gets as ``p``, which it may not take: only the parameters that it declares."""
    code = rule.function.__code__
    if "p" not in code.co_varnames[: code.co_argcount]:
        return {}
    return {"p": SimpleNamespace(**{n: given.get(n, PARAMETERS[n].default) for n in rule.parameters})}


def returned(rule, inputs, p):
    """What the plain function returns, always as a tuple."""
    result = rule.function(**inputs, **p)
    return result if isinstance(result, tuple) else (result,)


@cache
def climbed(key, given):
    """The terms of a rule while ``given`` climbs its range: an array of samples by rungs by terms."""
    rule = rule_of(key)
    rungs = ladder(*rule.inputs[given])
    told = []
    for inputs, values in points(rule):
        p = parameters(rule, values)
        told.append([returned(rule, inputs | {given: rung}, p) for rung in rungs])
    return np.array(told, dtype=float)


def claim(key, values=None, **inputs):
    """The terms of the rule called ``key``, for tests that tell a case.

    Inputs that are not given stand in the middle of their range, whole numbers at the bottom.
    """
    rule = rule_of(key)
    assert set(inputs) <= set(rule.inputs), f"{key} takes {list(rule.inputs)}"
    middle = {
        n: low if isinstance(low, int) else 0.5 * (low + high) for n, (low, high) in rule.inputs.items()
    }
    return SimpleNamespace(**terms(rule, middle | inputs, values))


def points(rule, interior=256, corners=64):
    """Samples (inputs, parameters) over all ranges of one rule; not to be changed."""
    return _points(rule.key, interior, corners)


@cache
def _points(key, interior, corners):
    rule = rule_of(key)
    axes = [(name, *rule.inputs[name]) for name in rule.inputs] + spans(rule.parameters)
    return [
        ({name: named[name] for name in rule.inputs}, {name: named[name] for name in rule.parameters})
        for named in spread(axes, interior, corners)
    ]


def assumptions(*keys):
    """Parameter worlds over the plausible ranges of the rules called ``keys``, corners included."""
    names = dict.fromkeys(name for key in keys for name in rule_of(key).parameters)
    yield from spread(spans(names), 256, 256)


def spans(names):
    """Name, low and high of parameters."""
    return [(name, PARAMETERS[name].low, PARAMETERS[name].high) for name in names]


def spread(axes, interior, corners, seed=20):
    """Values for each axis: first a Sobol sequence, then random corners of the box."""
    unit = qmc.Sobol(len(axes), seed=seed).random(interior)
    edges = np.random.default_rng(seed).integers(0, 2, (corners, len(axes)))
    for row in np.vstack([unit, edges]).tolist():
        yield {name: placed(low, high, u) for (name, low, high), u in zip(axes, row, strict=True)}


def placed(low, high, u):
    """The value at share ``u`` of a range; whole numbers where the range is given in whole numbers."""
    if isinstance(low, int) and isinstance(high, int):
        return min(high, low + int(u * (high - low + 1)))
    return low + u * (high - low)


def ladder(low, high, steps=9):
    """Values from low to high in at most ``steps`` steps, whole numbers where the range is in them."""
    values = np.linspace(low, high, steps)
    if isinstance(low, int) and isinstance(high, int):
        return sorted({round(value) for value in values.tolist()})
    return values.tolist()


def parameter_row(values):
    """One record of all parameters, as the compiled rules take it; those not given have their default."""
    row = np.zeros(1, PARAMETER_RECORD).view(np.recarray)
    for name, entry in PARAMETERS.items():
        row[name] = values.get(name, entry.default)
    return row[0]
