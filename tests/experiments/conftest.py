"""Runs the real command in an empty directory: as a child of a warm process, or by starting Python."""

import subprocess
import sys

import pytest

from sim.ensemble import warm_up
from tests.processes import Command, called, environment


@pytest.fixture(scope="session", autouse=True)
def _compiled():
    """Compile before any command has to answer."""
    warm_up(lambda sentence: None)


@pytest.fixture
def bodem(tmp_path):
    """Call ``bodem`` with words in a child of the warm process; returns the finished process."""
    return lambda *words, cwd=tmp_path: called(words, cwd)


@pytest.fixture
def true_bodem(tmp_path):
    """The same by starting Python, as the command that is installed does."""

    def call(*words, cwd=tmp_path, **settings):
        return subprocess.run(
            [sys.executable, "-m", "experiments.cli", *map(str, words)],
            cwd=cwd,
            env=environment(),
            capture_output=True,
            text=True,
            timeout=600,
            **settings,
        )

    return call


@pytest.fixture
def start_bodem(tmp_path):
    """Start ``bodem`` and return the running process."""
    started = []

    def call(*words):
        started.append(Command(words, tmp_path))
        return started[-1]

    yield call
    for process in started:
        process.kill()
        process.communicate()
