"""Designs become tables: all combinations, samples that fill the ranges, rows in the order analyses read."""

from itertools import pairwise

import numpy as np
import pytest

from experiments.asked import asked
from experiments.design import designed
from experiments.design.points import as_overrides, rows_of, verbatim
from experiments.design.samplers import latin_hypercube, morris, saltelli, sobol_points
from experiments.errors import Refused
from experiments.overrides import parse, plain_value
from experiments.presets import FilePresets
from sim.registry import PARAMETERS, RULES, OutOfBounds, UnknownName

PRESETS = FilePresets()
STING = "parameters.misreading_sting"


def design(**node):
    return designed(node, PRESETS)


def rows(**node):
    return list(rows_of(design(**node).points))


def test_a_grid_has_every_combination():
    found = rows(kind="grid", factors={"strategy": ["none", "explorative"], STING: [0.1, 0.2, 0.3]})
    assert len(found) == 6
    assert found[0] == {"strategy": "none", STING: 0.1}
    assert len({tuple(row.values()) for row in found}) == 6


def test_a_grid_over_a_range_has_its_ends():
    entry = PARAMETERS["misreading_sting"]
    found = [row[STING] for row in rows(kind="grid", factors=[STING], steps=3)]
    assert found == pytest.approx([entry.low, (entry.low + entry.high) / 2, entry.high])


def test_all_strategies_and_patterns_of_names_come_from_the_registry():
    assert [row["strategy"] for row in rows(kind="grid", factors=["strategy"])] == PRESETS.names("strategy")
    some = rows(kind="grid", factors={"strategy": ["explorative*"]})
    assert {row["strategy"] for row in some} == {"explorative", "explorative_aloof"}
    (only,) = rows(kind="grid", factors={"levers.coffee_*.intensity": [1]})
    assert only == {"levers.coffee_fund.intensity": 1}
    switches = rows(kind="one_factor", factors="rules")
    assert len(switches) == 1 + 2 * len(RULES)


@pytest.mark.parametrize("kind", ["latin_hypercube", "sobol_points"])
def test_a_sample_fills_every_range(kind):
    found = design(kind=kind, factors="parameters", samples=32).points
    assert set(found.column_names) == {f"parameters.{name}" for name in PARAMETERS}
    for name, entry in PARAMETERS.items():
        unit = (found[f"parameters.{name}"].to_numpy() - entry.low) / (entry.high - entry.low)
        assert sorted((unit * 32).astype(int)) == list(range(32)), name


def test_the_same_design_is_the_same_table():
    assert design(kind="latin_hypercube", factors="parameters", samples=8).points.equals(
        design(kind="latin_hypercube", factors="parameters", samples=8).points
    )


def test_saltelli_rows_differ_from_the_base_in_one_group_at_a_time():
    groups = np.array([0, 1, 1, 2])
    block = saltelli(8, groups, 1).reshape(8, 5, 4)
    for a, *mixed, b in block:
        for group, row in enumerate(mixed):
            np.testing.assert_array_equal(row, np.where(groups == group, b, a))


def test_morris_moves_one_group_per_step_within_the_cube():
    groups = np.array([0, 1, 1, 2])
    paths = morris(20, groups, 4, 1).reshape(20, 4, 4)
    assert paths.min() >= 0
    assert paths.max() <= 1
    for path in paths:
        moved = [tuple(np.unique(groups[one != other])) for one, other in pairwise(path)]
        assert sorted(moved) == [(0,), (1,), (2,)]
    steps = np.abs(np.diff(paths, axis=1))
    np.testing.assert_allclose(steps[steps > 0], 2 / 3)


@pytest.mark.parametrize("sample", [latin_hypercube, sobol_points])
def test_samples_depend_on_the_draw_alone(sample):
    assert np.array_equal(sample(8, 3, 1), sample(8, 3, 1))
    assert not np.array_equal(sample(8, 3, 1), sample(8, 3, 2))


def test_parts_are_joined_and_crossed():
    joined = rows(
        kind="union",
        of=[
            {"kind": "list", "rows": [{"weeks": 8}]},
            {"kind": "grid", "factors": {"strategy": ["none"]}, "seeds": 2},
        ],
    )
    assert joined == [{"weeks": 8}, {"strategy": "none", "seed": 0}, {"strategy": "none", "seed": 1}]
    crossed = rows(
        kind="cross",
        of=[
            {"kind": "grid", "factors": {"strategy": ["none", "explorative"]}},
            {"kind": "latin_hypercube", "factors": [STING], "samples": 3},
        ],
    )
    assert len(crossed) == 6
    assert [row["strategy"] for row in crossed[:3]] == ["none"] * 3


def test_a_table_of_ones_own(tmp_path):
    file = tmp_path / "mine.csv"
    file.write_text(
        "strategy,parameters.misreading_sting,rules.misreading,seed\nnone,0.1,true,4\nexplorative,,false,5\n"
    )
    assert rows(kind="csv", file=str(file)) == [
        {"strategy": "none", STING: 0.1, "rules.misreading": True, "seed": 4},
        {"strategy": "explorative", "rules.misreading": False, "seed": 5},
    ]
    assert len(asked([f"design={file}"]).design.points) == 2


@pytest.mark.parametrize(
    "value", [0.1, 1e-7, 3, True, "none", "two words", "it's", "true", "1e3", "a.b-c", "", ["care", "school"]]
)
def test_a_cell_is_read_back_as_it_was(value):
    found = design(kind="list", rows=[{"key": value}]).points
    (text,) = as_overrides(next(rows_of(found)), verbatim(found))
    assert plain_value(parse(text)) == value


def test_several_values_on_the_command_line_are_crossed():
    found = asked(
        ["strategy=none,explorative", "seed=range(0,3)", "weeks=4", "design=strategies", "design.seeds=9"][:3]
    )
    assert found.overrides == ("weeks=4",)
    assert found.design.seeds == (0, 1, 2)
    assert len(found.design.points) == 2


def test_groups_by_family_are_told():
    factors = design(kind="sobol", factors="parameters", groups="family", samples=2).method["factors"]
    groups = {one["group"] for one in factors}
    assert {"trust", "approach"} <= groups
    assert groups <= {*(rule.family for rule in RULES), "several families", "rates and starts"}


@pytest.mark.parametrize(
    ("node", "names"),
    [
        ({"kind": "grdi"}, "grid"),
        ({"kind": "grid", "fators": []}, "factors"),
        ({"kind": "grid", "factors": ["parameters.misreading_stign"]}, "misreading_sting"),
        ({"kind": "grid", "factors": {"strategy": ["non"]}}, "none"),
        ({"kind": "grid", "factors": ["nothing_*"]}, "nothing_"),
        ({"kind": "grid", "factors": ["weeks"]}, "weeks"),
        ({"kind": "grid"}, "factors"),
        ({"kind": "sobol", "factors": "parameters", "samples": 100}, "128"),
        ({"kind": "morris", "factors": "parameters", "levels": 3}, "even"),
        ({"kind": "latin_hypercube", "factors": "parameters", "samples": 0}, "samples"),
        ({"kind": "latin_hypercube", "factors": {STING: {"low": 2, "high": 1}}}, STING),
        ({"kind": "csv", "file": "nowhere.csv"}, "nowhere.csv"),
        ({"kind": "list", "rows": []}, "rows"),
        ({"kind": "list", "rows": [{"weeks": 4}, {"weeks": "many"}]}, "weeks"),
        ({"kind": "seeds", "seeds": 0}, "seeds"),
        ({"kind": "seeds", "seeds": [1, 1]}, "different"),
        ({"kind": "seeds", "seeds": [-1]}, "seed"),
        ({"kind": "cross", "of": [{"kind": "grid", "factors": {"weeks": [4]}}] * 2}, "weeks"),
    ],
)
def test_a_wrong_design_is_refused_with_the_name(node, names):
    with pytest.raises((Refused, UnknownName, OutOfBounds), match=names.replace("*", r"\*")):
        designed(node, PRESETS)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (["design=strateges"], "strategies"),
        (["engine=proceses"], "processes"),
        (["engine.wrokers=2"], "workers"),
        (["engine.chunk=0"], "chunk"),
        (["engine.kind=ray"], "engine"),
        (["keep.weekly=2"], "weekly"),
        (["keep.weekli=1"], "weekly"),
        (["keep.trace=much"], "story"),
        (["design=strategies,seeds"], "several"),
        (["design=nowhere.csv"], "nowhere.csv"),
        (["seed=1,1"], "twice"),
        (["design=morris", "strategy=none,explorative"], "factors"),
    ],
)
def test_a_wrong_wish_is_refused_with_the_name(words, names):
    with pytest.raises((Refused, UnknownName, OutOfBounds), match=names):
        asked(words)
