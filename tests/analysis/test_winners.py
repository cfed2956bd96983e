"""Who wins where, on a made-up sweep of two parameter worlds, two strategies and two seeds."""

from types import SimpleNamespace

import pandas as pd
import pytest

from analysis.winners import CONTRASTS, OUTCOMES, against, as_markdown, beats, checked, main, wins
from experiments.seal import sealed
from tests.sweeps.small import swept
from tests.worlds import PRESETS

POINTS = pd.DataFrame({"parameters.a": [0.1, 0.1, 0.9, 0.9], "strategy": ["none", "loud", "none", "loud"]})
ALIVE = [1.0, 3.0, 5.0, 2.0]


@pytest.fixture(scope="module")
def sweep():
    rows = [
        {"point": point, "seed": seed, "strategy": POINTS.strategy[point], "alive": ALIVE[point] + 0.1 * seed}
        for point in range(4)
        for seed in range(2)
    ]
    return SimpleNamespace(points=POINTS, table=pd.DataFrame(rows))


def test_each_world_has_its_winner_and_fewer_may_be_better(sweep):
    assert wins(sweep, {"alive": True})["alive"].to_dict() == {"loud": 0.5, "none": 0.5}
    assert beats(sweep, "loud", "none", {"alive": True})["alive"] == 0.5
    assert beats(sweep, "loud", "none", {"alive": False})["alive"] == 0.5


def test_worlds_are_told_apart_by_their_assumptions_only(sweep):
    worlds, won = against(sweep, "loud", "none", "alive", True)
    assert worlds.points["parameters.a"].tolist() == [0.1, 0.9]
    assert won.tolist() == [True, False]


def test_the_table_is_in_whole_per_cents(sweep):
    assert "| `loud` | 50% |" in as_markdown(wins(sweep, {"alive": True}), "strategy")


def test_a_real_sweep_is_told_from_the_command_line(tmp_path, capsys):
    worlds = "{kind: latin_hypercube, factors: [parameters], samples: 4}"
    design = f"{{kind: cross, of: [{worlds}, {{kind: grid, factors: {{strategy: null}}}}], seeds: 2}}"
    folder = swept(tmp_path / "s", f"design={design}", "weeks=30", "district=hamlet")
    sealed(folder)
    main([str(folder.path)])
    told = capsys.readouterr().out
    assert all(f"| `{name}` |" in told for name in PRESETS.names("strategy"))
    assert "programmatic against explorative" in told
    shares = [int(cell.strip(" %")) for cell in told.splitlines()[2].split("|")[2:-1]]
    assert len(shares) == len(OUTCOMES)
    assert all(0 <= share <= 100 for share in shares)


@pytest.mark.parametrize(
    ("points", "why"),
    [
        ({"parameters.a": [0.1, 0.9]}, "strategy 'programmatic'"),
        ({"strategy": ["none", "loud"]}, "'programmatic'"),
    ],
)
def test_a_sweep_of_something_else_is_refused(points, why):
    points = pd.DataFrame(points)
    table = pd.DataFrame({"point": [0, 1], "strategy": ["none", "loud"]})
    with pytest.raises(ValueError, match=why):
        checked(SimpleNamespace(points=points, table=table))


def test_a_sweep_over_strategies_alone_is_refused():
    names = [name for pair in CONTRASTS for name in pair]
    points = pd.DataFrame({"strategy": names})
    with pytest.raises(ValueError, match="no assumption"):
        checked(SimpleNamespace(points=points, table=points))


@pytest.mark.parametrize("words", [[], ["nowhere"], ["one", "two"]])
def test_a_wrong_call_is_told_in_one_sentence(words, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(words)
    assert stopped.value.code == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
