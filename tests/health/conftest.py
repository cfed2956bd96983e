"""What plain Python says, asked once: a start of Python and whole worlds take long in it."""

import json
import subprocess
import sys

import pytest

from tests.health import draw_audit
from tests.processes import environment


@pytest.fixture(scope="session")
def in_plain_python():
    """The answers of a process in which nothing is compiled."""
    done = subprocess.run(
        [sys.executable, draw_audit.__file__],
        env=environment(BODEM_PLAIN="1"), capture_output=True, text=True, timeout=600, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout)
