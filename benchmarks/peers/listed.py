"""Which peers there are, and which of them are installed here."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Final

import numpy as np

from benchmarks.agreement import Agreement, distances
from benchmarks.peers import subset
from sim.arrays import Floats
from sim.ensemble import run_ensemble
from sim.measures import NAMES

# starsim would install a font for all of matplotlib when it is first imported.
os.environ.setdefault("STARSIM_INSTALL_FONTS", "0")


@dataclass(frozen=True)
class Peer:
    """A framework: how it is called, its package, the module with the model, and how large it can go."""

    label: str
    package: str
    module: str
    largest: int

    @property
    def installed(self) -> bool:
        """Whether it is there."""
        return find_spec(self.package) is not None

    @property
    def made(self) -> Callable[..., Callable[[], Floats]]:
        """Makes a world of (district, parameters, seed, weeks): a function that runs it and gives means."""
        make: Callable[..., Callable[[], Floats]] = import_module(f"benchmarks.peers.{self.module}").made
        return make


PEERS: Final = (
    Peer("plain Mesa", "mesa", "mesa_model", 10_000),
    Peer("AgentPy", "agentpy", "agentpy_model", 10_000),
    Peer("starsim", "starsim", "starsim_model", 1_000_000),
)
MISSING: Final = (
    "{label} is not installed, so that it is left out ('pip install -c constraints.txt .[bench]')."
)


def installed() -> list[Peer]:
    """The peers that are there."""
    return [peer for peer in PEERS if peer.installed]


def missing() -> list[str]:
    """A sentence for each peer that is not there."""
    return [MISSING.format(label=peer.label) for peer in PEERS if not peer.installed]


def ours(worlds: int, weeks: int) -> Floats:
    """What the compiled model gives: the mean over the weeks of every measure, a row for each world."""
    weekly = run_ensemble(subset.compiled_settings(weeks), range(worlds), threads=1)
    return weekly[:, :, [NAMES.index(name) for name in subset.MEASURES]].mean(axis=1)


def theirs(peer: Peer, worlds: int, weeks: int) -> Floats:
    """The same from a peer."""
    place, p = subset.district(), subset.parameters()
    return np.array([peer.made(place, p, seed, weeks)() for seed in range(worlds)])


def compare(peer: Peer, worlds: int, weeks: int) -> list[Agreement]:
    """Compare a peer with the compiled model on every measure; of the compiled one there are more worlds."""
    return distances(subset.MEASURES, ours(10 * worlds, weeks), theirs(peer, worlds, weeks))
