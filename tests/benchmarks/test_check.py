"""The guard of the benchmark: a slow rule is noticed, a noisy machine is not."""

import numpy as np

from benchmarks.check import MARGIN, worse
from benchmarks.figure import drawn
from benchmarks.limit import limit
from benchmarks.scale import Size, bytes_of, city_world, exponent
from sim.state import DTYPES

KEPT = {"plain_mesa": 200.0, "limit": 4.0, "help": 1.5, "best_peer": 80.0}


def test_a_ratio_may_differ_by_the_margin_and_no_more():
    assert worse(KEPT, KEPT) == []
    slower = KEPT | {"plain_mesa": 200.0 / (1.1 + MARGIN), "limit": 4.0 * (1.1 + MARGIN)}
    assert worse(slower, KEPT) == ["plain_mesa", "limit"]
    assert worse({"plain_mesa": 400.0, "limit": 2.0, "help": 1.0, "best_peer": 90.0}, KEPT) == []


def test_the_exponent_is_that_of_the_week():
    sizes = [Size(n, 10, 10, 1e-9 * n**1.2, 240.0, 240 * n) for n in (1_000, 10_000, 100_000, 1_000_000)]
    assert abs(exponent(sizes) - 1.2) < 1e-9


def test_bytes_of_a_world_are_counted_once():
    world = city_world(300, 5, 4)
    assert bytes_of(world) >= world.parents.nbytes + world.pairs.nbytes
    assert bytes_of(world) < 2 * sum(a.nbytes for a in world if isinstance(a, np.ndarray))


def test_a_family_takes_at_most_250_bytes():
    assert DTYPES["parent"].itemsize + DTYPES["home"].itemsize <= 250


def test_the_bare_loop_costs_something():
    assert 0.0 < limit(2_000, 240.0, 1.0, repeats=2) < 1e4


def test_the_figure_draws_what_was_found():
    sizes = [{"parents": 1000, "parent_week": 60.0}, {"parents": 10000, "parent_week": 70.0}]
    found = {
        "scale": {"families": sizes, "limit": 20.0},
        "same_rules": {"ratio": 180.0, "ratio_range": [170.0, 190.0], "repeats": 9},
        "ensemble": {"two_threads_ratio": 1.8},
        "peers": {
            "weeks": 10,
            "default": [{"peer": "starsim", "parents": 1_000, "ours_seconds": 1e-3, "peer_seconds": 2e-2}],
            "larger": [{"peer": "starsim", "parents": 10_000, "ours_seconds": 1e-3, "peer_seconds": 2e-2}],
        },
    }
    left, middle, right = drawn(found).axes
    shown = {line.get_label(): [round(y) for y in line.get_ydata()] for line in middle.lines}
    assert shown == {"model": [100, 100], "starsim": [2000, 2000]}
    assert list(left.lines[0].get_ydata()) == [60.0, 70.0]
    assert right.get_xscale() == "log"
