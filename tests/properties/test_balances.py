"""Money and hours balance in every week of every run: spent, carried or returned, and never below zero."""

from dataclasses import replace

import numpy as np

from sim.events import WEEK
from sim.levers import ORIENTATION_VIEW
from sim.population import populated, template
from sim.scenario import Scenario
from sim.week import advance
from tests.properties.drawn_runs import in_every_run, weeks_of

PURPOSES = ("ties", "guidance", "volunteers", "professionals", "message")


@in_every_run
def test_what_is_granted_is_spent_carried_or_returned(made, seed):
    world = populated(template(made), seed)
    advance(world, made.weeks, 0)
    m = world.weekly
    cent = {"rtol": 1e-12, "atol": 1e-6}
    np.testing.assert_allclose(m.money_granted, m.money_spent + m.money_returned, **cent)
    by_purpose = sum(m[f"money_on_{purpose}"] for purpose in PURPOSES)
    np.testing.assert_allclose(m.money_spent, m.money_levers + by_purpose, **cent)
    assert (m.money_carried <= np.cumsum(m.money_spent) + 1e-6).all()
    np.testing.assert_allclose(world.levers.paid.sum(), m.money_levers.sum(), rtol=1e-9, atol=1e-6)
    if made.equal_budget:
        assert (m.money_spent <= made.district.budget / 52.0 + 1e-6).all()


@in_every_run
def test_hours_of_the_guide_are_given_carried_or_lapse(made, seed):
    for before, world in weeks_of(made, seed):
        if world.clock[WEEK] > 0:
            d, was = world.district[0], before.district[0]
            bought = world.policies[-1].guide_hours
            balance = was.guide_left + bought - d.guide_given - d.guide_lapsed - d.guide_left
            assert abs(balance) < 1e-9
            assert min(d.guide_left, d.guide_given, d.guide_lapsed) >= 0.0


@in_every_run
def test_nobody_works_hours_that_are_not_there(made, seed):
    for _, world in weeks_of(made, seed):
        assert (world.workers.hours >= 0.0).all()
        assert (world.workers.spent >= 0.0).all()
        assert (world.professionals.hours >= 0.0).all()


@in_every_run
def test_grants_add_up_to_the_money_for_them(made, seed):
    # A scenario may tell of a funder besides the municipality, and of what an organisation has to begin with.
    for _, world in weeks_of(replace(made, scenario=Scenario()), seed):
        if world.clock[WEEK] == 0:
            continue
        for orientation in range(2):
            places = world.self_organisations[world.self_organisations.orientation == orientation]
            policy = world.policies[ORIENTATION_VIEW + orientation]
            least = np.clip(len(places) * policy.projects - np.arange(len(places)), 0.0, 1.0)
            wanted = np.maximum(least, policy.activity_money)
            np.testing.assert_allclose(np.sort(places.grant), np.sort(wanted), atol=1e-9)
