"""The examples of docs/extending/ that change the program: carried out on a copy, in plain Python."""

import os
import re
import shutil
import subprocess
import sys

import pytest

from tests.docs.pages import ROOT, blocks

PAGES = ("rule.md", "measure.md")
# What a reader would then look at: all in one process, since starting one takes longest.
LOOK = """
import sys
from dataclasses import replace
from experiments.cli import main
from sim.ensemble import run_world
from tests.worlds import hamlet, settings
import numpy as np

assert main(["explain", "holiday_calls", "--lang", "nl"]) == 0
assert main(["explain", "workers_on_lists", "--lang", "nl"]) == 0
assert main(["docs", "--out", "tables"]) == 0
text = open("tables/week.md").read()
assert "holiday_calls" in text[text.index("7. settle"):]

from sim.population import populated, template
from sim.week import advance

def after(off):
    world = populated(template(settings(weeks=3, rules_off=frozenset(off))), 1)
    for worker in world.workers:
        worker["callers"] = 4
    advance(world, 3, 0)
    return world

on, off = after([]), after(["holiday_calls"])
assert on.workers["energy"].sum() < off.workers["energy"].sum()
from sim.measures import NAMES
assert on.weekly_values[0, NAMES.index("workers_on_lists")] == 1.0
"""


def carried_out(copy):
    """Put every block of the pages where it says it goes; a place that is not there fails."""
    for page in PAGES:
        for block in blocks(ROOT / "docs" / "extending" / page):
            if block.into is None:
                continue
            name, _, where = block.into.partition(": ")
            file = copy / name
            text = file.read_text(encoding="utf-8")
            if where == "at the end":
                text = text.rstrip("\n") + "\n" + block.text
            else:
                after = where.removeprefix("after ")
                assert text.count(f"{after}\n") == 1, f"{page}: {after!r} is not once in {name}"
                text = text.replace(f"{after}\n", f"{after}\n{block.text}")
            file.write_text(text, encoding="utf-8")


@pytest.mark.slow
def test_a_new_rule_and_a_new_measure_work_as_the_pages_say(tmp_path):
    for folder in ("sim", "experiments", "configs", "analysis"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "tests").mkdir()
    for name in ("__init__.py", "worlds.py"):
        shutil.copy(ROOT / "tests" / name, tmp_path / "tests" / name)
    carried_out(tmp_path)
    env = os.environ | {"PYTHONPATH": str(tmp_path), "BODEM_PLAIN": "1"}
    done = subprocess.run(
        [sys.executable, "-c", LOOK], cwd=tmp_path, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-3000:]


def test_the_pages_say_where_each_change_goes():
    for page in PAGES:
        changes = [block for block in blocks(ROOT / "docs" / "extending" / page) if block.kind == "python"]
        assert len(changes) >= 3
        assert all(re.match(r"[\w/]+\.py: (at the end|after )", block.into or "") for block in changes)
