"""Models are freed when they are dropped, and stay whole when they are copied."""

import copy
import gc
import pickle
import tracemalloc
import weakref

import mesa
import pytest

from sim import MetaGovernor, Parent


class Feeling(Parent):
    def step(self):
        self.felt = self.need


@pytest.mark.parametrize("way", ["plain", "views", "rule", "behaviour", "collector", "error", "traced"])
def test_a_dropped_model_is_freed(make, way):
    def rule(model):
        model.agents_by_type[Parent].get("need")

    given = {
        "behaviour": {"agent_classes": {Parent: Feeling}},
        "collector": {"datacollector": mesa.DataCollector(agent_reporters={"view": lambda view: view})},
        "traced": {"trace": True},
    }
    model = make(**given.get(way, {}))
    if way == "rule":
        model.add_rule("after", "live", rule)
    if way == "error":
        model.add_rule("after", "live", lambda m: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            model.step()
    else:
        model.run_for(12)
    if way == "views":
        assert len(model.agents) > 40
    freed = weakref.ref(model), weakref.ref(model.world.parents)
    del model, given
    gc.collect()
    assert [one() for one in freed] == [None, None]


def test_twenty_models_take_no_more_memory_than_one(make):
    def run():
        model = make(agent_classes={Parent: Feeling}, trace=True)
        model.run_for(20)
        return model.world.log.nbytes

    one = run()
    run()
    gc.collect()
    tracemalloc.start()
    run()
    gc.collect()
    before = tracemalloc.get_traced_memory()[0]
    for _ in range(20):
        run()
    gc.collect()
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert after - before < one / 4


@pytest.mark.parametrize("way", [copy.deepcopy, lambda model: pickle.loads(pickle.dumps(model))])
def test_a_copy_goes_its_own_way(make, way):
    model = make(agent_classes={Parent: Feeling}, seed=3)
    model.run_for(10)
    other = way(model)
    for one in (model, other):
        one.run_for(10)
    assert other.week == 20
    assert other.weekly.tobytes() == model.weekly.tobytes()
    assert other.events().tobytes() == model.events().tobytes()
    (governor,) = other.agents_by_type[MetaGovernor]
    assert governor.model is other
    governor.policies["backing"] = 1.0
    model.step(), other.step()
    assert governor.in_force["backing"] == 1.0
    assert other.weekly.tobytes() != model.weekly.tobytes()
    assert {view.model for view in other.agents} == {other}
    assert isinstance(other.view("parent", 0).felt, float)
