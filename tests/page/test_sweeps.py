"""Sweeps on the page: the numbers of the store, and no file outside the directory that was allowed."""

import json
import os

import pytest
from starlette.testclient import TestClient

from analysis.load import load
from page.app import application
from page.desk import Session
from page.sweeps import Sweeps
from tests.page.made_sweep import made

MEASURE = "trust_in_workers"


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """A directory with two sweeps."""
    return made(tmp_path_factory.mktemp("looked_at"))


@pytest.fixture(scope="session")
def ask(folder):
    """Asks about the sweeps there, and returns the answer."""
    client = TestClient(application(Session(sweeps=Sweeps(folder))), raise_server_exceptions=False)

    def asked(**node):
        return client.post("/api/sweep", json=node)

    return asked


def test_the_sweeps_of_the_directory_are_listed(ask):
    assert [one["name"] for one in ask().json()["sweeps"]] == ["drawn", "grid"]


def test_a_point_is_the_mean_over_its_worlds(ask, folder):
    told = ask(sweep="grid", part="table", measure=MEASURE).json()
    table = load(folder / "grid").table
    for row in told["rows"]:
        one = dict(zip(told["columns"], row, strict=True))
        expected = table.loc[table["strategy"] == one["strategy"], MEASURE].mean()
        assert one[MEASURE] == pytest.approx(expected, rel=1e-5)
        assert one["seeds"] == 2
    assert told["of"] == 3


def test_filters_and_order_are_those_asked_for(ask):
    name = "parameters.start_rate"
    about = ask(sweep="drawn", part="about").json()
    factor = next(one for one in about["factors"] if one["name"] == name)
    middle = (factor["low"] + factor["high"]) / 2
    body = {"sweep": "drawn", "part": "table", "measure": MEASURE, "sort": name, "down": True}
    told = ask(**body, filters=[{"column": name, "how": "least", "value": middle}]).json()
    values = [row[told["columns"].index(name)] for row in told["rows"]]
    assert 0 < told["left"] < told["of"] == 24
    assert values == sorted(values, reverse=True)
    assert min(values) >= middle
    one = ask(sweep="grid", part="table", measure=MEASURE, filters=[is_none()]).json()
    assert one["left"] == 1


def is_none():
    """The filter that keeps the strategy 'none'."""
    return {"column": "strategy", "how": "is", "value": "none"}


def test_what_matters_is_told_for_a_grid_and_for_a_sample(ask):
    grid = ask(sweep="grid", part="sensitivity", measure=MEASURE).json()
    assert grid["kind"] == "by_value"
    assert {row[1] for row in grid["rows"]} == {"none", "explorative", "programmatic"}
    drawn = ask(sweep="drawn", part="sensitivity", measure=MEASURE)
    assert drawn.status_code == 200, drawn.text
    assert len(drawn.json()["rows"]) == 2


def test_with_many_factors_ranks_are_compared(ask, monkeypatch):
    monkeypatch.setattr("page.sweeps.MOST_WEIGHED", 1)
    monkeypatch.setattr("page.sweeps.MOST_SEARCHED", 1)
    told = ask(sweep="drawn", part="sensitivity", measure=MEASURE).json()
    assert told["kind"] == "rank"
    assert all(-1 <= row[2] <= row[1] <= row[3] <= 1 for row in told["rows"])
    values = ask(sweep="drawn", part="table", measure=MEASURE).json()
    at = values["columns"].index(MEASURE)
    # Between two of them: what the table tells is rounded.
    bound = sum(sorted(row[at] for row in values["rows"])[12:14]) / 2
    found = ask(sweep="drawn", part="discovery", measure=MEASURE, above=bound).json()
    assert (found["factors"], found["of"]) == (1, 2)


def test_where_an_outcome_occurs_is_told_in_boxes(ask):
    values = ask(sweep="drawn", part="table", measure=MEASURE).json()
    at = values["columns"].index(MEASURE)
    # Between two of them: what the table tells is rounded.
    bound = sum(sorted(row[at] for row in values["rows"])[12:14]) / 2
    found = ask(sweep="drawn", part="discovery", measure=MEASURE, above=bound).json()
    assert found["cases"] == 11
    assert found["tree"]
    none = ask(sweep="drawn", part="discovery", measure=MEASURE, above=1e9)
    assert none.status_code == 400
    assert MEASURE in none.json()["error"]


@pytest.mark.parametrize(
    "name", ["..", "../..", "/etc", "grid/../..", "grid/runs", "nothing", "outside", "x" * 400]
)
def test_nothing_outside_the_directory_can_be_opened(ask, folder, name):
    outside = folder / "outside"
    if not outside.is_symlink():
        made_elsewhere = folder.parent / "elsewhere"
        made_elsewhere.mkdir()
        (made_elsewhere / "sweep.json").write_text("{}", encoding="utf-8")
        outside.symlink_to(made_elsewhere)
    answer = ask(sweep=name, part="about")
    assert answer.status_code in (400, 404)
    assert str(folder) not in answer.text
    assert "outside" not in [one["name"] for one in ask().json()["sweeps"]]


def test_a_part_that_is_a_link_to_outside_is_refused(folder, tmp_path):
    inner = tmp_path / "allowed" / "grid"
    (inner / "runs").mkdir(parents=True)
    for name in ("sweep.json", "points.parquet", "plan.parquet"):
        os.link(folder / "grid" / name, inner / name)
    for file in (folder / "grid" / "runs").glob("*.parquet"):
        (inner / "runs" / file.name).symlink_to(file)
    client = TestClient(
        application(Session(sweeps=Sweeps(tmp_path / "allowed"))), raise_server_exceptions=False
    )
    answer = client.post("/api/sweep", json={"sweep": "grid", "part": "about"})
    assert answer.status_code == 404


@pytest.mark.parametrize(
    "change",
    [
        {"part": "secret"},
        {"part": "table", "measure": "trust"},
        {"part": "table", "measure": MEASURE, "filters": [{"column": "nope", "how": "is", "value": 1}]},
        {
            "part": "table",
            "measure": MEASURE,
            "filters": [{"column": "strategy", "how": "least", "value": 1}],
        },
        {"part": "table", "measure": MEASURE, "filters": [{"column": "strategy", "how": "or", "value": 1}]},
        {"part": "table", "measure": MEASURE, "filters": [is_none()] * 9},
        {"part": "table", "measure": MEASURE, "filters": "all"},
        {"part": "table", "measure": MEASURE, "from": -1},
        {"part": "discovery", "measure": MEASURE},
        {"part": "discovery", "measure": MEASURE, "above": "high"},
        {"part": "about", "sql": "select 1"},
    ],
)
def test_what_cannot_be_asked_is_refused_with_a_sentence(ask, change):
    answer = ask(sweep="grid", **change)
    assert answer.status_code == 400
    assert answer.json()["error"].endswith((".", "?"))


def judged(verdict="holds"):
    """A result as ``bodem patterns`` keeps it, with one pattern."""
    claim = {"claim": "c", "en": "So.", "nl": "Zo.", "verdict": verdict, "effect": 0.1, "ci": [0.05, 0.15]}
    about = {"pattern": "paradox", "section": "§3.4", "en": "Both.", "nl": "Beide.", "kind": "emergent"}
    counts = {"seeds": 9, "parameter_worlds": 8, "seeds_per_parameter_world": 2, "patterns": 1}
    one = {**about, "verdict": verdict, "needs": ["misreading"], "carried_by": [], "claims": [claim]}
    return {**counts, "holds": 1, "partly": 0, "fails": 0, "verdicts": [one]}


def test_the_verdicts_of_bodem_patterns_are_shown_where_they_are(tmp_path):
    (tmp_path / "tonight").mkdir()
    (tmp_path / "broken").mkdir()
    (tmp_path / "tonight" / "patterns.json").write_text(json.dumps(judged()), encoding="utf-8")
    (tmp_path / "broken" / "patterns.json").write_text('{"verdicts": NaN}', encoding="utf-8")
    client = TestClient(application(Session(sweeps=Sweeps(tmp_path))), raise_server_exceptions=False)
    assert client.post("/api/sweep", json={}).json()["patterns"] == ["broken", "tonight"]
    told = client.post("/api/sweep", json={"sweep": "tonight", "part": "patterns"}).json()
    assert told["holds"] == 1
    assert told["verdicts"][0]["claims"][0]["effect"] == 0.1
    for name in ("broken", "..", "nothing"):
        answer = client.post("/api/sweep", json={"sweep": name, "part": "patterns"})
        assert answer.status_code in (400, 404)


def test_without_a_directory_there_is_nothing_to_open(page):
    answer = page.post("/api/sweep", json={})
    assert answer.status_code == 404
    assert "--sweeps" in answer.json()["error"]
    assert page.get("/api/catalogue").json()["sweeps"] is False
