"""Small districts, settings and fingerprints that several tests share; run as a module it prints them."""

import hashlib
import json
import sys
from dataclasses import replace

from experiments.presets import FilePresets
from sim.ensemble import run_world
from sim.events import CAPACITY, COUNT
from sim.registry import PARAMETERS, RULES
from sim.settings import Community, District, Institution, SelfOrganisation, Settings

PRESETS = FilePresets()
VIEWS = {"policies", "weekly", "flow"}  # named views of arrays that are compared already
# The fast ends of plausible ranges, so that a short run sees nearly every rule.
OFTEN = (
    "approach_rate", "worker_approach_rate", "start_rate", "start_knows_deeper", "start_faces", "design_pace",
    "anchoring_pace", "model_open", "model_withdraw", "question_rate", "question_growth", "refer_rate",
    "seek_rate", "stuck_rate", "refer_formal", "hours_drain", "hours_exit", "service_contact",
)  # fmt: skip
SOON = (
    "design_enough", "strain_break", "crisis_level", "help_weeks", "volunteer_return", "upkeep_grace",
    "open_interest_patience",
)  # fmt: skip
FAST = {name: PARAMETERS[name].high for name in OFTEN} | {name: PARAMETERS[name].low for name in SOON}


def hamlet(parents=18, **changes):
    """A district with every kind of organisation, small enough for plain Python."""
    return replace(
        District(
            "hamlet", parents, 30_000.0, (Community("reds", 0.6), Community("blues", 0.4)),
            (SelfOrganisation("tea room", "reds", "emancipation", 2, 6.0, own_course=True),
             SelfOrganisation("night shift", "blues", "care", 2, 5.0, 2, own_place=False, mediates=True)),
            (Institution("centre", "preventive", advisers=2, hours=4.0, turnover=0.6, horizon=8.0),
             Institution("guardians", "youth_care", case_workers=1, hours=3.0, turnover=0.6, fit=0.6),
             Institution("school", "school", advisers=1, managers=0, hours=3.0)),
            attends=0.8,
        ), **changes)  # fmt: skip


def busy():
    """A district with few families and so many workers and professionals that someone leaves every week."""
    return hamlet(
        8,
        self_organisations=(SelfOrganisation("hall", "reds", "care", 6, 6.0),),
        institutions=(Institution("bureau", "preventive", advisers=6, managers=1, turnover=1.0),),
    )


def levers(*names, **fields):
    """The levers called ``names`` (all when none is named) with these fields, at full size by default."""
    chosen = [lever for lever in PRESETS.levers() if not names or lever.name in names]
    return tuple(replace(lever, **{"intensity": 1.0} | fields) for lever in chosen)


def settings(strategy="explorative", district=None, weeks=52, **fields):
    """Settings from presets; a district is a name or the hamlet."""
    place = hamlet() if district is None else district
    place = PRESETS.district(place) if isinstance(place, str) else place
    return Settings(place, PRESETS.strategy(strategy), weeks=weeks, **fields)


CASES = {
    "explorative, all levers": (settings(district=hamlet(40), weeks=60, levers=levers(), parameters=FAST), 7),
    "programmatic, ordered": (
        settings("programmatic", weeks=30, parameters=FAST, equal_budget=False,
                 levers=levers("mandate", "targets", "role_restriction", "budget_cut", start=4, end=22)
                 + levers("project_subsidy", intensity=2.0, end=20)), 2**40),
    "guided, aimed levers": (
        settings("engaged_guide", hamlet(30, budget=90_000.0), weeks=60, parameters=FAST,
                 levers=levers("broker", "facilitated_reflection", "mandate", target=("care", "school"))
                 + levers("group_visits", intensity=2.0)), 0),
    "none": (settings("none", weeks=24), 0),
    "no rule": (settings(weeks=24, levers=levers(), rules_off=frozenset(rule.key for rule in RULES)), 5),
}  # fmt: skip


def fingerprints(world, but=()):
    """A hash per array, per field where it has fields, of everything that one world holds."""
    found = {}
    for name, array in world._asdict().items():
        if name in VIEWS or name in but:
            continue
        if name == "log":
            array = array[: world.clock[COUNT]]
        for field in array.dtype.names or ("",):
            part = array[field] if field else array
            found[f"{name}.{field}".rstrip(".")] = hashlib.sha256(part.tobytes()).hexdigest()[:20]
    return found


def lived(made, seed=1, trace=True, but=()):
    """Fingerprints of the world of ``made`` and ``seed`` after its run."""
    world = run_world(made, seed, trace=trace).world
    world.clock[CAPACITY] = 0
    return fingerprints(world, but)


def differing(one, other):
    """Names of the arrays and fields in which two worlds are not the same bytes."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


if __name__ == "__main__":
    json.dump({name: lived(made, seed) for name, (made, seed) in CASES.items()}, sys.stdout)
