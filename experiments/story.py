"""``bodem story``: what happened to one actor or one pair in one world, and because of what."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np

from experiments.compose import compose, implausible
from experiments.errors import Refused
from experiments.overrides import seed_twice
from experiments.people import Actor, actor, pair
from experiments.progress import say, warn
from experiments.storylines import Line, Move, as_text, line_of
from sim.ensemble import WorldRun, actor_names, advance_to, grown, run_world, warm_up
from sim.events import BOUNDS, COUNT, STOCKS, TERM
from sim.kinds import KINDS
from sim.population import populated, template
from sim.registry import RULES, find
from sim.settings import Settings
from sim.telling import names_in, told

ENOUGH: Final = 0.05
EXACT: Final = 1e-9
ABOUT_ONE: Final = ("professional_left", "worker_stopped", "worker_arrived")


@dataclass(frozen=True)
class Account:
    """A stock of a pair from start to end, and by how much each rule moved it."""

    stock: str
    start: float
    end: float
    terms: dict[str, float]

    @property
    def adds_up(self) -> bool:
        """Whether the terms are the change, apart from rounding."""
        return abs(self.end - self.start - sum(self.terms.values())) < EXACT


@dataclass(frozen=True)
class Story:
    """Lines in order of time and, for a pair, the accounts of its stocks."""

    about: tuple[str, ...]
    settings: Settings
    seed: int
    lines: list[Line]
    accounts: list[Account]
    paths: dict[str, np.ndarray] = field(default_factory=dict)


def command(options: Any) -> int:
    """Do what ``bodem story`` was asked; return the exit code."""
    if (options.who is None) == (options.pair is None):
        raise Refused("Say whose story: '--who NAME' for one actor or '--pair A B' for two.")
    figure = options.figure and figure_file(options.figure)
    seed_twice(options.overrides, options.seed)
    made = compose(options.overrides, options.config_dir)
    warn(implausible(made.settings))
    seed = made.seed if options.seed is None else options.seed
    if options.pair is None:
        who = actor(made.settings, options.who, options.lang)
        warm_up(say)
        story = of_actor(made.settings, seed, who, options.lang)
    else:
        two = pair(made.settings, options.pair, options.lang)
        warm_up(say)
        story = of_pair(made.settings, seed, two, options.lang)
    print(json.dumps(as_json(story), ensure_ascii=False) if options.json else as_text(story, options.lang))
    if figure is not None:
        _drawn(story, figure, options.lang)
    return 0


def figure_file(file: Path) -> Path:
    """The file to draw into; raises Refused or UnknownName where that cannot be."""
    from analysis.figures.save import TRACES

    find("format of figures", TRACES, file.suffix.removeprefix(".") or "png")
    if file.exists():
        raise Refused(f"'{file}' exists already; give --figure another name.")
    return file


def _drawn(story: Story, file: Path, lang: str) -> None:
    """Draw the story into ``file``."""
    from analysis.figures.save import save
    from analysis.figures.timeline import timeline
    from experiments.figures import titled

    title = titled(story.settings, lang)
    figure = timeline(story.about, story.lines, story.settings.weeks, title, story.seed, lang, story.paths)
    (written,) = save(figure, file.with_suffix(""), [file.suffix.removeprefix(".") or "png"])
    say(f"Drawn in {written}")


def of_actor(settings: Settings, seed: int, who: Actor, lang: str) -> Story:
    """The story of one actor, or of everyone of an organisation, in world ``seed``."""
    world = run_world(settings, seed, trace=False)
    names = names_in(actor_names(settings), lang)
    lines = [line_of(told(event, names, lang)) for event in world.events[_concerning(world, who)]]
    return Story((who.called,), settings, seed, lines, [])


def _concerning(world: WorldRun, who: Actor) -> np.ndarray:
    """Which events have this actor in them."""
    kind, there = np.asarray(world.events["kind"]), np.zeros(len(world.events), dtype=bool)
    for number, one in enumerate(KINDS):
        for place, record in (("who", one.who), ("whom", one.whom)):
            if record in who.rows:
                rows = np.isin(np.asarray(world.events[place]), list(who.rows[record]))
                there |= (kind == number) & rows
    return there


def of_pair(settings: Settings, seed: int, two: tuple[Actor, Actor], lang: str) -> Story:
    """The story of a professional and an informal worker: events, what moved between them, the accounts."""
    j, i = two[0].row_of("professional"), two[1].row_of("worker")
    assert j is not None
    assert i is not None
    names = actor_names(settings)
    world, k, start = _traced(settings, seed, j, i, names)
    end = world.world.pairs[k]
    terms = world.events[(world.events["kind"] == TERM) & (world.events["who"] == k)]
    accounts = [_account(stock, n, start, end, terms) for n, stock in enumerate(STOCKS)]
    people = two[0].called, two[1].called
    lines = list(_woven(_between(world, j, i), terms, start, names_in(names, lang), lang))
    paths = {
        who: _path(stock, start, terms, settings.weeks)
        for who, stock in zip(people, ("trust_professional", "trust_worker"), strict=True)
    }
    return Story(people, settings, seed, lines, [one for one in accounts if one.terms], paths)


def _path(stock: str, start: Any, terms: np.ndarray, weeks: int) -> np.ndarray:
    """A stock of the pair from week to week, one value more than there are weeks."""
    mine = terms[terms["whom"] == STOCKS.index(stock)]
    steps = np.bincount(mine["week"] + 1, mine["amount"][:, 0], minlength=weeks + 1)
    return np.asarray(float(start[stock]) + steps.cumsum())


def _traced(
    settings: Settings, seed: int, j: int, i: int, names: dict[str, tuple[str, ...]]
) -> tuple[WorldRun, int, Any]:
    """World ``seed`` with every term on one pair in its log; the number of the pair and how it began."""
    world = populated(template(settings, log_capacity=1), seed)
    found = np.flatnonzero((world.pairs.professional == j) & (world.pairs.worker == i))
    if not len(found):
        raise Refused(
            f"'{names['professional'][j]}' and '{names['worker'][i]}' cannot know of each other here."
        )
    k = int(found[0])
    start = world.pairs[k].copy()
    world.pairs.traced[:] = 0
    world.pairs.traced[k] = 1
    world = advance_to(grown(world), settings.weeks)
    events = world.log[: world.clock[COUNT]].view(np.recarray)
    return WorldRun(world.weekly_values, events, [], names, world), k, start


def _between(world: WorldRun, j: int, i: int) -> np.ndarray:
    """The events of these two, and those that take one of them away or bring someone new."""
    records = {"professional": j, "worker": i}
    events, there = world.events, np.zeros(len(world.events), dtype=bool)
    for number, kind in enumerate(KINDS):
        places = [(place, record) for place, record in (("who", kind.who), ("whom", kind.whom)) if record]
        if kind.name in ABOUT_ONE or {record for _, record in places} == set(records):
            mine = events["kind"] == number
            for place, record in places:
                mine = mine & (events[place] == records[record])
            there |= mine
    return events[there]


def _account(stock: str, number: int, start: Any, end: Any, terms: np.ndarray) -> Account:
    mine = terms[terms["whom"] == number]
    totals: dict[str, float] = {}
    for rule, amount in zip(mine["rule"].tolist(), mine["amount"][:, 0].tolist(), strict=True):
        key = rule_of(rule)
        totals[key] = totals.get(key, 0.0) + amount
    return Account(stock, float(start[stock]), float(end[stock]), totals)


def rule_of(number: int) -> str:
    """The key of a rule; empty for what the bounds of a stock cut off."""
    return "" if number == BOUNDS else RULES[number].key


def _woven(events: np.ndarray, terms: np.ndarray, start: Any, names: Any, lang: str) -> Iterator[Line]:
    """Yield the events in order, and between them what moved enough to be told."""
    level = {stock: float(start[stock]) for stock in STOCKS}
    done, since = 0, 0
    for event in [*events, None]:
        until = len(terms) if event is None else int(np.searchsorted(terms["week"], event["week"]))
        moves = [] if until <= done else _moves(terms[done:until], level)
        if any(abs(move.end - move.start) >= ENOUGH for move in moves):
            last = int(terms["week"][until - 1])
            yield Line(since, last, "", (), "", "", tuple(moves))
            level |= {move.stock: move.end for move in moves}
            done, since = until, last + 1
        if event is not None:
            yield line_of(told(event, names, lang))


def _moves(terms: np.ndarray, level: dict[str, float]) -> list[Move]:
    """What moved in these terms, for each stock that moved enough, with the rules in order of size."""
    found = []
    for number, stock in enumerate(STOCKS):
        mine = terms[terms["whom"] == number]
        by_rule: dict[str, float] = {}
        for rule, amount in zip(mine["rule"].tolist(), mine["amount"][:, 0].tolist(), strict=True):
            by_rule[rule_of(rule)] = by_rule.get(rule_of(rule), 0.0) + amount
        if by_rule:
            rules = tuple(sorted(by_rule.items(), key=lambda one: -abs(one[1])))
            found.append(Move(stock, level[stock], level[stock] + sum(by_rule.values()), rules))
    return found


def as_json(story: Story) -> dict[str, Any]:
    """The object that ``bodem story --json`` prints."""
    return {
        "about": list(story.about),
        "district": story.settings.district.name,
        "strategy": story.settings.strategy.name,
        "seed": story.seed,
        "weeks": story.settings.weeks,
        "lines": [line.as_json() for line in story.lines],
        "stocks": [
            {
                "stock": one.stock,
                "start": one.start,
                "end": one.end,
                "change": one.end - one.start,
                "terms": {rule or "bounds": amount for rule, amount in one.terms.items()},
                "adds_up": one.adds_up,
            }
            for one in story.accounts
        ],
    }
