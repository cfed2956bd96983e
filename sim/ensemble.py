"""Running worlds: one with its story, or many side by side on threads."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass

import numpy as np

from sim.arrays import Floats, Records
from sim.events import CAPACITY, COUNT, N_CLOCK, WEEK
from sim.kernel import CORES, PLAIN, forget_old, is_compiled_on_disk
from sim.measures import NAMES
from sim.neighbourhoods import neighbourhoods_of
from sim.population import populated, populated_anew, template
from sim.registry import MEASURES
from sim.settings import Settings
from sim.week import advance, open_week, run_phase
from sim.world import World

SNAPSHOT_WEEKS = 13
# With more pairs than this, relations are kept of the first and the last week only.
MANY_PAIRS = 20_000
# How a run is told in one number; the other measures by their last year.
TOTALS, ENDS = (np.array([MEASURES[name].summary == kind for name in NAMES]) for kind in ("total", "end"))


@dataclass(frozen=True)
class WorldRun:
    """One world after its run.

    ``weekly`` has a row per week and a column per measure; ``events`` is the log; ``relations`` holds the
    state of every pair at the start and every 13 weeks; ``world`` is the state at the end.
    """

    weekly: Floats
    events: Records
    relations: list[tuple[int, Records, Records]]
    names: dict[str, tuple[str, ...]]
    world: World


def room_for(world: World) -> int:
    """Rows of the log that one week can fill at most, with a margin."""
    traced = 60 * int(world.pairs.traced.sum())
    return 4 * len(world.pairs) + 4 * len(world.parents) + 200 + traced


def grown(world: World) -> World:
    """The same world with twice the room in its log."""
    log = np.concatenate([world.log, np.zeros(len(world.log) + room_for(world), world.log.dtype)])
    world.clock[CAPACITY] = len(log)
    return world._replace(log=log.view(np.recarray))


def advance_to(world: World, until: int, threads: int = 0) -> World:
    """Run up to week ``until``, making room in the log when it is needed; ``threads`` as for ``advance``."""
    while world.clock[WEEK] < until:
        advance(world, until, room_for(world), threads)
        if world.clock[WEEK] < until:
            world = grown(world)
    return world


def run_world(
    settings: Settings,
    seed: int,
    *,
    trace: bool = True,
    story: bool = True,
    progress: Callable[[int], None] | None = None,
) -> WorldRun:
    """Run one world with its events and quarterly relations; without ``story`` with neither.

    ``trace`` logs every term on every pair as well. ``progress`` is called with the week reached.
    """
    made = template(settings, log_capacity=int(story))
    world = populated(made, seed)
    world.pairs.traced[:] = int(trace and story)
    world = grown(world) if story else world
    relations = [_snapshot(world)] if story else []
    often = len(world.pairs) <= MANY_PAIRS
    while world.clock[WEEK] < settings.weeks:
        world = advance_to(world, min(settings.weeks, int(world.clock[WEEK]) + SNAPSHOT_WEEKS))
        if story and (often or world.clock[WEEK] >= settings.weeks):
            relations.append(_snapshot(world))
        if progress is not None:
            progress(int(world.clock[WEEK]))
    events = world.log[: world.clock[COUNT]].view(np.recarray)
    return WorldRun(world.weekly_values, events, relations, actor_names(settings), world)


def _snapshot(world: World) -> tuple[int, Records, Records]:
    return int(world.clock[WEEK]), world.pairs.copy(), world.collaborations.copy()


def run_ensemble(
    settings: Settings,
    seeds: Sequence[int],
    *,
    threads: int = 0,
    progress: Callable[[int], None] | None = None,
) -> Floats:
    """Weekly measures of many worlds, shape (worlds, weeks, measures), the same whatever ``threads`` is.

    ``threads`` 0 takes every core. ``progress`` is called with the number of worlds done.
    """
    made, threads = template(settings)._replace(activity=np.zeros(0)), threads or CORES
    # With more threads than worlds, some are left for the boroughs of each.
    each = max(1, threads // max(1, len(seeds)))
    out = np.zeros((len(seeds), settings.weeks, len(MEASURES)))
    done_with: list[World] = []

    def run(number: int) -> None:
        try:
            world = done_with.pop()
        except IndexError:
            world = populated(made, seeds[number])
        else:
            populated_anew(world, made, seeds[number])
        advance(world, settings.weeks, 0, each)
        out[number] = world.weekly_values
        done_with.append(world)

    with ThreadPoolExecutor(threads) as pool:
        waiting = [pool.submit(run, number) for number in range(len(seeds))]
        for done, future in enumerate(as_completed(waiting), start=1):
            future.result()
            if progress is not None:
                progress(done)
    return out


def summarise(weekly: Floats) -> Floats:
    """One number per measure and run: from (..., weeks, measures) to (..., measures)."""
    told = weekly[..., -52:, :].mean(axis=-2)
    np.copyto(told, weekly.sum(axis=-2), where=TOTALS)
    np.copyto(told, weekly[..., -1, :], where=ENDS)
    return told


def actor_names(settings: Settings) -> dict[str, tuple[str, ...]]:
    """Readable names of every actor, by kind of record, in the order of the rows."""
    district = settings.district
    workers, professionals = [], []
    for organisation in district.self_organisations:
        workers += [f"{organisation.name}, worker {n + 1}" for n in range(organisation.workers)]
    for institution in district.institutions:
        roles = (
            ("adviser", institution.advisers),
            ("case worker", institution.case_workers),
            ("manager", institution.managers),
        )
        professionals += [
            f"{institution.name}, {role} {n + 1}" for role, number in roles for n in range(number)
        ]
    return {
        "worker": tuple(workers),
        "professional": tuple(professionals),
        "parent": tuple(f"family {n + 1}" for n in range(district.parents)),
        "self_organisation": tuple(organisation.name for organisation in district.self_organisations),
        "pair": tuple(
            f"{workers[i]} with {professionals[j]}"
            for block in neighbourhoods_of(district)
            for i in block.workers
            for j in block.professionals
        ),
    }


def warm_up(say: Callable[[str], None]) -> float:
    """Compile the model if that was not done before; say so, and how long it took. Returns the seconds."""
    from sim.settings import Community, District, Institution, SelfOrganisation, Strategy

    if PLAIN:
        return 0.0
    first = not is_compiled_on_disk()
    started = time.perf_counter()
    if first:
        say("Compiling the model, once for this version (one to two minutes) ...")
    tiny = District(
        "tiny",
        3,
        0.0,
        (Community("all", 1.0),),
        (SelfOrganisation("one", "all", "care", 1, 3.0),),
        (Institution("one", "preventive"),),
    )
    settings = Settings(tiny, Strategy("none"), weeks=2)
    world = run_world(settings, 0).world._replace(clock=np.zeros(N_CLOCK, dtype=np.int64))
    open_week(world)
    run_phase(world, 0)
    seconds = time.perf_counter() - started
    if first:
        forget_old()
        say(f"Compiled in {seconds:.0f} seconds; from now on it starts at once.")
    return seconds
