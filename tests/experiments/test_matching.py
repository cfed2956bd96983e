"""History matching: the report's counts and national counts rule out what they must, and nothing else."""

import numpy as np
import pytest

from experiments.patterns import care, matching
from sim.registry import PARAMETERS
from tests.worlds import settings


def test_heavy_care_is_counted_a_year_and_per_family():
    calm, rising = (
        care.a_year(made, range(2))
        for value in care.WIDE[::-1]
        for made in matching.point([settings("none", "nieuw_west", weeks=104)], {care.FACTOR: value})
    )
    assert (calm < care.LEAST).all()
    assert (rising > calm).all()
    assert (rising <= 1.0).all()


@pytest.mark.parametrize(
    ("shares", "out"),
    [
        ([0.0, 0.0, 0.0], True),
        ([0.01, 0.012, 0.011], False),
        ([0.3, 0.31, 0.29], True),
        # Chance between worlds leaves room: the mean lies below the least, its error reaches above it.
        ([0.0, 0.001, 0.008], False),
    ],
)
def test_a_point_is_ruled_out_by_too_little_or_too_much_heavy_care(shares, out):
    assert care.ruled_out(np.array(shares)) is out


def test_points_move_the_balance_over_the_wide_range_and_the_rest_over_plausible_ones():
    drawn = care.points(128)
    balance = [one[care.FACTOR] for one in drawn]
    assert min(balance) < PARAMETERS[care.FACTOR].low
    assert max(balance) > PARAMETERS[care.FACTOR].high
    for one in drawn:
        for name, value in one.items():
            entry = PARAMETERS[name]
            assert name == care.FACTOR or entry.low <= value <= entry.high


def test_both_matchings_print_their_tables(capsys):
    matching.main(samples=4, seeds=3)
    told = capsys.readouterr().out
    assert "10 of 12" in told
    assert "of 4 points are not ruled out" in told
    care.main(samples=16, seeds=2, weeks=104)
    told = capsys.readouterr().out
    assert "nieuw_west" in told
    assert "of 16 points are not ruled out" in told
