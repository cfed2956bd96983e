"""Runs the real command in a process of its own, in an empty directory."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sim.ensemble import warm_up
from tests.processes import heed_interrupts

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session", autouse=True)
def _compiled():
    """Compile before any command has to answer."""
    warm_up(lambda sentence: None)


@pytest.fixture
def bodem(tmp_path):
    """Call ``bodem`` with words; returns the finished process."""

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
        process = subprocess.Popen(
            [sys.executable, "-m", "experiments.cli", *map(str, words)],
            cwd=tmp_path,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=heed_interrupts,
        )
        started.append(process)
        return process

    yield call
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate()


def environment():
    return os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": "110"}
