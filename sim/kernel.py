"""Compiling: the one place that knows numba, and the switch that runs the same code as plain Python.

``BODEM_PLAIN=1`` in the environment turns compiling off: the oracle, and the way to step through a rule.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
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
        wanted.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=wanted):
            return wanted
    except OSError:
        return Path(tempfile.gettempdir()) / f"vruchtbare-bodem-{os.getuid()}" / source_digest()


if not PLAIN:
    import numba

    numba.config.CACHE_DIR = str(cache_directory())  # type: ignore[attr-defined]

# The model makes no array inside compiled code, so numba need not count references to those it is given;
# counting them made a week fourteen times slower.
OPTIONS: Final[dict[str, Any]] = {"nogil": True, "_nrt": False}


def compiled[F: Callable[..., Any]](function: F) -> F:
    """Compile ``function`` without caching: for everything that is called from an entry point."""
    return function if PLAIN else cast("F", numba.njit(**OPTIONS)(function))


def inlined[F: Callable[..., Any]](function: F) -> F:
    """Compile ``function`` into its callers: for what is called for every row of every week.

    A call that hands on a whole world hands on some two hundred numbers.
    """
    return function if PLAIN else cast("F", numba.njit(forceinline=True, **OPTIONS)(function))


def entry_point[F: Callable[..., Any]](function: F) -> F:
    """Compile ``function`` and keep the result on disk: for what Python calls."""
    return function if PLAIN else cast("F", numba.njit(cache=True, **OPTIONS)(function))


def is_compiled_on_disk() -> bool:
    """Whether an earlier run has left compiled code for these sources."""
    return not PLAIN and any(cache_directory().rglob("*.nbi"))
