"""Why two sides differ: each rule taken out of both, in the same worlds, a few rules at a time."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any, Final

from experiments.knockouts import Apart, Lived, active, apart, knocked, lived
from experiments.parts import Part, explained
from experiments.provenance import run_names
from page.scenario import Scenario
from page.turns import Turns
from sim.registry import MEASURES, RULES, find
from sim.settings import Settings

MOST_KEPT: Final = 8


@dataclass
class Sought:
    """What was found out so far about one pair of sides."""

    base: Settings
    variant: Settings
    seeds: tuple[int, ...]
    keys: list[str]
    lived: tuple[Lived, Lived] | None = None
    out: dict[tuple[str, ...], Apart] = field(default_factory=dict)


class Reasons:
    """Takes rules out, one at a time whoever asks, and keeps what was found."""

    def __init__(self, turns: Turns, threads: int = 0) -> None:
        self._turns, self._threads = turns, threads
        self._shelf, self._kept = threading.Lock(), OrderedDict[str, Sought]()

    def sought(self, asked: Scenario, measure: str, worlds: int, until: int) -> dict[str, Any]:
        """The part of each of the first ``until`` rules in the difference of ``measure``, largest first."""
        name = find("measure", MEASURES, measure).name
        sought = self._find(asked, worlds)
        for key in sought.keys[:until]:
            self._take_out(sought, key)
        one, two = self._lived(sought)
        out = {(key,): sought.out[key,] for key in sought.keys[:until]}
        found = explained(name, one.measures, two.measures, apart(one, two), out)
        done = min(until, len(sought.keys))
        return {
            "measure": name,
            "worlds": worlds,
            "done": done,
            "of": len(sought.keys),
            "diff": found.found.diff,
            "ci": found.found.ci,
            "parts": [_told(part) for part in found.parts if not part.same],
            "still": sum(part.same for part in found.parts),
            "left": found.left,
            "chain": found.chain if done == len(sought.keys) else [],
            "linked": found.linked if done == len(sought.keys) else [],
            "command": asked.command(worlds).replace("compare", "why", 1) + f" --measures {name}",
        }

    def _find(self, asked: Scenario, worlds: int) -> Sought:
        base, variant = (asked.composed(words).settings for words in (asked.a, asked.b))
        key = f"{run_names(base)(asked.seed)} {run_names(variant)(worlds)}"
        with self._shelf:
            if key not in self._kept:
                seeds = tuple(range(asked.seed, asked.seed + worlds))
                self._kept[key] = Sought(base, variant, seeds, active(base, variant))
            self._kept.move_to_end(key)
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
            return self._kept[key]

    def _lived(self, sought: Sought) -> tuple[Lived, Lived]:
        with self._turns.turn():
            if sought.lived is None:
                one, two = (
                    lived(side, sought.seeds, self._threads, _quiet) for side in (sought.base, sought.variant)
                )
                sought.lived = one, two
            return sought.lived

    def _take_out(self, sought: Sought, key: str) -> None:
        with self._turns.turn():
            if (key,) not in sought.out:
                sought.out[key,] = knocked(
                    sought.base, sought.variant, (key,), sought.seeds, self._threads, _quiet
                )


def _quiet(more: int) -> None:
    """Nobody looks at the progress of one request."""


def _told(part: Part) -> dict[str, Any]:
    rule = next(rule for rule in RULES if rule.key == part.rules[0])
    return {
        "rule": rule.key,
        "part": part.part,
        "ci": part.ci,
        "share": part.share,
        "clear": part.clear,
        "without": part.without,
    }
