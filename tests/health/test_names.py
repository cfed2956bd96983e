"""No rule knows a strategy, district, lever, case or community by name, and the core reads no file."""

import ast
import sys
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "sim").rglob("*.py"))
# Kinds of groups in the report, not names of anyone.
DOMAIN = {"preventive", "youth_care", "school", "care", "emancipation", "all"}
IMPORTS = {"numpy", "numba", "scipy", "mesa", "sim"}
FILE_MODULES = {
    "builtins", "codecs", "csv", "dbm", "fileinput", "glob", "gzip", "hashlib", "io", "linecache", "lzma",
    "mmap", "os", "pathlib", "pickle", "shelve", "shutil", "socket", "sqlite3", "subprocess", "tempfile",
    "tomllib", "urllib", "zipfile",
}  # fmt: skip
KERNEL_MAY = {"hashlib", "os", "pathlib", "shutil", "tempfile"}
COMPILER_MAY = {"hashlib", "llvmlite"}
KNOW_THE_COMPILER = {"sim/apart.py", "sim/compiling.py", "sim/linking.py", "sim/passing.py"}
MACHINE_MAY = KERNEL_MAY | {"ctypes", "llvmlite"}
SEARCHES = {
    "startswith", "endswith", "find", "index", "count", "removeprefix", "removesuffix", "fullmatch", "search",
    "get", "pop", "setdefault",
}  # fmt: skip


def label(path):
    return path.relative_to(ROOT).as_posix()


def names_in(node):
    """Every name that a configuration gives to itself or to someone in it, labels included."""
    if isinstance(node, list):
        return set().union(*map(names_in, node))
    if not isinstance(node, dict):
        return set()
    given = {node[key] for key in ("name", "community") if isinstance(node.get(key), str)}
    shown = node.get("label")
    given |= set(shown.values()) if isinstance(shown, dict) else {shown} if isinstance(shown, str) else set()
    return given.union(*(names_in(part) for key, part in node.items() if key not in ("evidence", "sources")))


@cache
def forbidden():
    """Names of strategies, districts, levers, cases, communities and organisations in ``configs/``."""
    found = set()
    for path in (ROOT / "configs").rglob("*.yaml"):
        if path.parent != ROOT / "configs":
            found |= {path.stem} | names_in(yaml.safe_load(path.read_text(encoding="utf-8")))
    return frozenset(name.casefold() for name in found) - DOMAIN


@cache
def tree_of(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def words_in(node):
    """The words written in an expression, in lower case."""
    return {
        part.value.casefold()
        for part in ast.walk(node)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    }  # fmt: skip


def own_arguments(tree):
    """Dictionaries that give the ranges of a rule's own arguments, with the names of these."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            arguments = {argument.arg for argument in function.args.args}
            for keyword in chain.from_iterable(
                getattr(made, "keywords", ()) for made in function.decorator_list
            ):
                if keyword.arg == "inputs":
                    yield keyword.value, arguments


def choices(tree):
    """Everything by which code could tell one name from another: (line, words)."""
    arguments = dict(own_arguments(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):  # ==, !=, <, is, in
            yield node.lineno, words_in(node)
        elif isinstance(node, ast.Dict):
            keys = set().union(*(words_in(key) for key in node.keys if key is not None))
            yield node.lineno, keys - arguments.get(node, set())
        elif isinstance(node, ast.match_case):
            yield node.pattern.lineno, words_in(node.pattern)
        elif isinstance(node, ast.Subscript):
            yield node.lineno, words_in(node.slice)
        elif isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            if called in SEARCHES:
                yield node.lineno, set().union(*map(words_in, node.args))
            if isinstance(node.func, ast.Name) and node.func.id in ("dict", "set", "frozenset"):
                yield node.lineno, {keyword.arg for keyword in node.keywords if keyword.arg}
                yield node.lineno, set().union(*map(words_in, node.args))
        elif isinstance(node, ast.Set):
            yield node.lineno, words_in(node)


def imported(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name.split(".")[0]) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, "sim" if node.level else (node.module or "").split(".")[0]


def test_the_names_that_are_looked_for_include_those_of_every_kind():
    wanted = {"explorative", "none", "nieuw_west", "coffee_fund", "mandate", "marokkaans", "nisa for nisa"}
    assert wanted <= forbidden()
    assert not DOMAIN & forbidden()


@pytest.mark.parametrize("path", FILES, ids=label)
def test_nothing_in_the_core_hangs_on_a_name(path):
    known, tree = forbidden(), tree_of(path)
    assert [(line, words & known) for line, words in choices(tree) if words & known] == []


@pytest.mark.parametrize("path", [p for p in FILES if p.parent.name in ("phases", "mechanisms")], ids=label)
def test_no_rule_and_no_phase_reads_a_name_at_all(path):
    read = [
        node.lineno
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Attribute) and node.attr in ("name", "label")
    ]
    assert read == []


@pytest.mark.parametrize("path", FILES, ids=label)
def test_the_core_imports_numbers_and_agents_only(path):
    allowed = IMPORTS | (set(sys.stdlib_module_names) - FILE_MODULES)
    allowed |= KERNEL_MAY if label(path) == "sim/kernel.py" else set()
    allowed |= MACHINE_MAY if label(path) == "sim/machine.py" else set()
    allowed |= COMPILER_MAY if label(path) in KNOW_THE_COMPILER else set()
    found = imported(tree_of(path))
    assert [(line, name) for line, name in found if name not in allowed] == []


@pytest.mark.parametrize("path", FILES, ids=label)
def test_the_core_opens_no_file(path):
    calls = [node.func for node in ast.walk(tree_of(path)) if isinstance(node, ast.Call)]
    opened = [
        call.lineno
        for call in calls
        if isinstance(call, ast.Name) and call.id in ("open", "eval", "exec", "__import__")
    ]
    reads = (
        "read_text",
        "write_text",
        "write_bytes",
        "open",
        "tofile",
        "fromfile",
        "loadtxt",
        "savetxt",
        "savez",
    )
    opened += [call.lineno for call in calls if isinstance(call, ast.Attribute) and call.attr in reads]
    assert opened == []


@pytest.mark.parametrize(
    "code",
    [
        "if strategy.name == 'explorative': pass",
        "if place in ('hier', 'nieuw_west'): pass",
        "factor = {'coffee_fund': 2.0}[lever]",
        "x = lookup['Turks']",
        "match s:\n    case 'programmatic': pass",
        "x = name.startswith('zuidoost')",
        "x = table.get('mandate', 0)",
        "x = dict(broker=1)",
    ],
)
def test_the_check_sees_a_name_however_it_is_read(code):
    assert any(words & forbidden() for _, words in choices(ast.parse(code)))
