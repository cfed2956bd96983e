"""The rows of those who work together are those whose collaboration is alive, whatever happens in a week."""

import numpy as np
import pytest

from sim.phases.working import drop_ended, find_working, take_up
from sim.population import populated, template
from sim.week import PHASES, advance, open_week, run_phase
from tests.worlds import FAST, hamlet, levers, settings


@pytest.fixture
def world():
    made = settings(district=hamlet(8), weeks=40, levers=levers(), parameters=FAST)
    return populated(template(made), 3)


def rows_of(world):
    return world.working[1 : world.working[0] + 1].tolist()


def alive(world):
    return np.flatnonzero(world.collaborations.alive > 0).tolist()


def plain(part):
    return getattr(part, "py_func", part)


def test_at_the_end_of_every_week_they_are_those_alive(world):
    seen = set()
    for week in range(1, 41):
        advance(world, week, 0)
        assert rows_of(world) == alive(world)
        assert np.flatnonzero(world.together).tolist() == alive(world)
        assert not world.working[world.working[0] + 1 :].any()
        seen.add(tuple(alive(world)))
    assert len(seen) > 1


def test_what_was_changed_from_outside_counts_from_the_next_phase(world):
    advance(world, 1, 0)
    open_week(world)
    row = next(k for k in range(len(world.pairs)) if k not in alive(world))
    world.collaborations.alive[row] = 1
    for number in range(len(PHASES)):
        run_phase(world, number)
    assert rows_of(world) == alive(world)


def test_who_starts_takes_a_place_among_the_others_and_who_ended_is_dropped(world):
    world.collaborations.alive[:] = 0
    plain(find_working)(world)
    assert rows_of(world) == []
    for k in (5, 2, 9, 2, 7):
        world.collaborations.alive[k] = 1
        plain(take_up)(world, k)
    assert rows_of(world) == [2, 5, 7, 9]
    world.collaborations.alive[5] = 0
    plain(drop_ended)(world)
    assert rows_of(world) == [2, 7, 9]
    assert world.working[4] == 0
