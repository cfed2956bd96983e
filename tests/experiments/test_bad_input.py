"""Whatever is wrong: one sentence, exit code 2, no traceback, no file."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from experiments.cli import main

COFFEE = "levers.coffee_fund"
CASES = [
    (["run", "parameters.misreading_stign=0.1"], "misreading_stign", "misreading_sting"),
    (["run", "misreading_sting=0.1"], "misreading_sting", "parameters.misreading_sting"),
    (["run", "levers.cofee_fund.intensity=1"], "cofee_fund", "coffee_fund"),
    (["run", f"{COFFEE}.intensty=1"], "intensty", "intensity"),
    (["run", f"{COFFEE}=1"], COFFEE, f"{COFFEE}.intensity"),
    (["run", f"{COFFEE}.intensity=5"], f"{COFFEE}.intensity", "between 0 and 2"),
    (["run", f"{COFFEE}.target=[cares]"], f"{COFFEE}.target", "care"),
    (["run", f"{COFFEE}.target=care"], f"{COFFEE}.target", "[care]"),
    (["run", f"{COFFEE}.effects.0.amount=much"], f"{COFFEE}.effects.0.amount", "much"),
    (["run", f"{COFFEE}.euros=8/week"], f"{COFFEE}.euros", "euros per week"),
    (["run", "rules.misreding=false"], "misreding", "misreading"),
    (["run", "rules.misreading=no_way"], "rules.misreading", "true or false"),
    (["run", "rivals.trust=symetric"], "symetric", "symmetric"),
    (["run", "rivals.trst=symmetric"], "trst", "trust"),
    (["run", "rivals.trust=true"], "rivals.trust", "symmetric"),
    (["run", "strategy=programatic"], "programatic", "programmatic"),
    (["run", "strategy.policies.meetins=3"], "meetins", "meetings"),
    (["run", "strategy.policies.meetings=99"], "strategy.policies.meetings", "0 and 52"),
    (["run", "district=zuidost"], "zuidost", "zuidoost"),
    (["run", "district.parents=true"], "district.parents", "whole number"),
    (["run", "district.parents=0"], "district.parents", "from 1"),
    (["run", "parameters.misreading_sting=abc"], "parameters.misreading_sting", "number"),
    (["run", "parameters.misreading_sting=true"], "parameters.misreading_sting", "number"),
    (["run", "parameters.misreading_sting=-1"], "parameters.misreading_sting", "-1"),
    (["run", "seed=-1"], "seed", "whole number"),
    (["run", "weeks=5000"], "weeks", "520"),
    (["run", "equal_budget=maybe"], "equal_budget", "true or false"),
    (["run", "sed=1"], "sed", "seed"),
    (["run", "nonsense"], "nonsense", "field=value"),
    (["run", "seed=[1"], "seed=[1", "quote"),
    (["run", "seed=1,2"], "seed=1,2", "-m"),
    (["run", "~seed"], "~seed", "needed"),
    (["run", "-m", "seed=1,1"], "same", "twice"),
    (["run", "-m", "seed=interval(0,1)"], "seed=interval(0,1)", "range"),
    (["run", "--config-dir", "nowhere"], "nowhere", "directory"),
    (["run", "--trace", "some"], "--trace", "none"),
    (["run", "--jsn"], "--jsn", "--json"),
    (["compare", "--worlds", "-5"], "--worlds", "at least 1"),
    (["compare", "--worlds", "0"], "--worlds", "at least 1"),
    (["compare", "--worlds", "many"], "--worlds", "many"),
    (["compare", "--measures", "starst"], "starst", "starts"),
    (["compare", "--measures", "starts", "strategy=none"], "strategy=none", "before --base"),
    (["compare", "--worlds", "2"], "--base", "--variant"),
    (["run", f"{COFFEE}.target=[]"], f"{COFFEE}.target", "at least one"),
    (["run", "parameters.misreading_sting=5"], "parameters.misreading_sting", "between 0 and 1"),
    (["run", "strategy=bogus"], "bogus", "explorative"),
    (["compare", "--base", "weeks=3", "--variant", "weeks=4"], "weeks", "both sides"),
    (["compare", "--base", "seed=3", "--variant", "seed=4"], "seed", "paired"),
    (["compare", "--seed", "1", "seed=2", "--variant", "strategy=none"], "--seed 1", "once"),
    (["story", "--seed", "1", "seed=2", "--who", "family 1"], "--seed 1", "once"),
    (["story", "strategy=none"], "--who", "--pair"),
    (["story", "--who", "famly 3"], "famly 3", "family 3"),
    (["story", "--who", "nisa for nisa, worker"], "fits several", "Nisa for Nisa, worker 2"),
    (["story", "--pair", "family 1", "Nisa for Nisa, worker 1"], "family 1", "professional"),
    (["why", "--worlds", "2"], "--base", "--variant"),
    (["why", "--rules", "misreadng", "--variant", "strategy=none"], "misreadng", "misreading"),
    (["path", "programatic", "none"], "programatic", "programmatic"),
    (["path", "none", "none"], "none", "every policy"),
    (["path", "none", "explorative", "strategy=none"], "strategy=", "two names"),
    (["docs", "--chek"], "--chek", "--check"),
    (["compare", "--seed", str(2**53), "--worlds", "2", "--variant", "weeks=260"], "seed", str(2**53)),
    (["run", "scenario=case_skool"], "case_skool", "case_school"),
    (["run", "scenario=case_school", "scenario.events.guidence.until=2011-06-01"], "guidence", "guidance"),
    (["run", "scenario=case_school", "scenario.events.guidance.until=june"], "guidance.until", "2010-05-01"),
    (["run", "scenario=case_school", "scenario.events.guidance.date=1999-01-01"], "1999-01-01", "2011-02-28"),
    (["run", "scenario=case_school", "scenario.start.0.values.trus_worker=1"], "trus_worker", "values"),
    (["run", "scenario=case_school", "scenario.start.0.organisation=SOP"], "SOP", "SSOP"),
    (["run", "scenario=case_school", "scenario.events.guidance.kind=guide"], "guide", "guided"),
    (["run", "scenario=case_school", "district=zuidoost"], "Basisschool", "Scholen"),
    (["run", "district=synthetic", "district.organisations=0"], "district.organisations", "from 1"),
    (["run", "district=synthetic", "district.parents=many"], "district.parents", "many"),
    (["run", "district=synthetic", "district.care=3"], "district.care", "between 0 and 1"),
    (["case", "skool"], "case_skool", "case_school"),
    (["case", "school", "--worlds", "0"], "--worlds", "at least 1"),
    (["list", "ruls"], "ruls", "rules"),
    (["explain", "misreadin"], "misreadin", "misreading"),
    (["rnu"], "rnu", "run"),
]


NAMES = [" ".join(case[0]) for case in CASES]


def assert_refused(done, folder, *words):
    assert done.returncode == 2, done.stderr
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert done.stderr.startswith("bodem: ")
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    for word in words:
        assert word in done.stderr
    assert sorted(os.listdir(folder)) == []


@pytest.mark.parametrize(("words", "named", "hint"), CASES, ids=NAMES)
def test_one_sentence_names_the_field_and_the_right_name(tmp_path, monkeypatch, capsys, words, named, hint):
    monkeypatch.chdir(tmp_path)
    code = main(words)
    done = subprocess.CompletedProcess(words, code, *capsys.readouterr())
    assert_refused(done, tmp_path, named, hint)


@pytest.mark.parametrize(("words", "named", "hint"), CASES[::4], ids=NAMES[::4])
def test_so_does_the_command_in_a_process_of_its_own(bodem, tmp_path, words, named, hint):
    assert_refused(bodem(*words), tmp_path, named, hint)


@pytest.mark.parametrize(("words", "named", "hint"), CASES[5::24], ids=NAMES[5::24])
def test_so_does_the_true_command(true_bodem, tmp_path, words, named, hint):
    assert_refused(true_bodem(*words), tmp_path, named, hint)


@pytest.mark.parametrize(
    "command",
    [["run", "weeks=2"], ["compare", "--worlds", "2", "--variant", "weeks=260"], ["demo", "--worlds", "2"]],
)
def test_a_place_below_a_file_cannot_be_written(bodem, tmp_path, command):
    here = tmp_path / "here"
    here.mkdir()
    (tmp_path / "file").write_text("kept")
    assert_refused(
        bodem(*command, "--out", "../file/results", cwd=here),
        here,
        "../file/results",
        "is a file, not a directory",
    )
    assert (tmp_path / "file").read_text() == "kept"


def test_a_directory_without_permission_cannot_be_written(bodem, tmp_path):
    if os.geteuid() == 0:
        place = "/proc/results"  # not even root can make a directory there
        assert_refused(bodem("run", "weeks=2", "--out", place), tmp_path, place)
        return
    here, closed = tmp_path / "here", tmp_path / "closed"
    here.mkdir()
    closed.mkdir(mode=0o555)
    assert_refused(bodem("run", "weeks=2", "--out", closed / "results", cwd=here), here, "closed")


def test_results_are_never_overwritten(bodem, tmp_path):
    here, full = tmp_path / "here", tmp_path / "full"
    here.mkdir()
    full.mkdir()
    (full / "mine.txt").write_text("kept")
    assert_refused(bodem("run", "weeks=2", "--out", full, cwd=here), here, "full", "not empty")
    assert_refused(bodem("run", "weeks=2", "--out", full / "mine.txt", cwd=here), here, "is a file")
    assert [file.name for file in full.iterdir()] == ["mine.txt"]


def test_a_file_that_may_not_grow_leaves_nothing(true_bodem, tmp_path):
    done = true_bodem("run", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)))
    assert_refused(done, tmp_path, "Cannot write results", "larger than it may be")


def test_a_full_disk_leaves_nothing(bodem, tmp_path):
    disk, here = tmp_path / "disk", tmp_path / "here"
    disk.mkdir()
    here.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("this machine lets nobody mount a small disk; the file-size test covers the same path")
    try:
        for place in (disk / "results", disk):
            assert_refused(bodem("run", "--out", place, cwd=here), here, "the disk is full")
            assert list(disk.iterdir()) == []
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_output_that_nobody_can_take_is_told(tmp_path):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "experiments.cli", "list", "rules"],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[2])},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == "bodem: Cannot use 'output': the disk is full.\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("policies:\n  meetings: [1\n  backing: 3\n", ["mine.yaml", "line 3"]),
        ("policies: {meetings: 3, meetings: 4}\n", ["mine.yaml", "line 1", "duplicate"]),
        ("policies:\n\tmeetings: 3\n", ["mine.yaml", "line 2"]),
        ("polices: {meetings: 3}\n", ["polices", "policies"]),
        ("policies: {meetigs: 3}\n", ["meetigs", "meetings"]),
        ("policies: {meetings: often}\n", ["strategy.policies.meetings", "often"]),
        ("policies: 3\n", ["policies"]),
        ("- meetings\n", ["mine"]),
        ("defaults: [nothing_there]\n", ["nothing_there"]),
        (b"policies: {meetings: \xff}\n", ["mine"]),
    ],
)
def test_a_broken_file_of_ones_own_is_named(bodem, tmp_path, text, words):
    own, here = tmp_path / "own" / "strategy", tmp_path / "here"
    own.mkdir(parents=True)
    here.mkdir()
    (own / "mine.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    assert_refused(bodem("run", "--config-dir", "../own", "strategy=mine", cwd=here), here, *words)


def test_a_packaged_name_cannot_be_taken(bodem, tmp_path):
    own, here = tmp_path / "own" / "strategy", tmp_path / "here"
    own.mkdir(parents=True)
    here.mkdir()
    (own / "none.yaml").write_text("policies: {}\n")
    assert_refused(
        bodem("run", "--config-dir", "../own", cwd=here), here, "strategy/none.yaml", "another name"
    )
