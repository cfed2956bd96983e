"""The figures of one strategy draw what its tables say, can be read, and say on how many worlds."""

import numpy as np
import pandas as pd
import pytest

from analysis.figures import crowd, flows, lives, matrix, network, soil
from analysis.figures.saying import PHRASES
from analysis.figures.timeline import timeline
from analysis.intervals import mean_of
from experiments.cli import main
from experiments.figures import pictures, ran
from experiments.people import pair
from experiments.story import of_pair
from experiments.sweep_parsers import FIGURES
from sim.ensemble import summarise
from sim.measures import NAMES
from tests.analysis.test_figures import assert_readable, written
from tests.sweeps.small import OWN
from tests.worlds import FAST, settings

pytestmark = pytest.mark.filterwarnings("error::UserWarning", "error::RuntimeWarning")
WEEKS = 104


@pytest.fixture(scope="module")
def worlds():
    return ran(settings(weeks=WEEKS, parameters=FAST), range(3, 7), threads=2)


@pytest.fixture(scope="module")
def totals(worlds):
    return pd.DataFrame(summarise(worlds.weekly), columns=list(NAMES))


def weekly(worlds, name, week):
    return worlds.weekly[:, week - 1, NAMES.index(name)]


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("kind", FIGURES)
def test_a_figure_can_be_read_and_says_on_what_it_stands(worlds, kind, lang):
    ((name, table, figure),) = pictures(worlds, [kind], "A town", lang)
    assert (name, len(table) > 0) == (kind, True)
    assert_readable(figure)
    told = written(figure)
    assert f"4 {'worlds' if lang == 'en' else 'werelden'}" in told
    assert ("not a forecast" if lang == "en" else "geen voorspelling") in told
    if kind not in ("flows", "soil"):
        assert "seed 3" in told


def test_ways_of_families_are_the_means_of_the_measures(totals):
    table = flows.flows_table(totals).set_index(["by", "to"])
    for route in flows.ROUTES:
        row = table.loc[(route.by, route.to)]
        assert row.offered_mean == totals[route.offered].mean()
        assert row.accepted_mean == totals[route.accepted].mean()
        assert (totals[route.accepted] <= totals[route.offered]).all(), route
    assert table.loc[("workers", "credited")].offered_mean == totals["referrals_attributed"].mean()
    offered, went = (sum(totals[getattr(r, side)] for r in flows.ROUTES) for side in ("offered", "accepted"))
    stayed = table.loc[("location", "talked")].offered_mean + table.loc[("all", "not")].offered_mean
    assert stayed == pytest.approx((offered - went).mean())


def test_what_goes_in_at_the_left_comes_out_at_the_right(totals):
    figure = flows.flows(flows.flows_table(totals), "A town", 2.0)
    bars = [one for one in figure.axes[0].patches if hasattr(one, "get_x")]
    left = sum(one.get_height() for one in bars if one.get_x() < flows.WIDTH / 2)
    right = sum(one.get_height() for one in bars if one.get_x() > flows.WIDTH / 2)
    assert left == pytest.approx(flows.TALL, abs=0.1)
    assert left == pytest.approx(right, abs=0.1)


def test_the_network_counts_what_the_measures_count(worlds):
    table = network.ties_table(worlds.relations)
    assert sorted(table["week"].unique()) == [0, 52, 104]
    for week in (52, 104):
        here = table[table["week"] == week]
        assert here["together"].tolist() == weekly(worlds, "collaborations_alive", week).tolist()
        assert here["on_location"].tolist() == weekly(worlds, "collaborations_on_location", week).tolist()


def test_the_trust_matrix_is_the_mean_over_pairs_and_worlds(worlds):
    table = matrix.trust_table(worlds.relations)
    one = table[(table["institution"] == "centre") & (table["self_organisation"] == "tea room")]
    end = worlds.relations[worlds.relations["week"] == WEEKS]
    mine = end[end["professional"].str.startswith("centre") & end["worker"].str.startswith("tea room")]
    for direction in ("trust_worker", "trust_professional"):
        row = one[one["direction"] == direction].iloc[0]
        assert row["mean"] == pytest.approx(mine[direction].mean())
        assert row["worlds"] == 4
        assert row.low < row["mean"] < row.high


def test_the_scarcest_condition_is_one_of_four(worlds):
    table = soil.soil_table(worlds.weekly, NAMES).set_index("condition")
    assert table["scarcest"].sum() == pytest.approx(1.0)
    last = worlds.weekly[:, -52:, NAMES.index("soil_trust")].mean()
    assert table.loc["soil_trust", "mean"] == pytest.approx(last)


def test_lives_are_the_collaborations_alive(worlds):
    for place, seed in enumerate(worlds.seeds):
        told = lives.lives_of(worlds.events[worlds.events["run_id"] == str(seed)])
        for week in (20, 52, 90):
            alive = sum(one.start < week and (one.end is None or one.end >= week) for one in told)
            # Those begun before the first week are known only once something happens to them.
            assert weekly(worlds, "collaborations_alive", week)[place] - alive in (0, 1, 2)


def test_a_pair_s_story_is_drawn_with_its_trust(worlds):
    told = worlds.settings
    names = worlds.relations.iloc[0]
    story = of_pair(told, 3, pair(told, [names.professional, names.worker], "en"), "en")
    end = worlds.relations[(worlds.relations["run_id"] == "3") & (worlds.relations["week"] == WEEKS)].iloc[0]
    by_professional, by_worker = story.paths.values()
    assert (len(by_worker), len(by_professional)) == (WEEKS + 1, WEEKS + 1)
    assert by_worker[-1] == pytest.approx(end.trust_worker)
    assert by_professional[-1] == pytest.approx(end.trust_professional)
    for lang in ("en", "nl"):
        figure = timeline(story.about, story.lines, WEEKS, "A town", 3, lang, story.paths)
        assert_readable(figure)
        assert "seed 3" in written(figure)


def test_of_many_events_the_rarest_kinds_are_told(worlds):
    class Line:
        def __init__(self, week, kind):
            self.week, self.kind, self.sentence, self.section = week, kind, f"It was {kind}.", "§1.1"

    lines = [Line(week, "common") for week in range(90)] + [Line(95, "rare")]
    figure = timeline(["someone"], lines, WEEKS, "A town", 1)
    assert_readable(figure)
    assert "It was rare." in written(figure)
    assert "34 of 91 events" in written(figure)


def test_moments_are_the_start_the_end_and_years_between():
    assert crowd.moments(range(0, 261, 13)) == [0, 52, 104, 156, 208, 260]
    assert crowd.moments([0, 13, 26, 30]) == [0, 13, 26, 30]
    assert crowd.moments([0, 30]) == [0, 30]
    many = crowd.moments(range(0, 521, 13))
    assert (many[0], many[-1], len(many) <= 6) == (0, 520, True)


def test_a_mean_is_written_without_false_decimals():
    assert mean_of(np.array([40.0, 44.0, 48.0, 41.0])).words("en") == "43 (38 to 49)"
    assert mean_of(np.array([0.5])).words("nl") == "0,500"
    assert mean_of(np.array([0.12, 0.14])).words("nl", 2) == "0,1 (0,0 tot 0,3)"


def test_every_phrase_is_there_in_two_languages():
    same = {key for key, (en, nl) in PHRASES.items() if en == nl}
    assert same <= {"by_school"}
    assert all("{" not in en or en.count("{") == nl.count("{") for en, nl in PHRASES.values())


@pytest.mark.usefixtures("coarse")
def test_the_commands_draw(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    few = ["weeks=20", "district=hamlet", "--config-dir", str(OWN), "--worlds", "2"]
    assert main(["figures", *few, "--out", "f", "--only", "flows", "soil", "--formats", "png", "pdf"]) == 0
    made = {file.name for file in (tmp_path / "f").iterdir()}
    assert made >= {"flows.png", "flows.pdf", "flows.csv", "soil.png", "soil.csv", "provenance.json"}
    assert "network.png" not in made
    assert main(["figures", *few, "--out", "g", "--only", "flow"]) == 2
    assert "flows" in capsys.readouterr().err
    story = ["story", *few[:-2], "--who", "tea room, worker 1", "--figure"]
    assert main([*story, "a.svg"]) == 0
    assert (tmp_path / "a.svg").read_text().startswith("<?xml")
    for wrong, told in (("a.svg", "exists"), ("a.gif", "png, svg")):
        assert main([*story, wrong]) == 2
        assert told in capsys.readouterr().err
