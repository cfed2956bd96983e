"""The server of the page: the numbers of ``bodem compare``, safe headers, refusals in one sentence."""

import itertools
import json
import shlex

import pytest
from starlette.testclient import TestClient

from experiments.cli import main
from page.app import application
from page.desk import Session
from page.worlds import Worlds


def asked(page, scenario, worlds=4):
    """What the page is told about ``scenario``."""
    answer = page.post("/api/worlds", json={"scenario": scenario, "worlds": worlds})
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_the_page_gives_the_numbers_of_bodem_compare(page, scenario, capsys):
    told = asked(page, scenario)
    words = shlex.split(told["command"])
    assert words[:2] == ["bodem", "compare"]
    assert main([*words[1:], "--json"]) == 0
    compared = json.loads(capsys.readouterr().out)["measures"]
    for name, one in compared.items():
        shown = told["contrasts"]["ab"][name]
        for key in ("base", "variant", "diff", "ci", "share_higher"):
            assert shown[key] == one[key], (name, key)


def test_the_page_gives_the_assumptions_of_bodem_compare(page, scenario, capsys):
    told = None
    for first in (0, 2):
        body = {"scenario": scenario, "count": 4, "inner": 2, "first": first, "last": first + 2}
        told = page.post("/api/assumptions", json=body).json()
    words = shlex.split(told["command"].replace("--worlds 100", "--worlds 2"))
    assert main([*words[1:], "--json"]) == 0
    compared = json.loads(capsys.readouterr().out)["measures"]
    for name, one in compared.items():
        shown = told["measures"][name]
        if shown["worlds"]:
            assert shown["positive"] / shown["worlds"] == one["share_assumptions_positive"], name


def test_batches_grow_to_the_same_numbers_as_one_batch(page, scenario):
    grown = [asked(page, scenario, worlds) for worlds in (2, 5, 12)][-1]
    fresh = TestClient(application(Session(Worlds(threads=1))))
    assert asked(fresh, scenario, 12) == grown


def test_base_case_is_the_same_worlds_without_strategy_and_levers(page, scenario):
    bare = {**scenario, "a": {"strategy": "none"}}
    told = asked(page, bare)
    assert told["fans"]["a"] == told["fans"]["base"]
    assert told["contrasts"]["a"]["trust_in_workers"]["diff"] == 0


def test_a_fan_has_five_lines_over_all_weeks(page, scenario):
    told = asked(page, scenario)
    assert told["weeks"][0] == 0
    assert told["weeks"][-1] == scenario["weeks"] - 1
    for lines in told["fans"]["b"].values():
        assert len(lines) == 5
        for low, high in itertools.pairwise(lines):
            assert all(one <= two for one, two in zip(low, high, strict=True))


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"district": "nowhere"}, "nowhere"),
        ({"district": "../../etc/passwd"}, "district"),
        ({"a": {"strategy": "exploratief"}}, "explorative"),
        ({"b": {"levers": {"cofee_fund": {}}}}, "coffee_fund"),
        ({"b": {"levers": {"coffee_fund": {"intensity": 7}}}}, "intensity"),
        ({"b": {"levers": {"coffee_fund": {"intensity": "1"}}}}, "intensity"),
        ({"b": {"levers": {"coffee_fund": {"start": 100, "end": 50}}}}, "end"),
        ({"b": {"levers": {"coffee_fund": {"target": ["everyone"]}}}}, "everyone"),
        ({"parameters": {"misreading_stin": 0.1}}, "misreading_sting"),
        ({"parameters": {"misreading_sting": [1]}}, "misreading_sting"),
        ({"parameters": {"misreading_sting": True}}, "misreading_sting"),
        ({"weeks": 100000}, "weeks"),
        ({"weeks": 60.5}, "weeks"),
        ({"seed": -1}, "seed"),
        ({"seed": 10**40}, "seed"),
        ({"equal_budget": "yes"}, "equal_budget"),
        ({"a": []}, "'a'"),
        ({"surprise": 1}, "surprise"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_a_sentence_that_names_it(page, scenario, change, named):
    answer = page.post("/api/worlds", json={"scenario": {**scenario, **change}})
    assert answer.status_code == 400
    assert named in answer.json()["error"]
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", 400),
        (b"[]", 400),
        (b'{"scenario": {}, "worlds": 100000}', 400),
        (b'{"scenario": {}, "worlds": NaN}', 400),
        (b'{"worlds": 2}', 400),
        (b'{"scenario": {}, "file": "/etc/passwd"}', 400),
        (b"[" * 60000, 400),
        (b'{"scenario": {"seed": ' + b"9" * 6000 + b"}}", 400),
        (b" " * 70000, 413),
        (b"\xff\xfe", 400),
    ],
)
def test_a_malformed_request_is_refused(page, body, status):
    answer = page.post("/api/worlds", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == status
    assert answer.json()["error"].endswith(".")


def test_only_json_is_taken_so_that_other_sites_cannot_ask(page):
    answer = page.post("/api/worlds", content=b"{}", headers={"content-type": "text/plain"})
    assert answer.status_code == 415


@pytest.mark.parametrize(
    "path", ["/../page/app.py", "/%2e%2e/app.py", "/static/../app.py", "/app.py", "/assets/"]
)
def test_no_file_outside_the_built_ones_can_be_read(page, path):
    assert page.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/", "/api/catalogue", "/nothing"])
def test_every_answer_carries_the_safe_headers(page, path):
    headers = page.get(path).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"


def test_another_host_name_is_refused():
    client = TestClient(application(hosts=("localhost",)), base_url="http://evil.example")
    assert client.get("/").status_code == 421


def test_with_a_code_nobody_without_it_comes_in():
    app = application(Session(code="SECRET22", lead="LEADER22"))
    assert TestClient(app).get("/api/catalogue").status_code == 403
    assert TestClient(app).get("/?code=WRONG").status_code == 403
    knows = TestClient(app)
    assert knows.get("/?code=SECRET22", follow_redirects=False).status_code == 303
    assert knows.get("/api/catalogue").status_code == 200


def test_the_story_of_a_world_has_frames_events_and_fixed_places(page, scenario):
    body = {"scenario": scenario, "world": 1, "pair": 5}
    told = page.post("/api/story", json=body).json()
    people = told["layout"]
    assert told["seed"] == scenario["seed"] + 1
    assert all(0 <= one["y"] <= 1 for one in people["workers"] + people["professionals"])
    for side in told["sides"].values():
        assert side["frames"] == 31
        assert all(event[0] < scenario["weeks"] for event in side["events"])
        assert any(rule >= 0 for _, _, rule, _ in side["terms"])


def test_tracing_a_pair_does_not_change_its_world(page, scenario):
    told = [
        page.post("/api/story", json={"scenario": scenario, "pair": pair}).json()["sides"]["b"]
        for pair in (None, 5)
    ]
    for name in ("trust_worker", "joint", "events", "question"):
        assert told[0][name] == told[1][name]


def test_the_catalogue_speaks_both_languages(page):
    known = page.get("/api/catalogue").json()
    for kind in ("strategies", "levers", "districts"):
        for one in known[kind]:
            assert one["label"]["nl"], one["name"]
            assert one["label"]["en"], one["name"]
    for one in (*known["parameters"], *known["rules"], *known["measures"].values(), *known["events"]):
        assert one["nl"]
        assert one["en"]


def test_a_rival_rule_is_asked_for_both_sides_and_moves_the_numbers(page, scenario):
    told = asked(page, {**scenario, "rivals": {"trust": "symmetric"}})
    words = shlex.split(told["command"])
    assert "rivals.trust=symmetric" in words[: words.index("--base")]
    assert told["contrasts"]["ab"] != asked(page, scenario)["contrasts"]["ab"]
    for rivals, named in (
        ({"trust": "symetric"}, "symmetric"),
        ({"trus": "symmetric"}, "trust"),
        ([], "rivals"),
    ):
        answer = page.post("/api/worlds", json={"scenario": {**scenario, "rivals": rivals}})
        assert answer.status_code == 400
        assert named in answer.json()["error"]
