"""A group on one network: who may do what, what is hidden until when, and what is gathered."""

import json
import socket
import time

import pytest
from starlette.testclient import TestClient

from experiments.errors import Refused
from page.app import application
from page.command import _host, _keeper, local_address
from page.desk import Session
from page.room import MOST_PEOPLE, MOST_ROUNDS, Room
from page.worlds import Worlds

CODE, LEAD = "GROUP222", "LEADER22"


@pytest.fixture
def shared():
    """Makes visitors of one shared page; only the leader knows the leader's code."""
    app = application(Session(Worlds(threads=2), code=CODE, lead=LEAD, address="http://10.0.0.5:8321/"))

    def visitor(code=CODE):
        client = TestClient(app, raise_server_exceptions=False)
        assert client.get(f"/?code={code}").status_code == 200
        return client

    return visitor


def entry(worlds=70, **more):
    """What a participant hands in."""
    return {"name": "Ada", "direction": "higher", "worlds": worlds, **more}


def begin(leader, scenario):
    """The leader puts a question."""
    body = {"scenario": scenario, "measure": "trust_in_workers"}
    answer = leader.post("/api/group/begin", json=body)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_settings_and_predictions_are_gathered_as_min_mean_and_max(shared, scenario):
    leader = shared(LEAD)
    begin(leader, scenario)
    sides = (
        {"strategy": "explorative", "levers": {"coffee_fund": {"intensity": 1.0}}},
        {"strategy": "explorative", "levers": {"coffee_fund": {"intensity": 0.5}, "broker": {}}},
        {"strategy": "programmatic", "levers": {}},
    )
    for worlds, side in zip((20, 60, 100), sides, strict=True):
        assert shared().post("/api/group/entry", json=entry(worlds, side=side)).status_code == 200
    found = leader.post("/api/group/show", json={}).json()["rounds"][0]["gathered"]
    assert found["worlds"] == {"min": 20, "mean": 60, "max": 100}
    assert found["levers"]["coffee_fund"] == {"on": 2, "min": 0, "mean": 0.5, "max": 1}
    assert found["levers"]["broker"]["on"] == 1
    assert found["strategies"] == {"explorative": 2, "programmatic": 1}


def test_nobody_sees_what_others_said_or_the_result_while_the_round_is_open(shared, scenario):
    leader, member = shared(LEAD), shared()
    begin(leader, scenario)
    member.post("/api/group/entry", json=entry())
    for client in (leader, shared()):
        now = client.get("/api/group").json()["rounds"][0]
        assert now["count"] == 1
        assert now["names"] == ["Ada"]
        assert "entries" not in now
        assert "gathered" not in now
    body = {"scenario": scenario, "worlds": 2}
    for path in ("worlds", "assumptions", "why", "story", "case", "case_story", "sweep"):
        assert member.post(f"/api/{path}", json={}).json() == {"waiting": True}, path
    leader.post("/api/group/show", json={})
    assert member.post("/api/worlds", json=body).status_code == 200
    assert member.get("/api/group").json()["rounds"][0]["entries"][0]["worlds"] == 70


def test_a_prediction_can_be_changed_until_the_round_is_closed_and_then_no_more(shared, scenario):
    leader, member = shared(LEAD), shared()
    begin(leader, scenario)
    for worlds in (10, 40):
        member.post("/api/group/entry", json=entry(worlds))
    leader.post("/api/group/show", json={})
    assert member.post("/api/group/entry", json=entry(99)).status_code == 409
    told = member.get("/api/group").json()
    assert [one["worlds"] for one in told["rounds"][0]["entries"]] == [40]
    assert told["mine"]["worlds"] == 40


def test_only_the_leader_puts_questions_closes_and_records_the_decision(shared, scenario):
    leader, member = shared(LEAD), shared()
    begin(leader, scenario)
    for path, body in (
        ("begin", {"scenario": scenario, "measure": "trust_in_workers"}),
        ("show", {}),
        ("notes", {"decision": "mine"}),
    ):
        assert member.post(f"/api/group/{path}", json=body).status_code == 403, path
    leader.post("/api/group/notes", json={"question": "q", "decision": "a coffee fund", "reasons": "cheap"})
    told = member.get("/api/group").json()
    assert told["rounds"][0]["notes"]["decision"] == "a coffee fund"
    assert told["rounds"][0]["noted"]
    assert told["leads"] is False
    assert told["code"] is None
    assert leader.get("/api/group").json()["code"] == CODE


def test_the_leader_hands_in_for_those_without_a_device(shared, scenario):
    leader = shared(LEAD)
    begin(leader, scenario)
    for name in ("Ada", "Bo", "Ada"):
        leader.post("/api/group/entry", json={**entry(), "name": name})
    assert leader.get("/api/group").json()["rounds"][0]["names"] == ["Ada", "Bo"]


def test_on_this_computer_alone_there_is_no_code_and_whoever_sits_there_leads(page, scenario):
    told = begin(page, scenario)
    assert told["shared"] is False
    assert told["leads"] is True
    page.post("/api/group/show", json={})


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"direction": "up"}, "direction"),
        ({"worlds": 101}, "worlds"),
        ({"worlds": 5.5}, "worlds"),
        ({"name": "x" * 41}, "name"),
        ({"name": 3}, "name"),
        ({"side": {"levers": {"cofee_fund": {}}}}, "coffee_fund"),
        ({"side": {"levers": {"coffee_fund": {"intensity": 9}}}}, "intensity"),
        ({"side": []}, "'b'"),
        ({"surprise": 1}, "surprise"),
    ],
)
def test_what_cannot_be_handed_in_is_refused_with_a_sentence(shared, scenario, change, named):
    begin(shared(LEAD), scenario)
    answer = shared().post("/api/group/entry", json={**entry(), **change})
    assert answer.status_code == 400
    assert named in answer.json()["error"]


def test_people_rounds_and_notes_are_bounded(shared, scenario):
    leader = shared(LEAD)
    assert shared().post("/api/group/entry", json=entry()).status_code == 409
    for _ in range(MOST_ROUNDS):
        begin(leader, scenario)
    body = {"scenario": scenario, "measure": "trust_in_workers"}
    assert leader.post("/api/group/begin", json=body).status_code == 409
    for number in range(MOST_PEOPLE):
        leader.post("/api/group/entry", json={**entry(), "name": f"{number}"})
    assert leader.post("/api/group/entry", json={**entry(), "name": "late"}).status_code == 409
    assert leader.post("/api/group/notes", json={"decision": "x" * 1501}).status_code == 400


def test_a_code_names_one_visitor_who_stays_the_same_after_a_reload(shared, scenario):
    begin(shared(LEAD), scenario)
    member = shared()
    member.post("/api/group/entry", json=entry())
    member.get(f"/?code={CODE}")
    assert member.get("/api/group").json()["mine"]["name"] == "Ada"
    forged = {"cookie": f"bodem_code={CODE}; bodem_who=../../etc"}
    assert TestClient(member.app).get("/api/group", headers=forged).status_code == 403


def test_nothing_new_is_told_in_two_bytes(shared, scenario):
    version = begin(shared(LEAD), scenario)["version"]
    assert shared().get(f"/api/group?since={version}").json() == {}


def test_the_record_on_disk_holds_every_round_and_no_file_is_overwritten(tmp_path, scenario):
    file = tmp_path / "record.json"
    client = TestClient(application(Session(room=Room(_keeper(file)))))
    begin(client, scenario)
    client.post("/api/group/entry", json=entry())
    client.post("/api/group/notes", json={"decision": "yes"})
    kept = json.loads(file.read_text(encoding="utf-8"))["rounds"][0]
    assert kept["entries"][0]["name"] == "Ada"
    assert kept["notes"]["decision"] == "yes"
    with pytest.raises(Refused, match="already"):
        _keeper(file)


class Options:
    """What ``bodem serve`` was asked."""

    def __init__(self, host=None, group=False):
        self.host, self.group = host, group


def test_only_this_computer_is_served_unless_told_otherwise(monkeypatch):
    assert _host(Options()) == "127.0.0.1"
    with pytest.raises(Refused, match="--host"):
        _host(Options(host="10.0.0.5", group=True))
    monkeypatch.setattr("page.command.local_address", lambda: None)
    with pytest.raises(Refused, match="no address"):
        _host(Options(group=True))
    monkeypatch.setattr("page.command.local_address", lambda: "192.168.1.4")
    assert _host(Options(group=True)) == "192.168.1.4"


def test_finding_the_address_sends_nothing(monkeypatch):
    monkeypatch.setattr(socket.socket, "send", lambda *_: pytest.fail("something was sent"))
    start = time.perf_counter()
    assert local_address() is None or local_address().count(".") == 3
    assert time.perf_counter() - start < 1
