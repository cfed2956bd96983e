"""Results change only on purpose: with a new baseline, and a line of the changelog that says why."""

import pytest

from tests.baseline.__main__ import main
from tests.baseline.changelog import CHANGELOG, told, with_line
from tests.baseline.figures import differing, kept, now

HOW = 'results differ from the baseline; if that is meant: make baseline WHY="what changed, and why"'


@pytest.fixture(scope="module")
def runs():
    return now()


def test_the_model_gives_what_it_gave(runs):
    assert differing(kept(), runs) == [], HOW


def test_the_changelog_says_why_the_baseline_changed_last():
    assert kept()["why"] in told(CHANGELOG.read_text(encoding="utf-8"))


def test_a_change_is_seen(runs):
    moved = {name: dict(measures) for name, measures in runs.items()}
    run, measures = next(iter(moved.items()))
    measures["trust_in_workers"] *= 1.0 + 1e-4
    assert [line.startswith(f"{run}: trust_in_workers ") for line in differing({"runs": runs}, moved)] == [
        True
    ]
    del measures["trust_in_workers"]
    assert differing({"runs": runs}, moved)[0].endswith("gone")


def test_without_a_reason_nothing_is_kept(capsys):
    assert main(["  "]) == 2
    assert "WHY" in capsys.readouterr().err


def test_a_reason_becomes_a_line_once():
    text = "# Changelog\n\n## Unreleased\n\n- Older.\n"
    once = with_line(text, "Rule x reads y. Results change.")
    assert once.index("Rule x") < once.index("Older")
    assert with_line(once, "Rule x reads y. Results change.") == once
