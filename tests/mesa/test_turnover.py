"""People leave and others come: views follow the person, not the row."""

import numpy as np
import pytest

from sim import InformalWorker, Professional
from sim.agents import Departed


def test_professionals_are_followed_by_person(make):
    model = make(weeks=104)
    everyone = model.agents_by_type[Professional].to_list()
    left = []
    for _ in range(104):
        model.step()
        now = model.agents_by_type[Professional]
        assert sorted(view.identity for view in now) == [
            (row, generation) for row, generation in enumerate(model.world.professionals.generation)
        ]
        left = [view for view in everyone if not view.present]
        assert {*everyone} - {*left} == {*everyone} & {*now}
    assert len(model.events("professional_left")) >= len(left) > 0
    with pytest.raises(Departed, match=r"Professional 'Centre, .*' \(generation 0\) has left"):
        left[0].urgency  # noqa: B018
    with pytest.raises(Departed):
        left[0].hours = 3.0
    with pytest.raises(Departed):
        left[0].partners()
    with pytest.raises(Departed):
        left[0].record  # noqa: B018
    assert left[0].name.startswith("Centre")
    assert "Professional" in repr(left[0])


def test_a_stopped_volunteer_leaves_an_empty_place(make):
    model = make()
    worker = model.agents_by_type[InformalWorker].to_list()[0]
    family = worker.families()[0]
    worn = model.world.workers[0]

    def wear_out(model):
        if worn.alive:
            worn.energy, worn.disappointment, worn.overload = 0.0, 1.0, 1.0

    model.add_rule("before", "settle", wear_out)
    while worker.present and model.week < 520:
        model.step()
    assert not worker.present
    assert worker not in model.agents
    assert family.worker is None
    assert model.view("worker", 0) is None
    assert 0 not in {view.row for view in model.agents_by_type[InformalWorker]}
    absent = int(worn.absent)
    model.remove_rule(wear_out)
    model.run_for(absent + 1)
    newcomer = model.view("worker", 0)
    assert newcomer.identity == (0, 1)
    assert family.worker is newcomer
    assert newcomer in model.agents


def test_views_made_late_are_those_who_are_there(make):
    early, late = make(seed=8, weeks=104), make(seed=8, weeks=104)
    early.agents  # noqa: B018
    for model in (early, late):
        model.run_for(104)

    def who(model):
        return {(type(view), view.identity) for view in model.agents}

    assert who(early) == who(late)
    assert np.any(late.world.professionals.generation > 0)


def test_a_person_who_has_left_can_still_be_collected_by_nobody(make):
    model = make(weeks=104)
    model.agents  # noqa: B018
    model.run_for(104)
    assert all(view.present for view in model.agents)
    for cls in model.agent_types:
        assert model.agents_by_type[cls].get("row") is not None
