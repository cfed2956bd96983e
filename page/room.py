"""The room of a group: a question to predict, what everyone handed in, and what was decided.

While a round is open nobody sees what the others said; when the leader closes it, everyone does.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from statistics import fmean
from typing import Any, Final

from page.errors import Bad
from page.reading import text, whole
from page.scenario import scenario
from page.visitor import Visitor
from sim.registry import MEASURES, find

MOST_PEOPLE: Final = 60
MOST_ROUNDS: Final = 20
LONGEST_NAME: Final = 40
LONGEST_NOTE: Final = 1500
DIRECTIONS: Final = ("higher", "same", "lower")
NOTES: Final = ("question", "decision", "reasons")


@dataclass(frozen=True)
class Entry:
    """What one participant handed in: a prediction, and the side B they would choose."""

    name: str
    direction: str
    worlds: int
    side: dict[str, Any]

    def as_json(self) -> dict[str, Any]:
        """This entry as the page gets it."""
        return {
            "name": self.name,
            "direction": self.direction,
            "worlds": self.worlds,
            "strategy": self.side["strategy"],
            "levers": _strengths(self.side),
            "side": self.side,
        }


@dataclass
class Round:
    """One question put to the group."""

    number: int
    measure: str
    scenario: dict[str, Any]
    opened: str
    open: bool = True
    closed: str = ""
    entries: dict[str, Entry] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=lambda: dict.fromkeys(NOTES, ""))
    noted: str = ""

    def as_json(self) -> dict[str, Any]:
        """This round as everyone may see it now."""
        told = {
            "number": self.number,
            "measure": self.measure,
            "scenario": self.scenario,
            "opened": self.opened,
            "closed": self.closed,
            "open": self.open,
            "count": len(self.entries),
            "names": [entry.name for entry in self.entries.values()],
            "notes": self.notes,
            "noted": self.noted,
        }
        if self.open:
            return told
        entries = list(self.entries.values())
        return {**told, "entries": [one.as_json() for one in entries], "gathered": gathered(entries)}


class Room:
    """Everything a group records, in memory; ``keep`` is told of every change."""

    def __init__(self, keep: Callable[[dict[str, Any]], None] | None = None) -> None:
        self._held, self._rounds, self._keep = threading.RLock(), list[Round](), keep
        self._version = 0

    def seen_by(self, visitor: Visitor, code: str | None, address: str) -> dict[str, Any]:
        """What a visitor may see of the room; only the leader is shown the code to hand on."""
        with self._held:
            mine = self._rounds[-1].entries.get(visitor.who) if self._rounds else None
            return {
                "version": self._version,
                "shared": code is not None,
                "leads": visitor.leads,
                "code": code if visitor.leads else None,
                "address": address if visitor.leads else None,
                "mine": mine.as_json() if mine else None,
                "rounds": [one.as_json() for one in self._rounds],
            }

    def closed_to(self, visitor: Visitor) -> bool:
        """Whether a visitor may not look at results now: an open round hides them from all but the leader."""
        with self._held:
            return not visitor.leads and bool(self._rounds) and self._rounds[-1].open

    def begin(self, visitor: Visitor, node: Mapping[str, Any]) -> None:
        """Put a question: a scenario and the measure to predict. Closes the round before."""
        _only_leader(visitor)
        scenario(node.get("scenario"))
        measure = find("measure", MEASURES, text(node, "measure", 80)).name
        with self._held:
            if len(self._rounds) >= MOST_ROUNDS:
                raise Bad(409, f"This session has had {MOST_ROUNDS} rounds: start 'bodem serve' anew.")
            self._close()
            self._rounds.append(Round(len(self._rounds) + 1, measure, dict(node["scenario"]), _now()))
            self._changed()

    def hand_in(self, visitor: Visitor, node: Mapping[str, Any]) -> None:
        """Record what a participant says; a second time replaces the first, until the round is closed.

        The leader may hand in for others who have no device: each name is then one entry.
        """
        name = text(node, "name", LONGEST_NAME)
        direction = text(node, "direction", 10)
        if direction not in DIRECTIONS:
            raise Bad(400, f"'direction' must be one of {', '.join(DIRECTIONS)}.")
        worlds = whole(node, "worlds", 50, 0, 100)
        with self._held:
            now = self._current()
            if not now.open:
                raise Bad(409, "This round is closed: what was handed in stays as it is.")
            side = node.get("side", now.scenario.get("b", {}))
            scenario({**now.scenario, "b": side})
            key = f"{visitor.who} {name}" if visitor.leads else visitor.who
            if key not in now.entries and len(now.entries) >= MOST_PEOPLE:
                raise Bad(409, f"There is room for {MOST_PEOPLE} people.")
            entry = Entry(name or f"{len(now.entries) + 1}", direction, worlds, _side(side))
            now.entries[key] = entry
            self._changed()

    def show(self, visitor: Visitor) -> None:
        """Close the round: what everyone handed in can be seen, and the result."""
        _only_leader(visitor)
        with self._held:
            self._current()
            self._close()
            self._changed()

    def note(self, visitor: Visitor, node: Mapping[str, Any]) -> None:
        """Record question, decision and reasons with the round that is there."""
        _only_leader(visitor)
        told = {name: text(node, name, LONGEST_NOTE) for name in NOTES}
        with self._held:
            now = self._current()
            now.notes, now.noted = told, _now()
            self._changed()

    def _current(self) -> Round:
        if not self._rounds:
            raise Bad(409, "The facilitator has not put a question yet.")
        return self._rounds[-1]

    def _close(self) -> None:
        if self._rounds and self._rounds[-1].open:
            self._rounds[-1].open, self._rounds[-1].closed = False, _now()

    def _changed(self) -> None:
        self._version += 1
        if self._keep:
            self._keep({"rounds": [_whole(one) for one in self._rounds]})


def gathered(entries: Iterable[Entry]) -> dict[str, Any]:
    """Lowest, mean and highest of what was handed in; a lever that is off counts as strength 0."""
    given = list(entries)
    names = sorted({name for one in given for name in _strengths(one.side)})
    strategies = [one.side["strategy"] for one in given]
    return {
        "count": len(given),
        "directions": {way: sum(one.direction == way for one in given) for way in DIRECTIONS},
        "worlds": _spread([one.worlds for one in given]),
        "strategies": {name: strategies.count(name) for name in dict.fromkeys(strategies)},
        "levers": {
            name: {
                "on": sum(name in _strengths(one.side) for one in given),
                **_spread([_strengths(one.side).get(name, 0.0) for one in given]),
            }
            for name in names
        },
    }


def _spread(values: list[Any]) -> dict[str, float | None]:
    if not values:
        return {"min": None, "mean": None, "max": None}
    return {"min": float(min(values)), "mean": float(fmean(values)), "max": float(max(values))}


def _side(node: Mapping[str, Any]) -> dict[str, Any]:
    return {"strategy": node.get("strategy", "none"), "levers": dict(node.get("levers", {}))}


def _strengths(side: Mapping[str, Any]) -> dict[str, float]:
    found = {name: float(lever.get("intensity", 1.0)) for name, lever in side["levers"].items()}
    return {name: strength for name, strength in found.items() if strength > 0}


def _whole(one: Round) -> dict[str, Any]:
    """A round with all that was handed in, open or not: for the record on disk."""
    entries = list(one.entries.values())
    return {**one.as_json(), "entries": [each.as_json() for each in entries], "gathered": gathered(entries)}


def _only_leader(visitor: Visitor) -> None:
    if not visitor.leads:
        raise Bad(403, "Only the facilitator can do that.")


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
