"""What is added to a world changes only what it causes; a name changes nothing at all."""

from dataclasses import replace

import pytest

from experiments.presets import FilePresets
from sim.ensemble import run_world
from sim.events import KIND
from sim.registry import RULES
from tests.worlds import PRESETS, differing, levers, lived, settings

LEVERS = PRESETS.names("levers")
# What was told, not what came of it.
TOLD = {"levers", "effects", "prices"}


@pytest.mark.parametrize("name", LEVERS)
def test_a_lever_at_intensity_0_changes_no_byte(name):
    made = settings(district="zuidoost", weeks=80)
    (idle,) = levers(name, intensity=0.0)
    assert differing(lived(made), lived(replace(made, levers=(idle,)))) == []


@pytest.mark.parametrize("name", LEVERS)
def test_a_lever_changes_no_byte_before_its_start_and_something_after(name):
    made = settings("programmatic", "nieuw_west", weeks=40)
    later = replace(made, levers=levers(name, start=40, intensity=2.0))
    assert differing(lived(made, but=TOLD), lived(later, but=TOLD)) == []
    longer = replace(later, weeks=100)
    with_lever, without = (run_world(one, 1).weekly for one in (longer, replace(longer, levers=())))
    assert with_lever[:40].tobytes() == without[:40].tobytes()
    assert with_lever[40:].tobytes() != without[40:].tobytes()


def test_a_lever_that_ends_when_it_starts_changes_no_byte():
    made = settings(weeks=60)
    assert differing(lived(made), lived(replace(made, levers=levers(start=20, end=20)))) == []


def test_professionals_leave_in_the_same_weeks_whatever_the_strategy():
    def departures(strategy):
        events = run_world(settings(strategy, "zuidoost", weeks=150), 3).events
        return events[events["kind"] == KIND["professional_left"]][["week", "who"]].tolist()

    assert departures("none") == departures("explorative") == departures("programmatic") != []


def renamed(made):
    """The same settings in which nothing keeps its name."""
    district = made.district
    names = {community.name: f"x{n}" for n, community in enumerate(district.communities)}
    place = replace(
        district, name="elsewhere",
        communities=tuple(replace(one, name=names[one.name]) for one in district.communities),
        institutions=tuple(replace(one, name=f"i{n}") for n, one in enumerate(district.institutions)),
        self_organisations=tuple(
            replace(one, name=f"s{n}", community=names[one.community])
            for n, one in enumerate(district.self_organisations)))  # fmt: skip
    return replace(
        made, district=place, strategy=replace(made.strategy, name="another"),
        levers=tuple(replace(lever, name=f"l{n}") for n, lever in enumerate(made.levers)))  # fmt: skip


@pytest.mark.parametrize("strategy", PRESETS.names("strategy"))
@pytest.mark.parametrize("district", PRESETS.names("district"))
def test_new_names_for_everything_change_no_byte(strategy, district):
    made = settings(strategy, district, weeks=60, levers=levers())
    assert differing(lived(made), lived(renamed(made))) == []


def test_the_same_strategy_under_another_file_name_changes_no_byte(tmp_path):
    (tmp_path / "strategy").mkdir()
    for name in PRESETS.names("strategy"):
        text = "\n".join(f"  {policy}: {value}" for policy, value in PRESETS.strategy(name).policies.items())
        (tmp_path / "strategy" / f"not_{name}.yaml").write_text(
            "policies:\n" + text if text else "policies: {}"
        )
        other = FilePresets(tmp_path).strategy(f"not_{name}")
        made = settings(name, weeks=30)
        assert differing(lived(made), lived(replace(made, strategy=other))) == []


@pytest.mark.parametrize("strategy", PRESETS.names("strategy"))
def test_switching_off_a_rule_that_did_nothing_changes_no_byte(strategy):
    made = settings(strategy, weeks=40)
    world = run_world(made, 2).world
    idle = [rule.key for rule, moved in zip(RULES, world.activity, strict=True) if moved == 0.0]
    base = lived(made, 2, but={"on"})
    assert "blocked_role" in idle or strategy.startswith("programmatic")
    for key in idle:
        assert differing(base, lived(replace(made, rules_off=frozenset({key})), 2, but={"on"})) == [], key
