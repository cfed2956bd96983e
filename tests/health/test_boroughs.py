"""The boroughs of a city live side by side on any number of threads, and it is the same city."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest

from sim import boroughs, city
from sim.boroughs import ADDED, FEWEST, boroughs_of
from sim.ensemble import run_ensemble, run_world
from sim.events import TELLING, WEEK
from sim.neighbourhoods import neighbourhoods_of
from sim.population import populated, template
from sim.state import DTYPES
from sim.week import PHASES, STEPS, _run, advance, open_week, run_phase
from sim.world import NAMED, World, copy_of
from tests.processes import ROOT, environment
from tests.worlds import FAST, differing, fingerprints, hamlet, levers, settings

FEW, MANY = 30, 5
# Rows of these are of one neighbourhood, by the name of its range.
OF_ONE = {
    "parents": "parents",
    "homes": "parents",
    "workers": "workers",
    "professionals": "professionals",
    "institutions": "institutions",
    "self_organisations": "self_organisations",
    "pairs": "pairs",
    "collaborations": "pairs",
}


def five_hamlets(weeks=30, parents=160):
    """Settings of five neighbourhoods, in which all that can happen happens often."""
    one = hamlet(parents)
    place = replace(
        one,
        budget=MANY * one.budget,
        self_organisations=one.self_organisations * MANY,
        institutions=one.institutions * MANY,
        neighbourhoods=MANY,
    )
    return settings(district=place, weeks=weeks, levers=levers(), parameters=FAST)


def made(told, telling=0):
    """The city before its first week, in boroughs of a few families."""
    return populated(template(told, log_capacity=telling), 3)


@pytest.fixture(autouse=True)
def _few_families_are_a_borough(monkeypatch):
    monkeypatch.setattr(boroughs, "FEWEST", FEW)


@pytest.fixture(scope="module")
def alone():
    """What a city is after its weeks on one thread."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(boroughs, "FEWEST", FEW)
        world = made(five_hamlets())
        advance(world, 30, 0, threads=1)
    return fingerprints(world)


class Backwards(ThreadPoolExecutor):
    """Takes the last borough first."""

    def map(self, function, numbers):
        """As it says."""
        return [function(number) for number in reversed(numbers)]


def test_the_city_has_boroughs_that_share_nobody():
    world = made(five_hamlets())
    assert len(world.boroughs) == MANY
    for kind in ("parents", "workers", "institutions"):
        first, past = world.boroughs[f"{kind}_from"], world.boroughs[f"{kind}_to"]
        assert first[0] == 0
        assert past[-1] == len(getattr(world, kind))
        assert (first[1:] == past[:-1]).all()


@pytest.mark.parametrize("threads", [2, 3])
def test_any_number_of_threads_gives_the_same_bytes(alone, threads):
    world = made(five_hamlets())
    advance(world, 30, 0, threads=threads)
    assert differing(alone, fingerprints(world)) == []


def test_boroughs_in_another_order_give_the_same_bytes(alone, monkeypatch):
    monkeypatch.setattr(city, "ThreadPoolExecutor", Backwards)
    world = made(five_hamlets())
    advance(world, 30, 0, threads=2)
    assert differing(alone, fingerprints(world)) == []


def test_an_ensemble_of_cities_is_the_same_whatever_the_threads():
    told = five_hamlets(weeks=12)
    one, *others = (run_ensemble(told, range(2), threads=threads).tobytes() for threads in (1, 2, 4))
    assert set(others) == {one}


def test_plain_python_gives_the_same_bytes_on_any_number_of_threads():
    code = (
        "import json\nfrom sim import boroughs\nfrom tests.health import test_boroughs as here\n"
        "boroughs.FEWEST = 10\nprint(json.dumps([here.lived(threads) for threads in (1, 2, 3)]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment(BODEM_PLAIN="1"),
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    boroughs.FEWEST = 10
    for plain in json.loads(done.stdout.splitlines()[-1]):
        assert differing(lived(2), plain) == []


def lived(threads):
    """Fingerprints of a small city after a few weeks."""
    world = made(five_hamlets(weeks=5, parents=50))
    assert len(world.boroughs) == MANY
    advance(world, 5, 0, threads=threads)
    return fingerprints(world)


def test_a_city_phase_by_phase_with_all_that_is_told_is_the_same_city(alone):
    told = five_hamlets()
    whole = run_world(told, 3, trace=False).world
    phased = made(told, telling=len(whole.log))
    while phased.clock[WEEK] < told.weeks:
        open_week(phased)
        for number in range(len(PHASES)):
            run_phase(phased, number)
        phased.clock[WEEK] += 1
    assert phased.clock[TELLING] == 1
    assert differing(fingerprints(whole, {"clock"}), fingerprints(phased, {"clock"})) == []
    assert differing(alone, fingerprints(whole)) == [
        "clock",
        *sorted(f"log.{name}" for name in whole.log.dtype.names),
    ]


@pytest.mark.parametrize("step", [STEPS.live, STEPS.serve, STEPS.end])
def test_a_borough_writes_in_its_own_rows_and_at_its_desk_only(step):
    told = five_hamlets()
    world, lived = made(told), 0
    desks = city.City(world, _run, STEPS)._ending
    # Late enough for some families to be in help.
    advance(world, 29, 0, threads=1)
    for number, here in enumerate(neighbourhoods_of(told.district)):
        desks.lay_out()
        before = copy_of(world)
        desks.calls[number](step, number, 0)
        families = ((getattr(world, name), getattr(before, name)) for name in ("parents", "homes"))
        lived += any(now.tobytes() != then.tobytes() for now, then in families)
        for name in World._fields:
            both = zip(getattr(world, name), getattr(before, name), strict=True)
            changed = {row for row, (one, other) in enumerate(both) if one.tobytes() != other.tobytes()}
            own = {number} if name in ("boroughs", "busy") else set(getattr(here, OF_ONE.get(name, ""), ()))
            assert changed <= own, name
    assert lived > 0


def test_what_a_desk_adds_up_are_numbers_of_a_community():
    community = DTYPES["community"]
    assert set(ADDED) <= set(community.names)
    assert {community[name] for name in community.names} == {np.dtype(float)}
    assert "flow" in NAMED


@pytest.mark.parametrize(
    ("families", "number"), [(FEWEST, 1), (2 * FEWEST - 1, 1), (2 * FEWEST, 2), (100 * FEWEST, MANY)]
)
def test_only_many_families_are_more_than_one_borough(monkeypatch, families, number):
    monkeypatch.setattr(boroughs, "FEWEST", FEWEST)
    assert len(boroughs_of(neighbourhoods_of(five_hamlets(parents=families).district))) == number
