"""A guide who has others to see as well has not gone; one whose hours are paid no more, or who goes, has."""

import numpy as np

from experiments.presets import FilePresets
from sim.ensemble import run_world
from sim.events import KIND
from sim.registry import PARAMETERS
from sim.scenario import Event, Scenario
from sim.settings import Settings
from tests.worlds import levers, settings

# What is guided is owned by nobody, so that a guide's exit would be the end of it.
UNOWNED = {
    "ownership_pace": PARAMETERS["ownership_pace"].low,
    "ownership_taken": PARAMETERS["ownership_taken"].high,
}
LAST, FADES = 60, 9
TWO = {"organisation": "tea room", "worker": 1, "institution": "centre", "role": "manager"}
DAY = "2010-05-03"


def ended(made, seed):
    """Weeks in which a collaboration ended with its guide, and how many hours of guidance there were."""
    run = run_world(made, seed)
    weeks = run.events.week[run.events.kind == KIND["ended_with_guide"]]
    return weeks, run.world.collaborations.guide_hours.sum()


def guided_until(end):
    presets, lever = FilePresets(), levers("facilitated_reflection", end=end)
    made = Settings(
        presets.district("nieuw_west"), presets.strategy("none"), weeks=130, levers=lever, parameters=UNOWNED
    )
    return [ended(made, seed) for seed in range(3)]


def test_nothing_ends_with_a_guide_who_is_still_paid():
    for weeks, hours in guided_until(520):
        assert hours > 0.0
        assert len(weeks) == 0


def test_what_nobody_owns_ends_when_the_guide_is_paid_no_more():
    weeks = np.concatenate([weeks for weeks, _ in guided_until(LAST)])
    assert len(weeks) > 0
    assert weeks.min() >= LAST


def test_what_nobody_owns_ends_when_a_guide_from_outside_goes():
    told = (
        Event("begins", "begins", DAY, value=0, **TWO),
        Event("guided", "guided", DAY, until="2010-07-05", value=2.0, **TWO),
    )
    made = settings("none", weeks=40, scenario=Scenario("story", DAY, (), told), parameters=UNOWNED)
    weeks = np.concatenate([ended(made, seed)[0] for seed in range(6)])
    assert len(weeks) > 0
    assert weeks.min() >= FADES
