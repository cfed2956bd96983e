"""Every name of every kind is listed and explained, in both languages."""

import json

import pytest

from experiments.catalogue import KINDS, Catalogue, page
from experiments.cli import main
from experiments.errors import Refused
from experiments.parsers import LISTS
from experiments.words import EVIDENCE_NL
from sim.registry import EVIDENCE, PARAMETERS, RULES


def test_the_command_line_offers_every_list():
    assert LISTS == KINDS
    assert set(EVIDENCE_NL) == set(EVIDENCE)


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_name_is_explained(kind, lang):
    catalogue = Catalogue(lang)
    rows = catalogue.listed(kind)
    assert rows
    for name, line in rows:
        assert line, name
        told = "\n\n".join(page(entry, lang) for entry in catalogue.explained(name))
        assert name in told
        assert not [text for text in told.splitlines() if text.split()[-1:] == ["None"]]


@pytest.mark.parametrize("kind", KINDS)
def test_lists_and_pages_as_json(kind, capsys):
    assert main(["list", kind, "--json"]) == 0
    names = json.loads(capsys.readouterr().out)
    name = next(iter(names))
    assert main(["explain", name, "--lang", "nl"]) == 0
    assert name in capsys.readouterr().out
    assert main(["explain", name, "--json"]) == 0
    assert kind in [entry["kind"] for entry in json.loads(capsys.readouterr().out)]


def test_a_rule_tells_its_claim_evidence_range_and_switch(capsys):
    rule = next(rule for rule in RULES if rule.key == "misreading")
    main(["explain", "misreading"])
    told = " ".join(capsys.readouterr().out.split())
    for words in (rule.en, rule.section, EVIDENCE[rule.evidence], rule.without, "rules.misreading=false"):
        assert words in told
    for name in rule.parameters:
        assert f"{name}: {PARAMETERS[name].default:g} ({PARAMETERS[name].low:g} to" in told


def test_a_name_of_several_kinds_shows_all():
    assert [entry.name for entry in Catalogue().explained("recognition")] == [
        "approach_recognition",
        "load_recognition",
    ]
    assert {entry.kind for entry in Catalogue().explained("mandates")} >= {"policies"}


def test_ones_own_presets_are_listed(tmp_path):
    (tmp_path / "strategy").mkdir()
    (tmp_path / "strategy" / "mine.yaml").write_text("label: Mine\npolicies: {meetings: 12}\n")
    own = Catalogue("en", tmp_path)
    assert ("mine", "Mine") in own.listed("strategies")
    assert "meetings = 12" in " ".join(own.explained("mine")[0].facts["policies"])


def test_an_unknown_name_is_refused():
    with pytest.raises(Refused, match="misreading"):
        Catalogue().explained("misreadng")
