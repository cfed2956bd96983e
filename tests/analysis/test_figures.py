"""The figures of a comparison: what they draw is what the arrays say, and it can be read."""

import subprocess
import sys
from functools import cache
from itertools import combinations
from pathlib import Path

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.text import Text

from analysis.figures import (
    EXTRA,
    FAMILIES,
    Sides,
    comparison_figures,
    overview,
    page,
    save,
)
from analysis.figures.bands import bands
from analysis.figures.rows import KEY_MEASURES, grouped
from analysis.figures.words import WORDS, percent
from experiments.compare import contrast
from sim.measures import MEASURES, NAMES
from sim.registry import UnknownName

pytestmark = pytest.mark.filterwarnings("error")
ROOT = Path(__file__).resolve().parents[2]
ALL = (*FAMILIES, *EXTRA.values())
LABELS = ("programmatic", "explorative")
LONG = ("strategy=explorative_aloof", "strategy=explorative_aloof levers.coffee_fund.intensity=1.0 seed=17")


def worlds(seed, count=12, weeks=230):
    """Random walks for shares, random counts for numbers."""
    draws = np.random.default_rng(seed)
    out = np.empty((count, weeks, len(NAMES)))
    for column, name in enumerate(NAMES):
        if MEASURES[name].unit == "share":
            steps = draws.normal(0, 0.01, (count, weeks)).cumsum(axis=1)
            out[:, :, column] = np.clip(draws.uniform(0.2, 0.8) + steps, 0, 1)
        else:
            out[:, :, column] = draws.poisson(draws.uniform(0.05, 6), (count, weeks))
    return out


def sides(count=12, weeks=230, lang="en", labels=LABELS, title="Nieuw-West, a test"):
    return Sides(worlds(1, count, weeks), worlds(2, count, weeks), NAMES, labels, lang, title)


def figures(given):
    """Every figure by name."""
    more = [name for family in EXTRA.values() for name in family.glance]
    return {"overview": overview(given, more)} | {family.name: page(given, family) for family in ALL}


@cache
def drawn(lang, labels):
    """The figures of one pair of sides, drawn once for all tests that only look at them."""
    return figures(sides(lang=lang, labels=labels))


def texts(figure):
    """What is written on a figure: the texts that are drawn."""
    outside = {
        id(label)
        for axes in figure.axes
        for axis, (low, high) in ((axes.xaxis, axes.get_xlim()), (axes.yaxis, sorted(axes.get_ylim())))
        for tick in axis.get_major_ticks()
        for label in (tick.label1, tick.label2)
        if not low - 1e-9 <= tick.get_loc() <= high + 1e-9
    }
    shown = figure.findobj(lambda one: isinstance(one, Text) and one.get_visible() and one.get_text())
    return [one for one in shown if id(one) not in outside]


def written(figure):
    return " ".join(one.get_text() for one in texts(figure)).replace("\u00a0", " ")


def panel(figure, family, name, row):
    """The upper (0) or lower (1) panel of a measure."""
    return figure.axes[2 * family.panels.index(name) + row]


def line(axes, label):
    return next(one for one in axes.lines if one.get_label() == label).get_ydata()


def edges(axes, label, weeks):
    """Lower and upper edge of a band, read from what is drawn."""
    vertices = next(one for one in axes.collections if one.get_label() == label).get_paths()[0].vertices
    # fill_between walks: one end, the first edge, the other end, the second edge backwards.
    first, second = vertices[1 : weeks + 1, 1], vertices[weeks + 2 : 2 * weeks + 2, 1][::-1]
    return np.minimum(first, second), np.maximum(first, second)


def assert_readable(figure):
    """Assert that no two texts overlap and that none leaves the page."""
    figure.draw_without_rendering()  # lays everything out
    renderer = figure.canvas.get_renderer()
    boxes = [(one.get_text(), one.get_window_extent(renderer)) for one in texts(figure)]
    width, height = figure.bbox.size
    for text, box in boxes:
        assert box.x0 >= 0, f"{text!r} leaves the page"
        assert box.y0 >= 0, f"{text!r} leaves the page"
        assert box.x1 <= width, f"{text!r} leaves the page"
        assert box.y1 <= height, f"{text!r} leaves the page"
    for (one, a), (two, b) in combinations(boxes, 2):
        across = min(a.x1, b.x1) - max(a.x0, b.x0)
        down = min(a.y1, b.y1) - max(a.y0, b.y0)
        assert across <= 1 or down <= 1.5, f"{one!r} and {two!r} overlap"


@pytest.mark.usefixtures("coarse")
def test_every_figure_becomes_a_file(tmp_path):
    given = sides(weeks=60)
    paths = comparison_figures(given.base, given.variant, NAMES, out=tmp_path / "new", extra=("irritation",))
    names = [path.name for path in paths]
    assert names == [
        "overview.png",
        "trust.png",
        "urgency.png",
        "conditions.png",
        "collaborations.png",
        "referrals.png",
        "irritation.png",
    ]
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in paths)


WRITE = """
import sys, numpy as np
from pathlib import Path
from analysis.figures import FAMILIES, Sides, overview, page, save
from sim.measures import NAMES
values = np.load(sys.argv[1])
given = Sides(values, values[::-1], NAMES, ("one", "other"))
for name, figure in (("overview", overview(given)), ("trust", page(given, FAMILIES[0]))):
    save(figure, Path(sys.argv[2]) / name, ("png", "svg", "pdf"))
assert "matplotlib.pyplot" not in sys.modules, "figures must not touch pyplot"
"""


def test_same_arrays_same_bytes_in_another_process_whatever_the_users_settings(tmp_path):
    values = worlds(1, weeks=60)
    np.save(tmp_path / "values.npy", values)
    there, here = tmp_path / "there", tmp_path / "here"
    subprocess.run([sys.executable, "-c", WRITE, tmp_path / "values.npy", there], check=True, cwd=ROOT)
    given = Sides(values, values[::-1], NAMES, ("one", "other"))
    settings = {"font.size": 30, "axes.facecolor": "red", "svg.hashsalt": "other", "savefig.dpi": 40}
    with mpl.rc_context(settings):
        before = dict(mpl.rcParams)
        for name, figure in (("overview", overview(given)), ("trust", page(given, FAMILIES[0]))):
            save(figure, here / name, ("png", "svg", "pdf"))
        assert dict(mpl.rcParams) == before
    made = sorted(path.name for path in here.iterdir())
    assert len(made) == 6
    for name in made:
        assert (here / name).read_bytes() == (there / name).read_bytes(), name


@pytest.mark.parametrize(
    ("lang", "labels", "said"),
    [
        ("en", LABELS, ("12 worlds on each side", "chance (seeds) alone", "not a forecast")),
        ("nl", LONG, ("12 werelden aan elke kant", "alleen toeval (seeds)", "geen voorspelling")),
    ],
)
def test_every_figure_says_how_many_worlds_and_what_its_bands_are(lang, labels, said):
    for name, figure in drawn(lang, labels).items():
        for phrase in said:
            assert phrase in written(figure), name


@pytest.mark.parametrize(("lang", "labels"), [("en", LABELS), ("nl", LONG)])
def test_measures_are_called_as_in_the_registry(lang, labels):
    for family in ALL:
        shown = written(drawn(lang, labels)[family.name])
        for name in set(family.panels) - set(family.titles):
            assert getattr(MEASURES[name], lang).rstrip(".") in shown, name


@pytest.mark.parametrize("side", ["base", "variant"])
def test_bands_are_the_quantiles_over_worlds(side):
    given, family = sides(), FAMILIES[0]
    axes = panel(page(given, family), family, "trust_in_workers", 0)
    values = getattr(given, side)[:, :, NAMES.index("trust_in_workers")]
    low90, low50, median, high50, high90 = np.quantile(values, [0.05, 0.25, 0.5, 0.75, 0.95], axis=0)
    np.testing.assert_allclose(line(axes, f"{side} median"), median)
    np.testing.assert_allclose(edges(axes, f"{side} 90 %", given.weeks), (low90, high90))
    np.testing.assert_allclose(edges(axes, f"{side} 50 %", given.weeks), (low50, high50))


def test_difference_is_taken_within_each_world_and_has_a_zero_line():
    given, family = sides(), FAMILIES[0]
    axes = panel(page(given, family), family, "trust_in_district", 1)
    column = NAMES.index("trust_in_district")
    apart = given.variant[:, :, column] - given.base[:, :, column]
    np.testing.assert_allclose(line(axes, "difference median"), np.median(apart, axis=0))
    np.testing.assert_allclose(
        edges(axes, "difference 90 %", given.weeks), np.quantile(apart, [0.05, 0.95], axis=0)
    )
    assert set(line(axes, "zero")) == {0}


def test_flows_are_added_up_and_numbers_averaged_over_a_quarter():
    given = sides()
    flows = next(family for family in FAMILIES if family.told == "cumulative")
    axes = panel(page(given, flows), flows, "offered_to_preventive", 0)
    values = given.base[:, :, NAMES.index("offered_to_preventive")]
    np.testing.assert_allclose(line(axes, "base median"), np.median(values.cumsum(axis=1), axis=0))
    numbers = next(family for family in FAMILIES if family.name == "collaborations")
    drawn = line(panel(page(given, numbers), numbers, "collaborations_alive", 0), "base median")
    values = given.base[:, :, NAMES.index("collaborations_alive")]
    assert drawn[0] == np.median(values[:, 0])
    assert drawn[100] == pytest.approx(np.median(values[:, 88:101].mean(axis=1)))


def test_trust_among_partners_counts_only_where_there_are_partners():
    given, family = sides(), EXTRA["irritation"]
    alive, trust = NAMES.index("collaborations_alive"), NAMES.index("trust_among_partners")
    given.base[:6, :, alive], given.base[6:, :, alive] = 0, 2
    given.base[:6, :, trust] = 0
    axes = panel(page(given, family), family, "trust_among_partners", 0)
    np.testing.assert_allclose(line(axes, "base median"), np.median(given.base[6:, :, trust], axis=0))


def test_weeks_in_which_hardly_a_world_has_a_value_are_left_empty():
    values = np.full((40, 3), np.nan)
    values[:4, 0] = values[:3, 1] = 1.0
    told = bands(values)
    np.testing.assert_array_equal(told.median, [1.0, np.nan, np.nan])


def test_overview_tells_what_compare_tells():
    from sim.ensemble import summarise

    given = sides()
    one, two = summarise(given.base), summarise(given.variant)
    rows = [row for group in grouped(given, KEY_MEASURES).values() for row in group]
    assert {row.name for row in rows} == set(KEY_MEASURES)
    frames = overview(given).axes
    for row in rows:
        column = NAMES.index(row.name)
        found = contrast(one[:, column], two[:, column])
        assert row.found.diff == pytest.approx(found.diff)
        assert row.found.ci == pytest.approx(found.ci)
        assert row.found.share_higher == found.share_higher
        (drawn,) = (
            mark for axes in frames for mark in axes.lines if mark.get_label() == f"{row.name} interval"
        )
        np.testing.assert_allclose(drawn.get_xdata(), found.ci)


def test_overview_mixes_no_units():
    for family in ALL:
        assert len({MEASURES[name].unit for name in family.panels}) == 1, family.name
    for unit, rows in grouped(sides(), KEY_MEASURES).items():
        assert len({(MEASURES[row.name].unit, MEASURES[row.name].summary) for row in rows}) == 1, unit


def test_every_measure_can_be_told_in_words():
    assert {measure.unit for measure in MEASURES.values()} <= set(WORDS)
    assert {measure.summary for measure in MEASURES.values()} <= set(WORDS)
    assert {name for family in ALL for name in (*family.panels, *family.glance)} <= set(MEASURES)


def test_nearly_all_is_not_told_as_all():
    assert [percent(share) for share in (0, 0.001, 0.344, 0.999, 1)] == ["0", "<1", "34", ">99", "100"]


@pytest.mark.parametrize(("lang", "labels"), [("en", LABELS), ("nl", LONG), ("nl", ("$a_b", "{x} $c^d"))])
def test_nothing_overlaps_or_leaves_the_page(lang, labels):
    for figure in drawn(lang, labels).values():
        assert_readable(figure)


@pytest.mark.parametrize(("count", "weeks"), [(1, 260), (1, 1), (5, 1), (3, 520)])
def test_few_worlds_and_short_runs_are_drawn_too(count, weeks):
    for figure in figures(sides(count, weeks)).values():
        assert_readable(figure)
        assert f"{count} world" in written(figure)


def test_sides_that_are_the_same_are_said_to_be():
    values = worlds(1)
    given = Sides(values, values.copy(), NAMES, LABELS)
    for family in FAMILIES:
        figure = page(given, family)
        assert_readable(figure)
        assert written(figure).count("no difference") == len(family.panels)


def test_an_axis_that_does_not_start_at_zero_is_said_not_to():
    base, family = np.full((3, 60, len(NAMES)), 0.5), FAMILIES[0]
    for shift, cut in ((-0.1, True), (-0.4, False)):
        figure = page(Sides(base, base + shift, NAMES, LABELS), family)
        assert ("does not start at 0" in written(figure)) is cut
        assert all((axes.get_ylim()[0] > 0) == cut for axes in figure.axes[::2])


def test_that_nothing_differs_is_not_written_over_the_zero_line():
    base, family = worlds(1), FAMILIES[0]
    for shift in (-0.2, 0.2):
        variant = base.copy()
        variant[:, :, NAMES.index("trust_in_workers")] += shift
        axes = panel(page(Sides(base, variant, NAMES, LABELS), family), family, "trust_in_district", 1)
        (low, high), (said,) = axes.get_ylim(), axes.texts
        assert abs(said.get_position()[1] - -low / (high - low)) > 0.2


def test_nothing_at_all_is_said_to_be_nothing():
    zero = np.zeros((5, 60, len(NAMES)))
    given = Sides(zero, zero, NAMES, LABELS)
    for figure in figures(given).values():
        assert_readable(figure)
    assert "none at all in any world" in written(page(given, FAMILIES[-1])).replace("\n", " ")
    assert "hardly any world has a value" in written(page(given, EXTRA["irritation"]))


def test_a_line_is_named_beside_itself():
    base, variant = np.full((2, 5, 260, len(NAMES)), 0.3)
    variant += 0.3
    for axes in page(Sides(base, variant, NAMES, LABELS), FAMILIES[0]).axes[::2]:
        low, high = axes.get_ylim()
        heights = {one.get_text(): low + one.get_position()[1] * (high - low) for one in axes.texts}
        assert abs(heights["programmatic"] - 0.3) < abs(heights["programmatic"] - 0.6)
        assert abs(heights["explorative"] - 0.6) < abs(heights["explorative"] - 0.3)


def test_lines_that_coincide_are_not_named_beside_each_other():
    base, variant = np.full((2, 5, 260, len(NAMES)), 0.3)
    variant += 0.0005
    assert not any(axes.texts for axes in page(Sides(base, variant, NAMES, LABELS), FAMILIES[0]).axes)


@pytest.mark.parametrize(
    ("wrong", "near"),
    [
        ({"lang": "du"}, "language"),
        ({"extra": ("iritation",)}, "'irritation'"),
        ({"formats": ("pgn",)}, "'png'"),
    ],
)
def test_a_wrong_name_is_refused_before_anything_is_written(tmp_path, wrong, near):
    given = sides(weeks=10)
    with pytest.raises(UnknownName, match=near):
        comparison_figures(given.base, given.variant, NAMES, out=tmp_path / "none", **wrong)
    assert not (tmp_path / "none").exists()


def test_arrays_that_cannot_be_paired_are_refused():
    given = sides(weeks=10)
    with pytest.raises(ValueError, match="same \\[worlds, weeks, measures\\]"):
        Sides(given.base, given.variant[:3], NAMES, LABELS)
    with pytest.raises(ValueError, match="at least one"):
        Sides(given.base[:0], given.variant[:0], NAMES, LABELS)
    with pytest.raises(ValueError, match="names for"):
        Sides(given.base, given.variant, NAMES[1:], LABELS)
    with pytest.raises(UnknownName, match="'trust_in_workers'"):
        given.weekly("trust_in_worker")
