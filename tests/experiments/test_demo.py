"""The demonstration: both answers and their figures."""

import json


def test_the_demo_answers_twice_and_draws(bodem, tmp_path):
    done = bodem("demo", "--worlds", "3", "--out", "shown")
    assert done.returncode == 0, done.stderr
    assert "programmatic against the explorative" in done.stdout
    assert "coffee fund" in done.stdout
    assert done.stdout.count(" of 3 worlds ") == 2
    assert "in shown" in done.stdout.splitlines()[-1]
    shown = tmp_path / "shown"
    for pair in ("strategies", "coffee_fund"):
        figures = [file for file in (shown / pair).iterdir() if file.suffix in (".png", ".svg", ".pdf")]
        assert figures
        assert all(file.stat().st_size for file in figures)
        assert json.loads((shown / pair / "comparison.json").read_text())["worlds"] == 3
    told = json.loads((shown / "provenance.json").read_text())["sha256"]
    assert {name.partition("/")[0] for name in told} == {"strategies", "coffee_fund", "answers.txt"}
