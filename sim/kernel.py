"""Compiling: the one place that knows numba, and the switch that runs the same code as plain Python.

``BODEM_PLAIN=1`` in the environment turns compiling off: the oracle, and the way to step through a rule.
"""

from __future__ import annotations

import functools
import hashlib
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, cast

CORES: Final = os.cpu_count() or 1
PLAIN: Final = os.environ.get("BODEM_PLAIN", "") not in ("", "0")


def source_digest() -> str:
    """A hash over every source file of the model: results and compiled code hang on all of them."""
    digest = hashlib.sha256()
    root = Path(__file__).parent
    for path in sorted(root.rglob("*.py")):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def cache_directory() -> Path:
    """Where compiled code is kept: one directory per state of the sources, outside the installation.

    numba looks only at the file of the outermost function, so that without the digest an edited rule
    could run from a stale cache.
    """
    base = os.environ.get("BODEM_CACHE") or os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    wanted = Path(base) / "vruchtbare-bodem" / source_digest()
    try:
        wanted.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.TemporaryFile(dir=wanted):
            return wanted
    except OSError:
        # Not under a name that others can foresee: numba runs what it finds in its cache.
        return Path(tempfile.mkdtemp(prefix="vruchtbare-bodem-"))


CACHE: Final = None if PLAIN else cache_directory()
FORGOTTEN_AFTER: Final = 30 * 24 * 3600.0


if not PLAIN:
    import numba
    from numba.core.registry import CPUDispatcher

    from sim import passing
    from sim.linking import CallCompiler, PartCompiler, WholeCompiler
    from sim.passing import widened

    numba.config.CACHE_DIR = str(CACHE)  # type: ignore[attr-defined]

    class _Inner(CPUDispatcher):
        """A function that is compiled into its callers only; numba would follow a null pointer."""

        def __call__(self, *_: object, **__: object) -> object:
            raise TypeError(f"{self.py_func.__name__} is compiled into its callers; use its .py_func.")

        def get_call_template(self, args: Any, kws: Any) -> Any:
            """One variant for all widths of whole numbers: without this a fifth more was compiled."""
            wide = {name: widened(kind) for name, kind in kws.items()}
            return super().get_call_template([widened(kind) for kind in args], wide)


# The model makes no array inside compiled code, so numba need not count references to those it is given;
# counting them made a week fourteen times slower.
# Division by zero gives inf, as it does for NumPy numbers in plain Python.
OPTIONS: Final[dict[str, Any]] = {"nogil": True, "_nrt": False, "error_model": "numpy"}
INNER: Final[dict[str, Any]] = {"no_cpython_wrapper": True, "no_cfunc_wrapper": True}


def compiled[F: Callable[..., Any]](function: F) -> F:
    """Compile ``function`` as part of an entry point, without caching: for all that is called from one.

    Compiled, it cannot be called from Python: making a door for that into each function took half the time
    to compile. Whether it becomes a call or is copied into its callers is the optimiser's choice.
    """
    return function if PLAIN else cast("F", _inner(function, PartCompiler))


def seldom[F: Callable[..., Any]](function: F) -> F:
    """As ``compiled``, but always a call of its own: for what happens seldom and is long."""
    return function if PLAIN else cast("F", _inner(function, CallCompiler))


def _inner(function: Callable[..., Any], compiler: Any) -> Any:
    inner = numba.njit(pipeline_class=compiler, **OPTIONS, **INNER)(function)
    inner.__class__ = _Inner
    return inner


# The world as compiled code hands it on; plain Python hands on the same thing.
held: Callable[[Any], Any] = (lambda world: world) if PLAIN else cast("Any", passing.held)


def with_door[F: Callable[..., Any]](function: F) -> F:
    """The same compiled function, to be called from Python: for tests and for trying a rule out."""
    if PLAIN:
        return function
    return cast("F", numba.njit(pipeline_class=WholeCompiler, **OPTIONS)(function.py_func))  # type: ignore[attr-defined]


def entry_point[F: Callable[..., Any]](function: F) -> F:
    """Compile ``function`` and keep the result on disk: for what Python calls, with the same types each time.

    From the second call on, numba is not asked any more what it is given: it would look at every field of
    every record of a world, which took longer than some weeks do.
    """
    if PLAIN:
        return function
    made: Any = numba.njit(cache=True, pipeline_class=WholeCompiler, **OPTIONS)(function)
    ready: list[Callable[..., Any]] = []

    @functools.wraps(function)
    def enter(*given: Any) -> Any:
        if ready:
            return ready[0](*given)
        result = made(*given)
        ready.append(next(iter(made.overloads.values())).entry_point)
        return result

    return cast("F", enter)


def _marker() -> Path | None:
    """The file that says that all was compiled, for this installation, this Python and this numba."""
    if CACHE is None:
        return None
    here = Path(__file__).parent
    # numba takes a source file with another time stamp for another file.
    stamps = [str((here / name).stat().st_mtime_ns) for name in ("week.py", "population.py")]
    key = "\0".join([str(here), sys.version, numba.__version__, *stamps])
    return CACHE / f"compiled-{hashlib.sha256(key.encode()).hexdigest()[:16]}"


def is_compiled_on_disk() -> bool:
    """Whether an earlier run of this installation has compiled everything."""
    marker = _marker()
    return marker is not None and marker.exists()


def remember_compiled() -> None:
    """Note that everything is compiled, and forget what versions long unused have left behind."""
    marker = _marker()
    if marker is None or CACHE is None:
        return
    marker.touch()
    for other in CACHE.parent.iterdir():
        if other != CACHE and other.is_dir() and time.time() - other.stat().st_mtime > FORGOTTEN_AFTER:
            shutil.rmtree(other, ignore_errors=True)
