"""Python rules at named places in the week, and what happens when one of them breaks."""

import pytest

from sim import MetaGovernor, Parent
from sim.mesa_layer import Stopped
from sim.registry import UnknownName
from sim.week import PHASES


def test_rules_are_called_in_the_order_of_the_week(model):
    called = []
    for phase in reversed(PHASES):
        for when in ("after", "before"):
            model.add_rule(when, phase, lambda m, place=(when, phase): called.append((*place, m.week)))
    model.run_for(2)
    assert called == [
        (when, phase, week) for week in range(2) for phase in PHASES for when in ("before", "after")
    ]


def test_a_rule_sees_the_week_that_goes_on(model):
    seen = []
    model.add_rule("before", "govern", lambda m: seen.append((m.week, int(m.world.district[0].week))))
    model.run_for(3)
    assert seen == [(0, 0), (1, 1), (2, 2)]


def test_a_rule_has_consequences(make):
    def console(model):
        model.agents_by_type[Parent].do(lambda parent: setattr(parent, "shame", 0.0))

    plain, consoled = make(), make()
    consoled.add_rule("before", "live", console)
    for model in (plain, consoled):
        model.run_for(20)
    assert consoled.measures.shame < plain.measures.shame


def test_a_rule_may_change_the_policies_of_this_week(model):
    def speak_up(model):
        (governor,) = model.agents_by_type[MetaGovernor]
        governor.policies["backing"] = 1.0

    model.add_rule("before", "govern", speak_up)
    model.step()
    (governor,) = model.agents_by_type[MetaGovernor]
    assert governor.in_force["backing"] == 1.0


def test_a_method_can_be_a_rule_and_the_same_rule_hangs_where_it_was_hung(model):
    class Counter:
        count = 0

        def rule(self, model):
            self.count += 1

    counter = Counter()
    rule = counter.rule
    model.add_rule("before", "serve", rule)
    model.add_rule("after", "serve", rule)
    model.step()
    assert counter.count == 2
    model.remove_rule(counter.rule)
    model.step()
    assert counter.count == 2


@pytest.mark.parametrize(
    ("place", "nearest"),
    [(("after", "encounters"), "encounter"), (("behind", "settle"), ""), (("afterr", "settle"), "after")],
)
def test_a_wrong_place_is_named_with_the_nearest(model, place, nearest):
    with pytest.raises(UnknownName) as problem:
        model.add_rule(*place, print)
    assert (problem.value.nearest or "") == nearest


def test_what_cannot_be_called_is_no_rule(model):
    with pytest.raises(TypeError, match="must be a function"):
        model.add_rule("after", "settle", "print")


def test_an_error_stops_the_model_for_good_and_says_so(model):
    def fail(model):
        if model.week == 3:
            raise RuntimeError("no coffee")

    model.add_rule("after", "live", fail)
    with pytest.raises(RuntimeError, match="no coffee"):
        model.run_for(10)
    assert not model.running
    for go_on in (model.step, lambda: model.run_for(1), lambda: model.run_until(20)):
        with pytest.raises(Stopped, match="stopped in step 4 on RuntimeError: no coffee"):
            go_on()
    assert len(model.weekly) == model.week == 3
