"""Help and version answer at once: nothing heavy is imported for them."""

import subprocess
import sys

import pytest

from experiments.parsers import COMMANDS

HEAVY = "{'numba', 'pandas', 'matplotlib', 'hydra', 'mesa', 'numpy', 'pyarrow', 'scipy', 'omegaconf'}"


@pytest.mark.parametrize(
    "words", [["--help"], ["--version"], ["run", "--help"], ["compare", "--help"], ["why", "--help"]]
)
def test_help_imports_nothing_heavy(words):
    code = (
        "import sys\nfrom experiments.cli import main\n"
        f"try:\n    main({words!r})\nexcept SystemExit as stop:\n    assert not stop.code\n"
        f"print(sorted({HEAVY} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
    assert done.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(bodem, command):
    done = bodem(command, "--help")
    assert done.returncode == 0
    assert f"usage: bodem {command}" in done.stdout
    assert done.stderr == ""


def test_no_command_shows_help(bodem):
    done = bodem()
    assert done.returncode == 0
    assert "compare" in done.stdout
