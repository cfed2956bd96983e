"""The demonstration: both answers and their figures."""

import json

import pytest

from experiments.cli import main


@pytest.mark.usefixtures("coarse")
def test_the_demo_answers_twice_and_draws(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["demo", "--worlds", "3", "--out", "shown"]) == 0
    told = capsys.readouterr().out
    assert "programmatic against the explorative" in told
    assert "coffee fund" in told
    assert told.count(" of 3 worlds ") == 2
    assert "in shown" in told.splitlines()[-1]
    shown = tmp_path / "shown"
    for pair in ("strategies", "coffee_fund"):
        figures = [file for file in (shown / pair).iterdir() if file.suffix in (".png", ".svg", ".pdf")]
        assert figures
        assert all(file.stat().st_size for file in figures)
        assert json.loads((shown / pair / "comparison.json").read_text())["worlds"] == 3
    told = json.loads((shown / "provenance.json").read_text())["sha256"]
    assert {name.partition("/")[0] for name in told} == {"strategies", "coffee_fund", "answers.txt"}
