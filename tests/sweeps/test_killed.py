"""Kill it: the parent, a worker, the disk. Resumed, it gives the table of a sweep that nothing disturbed."""

import json
import signal
import subprocess
import time

import pandas as pd
import pytest

from experiments.cli import main
from experiments.sweepdir import SweepDir
from tests.sweeps.small import as_bytes, swept

ASKED = ("design=seeds", "design.seeds=40", "weeks=3", "strategy=none,explorative", "keep.events=0.05")
RUNS = (*ASKED, "district=hamlet")
OWN = ("--config-dir", "own")
SMALL = ("engine.workers=2", "engine.chunk=4", "engine.flush=0.05")
POISON = """
import os, signal, sys
import experiments.engine.work as work
true = work.populated
def populated(made, seed):
    if seed == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    return true(made, seed)
work.populated = populated
"""


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    return as_bytes(swept(tmp_path_factory.mktemp("undisturbed") / "s", *RUNS))


def same(folder, undisturbed):
    found = as_bytes(SweepDir(folder))
    assert found.keys() == undisturbed.keys() == {"runs", "final", "weekly", "events", "relations"}
    for name in found:
        assert found[name] == undisturbed[name], name


@pytest.mark.slow
@pytest.mark.parametrize("kinds", [("threads", "threads", "threads"), ("processes", "processes", "threads")])
def test_sigkill_of_the_parent(machine, tmp_path, undisturbed, kinds, capsys):
    process = machine.start("sweep", *RUNS, *OWN, *SMALL, f"engine={kinds[0]}", "--out", "s")
    finished = 0
    for moment, kind, following in zip((3, 12), kinds[:2], kinds[1:], strict=True):
        machine.wait_for(process, "s/runs/*.parquet", moment)
        workers = workers_of(process.pid)
        assert len(workers) == (2 if kind == "processes" else 0)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert_gone(workers)
        there = len(SweepDir(tmp_path / "s").scan().status)
        assert finished <= there < 80
        finished = there
        assert not is_whole(tmp_path / "s", capsys, missing=80 - finished)
        process = machine.start("resume", "s", f"engine={following}", *SMALL)
    out, problem = process.communicate(timeout=600)
    assert process.returncode == 0, problem
    assert "80 of 80 runs" in out
    same(tmp_path / "s", undisturbed)


@pytest.mark.slow
def test_sigkill_of_a_worker(machine, tmp_path, undisturbed):
    process = machine.start("sweep", *RUNS, *OWN, *SMALL, "engine=processes", "--out", "s")
    machine.wait_for(process, "s/runs/*.parquet", 2)
    (worker, *_) = workers_of(process.pid)
    subprocess.run(["kill", "-9", str(worker)], check=True)
    out, problem = process.communicate(timeout=900)
    assert process.returncode == 0, problem
    assert "80 done" in out
    same(tmp_path / "s", undisturbed)


def workers_of(parent):
    """The spawned processes of a sweep, without multiprocessing's own helper."""
    found = subprocess.run(
        ["ps", "-ww", "-o", "pid=,args=", "--ppid", str(parent)], capture_output=True, text=True
    )
    return [int(line.split()[0]) for line in found.stdout.splitlines() if "spawn_main" in line]


def is_whole(folder, capsys, missing):
    """Ask the status in this process: a start of Python takes longer than the answer."""
    capsys.readouterr()
    main(["status", str(folder), "--json"])
    told = json.loads(capsys.readouterr().out)
    assert told["missing"] == missing
    return told["whole"]


def assert_gone(workers):
    """Workers do not outlive a killed parent."""
    for _ in range(400):
        if not any(is_alive(pid) for pid in workers):
            return
        time.sleep(0.05)
    pytest.fail("a worker lived on")


def is_alive(pid):
    state = subprocess.run(
        ["ps", "-ww", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True
    ).stdout.strip()
    return bool(state) and not state.startswith("Z")


@pytest.mark.slow
def test_a_poison_run_is_set_aside_and_the_others_are_done(machine, tmp_path):
    """With true processes; test_loop.py has every other way of dying."""
    machine.infect(POISON)
    words = ("design=seeds", "design.seeds=12", "weeks=2", "district=hamlet")
    done = machine.call("sweep", *words, *OWN, *SMALL, "engine=processes", "--out", "s")
    assert done.returncode == 1
    assert "11 done, 1 set aside" in done.stdout
    runs = pd.read_parquet(tmp_path / "s" / "runs")
    aside = runs[runs.status == "set aside"]
    assert list(aside.seed) == [7]
    assert list(aside.command) == ["bodem run weeks=2 district=hamlet seed=7 --config-dir own"]
    machine.heal()
    assert main(["resume", str(tmp_path / "s"), "--retry-failed", "engine=threads"]) == 0
    reference = swept(tmp_path / "reference", *words)
    assert as_bytes(SweepDir(tmp_path / "s")) == as_bytes(reference)


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stopped_sweep_keeps_what_is_finished(machine, tmp_path, number):
    process = machine.start("sweep", *RUNS, *OWN, *SMALL, "engine=processes", "--out", "s")
    machine.wait_for(process, "s/runs/*.parquet", 2)
    process.send_signal(number)
    _, problem = process.communicate(timeout=120)
    assert process.returncode == {signal.SIGINT: 130, signal.SIGTERM: 143}[number]
    assert "bodem resume s" in problem
    assert "Traceback" not in problem
    assert len(SweepDir(tmp_path / "s").scan().status) >= 2


@pytest.fixture
def small_disk(tmp_path):
    place = tmp_path / "disk"
    place.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(place)], capture_output=True)
    if made.returncode:
        pytest.skip("a small disk can be mounted by root alone")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.mark.slow
def test_a_full_disk_loses_nothing_that_was_finished(machine, small_disk, undisturbed):
    done = machine.call("sweep", *RUNS, *OWN, *SMALL, "engine=threads", "--out", small_disk / "s")
    assert done.returncode == 1
    assert "No space left" in done.stderr
    folder = SweepDir(small_disk / "s")
    there = len(folder.scan(thorough=True).status)
    assert 0 < there < 80
    subprocess.run(["mount", "-o", "remount,size=64m", str(small_disk)], check=True)
    assert main(["resume", str(small_disk / "s"), "engine=threads"]) == 0
    same(small_disk / "s", undisturbed)
