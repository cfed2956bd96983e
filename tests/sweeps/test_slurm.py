"""Slurm through submitit; here submitit's own stand-in that starts each job as a process."""

import pytest

from experiments.engine.executors import Engine
from experiments.errors import Refused
from experiments.seal import sealed
from experiments.sweepdir import SweepDir
from experiments.sweeping import Session
from tests.sweeps.small import as_bytes, planned_sweep, swept

pytest.importorskip("submitit")
RUNS = ("design=seeds", "design.seeds=6", "weeks=2", "district=hamlet")


@pytest.mark.slow
@pytest.mark.cluster
def test_jobs_give_the_same_table(tmp_path):
    folder = planned_sweep(tmp_path / "s", *RUNS)
    engine = Engine("slurm", workers=1, chunk=6, flush=1.0, cluster="local", minutes=20)
    Session(folder, engine).run([])
    assert sealed(folder).counts == {"done": 6}
    reference = swept(tmp_path / "threads", *RUNS)
    assert as_bytes(SweepDir(folder.path)) == as_bytes(reference)


@pytest.mark.cluster
def test_without_slurm_it_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    folder = planned_sweep(tmp_path / "s", *RUNS)
    with pytest.raises(Refused, match="sbatch"):
        Session(folder, Engine("slurm")).run([])
