"""A sweep's directory with anything wrong in it: every command answers, or says what to do."""

import json
import shutil
from contextlib import suppress

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from analysis import load
from experiments import schema
from experiments.cli import main
from experiments.errors import Refused
from sim.ensemble import warm_up
from tests.sweeps.small import swept

COMMANDS = (
    ["status", "DIR", "--thorough"],
    ["query", "DIR", "select count(*) from runs"],
    ["resume", "DIR", "engine=threads"],
    ["export", "DIR", "--out", "ZIP"],
)
FILES = ("sweep.json", "config.yaml", "plan.parquet", "points.parquet", "runs", "final", "weekly")


@pytest.fixture(scope="session")
def whole(tmp_path_factory):
    warm_up(lambda sentence: None)
    place = tmp_path_factory.mktemp("store") / "sweep"
    swept(place, "district=hamlet", "weeks=2", "design=seeds", "design.seeds=3", "strategy=none,explorative")
    return place


def damaged(file, how, data):
    """Change one file in one of the ways that disks and people do."""
    content = file.read_bytes()
    if how == "cut":
        file.write_bytes(content[: data.draw(st.integers(0, max(0, len(content) - 1)))])
    elif how == "gone":
        file.unlink()
    elif how == "foreign":
        pq.write_table(pa.table({"a": [1, 2], "b": ["x", None]}), file)
    elif how == "noise":
        file.write_bytes(data.draw(st.binary(max_size=80)))
    elif file.name == "sweep.json":
        told = json.loads(content)
        key = data.draw(st.sampled_from(sorted(told)))
        told[key] = data.draw(st.sampled_from([None, 0, -1, "", "x", [], {}, [1], {"a": 1}, 99]))
        file.write_text(json.dumps(told))
    else:
        place = data.draw(st.integers(0, max(0, len(content) - 1)))
        file.write_bytes(content[:place] + bytes([content[place] ^ 0xFF]) + content[place + 1 :])


@settings(
    phases=[Phase.generate],
    max_examples=16, derandomize=True, deadline=None, database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
@given(
    name=st.sampled_from(["sweep.json", "sweep.json", *FILES]),
    how=st.sampled_from(["cut", "gone", "foreign", "noise", "changed", "changed"]),
    data=st.data(),
)
def test_a_damaged_store_is_told_and_never_trips(whole, tmp_path_factory, capsys, name, how, data):
    folder = tmp_path_factory.mktemp("hurt")
    place = folder / "sweep"
    shutil.copytree(whole, place)
    file = place / name
    damaged(next(iter(sorted(file.glob("*.parquet")))) if file.is_dir() else file, how, data)
    for words in COMMANDS:
        capsys.readouterr()
        code = main([{"DIR": str(place), "ZIP": str(folder / "z.zip")}.get(word, word) for word in words])
        told = capsys.readouterr().err
        assert code in (0, 1, 2), told
        assert "Something unforeseen" not in told, f"{name} {how}: {words[0]}: {told}"
    with suppress(ValueError):
        assert load(place).table is not None


def with_schema(whole, tmp_path, version):
    place = tmp_path / "sweep"
    shutil.copytree(whole, place)
    told = json.loads((place / "sweep.json").read_text())
    told["schema_version"], told["versions"]["vruchtbare-bodem"] = version, "7.5"
    (place / "sweep.json").write_text(json.dumps(told))
    return place


def test_a_store_of_a_newer_version_says_what_to_do(whole, tmp_path, capsys):
    place = with_schema(whole, tmp_path, schema.SCHEMA_VERSION + 1)
    assert main(["status", str(place)]) == 2
    told = capsys.readouterr().err
    assert "newer bodem 7.5" in told
    assert "upgrade bodem" in told
    with pytest.raises(ValueError, match="upgrade bodem"):
        load(place)


def test_a_store_of_an_older_version_is_brought_up_to_date_or_says_what_to_do(whole, tmp_path, monkeypatch):
    place = with_schema(whole, tmp_path, schema.SCHEMA_VERSION - 1)
    with pytest.raises(ValueError, match="open it with that version"):
        load(place)
    monkeypatch.setitem(schema.STEPS, schema.SCHEMA_VERSION - 1, lambda told: {**told, "digest": "stepped"})
    assert load(place).about["digest"] == "stepped"


def test_there_is_a_step_from_every_form_that_was_ever_written():
    assert set(schema.STEPS) == set(range(1, schema.SCHEMA_VERSION))


@pytest.mark.parametrize("told", [[], 3, None, {}, {"schema_version": True}, {"schema_version": "1"}])
def test_what_is_no_sweep_is_refused(told):
    with pytest.raises(Refused, match="not what bodem writes"):
        schema.as_now(told, "sweep.json")
