"""What a few patterns read in a run, in worlds small enough to count by hand."""

import numpy as np
import pytest

from analysis.patterns import explore_wide, no_design
from analysis.patterns.watched import Watched

PAIRS = np.array(
    [(0, 0), (0, 1), (1, 0), (1, 1), (2, 2), (3, 2)], dtype=[("worker", "i4"), ("professional", "i4")]
)


def city(alive: list[int]) -> Watched:
    """Two districts of two workers each; ``alive`` says of each pair whether it works together all year."""
    people = np.array([(0,), (0,), (1,)], dtype=[("institution", "i4")])
    places = np.array([(0,), (1,)], dtype=[("neighbourhood", "i4")])
    work = np.array([(one,) for one in alive], dtype=[("alive", "i1")])
    tables = {}
    for week in (*explore_wide.QUARTERS, 260):
        tables |= {("pair", week): PAIRS, ("professional", week): people, ("collaboration", week): work}
    tables["institution", 260] = places
    return Watched(np.zeros((260, 1)), {"collaborations_alive": 0}, tables, np.zeros(0), {}, {})


def test_collaborations_of_each_district_are_counted_for_as_many_workers():
    assert explore_wide.in_each_district(city([1, 0, 1, 1, 0, 0])).tolist() == [18.0, 0.0]
    assert explore_wide.in_each_district(city([0, 0, 1, 0, 1, 0])).tolist() == [6.0, 6.0]


def test_districts_that_fare_alike_have_no_spread():
    assert explore_wide.read(city([0, 0, 1, 0, 1, 0]))["spread"] == 0.0
    assert explore_wide.read(city([1, 0, 1, 1, 0, 0]))["spread"] > 0.0


@pytest.mark.parametrize(
    ("ends", "lasted"),
    [
        ([], 78.0),
        ([("ended_by_drift", 30, 0, 1)], 30.0),
        ([("ended_by_drift", 50, 0, 1), ("ended_by_strain", 41, 0, 1)], 41.0),
        ([("ended_by_strain", 12, 0, 2)], 78.0),
    ],
    ids=["never", "once", "twice", "others"],
)
def test_what_lasts_ends_with_the_first_end_of_its_own_pair(ends, lasted):
    kinds = {"ended_by_drift": 0, "ended_by_strain": 1}
    log = np.array(
        [(kinds[name], week, who, whom) for name, week, who, whom in ends],
        dtype=[("kind", "i4"), ("week", "i4"), ("who", "i4"), ("whom", "i4")],
    )
    pair = np.array([(1, 0)], dtype=PAIRS.dtype)
    assert no_design.lasted(Watched(np.zeros((78, 1)), {}, {}, log, kinds, {}), pair) == lasted
