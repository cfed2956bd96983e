"""The store: nothing counts before it is whole, nothing counts twice, what is damaged is done again."""

import json
import shutil
from contextlib import suppress

import pandas as pd
import pyarrow.parquet as pq
import pytest

from experiments.engine import work as worked
from experiments.engine.executors import Engine
from experiments.engine.loop import TooManyFailures
from experiments.engine.work import work
from experiments.errors import Refused
from experiments.seal import account, sealed
from experiments.shards import Batch, Fenced, Row, commit
from experiments.sweep import failures
from experiments.sweepdir import SweepDir, sha256
from experiments.sweeping import Part, Session, forget_failures
from sim.registry import MEASURES
from tests.sweeps.small import THREADS, as_bytes, planned_sweep, swept

WORDS = ("design=seeds", "design.seeds=12", "weeks=6", "strategy=none,explorative", "district=hamlet")


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    folder = swept(tmp_path_factory.mktemp("whole") / "s", *WORDS)
    assert sealed(folder).is_whole
    return folder


def row(folder, number):
    planned = folder.table("plan").slice(number, 1).to_pylist()[0]
    return Row(
        planned["run"],
        planned["run_id"],
        planned["point"],
        planned["seed"],
        "none",
        "x",
        "y",
        "failed",
        0.1,
        "E: no",
    )


def batch(folder, *numbers):
    made = Batch(folder.table("points").schema)
    for number in numbers:
        made.add(row(folder, number), None, False, None)
    return made


def test_all_tables_have_their_rows(whole):
    runs = pd.read_parquet(whole.path / "runs")
    assert len(runs) == runs.run_id.nunique() == 24
    assert list(runs.groupby("strategy").size()) == [12, 12]
    assert set(runs.status) == {"done"}
    final = pd.read_parquet(whole.path / "final")
    assert list(final.columns) == ["run_id", *MEASURES]
    assert set(final.run_id) == set(runs.run_id)
    weekly = pd.read_parquet(whole.path / "weekly")
    assert len(weekly) == 24 * 6
    assert not whole.files("events")


def test_it_is_described_with_checksums(whole):
    told = json.loads((whole.path / "provenance.json").read_text())
    assert told["planned"] == 24
    assert told["runs"] == {"done": 24}
    for name, digest in told["sha256"].items():
        assert sha256(whole.path / name) == digest
    package = json.loads((whole.path / "datapackage.json").read_text())
    assert [one["name"] for one in package["resources"]] == ["runs", "final", "weekly", "points", "plan"]
    for resource in package["resources"]:
        for name in resource["path"]:
            columns = pq.read_schema(whole.path / name).names
            assert columns == [one["name"] for one in resource["schema"]["fields"]]


def test_what_is_kept_is_a_share_of_the_runs_whatever_the_engine(tmp_path):
    words = (*WORDS, "keep.weekly=0.5", "keep.events=0.3")
    one, two = (
        swept(tmp_path / name, *words, engine=Engine("threads", workers, chunk))
        for name, workers, chunk in (("one", 1, 100), ("two", 2, 3))
    )
    assert as_bytes(one).keys() == {"runs", "final", "weekly", "events", "relations"}
    assert as_bytes(one) == as_bytes(two)
    kept = pd.read_parquet(one.path / "weekly").run_id.nunique()
    assert 0 < kept < 24
    assert 0 < pd.read_parquet(one.path / "relations").run_id.nunique() < kept
    assert sealed(one).is_whole


def test_a_used_directory_is_refused(whole, tmp_path):
    with pytest.raises(Refused, match="bodem resume"):
        planned_sweep(whole.path, *WORDS)
    (tmp_path / "used").mkdir()
    (tmp_path / "used" / "file").touch()
    with pytest.raises(Refused, match="not empty"):
        planned_sweep(tmp_path / "used", *WORDS)
    assert [file.name for file in tmp_path.iterdir()] == ["used"]


def test_two_processes_cannot_work_in_one_directory(tmp_path):
    folder = planned_sweep(tmp_path / "s", *WORDS)
    with folder.held():
        assert SweepDir(folder.path).is_held()
        with pytest.raises(Refused, match="at work"):
            Session(SweepDir(folder.path), THREADS).run([])
    assert not folder.is_held()


def test_other_code_is_refused(tmp_path, monkeypatch):
    folder = planned_sweep(tmp_path / "s", *WORDS)
    monkeypatch.setitem(folder.about, "code", "other")
    with pytest.raises(Refused, match="model has changed"):
        Session(folder, THREADS).run([])


@pytest.mark.parametrize("table", ["runs", "final", "weekly"])
@pytest.mark.parametrize("damage", ["cut", "gone", "changed"])
def test_a_damaged_file_is_found_and_its_runs_are_done_again(whole, tmp_path, table, damage):
    folder = SweepDir(shutil.copytree(whole.path, tmp_path / "s"))
    file = folder.files(table)[1]
    content = file.read_bytes()
    if damage == "gone":
        file.unlink()
    elif damage == "cut":
        file.write_bytes(content[: len(content) // 2])
    else:
        middle = len(content) // 3
        file.write_bytes(content[:middle] + bytes([content[middle] ^ 255]) + content[middle + 1 :])
    if (table, damage) == ("runs", "changed"):
        # Only the other tables have a checksum in the shard itself.
        return
    assert not account(folder, thorough=True).is_whole
    Session(SweepDir(folder.path), THREADS).run([])
    assert sealed(SweepDir(folder.path)).is_whole
    assert as_bytes(folder) == as_bytes(whole)


def test_leftovers_of_a_stopped_session_count_for_nothing(whole, tmp_path):
    folder = planned_sweep(tmp_path / "s", *WORDS)
    session = folder.new_session()
    (folder.path / "tmp" / session / "half.weekly.parquet").write_bytes(b"PAR1 half")
    (folder.path / "weekly" / "orphan.parquet").write_bytes(whole.files("weekly")[0].read_bytes())
    assert folder.files("weekly") == []
    Session(folder, THREADS).run([])
    assert sealed(folder).is_whole
    assert list((folder.path / "tmp").iterdir()) == []
    assert as_bytes(folder) == as_bytes(whole)


def test_a_worker_that_outlived_its_sweep_can_commit_nothing(tmp_path):
    folder = planned_sweep(tmp_path / "s", *WORDS)
    old = folder.new_session()
    commit(batch(folder, 0), folder.path, old, f"{old}-a")
    folder.fence()
    with pytest.raises(Fenced):
        commit(batch(folder, 1), folder.path, old, f"{old}-b")
    assert len(folder.scan().status) == 1


def test_doubled_strange_and_missing_rows_are_named(tmp_path):
    folder = planned_sweep(tmp_path / "s", *WORDS)
    session = folder.new_session()
    commit(batch(folder, 0, 1), folder.path, session, "a")
    commit(batch(folder, 1, 2), folder.path, session, "b")
    found = account(folder)
    assert found.doubled == [row(folder, 1).run_id]
    assert len(found.missing) == 21
    assert not found.is_whole
    assert "doubled" in found.sentence()
    assert not sealed(folder).is_whole
    assert not (folder.path / "provenance.json").exists()


def test_a_resume_heals_rows_that_two_workers_wrote(whole, tmp_path):
    folder = planned_sweep(tmp_path / "s", *WORDS)
    Session(folder, Engine("threads", 1, 3, flush=1e-9)).run([])
    tasks = iter(Session(folder, THREADS)._tasks(folder.table("plan"), folder.table("points"), "again"))
    (folder.path / "tmp" / "again").mkdir(parents=True)
    work(next(tasks))
    assert len(account(folder).doubled) == 3
    Session(SweepDir(folder.path), THREADS).run([])
    assert sealed(SweepDir(folder.path)).is_whole
    assert as_bytes(folder) == as_bytes(whole)


@pytest.mark.parametrize("died_after", [1, 2, 4])
@pytest.mark.parametrize(("flush", "later"), [(1e-9, 60.0), (1e-9, 1e-9), (60.0, 1e-9)])
def test_a_chunk_that_an_engine_hands_on_is_done_once(whole, tmp_path, monkeypatch, died_after, flush, later):
    """Dask and Slurm give a dead worker's chunk to another by themselves, and parts are cut by the clock."""
    folder = planned_sweep(tmp_path / "s", *WORDS)
    session, parts = folder.new_session(), 0

    class Died(BaseException):
        pass

    def dying(*given):
        nonlocal parts
        size, parts = commit(*given), parts + 1
        if parts == died_after:
            raise Died
        return size

    one, two = (
        list(
            Session(folder, Engine("threads", 1, 5, spell))._tasks(
                folder.table("plan"), folder.table("points"), session
            )
        )
        for spell in (flush, later)
    )
    with monkeypatch.context() as patch:
        patch.setattr(worked, "commit", dying)
        for task in one:
            with suppress(Died):
                work(task)
    for task in two:
        assert work(task).runs == len(task.runs)
    folder.close_session(session)
    assert sealed(folder).is_whole
    assert as_bytes(folder) == as_bytes(whole)


def test_parts_make_up_the_whole(whole, tmp_path):
    folder = planned_sweep(tmp_path / "s", *WORDS)
    for k in (3, 1, 2):
        assert not account(folder).is_whole
        Session(SweepDir(folder.path), THREADS, Part(k, 3)).run([])
    assert sealed(folder).is_whole
    assert as_bytes(folder) == as_bytes(whole)


@pytest.fixture
def breaking(monkeypatch):
    """Let the worlds of some seeds fail."""
    from experiments.engine import work

    true = work.populated

    def populated(made, seed):
        if seed in broken:
            raise ArithmeticError(f"no world {seed}")
        return true(made, seed)

    broken = {3, 7}
    monkeypatch.setattr(work, "populated", populated)
    return broken


def test_a_run_that_fails_is_a_row_that_tells_how_to_repeat_it(breaking, whole, tmp_path):
    folder = swept(tmp_path / "s", *WORDS)
    found = sealed(folder)
    assert found.is_whole
    assert found.counts == {"done": 20, "failed": 4}
    failed = pd.read_parquet(folder.path / "runs").query("status == 'failed'")
    assert set(failed.seed) == {3, 7}
    assert failed.error.str.contains("ArithmeticError: no world").all()
    assert failed.error.str.contains("Traceback").all()
    assert set(failed.command) == {
        f"bodem run weeks=6 district=hamlet strategy={one} seed={seed} --config-dir own"
        for one in ("none", "explorative")
        for seed in (3, 7)
    }
    assert "ArithmeticError" in failures(folder)[0]
    breaking.clear()
    Session(folder, THREADS).run([])
    assert account(folder).failed == 4
    assert forget_failures(folder) == 4
    Session(folder, THREADS).run([])
    assert as_bytes(folder) == as_bytes(whole)


def test_too_many_failures_stop_it(breaking, tmp_path):
    folder = planned_sweep(tmp_path / "s", *WORDS)
    breaking.update(range(12))
    with pytest.raises(TooManyFailures, match="no world"):
        Session(folder, Engine("threads", 1, 2), max_failures=3).run([])
    assert 3 < account(folder).failed < 24
