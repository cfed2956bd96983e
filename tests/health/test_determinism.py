"""The same settings and seed give the same bytes: however, wherever and in whatever order they are run."""

import json
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

from sim.ensemble import run_ensemble, run_world
from sim.events import COUNT, WEEK
from sim.population import populated, template
from sim.registry import RULES
from sim.week import PHASES, advance, open_week, run_phase
from tests.processes import ROOT, environment
from tests.worlds import CASES, differing, fingerprints, levers, lived, settings

INPUTS = {"on", "p", "prices", "strategy", "levers", "effects", "holiday"}
RECEIPTS = {"levers.paid"}  # what was paid is written beside what was asked


def assert_same_in_every_case(there):
    for name, (made, seed) in CASES.items():
        other = differing(lived(made, seed), there[name])
        assert not other, f"{name}: {', '.join(other)}"


@pytest.mark.parametrize("name", CASES)
def test_a_world_run_twice_is_the_same_bytes(name):
    made, seed = CASES[name]
    assert differing(lived(made, seed), lived(made, seed)) == []


def test_settings_made_anew_give_the_same_bytes():
    one, other = (settings("programmatic", "zuidoost", levers=levers()) for _ in range(2))
    assert differing(lived(one), lived(other)) == []


def test_another_process_with_another_hash_seed_gives_the_same_bytes():
    done = subprocess.run(
        [sys.executable, "-m", "tests.worlds"],
        env=environment(PYTHONHASHSEED="123", BODEM_PLAIN=""),
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert_same_in_every_case(json.loads(done.stdout))


def test_plain_python_gives_the_same_bytes_as_compiled_code(in_plain_python):
    assert_same_in_every_case(in_plain_python["ends"])


def test_the_cases_that_are_compared_with_plain_python_make_every_rule_fire():
    moved = sum(run_world(made, seed).world.activity for made, seed in CASES.values())
    assert [rule.key for rule, amount in zip(RULES, moved, strict=True) if amount == 0] == []


def test_one_thread_or_two_give_the_same_bytes():
    made = settings(district="nieuw_west", levers=levers("coffee_fund", "mandate"))
    one, two = (run_ensemble(made, range(12), threads=threads) for threads in (1, 2))
    assert one.tobytes() == two.tobytes()


def test_seeds_in_another_order_give_the_same_worlds():
    made, seeds = settings(district="nieuw_west"), np.array([5, 0, 2**33, 17, 3])
    order = np.array([3, 1, 4, 0, 2])
    straight, shuffled = run_ensemble(made, seeds), run_ensemble(made, seeds[order])
    assert straight[order].tobytes() == shuffled.tobytes()


def test_a_world_in_a_crowd_is_the_world_alone():
    made = settings(district="zuidoost", levers=levers())
    crowd = run_ensemble(made, range(4))
    assert all(crowd[seed].tobytes() == run_world(made, seed).weekly.tobytes() for seed in range(4))


def test_listening_to_a_world_does_not_change_it():
    made = settings(district="nieuw_west", levers=levers())
    silent = populated(template(made), 1)
    advance(silent, made.weeks, 0)
    loud, quiet = (run_world(made, 1, trace=trace).world for trace in (True, False))
    assert loud.clock[COUNT] > quiet.clock[COUNT] > silent.clock[COUNT] == 0
    first, second, third = (fingerprints(world, {"log", "clock"}) for world in (loud, quiet, silent))
    assert differing(first, second) == ["pairs.traced"]
    assert differing(second, third) == []


def test_a_run_cut_in_pieces_is_the_same_run():
    made = settings("engaged_guide", levers=levers())
    whole, pieces = (populated(template(made), 4) for _ in range(2))
    advance(whole, made.weeks, 0)
    for until in (1, 2, 13, 40, made.weeks):
        advance(pieces, until, 0)
    assert differing(fingerprints(whole), fingerprints(pieces)) == []


def test_a_week_phase_by_phase_is_the_same_week():
    made = settings(levers=levers(), weeks=30)
    whole, phased = (populated(template(made), 4) for _ in range(2))
    advance(whole, made.weeks, 0)
    while phased.clock[WEEK] < made.weeks:
        open_week(phased)
        for number in range(len(PHASES)):
            run_phase(phased, number)
        phased.clock[WEEK] += 1
    assert differing(fingerprints(whole), fingerprints(phased)) == []


def test_a_longer_run_begins_with_the_shorter_one():
    made = settings(levers=levers("coffee_fund"), weeks=80)
    short, long = (run_world(replace(made, weeks=weeks), 6) for weeks in (40, 80))
    assert short.weekly.tobytes() == long.weekly[:40].tobytes()
    assert short.events.tobytes() == long.events[: len(short.events)].tobytes()


def test_a_run_does_not_write_in_what_it_was_told():
    made = settings(levers=levers())
    base = template(made)
    before, world = fingerprints(base), populated(base, 1)
    advance(world, made.weeks, 0)
    assert differing(before, fingerprints(base)) == []
    changed = differing(before, fingerprints(world))
    assert [name for name in changed if name.split(".")[0] in INPUTS and name not in RECEIPTS] == []
