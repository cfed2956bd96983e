"""The keyed draws are even: every stream, every bit, over the weeks and for rare events."""

import numpy as np
import pytest
from scipy import stats

from tests.health.drawing import FAR, STREAMS, bits_of, cube, drawn, evenness


@pytest.fixture(scope="module", name="cube")
def all_axes():
    return cube()


def test_every_draw_lies_from_0_up_to_but_not_1(cube):
    assert 0.0 <= cube.min() < 1e-5
    assert 1.0 - 1e-5 < cube.max() < 1.0
    assert ((2**64 - 1) >> 11) * 1.1102230246251565e-16 < 1.0


def test_stream_numbers_are_unique():
    assert len(set(STREAMS)) == len(STREAMS) > 30


def test_every_stream_is_even():
    values = drawn((7,), STREAMS, range(260), range(80))[0].reshape(len(STREAMS), -1)
    odds = [stats.kstest(row, "uniform").pvalue for row in values]
    odds += [evenness(np.histogram(row, 100, (0, 1))[0]) for row in values]
    assert min(odds) > FAR
    assert stats.kstest(odds, "uniform").pvalue > FAR  # as often a bit odd as chance has it


def test_every_bit_is_balanced_and_free_of_the_others(cube):
    bits = bits_of(cube[:4, 0]).reshape(-1, 53).astype(float)
    assert np.abs(bits.mean(axis=0) - 0.5).max() * 2.0 * np.sqrt(len(bits)) < 5.0
    pairs = np.corrcoef(bits.T)[np.triu_indices(53, 1)] * np.sqrt(len(bits))
    assert np.abs(pairs).max() < 5.0


@pytest.mark.parametrize(("axis", "width"), [("seeds", 62), ("weeks", 9), ("whos", 20), ("whoms", 20)])
def test_one_bit_of_the_key_turns_half_of_the_bits_of_the_draw(axis, width):
    asked = {"seeds": range(2), "weeks": range(16), "whos": range(16), "whoms": range(16)}
    before = bits_of(drawn(**asked))
    for bit in range(width):
        turned = bits_of(drawn(**asked | {axis: [value ^ (1 << bit) for value in asked[axis]]})) != before
        shares = turned.reshape(-1, 53).mean(axis=0)
        assert np.abs(shares - 0.5).max() < 0.5 * 5.0 / np.sqrt(turned[..., 0].size)


def test_no_rhythm_is_heard_over_the_weeks():
    series = drawn(weeks=range(520), whos=range(400))[0, 0, :, :, 0] - 0.5
    power = np.abs(np.fft.rfft(series, axis=0)[1:-1]) ** 2 * 12.0 / 520.0
    assert stats.kstest(power.ravel(), "expon").pvalue > FAR
    assert power.max() < np.log(power.size) + 9.0
    assert stats.kstest(power.mean(axis=1) * 20.0 - 20.0, "norm").pvalue > FAR


def test_birthdays_coincide_as_often_as_chance_has_it(cube):
    values = cube.ravel()[: 2**19]
    days = (values * 2.0**32).astype(np.uint32)
    assert 32 - 22 < len(days) - len(np.unique(days)) < 32 + 26
    assert len(np.unique(values)) == len(values)


@pytest.mark.parametrize("chance", [0.01, 0.2])
def test_waiting_times_for_something_rare_are_those_of_chance(chance):
    happens = chance > drawn(weeks=range(520), whos=range(2000))[0, 0, :, :, 0].T
    gaps = np.diff(np.flatnonzero(happens))  # one family after the other
    edges = stats.geom.ppf(np.linspace(0.05, 0.95, 10), chance)
    found = np.histogram(gaps, [0, *edges, np.inf])[0]
    below = stats.geom.cdf(np.array([0, *edges]) - 1, chance)
    expected = np.diff([*below, 1.0]) * len(gaps)
    assert stats.chisquare(found[expected > 0], expected[expected > 0]).pvalue > FAR
