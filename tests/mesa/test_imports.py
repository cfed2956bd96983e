"""``import sim`` is free: what it exports is imported when it is asked for."""

import subprocess
import sys

import pytest

import sim

LIGHT = """
import sys, sim
heavy = {"numba", "mesa", "numpy", "pandas"} & set(sys.modules)
assert not heavy, heavy
assert "Parent" in dir(sim) and sim.__version__
from sim import Parent
assert "mesa" in sys.modules
"""


def test_importing_sim_is_light():
    done = subprocess.run([sys.executable, "-c", LIGHT], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_everything_exported_is_there():
    for name in sim.__all__:
        assert getattr(sim, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'Parents'"):
        sim.Parents  # noqa: B018


def test_mesa_is_imported_in_one_place_only():
    from pathlib import Path

    root = Path(sim.__file__).parent
    users = {
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith(("import mesa", "from mesa"))
    }
    assert users == {"mesa_layer.py"}
