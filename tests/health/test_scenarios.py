"""Scenarios: set-up and outside events only, by date, and never by name."""

from dataclasses import fields, replace

import numpy as np
import pytest

from experiments.compose import compose
from experiments.presets import FilePresets
from experiments.scenarios import AFTER, model_node
from sim.ensemble import run_world
from sim.events import KIND, WEEK
from sim.happenings import policy_levers
from sim.population import populated, template
from sim.registry import OutOfBounds, UnknownName
from sim.scenario import CHANGEABLE, KINDS, Event, Scenario, Start, settable
from sim.week import advance
from tests.worlds import differing, fingerprints, hamlet, lived, settings

PRESETS = FilePresets()
SCENARIOS = PRESETS.names("scenario")
DAY = "2010-05-03"
TWO = {"organisation": "tea room", "worker": 1, "institution": "centre", "role": "manager"}


def story(*events, start=()):
    return Scenario("story", DAY, tuple(start), tuple(events))


def event(kind, **told):
    return Event("it", kind, **({"date": "2010-05-17"} | told))


def after(scenario, weeks=6, **fields):
    return run_world(settings(weeks=weeks, scenario=scenario, **fields), 3)


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_scenario_runs(name):
    told = compose([f"scenario={name}", "weeks=8", "district.parents=40"]).settings
    world = run_world(told, 0).world
    assert world.clock[WEEK] == 8
    assert len(world.starts) > 0
    assert np.isfinite(world.weekly_values).all()


@pytest.mark.parametrize("name", SCENARIOS)
def test_all_starting_values_stand_on_the_first_day_and_lie_within_their_bounds(name):
    told = compose([f"scenario={name}"]).settings
    made = template(told)
    with_them, without = populated(made, 1), populated(made._replace(starts=made.starts[:0]), 1)
    but = {"starts"}
    changed = differing(fingerprints(with_them, but), fingerprints(without, but))
    assert changed
    meant = {field.partition(".")[0] for start in told.scenario.start for field in start.values}
    also = {f"{field}_rest" for field in meant} | ({"expressed"} if "position" in meant else set())
    assert {name.partition(".")[2] for name in changed} <= meant | also


@pytest.mark.parametrize("name", SCENARIOS)
def test_another_name_changes_no_byte(name):
    told = compose([f"scenario={name}", "weeks=30", "district.parents=40"]).settings
    renamed = replace(
        told.scenario,
        name="other",
        events=tuple(replace(one, name=f"e{n}") for n, one in enumerate(told.scenario.events)),
    )
    assert differing(lived(told), lived(replace(told, scenario=renamed))) == []


@pytest.mark.parametrize("name", SCENARIOS)
def test_what_the_report_saw_never_reaches_the_model(name):
    node = PRESETS.node("scenario", name)
    # A scenario that is no case of the report has nothing to be laid beside.
    assert set(AFTER) <= set(node) or not set(AFTER) & set(node)
    assert set(model_node(node)) == {field.name for field in fields(Scenario)}
    bare = {key: value for key, value in node.items() if key not in AFTER}
    assert model_node(bare) == model_node(node)


def test_a_scenario_without_anything_in_it_is_no_scenario():
    assert differing(lived(settings(weeks=20)), lived(settings(weeks=20, scenario=Scenario("empty")))) == []


def test_the_calendar_of_a_run_starts_on_the_first_day():
    assert story().first_week == 17
    run = settings(weeks=60, scenario=story())
    world = template(run)
    assert world.holiday.tolist()[:2] == template(settings(weeks=60)).holiday.tolist()[17:19]
    assert (story().week_of("2010-05-03"), story().week_of("2010-05-10")) == (0, 1)


@pytest.mark.parametrize(
    "told",
    [
        event("leaves", institution="centre", role="manager"),
        event("funded", organisation="tea room"),
        event("guided", **TWO, value=2.0),
        event("meets", **TWO),
        event("begins", **TWO),
        event("promise_broken", organisation="tea room"),
        event("gathering"),
        event("changes", institution="centre", of="institution", field="fit", value=0.9),
        event("asks", **TWO),
        event("bad_story", institution="centre"),
        event("policy", policy="backing", value=0.5),
    ],
    ids=KINDS,
)
def test_an_event_changes_nothing_before_its_date_and_something_after_it(told):
    with_it, without = (settings(weeks=12, scenario=story(*events)) for events in ((told,), ()))
    worlds = [populated(template(one), 3) for one in (with_it, without)]
    but = {"happenings", "effects", "levers", "prices", "weekly_values"}
    for world in worlds:
        advance(world, 2, 0)
    assert differing(*(fingerprints(world, but) for world in worlds)) == []
    for world in worlds:
        advance(world, 12, 0)
    assert differing(*(fingerprints(world, but) for world in worlds))


def test_someone_who_leaves_is_someone_else_after_that_week():
    run = after(story(event("leaves", institution="centre", role="manager")))
    left = run.events[run.events.kind == KIND["professional_left"]]
    assert (2, 2) in list(zip(left.week.tolist(), left.who.tolist(), strict=True))


def test_money_from_outside_comes_and_goes_on_its_dates():
    told = event("funded", organisation="tea room", until="2010-05-31")
    run = after(story(told), weeks=9, strategy="none")
    by = {kind: run.events[run.events.kind == KIND[kind]] for kind in ("grant_started", "grant_ended")}
    assert 2 in by["grant_started"].week[by["grant_started"].who == 0]
    assert 5 in by["grant_ended"].week[by["grant_ended"].who == 0]


def test_a_guide_works_with_those_named_and_no_longer_than_told():
    told = event("guided", **TWO, value=2.0, until="2010-06-06")
    world = after(story(told, event("begins", **TWO, date=DAY)), weeks=12).world
    rows = np.flatnonzero((world.pairs.worker == 0) & (world.pairs.professional == 2))
    assert world.district[0].outside_guides == 0
    assert world.pairs.guide.sum() == 0.0
    assert world.pairs.explicit[rows].max() > 0.0


def test_talk_tells_the_wish_of_the_other_also_where_all_is_spoken_out_already():
    spoken_out = Start("pair", {"explicit": 1.0, "interest_worker": 0.1, "interest_professional": 0.1})
    wishes = tuple(Start(kind, {"helps": 0.9, "mine": 0.9}) for kind in ("worker", "professional"))
    told = event("guided", **TWO, value=2.0, until="2010-06-06")
    with_it, without = (
        after(story(*events, start=(spoken_out, *wishes)), strategy="none").world for events in ((told,), ())
    )
    row = np.flatnonzero((with_it.pairs.worker == 0) & (with_it.pairs.professional == 2))
    for side in ("interest_worker", "interest_professional"):
        assert with_it.pairs[side][row] > without.pairs[side][row] + 0.1
    assert with_it.pairs.explicit[row] <= 1.0


def test_a_request_is_read_as_one_and_a_visit_as_interest():
    visit, request = (
        after(story(event(kind, **TWO, until="2010-06-28")), weeks=9).world for kind in ("meets", "asks")
    )
    row = np.flatnonzero((visit.pairs.worker == 0) & (visit.pairs.professional == 2))
    assert visit.pairs.interest_worker[row] > request.pairs.interest_worker[row]
    assert visit.pairs.contacts[row] == request.pairs.contacts[row]


def test_a_bad_story_about_one_service_colours_the_other():
    told = event("bad_story", institution="centre", until="2010-06-28")
    with_it, without = (after(story(*events), weeks=9).world.communities for events in ((told,), ()))
    assert (with_it.story_preventive < without.story_preventive).all()
    assert (with_it.story_youth_care < without.story_youth_care).all()


def test_a_policy_by_date_is_a_lever_without_a_price():
    (lever,) = policy_levers(story(event("policy", policy="backing", value=0.5, until="2010-05-30")))
    assert (lever.start, lever.end, lever.euros, lever.hours) == (2, 4, 0.0, 0.0)


def test_an_event_that_does_not_happen_is_not_there():
    told = event("begins", **TWO, happens=False)
    with_it, without = (settings(weeks=8, scenario=story(*events)) for events in ((told,), ()))
    assert differing(lived(with_it), lived(without)) == []


def test_nothing_but_facts_can_change_on_a_date():
    moved = {"trust", "interest", "story", "image", "disappointment", "courage", "owed", "explicit"}
    assert not [name for _, name in CHANGEABLE if any(word in name for word in moved)]
    for of, name in CHANGEABLE:
        assert name in settable(of)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"start": (Start("pair", {"trst": 1.0}),)}, "trst"),
        ({"start": (Start("pear", {"trust_worker": 1.0}),)}, "pear"),
        ({"start": (Start("pair", {"trust_worker": 1.5}),)}, "between 0 and 1"),
        ({"start": (Start("pair", {"trust_worker": 0.5}, organisation="te room"),)}, "tea room"),
        ({"start": (Start("worker", {"position": 0.5}),)}, "issue"),
        ({"start": (Start("worker", {"helps.distance": 0.5}),)}, "single number"),
        ({"start": (Start("worker", {"helps": 0.5}, "tea room", 9),)}, "from 0"),
        ({"start": (Start("worker", {}),)}, "at least one"),
        ({"start": (Start("pair", {"worker": 0}),)}, "worker"),
        ({"start": (Start("worker", {"helps": 0.5}, how="sett"),)}, "sett"),
        ({"start": (Start("professional", {"alive": 0}),)}, "alive"),
        ({"start": (Start("parent", {"alive": 0}),)}, "alive"),
        ({"start": (Start("self_organisation", {"members": 0}),)}, "members"),
        ({"start": (Start("institution", {"cases": 3}),)}, "cases"),
        ({"first_day": "3 May"}, "2010-05-01"),
        ({"events": (event("goes", organisation="tea room"),)}, "goes"),
        ({"events": (event("leaves"),)}, "needs an organisation"),
        ({"events": (event("leaves", organisation="tea room", date="2010-04-30"),)}, "outside the ten years"),
        ({"events": (event("leaves", organisation="tea room", date="2030-04-30"),)}, "outside the ten years"),
        ({"events": (event("funded", organisation="tea room", until="2010-05-04"),)}, "must not come before"),
        ({"events": (event("meets", **TWO, every=0),)}, "every"),
        ({"events": (event("meets", **TWO, channel="fax"),)}, "fax"),
        ({"events": (event("meets", organisation="tea room"),)}, "an institution"),
        ({"events": (event("asks", organisation="tea room"),)}, "an institution"),
        ({"events": (event("bad_story"),)}, "an institution"),
        ({"events": (event("leaves", institution="guardians", role="adviser"),)}, "has no adviser"),
        ({"events": (event("policy", policy="coffee", value=1.0),)}, "coffee"),
        ({"events": (event("changes", of="pair", field="trust_worker"),)}, "trust_worker"),
        ({"events": (event("gathering"),), "first_day": ""}, "first_day"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(told, words):
    with pytest.raises((UnknownName, OutOfBounds), match=words) as found:
        settings(scenario=Scenario(**({"first_day": DAY} | told)))
    assert "\n" not in str(found.value)


def test_a_scenario_can_be_set_for_a_district_of_ones_own():
    told = story(start=[Start("pair", {"trust_worker": 0.9}, organisation="tea room")])
    world = populated(template(settings(district=hamlet(), scenario=told)), 1)
    mine = np.isin(world.pairs.worker, (0, 1))
    assert (world.pairs.trust_worker[mine] == 0.9).all()
    assert not (world.pairs.trust_worker[~mine] == 0.9).all()


def test_what_is_arranged_in_no_form_is_the_partners_to_design_unless_it_is_ordered():
    def designed_at_once(ordered):
        told = event("begins", **TWO, value=ordered, date=DAY)
        nothing_yet = Start("collaboration", {"alive": 0, "designed": 0})
        made = settings("programmatic", weeks=1, scenario=story(told, start=(nothing_yet,)))
        found = 0
        for seed in range(8):
            world = run_world(made, seed).world
            here = (world.pairs.worker == 0) & (world.pairs.professional == 2)
            found += int(world.collaborations.designed[here].sum())
        return found

    assert designed_at_once(0) == 0
    assert designed_at_once(1) > 0
