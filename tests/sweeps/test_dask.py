"""Dask: a real scheduler and worker processes of their own on loopback, one of them killed."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time

import pytest

from experiments.engine.executors import Engine
from experiments.errors import Refused
from experiments.seal import sealed
from experiments.sweepdir import SweepDir
from experiments.sweeping import Session
from tests.sweeps.small import ROOT, as_bytes, planned_sweep, swept

pytest.importorskip("distributed")
RUNS = ("design=seeds", "design.seeds=120", "weeks=26", "strategy=none,explorative", "district=hamlet")
LOOPBACK = "127.0.0.1"


@contextlib.contextmanager
def running(*words, folder):
    """A process of Dask that is killed at the end."""
    settings = {"env": os.environ | {"PYTHONPATH": str(ROOT)}, "cwd": folder}
    with (folder / f"{words[0]}-{len(words)}.log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.{words[0]}", *words[1:]],
            stdout=log,
            stderr=log,
            **settings,
        )
        try:
            yield process
        finally:
            process.kill()
            process.wait()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """The address of a scheduler with two workers, and the workers' nannies."""
    folder = tmp_path_factory.mktemp("cluster")
    told = folder / "scheduler.json"
    scheduler = (
        "dask_scheduler",
        "--host",
        LOOPBACK,
        "--port",
        "0",
        "--scheduler-file",
        str(told),
        "--no-dashboard",
    )
    worker = (
        "dask_worker",
        "--scheduler-file",
        str(told),
        "--nthreads",
        "1",
        "--no-dashboard",
        "--host",
        LOOPBACK,
    )
    with contextlib.ExitStack() as stack:
        stack.enter_context(running(*scheduler, folder=folder))
        end = time.monotonic() + 300
        while not told.exists() or not told.read_text():
            assert time.monotonic() < end
            time.sleep(0.1)
        nannies = [
            stack.enter_context(running(*worker, "--local-directory", str(folder / name), folder=folder))
            for name in ("one", "two")
        ]
        yield json.loads(told.read_text())["address"], nannies


def engine(address):
    return Engine("dask", workers=2, chunk=10, flush=0.2, address=address)


@pytest.mark.slow
@pytest.mark.cluster
def test_a_killed_dask_worker_costs_no_run(cluster, tmp_path):
    address, nannies = cluster
    folder = planned_sweep(tmp_path / "s", *RUNS)
    killed = []

    def once(nanny):
        found = subprocess.run(
            ["ps", "-o", "pid=", "--ppid", str(nanny.pid)], capture_output=True, text=True, check=True
        )
        for pid in found.stdout.split():
            with contextlib.suppress(ProcessLookupError):
                os.kill(int(pid), signal.SIGKILL)
        killed.append(nanny)

    from experiments.engine import loop

    true = loop.Loop._count

    def count(self, report):
        if not killed:
            once(nannies[0])
        true(self, report)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loop.Loop, "_count", count)
        Session(folder, engine(address)).run([])
    assert killed
    found = sealed(folder)
    assert (found.counts, found.sentence()) == ({"done": 240}, "")
    assert as_bytes(SweepDir(folder.path)) == as_bytes(swept(tmp_path / "threads", *RUNS))


@pytest.mark.cluster
def test_a_scheduler_that_is_not_there_is_refused(tmp_path, monkeypatch):
    from experiments.engine import executors

    monkeypatch.setattr(executors, "ANSWER", "2s")
    folder = planned_sweep(tmp_path / "s", *RUNS)
    with pytest.raises(Refused, match=LOOPBACK):
        Session(folder, engine(f"tcp://{LOOPBACK}:9")).run([])
    assert not folder.is_held()
