"""Paired worlds in growing batches: what was run is kept, so that only what changed is run again."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np

from experiments.answer import READABLE
from experiments.compare import Floats, assumed_differences, compare_arrays, parameter_worlds
from experiments.provenance import run_names
from experiments.question import Question
from page.charts import CHARTED, SHOWN, fans, kept
from page.scenario import Scenario
from page.turns import FIRST, MORE, SPARE, Turns
from sim.ensemble import run_ensemble, summarise
from sim.registry import MEASURES
from sim.settings import Settings

MOST_WORLDS: Final = 200
MOST_ASSUMPTIONS: Final = 64
MOST_INNER: Final = 20
PIECE: Final = 10
MOST_KEPT: Final = 48
# What is told against the base case: all that the page shows by itself.
AGAINST_BASE: Final = [name for name in MEASURES if name in (*SHOWN, *READABLE) or name.startswith("money_")]
COLUMNS: Final = [list(MEASURES).index(name) for name in AGAINST_BASE]


@dataclass
class Ensemble:
    """Worlds of one side so far: one number per measure and world, and the charted weeks."""

    settings: Settings
    first: int
    told: list[Floats] = field(default_factory=list)
    weekly: list[Floats] = field(default_factory=list)
    drawn: dict[int, Any] = field(default_factory=dict)

    def fans(self, worlds: int) -> Any:
        """The fans over the first ``worlds`` worlds, drawn once."""
        if worlds not in self.drawn:
            self.drawn[worlds] = fans(np.concatenate(self.weekly)[:worlds])
        return self.drawn[worlds]

    @property
    def worlds(self) -> int:
        """How many worlds were run."""
        return sum(len(part) for part in self.told)


class Worlds:
    """Runs worlds, one piece at a time whoever asks, and keeps the latest ensembles."""

    def __init__(self, threads: int = 0) -> None:
        self.threads = threads
        self.turns, self._shelf = Turns(), threading.Lock()
        self._kept: OrderedDict[str, Ensemble] = OrderedDict()
        self._assumed: OrderedDict[str, dict[int, Floats]] = OrderedDict()

    def compared(self, asked: Scenario, worlds: int) -> dict[str, Any]:
        """A and B world by world, each against the base case, and the fans of all three."""
        overrides = {"a": asked.a, "b": asked.b, "base": asked.nothing_new}
        composed = {side: asked.composed(words) for side, words in overrides.items()}
        Question(composed["a"], composed["b"], tuple(range(asked.seed, asked.seed + worlds)))
        told, drawn = {}, {}
        for side, one in composed.items():
            ensemble = self._ensemble(one.settings, asked.seed)
            self._grow(ensemble, worlds)
            told[side] = np.concatenate(ensemble.told)[:worlds]
            drawn[side] = ensemble.fans(worlds)
        found = {
            "ab": compare_arrays(list(MEASURES), told["a"], told["b"]),
            "a": compare_arrays(AGAINST_BASE, told["base"][:, COLUMNS], told["a"][:, COLUMNS]),
            "b": compare_arrays(AGAINST_BASE, told["base"][:, COLUMNS], told["b"][:, COLUMNS]),
        }
        return {
            "worlds": worlds,
            "contrasts": {
                name: {measure: _contrast(one) for measure, one in comparison.measures.items()}
                for name, comparison in found.items()
            },
            "fans": drawn,
            "weeks": kept(composed["a"].settings.weeks),
            "command": asked.command(worlds),
        }

    def assumed(self, asked: Scenario, count: int, inner: int, first: int, last: int) -> dict[str, Any]:
        """Mean differences (B minus A) in parameter worlds ``first`` to ``last`` of ``count``."""
        base, variant = (asked.composed(words) for words in (asked.a, asked.b))
        seeds = tuple(range(asked.seed, asked.seed + inner))
        question = Question(base, variant, seeds, count, inner)
        key = f"{run_names(base.settings)(asked.seed)} {run_names(variant.settings)(0)} {count} {inner}"
        with self._shelf:
            rows = _fetched(self._assumed, key, dict)
        drawn = list(parameter_worlds(count, question.fixed))
        for number in range(first, last):
            if number not in rows:
                with self.turns.turn(SPARE):
                    rows[number] = assumed_differences(
                        base.settings, variant.settings, [drawn[number]], seeds, self.threads, lambda _: None
                    )[0]
        table = np.array([rows[number] for number in range(last) if number in rows])
        return {
            "done": len(table),
            "of": count,
            "inner": inner,
            "measures": {name: _assumption(table[:, column]) for column, name in enumerate(MEASURES)},
            "command": asked.command(100, count, inner),
        }

    def _ensemble(self, settings: Settings, seed: int) -> Ensemble:
        key = run_names(settings)(seed)
        with self._shelf:
            return _fetched(self._kept, key, lambda: Ensemble(settings, seed))

    def _grow(self, ensemble: Ensemble, worlds: int) -> None:
        while ensemble.worlds < worlds:
            # Released after each piece, so that several sessions take turns.
            with self.turns.turn(MORE if ensemble.worlds else FIRST):
                there = ensemble.worlds
                if there >= worlds:
                    return
                start = ensemble.first + there
                seeds = range(start, start + min(PIECE, worlds - there))
                weekly = run_ensemble(ensemble.settings, seeds, threads=self.threads)
                ensemble.weekly.append(weekly[:, :, CHARTED].astype(np.float32))
                ensemble.told.append(summarise(weekly))


def _fetched(shelf: OrderedDict[str, Any], key: str, make: Any) -> Any:
    """What lies under ``key``, made when it is not there; the least recently used gives way."""
    if key not in shelf:
        shelf[key] = make()
    shelf.move_to_end(key)
    while len(shelf) > MOST_KEPT:
        shelf.popitem(last=False)
    return shelf[key]


def _contrast(one: Any) -> dict[str, Any]:
    names = ("base", "variant", "diff", "ci", "share_higher", "share_lower", "worlds")
    return {name: getattr(one, name) for name in names}


def _assumption(values: Floats) -> dict[str, Any]:
    there = values[np.isfinite(values)]
    if len(there) == 0:
        return {"positive": None, "negative": None, "worlds": 0, "spread": [None, None]}
    low, high = (float(point) for point in np.quantile(there, [0.05, 0.95]))
    return {
        "positive": int((there > 0).sum()),
        "negative": int((there < 0).sum()),
        "worlds": len(there),
        "spread": [low, high],
    }
