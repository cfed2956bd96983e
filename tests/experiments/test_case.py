"""``bodem case``: what the report saw beside what the worlds did."""

import json

import numpy as np
import pyarrow.parquet as pq
import pytest

from experiments.case import Observation, as_json, case_from, cases, find_out, sides_of, verdict
from experiments.case_words import as_text
from experiments.cli import main
from experiments.compare import contrast
from experiments.compose import compose
from experiments.looks import Look, check_look, watch
from experiments.presets import FilePresets
from sim.population import populated, template
from sim.registry import OutOfBounds, UnknownName
from sim.scenario import KINDS
from sim.week import advance

PRESETS = FilePresets()
SMALL = ["district.parents=40"]


@pytest.mark.parametrize("name", cases(PRESETS))
def test_every_case_can_be_found_out(name):
    case = case_from(name, PRESETS)
    found = find_out(case, sides_of(case, SMALL, None), range(2), 2)
    told = as_json(found)
    assert told["worlds"] == 2
    assert len(told["observations"]) >= 6
    assert len(told["counterfactuals"]) >= 3
    json.dumps(told, allow_nan=False)
    for lang in ("en", "nl"):
        text = as_text(found, lang)
        for one in case.counterfactuals:
            assert one.text[lang] in " ".join(text.split())


@pytest.mark.parametrize("name", cases(PRESETS))
def test_a_case_says_where_every_part_comes_from(name):
    node = PRESETS.node("scenario", name)
    assert node["illustrative"] is True
    assert node["section"].startswith("§6.")
    assert {event["kind"] for event in node["events"].values()} <= set(KINDS)
    for part in ("label", "description"):
        assert set(node[part]) == {"nl", "en"}
    for one in (*node["observations"], *node["counterfactuals"].values()):
        assert one["section"].startswith("§")
        assert one["en"]
        assert one["nl"]
    for look in node["looks"].values():
        assert look["en"]
        assert look["nl"]


def test_the_command_tells_and_keeps(tmp_path, capsys):
    out = tmp_path / "out"
    words = ["case", "school", "weeks=20", *SMALL, "--worlds", "3", "--lang", "nl", "--out", str(out)]
    assert main(words) == 0
    told = capsys.readouterr().out
    assert "Wat het rapport zag" in told
    assert "§6.3" in told
    rows = pq.read_table(out / "worlds.parquet")
    assert set(rows["side"].to_pylist()) == {"base", "partners_lead", "guide_stays", "guided_and_owned"}
    assert json.loads((out / "case.json").read_text())["case"] == "case_school"


def test_the_command_as_json(capsys):
    assert main(["case", "case_church", "weeks=10", *SMALL, "--worlds", "2", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["weeks"] == 10
    assert set(told["counterfactuals"]["training_permitted"]["looks"]) == set(told["looks"])


def test_a_case_runs_in_run_and_compare(tmp_path, capsys):
    assert main(["run", "scenario=case_school", "weeks=6", *SMALL, "--out", str(tmp_path / "run")]) == 0
    assert pq.read_table(tmp_path / "run" / "runs.parquet")["scenario"].to_pylist() == ["case_school"]
    words = ["compare", "scenario=case_school", "weeks=6", *SMALL, "--worlds", "2", "--json"]
    assert main([*words, "--variant", "scenario.events.guidance.happens=false"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["worlds"] == 2


def test_a_scenario_brings_its_place_and_yields_to_the_user():
    told = compose(["scenario=case_church"]).settings
    assert (told.district.name, told.strategy.name, told.weeks) == ("zuidoost", "programmatic_engaged", 78)
    told = compose(["scenario=case_church", "strategy=none", "weeks=10"]).settings
    assert (told.district.name, told.strategy.name, told.weeks) == ("zuidoost", "none", 10)
    assert compose(["scenario=none"]).settings == compose([]).settings


def test_looks_read_what_stands_in_the_world():
    told = compose(["scenario=case_school", "weeks=12", *SMALL]).settings
    pair = {"organisation": "Zelforganisatie C", "worker": 2, "institution": "Basisschool", "role": "manager"}
    looks = (
        Look("trust", of="pair", field="trust_worker", **pair),
        Look("moved", of="pair", field="trust_worker", since="start", **pair),
        Look("issue", of="worker", field="position.compensation", organisation="SSOP", worker=1, at="start"),
        Look("total", measure="starts", over="total"),
        Look("told", event="collaboration_started", **pair),
    )
    for look in looks:
        check_look(look, told)
    seen = watch(told, looks, [7], 1, lambda _: None)[0]
    world = populated(template(told), 7)
    row = np.flatnonzero((world.pairs.worker == 6) & (world.pairs.professional == 19))
    first, issue = world.pairs.trust_worker[row][0], world.workers.position[3][6]
    advance(world, 12, 0)
    last = world.pairs.trust_worker[row][0]
    assert seen[:3].tolist() == [last, last - first, issue]
    assert seen[3] == world.weekly.starts.sum()
    assert seen[4] == 1.0


@pytest.mark.parametrize(
    "look",
    [
        Look("x"),
        Look("x", measure="starts", field="trust_worker"),
        Look("x", measure="starst"),
        Look("x", of="pair", field="trst_worker"),
        Look("x", event="something"),
        Look("x", of="pair", field="trust_worker", organisation="Nisa"),
        Look("x", of="pair", field="trust_worker", how="mode"),
    ],
)
def test_a_look_at_nothing_is_refused(look):
    with pytest.raises((UnknownName, OutOfBounds), match=r"x|starst|something"):
        check_look(look, compose(["scenario=case_school"]).settings)


def test_an_observation_holds_world_by_world():
    values = {"a": np.array([1.0, 2.0, np.nan]), "b": np.array([1.5, 1.5, 1.5])}
    above = Observation("a", "above", "b", "§6.1", {})
    assert above.holds(values)[:2].tolist() == [0.0, 1.0]
    assert np.isnan(above.holds(values)[2])
    assert Observation("a", "below", 1.5, "§6.1", {}).holds(values)[:2].tolist() == [1.0, 0.0]
    assert Observation("a", "near", 1.0, "§6.1", {}).holds(values)[:2].tolist() == [1.0, 0.0]


def test_a_verdict_is_yes_no_or_unclear():
    one, two = np.zeros(10), np.linspace(0.9, 1.1, 10)
    assert verdict(contrast(one, two), "up") == "yes"
    assert verdict(contrast(one, two), "down") == "no"
    assert verdict(contrast(one, one), "up") == "unclear"
    assert verdict(contrast(one, one), "same") == "yes"
    assert verdict(contrast(one, two), None) is None
