"""One world: every array of one run, side by side, as the compiled week takes them."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from sim import library
from sim.arrays import Dtype, Floats, Ints, Records, records, room
from sim.boroughs import boroughs_of
from sim.calendar import holidays
from sim.events import CAPACITY, LOG, N_CLOCK, SEED, TELLING
from sim.happenings import happening_rows, policy_levers, start_rows
from sim.levers import N_VIEWS, POLICY_RECORD, lever_arrays, price_array, strategy_array
from sim.measures import COUNTED, FLOW_RECORD, WEEK_RECORD
from sim.neighbourhoods import Neighbourhood, neighbourhoods_of
from sim.registry import MEASURES, PARAMETERS, RULES, rules_named
from sim.rivals import RIVALS, chosen
from sim.settings import District, Settings
from sim.state import DTYPES

PARAMETER_RECORD: Final = np.dtype([(name, "f8") for name in sorted(PARAMETERS)])
SWITCH_RECORD: Final = np.dtype([(rule.key, "i1") for rule in RULES])
RIVAL_RECORD: Final = np.dtype([(name, "i1") for name in RIVALS])
# Tables that stand in several arrays.
STANDS_IN: Final = {"parents": ("parents", "homes")}
# So many families are looked at together, while they are in the cache.
TOGETHER: Final = 256
LIBRARY: Final = library.REGISTERED
# Fields of a world that are views on plain numbers in another field, by the names of a layout.
NAMED: Final = {
    "policies": ("policy_values", POLICY_RECORD),
    "weekly": ("weekly_values", WEEK_RECORD),
    "flow": ("flow_values", FLOW_RECORD),
}


class World(NamedTuple):
    """The arrays of one world; a row is an agent. A family has one in ``parents`` and one in ``homes``.

    ``policies``, ``weekly`` and ``flow`` are named views of ``policy_values``, ``weekly_values`` and
    ``flow_values``.
    """

    parents: Records
    homes: Records
    workers: Records
    professionals: Records
    institutions: Records
    self_organisations: Records
    pairs: Records
    collaborations: Records
    communities: Records
    district: Records
    policies: Records
    policy_values: Floats
    strategy: Floats
    prices: Records
    levers: Records
    effects: Records
    p: Records
    on: Records
    rivals: Records
    holiday: npt.NDArray[np.int8]
    weekly: Records
    weekly_values: Floats
    flow: Records
    flow_values: Floats
    log: Records
    clock: Ints
    activity: Floats
    neighbourhoods: Records
    boroughs: Records
    busy: npt.NDArray[np.int32]
    happenings: Records
    starts: Records
    together: npt.NDArray[np.int8]
    working: npt.NDArray[np.int32]
    soils: Floats

    def columns(self, table: str) -> dict[str, npt.NDArray[Any]]:
        """The fields of a table, each as an array over its rows (not a copy)."""
        plain = [getattr(self, name).view(np.ndarray) for name in STANDS_IN.get(table, (table,))]
        return {field: rows[field] for rows in plain for field in rows.dtype.names or ()}

    def column(self, table: str, field: str) -> npt.NDArray[Any]:
        """One field of a table, as an array over its rows (not a copy)."""
        return self.columns(table)[field]

    def copied(self, table: str) -> Any:
        """A table as it is now, whose fields are found by name: plain, since that is quicker to read."""
        if table in STANDS_IN:
            return {field: column.copy() for field, column in self.columns(table).items()}
        return np.array(getattr(self, table)).view(np.ndarray)


def parameter_record(settings: Settings) -> Records:
    """One row with the value of every parameter in this world."""
    row, given = records(1, PARAMETER_RECORD), settings.parameters
    # At once: each field by its name takes microseconds.
    row[0] = tuple(given.get(name, PARAMETERS[name].default) for name in PARAMETER_RECORD.names or ())
    return row


def switch_record(settings: Settings) -> Records:
    """One row with a flag per rule: 1 on, 0 off."""
    row = records(1, SWITCH_RECORD)
    off = {rule.key for name in settings.rules_off for rule in rules_named(name)}
    row[0] = tuple(int(key not in off) for key in SWITCH_RECORD.names or ())
    return row


def rival_record(settings: Settings) -> Records:
    """One row with the number of the form that holds in every rival choice."""
    row = records(1, RIVAL_RECORD)
    for name, option in chosen(settings.rivals).items():
        row[name] = RIVALS[name].number(option)
    return row


def empty_world(settings: Settings, seed: int, log_capacity: int) -> World:
    """A world with every array in its size and nobody in it yet."""
    district: District = settings.district
    workers = sum(organisation.workers for organisation in district.self_organisations)
    professionals = sum(institution.professionals for institution in district.institutions)
    p = parameter_record(settings)
    values = np.zeros((N_VIEWS, len(POLICY_RECORD.names or ())))
    blocks = neighbourhoods_of(district)
    levers, effects = lever_arrays((*settings.levers, *policy_levers(settings.scenario)))
    prices = price_array(p[0], effects)
    _price_by_neighbourhood(prices, levers, len(blocks))
    clock = np.zeros(N_CLOCK, dtype=np.int64)
    clock[CAPACITY], clock[TELLING], clock[SEED] = log_capacity, int(log_capacity > 0), seed
    sizes = {
        "parent": district.parents,
        "home": district.parents,
        "worker": workers,
        "professional": professionals,
        "institution": len(district.institutions),
        "self_organisation": len(district.self_organisations),
        "pair": blocks[-1].pairs.stop,
        "collaboration": blocks[-1].pairs.stop,
        "community": len(district.communities),
        "district": 1,
    }
    made = [
        records(sizes[kind], DTYPES[kind])
        for kind in (
            "parent",
            "home",
            "worker",
            "professional",
            "institution",
            "self_organisation",
            "pair",
            "collaboration",
            "community",
            "district",
        )
    ]
    boroughs = boroughs_of(blocks)
    weekly, flow = np.zeros((settings.weeks, len(MEASURES))), np.zeros(len(COUNTED))
    return World._make(
        [
            *made,
            named(values, POLICY_RECORD),
            values,
            strategy_array(settings.strategy),
            prices,
            levers,
            effects,
            p,
            switch_record(settings),
            rival_record(settings),
            holidays(settings.weeks, settings.first_week),
            named(weekly, WEEK_RECORD),
            weekly,
            named(flow, FLOW_RECORD),
            flow,
            records(max(1, log_capacity), LOG),
            clock,
            np.zeros(len(RULES)),
            records(len(blocks), DTYPES["neighbourhood"]),
            boroughs,
            np.zeros((len(boroughs), TOGETHER), np.int32),
            happening_rows(settings.scenario, district),
            start_rows(settings.scenario, district, _pairs_from(blocks)),
            np.zeros(sizes["pair"], dtype=np.int8),
            np.zeros(sizes["pair"] + 1, dtype=np.int32),
            np.zeros(sizes["pair"]),
        ]
    )


def _price_by_neighbourhood(prices: Records, levers: Records, neighbourhoods: int) -> None:
    """What is bought for a district is bought for each of its neighbourhoods."""
    prices["price"][prices["units"] == 0] *= neighbourhoods
    for name in ("euros", "hours"):
        levers[name][levers["per"] == 0] *= neighbourhoods


def _pairs_from(blocks: list[Neighbourhood]) -> dict[int, tuple[int, range]]:
    """For each worker where the pairs begin, counted from professional 0, and whom they may know."""
    return {
        i: (
            block.pairs.start + place * len(block.professionals) - block.professionals.start,
            block.professionals,
        )
        for block in blocks
        for place, i in enumerate(block.workers)
    }


def named(values: Floats, dtype: Dtype) -> Records:
    """A view of plain numbers whose rows read as records."""
    return values.view(dtype).reshape(-1).view(np.recarray)


def copy_of(world: World) -> World:
    """A world with arrays of its own; the named views follow their copies."""
    plain: dict[str, Any] = {}
    for name, array in world._asdict().items():
        if name not in NAMED:
            plain[name] = _seen_as(array, _copied(array))
    views = {name: _seen_as(getattr(world, name), plain[values]) for name, (values, _) in NAMED.items()}
    return World(**plain, **views)


def fill_anew(world: World, made: World) -> None:
    """Every array of ``world`` as in ``made``, of which it is a copy: to make one anew takes longer."""
    for name in World._fields:
        if name not in NAMED:
            _bytes_of(getattr(world, name))[:] = _bytes_of(getattr(made, name))


def _copied(array: Any) -> npt.NDArray[np.uint8]:
    """The bytes of an array anew."""
    copy = room(array.nbytes, array.dtype)
    copy[:] = _bytes_of(array)
    return copy


def _bytes_of(array: Any) -> npt.NDArray[np.uint8]:
    """The same memory as plain bytes: NumPy itself would copy records one by one, field by field."""
    return np.ndarray(array.nbytes, np.uint8, array)


def _seen_as(like: Any, memory: Any) -> Any:
    """The same memory as an array of the kind, shape and fields of another."""
    return np.ndarray.__new__(type(like), like.shape, like.dtype, memory)
