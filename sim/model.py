"""The model as Mesa users know it: agents, agent sets, data collector, a step that is a week."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from typing import Any

import numpy as np

from sim.agents.records import Store
from sim.agents.roster import AgentClasses, Roster
from sim.arrays import Records
from sim.asking import Levers, seed_from, settings_from
from sim.ensemble import actor_names, grown, warm_up
from sim.events import WEEK
from sim.kernel import PLAIN, is_compiled_on_disk
from sim.mesa_layer import ByType, DataCollector, WeeklyModel
from sim.places import Places, PythonRule, play_week
from sim.population import populated, template
from sim.settings import District, Settings, Strategy
from sim.showing import Measures, events_so_far, last_week, weeks_so_far, with_weeks
from sim.world import World


class CollaborationModel(WeeklyModel):
    """One district under one strategy, week by week; a Mesa model whose agents are views of the records.

    ``district`` and ``strategy`` are names of presets or objects of ``sim.settings``. ``levers`` maps a name
    to an intensity (1.0 is the usual size) or to fields of ``Lever``, or lists ``Lever`` objects. ``rivals``
    maps a choice of ``sim.rivals.RIVALS`` to the option that is to hold. ``seed`` is
    0 to 2**53; None takes a new one. ``weeks`` is the horizon at which ``run_model`` stops; going past it is
    allowed. ``agent_classes`` maps an agent class to a subclass of yours that takes its place. With
    ``datacollector`` the model collects at the end of every week. ``trace`` also logs every term that moves a
    stock of a pair.

    The same settings and seed give the same numbers as ``sim.ensemble.run_world``, byte for byte, as long as
    no Python changes them on the way. Raises UnknownName or OutOfBounds for what does not exist or fit,
    LookupError when a name is given and no presets are installed.
    """

    def __init__(
        self,
        district: str | District = "nieuw_west",
        strategy: str | Strategy = "explorative",
        seed: int | None = 1,
        *,
        levers: Levers = (),
        parameters: Mapping[str, float] | None = None,
        rules_off: str | Iterable[str] = (),
        rivals: Mapping[str, str] | None = None,
        weeks: int = 260,
        equal_budget: bool = True,
        agent_classes: AgentClasses | None = None,
        datacollector: DataCollector | None = None,
        trace: bool = False,
    ) -> None:
        self.seed = seed_from(seed)
        super().__init__(self.seed)
        self.settings: Settings = settings_from(
            district, strategy, levers, parameters or {}, rules_off, weeks, equal_budget, rivals or {}
        )
        _warm_up_once()
        self.store = Store(_peopled(self.settings, self.seed, trace))
        self.roster = Roster(self, agent_classes or {})
        self._places = Places(self.roster.acting())
        self._collects = datacollector is not None
        if datacollector is not None:
            self.datacollector = datacollector

    def step(self) -> None:
        """One week. In a subclass, call ``super().step()`` and do what comes after it."""
        self.store.world = with_weeks(self.store.world, self.week + 1)
        play_week(self, self._places)
        if self._collects:
            self.datacollector.collect(self)
        if self.week >= self.settings.weeks:
            self.running = False

    def add_rule(self, when: str, phase: str, rule: PythonRule) -> None:
        """Call ``rule(model)`` every week ``"before"`` or ``"after"`` a phase of ``sim.week.PHASES``.

        Raises UnknownName, with the nearest name, for a place that is not there.
        """
        self._places.add(when, phase, rule)

    def remove_rule(self, rule: PythonRule) -> None:
        """Take a rule out of the week again."""
        self._places.remove(rule)

    @property
    def world(self) -> World:
        """The arrays of this world as the rules see them; they can be read and written, at your own risk."""
        return self.store.world

    @property
    def week(self) -> int:
        """The number of the week that comes next, or that is going on; weeks count from 0."""
        return int(self.store.world.clock[WEEK])

    @property
    def measures(self) -> Measures:
        """The last week's measures, as a dict that also reads by attribute; LookupError before the first."""
        return last_week(self.store.world)

    @property
    def weekly(self) -> Records:
        """All measures of all weeks so far: a structured array with a row per week, read-only."""
        return weeks_so_far(self.store.world)

    def events(self, kind: str | None = None) -> Records:
        """What happened so far, or one kind of it (``sim.events.KINDS``): rows of ``sim.events.LOG``."""
        return events_so_far(self.store.world, kind)

    @property
    def agents(self) -> Any:
        """Everyone who is there, as an AgentSet; the views are made when this is first asked for."""
        self.roster.fill()
        return super().agents

    @property
    def agents_by_type(self) -> ByType[type[Any]]:
        """An AgentSet per class; a class that ``agent_classes`` replaced leads to what replaced it."""
        self.roster.fill()
        return ByType(super().agents_by_type, self.roster.replaced)

    @property
    def agent_types(self) -> list[type[Any]]:
        """The classes of the agents."""
        return list(self.agents_by_type)

    def view(self, kind: str, row: int) -> Any:
        """The agent of a row of a kind of record (``"worker"``, ...); None for -1 or an empty place."""
        return self.roster.one(kind, row)

    def views(self, kind: str, rows: Iterable[int]) -> list[Any]:
        """The agents of rows of a kind, without empty places."""
        return self.roster.several(kind, rows)

    def rows_where(self, kind: str, field: str, value: float) -> list[int]:
        """The rows of a kind whose field has this value."""
        rows: list[int] = np.flatnonzero(self.store.columns(kind)[field] == value).tolist()
        return rows

    @cached_property
    def names(self) -> dict[str, tuple[str, ...]]:
        """Readable names of everyone, by kind of record, in the order of the rows."""
        district = self.settings.district
        return {
            **actor_names(self.settings),
            "institution": tuple(institution.name for institution in district.institutions),
            "community": tuple(community.name for community in district.communities),
            "district": (district.name,),
        }


def _peopled(settings: Settings, seed: int, trace: bool) -> World:
    world = populated(template(settings, log_capacity=1), seed)
    world.pairs.traced[:] = int(trace)
    return grown(world)


@cache
def _warm_up_once() -> None:
    if not PLAIN and not is_compiled_on_disk():
        warm_up(lambda text: print(text, file=sys.stderr, flush=True))
