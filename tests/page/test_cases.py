"""The cases on the page: the numbers of ``bodem case``, and a story of the pair that the case is about."""

import json

import pytest

from experiments.case import cases
from experiments.cli import main
from experiments.presets import FilePresets
from page.catalogue import catalogue
from sim.scenario import KINDS
from tests.page.front_words import SOURCES

CASE = "case_school"


def test_the_page_tells_a_case_as_bodem_case_does(page, capsys):
    for worlds in (2, 3):
        told = page.post("/api/case", json={"case": CASE, "worlds": worlds}).json()
    assert main([*told.pop("command").split()[1:], "--json"]) == 0
    assert set(told.pop("words")) == set(told["looks"])
    assert told == json.loads(capsys.readouterr().out)


def test_a_world_of_a_case_stands_beside_the_same_world_with_one_thing_changed(page):
    about = next(one for one in catalogue()["cases"] if one["name"] == CASE)
    followed = about["followed"]
    body = {"case": CASE, "what_if": about["counterfactuals"][-1]["name"], "world": 1}
    told = page.post("/api/case_story", json=body).json()
    people = told["layout"]
    worker = people["workers"][followed["worker"]]
    assert people["self_organisations"][worker["group"]]["name"] == about["events"][0]["organisation"]
    assert told["sides"]["a"] != told["sides"]["b"]
    assert told["sides"]["a"]["frames"] == about["weeks"] // 2 + 1


@pytest.mark.parametrize("body", [{"case": "case_none"}, {"case": 3}, {"case": CASE, "worlds": 0}])
def test_an_unknown_case_is_refused(page, body):
    answer = page.post("/api/case", json=body)
    assert answer.status_code == 400
    assert answer.json()["error"].endswith(".")


@pytest.mark.parametrize("what_if", ["base", "nothing", None])
def test_an_unknown_what_if_is_refused_with_those_there_are(page, what_if):
    answer = page.post("/api/case_story", json={"case": CASE, "what_if": what_if})
    assert answer.status_code == 400
    assert "guid" in answer.json()["error"]


def test_every_case_is_told_and_every_kind_of_event_has_words():
    assert [one["name"] for one in catalogue()["cases"]] == cases(FilePresets())
    text = (SOURCES / "src" / "lib" / "happenings.ts").read_text(encoding="utf-8")
    for kind in KINDS:
        assert f'  {kind}: {{ nl: "' in text, kind
    for one in catalogue()["cases"]:
        assert one["description"]["nl"]
        assert one["followed"]["worker"] >= 0
