"""What goes wrong around the program: clock, locale, time zone, odd paths, a cache that cannot be written."""

import hashlib
import json
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from experiments.cli import main
from sim import kernel
from sim.ensemble import warm_up
from tests.sweeps.small import OWN

ROOT = Path(__file__).resolve().parents[2]
RUN = ["run", "district=hamlet", "weeks=3", "--config-dir", str(OWN)]


@pytest.fixture(scope="session", autouse=True)
def _compiled():
    warm_up(lambda sentence: None)


def tables(folder):
    """The bytes of every table of a result."""
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.glob("*.parquet")}


@pytest.fixture(scope="session")
def usual(tmp_path_factory):
    place = tmp_path_factory.mktemp("usual") / "run"
    assert main([*RUN, "--out", str(place)]) == 0
    return tables(place)


@pytest.mark.parametrize("moment", [0.0, 1.0e9, 4.1e9])
def test_the_clock_decides_nothing(moment, usual, tmp_path, monkeypatch):
    real = time.time
    monkeypatch.setattr(time, "time", lambda: moment)
    monkeypatch.setattr(time, "strftime", lambda form, *rest: "1970-01-01_00-00-00")
    assert main([*RUN, "--out", str(tmp_path / "run")]) == 0
    monkeypatch.setattr(time, "time", real)
    assert tables(tmp_path / "run") == usual


def test_two_results_of_one_second_get_two_places(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(time, "strftime", lambda form, *rest: "2026-01-01_00-00-00")
    assert main(RUN) == main(RUN) == 0
    assert len(list((tmp_path / "outputs").iterdir())) == 2


def test_of_two_processes_that_want_one_name_one_wins_whole(usual, tmp_path):
    def start(_):
        command = [sys.executable, "-m", "experiments.cli", *RUN, "--out", "same"]
        env = os.environ | {"PYTHONPATH": str(ROOT)}
        return subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)

    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(start, range(2)))
    assert sorted(one.returncode for one in done) == [0, 2], [one.stderr for one in done]
    assert tables(tmp_path / "same") == usual
    assert [file.name for file in tmp_path.iterdir()] == ["same"]


ELSEWHERE = [
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"TZ": "America/St_Johns", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"},
]


@pytest.mark.parametrize("place", ELSEWHERE, ids=["ascii", "turkish"])
def test_locale_and_time_zone_decide_nothing(place, usual, tmp_path):
    env = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG"))}
    env |= place | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "experiments.cli", *RUN, "--out", "run"],
        cwd=tmp_path, env=env, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert tables(tmp_path / "run") == usual
    told = json.loads((tmp_path / "run" / "provenance.json").read_text(encoding="utf-8"))
    assert told["started"].endswith("+00:00")


@pytest.mark.parametrize("name", ["a b", "münchen", "it's", "100%", "[x]", "${weeks}", "a=b", "-dash"])
def test_odd_names_of_places_work(name, usual, tmp_path):
    place = tmp_path / name
    assert main([*RUN, f"--out={place}"]) == 0
    assert tables(place) == usual


def test_a_cache_that_cannot_be_written_is_replaced_by_a_private_one(tmp_path, monkeypatch):
    blocked = tmp_path / "cache"
    blocked.write_text("a file where a directory should be")
    monkeypatch.setenv("BODEM_CACHE", str(blocked))
    place = kernel.cache_directory()
    try:
        assert not place.is_relative_to(blocked)
        assert place.stat().st_mode & 0o077 == 0
    finally:
        place.rmdir()
