"""A sweep on a real Slurm gives the table of a sweep on threads, byte for byte, and can be taken up."""

import os
import subprocess
import sys

import pytest

from experiments.sweepdir import SweepDir
from tests.sweeps.small import OWN, ROOT, as_bytes, swept

pytest.importorskip("submitit")
DESIGN = ("design=strategies", "design.seeds=3", "weeks=6", "district=hamlet")
SLURM = ("engine=slurm", "engine.partition=short", "engine.chunk=8", "engine.minutes=5", "engine.memory_gb=1")


@pytest.fixture(scope="module")
def bodem(slurm, tmp_path_factory):
    folder = tmp_path_factory.mktemp("sweeps")

    def call(*words):
        place = os.environ | slurm | {"PYTHONPATH": str(ROOT)}
        return subprocess.run(
            [sys.executable, "-m", "experiments.cli", *map(str, words)],
            cwd=folder, env=place, capture_output=True, text=True, timeout=900,
        )  # fmt: skip

    call.folder = folder
    return call


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    return as_bytes(swept(tmp_path_factory.mktemp("threads") / "s", *DESIGN))


def test_a_sweep_on_slurm_is_the_sweep_on_threads(bodem, undisturbed):
    done = bodem("sweep", *DESIGN, *SLURM, "--config-dir", OWN, "--out", "on_slurm")
    assert done.returncode == 0, done.stderr
    assert "21 of 21 runs: 21 done." in done.stdout
    assert as_bytes(SweepDir(bodem.folder / "on_slurm")) == undisturbed


def test_a_sweep_on_slurm_can_be_taken_up(bodem, undisturbed):
    assert bodem("sweep", *DESIGN, *SLURM, "--config-dir", OWN, "--out", "taken_up").returncode == 0
    folder = SweepDir(bodem.folder / "taken_up")
    lost = folder.files("runs")[0]
    lost.unlink()
    assert bodem("status", "taken_up").returncode == 1
    done = bodem("resume", "taken_up", *SLURM)
    assert done.returncode == 0, done.stderr
    assert as_bytes(folder) == undisturbed


def test_a_partition_that_is_not_there_is_told(bodem):
    wrong = [word.replace("=short", "=nowhere") for word in SLURM]
    done = bodem("sweep", *DESIGN, *wrong, "--config-dir", OWN, "--out", "nowhere")
    assert done.returncode != 0
    assert "nowhere" in done.stderr
