"""All sides in turn, in CPU time on one thread: worlds at the default size, and weeks of larger districts."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from typing import Any, Final

import numpy as np

from benchmarks.limit import draws_per_parent_week, limit
from benchmarks.peers import subset
from benchmarks.peers.listed import Peer, installed
from benchmarks.scale import bytes_of
from sim.ensemble import run_ensemble
from sim.population import populated, template
from sim.week import advance
from sim.world import World

LARGE_WORLD = """
from benchmarks.peers.timing import large_template
from sim.population import populated
world = populated(large_template(2_000, 30), 0)
"""
# Families of a larger district, and weeks that are measured of it.
SIZES: Final = ((10_000, 16), (100_000, 16), (1_000_000, 8))


@dataclass(frozen=True)
class Turns:
    """Seconds of CPU of ours and of a peer, measured right after each other, for the same work."""

    label: str
    parents: int
    ours: list[float]
    theirs: list[float]

    @property
    def ratios(self) -> list[float]:
        """How many times as long the peer took, turn by turn."""
        return sorted(other / one for one, other in zip(self.ours, self.theirs, strict=True))


def seconds(run: Callable[[], object]) -> float:
    """Seconds of CPU that ``run`` takes."""
    started = time.process_time()
    run()
    return time.process_time() - started


def default_size(weeks: int, turns: int, worlds: int = 20) -> list[Turns]:
    """Worlds at the default size, making them included."""
    settings, place, p = subset.compiled_settings(weeks), subset.district(), subset.parameters()
    run_ensemble(settings, [0], threads=1)
    peers = installed()
    for peer in peers:
        peer.made(place, p, 0, 2)()
    found: dict[str, tuple[list[float], list[float]]] = {peer.label: ([], []) for peer in peers}
    for turn in range(turns):
        for peer in peers:
            ours, theirs = found[peer.label]
            ours.append(seconds(lambda: run_ensemble(settings, range(worlds), threads=1)) / worlds)
            theirs.append(seconds(lambda peer=peer, turn=turn: peer.made(place, p, turn, weeks)()))
    return [Turns(label, place.parents, *sides) for label, sides in found.items()]


def larger(turns: int) -> list[Turns]:
    """Weeks of larger districts, made before: of every peer that can go so far."""
    return [
        weeks_of(peer, parents, weeks, turns)
        for parents, weeks in SIZES
        for peer in installed()
        if parents <= peer.largest
    ]


def weeks_of(peer: Peer, parents: int, weeks: int, turns: int) -> Turns:
    """A week of a larger district, ours and a peer's in turn."""
    place, p = subset.district(parents), subset.parameters()
    empty, ours, theirs = large_template(parents, weeks), [], []
    peer.made(place, p, 0, 2)()  # What a peer compiles on first use does not count.
    for turn in range(turns):
        world = populated(empty, turn)
        ours.append(seconds(lambda world=world: advance(world, weeks, 0)) / weeks)
        theirs.append(seconds(peer.made(place, p, turn, weeks)) / weeks)
    return Turns(peer.label, parents, ours, theirs)


def large_template(parents: int, weeks: int) -> World:
    """Our world of a larger district before anybody is in it, with nothing logged."""
    return template(subset.compiled_settings(weeks, parents))._replace(activity=np.zeros(0))


def bare(parents: int) -> dict[str, float]:
    """What a week of our world of a larger district must cost at least: see ``benchmarks/limit.py``."""
    each = bytes_of(large_template(parents, 2)) / parents
    draws = draws_per_parent_week(LARGE_WORLD)
    return {"parents": parents, "bytes": each, "draws": draws, "limit": limit(parents, each, draws)}


def told(found: Turns) -> dict[str, Any]:
    """Medians and the range of the ratio, as plain values."""
    return {
        "peer": found.label,
        "parents": found.parents,
        "ours_seconds": median(found.ours),
        "peer_seconds": median(found.theirs),
        "ratio": median(found.ratios),
        "ratio_range": [found.ratios[0], found.ratios[-1]],
    }
