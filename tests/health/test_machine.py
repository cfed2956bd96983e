"""Machine code on disk: read back whole or not at all, and called with the worlds it was made for only."""

import subprocess
import sys

import numpy as np
import pytest

from sim.kernel import ENTRIES, PLAIN
from sim.machine import Object, keep, kept, laid_out
from sim.population import populated, template
from sim.settings import Settings, Strategy
from sim.week import advance
from tests.worlds import hamlet

MADE = Object("a_function", b"machine\ncode" * 100)


@pytest.fixture(scope="module")
def world():
    return populated(template(Settings(hamlet(), Strategy("none"), weeks=2)), 0)


def test_what_is_kept_comes_back(tmp_path):
    keep(tmp_path / "deeper" / "code.o", MADE)
    assert kept(tmp_path / "deeper" / "code.o") == MADE
    assert [file.name for file in (tmp_path / "deeper").iterdir()] == ["code.o"]


@pytest.mark.parametrize("damage", [lambda data: data[:-1], lambda data: data[:20], lambda data: b""])
def test_damaged_code_counts_as_none(tmp_path, damage):
    file = tmp_path / "code.o"
    keep(file, MADE)
    file.write_bytes(damage(file.read_bytes()))
    assert kept(file) is None
    assert kept(tmp_path / "nothing.o") is None


def test_a_world_is_laid_out_as_numba_lays_out_arrays():
    flat, square = np.zeros(3), np.zeros((2, 5), np.int8)
    words = laid_out((flat, square))
    assert words.tolist() == [
        *(0, 0, 3, 8, flat.ctypes.data, 3, 8),
        *(0, 0, 10, 1, square.ctypes.data, 2, 5, 5, 1),
    ]
    with pytest.raises(TypeError, match="follow each other"):
        laid_out((square[:, ::2],))


@pytest.mark.skipif(PLAIN, reason="nothing is compiled")
def test_code_and_its_constants_lie_near(world):
    advance(world, 1, 0)
    files = [entry.file for entry in ENTRIES if entry.file.exists()]
    assert files
    # In sections of this name a constant may be anywhere in memory.
    assert [file.name for file in files if b".ltext" in kept(file).code] == []


@pytest.mark.skipif(PLAIN, reason="nothing is compiled")
def test_another_layout_of_a_world_is_refused(world):
    advance(world, 1, 0)
    with pytest.raises(TypeError, match="compiled for"):
        advance(world._replace(clock=world.clock.astype(np.int8)), 2, 0)


@pytest.mark.skipif(PLAIN, reason="nothing is compiled")
def test_a_warm_run_imports_no_compiler_and_no_tables_of_others(world, tmp_path):
    advance(world, 1, 0)
    code = (
        "import sys\nfrom experiments.cli import main\n"
        f"assert main(['run', 'weeks=1', '--out', {str(tmp_path / 'run')!r}]) == 0\n"
        "print(sorted({'numba', 'pandas', 'matplotlib', 'mesa', 'scipy', 'duckdb'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
