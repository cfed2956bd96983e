"""The committed tables are what the registry says, and Dutch is there for whatever is told in English."""

import sim.library  # noqa: F401
from experiments import dutch
from experiments.cli import main
from experiments.docs import PAGES, pages, share_told, stale
from experiments.presets import FilePresets
from sim.registry import EVIDENCE, MEASURES, PARAMETERS, POLICIES, RULES


def test_the_committed_tables_are_up_to_date():
    assert stale() == [], "run 'bodem docs' and commit what it writes"


def test_every_name_stands_in_its_table():
    made = pages()
    assert list(made) == list(PAGES)
    for page, names in (
        ("rules.md", [rule.key for rule in RULES]),
        ("parameters.md", PARAMETERS),
        ("measures.md", MEASURES),
        ("strategies.md", [*FilePresets().names("strategy"), *POLICIES]),
        ("levers.md", FilePresets().names("levers")),
    ):
        assert [name for name in names if f"`{name}`" not in made[page]] == []


def test_the_share_of_assumptions_is_on_show():
    assumed = sum(one.evidence == "A" for one in PARAMETERS.values())
    row = next(line for line in pages()["parameters.md"].splitlines() if line.startswith("| A |"))
    assert row.endswith(f"| {assumed} | {share_told(assumed, len(PARAMETERS))} |")
    assert all(f"| {letter} |" in pages()["rules.md"] for letter in EVIDENCE)


def test_a_table_that_is_old_is_named(tmp_path, capsys):
    assert main(["docs", "--out", str(tmp_path)]) == 0
    assert main(["docs", "--out", str(tmp_path), "--check"]) == 0
    (tmp_path / "rules.md").write_text("old")
    capsys.readouterr()
    assert main(["docs", "--out", str(tmp_path), "--check"]) == 1
    assert "rules.md" in capsys.readouterr().out


def test_dutch_is_there_for_all_that_is_told_in_english():
    units = {one.unit for each in (PARAMETERS, POLICIES, MEASURES) for one in each.values()}
    assert {rule.key for rule in RULES} - set(dutch.WITHOUT) == set()
    assert {one.how for one in MEASURES.values()} - set(dutch.HOW) == set()
    assert units - set(dutch.UNITS) == set()
    assert {rule.family for rule in RULES} - set(dutch.FAMILIES) == set()
    assert {one.group for one in MEASURES.values()} - set(dutch.GROUPS) == set()
    for rule in RULES:
        assert dutch.WITHOUT[rule.key].endswith(".")
        assert dutch.WITHOUT[rule.key] != rule.without
