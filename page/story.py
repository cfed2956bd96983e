"""One world of each side, week by week, as the network and the stories of the page need it."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from page.layout import layout
from page.scenario import Scenario
from sim.ensemble import advance_to, grown
from sim.events import COUNT, TERM, WEEK
from sim.population import populated, template
from sim.settings import Settings
from sim.state import ON_LOCATION
from sim.world import World

EVERY: Final = 2
QUESTION: Final = 0.0
MOST_EVENTS: Final = 20_000
ALIVE, LOCATION, DESIGNED, ANCHORED, SERVICE = 1, 2, 4, 8, 16


def story(asked: Scenario, world: int, pair: int | None) -> dict[str, Any]:
    """World number ``world`` of A and of B; with ``pair`` also every term that moved that pair."""
    sides = {"a": asked.composed(asked.a).settings, "b": asked.composed(asked.b).settings}
    return story_of(sides, asked.seed, world, pair)


def story_of(sides: Mapping[str, Settings], seed: int, world: int, pair: int | None) -> dict[str, Any]:
    """The same world of several sides that share a district.

    Frames are given as bytes in base64, one row per ``EVERY`` weeks.
    """
    return {
        "world": world,
        "seed": seed + world,
        "every": EVERY,
        "layout": layout(next(iter(sides.values())).district),
        "sides": {name: _told(told, seed + world, pair) for name, told in sides.items()},
    }


def _told(settings: Settings, seed: int, pair: int | None) -> dict[str, Any]:
    world = populated(template(settings, log_capacity=1), seed)
    if pair is not None and pair < len(world.pairs):
        world.pairs.traced[pair] = 1
    world = grown(world)
    frames = [_frame(world)]
    while world.clock[WEEK] < settings.weeks:
        world = advance_to(world, min(settings.weeks, int(world.clock[WEEK]) + EVERY))
        frames.append(_frame(world))
    log = world.log[: int(world.clock[COUNT])]
    return {
        **{name: _packed(np.stack([frame[name] for frame in frames])) for name in frames[0]},
        "frames": len(frames),
        "events": _events(log[log["kind"] != TERM][:MOST_EVENTS]),
        "terms": _terms(log[log["kind"] == TERM]),
    }


def _frame(world: World) -> dict[str, NDArray[np.uint8]]:
    pairs, joint = world.pairs, world.collaborations
    state = (
        ALIVE * (joint.alive > 0)
        + LOCATION * ((joint.alive > 0) & (joint.model == ON_LOCATION))
        + DESIGNED * ((joint.alive > 0) & (joint.designed > 0))
        + ANCHORED * ((joint.alive > 0) & (joint.anchored > 0))
        + SERVICE * (pairs.service > 0)
    )
    return {
        "trust_worker": _share(pairs.trust_worker),
        "trust_professional": _share(pairs.trust_professional),
        "apart": np.minimum(pairs.weeks_apart, 255).astype(np.uint8),
        "known": _share(np.minimum(pairs.worker_knows_face, pairs.professional_knows_face)),
        "joint": state.astype(np.uint8),
        "energy": _share(np.where(world.workers.alive > 0, world.workers.energy, 0.0)),
        "courage": _share(np.where(world.professionals.alive > 0, world.professionals.courage, 0.0)),
        **_families(world),
    }


def _families(world: World) -> dict[str, NDArray[np.uint8]]:
    """Families per self-organisation (the last row: outside all), and in help per institution."""
    of = world.columns("parents")
    home = np.where(of["self_organisation"] < 0, len(world.self_organisations), of["self_organisation"])
    size = len(world.self_organisations) + 1
    helper = of["helper"][(of["help"] > 0) & (of["helper"] >= 0)]
    place = world.professionals.institution[helper]
    counts = {
        "question": np.bincount(home[of["need"] > QUESTION], minlength=size),
        "helped": np.bincount(home[of["help"] > 0], minlength=size),
        "crisis": np.bincount(home[of["crisis"] > 0], minlength=size),
        "cases": np.bincount(place, minlength=len(world.institutions)),
    }
    return {name: np.minimum(value, 65535).astype(np.uint16) for name, value in counts.items()}


def _events(log: NDArray[Any]) -> list[list[float]]:
    """Rows of week, kind, rule, who, whom and then cause and amount for each cause that there is."""
    rows = []
    for entry in log:
        row: list[float] = [int(entry[name]) for name in ("week", "kind", "rule", "who", "whom")]
        for cause, amount in zip(entry["cause"], entry["amount"], strict=True):
            if cause > 0:
                row += [int(cause), _short(amount)]
        rows.append(row)
    return rows


def _terms(log: NDArray[Any]) -> list[list[float]]:
    """What each rule did to each stock of the traced pair, summed per quarter: quarter, stock, rule, sum."""
    sums: dict[tuple[int, int, int], float] = {}
    for entry in log:
        key = (int(entry["week"]) // 13, int(entry["whom"]), int(entry["rule"]))
        sums[key] = sums.get(key, 0.0) + float(entry["amount"][0])
    return [[*key, _short(value)] for key, value in sorted(sums.items())]


def _share(values: NDArray[Any]) -> NDArray[np.uint8]:
    return np.round(255 * np.clip(values, 0.0, 1.0)).astype(np.uint8)


def _packed(values: NDArray[Any]) -> str:
    return base64.b64encode(np.ascontiguousarray(values).astype(values.dtype.newbyteorder("<"))).decode()


def _short(value: float) -> float:
    number = float(f"{float(value):.3g}")
    return number if np.isfinite(number) else 0.0
