"""A city of neighbourhoods: the same rules, with pairs that grow with actors and not with their square."""

import re
from dataclasses import replace
from fnmatch import fnmatchcase

import numpy as np
import pytest
import yaml

from experiments.compose import CONFIGS, compose
from experiments.presets import FilePresets
from sim.ensemble import run_ensemble, run_world, summarise
from sim.measures import NAMES
from sim.neighbourhoods import neighbourhoods_of
from sim.population import populated, template
from sim.registry import OutOfBounds
from sim.settings import Community, Settings
from sim.synthetic import City
from tests.worlds import differing, hamlet, lived, settings

CITY = ("district=synthetic", "district.parents=400", "district.organisations=10", "weeks=60")


def twice(parents=40):
    """Two hamlets side by side as one district."""
    one = hamlet(parents)
    return replace(
        one,
        budget=2 * one.budget,
        self_organisations=one.self_organisations * 2,
        institutions=one.institutions * 2,
        neighbourhoods=2,
    )


def test_one_neighbourhood_is_the_whole_district():
    (only,) = neighbourhoods_of(hamlet())
    world = populated(template(settings()), 1)
    assert len(only.pairs) == len(world.workers) * len(world.professionals) == len(world.pairs)
    assert (world.workers.pairs_from == np.arange(len(world.workers)) * len(world.professionals)).all()
    assert (world.homes.neighbourhood == 0).all()


def test_every_pair_lies_in_one_neighbourhood_and_is_found_from_both_sides():
    world = populated(template(settings(district=twice())), 1)
    assert len(world.pairs) == 2 * 4 * 6
    for k, pair in enumerate(world.pairs):
        worker, professional = world.workers[pair.worker], world.professionals[pair.professional]
        assert worker.pairs_from + pair.professional == k
        assert worker.knows_from <= pair.professional < worker.knows_to
        assert professional.knows_from <= pair.worker < professional.knows_to


def test_families_stay_in_their_own_neighbourhood():
    run = run_world(settings(district=twice(200), weeks=52), 2)
    world, blocks = run.world, neighbourhoods_of(twice(200))
    for parent, home in zip(world.parents, world.homes, strict=True):
        here = blocks[home.neighbourhood]
        assert parent.self_organisation < 0 or parent.self_organisation in here.self_organisations
        assert home.helper < 0 or home.helper in here.professionals
    assert len(set(world.homes.neighbourhood.tolist())) == 2


def test_money_is_for_each_neighbourhood():
    one, two = (
        summarise(run_ensemble(settings(district=place, weeks=52), range(4)))[:, NAMES.index("money_spent")]
        for place in (hamlet(), twice())
    )
    assert two.mean() == pytest.approx(2 * one.mean(), rel=0.05)


def test_a_city_does_per_head_what_its_neighbourhoods_do():
    told = compose([*CITY, "district.parents=1200"]).settings
    base = compose([*CITY, "district.parents=600", "district.organisations=5"]).settings
    found = [summarise(run_ensemble(one, range(12))).mean(axis=0) for one in (base, told)]
    for name in ("trust_in_workers", "urgency_workers", "soil_conjunction", "parents_in_help"):
        one, two = (values[NAMES.index(name)] for values in found)
        assert two == pytest.approx(one, rel=0.25), name


def test_the_same_layout_gives_the_same_city_and_another_another():
    one, same, other = (compose([*CITY, f"district.layout={n}"]).settings.district for n in (1, 1, 2))
    assert one == same
    assert one.self_organisations != other.self_organisations
    assert len(one.self_organisations) == 10
    assert one.neighbourhoods == 2


def test_a_city_runs_the_same_whatever_the_threads():
    told = compose([*CITY, "weeks=20"]).settings
    assert np.array_equal(run_ensemble(told, range(3), threads=1), run_ensemble(told, range(3), threads=2))
    assert differing(lived(told, trace=False), lived(told, trace=False)) == []


def test_without_a_story_the_numbers_are_the_same_and_nothing_is_told():
    told = compose([*CITY, "weeks=20"]).settings
    told_, bare = run_world(told, 1, trace=False), run_world(told, 1, story=False)
    assert np.array_equal(told_.weekly, bare.weekly)
    assert len(told_.events) > 0
    assert len(bare.events) == 0
    assert bare.relations == []


def test_a_whole_city_can_be_laid_out():
    raw = yaml.safe_load((CONFIGS / "district" / "synthetic.yaml").read_text(encoding="utf-8"))
    kept = {key: raw[key] for key in City.__dataclass_fields__}
    city = City(**(kept | {"parents": 1_000_000, "organisations": 1500, "communities": 20})).district()
    people = sum(one.workers for one in city.self_organisations)
    staff = sum(one.professionals for one in city.institutions)
    assert 9_000 < people + staff < 11_000
    assert neighbourhoods_of(city)[-1].pairs.stop < 20 * (people + staff)


def test_every_number_of_the_city_has_a_source_or_a_range():
    raw = FilePresets().node("district", "synthetic")
    told = [entry["of"] for entry in raw["evidence"]]
    numbers = [key for key, value in raw.items() if isinstance(value, int | float) and key != "illustrative"]
    for name in numbers:
        hits = [entry for entry in raw["evidence"] if fnmatchcase(name, entry["of"])]
        assert len(hits) == 1, (name, told)
        if hits[0].get("assumption"):
            assert hits[0]["low"] <= raw[name] <= hits[0]["high"]
        else:
            assert hits[0]["section"]


def test_more_neighbourhoods_than_organisations_are_refused():
    with pytest.raises(OutOfBounds, match=r"district\.neighbourhoods"):
        Settings(replace(hamlet(), neighbourhoods=3), settings().strategy)
    with pytest.raises(OutOfBounds, match="communities"):
        Settings(replace(hamlet(), communities=(Community("x", 0.5),) * 0), settings().strategy)


def test_no_phase_finds_a_pair_by_the_number_of_all_professionals():
    """``worker.pairs_from + j`` is the row; a table of everyone times everyone would not fit a city."""
    found = [
        f"{path.name}: {line.strip()}"
        for path in (CONFIGS.parent / "sim").rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"[a-z_] \* (len\((w|world)\.professionals\)|per_worker)|% per_worker", line)
    ]
    assert found == []
