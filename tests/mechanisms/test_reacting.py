"""A municipality that reacts to what it sees, and levers that are really felt (§1.3, §5.2, §6.1, §7.3)."""

from dataclasses import replace

import numpy as np
import pytest

from sim.ensemble import summarise
from sim.measures import NAMES
from sim.population import populated, template
from sim.settings import Settings, Strategy
from sim.week import advance
from tests.contracts.scenes import PRESETS, acquainted, working
from tests.worlds import levers

WORLDS = 8


def worlds(policies=None, people=working, moved=(), weeks=104, rivals=None):
    """The worlds of a situation under a strategy made of just these policies."""
    made = Settings(
        PRESETS.district("nieuw_west"),
        Strategy("drawn", policies or {}),
        moved,
        weeks=weeks,
        rivals=rivals or {},
    )
    found = []
    for seed in range(WORLDS):
        world = populated(template(made), seed)
        people(world)
        world.collaborations.mandated[world.collaborations.alive > 0] = 1
        advance(world, weeks, 0)
        found.append(world)
    return found


def mean(found, measure):
    """The mean of a measure's summary, or of a field such as ``workers.energy``, over worlds."""
    records, _, name = measure.partition(".")
    if name:
        return float(np.mean([world.column(records, name).mean() for world in found]))
    told = summarise(np.array([world.weekly_values for world in found]))
    return float(told[:, NAMES.index(measure)].mean())


@pytest.fixture(scope="module", name="left_alone")
def alone():
    return worlds()


def test_where_numbers_are_asked_what_was_ordered_and_shows_none_is_stopped(left_alone):
    strict = worlds({"stop_without_numbers": 1.0})
    assert mean(left_alone, "ends_by_municipality") == 0.0 < mean(strict, "ends_by_municipality")


def test_who_is_stopped_trusts_the_district_less_in_the_weeks_after():
    shortly, stopped = (worlds({"stop_without_numbers": share}, weeks=30) for share in (0.0, 1.0))
    last = NAMES.index("trust_in_district")
    assert mean(stopped, "ends_by_municipality") > 0.0
    after = [np.mean([world.weekly_values[-1, last] for world in found]) for found in (shortly, stopped)]
    assert after[1] < after[0]


def test_attention_that_goes_on_leaves_what_works_unanchored():
    fixed, restless = (
        worlds({"anchoring_effort": 0.8, "next_item": share, "steering": 1.0}) for share in (0.0, 1.0)
    )
    assert mean(fixed, "moved_on") == 0.0 < mean(restless, "moved_on")
    assert mean(restless, "collaborations.anchoring") < mean(fixed, "collaborations.anchoring")


def test_a_municipality_that_remembers_still_knows_what_worked_when_nothing_is_left():
    def all_at_once(world):
        working(world)
        world.district.worked[:] = 0.8

    short, long = (worlds({"remember": share}, all_at_once, weeks=53) for share in (0.05, 0.95))
    assert mean(long, "district.worked") > mean(short, "district.worked") + 0.2


def test_a_new_council_shakes_what_was_said_and_a_stable_course_holds():
    said = {"message_loudness": 0.7, "backing": 0.6}
    shock = levers("council_change", start=20, end=72)
    calm, shaken, stable = (
        mean(worlds(policies, moved=moved), "trust_in_district")
        for policies, moved in ((said, ()), (said, shock), (said | {"stable_course": 1.0}, shock))
    )
    assert shaken < stable
    assert abs(stable - calm) < 0.25 * (calm - shaken)


FELT = [
    ("steering_group", "explicitness", +1),
    ("structural_housing", "self_organisations.own_place", +1),
    ("activity_subsidy", "volunteer_hours", +1),
    ("compensation", "disappointment", -1),
    ("in_kind_return", "disappointment", -1),
    ("task_agreement", "misunderstandings", -1),
    ("shared_role_line", "explicitness", +1),
    ("task_broadening", "professionals.narrowness", -1),
    ("method_training", "professionals.skill", +1),
    ("system_change", "professionals.weeks_in_post", -1),
]


@pytest.mark.parametrize(("name", "measure", "direction"), FELT)
def test_a_lever_is_felt_where_people_work_together(left_alone, name, measure, direction):
    moved = worlds(moved=levers(name, start=0, end=104))
    assert direction * (mean(moved, measure) - mean(left_alone, measure)) > 0.0


def test_a_sounding_board_opens_roles_that_were_not_allowed():
    closed, heard = (
        worlds({"roles_allowed": 0.2}, moved=levers(*names, start=0, end=104) if names else ())
        for names in ((), ("sounding_board",))
    )
    assert heard[0].policies[-1].roles_allowed > closed[0].policies[-1].roles_allowed == 0.2


def test_open_silos_take_contradiction_out_of_a_message():
    said = {"message_loudness": 0.8, "message_coherence": 0.3}
    closed, opened = (
        worlds(said, moved=levers(*names, start=0, end=104) if names else ()) for names in ((), ("desilo",))
    )
    assert mean(opened, "trust_in_district") > mean(closed, "trust_in_district")


def test_money_for_those_who_apply_together_goes_to_those_with_partners():
    paid = {"projects": 0.4, "project_weeks": 26}
    single, joint = (worlds(paid | {"joint_application": share}) for share in (0.0, 1.0))

    def to_partners(found):
        places = [world.self_organisations for world in found]
        return np.mean([one.grant[one.partners > 0].sum() / max(1e-9, one.grant.sum()) for one in places])

    assert to_partners(joint) >= to_partners(single)


def test_by_opportunity_bare_soil_keeps_fewer_from_starting():
    def apart(world):
        acquainted(world)
        world.pairs.interest_worker[:] = world.pairs.interest_professional[:] = 0.0
        for side in (world.workers, world.professionals):
            for name in side.dtype.names:
                if name.startswith("image_"):
                    side[name][:] = 1.0

    met = {"meetings": 24.0, "broker_hours": 16.0}
    left = [
        mean(worlds(met, apart, rivals=rivals), "starts")
        / mean(worlds(met, acquainted, rivals=rivals), "starts")
        for rivals in ({}, {"start": "opportunity"})
    ]
    assert left[1] > left[0]


def test_partners_who_are_bound_work_in_looser_institutions_than_those_who_are_told():
    told, bound = (
        [populated(template(replace(base, weeks=104)), seed) for seed in range(WORLDS)]
        for base in (
            Settings(PRESETS.district("nieuw_west"), PRESETS.strategy(name))
            for name in ("programmatic", "programmatic_bound")
        )
    )
    for world in (*told, *bound):
        working(world)
        advance(world, 104, 0)
    assert mean(bound, "rigidity") < mean(told, "rigidity")
