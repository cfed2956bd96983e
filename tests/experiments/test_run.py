"""``bodem run``: whole directories, never shared, the same bytes for the same run, all planned rows."""

import hashlib
import json
import signal
import time

import pandas as pd
import pyarrow.parquet as pq
import pytest
import yaml

from sim.registry import MEASURES

TABLES = [
    "config.yaml",
    "events.parquet",
    "provenance.json",
    "relations.parquet",
    "runs.parquet",
    "weekly.parquet",
]


def ran(bodem, *words):
    done = bodem("run", *words)
    assert done.returncode == 0, done.stderr
    return done


def test_one_run_keeps_its_tables(bodem, tmp_path):
    done = ran(bodem, "weeks=60", "seed=3", "--out", "kept")
    kept = tmp_path / "kept"
    assert sorted(file.name for file in kept.iterdir()) == TABLES
    weekly = pd.read_parquet(kept / "weekly.parquet")
    assert list(weekly.columns) == ["run_id", "week", *MEASURES]
    assert list(weekly.week) == list(range(60))
    runs = pd.read_parquet(kept / "runs.parquet")
    assert runs[["seed", "status", "strategy", "district"]].to_dict("records") == [
        {"seed": 3, "status": "done", "strategy": "explorative", "district": "nieuw_west"}
    ]
    assert set(weekly.run_id) == set(runs.run_id) == set(pd.read_parquet(kept / "events.parquet").run_id)
    assert yaml.safe_load((kept / "config.yaml").read_text())["weeks"] == 60
    assert "Collaborations:" in done.stdout
    assert "Kept in kept" in done.stdout


def test_provenance_tells_all_but_the_host(bodem, tmp_path):
    ran(bodem, "weeks=4", "--out", tmp_path / "deep" / "kept")
    kept = tmp_path / "deep" / "kept"
    text = (kept / "provenance.json").read_text()
    told = json.loads(text)
    assert told["schema_version"] == 1
    assert told["command"] == ["bodem", "run", "weeks=4", "--out", "kept"]
    assert set(told["versions"]) == {"python", "numpy", "numba", "mesa", "vruchtbare-bodem"}
    assert told["started"] <= told["ended"]
    for name, digest in told["sha256"].items():
        assert hashlib.sha256((kept / name).read_bytes()).hexdigest() == digest
    assert set(told["sha256"]) == set(TABLES) - {"provenance.json"}
    assert str(tmp_path) not in text


def test_the_kept_configuration_repeats_the_run(bodem, tmp_path):
    ran(bodem, "weeks=8", "strategy=programmatic", "levers.broker.intensity=1", "--out", "one")
    config = yaml.safe_load((tmp_path / "one" / "config.yaml").read_text())
    overrides = [
        f"strategy.policies.{name}={value}" for name, value in config["strategy"]["policies"].items()
    ]
    ran(
        bodem,
        "weeks=8",
        *overrides,
        "strategy.name=programmatic",
        "levers.broker.intensity=1",
        "--out",
        "two",
    )
    one, two = (pd.read_parquet(tmp_path / name / "runs.parquet").run_id[0] for name in ("one", "two"))
    assert one == two


def test_the_same_run_gives_the_same_bytes(bodem, tmp_path):
    for name in ("one", "two"):
        ran(bodem, "weeks=60", "--out", name)
    for table in ("weekly", "events", "relations"):
        one, two = ((tmp_path / name / f"{table}.parquet").read_bytes() for name in ("one", "two"))
        assert one == two, table


def test_runs_in_the_same_second_do_not_share_a_directory(start_bodem, tmp_path):
    processes = [start_bodem("run", "weeks=2") for _ in range(4)]
    assert [process.wait(300) for process in processes] == [0, 0, 0, 0]
    folders = list((tmp_path / "outputs").iterdir())
    assert len(folders) == 4
    assert all(sorted(file.name for file in folder.iterdir()) == TABLES for folder in folders)


def test_a_grid_has_all_its_rows(bodem, tmp_path):
    ran(
        bodem,
        "-m",
        "weeks=10",
        "strategy=none,explorative",
        "seed=range(0,5)",
        "parameters.misreading_sting=0.05,0.1",
        "--out",
        "grid",
    )
    runs = pd.read_parquet(tmp_path / "grid" / "runs")
    assert len(runs) == runs.run_id.nunique() == 20
    assert set(runs.status) == {"done"}
    assert list(runs.groupby(["strategy", "parameters.misreading_sting"]).size()) == [5, 5, 5, 5]
    weekly = pd.read_parquet(tmp_path / "grid" / "weekly")
    assert len(weekly) == 200
    assert set(weekly.run_id) == set(runs.run_id)


def test_a_run_in_a_grid_is_the_run_alone(bodem, tmp_path):
    ran(bodem, "-m", "weeks=10", "seed=0,1,2", "--threads", "2", "--out", "grid")
    ran(bodem, "weeks=10", "seed=1", "--out", "alone")
    grid, alone = (pd.read_parquet(tmp_path / name) for name in ("grid/weekly", "alone/weekly.parquet"))
    same = grid[grid.run_id == alone.run_id[0]].reset_index(drop=True)
    pd.testing.assert_frame_equal(same, alone, check_exact=True)


def test_without_trace_there_are_no_events_and_the_same_weeks(bodem, tmp_path):
    for trace in ("none", "story", "all"):
        ran(bodem, "weeks=60", "--trace", trace, "--out", trace)
    assert not (tmp_path / "none" / "events.parquet").exists()
    none, story, full = (
        pq.read_table(tmp_path / name / "weekly.parquet") for name in ("none", "story", "all")
    )
    assert none.equals(story)
    assert story.equals(full)
    told, every = (pd.read_parquet(tmp_path / name / "events.parquet") for name in ("story", "all"))
    assert set(every.kind) - set(told.kind) == {"term"}
    pd.testing.assert_frame_equal(every[every.kind != "term"].reset_index(drop=True), told)


def test_events_and_relations_are_told_by_name(bodem, tmp_path):
    ran(bodem, "--trace", "all", "--out", "kept")
    events = pd.read_parquet(tmp_path / "kept" / "events.parquet")
    starts = events[events.kind == "collaboration_started"]
    weekly = pd.read_parquet(tmp_path / "kept" / "weekly.parquet")
    assert len(starts) == weekly.starts.sum() > 0
    assert set(starts.rule) == {"start"}
    relations = pd.read_parquet(tmp_path / "kept" / "relations.parquet")
    assert set(starts.who) <= set(relations.professional)
    assert set(starts.whom) <= set(relations.worker)
    terms = events[events.kind == "term"]
    assert set(terms.whom) <= {
        "trust_worker",
        "trust_professional",
        "interest_worker",
        "interest_professional",
        "explicit",
        "story",
    }
    assert set(relations.week) == set(range(0, 261, 13))
    assert relations.groupby("week").size().nunique() == 1
    assert relations[relations.week == 260].collaboration_alive.sum() == weekly.collaborations_alive.iloc[-1]


def test_json_is_one_object(bodem, tmp_path):
    told = json.loads(ran(bodem, "weeks=4", "--json", "--out", "kept").stdout, parse_constant=pytest.fail)
    assert told["runs"][0]["status"] == "done"
    assert list(told["runs"][0]["measures"]) == list(MEASURES)


def test_an_odd_value_is_accepted_with_a_warning(bodem):
    done = ran(bodem, "weeks=2", "parameters.misreading_sting=0.9")
    (line,) = done.stderr.splitlines()
    assert line.startswith("bodem: warning: 'parameters.misreading_sting'")


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -9)]
)
def test_a_stopped_run_is_never_taken_for_a_result(start_bodem, tmp_path, number, code):
    process = start_bodem("run", "district.parents=60000", "--out", "kept")
    for _ in range(3000):
        if list(tmp_path.glob(".unfinished-kept-*")):
            break
        time.sleep(0.02)
    else:
        pytest.fail("the run never began to write")
    process.send_signal(number)
    assert process.wait(120) == code
    left = [file.name for file in tmp_path.iterdir()]
    if number == signal.SIGKILL:
        assert len(left) == 1
        assert left[0].startswith(".unfinished-kept-")
    else:
        assert left == []
        assert "Traceback" not in process.stderr.read()
