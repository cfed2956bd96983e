"""Runs the real command in a process of its own, in an empty directory."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sim.ensemble import warm_up

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
            # A test run that was started in the background ignores the interrupt, and would hand that on.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
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
