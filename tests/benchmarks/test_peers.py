"""The same part of the rules in other frameworks gives the same aggregates; what is not installed is told."""

import pytest

from benchmarks.agreement import TOLERANCE, distances
from benchmarks.peers import subset
from benchmarks.peers.listed import MISSING, PEERS, ours, theirs
from benchmarks.peers.section import peers
from benchmarks.peers.timing import Turns, told
from sim.registry import RULES

WORLDS, WEEKS = 6, 26


@pytest.fixture(scope="module")
def compiled():
    return ours(60, WEEKS)


@pytest.fixture(params=PEERS, ids=lambda peer: peer.label)
def peer(request):
    if not request.param.installed:
        pytest.skip(MISSING.format(label=request.param.label))
    return request.param


def test_means_agree_within_chance(compiled, peer):
    found = distances(subset.MEASURES, compiled, theirs(peer, WORLDS, WEEKS))
    assert [row for row in found if abs(row.distance) > TOLERANCE] == []
    happening = {row.measure for row in found if row.mesa > 0.0}
    assert {"approaches_sent", "referrals_offered", "self_referrals", "families_joined"} <= happening


def test_a_changed_formula_is_noticed(compiled, peer, monkeypatch):
    wrong = subset.parameters()
    wrong.question_rate *= 4.0
    monkeypatch.setattr("benchmarks.peers.subset.parameters", lambda: wrong)
    assert not all(row.holds for row in distances(subset.MEASURES, compiled, theirs(peer, 4, WEEKS)))


def test_compared_rules_are_on_and_all_others_off():
    off = subset.compiled_settings(1).rules_off
    assert len(subset.ON) >= 12
    assert {*subset.ON, "start"} | off == {rule.key for rule in RULES}


def test_a_larger_district_is_the_same_with_more_families():
    place = subset.district(6_000)
    assert place.parents == 6_000
    assert place.institutions[0].capacity == 10 * subset.district().institutions[0].capacity


def test_the_section_tells_ratios_and_who_is_missing():
    turns = Turns("starsim", 600, [0.01, 0.01, 0.01], [1.0, 0.9, 1.1])
    one = told(turns)
    assert (round(one["ratio"]), [round(each) for each in one["ratio_range"]]) == (100, [90, 110])
    found = {
        "rules": ["trap"], "measures": 48, "weeks": 260, "turns": 3, "versions": {"starsim": "3"},
        "missing": ["AgentPy is not installed."], "agreement_worlds": 40, "agreement_weeks": 104,
        "agreement": [{"peer": "starsim", "largest_distance": 2.2, "holds": True}],
        "default": [one], "larger": [one | {"parents": 1_000_000, "ratio": 7.0, "peer_seconds": 0.1}],
        "bare": {"parents": 1_000_000, "bytes": 240.2, "draws": 1.6, "limit": 20.0},
    }  # fmt: skip
    text = peers({"peers": found})
    for words in ("**100** (90 to 110)", "AgentPy is not installed.", "7.0 here", "starsim 2.2", "**5.0**"):
        assert words in text
