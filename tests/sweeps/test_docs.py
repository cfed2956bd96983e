"""Every worked example of docs/sweeps.md is run, with fewer worlds and weeks."""

import re
import subprocess
import sys

import pytest

from tests.sweeps.small import ROOT

TEXT = (ROOT / "docs" / "sweeps.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(sh|python)\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
FEWER = {
    r"design\.seeds=\d+": "design.seeds=1",
    r"seeds: \d+": "seeds: 1",
    "samples: 32": "samples: 2",
    "--worlds 100": "--worlds 2",
}
COMMAND = re.compile(r"^bodem (sweep|run|figures|story) ", re.MULTILINE)


def smaller(code):
    for pattern, fewer in FEWER.items():
        code = re.sub(pattern, fewer, code)
    code = re.sub(r"(experiment=\w+)", r"\1 design.seeds=1", code)
    # Threads start at once, where the example does not choose an engine.
    code = re.sub(r"^(bodem sweep (?!.*engine=))", r"\1engine=threads ", code, flags=re.MULTILINE)
    return COMMAND.sub(r"bodem \1 weeks=2 ", code)


@pytest.mark.slow
def test_the_examples_run_in_the_order_of_the_page(machine):
    tool = machine.folder / "bodem"
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m experiments.cli "$@"\n')
    tool.chmod(0o755)
    script = ["set -e", f'PATH="{machine.folder}:$PATH"']
    later = []
    for kind, code in BLOCKS:
        if kind == "sh":
            script.append(smaller(code))
        else:
            later.append(code)
    done = subprocess.run(
        ["sh", "-c", "\n".join(script)], capture_output=True, timeout=3000, **machine.settings
    )
    assert done.returncode == 0, done.stderr[-3000:]
    for code in later:
        told = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, timeout=600, **machine.settings
        )
        assert told.returncode == 0, told.stderr[-3000:]
    assert (machine.folder / "strategies.zip").exists()
    assert (machine.folder / "parts" / "provenance.json").exists()
