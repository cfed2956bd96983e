"""Making a model from names or objects, and reading what it did."""

import dataclasses

import numpy as np
import pytest

from sim import CollaborationModel
from sim.measures import NAMES
from sim.presets import provider
from sim.registry import OutOfBounds, UnknownName


def test_the_default_is_the_main_job():
    model = CollaborationModel()
    assert (model.settings.district.name, model.settings.strategy.name) == ("nieuw_west", "explorative")
    assert (model.settings.weeks, model.seed, model.week) == (260, 1, 0)


def test_names_and_objects_are_the_same():
    presets = provider()
    levers = [lever for lever in presets.levers() if lever.name in ("broker", "coffee_fund")]
    chosen = [dataclasses.replace(lever, intensity=0.5) for lever in levers]
    one = CollaborationModel("zuidoost", "none", levers={"coffee_fund": 0.5, "broker": {"intensity": 0.5}})
    two = CollaborationModel(presets.district("zuidoost"), presets.strategy("none"), levers=chosen)
    assert one.settings == two.settings


def test_a_lever_by_its_fields():
    model = CollaborationModel(levers={"coffee_fund": {"start": 10, "end": 20}})
    (lever,) = model.settings.levers
    assert (lever.intensity, lever.start, lever.end) == (1.0, 10, 20)


@pytest.mark.parametrize(
    ("given", "nearest"),
    [
        ({"district": "nieuwwest"}, "nieuw_west"),
        ({"strategy": "exploratve"}, "explorative"),
        ({"levers": {"cofee_fund": 1.0}}, "coffee_fund"),
        ({"levers": {"coffee_fund": {"intensty": 1.0}}}, "intensity"),
        ({"parameters": {"refer_rat": 0.2}}, "refer_rate"),
        ({"rules_off": ("misreadin",)}, "misreading"),
        ({"rules_off": "misreadin"}, "misreading"),
        ({"rivals": {"trust": "symetric"}}, "symmetric"),
    ],
)
def test_a_wrong_name_gives_the_nearest(given, nearest):
    with pytest.raises(UnknownName) as problem:
        CollaborationModel(**given)
    assert problem.value.nearest == nearest


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"levers": {"coffee_fund": 5.0}}, "levers.coffee_fund.intensity"),
        ({"levers": {"coffee_fund": "much"}}, "levers.coffee_fund.intensity"),
        ({"levers": ["coffee_fund"]}, "levers"),
        ({"levers": "coffee_fund"}, "levers"),
        ({"levers": 3}, "levers"),
        ({"parameters": {"refer_rate": -1.0}}, "parameters.refer_rate"),
        ({"weeks": 0}, "weeks"),
        ({"seed": -1}, "seed"),
        ({"seed": 1.5}, "seed"),
        ({"seed": True}, "seed"),
        ({"seed": 2**53 + 1}, "seed"),
        ({"district": 3}, "district"),
        ({"strategy": None}, "strategy"),
    ],
)
def test_a_wrong_value_names_the_field(given, field):
    with pytest.raises(OutOfBounds, match=f"'{field}'"):
        CollaborationModel(**given)


def test_seeds(make):
    assert make(seed=np.int64(4)).seed == 4
    assert make(seed=None).seed != make(seed=None).seed
    one, other = make(seed=None), None
    one.run_for(3)
    other = make(seed=one.seed)
    other.run_for(3)
    assert one.weekly.tobytes() == other.weekly.tobytes()
    assert make(seed=2**53).seed == 2**53


def test_rules_off_and_parameters_count(make):
    plain, off, moved = make(), make(rules_off="questions"), make(parameters={"question_rate": 0.5})
    for model in (plain, off, moved):
        model.run_for(10)
    assert off.measures.parents_with_question < plain.measures.parents_with_question
    assert moved.measures.parents_with_question > plain.measures.parents_with_question


def test_measures_read_as_keys_and_as_attributes(model):
    with pytest.raises(LookupError, match="No week has been run yet"):
        model.measures  # noqa: B018
    model.run_for(2)
    assert list(model.measures) == list(NAMES)
    assert model.measures["reach"] == model.measures.reach == model.weekly.reach[-1]
    assert "reach" in dir(model.measures)
    with pytest.raises(AttributeError, match="did you mean 'reach'"):
        model.measures.reech  # noqa: B018
    with pytest.raises(KeyError, match="did you mean 'reach'"):
        model.measures["reech"]


def test_weekly_is_a_structured_array_that_cannot_be_set(model):
    assert len(model.weekly) == 0
    model.run_for(3)
    assert model.weekly.dtype.names == NAMES
    assert model.weekly["trust_in_workers"].shape == (3,)
    with pytest.raises(ValueError, match="read-only"):
        model.weekly.reach[0] = 1.0
    model.step()
    assert len(model.weekly) == 4


def test_events_of_a_kind(make):
    model = make(weeks=104)
    model.run_for(104)
    everything = model.events()
    left = model.events("professional_left")
    assert 0 < len(left) < len(everything)
    assert set(left.kind) == {left.kind[0]}
    assert not len(model.events("term")) < len(make(trace=True).events("term"))
    with pytest.raises(UnknownName, match="did you mean 'professional_left'"):
        model.events("professional_lef")
    model.run_for(10)
    assert np.array_equal(model.events()[: len(everything)], everything)


def test_run_model_stops_at_the_horizon(make):
    model = make(weeks=7)
    model.run_model()
    assert (model.week, model.steps, model.running) == (7, 7, False)


def test_mesa_clock_and_weeks_agree(model):
    model.step()
    model.run_for(2)
    model.run_until(5)
    assert model.week == model.steps == model.time == 5
    model.run_for(0.5)
    model.run_for(0.5)
    assert model.week == model.steps == 6


def test_views_by_row(model):
    assert model.view("worker", 2).row == 2
    assert model.view("worker", -1) is None
    assert [view.row for view in model.views("professional", (3, 1))] == [3, 1]
    with pytest.raises(UnknownName, match="did you mean 'worker'"):
        model.view("workers", 0)
    with pytest.raises(IndexError):
        model.view("worker", 3)
