"""The verdict rule on made-up worlds, and the list of patterns as such."""

import re

import numpy as np
import pytest

from analysis.patterns import IDS, patterns
from analysis.patterns.judging import judge
from analysis.patterns.pattern import DOWN, SAME, UP, Claim, Pattern, apart

WORLDS = 40
NOISE = np.random.default_rng(1).normal(0.0, 0.1, WORLDS)


def sides(difference, other=0.0):
    """Two arms that differ by ``difference`` in ``a`` and by ``other`` in ``b``, with noise."""
    zero = {"a": np.zeros(WORLDS), "b": np.zeros(WORLDS)}
    return {"off": zero, "on": {"a": NOISE + difference, "b": 0.01 * NOISE + other}}


def made(*claims):
    return Pattern("made", "§1", "en", "nl", "c", "m", {"off": (), "on": ()}, lambda run: {}, claims)


RISES = Claim("rises", "en", "nl", apart("on", "off", "a"), UP)
FALLS = Claim("falls", "en", "nl", apart("on", "off", "a"), DOWN)
STILL = Claim("still", "en", "nl", apart("on", "off", "b"), SAME, apart("on", "off", "a"))


@pytest.mark.parametrize(
    ("rights", "verdict"), [(10, "holds"), (8, "holds"), (7, "partly"), (5, "partly"), (4, "fails")]
)
def test_the_share_of_parameter_worlds_decides(rights, verdict):
    assumed = [sides(1.0)] * rights + [sides(-1.0)] * (10 - rights)
    assert judge(made(RISES), sides(1.0), assumed).verdict == verdict
    assert (
        judge(made(FALLS), sides(-1.0), [sides(-1.0)] * rights + [sides(1.0)] * (10 - rights)).verdict
        == verdict
    )


def test_what_is_not_right_by_chance_fails_whatever_the_assumptions_say():
    assert judge(made(RISES), sides(0.0), [sides(1.0)] * 10).verdict == "fails"
    assert judge(made(RISES), sides(-1.0), [sides(1.0)] * 10).verdict == "fails"


def test_no_effect_is_judged_beside_another_effect():
    assert judge(made(STILL), sides(1.0, 0.05), [sides(1.0, 0.05)] * 10).verdict == "holds"
    assert judge(made(STILL), sides(1.0, 0.2), [sides(1.0, 0.05)] * 10).verdict == "fails"
    assert judge(made(STILL), sides(1.0, 0.05), [sides(0.1, 0.05)] * 10).verdict == "fails"


def test_a_pattern_is_as_good_as_its_weakest_claim_and_the_joint_share_is_told():
    half = [sides(1.0, 0.05)] * 5 + [sides(1.0, 0.5)] * 5
    found = judge(made(RISES, STILL), sides(1.0, 0.05), half)
    assert (found.verdict, found.weakest.claim.name, found.joint) == ("partly", "still", 0.5)


def test_where_nothing_is_seen_a_claim_is_not_right():
    blind = {name: {"a": np.full(WORLDS, np.nan)} for name in ("off", "on")}
    assert judge(made(RISES), sides(1.0), [blind] * 3).claims[0].share == 0.0
    assert judge(made(RISES), blind, [sides(1.0)]).verdict == "fails"


def test_one_rule_alone_is_direct_and_several_are_emergent():
    def kind(**left):
        out = {rule: sides(effect) for rule, effect in left.items()}
        return judge(made(RISES), sides(1.0), [sides(1.0)], out)

    assert kind(one=0.0, other=1.0).kind == "direct"
    assert kind(one=0.0, other=0.6).kind == "emergent"
    assert kind(one=0.9, other=1.0).kind == "start"
    assert kind(one=0.0, other=0.6).needs() == {"one": "needed", "other": "carries"}


def test_a_claim_that_cannot_be_judged_is_refused():
    with pytest.raises(ValueError, match="something beside it"):
        Claim("still", "en", "nl", apart("on", "off", "a"), SAME)


def test_every_pattern_says_what_it_asks_in_both_languages():
    found = patterns()
    assert [one.id for one in found] == list(IDS)
    assert len(IDS) == 33
    for one in found:
        assert re.search("§|intro", one.section)
        assert one.contrast
        assert one.measure
        assert one.en.endswith(".")
        assert one.nl.endswith(".")
        assert one.en != one.nl
        assert one.arms
        assert one.claims
        assert len({claim.name for claim in one.claims}) == len(one.claims)
        for claim in one.claims:
            assert claim.en.endswith(".")
            assert claim.nl.endswith(".")
            assert claim.en != claim.nl
