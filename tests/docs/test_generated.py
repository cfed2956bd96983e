"""Pages that are made from the program, and the names that handwritten pages use."""

import json
import re
import tomllib

import sim.library  # noqa: F401
from experiments import anatomy
from experiments.docs import pages
from sim.registry import MEASURES, PARAMETERS, POLICIES, RULES
from sim.rivals import RIVALS
from sim.state import LAYOUTS
from sim.week import PHASES
from tests.docs.pages import ROOT

MADE = pages()
CHART = re.compile(
    r"flowchart (LR|TD)|  (subgraph r\d+\[\"[^\"]+\"\]|end"
    r"|\s*\w+\[\"[^\"]+\"\]|\w+(\(\[\"[^\"]+\"\]\)|\{\{\"[^\"]+\"\}\}) (-- \"[+-]\" -->|-\.->) \w+"
    r"|\w+ --> \w+|\w+ -\. [a-z ]+ \.-> \w+)"
)


def charts(name):
    return re.findall(r"```mermaid\n(.*?)```", MADE[name], re.DOTALL)


def test_every_rule_works_somewhere_in_the_week():
    assert [rule.key for rule in RULES if not anatomy.phases_of(rule.key)] == []


def test_every_stream_of_draws_is_drawn_where_its_page_says():
    drawn = {name for function in PHASES.values() for name in anatomy.streams_in(function)}
    assert set(anatomy.STREAMS) - drawn <= {"PAIR", "CITY"}  # before the first week only


def test_a_diagram_shows_each_sign_of_each_rule():
    families = list(dict.fromkeys(rule.family for rule in RULES))
    assert len(charts("families.md")) == len(families)
    for family, chart in zip(families, charts("families.md"), strict=True):
        mine = [rule for rule in RULES if rule.family == family]
        signs = sum(len(rule.signs) for rule in mine)
        assert chart.count('-- "') == signs, family
        assert all(f'"{rule.key} (' in chart for rule in mine)


def test_diagrams_are_written_in_the_few_forms_that_are_used():
    for name in ("week.md", "families.md"):
        for chart in charts(name):
            assert [line for line in chart.splitlines() if not CHART.fullmatch(line)] == []
            assert chart.count("subgraph ") == len(re.findall(r"^  end$", chart, re.MULTILINE))


def test_formulas_hold_the_code_of_every_rule():
    for rule in RULES:
        assert f"def {rule.name}(" in MADE["formulas.md"]


def test_the_odd_names_only_what_there_is():
    text = (ROOT / "docs" / "ODD.md").read_text(encoding="utf-8")
    assert [name for name in re.findall(r"`p\.([a-z_]+)", text) if name not in PARAMETERS] == []
    fields = {field.name for layout in LAYOUTS.values() for field in layout}
    known = {*PARAMETERS, *POLICIES, *MEASURES, *(rule.key for rule in RULES), *RIVALS, *LAYOUTS, *fields}
    words = set(re.findall(r"`([a-z]+(?:_[a-z]+)*)`", text)) - {"like_this", "u", "start_"}
    assert sorted(words - known) == []


def test_every_rule_stands_in_the_odd():
    text = (ROOT / "docs" / "ODD.md").read_text(encoding="utf-8")
    assert [rule.key for rule in RULES if f"`{rule.key}`" not in text] == []


def test_versions_are_the_same_everywhere():
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    assert json.loads((ROOT / "codemeta.json").read_text())["version"] == version
    assert f"\nversion: {version}\n" in (ROOT / "CITATION.cff").read_text()
    assert f"\n## {version}\n" in (ROOT / "CHANGELOG.md").read_text()
