"""The order of steps within a week does not matter, but where docs/design.md says so and why."""

import json
import subprocess
import sys

import pytest

from tests.health import order_audit
from tests.processes import ROOT, environment

NAMED = {
    ("govern", "set_policies", "settle_policies"): "what was asked is weighed before it settles",
    ("govern", "settle_policies", "speak"): "the district speaks about what is in force",
    (
        "encounter",
        "professionals_approach",
        "workers_approach",
    ): "an approach takes hours and colours the image",
    ("reflect", "talk", "tell_official_story"): "who talks has said it before the official story of the week",
    ("live", "train", "share_in_communities"): "who is trained takes part in the sharing of the week",
    ("collaborate", "read_soil", "start_new"): "a start asks for the soil as it is read this week",
    ("settle", "look_around", "move_pairs"): "sums over partners start anew before pairs add to them",
    ("settle", "apply_terms", "leave_and_come"): "who leaves has lived the week; who comes starts afresh",
    ("record", "record_actors", "record_sides"): "what actors make of the week is counted first",
    ("record", "record_families", "record_homes"): "sums that several measures are shares of",
    ("record", "record_public_good", "record_ledger"): "sums that several measures are shares of",
    ("record", "count_network", "record_steering"): "the network is counted before it is recorded",
}


@pytest.fixture(scope="module")
def matter():
    done = subprocess.run(
        [sys.executable, order_audit.__file__],
        env=environment(BODEM_PLAIN="1"),
        capture_output=True,
        text=True,
        timeout=900,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return {tuple(swap) for swap in json.loads(done.stdout)}


def test_two_steps_may_change_places_unless_it_is_said_why_not(matter):
    assert matter - set(NAMED) == set()


def test_the_audit_sees_an_order_that_matters(matter):
    assert ("encounter", "professionals_approach", "workers_approach") in matter


def test_every_order_that_matters_is_told_in_the_design():
    told = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
    assert [step for swap in NAMED for step in swap[1:] if f"`{step}`" not in told] == []
