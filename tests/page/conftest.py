"""A page without a browser: the application, asked in the same process."""

import pytest
from starlette.testclient import TestClient

from page.app import application
from page.desk import Session
from page.worlds import Worlds

SHORT = {"district": "nieuw_west", "weeks": 60, "seed": 3}


@pytest.fixture(scope="session")
def page():
    """A client of the application."""
    with TestClient(application(Session(Worlds(threads=2))), raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def scenario():
    """Two strategies with a lever on one side, short enough to be quick."""
    return {
        **SHORT,
        "parameters": {"misreading_sting": 0.11},
        "a": {"strategy": "programmatic"},
        "b": {"strategy": "explorative", "levers": {"coffee_fund": {"intensity": 1.0, "start": 10}}},
    }
