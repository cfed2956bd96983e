"""What the draws are used for: every question its own draw, every seed its own world, compiled or not."""

import hashlib
import itertools

import numpy as np
import pytest

from sim.population import populated, template
from tests.health import draw_audit
from tests.worlds import settings


def test_ten_thousand_draws_are_the_same_in_plain_python(in_plain_python):
    here, there = draw_audit.ten_thousand(), np.array(in_plain_python["ten_thousand"])
    assert len(here) > 9000
    assert np.flatnonzero(here != there).tolist() == []
    assert hashlib.sha256(here.tobytes()).digest() == hashlib.sha256(there.tobytes()).digest()


def test_a_rule_in_plain_python_draws_the_same_numbers(in_plain_python):
    assert draw_audit.asked_by_python() == in_plain_python["asked_by_python"]


def test_no_draw_answers_two_questions(in_plain_python):
    # Whether a question may arise is looked at first, and asked again of those for whom it may.
    once = ["QUESTION", "list_busy", "question"]
    twice = [[part.split()[-1] for part in asked] for asked in in_plain_python["asked twice"]]
    assert [asked for asked in twice if asked != once] == []


def starts(seeds, kind, fields):
    """Starting values, one row per world, of everyone of a kind."""
    made = template(settings(district="nieuw_west", weeks=1))
    return {
        field: np.array([populated(made, seed).column(kind, field) for seed in seeds]) for field in fields
    }


@pytest.mark.parametrize("seeds", [range(60), [2**n for n in range(60)]], ids=["counting", "powers of two"])
def test_worlds_of_different_seeds_are_unrelated(seeds):
    for rows in starts(seeds, "parents", ("education", "empowerment", "child_age", "isolation")).values():
        links = [
            abs(np.corrcoef(rows[a], rows[b])[0, 1]) for a, b in itertools.combinations(range(len(rows)), 2)
        ]
        assert max(links) < 5.0 / np.sqrt(rows.shape[1])


def test_nobody_is_the_double_of_someone_else():
    worlds = range(400)
    traits = {
        kind: starts(worlds, kind, ("pioneer", "courage", "trust_district"))
        for kind in ("workers", "professionals")
    }
    for field in ("pioneer", "courage", "trust_district"):
        people = np.hstack([traits[kind][field] for kind in traits])
        links = np.corrcoef(people.T)[np.triu_indices(people.shape[1], 1)]
        assert np.abs(links).max() < 5.0 / np.sqrt(len(worlds))
