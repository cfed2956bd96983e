"""The cases of the report as the page tells them: set-up, what came from outside, what was seen, what if."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np

from experiments.case import Case, Found, as_json, case_from, cases, sides_of
from experiments.compare import Floats
from experiments.compose import Composed
from experiments.looks import watch
from experiments.presets import FilePresets, told
from page.errors import Bad
from page.story import story_of
from page.turns import Turns
from sim.happenings import professional_rows, worker_rows
from sim.scenario import Event

PIECE: Final = 10
SHOWN: Final = ("kind", "date", "until", "every", "organisation", "institution", "role", "channel", "policy")


@dataclass
class Lived:
    """One case with what its worlds did so far, per side."""

    case: Case
    sides: dict[str, Composed]
    seen: dict[str, list[Floats]] = field(default_factory=dict)


class Cases:
    """Runs the cases, a piece at a time whoever asks, and keeps what was seen."""

    def __init__(self, turns: Turns, threads: int = 0) -> None:
        self._turns, self._threads, self._presets = turns, threads, FilePresets()
        self._shelf = threading.Lock()
        self._kept: dict[str, Lived] = {}

    def found(self, name: object, worlds: int) -> dict[str, Any]:
        """What ``bodem case NAME --json`` tells, for so many worlds."""
        lived = self._lived(name)
        seen = {side: self._grown(lived, side, worlds)[:worlds] for side in lived.sides}
        base = lived.sides["base"]
        seeds = tuple(range(base.seed, base.seed + worlds))
        told = as_json(Found(lived.case, base, seeds, seen))
        words = {look.name: {"en": look.en, "nl": look.nl} for look in lived.case.looks}
        return {**told, "words": words, "command": f"bodem case {lived.case.name} --worlds {worlds}"}

    def story(self, name: object, what_if: object, world: int, pair: int | None) -> dict[str, Any]:
        """The same world of a case (A) and of one of its counterfactuals (B)."""
        lived = self._lived(name)
        if not isinstance(what_if, str) or what_if not in lived.sides or what_if == "base":
            raise Bad(400, f"'what_if' must be one of {', '.join(list(lived.sides)[1:])}.")
        sides = {"a": lived.sides["base"].settings, "b": lived.sides[what_if].settings}
        return story_of(sides, lived.sides["base"].seed, world, pair)

    def _lived(self, name: object) -> Lived:
        with self._shelf:
            known = cases(self._presets)
            if not isinstance(name, str) or name not in known:
                raise Bad(400, f"'case' must be one of {', '.join(known)}.")
            if name not in self._kept:
                case = case_from(name, self._presets)
                self._kept[name] = Lived(case, sides_of(case, (), None))
            return self._kept[name]

    def _grown(self, lived: Lived, side: str, worlds: int) -> Floats:
        settings, first = lived.sides[side].settings, lived.sides["base"].seed
        while True:
            # Released after each piece, so that several sessions take turns.
            with self._turns.turn():
                seen = lived.seen.setdefault(side, [])
                there = sum(map(len, seen))
                if there >= worlds:
                    return np.concatenate(seen)
                seeds = range(first + there, first + min(worlds, there + PIECE))
                seen.append(watch(settings, lived.case.looks, seeds, self._threads, lambda _: None))


def told_cases(presets: FilePresets) -> list[dict[str, Any]]:
    """What is known of each case before it runs, for the catalogue."""
    return [_told(presets, name) for name in cases(presets)]


def _told(presets: FilePresets, name: str) -> dict[str, Any]:
    node, about = presets.node("scenario", name), presets.metadata("scenario", name)
    case = case_from(name, presets)
    scenario, district = presets.scenario(name), presets.district(str(node["district"]))
    return {
        "name": name,
        "section": str(about.get("section", "")),
        "label": {lang: told(about, "label", lang) for lang in ("nl", "en")},
        "description": {lang: told(about, "description", lang) for lang in ("nl", "en")},
        "district": node["district"],
        "strategy": node["strategy"],
        "weeks": int(node["weeks"]),
        "first_day": scenario.first_day,
        "events": [
            {**{key: getattr(one, key) for key in SHOWN}, "name": one.name}
            for one in sorted(scenario.events, key=lambda one: one.date)
            if one.happens
        ],
        "followed": _followed(scenario.events, district),
        "observations": [
            {"look": one.look, "section": one.section, "text": dict(one.text)} for one in case.observations
        ],
        "counterfactuals": [
            {
                "name": one.name,
                "section": one.section,
                "text": dict(one.text),
                "overrides": list(one.overrides),
                "expects": dict(one.expects),
            }
            for one in case.counterfactuals
        ],
    }


def _followed(events: tuple[Event, ...], district: Any) -> Mapping[str, int]:
    """The pair that the story is about: that of the first collaboration, else the first that is named."""
    named = [one for one in events if one.organisation and one.institution]
    for one in sorted(named, key=lambda one: (one.kind != "begins", one.date)):
        workers = worker_rows(district, one.organisation, one.worker)
        professionals = professional_rows(district, one.institution, one.role, one.professional)
        if len(workers) and len(professionals):
            return {"worker": workers.start, "professional": professionals.start}
    return {"worker": -1, "professional": -1}
