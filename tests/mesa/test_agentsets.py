"""What a Mesa user tries: agent sets, data collectors, subclasses, other agents, batch runs."""

import mesa
import numpy as np
import pytest

from sim import CollaborationModel, InformalWorker, MetaGovernor, Parent, Professional, SelfOrganisation


def test_queries(model):
    model.run_for(10)
    parents = model.agents_by_type[Parent]
    needs = model.world.parents.need
    assert parents.agg("need", np.mean) == pytest.approx(needs.mean())
    assert parents.agg("need", [min, max]) == [needs.min(), needs.max()]
    asking = parents.select(lambda parent: parent.need > 0.2)
    assert len(asking) == (needs > 0.2).sum() > 0
    by_community = parents.groupby("community_name").agg("need", np.mean)
    assert set(by_community) == {"north", "south"}
    by_worker = parents.groupby("worker").count()
    assert sum(by_worker.values()) == 40
    worries = parents.get("worries")
    parents.do("attend", model.view("self_organisation", 0))
    assert model.view("self_organisation", 0).members == 40
    parents.set("worries", 0.5)
    assert parents.get("worries") == [0.5] * 40 != worries
    assert parents.shuffle().select(at_most=3).to_list() != []
    assert len(model.agents.select(agent_type=InformalWorker)) == 3
    assert [view.row for view in parents.sort("need", ascending=True)] == sorted(
        range(40), key=lambda row: needs[row]
    )


def test_mesas_own_chance_hangs_on_the_seed_and_moves_nothing(make):
    orders = []
    for _ in range(2):
        model = make(seed=6)
        model.run_for(5)
        orders.append([view.row for view in model.agents_by_type[Parent].shuffle()])
        [model.random.random() for _ in range(model.week)]
        model.run_for(5)
    plain = make(seed=6)
    plain.run_for(10)
    assert orders[0] == orders[1] != sorted(orders[0])
    assert plain.weekly.tobytes() == model.weekly.tobytes()
    assert make(seed=7).random.random() != make(seed=6).random.random()


def test_a_data_collector_as_argument(make):
    collector = mesa.DataCollector(
        model_reporters={"trust": lambda m: m.measures.trust_in_workers, "week": "week"},
        agenttype_reporters={
            Parent: {"need": "need", "in_need": "in_need"},
            Professional: {"urgency": "urgency"},
        },
    )
    model = make(datacollector=collector)
    model.run_for(4)
    weekly = collector.get_model_vars_dataframe()
    assert weekly["trust"].tolist() == model.weekly.trust_in_workers.tolist()
    assert weekly["week"].tolist() == [1, 2, 3, 4]
    needs = collector.get_agenttype_vars_dataframe(Parent)
    assert needs.loc[4]["need"].tolist() == model.world.parents.need.tolist()
    assert needs["in_need"].dtype == bool
    assert len(collector.get_agenttype_vars_dataframe(Professional)) == 4 * 7


class Watched(CollaborationModel):
    def __init__(self, district, strategy, seed, **given):
        super().__init__(district, strategy, seed, **given)
        self.datacollector = mesa.DataCollector(
            model_reporters={"reach": lambda m: m.measures["reach"]}, agent_reporters={"row": "row"}
        )

    def step(self):
        super().step()
        self.datacollector.collect(self)


def test_a_data_collector_in_mesas_usual_pattern(district, strategy):
    model = Watched(district, strategy, seed=2)
    model.run_for(3)
    model.step()
    assert model.steps == model.week == model.time == 4
    assert model.datacollector.model_vars["reach"] == model.weekly.reach.tolist()
    assert len(model.datacollector.get_agent_vars_dataframe()) == 4 * len(model.agents)


def test_collecting_a_view_does_not_copy_the_model(make):
    collector = mesa.DataCollector(agenttype_reporters={Parent: {"worker": "worker"}})
    model = make(datacollector=collector)
    model.step()
    seen = collector.get_agenttype_vars_dataframe(Parent)["worker"].dropna()
    assert {*seen} == {*model.agents_by_type[InformalWorker]}


class Caring(Parent):
    """A parent who lowers their own need by a tenth a week, and remembers it."""

    def __init__(self, model, row):
        super().__init__(model, row)
        self.weeks = 0

    def step(self):
        self.weeks += 1
        self.need *= 0.9


def test_a_subclass_with_behaviour(make):
    plain, caring = make(), make(agent_classes={Parent: Caring})
    for model in (plain, caring):
        model.run_for(12)
    # A family whose child grew up made place for another, which has lived through fewer weeks.
    assert {view.weeks for view in caring.agents_by_type[Caring] if view.generation == 0} == {12}
    assert caring.measures.reach is not None
    assert caring.world.parents.need.mean() < plain.world.parents.need.mean()
    assert type(caring.view("parent", 0)) is Caring
    assert [*caring.agents_by_type[Parent]] == [*caring.agents_by_type[Caring]]
    assert Parent not in caring.agent_types
    assert set(caring.agents_by_type) == set(caring.agent_types)


def test_behaviour_changes_what_it_touches_and_no_more(make, district):
    class Stubborn(Parent):
        def step(self):
            if self.row == 3:
                self.shame = 1.0

    plain, stubborn = make(seed=9), make(seed=9, agent_classes={Parent: Stubborn})
    plain.step(), stubborn.step()
    same = plain.world.parents.need == stubborn.world.parents.need
    assert plain.world.parents.shame[3] != stubborn.world.parents.shame[3] > 0.9
    assert same[np.arange(len(same)) != 3].all()


def test_everyone_may_act_at_their_place(make):
    acted = []

    def acting(cls):
        return type(f"Acting{cls.__name__}", (cls,), {"step": lambda self: acted.append((cls, self.row))})

    classes = (MetaGovernor, SelfOrganisation, Professional, InformalWorker, Parent)
    model = make(agent_classes={cls: acting(cls) for cls in classes})
    for phase in ("govern", "encounter", "live"):
        for when in ("before", "after"):
            model.add_rule(when, phase, lambda m, place=(when, phase): acted.append(place))
    model.step()
    places = [one for one in acted if one[0] in ("before", "after") or one[1] == 0]
    assert places == [
        ("before", "govern"), (MetaGovernor, 0), ("after", "govern"),
        ("before", "encounter"), (SelfOrganisation, 0), (Professional, 0), (InformalWorker, 0),
        ("after", "encounter"),
        ("before", "live"), (Parent, 0), ("after", "live"),
    ]  # fmt: skip
    assert [row for cls, row in acted if cls is Parent] == list(range(40))


def test_behaviour_at_a_place_of_choice(make):
    class Late(Parent):
        acts_before = "record"

        def step(self):
            self.shame = 0.125

    model = make(agent_classes={Parent: Late})
    model.step()
    assert model.measures.shame == pytest.approx(0.125)
    Late.acts_before = "nowhere"
    with pytest.raises(ValueError, match="no phase of the week called 'nowhere'"):
        make(agent_classes={Parent: Late})


def test_classes_that_do_not_fit_are_refused(make):
    for wrong, words in (
        ({Parent: Professional}, "must be a subclass"),
        ({Parent: "Caring"}, "must be a subclass"),
        ({Caring: Caring}, "can replace"),
    ):
        with pytest.raises(TypeError, match=words):
            make(agent_classes=wrong)


def test_agents_of_ones_own_live_beside_the_views(model):
    class Researcher(mesa.Agent):
        def step(self):
            self.seen = self.model.agents_by_type[Parent].agg("need", np.mean)

    researcher = Researcher(model)
    model.add_rule("after", "record", lambda m: m.agents_by_type[Researcher].do("step"))
    model.run_for(2)
    assert researcher in model.agents
    assert researcher.seen == pytest.approx(model.world.parents.need.mean())
    researcher.remove()
    assert researcher not in model.agents


def test_scheduled_events_of_mesa(model):
    class Bell:
        rung = ()

        def ring(self):
            self.rung += (model.week,)

    bell = Bell()
    model.schedule_event(bell.ring, at=2.5)
    model.run_until(4)
    assert (bell.rung, model.week) == ((2,), 4)


def test_batch_run(district, strategy):
    rows = mesa.batch_run(
        Watched,
        {
            "district": [district],
            "strategy": [strategy],
            "weeks": [6],
            "trace": [False, True],
        },
        rng=[1, 2],
        display_progress=False,
    )
    assert {(row["seed"], row["reach"]) for row in rows} == {
        (seed, last_reach(district, strategy, seed)) for seed in (1, 2)
    }


def last_reach(district, strategy, seed):
    model = CollaborationModel(district, strategy, seed, weeks=6)
    model.run_model()
    return model.measures.reach
