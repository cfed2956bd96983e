"""Every number of a report can be had again: a table from its query, a line of it from a run."""

import json
import shlex

import pytest

from analysis import load
from analysis.report import answered, as_html, pictures
from analysis.report.words import COLUMNS, LIMITS, TEXTS
from experiments.cli import main
from experiments.seal import sealed
from tests.analysis.test_figures import assert_readable
from tests.sweeps.small import swept

DESIGN = "{kind: grid, factors: {strategy: [none, explorative], levers.broker.intensity: [0, 1]}, seeds: 4}"
MEASURE = "trust_in_workers"


@pytest.fixture(scope="module")
def sweep(tmp_path_factory):
    words = [f"design={DESIGN}", "weeks=8", "district=hamlet", "keep.events=1"]
    folder = swept(tmp_path_factory.mktemp("report") / "s", *words)
    sealed(folder)
    return load(folder.path)


@pytest.fixture(scope="module")
def parts(sweep):
    return answered(sweep, MEASURE)


def told(sweep, trace, capsys):
    """What the command under a table answers."""
    words = [str(sweep.path) if word == "DIR" else word for word in shlex.split(trace)]
    assert words[:2] == ["bodem", "query"]
    assert main([*words[1:], "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_table_of_means_is_what_its_query_gives(sweep, parts, capsys):
    rows = told(sweep, parts[0].trace, capsys)
    assert len(rows) == len(parts[0].table) == 4
    assert sorted(row["mean"] for row in rows) == pytest.approx(sorted(parts[0].table["mean"]))
    assert {row["worlds"] for row in rows} == {4} == set(parts[0].table["worlds"])


def test_a_table_of_differences_is_what_its_query_gives(sweep, parts, capsys):
    apart = [part for part in parts if "difference" in part.table]
    assert len(apart) == 2
    for part in apart:
        rows = told(sweep, part.trace, capsys)
        assert sorted(row["difference"] for row in rows) == pytest.approx(sorted(part.table["difference"]))
        assert len(rows) == len(part.table) == 2


def test_a_table_of_variants_of_cases_is_what_its_query_gives(tmp_path, capsys):
    cases = "{kind: counterfactuals, cases: [case_church, case_school], seeds: 3}"
    folder = swept(tmp_path / "s", f"design={cases}", "weeks=30")
    sealed(folder)
    cases_told = load(folder.path)
    (part,) = [part for part in answered(cases_told, MEASURE) if "difference" in part.table]
    rows = told(cases_told, part.trace, capsys)
    assert len(rows) == len(part.table) == 6
    assert [row["difference"] for row in rows] == pytest.approx(list(part.table["difference"]))


def test_a_run_behind_a_line_gives_the_value_that_is_told(sweep, parts, capsys, monkeypatch):
    monkeypatch.chdir(sweep.path)
    row = parts[0].examples.iloc[-1]
    words = shlex.split(row.command)
    assert main([*words[1:], "--json", "--trace", "none", "--out", str(sweep.path.parent / "again")]) == 0
    (again,) = json.loads(capsys.readouterr().out)["runs"]
    assert again["run_id"] == row.run_id
    assert again["measures"][MEASURE] == row.value


def test_a_group_has_all_pictures_that_its_data_allow(sweep):
    found = list(pictures(sweep, "en"))
    # Four groups: the soil of each, network, trust and lives of the first three; ways where there are any.
    assert sum("condition" in part.table for part in found) == 4
    assert sum("misunderstandings" in part.table for part in found) == 3
    assert sum("direction" in part.table for part in found) == 3
    assert sum("know_face" in part.table for part in found) == 3
    for part in found[:5]:
        assert len(part.table)
        for figure in part.figures:
            assert_readable(figure)


def test_a_report_is_whole_in_two_languages(sweep, parts):
    page = as_html(sweep, parts, "nl")
    for number, _ in enumerate(parts, start=1):
        assert f"Tabel {number}." in page
    assert "Grenzen" in page
    assert sweep.about["code"] in page
    for pair in (*LIMITS, *TEXTS.values(), *COLUMNS.values()):
        assert all(pair)
        assert pair[0].count("{") == pair[1].count("{")
