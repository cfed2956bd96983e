"""Small sweeps: made in this process, or by the real command in a process of its own (see zygote.py)."""

import hashlib
import shutil
import time
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from experiments.asked import asked
from experiments.engine.executors import Engine
from experiments.plan import planned
from experiments.sweepdir import TABLES
from experiments.sweeping import Session, made
from tests.processes import Command, called, environment

ROOT = Path(__file__).resolve().parents[2]
OWN = Path(__file__).parent / "own"
THREADS = Engine("threads", workers=2, chunk=5, flush=60.0)
TIMES = ("seconds",)


def planned_sweep(path, *words, config_dir=OWN):
    """The directory of a sweep of which nothing has been run."""
    wish = asked(words, config_dir)
    return made(path, planned(wish.overrides, wish.design, config_dir), wish, ["sweep", *words], config_dir)


def swept(path, *words, engine=THREADS, config_dir=OWN):
    """A sweep that was run in this process."""
    folder = planned_sweep(path, *words, config_dir=config_dir)
    Session(folder, engine).run(["sweep", *words])
    return folder


def as_bytes(folder, without=TIMES):
    """Every table: how many rows, and a digest of the bytes of each column, sorted, without times."""
    found = {}
    for table in TABLES:
        files = folder.files(table)
        if not files:
            continue
        rows = pa.concat_tables(pq.read_table(file) for file in files).replace_schema_metadata(None)
        order = np.argsort(rows["run_id"].to_numpy(zero_copy_only=False).astype("U16"), kind="stable")
        rows = rows.drop_columns([name for name in without if name in rows.column_names])
        rows = rows.take(order).combine_chunks()
        found[table] = {
            "rows": len(rows),
            **{name: _digest(rows.select([name])) for name in rows.column_names},
        }
    return found


def _digest(column):
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, column.schema) as writer:
        writer.write_table(column)
    return hashlib.sha256(sink.getvalue()).hexdigest()[:12]


class Machine:
    """Calls and starts ``bodem`` in an empty directory; ``site`` is Python that every worker process runs."""

    def __init__(self, folder):
        self.folder, self.started = folder, []
        self.site = folder / "site"
        self.site.mkdir()
        shutil.copytree(OWN, folder / "own")

    def infect(self, code):
        (self.site / "sitecustomize.py").write_text(code)

    def heal(self):
        (self.site / "sitecustomize.py").unlink(missing_ok=True)

    @property
    def env(self):
        return environment(self.site)

    def call(self, *words):
        return called(words, self.folder, self.env, 900)

    def ok(self, *words):
        done = self.call(*words)
        assert done.returncode == 0, done.stderr
        return done

    def start(self, *words):
        self.started.append(Command(words, self.folder, self.env))
        return self.started[-1]

    def wait_for(self, process, pattern, count=1, seconds=600):
        """Wait until ``count`` files match ``pattern``; the process must still be running then."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if len(list(self.folder.glob(pattern))) >= count:
                return
            if process.poll() is not None:
                pytest.fail(f"it ended by itself: {process.stderr.read()}")
            time.sleep(0.005)
        pytest.fail(f"{count} of {pattern} never came")
