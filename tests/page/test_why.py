"""Why two sides differ, as the page asks it: rules taken out a few at a time, in the same worlds."""

import json
import shlex

from experiments.cli import main


def why(page, scenario, until, **change):
    """What the page is told about the first ``until`` rules."""
    body = {"scenario": scenario, "measure": "trust_in_workers", "worlds": 3, "until": until, **change}
    return page.post("/api/why", json=body)


def difference(capsys, command, *more):
    """The difference that ``bodem compare`` gives."""
    words = shlex.split(command)
    assert main([*words[1:2], *more, *words[2:], "--json"]) == 0
    return json.loads(capsys.readouterr().out)["measures"]["trust_in_workers"]["diff"]


def test_a_part_is_what_goes_of_the_difference_in_bodem_compare_without_the_rule(page, scenario, capsys):
    told = why(page, scenario, 3).json()
    command = page.post("/api/worlds", json={"scenario": scenario, "worlds": 3}).json()["command"]
    whole = difference(capsys, command)
    assert told["diff"] == whole
    for part in told["parts"][:2]:
        without = difference(capsys, command, f"rules.{part['rule']}=false")
        assert abs(part["part"] - (whole - without)) < 1e-9
        assert abs(part["without"] - without) < 1e-9


def test_more_rules_are_added_to_those_that_were_tried(page, scenario):
    few, more = (why(page, scenario, until).json() for until in (2, 4))
    assert (few["done"], more["done"]) == (2, 4)
    tried = {one["rule"]: one["part"] for one in more["parts"]}
    assert all(tried[one["rule"]] == one["part"] for one in few["parts"])
    assert few["chain"] == []


def test_an_unknown_measure_is_refused_with_the_nearest_name(page, scenario):
    answer = why(page, scenario, 1, measure="trust_in_worker")
    assert answer.status_code == 400
    assert "trust_in_workers" in answer.json()["error"]
    assert why(page, scenario, 1, measure=3).status_code == 400
    assert why(page, scenario, 1, worlds=5000).status_code == 400
