"""Families, organisations and pairs are conserved while families come and go, whatever is asked."""

import numpy as np

from sim.events import WEEK
from sim.state import AT_WORKER, IN_PREVENTION, IN_YOUTH_CARE
from tests.properties.drawn_runs import in_every_run, weeks_of

FIXED = {
    "self_organisations": ("first", "staff", "community", "orientation"),
    "institutions": ("first", "staff", "domain"),
    "pairs": ("worker", "professional"),
    "professionals": ("institution", "side_group"),
    "workers": ("self_organisation", "community", "side_group"),
}


@in_every_run
def test_organisations_pairs_and_places_stay_what_they_are(made, seed):
    for before, world in weeks_of(made, seed):
        for array, fields in FIXED.items():
            for field in fields:
                assert getattr(world, array)[field].tolist() == getattr(before, array)[field].tolist()


@in_every_run
def test_a_family_leaves_only_when_its_child_is_grown_and_exactly_one_comes(made, seed):
    for before, world in weeks_of(made, seed):
        if world.clock[WEEK] == 0:
            continue
        came = world.homes.generation - before.homes.generation
        assert set(came.tolist()) <= {0, 1}
        grown = before.parents.child_age + 1.0 / 52.0 >= 18.0
        assert (came.astype(bool) == grown).all()
        assert (world.parents.child_age[came > 0] == 4.0).all()
        # A question may arise in the week of coming, and a worker may begin to prepare for help at once.
        assert (world.homes.prior[came > 0] <= 1).all()
        assert world.parents.alive.all()


@in_every_run
def test_a_family_is_helped_in_one_place_by_someone_who_is_there(made, seed):
    for _, world in weeks_of(made, seed):
        families, homes = world.parents, world.homes
        formal = np.isin(families.help, (IN_PREVENTION, IN_YOUTH_CARE))
        assert (homes.helper[formal] >= 0).all()
        assert (homes.helper[~formal] == -1).all()
        assert (homes.worker[families.help == AT_WORKER] >= 0).all()
        attending = families.self_organisation >= 0
        assert (homes.worker[attending] >= 0).all()
        assert (
            world.workers.self_organisation[homes.worker[attending]] == families.self_organisation[attending]
        ).all()


@in_every_run
def test_groups_of_families_add_up(made, seed):
    last = None
    for _, world in weeks_of(made, seed):
        last = world
    m = last.weekly
    for name in ("early_help", "late_crises"):
        for group in ("outside", "far"):
            assert (m[f"{name}_{group}"] <= m[name]).all()
    assert (m.reach_lowest <= m.reach_highest).all()
