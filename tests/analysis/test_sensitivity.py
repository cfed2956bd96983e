"""The analysis of sweeps on outcomes that are known: written into a real store, without running the model."""

import html

import numpy as np
import pandas as pd
import pytest

from analysis import load
from analysis.discovery import boxes, cases, tree
from analysis.load import Incomplete
from analysis.report import answered, as_html, as_pdf
from analysis.robustness import robustness, where_best
from analysis.sensitivity import Unsuited, analysed, mean_per_point, pawn, seeds_needed
from experiments.asked import asked
from experiments.cli import main
from experiments.plan import planned
from experiments.shards import Batch, Row, commit
from experiments.sweeping import made
from sim.registry import MEASURES, PARAMETERS
from tests.analysis.test_figures import assert_readable

pytest.importorskip("SALib")
pytestmark = pytest.mark.usefixtures("coarse")
ONE, TWO, THREE = (f"parameters.{name}" for name in ("approach_rate", "start_rate", "misreading_sting"))
FACTORS = f"[{ONE}, {TWO}, {THREE}]"
MEASURE = "trust_in_district"
COLUMN = list(MEASURES).index(MEASURE)


def known(path, outcome, design, without=()):
    """A sweep in which ``outcome`` of a row of the design is what every measure came to."""
    wish = asked([f"design={design}"])
    plan = planned(wish.overrides, wish.design)
    folder = made(path, plan, wish, ["sweep"], None)
    batch, session = Batch(plan.points.schema), folder.new_session()
    cells = plan.points.to_pylist()
    unit = None if plan.unit is None else plan.unit.to_pylist()
    for row in plan.distinct().to_pylist():
        if row["run"] in without:
            continue
        point = row["point"]
        value = outcome(cells[point] if unit is None else {**cells[point], **unit[point]}, row["seed"])
        named = [row[name] for name in ("run", "run_id", "point", "seed")]
        told = Row(*named, "x", "y", "z", "done", 0.1, cells=cells[point])
        batch.add(told, np.full((1, len(MEASURES)), value), False, None)
    commit(batch, folder.path, session, "all")
    return load(folder.path)


def ishigami(row, seed):
    one, two, three = (np.pi * (2 * row[name] - 1) for name in (ONE, TWO, THREE))
    return np.sin(one) + 7 * np.sin(two) ** 2 + 0.1 * three**4 * np.sin(one)


def linear(row, seed):
    return 3 * row[ONE] + row[TWO] + 0 * row[THREE] + 0.001 * (seed % 3)


def test_sobol_finds_the_known_shares(tmp_path):
    sweep = known(tmp_path / "s", ishigami, f"{{kind: sobol, factors: {FACTORS}, samples: 1024}}")
    found = analysed(sweep, MEASURE).set_index("group")
    for name, first, total in ((ONE, 0.314, 0.558), (TWO, 0.442, 0.442), (THREE, 0.0, 0.244)):
        assert found.loc[name, "first"] == pytest.approx(first, abs=0.08)
        assert found.loc[name, "total"] == pytest.approx(total, abs=0.08)
    assert (found[["first_confidence", "total_confidence"]] > 0).all(axis=None)


def test_sobol_takes_groups_and_categories(tmp_path):
    factors = f"{{{ONE}: {{group: both}}, {TWO}: {{group: both}}, strategy: [none, explorative]}}"
    outcome = lambda row, seed: row[ONE] + row[TWO] + 4 * (row["strategy"] >= 0.5)  # noqa: E731
    sweep = known(tmp_path / "s", outcome, f"{{kind: sobol, factors: {factors}, samples: 256}}")
    found = analysed(sweep, MEASURE)
    assert list(found["group"]) == ["strategy", "both"]
    assert found["total"].sum() == pytest.approx(1, abs=0.1)


def test_morris_ranks_by_effect_and_finds_the_idle_one(tmp_path):
    sweep = known(tmp_path / "s", linear, f"{{kind: morris, factors: {FACTORS}, trajectories: 8, seeds: 3}}")
    found = analysed(sweep, MEASURE)
    assert list(found["group"]) == [ONE, TWO, THREE]
    np.testing.assert_allclose(found["mu_star"], [3, 1, 0], atol=1e-9)


def test_one_factor_pairs_the_worlds(tmp_path):
    outcome = lambda row, seed: 10 * seed + (row[ONE] or 0) + 0.1 * ((row[ONE] or 0) > 0) * seed  # noqa: E731
    sweep = known(tmp_path / "s", outcome, f"{{kind: one_factor, factors: [{ONE}, {TWO}], seeds: 4}}")
    found = analysed(sweep, MEASURE)
    assert set(found.loc[found["difference"].abs() > 1e-9, "factor"]) == {ONE}
    top = found.iloc[0]
    assert top["low"] < top["difference"] < top["high"] < 1
    assert set(found["worlds"]) == {4}


def test_pawn_has_intervals_and_a_floor(tmp_path):
    design = f"{{kind: latin_hypercube, factors: {FACTORS}, samples: 400}}"
    found = pawn(known(tmp_path / "s", linear, design), MEASURE)
    assert list(found["factor"][:2]) == [ONE, TWO]
    assert (found["low"] <= found["high"]).all()
    assert found["median"].iloc[-1] < 1.5 * found["floor"].iloc[0] < found["median"].iloc[0]


def test_a_design_with_missing_runs_is_refused_by_name(tmp_path):
    design = f"{{kind: sobol, factors: {FACTORS}, samples: 4}}"
    sweep = known(tmp_path / "s", linear, design, without=(3, 5))
    names = sweep.design.set_index("run").run_id[[3, 5]]
    for analysis in (analysed, pawn, seeds_needed, robustness):
        with pytest.raises(Incomplete) as told:
            analysis(sweep, MEASURE)
        assert all(name in str(told.value) for name in names)
    assert sweep.missing == list(names)


def test_an_undefined_outcome_and_a_wrong_name_are_refused(tmp_path):
    hole = lambda row, seed: np.nan if row[ONE] > 0.9 else 1.0  # noqa: E731
    sweep = known(tmp_path / "s", hole, f"{{kind: sobol, factors: {FACTORS}, samples: 8}}")
    with pytest.raises(Unsuited, match="no value"):
        analysed(sweep, MEASURE)
    with pytest.raises(Unsuited, match="nothing_such"):
        analysed(sweep, "nothing_such")
    flat = known(tmp_path / "t", lambda row, seed: 1.0, f"{{kind: sobol, factors: {FACTORS}, samples: 8}}")
    with pytest.raises(Unsuited, match="same at every point"):
        analysed(flat, MEASURE)


def test_seeds_are_averaged_first_and_their_number_is_justified(tmp_path):
    noisy = lambda row, seed: row[ONE] + np.random.default_rng([seed, int(1e9 * row[ONE])]).normal()  # noqa: E731
    sweep = known(
        tmp_path / "s", noisy, f"{{kind: latin_hypercube, factors: {FACTORS}, samples: 30, seeds: 10}}"
    )
    means = mean_per_point(sweep, MEASURE)
    assert len(means) == 30
    assert set(means["seeds"]) == {10}
    needed = seeds_needed(sweep, MEASURE)
    assert list(needed["seeds"]) == list(range(2, 11))
    assert needed["variance_of_mean"].iloc[-1] < needed["variance_of_mean"].iloc[0]


CROSSED = (
    f"{{kind: cross, of: [{{kind: latin_hypercube, factors: [{ONE}], samples: 20}},"
    " {kind: grid, factors: {strategy: [none, explorative, programmatic]}}]}"
)


def by_strategy(row, seed):
    entry = PARAMETERS[ONE.removeprefix("parameters.")]
    unit = (row[ONE] - entry.low) / (entry.high - entry.low)
    return {"none": 0.5, "explorative": unit, "programmatic": -1.0}[row["strategy"]]


def test_regret_and_satisficing_over_assumptions(tmp_path):
    sweep = known(tmp_path / "s", by_strategy, CROSSED)
    found = robustness(sweep, MEASURE, enough=0.5)
    assert found.attrs["states"] == 20
    assert found.loc["none", "satisfied_in"] == 1
    assert found.loc["programmatic", "satisfied_in"] == 0
    assert found["best_in"].sum() == pytest.approx(1)
    assert found.index[-1] == "programmatic"
    best = where_best(sweep, MEASURE)
    assert len(best) == 20
    assert (best["strategy"] == "explorative").sum() == 10
    assert (
        best.loc[best["strategy"] == "explorative", ONE].min()
        > best.loc[best["strategy"] == "none", ONE].max()
    )
    with pytest.raises(Unsuited, match="district"):
        robustness(sweep, MEASURE, over="district")


def test_discovery_finds_the_box(tmp_path):
    pytest.importorskip("ema_workbench")
    outcome = lambda row, seed: float(row[ONE] > 0.6 and row[TWO] > 0.5)  # noqa: E731
    design = f"{{kind: latin_hypercube, factors: {FACTORS}, samples: 300}}"
    sweep = known(tmp_path / "s", outcome, design)
    flags = cases(sweep, MEASURE, above=0.5)
    found = boxes(sweep, flags, most=1)
    assert {ONE, TWO} <= set(found["factor"])
    assert found["density"].iloc[0] > 0.7
    assert ONE in tree(sweep, flags)
    with pytest.raises(Unsuited, match="bound"):
        cases(sweep, MEASURE, above=2.0)


def test_tables_are_in_planned_order(tmp_path):
    sweep = known(tmp_path / "s", linear, f"{{kind: morris, factors: {FACTORS}, trajectories: 2, seeds: 2}}")
    assert list(sweep.runs["run"]) == sorted(sweep.runs["run"])
    assert list(sweep.final.index) == list(sweep.runs["run_id"])
    assert isinstance(sweep.table, pd.DataFrame)
    assert len(sweep.table) == len(sweep.design)
    assert sweep.weekly.empty
    with pytest.raises(ValueError, match="no sweep"):
        load(tmp_path)


@pytest.mark.parametrize(
    ("outcome", "design"),
    [
        (by_strategy, CROSSED),
        (linear, f"{{kind: morris, factors: {FACTORS}, trajectories: 4, seeds: 2}}"),
        (lambda row, seed: row[ONE] or 0.0, f"{{kind: one_factor, factors: [{ONE}, {TWO}], seeds: 3}}"),
    ],
)
def test_a_report_stands_on_its_own(tmp_path, outcome, design):
    sweep = known(tmp_path / "s", outcome, design)
    for lang, limit in (("en", "not prediction"), ("nl", "geen voorspelling")):
        parts = answered(sweep, MEASURE, lang)
        page = as_html(sweep, parts, lang)
        assert page.count("data:image/png;base64,") == sum(len(one.figures) for one in parts) >= 1
        assert page.count("<table>") == len(parts)
        assert "http" not in page.replace("http-equiv", "")
        assert limit in page
        assert all(html.escape(part.trace) in page for part in parts)
        for figure in (figure for part in parts for figure in part.figures):
            assert_readable(figure)
    as_pdf(sweep, parts, tmp_path / "report.pdf", "nl")
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")


def test_a_sweep_of_which_nothing_was_run_is_refused(tmp_path, capsys):
    wish = asked([f"design={CROSSED}"])
    made(tmp_path / "s", planned(wish.overrides, wish.design), wish, ["sweep"], None)
    assert main(["report", str(tmp_path / "s")]) == 2
    assert "no result" in capsys.readouterr().err


def test_a_report_of_a_sweep_with_holes_is_refused(tmp_path, capsys):
    sweep = known(tmp_path / "s", by_strategy, CROSSED, without=(4,))
    assert main(["report", str(sweep.path)]) == 2
    assert "no result" in capsys.readouterr().err
    whole = known(tmp_path / "t", by_strategy, CROSSED)
    assert main(["report", str(whole.path), "--measures", MEASURE, "--out", str(tmp_path / "r")]) == 0
    assert sorted(file.name for file in (tmp_path / "r").iterdir()) == ["report.html", "report.pdf"]
    assert main(["report", str(whole.path), "--out", str(tmp_path / "r")]) == 2
