"""Every test of sweeps starts with a compiled model and may have a machine of its own."""

import pytest

from sim.ensemble import warm_up
from tests.sweeps.small import Machine


@pytest.fixture(scope="session", autouse=True)
def _compiled():
    warm_up(lambda sentence: None)


@pytest.fixture
def machine(tmp_path):
    made = Machine(tmp_path)
    yield made
    for process in made.started:
        process.kill()
        process.communicate()
