"""The commands: sweep, dry run, resume, status, query, export, and run -m as Hydra users know it."""

import csv
import io
import json
import time
import zipfile

import pandas as pd
import pytest

from experiments.cli import main
from experiments.sweepdir import SweepDir
from sim.registry import MEASURES
from tests.sweeps.small import OWN, swept

BASE = ("design=strategies", "design.seeds=4", "weeks=6", "engine=threads", "district=hamlet")
WORDS = (*BASE, "--config-dir", OWN)


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def bodem(capsys):
    """Call a command in this process; returns exit code, what it said and what it told."""

    def call(*words):
        code = main([str(word) for word in words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    from experiments.seal import sealed

    folder = swept(tmp_path_factory.mktemp("whole") / "s", *BASE, "keep.events=0.2")
    sealed(folder)
    return folder.path


def test_sweep_status_and_resume(bodem, here):
    code, out, problem = bodem("sweep", *WORDS, "--out", "s")
    assert code == 0, problem
    assert "28 of 28 runs: 28 done." in out
    assert "Kept in s" in out
    code, out, _ = bodem("status", "s")
    assert code == 0
    assert "whole" in out
    code, out, problem = bodem("sweep", *WORDS, "--out", "s")
    assert code == 2
    assert "bodem resume" in problem
    assert problem.count("\n") == 1
    assert bodem("sweep", *WORDS, "--out", "s", "--resume")[0] == 0
    code, _, problem = bodem("sweep", *WORDS, "weeks=7", "--out", "s", "--resume")
    assert code == 2
    assert "another sweep" in problem
    (here / SweepDir(here / "s").files("runs")[0]).unlink()
    code, out, _ = bodem("status", "s", "--json")
    assert code == 1
    assert json.loads(out)["missing"] > 0
    assert bodem("resume", "s", "engine=threads")[0] == 0
    assert json.loads(bodem("status", "s", "--json", "--thorough")[1])["whole"]


def test_parts_share_a_directory(bodem, here):
    code, _, problem = bodem("sweep", *WORDS, "--out", "s", "--shard", "2/2")
    assert code == 0
    assert "for other parts" in problem
    assert not (here / "s" / "provenance.json").exists()
    assert bodem("sweep", *WORDS, "--out", "s", "--shard", "1/2")[0] == 0
    assert (here / "s" / "provenance.json").exists()
    assert bodem("status", "s")[0] == 0


def test_a_dry_run_keeps_nothing(bodem, here):
    code, out, _ = bodem("sweep", "--dry-run", *WORDS, "--json")
    told = json.loads(out)
    assert code == 0
    assert (told["runs"], told["points"], told["seeds"], told["factors"]) == (28, 7, 4, 1)
    assert told["seconds"] > 0
    assert told["bytes"] > 1000
    assert list(here.iterdir()) == []
    assert "28 runs" in bodem("sweep", "--dry-run", *WORDS)[1]


def test_a_new_directory_has_a_name_that_no_other_has(bodem, here, monkeypatch):
    monkeypatch.setattr(time, "strftime", lambda *given: "same_second")
    for _ in range(2):
        assert bodem("sweep", "design.seeds=1", "weeks=2", "engine=threads")[0] == 0
    assert len(list((here / "outputs").iterdir())) == 2


def test_tables_can_be_asked_in_sql(bodem, whole):
    sql = "select strategy, count(*) as n from runs join final using (run_id) group by all order by all"
    told = json.loads(bodem("query", whole, sql, "--json")[1])
    assert told[0] == {"strategy": "engaged_guide", "n": 4}
    rows = list(csv.reader(io.StringIO(bodem("query", whole, sql, "--csv")[1])))
    assert rows[0] == ["strategy", "n"]
    assert len(rows) == 8
    text = bodem("query", whole, sql)[1].splitlines()
    assert text[0].split() == ["strategy", "n"]
    assert json.loads(bodem("query", whole, "select count(*) as n from weekly", "--json")[1]) == [{"n": 168}]
    assert json.loads(bodem("query", whole, "select count(*) as n from plan", "--json")[1]) == [{"n": 28}]


@pytest.mark.parametrize("sql", ["selct 1", "select nothing from runs", "drop view runs"])
def test_a_wrong_query_is_refused_in_one_sentence(bodem, whole, sql):
    code, _, problem = bodem("query", whole, sql)
    assert code == 2 or sql.startswith("drop")
    assert problem.count("\n") <= 1


def test_export_is_one_zip_with_everything(bodem, whole, here):
    assert bodem("export", whole, "--out", "a.zip")[0] == 0
    assert bodem("export", whole, "--out", "a.zip")[0] == 2
    with zipfile.ZipFile("a.zip") as archive:
        names = archive.namelist()
        assert archive.testzip() is None
        crate = json.loads(archive.read("ro-crate-metadata.json"))
        readme = archive.read("README.md").decode()
        archive.extractall("unpacked")
    parts = {one["@id"] for one in crate["@graph"] if one["@type"] == "File"}
    assert parts == set(names) - {"ro-crate-metadata.json"}
    assert "bodem sweep design=strategies" in readme
    assert str(whole.parent) not in readme
    pd.testing.assert_frame_equal(
        pd.read_parquet(here / "unpacked" / "final"), pd.read_parquet(whole / "final")
    )
    assert bodem("status", "unpacked", "--thorough")[0] == 0


def test_what_is_not_whole_is_not_exported(bodem, here):
    swept(here / "s", *BASE)
    code, _, problem = bodem("export", "s")
    assert code == 2
    assert "closed" in problem
    SweepDir(here / "s").files("final")[0].unlink()
    code, _, problem = bodem("export", "s")
    assert code == 2
    assert "missing" in problem


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (["sweep", "--shard", "0/2", "--out", "x"], "from 1"),
        (["sweep", "--shard", "1/2"], "--out"),
        (["sweep", "desing=seeds"], "desing"),
        (["resume", "nowhere"], "nowhere"),
        (["status", "."], "no sweep"),
        (["query", ".", "select 1"], "no sweep"),
        (["export", "."], "no sweep"),
        (["run", "-m", "seed=1,2", "hydra/launcher=joblib"], "engine"),
        (["run", "-m", "seed=1,2", "hydra.sweep.subdir=x"], "one set of tables"),
        (["run", "hydra.verbose=true"], "no meaning"),
    ],
)
def test_a_wrong_wish_is_refused_in_one_sentence(bodem, here, words, names):
    code, _, problem = bodem(*words)
    assert code == 2
    assert names in problem
    assert problem.count("\n") == 1
    assert list(here.iterdir()) == []


def test_resume_cannot_change_the_sweep(bodem, whole):
    code, _, problem = bodem("resume", whole, "weeks=9")
    assert code == 2
    assert "engine" in problem


def test_run_m_is_a_sweep(bodem, here):
    words = (
        "weeks=4",
        "strategy=glob(explorative*)",
        "seed=range(0,3)",
        "parameters.misreading_sting=0.1,0.2",
    )
    code, out, problem = bodem("run", "-m", *words, "hydra.sweep.dir=multirun/${now:%Y}/x", "--threads", "2")
    assert code == 0, problem
    assert "12 worlds." in out
    assert "strategy=explorative_aloof parameters.misreading_sting=0.2" in out
    (place,) = (here / "multirun").glob("*/x")
    assert len(pd.read_parquet(place / "runs")) == 12
    assert pd.read_parquet(place / "events").run_id.nunique() == 12
    assert bodem("status", place)[0] == 0


def test_run_m_tells_json(bodem, here):
    code, out, _ = bodem("run", "-m", "weeks=4", "seed=4,2", "--json", "--trace", "none", "--out", "s")
    told = json.loads(out)
    assert code == 0
    assert [one["seed"] for one in told["runs"]] == [4, 2]
    assert list(told["runs"][0]["measures"]) == list(MEASURES)
    assert not SweepDir(here / "s").files("events")


def test_own_files_travel_with_the_sweep(bodem, here):
    (here / "mine" / "strategy").mkdir(parents=True)
    (here / "mine" / "strategy" / "patient.yaml").write_text("policies: {meetings: 12}\n")
    (here / "mine" / "design").mkdir()
    (here / "mine" / "design" / "pair.yaml").write_text(
        "kind: grid\nfactors: {strategy: [none, patient]}\nseeds: 2\n"
    )
    words = ("sweep", "design=pair", "weeks=4", "engine=threads", "--config-dir", "mine", "--out", "s")
    assert bodem(*words)[0] == 0
    for file in (here / "mine").rglob("*.yaml"):
        file.unlink()
    SweepDir(here / "s").files("runs")[-1].unlink()
    assert bodem("resume", "s", "engine=threads")[0] == 0
    assert set(pd.read_parquet(here / "s" / "runs").strategy) == {"none", "patient"}
