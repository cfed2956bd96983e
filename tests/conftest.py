"""Long tests first, some for each of two workers, so that none ends long after the other."""

import pytest

LONG = ("in_plain_python", "agreements", "matter", "gained")  # fixtures that take long and are made once


@pytest.fixture
def coarse(monkeypatch):
    """Figures as always, of fewer dots: for tests that only ask whether they are drawn."""
    from analysis.figures.style import SETTINGS

    monkeypatch.setitem(SETTINGS, "savefig.dpi", 40)


def is_long(item):
    """Whether a test takes long, or waits for something that does."""
    return item.get_closest_marker("slow") is not None or not set(LONG).isdisjoint(item.fixturenames)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Long tests of one folder stay together; a worker begins with one half of all tests, or the other."""
    long, short = ([item for item in items if is_long(item) == wanted] for wanted in (True, False))
    folders = list(dict.fromkeys(item.path.parent for item in long))
    first, second = (
        [item for item in long if folders.index(item.path.parent) % 2 == half] for half in (0, 1)
    )
    room = max(0, len(items) // 2 - len(first))
    items[:] = [*first, *short[:room], *second, *short[room:]]
