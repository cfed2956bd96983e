"""Weeks on their way to disk: every value comes back bit for bit, in whatever pieces it was written."""

import shutil

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from analysis.load import load
from experiments.query import connected
from experiments.shards import Batch, Row, commit, prepared
from experiments.sweepdir import SweepDir
from experiments.weeks import BLOCK, Weeks
from sim.ensemble import summarise
from sim.registry import MEASURES
from tests.sweeps.small import swept

MANY = len(MEASURES)


def runs(*lengths, seed=0):
    """Weeks of every sort: whole numbers, mostly 0, never twice the same, and hardly numbers at all."""
    draw = np.random.default_rng(seed)
    made = []
    for length in lengths:
        weekly = draw.normal(size=(length, MANY)) * 10.0 ** draw.integers(-300, 300, MANY)
        weekly[:, ::5] = draw.normal(size=len(range(0, MANY, 5)))
        weekly[:, 1::5] = draw.integers(0, 5, weekly[:, 1::5].shape)
        weekly[:, 2::5] *= draw.random(weekly[:, 2::5].shape) < 0.05
        weekly[draw.random(weekly.shape) < 0.01] = -0.0
        weekly[draw.random(weekly.shape) < 0.01] = np.nan
        weekly[draw.random(weekly.shape) < 0.01] = -np.inf
        weekly[draw.random(weekly.shape) < 0.01] = 5e-324
        made.append(weekly)
    return made


def name(number):
    return f"{number:016x}"


def values(rows):
    return np.column_stack([rows[one].to_numpy() for one in MEASURES])


def same(rows, given):
    assert rows.column_names == ["run_id", "week", *MEASURES]
    assert rows["run_id"].to_pylist() == [name(n) for n, one in enumerate(given) for _ in one]
    assert rows["week"].to_pylist() == [week for one in given for week in range(len(one))]
    assert values(rows).tobytes() == np.concatenate(given).tobytes()


def written(folder, given, weeks=None, shard="x"):
    """Commit the runs as one shard and return what lies in its files."""
    if not (folder / "tmp").exists():
        prepared(folder)
        (folder / "tmp" / "s").mkdir(parents=True)
    batch = Batch(pa.schema([]), weeks)
    for number, weekly in enumerate(given):
        row = Row(number, name(number), 0, number, "none", "x", "y", "done", 0.1)
        batch.add(row, weekly, True, None)
    commit(batch, folder, "s", shard)
    return {table: pq.read_table(folder / table / f"{shard}.parquet") for table in ("weekly", "final")}


@pytest.mark.parametrize("lengths", [(1,), (1, 1, 1), (260, 3, 52), (BLOCK - 1, 2, 1), (7, BLOCK + 3, 7)])
def test_weeks_come_back_bit_for_bit(lengths, tmp_path):
    given = runs(*lengths)
    found = written(tmp_path, given)
    same(found["weekly"], given)
    assert values(found["final"]).tobytes() == np.array([summarise(one) for one in given]).tobytes()


def test_memory_is_filled_again_and_nothing_of_before_is_left(tmp_path):
    weeks = Weeks()
    for number, lengths in enumerate([(BLOCK, BLOCK + 1), (5, BLOCK + 1, 9), (4,), (BLOCK, 3)]):
        given = runs(*lengths, seed=number)
        same(written(tmp_path, given, weeks, f"x{number}")["weekly"], given)
    assert len(weeks._blocks) == 3


def test_a_run_is_kept_as_it_was_when_it_came(tmp_path):
    given = runs(10)
    weeks = Weeks()
    weeks.add(name(0), given[0])
    before = given[0].copy()
    given[0][:] = 1.0
    same(weeks.table(), [before])


def test_measures_that_change_every_week_are_packed_byte_by_byte_and_others_as_they_are(tmp_path):
    given = [np.zeros((50, MANY)) for _ in range(3)]
    moving = [0, 7, MANY - 1]
    for number, one in enumerate(given):
        one[:, moving] = np.random.default_rng(number).random((50, 3))
        one[25:, 1] = 1.0
    same(written(tmp_path, given)["weekly"], given)
    group = pq.ParquetFile(tmp_path / "weekly" / "x.parquet").metadata.row_group(0)
    split = [n for n in range(MANY) if "BYTE_STREAM_SPLIT" in group.column(n + 2).encodings]
    assert split == moving


@pytest.fixture(scope="module")
def sweep(tmp_path_factory):
    words = ("design=seeds", "design.seeds=6", "weeks=4", "district=hamlet")
    return swept(tmp_path_factory.mktemp("weeks") / "s", *words)


def test_files_of_older_versions_are_read_with_those_of_today(sweep, tmp_path):
    mixed = SweepDir(shutil.copytree(sweep.path, tmp_path / "s"))
    for table in ("weekly", "final"):
        file = mixed.files(table)[0]
        rows = pq.read_table(file)
        reals = list(MEASURES)
        old = pa.table(rows.columns, names=rows.column_names)
        pq.write_table(old, file, compression="zstd", use_dictionary=["run_id"], use_byte_stream_split=reals)
        assert not rows.schema.equals(pq.read_schema(file))
    assert len(mixed.files("weekly")) > 1
    for table in ("weekly", "final"):
        pd.testing.assert_frame_equal(getattr(load(mixed.path), table), getattr(load(sweep.path), table))
        one, two = (pd.read_parquet(folder.path / table) for folder in (mixed, sweep))
        pd.testing.assert_frame_equal(one, two)
        asked = [
            connected(folder).sql(f"select * from {table} order by all").fetchall()
            for folder in (mixed, sweep)
        ]
        assert asked[0] == asked[1]
