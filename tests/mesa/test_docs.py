"""The examples in docs/mesa.md run as they stand, one after the other."""

import re
from pathlib import Path

import pytest

PAGE = Path(__file__).resolve().parents[2] / "docs" / "mesa.md"
BLOCK = re.compile(r"(<!-- needs (\w+) -->\n)?```python\n(.*?)```", re.DOTALL)


def blocks():
    """Line, code and extra package of every example."""
    text = PAGE.read_text(encoding="utf-8")
    return [(text.count("\n", 0, found.start(3)), found[3], found[2]) for found in BLOCK.finditer(text)]


def run(line, code, known):
    exec(compile("\n" * line + code, str(PAGE), "exec"), known)


def test_the_page_has_examples():
    assert len(blocks()) >= 8
    assert PAGE.read_text(encoding="utf-8").count("```") == 2 * len(blocks())


def test_examples_run_in_order():
    known = {"__name__": "docs"}
    for line, code, needs in blocks():
        if needs is None:
            run(line, code, known)


@pytest.mark.parametrize("needs", sorted({needs for _, _, needs in blocks() if needs}))
def test_examples_that_need_more(needs):
    pytest.importorskip(needs)
    for line, code, package in blocks():
        if package == needs:
            run(line, code, {"__name__": "docs"})
