"""A handful of patterns, small: that runs are made, read, taken up again and judged; not what they say."""

import json
from dataclasses import replace

import numpy as np
import pytest

from analysis.patterns import patterns
from experiments.cli import main
from experiments.compose import compose, implausible
from experiments.composer import Composer
from experiments.engine.empties import Empties
from experiments.engine.reading import readings, watched
from experiments.patterns.smallest import eliminated
from experiments.patterns.stages import arms

SMALL = ("--seeds", "3", "--worlds", "2", "--inner", "2", "engine=threads")
CHEAP = ("no_owner", "no_design")


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """Two patterns, small, as the command keeps them."""
    place = tmp_path_factory.mktemp("patterns") / "kept"
    assert main(["patterns", "--only", *CHEAP, "--out", str(place), *SMALL]) == 0
    return place


def test_table_figure_and_numbers_are_kept(kept):
    told = json.loads((kept / "patterns.json").read_text())
    assert [one["pattern"] for one in told["verdicts"]] == list(CHEAP)
    assert told["runs"] == 4 * (3 + 2 * 2)
    assert told["holds"] + told["partly"] + told["fails"] == 2
    for name in ("patterns.md", "patterns_nl.md", "patterns.png", "patterns.pdf", "provenance.json"):
        assert (kept / name).stat().st_size > 0
    assert "no_owner" in (kept / "patterns_nl.md").read_text()


@pytest.mark.usefixtures("coarse")
def test_the_same_command_goes_on_and_says_the_same(kept, capsys):
    before = json.loads((kept / "patterns.json").read_text())
    assert main(["patterns", "--only", *CHEAP, "--out", str(kept), "--json", *SMALL]) == 0
    assert json.loads(capsys.readouterr().out) == before
    assert main(["patterns", "--only", "coffee", "--out", str(kept), *SMALL]) == 2


@pytest.mark.parametrize(
    ("needed", "left"),
    [
        ((), ""),
        (({"c"},), "c"),
        # b and d can stand in for each other: one of them stays.
        (({"b", "d"},), "d"),
        (({"a"}, {"e", "f"}), "af"),
    ],
)
def test_what_is_left_is_enough_and_nothing_of_it_can_go(needed, left):
    every = "abcdef"
    out = eliminated(every, lambda out: all(group - set(out) for group in needed))
    assert set(every) - set(out) == set(left)


@pytest.mark.usefixtures("coarse")
def test_what_a_pattern_needs_and_the_smallest_set_are_told(tmp_path, capsys):
    size = ("--seeds", "4", "--worlds", "1", "--inner", "2", "--knock-out-seeds", "4", "engine=threads")
    words = ["patterns", "--only", "same_door_twice", "--smallest", "--json", *size]
    assert main([*words, "--out", str(tmp_path / "out")]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["verdicts"][0]["kind"] in ("direct", "emergent")
    assert "open_interest" in told["verdicts"][0]["needs"]
    assert (tmp_path / "out" / "knock_out.parquet").exists()
    found = told["smallest"]
    assert found["patterns"] == ["same_door_twice"]
    assert "open_interest" in found["left"]
    assert len(found["out"]) > 10
    assert not set(found["left"]) & set(found["out"])
    assert "`open_interest`" in (tmp_path / "out" / "patterns.md").read_text()


def test_a_wrong_name_is_refused_with_the_nearest(capsys):
    assert main(["patterns", "--only", "cofee"]) == 2
    assert "did you mean 'coffee'" in capsys.readouterr().err


def test_every_arm_composes_within_the_plausible_ranges():
    composer = Composer(())
    for arm in arms(patterns()):
        told = composer.told(arm.cells).settings
        assert list(implausible(told)) == []
        assert told.weeks <= 260


@pytest.mark.parametrize("number", [0, 1])
def test_readings_do_not_hang_on_names(number):
    one = patterns(("map_or_meeting", "no_design"))[number]
    told = compose(next(iter(one.arms.values()))).settings
    renamed = without_names(told)
    assert renamed.district.name != told.district.name
    for seed in range(2):
        first, second = (readings(run, Empties().of(run), seed, [one.id])[1] for run in (told, renamed))
        # Where there is nothing to see, that is told as no number, on both sides.
        assert first.keys() == second.keys()
        assert np.array_equal(list(first.values()), list(second.values()), equal_nan=True)


def without_names(told):
    """The same settings with another name for strategy, district, scenario, communities and organisations."""
    district = told.district
    called = {one.name: f"organisation {n}" for n, one in enumerate(district.self_organisations)}
    called |= {one.name: f"institution {n}" for n, one in enumerate(district.institutions)}
    groups = {one.name: f"group {n}" for n, one in enumerate(district.communities)}

    def again(rows, **how):
        return tuple(
            replace(row, **{field: names.get(getattr(row, field), "") for field, names in how.items()})
            for row in rows
        )

    return replace(
        told,
        district=replace(
            district,
            name="somewhere",
            communities=again(district.communities, name=groups),
            self_organisations=again(district.self_organisations, name=called, community=groups),
            institutions=again(district.institutions, name=called),
        ),
        strategy=replace(told.strategy, name="something"),
        scenario=replace(
            told.scenario,
            name="sometime" if told.scenario.first_day else "none",
            start=again(told.scenario.start, organisation=called, institution=called, community=groups),
            events=again(told.scenario.events, organisation=called, institution=called),
        ),
    )


def test_who_an_event_is_about_is_known_also_where_it_does_not_happen():
    def parts(happens):
        told = compose(["scenario=case_okc_on_location", f"scenario.events.course_nisa.happens={happens}"])
        return watched(told.settings, Empties().of(told.settings), 0, set()).parts

    there, not_there = parts("true"), parts("false")
    assert there.keys() == not_there.keys()
    for kind, sides in there.items():
        assert [one.tolist() for one in sides] == [one.tolist() for one in not_there[kind]]
