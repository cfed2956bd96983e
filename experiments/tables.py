"""The tables of a run: weeks, events in words with their causes, and the state of every pair."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import pyarrow as pa

from experiments.columns import numbers, texts
from sim.ensemble import WorldRun
from sim.events import CAUSES, STOCKS, TERM
from sim.kinds import KINDS
from sim.registry import MEASURES, RULES

N_CAUSES: Final = 4
# What moved within a week is added up in these and told by the events; it says nothing at a week's end.
WITHIN_A_WEEK: Final = ("_up", "_down")


def weekly_table(name: str, world: WorldRun) -> pa.Table:
    """One row per week: run, week, and a column for each measure."""
    week = np.arange(len(world.weekly), dtype=np.int32)
    columns = dict(zip(MEASURES, world.weekly.T, strict=True))
    return _with_id(name, {"week": week, **columns})


def events_table(name: str, world: WorldRun) -> pa.Table:
    """One row per event: when, what, by which rule, who, whom, and up to four causes with their amounts.

    In a row of kind ``term`` a rule moved a stock of a pair: ``whom`` names the stock, ``amount_1`` is by
    how much.
    """
    events = world.events
    kind = np.asarray(events["kind"])
    columns: dict[str, Any] = {
        "week": np.asarray(events["week"]),
        "kind": texts([one.name for one in KINDS], kind),
        "rule": texts([rule.key for rule in RULES], np.asarray(events["rule"])),
        "who": _people(world, kind, np.asarray(events["who"]), [one.who for one in KINDS]),
        "whom": _people(world, kind, np.asarray(events["whom"]), [one.whom for one in KINDS]),
    }
    for number in range(N_CAUSES):
        columns[f"cause_{number + 1}"] = texts(CAUSES, np.asarray(events["cause"][:, number]))
        columns[f"amount_{number + 1}"] = np.asarray(events["amount"][:, number])
    return _with_id(name, columns)


def relations_table(name: str, world: WorldRun) -> pa.Table:
    """One row per pair and quarter: what they know, feel and do, and the collaboration they have."""
    return pa.concat_tables(
        _with_id(name, _snapshot(world, week, pairs, collaborations))
        for week, pairs, collaborations in world.relations
    )


def _snapshot(world: WorldRun, week: int, pairs: np.ndarray, collaborations: np.ndarray) -> dict[str, Any]:
    columns: dict[str, Any] = {
        "week": np.full(len(pairs), week, dtype=np.int32),
        "professional": texts(world.names["professional"], np.asarray(pairs["professional"])),
        "worker": texts(world.names["worker"], np.asarray(pairs["worker"])),
    }
    for prefix, rows in (("", pairs), ("collaboration_", collaborations)):
        for field in rows.dtype.names or ():
            if field not in columns and field != "traced" and not field.endswith(WITHIN_A_WEEK):
                columns[prefix + field] = np.asarray(rows[field])
    return columns


def _people(world: WorldRun, kind: np.ndarray, index: np.ndarray, records: Sequence[str]) -> pa.Array:
    """Names of those whom ``index`` points at, in the records that belong to the kind of event."""
    names, first = [""], {"": 0}
    for record, known in (*world.names.items(), ("stock", STOCKS)):
        first[record] = len(names)
        names.extend(known)
    start = np.array([first[record] for record in records])
    start[TERM] = first["stock"] if records[TERM] == "" else start[TERM]
    empty = start[kind] == 0
    return texts(names, np.where(empty, 0, start[kind] + index))


def _with_id(name: str, columns: dict[str, Any]) -> pa.Table:
    made = {key: numbers(value) if isinstance(value, np.ndarray) else value for key, value in columns.items()}
    length = len(next(iter(made.values())))
    return pa.table({"run_id": texts([name] * length), **made})
