"""The keyed draws are independent over week, who, whom, seed and stream alike."""

import itertools

import numpy as np
import pytest
from scipy import stats

from tests.health.drawing import AXES, FAR, STREAMS, cube, drawn, evenness, linked


@pytest.fixture(scope="module", name="cube")
def all_axes():
    return cube()


@pytest.mark.parametrize("lag", [1, 2, 5])
@pytest.mark.parametrize("axis", range(5), ids=AXES)
def test_a_draw_says_nothing_about_its_neighbour(cube, axis, lag):
    moved = np.moveaxis(cube, axis, 0)
    one, other = moved[:-lag], moved[lag:]
    assert evenness(np.histogram2d(one.ravel(), other.ravel(), 16, [[0, 1], [0, 1]])[0]) > FAR
    assert linked(one, other) < 4.5
    assert linked(one**2 - one, other**2 - other) < 4.5


@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(range(5), 2)))
def test_a_step_on_one_axis_is_not_a_step_back_on_another(cube, one, other):
    moved = np.moveaxis(cube, (one, other), (0, 1))
    assert linked(moved[1:, :-1], moved[:-1, 1:]) < 4.5
    assert linked(moved[1:, 1:], moved[:-1, :-1]) < 4.5


@pytest.mark.parametrize("axis", range(5), ids=AXES)
def test_three_draws_in_a_row_fill_the_cube_evenly(cube, axis):
    moved = np.moveaxis(cube, axis, 0)
    rows = np.stack([moved[:-2].ravel(), moved[1:-1].ravel(), moved[2:].ravel()], axis=1)
    assert evenness(np.histogramdd(rows, 10, [[0, 1]] * 3)[0]) > FAR


@pytest.mark.parametrize("axis", range(5), ids=AXES)
def test_differences_along_an_axis_are_those_of_chance(cube, axis):
    steps = np.diff(cube, axis=axis) % 1.0
    assert evenness(np.histogram(steps, 1000, (0, 1))[0]) > FAR


def test_no_two_streams_and_no_two_seeds_are_linked():
    seeds = [*range(30), *(2**n for n in range(5, 62, 3)), -1]
    by_stream = drawn((3,), STREAMS, range(100), range(200))[0]
    for values in (by_stream, drawn(seeds, (9,), range(100), range(200))):
        rows = values.reshape(len(values), -1)
        pairs = np.corrcoef(rows)[np.triu_indices(len(rows), 1)] * np.sqrt(rows.shape[1])
        assert np.abs(pairs).max() < 5.0
        assert stats.kstest(pairs, "norm").pvalue > FAR


def test_whom_turned_around_or_left_out_gives_an_unlinked_draw():
    both = drawn(weeks=range(40), whos=range(100), whoms=range(100))[0, 0]
    alone = drawn(weeks=range(40), whos=range(100))[0, 0]
    upper = np.triu_indices(100, 1)
    assert linked(both[:, upper[0], upper[1]], both[:, upper[1], upper[0]]) < 4.5
    assert max(linked(both[:, :, whom], alone[:, :, 0]) for whom in range(100)) < 4.5
    far = drawn(
        weeks=range(400), whos=[n + far for n in range(30) for far in (0, 100_003, 500_000, 1_000_000)]
    )
    for one, other in itertools.combinations(far[0, 0, :, :, 0].reshape(400, 30, 4).transpose(2, 0, 1), 2):
        assert linked(one, other) < 4.5
