"""What goes with a rule is the difference less the difference without it; parts, chain, pairs and rivals."""

import json

import numpy as np
import pytest

from experiments.cli import main
from experiments.compare import contrast
from experiments.compose import compose
from experiments.knockouts import Apart, active, knocked, lived
from experiments.parts import explained
from experiments.rivalling import Repeated, combinations, rivals_told, verdict
from sim.registry import MEASURES, RULES
from sim.rivals import RIVALS

COLUMN = list(MEASURES).index("starts")
SHORT = ["weeks=40", "district.parents=120"]


def made(differences, moved=None):
    """An Apart in which 'starts' differs by ``differences`` and rule number n moves ``moved[n]``."""
    values = np.zeros((len(differences), len(MEASURES)))
    values[:, COLUMN] = differences
    counted = np.zeros((len(differences), len(RULES)))
    for number, amount in (moved or {}).items():
        counted[:, number] = amount
    return Apart(values, counted)


def told(whole, out, base=0.0):
    one = np.full((len(whole.measures), len(MEASURES)), base)
    return explained("starts", one, one + whole.measures, whole, out)


A, B, C = (RULES[number].key for number in range(3))
WAVE = np.array([0.9, 1.0, 1.1, 1.0, 0.95, 1.05])


def test_a_part_is_what_goes_of_the_difference():
    found = told(made(2.0 * WAVE), {(A,): made(0.5 * WAVE), (B,): made(2.0 * WAVE), (C,): made(2.5 * WAVE)})
    by_rule = {one.rules[0]: one for one in found.parts}
    assert by_rule[A].part == pytest.approx(1.5)
    assert by_rule[A].without == pytest.approx(0.5)
    assert by_rule[A].share == pytest.approx(0.75)
    assert by_rule[A].clear
    assert by_rule[B].same
    assert not by_rule[B].clear
    assert by_rule[C].part == pytest.approx(-0.5)
    assert [one.rules[0] for one in found.parts] == [A, C, B]
    assert found.added == pytest.approx(1.0)
    assert found.left == pytest.approx(1.0)
    assert found.chain == (A,)


def test_a_chain_starts_with_the_rule_that_sets_the_other_at_work():
    whole = made(2.0 * WAVE, {0: 1.0, 1: 1.0})
    out = {(A,): made(0.0 * WAVE, {1: 0.1}), (B,): made(0.1 * WAVE, {0: 1.0})}
    found = told(whole, out)
    assert found.chain == (A, B)
    assert found.linked == (True,)


def test_two_rules_on_one_chain_overlap_and_two_stand_ins_add():
    chain = told(made(2 * WAVE), {(A,): made(0 * WAVE), (B,): made(0 * WAVE), (A, B): made(0 * WAVE)})
    assert chain.bonds[0].interaction == pytest.approx(-2.0)
    assert chain.left == pytest.approx(-2.0)
    stand_in = told(made(2 * WAVE), {(A,): made(2 * WAVE), (B,): made(2 * WAVE), (A, B): made(0 * WAVE)})
    assert stand_in.bonds[0].interaction == pytest.approx(2.0)
    assert stand_in.bonds[0].clear
    assert stand_in.left == pytest.approx(2.0)


def test_worlds_without_a_value_are_left_out():
    found = told(made([2.0, np.nan, 2.2, 1.8]), {(A,): made([1.0, 1.0, np.nan, 1.0])})
    assert found.parts[0].part == pytest.approx(0.9)
    json.dumps(found.as_json(), allow_nan=False)


def test_knocking_out_is_switching_off_in_the_same_worlds():
    base, variant = (compose([*SHORT, f"strategy={name}"]).settings for name in ("none", "explorative"))
    found = knocked(base, variant, ("misreading",), [3, 4], 1, lambda more: None)
    off = [
        compose([*SHORT, f"strategy={n}", "rules.misreading=false"]).settings for n in ("none", "explorative")
    ]
    one, two = (lived(side, [3, 4], 2, lambda more: None).measures for side in off)
    assert np.array_equal(found.measures, two - one)


def test_rules_that_are_off_on_both_sides_are_not_taken_out():
    base = compose([*SHORT, "rules.misreading=false"]).settings
    variant = compose(SHORT).settings
    assert "misreading" in active(base, variant)
    assert "misreading" not in active(base, base)
    assert len(active(variant, variant)) == len(RULES)


def test_every_combination_of_rivals_but_the_one_asked_about():
    base = compose(SHORT).settings
    every = list(combinations(base, base))
    count = np.prod([len(choice.options) for choice in RIVALS.values()])
    assert len(every) == count - 1
    first = next(iter(RIVALS.values()))
    fixed = compose([*SHORT, f"rivals.{first.name}={first.options[1].name}"]).settings
    assert all(first.name not in one for one in combinations(base, fixed))


def test_a_direction_survives_fades_or_turns():
    up, down, flat = contrast(0 * WAVE, WAVE), contrast(0 * WAVE, -WAVE), contrast(0 * WAVE, WAVE - 1.0)
    assert verdict(up, [up, up]) == (2, 0, 0)
    assert verdict(up, [up, flat]) == (1, 1, 0)
    assert verdict(up, [up, down]) == (1, 0, 1)
    rivals = {"trust": "symmetric"}
    for other, words in ((up, "survives in all"), (flat, "never turns"), (down, "NOT survive")):
        assert words in " ".join(rivals_told([Repeated(rivals, {"starts": other})], {"starts": up}).split())
    assert "no direction" in rivals_told([Repeated(rivals, {"starts": up})], {"starts": flat})


WHY = ["why", *SHORT, "--base", "strategy=none", "--variant", "strategy=explorative", "--worlds", "4"]


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_the_command_explains_and_keeps(tmp_path, monkeypatch, capsys, lang):
    monkeypatch.chdir(tmp_path)
    rules = ["--rules", "message", "start", "pioneers", "--measures", "trust_in_district", "starts"]
    assert main([*WHY, *rules, "--pairs", "--lang", lang, "--out", "kept"]) == 0
    text = capsys.readouterr().out
    assert ("What is left" if lang == "en" else "over blijft") in text or "what is left" in text
    names = {file.name for file in (tmp_path / "kept").iterdir()}
    assert names == {"why.json", "answer.txt", "knockouts.parquet", "base.yaml", "variant.yaml",
                     "provenance.json", "why_trust_in_district.png", "why_starts.png"}  # fmt: skip
    kept = json.loads((tmp_path / "kept" / "why.json").read_text())
    assert set(kept["measures"]["starts"]["parts"]) == {"message", "start", "pioneers"}
    one = kept["measures"]["trust_in_district"]
    total = sum(part["part"] for part in one["parts"].values())
    assert one["sum_of_parts"] == pytest.approx(total)
    assert one["left"] == pytest.approx(one["diff"] - total)


def test_why_under_other_assumptions_and_rivals_as_json(capsys):
    words = ["--rules", "message", "--measures", "trust_in_district", "--assumptions", "2", "--rivals"]
    assert main([*WHY, *words, "--assumption-worlds", "2", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["share_assumptions_same_sign"]["trust_in_district"]["message"] in (0, 0.5, 1)
    base = compose(SHORT).settings
    assert len(found["rivals"]) == len(list(combinations(base, base)))


def test_a_comparison_over_rivals(capsys):
    words = ["compare", *WHY[1:], "--rivals", "--measures", "trust_in_district"]
    assert main(words) == 0
    assert "By rival rules" in capsys.readouterr().out
    assert main([*words, "--json"]) == 0
    assert set(json.loads(capsys.readouterr().out)) == {"worlds", "assumptions", "measures", "rivals"}
