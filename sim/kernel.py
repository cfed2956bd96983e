"""What is compiled, and the switch that runs the same code as plain Python.

``BODEM_PLAIN=1`` in the environment turns compiling off: the oracle, and the way to step through a rule.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import threading
import time
import weakref
from collections.abc import Callable
from contextlib import suppress
from functools import cache, update_wrapper
from pathlib import Path
from typing import Any, Final, cast

from sim.arrays import Ints
from sim.machine import NOTHING, WELL, WIDTH, keep, kept, laid_out, loaded, maker, place_of
from sim.parts import Fetch, Join, Part

CORES: Final = os.cpu_count() or 1
PLAIN: Final = os.environ.get("BODEM_PLAIN", "") not in ("", "0")


@cache
def source_digest() -> str:
    """A hash over every source file of the model: results and compiled code hang on all of them."""
    digest = hashlib.sha256()
    root = Path(__file__).parent
    for path in sorted(root.rglob("*.py")):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def cache_directory() -> Path:
    """Where compiled code is kept: one directory per state of the sources, outside the installation.

    Without the digest an edited rule could run from what was compiled before.
    """
    base = os.environ.get("BODEM_CACHE") or os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    wanted = Path(base) / "vruchtbare-bodem" / source_digest()
    try:
        wanted.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.TemporaryFile(dir=wanted):
            return wanted
    except OSError:
        # Not under a name that others can foresee: what is found there is run.
        return Path(tempfile.mkdtemp(prefix="vruchtbare-bodem-"))


CACHE: Final = None if PLAIN else cache_directory()
FORGOTTEN_AFTER: Final = 30 * 24 * 3600.0


def compiled[F: Callable[..., Any]](function: F) -> F:
    """Compile ``function`` as part of an entry point: for all that is called from one.

    Compiled, it cannot be called from Python: making a door for that into each function took half the time
    to compile. Whether it becomes a call or is copied into its callers is the optimiser's choice.
    """
    return function if PLAIN else cast("F", Part(function, stays_a_call=False))


def seldom[F: Callable[..., Any]](function: F) -> F:
    """As ``compiled``, but always a call of its own: for what happens seldom and is long."""
    return function if PLAIN else cast("F", Part(function, stays_a_call=True))


def with_door[F: Callable[..., Any]](function: F) -> F:
    """The same function compiled, to be called from Python: for tests and for trying a rule out."""
    if PLAIN:
        return function
    from sim.compiling import door

    return cast("F", door(getattr(function, "py_func", function)))


class Entry:
    """A compiled function that Python calls with a world and whole numbers; its code is kept on disk."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self.py_func, self._run = function, cast("Any", None)
        self._widths: tuple[int, ...] = ()
        update_wrapper(self, function)

    def __call__(self, world: Any, *numbers: int) -> None:
        """Run it, without Python's lock."""
        if not LAST.was(world):
            LAST.arrays = tuple([weakref.ref(array) for array in world])
            LAST.words, LAST.widths = laid_out(world), widths_of(world)
            LAST.place = place_of(LAST.words)
        self.run(world, LAST.place, LAST.widths, numbers)

    def run(self, world: Any, place: int, widths: tuple[int, ...], numbers: tuple[int, ...]) -> None:
        """Run it with a world that is laid out already, at ``place``."""
        run, unused = self._run or self._ready(world, len(numbers)), NOTHING()
        if widths != self._widths:
            raise TypeError("The records of this world are not those that the code was compiled for.")
        if run(unused, unused, place, *map(int, numbers)) not in WELL:
            raise RuntimeError(f"Compiled code of {self.py_func.__name__} failed.")

    @property
    def file(self) -> Path:
        """Where its machine code is kept."""
        return cast("Path", CACHE) / f"{self.py_func.__name__}-{maker()}.o"

    def _ready(self, world: Any, numbers: int) -> Callable[..., int]:
        with MAKING:
            if self._run is None:
                made = kept(self.file)
                if made is None:
                    from sim.compiling import machine_code

                    made = machine_code(self.py_func, world, numbers)
                    # Where there is no room for it, the next process compiles anew.
                    with suppress(OSError):
                        keep(self.file, made)
                self._widths = widths_of(world)
                self._run = loaded(made, numbers)
        return cast("Callable[..., int]", self._run)


class _Last(threading.local):
    """The world that a thread called with last: finding out where its arrays are takes longer than a week.

    It is not kept alive for that.
    """

    arrays: tuple[Callable[[], Any], ...] = ()
    words: Any = None
    place: int = 0
    widths: tuple[int, ...] = ()

    def was(self, world: Any) -> bool:
        """Whether it was this one."""
        known = len(self.arrays) == len(world)
        return known and all(one() is array for one, array in zip(self.arrays, world, strict=True))


def widths_of(world: Any) -> tuple[int, ...]:
    """How many bytes a row of each array has."""
    return tuple(map(WIDTH, world))


# What is read first of a long row takes two lines of memory or three.
fetch, fetch_start = Fetch(0, 63, 127), Fetch(0)
# Of a pair, lines that a pass takes: see READ_OFTEN.
fetch_fading, fetch_soil, fetch_measured = Fetch(0, 128), Fetch(0, 64), Fetch(0, 64, 192)
fetch_listed, fetch_moved = Fetch(192), Fetch(0, 64, 128)
# So many pairs on, about the time that memory takes to get here.
PAIRS_AHEAD: Final = 12
joined: Final = Join()
LAST: Final = _Last()
ENTRIES: Final[list[Entry]] = []
MAKING: Final = threading.Lock()


def entry_point[F: Callable[..., Any]](function: F) -> F:
    """Compile ``function`` of a world and whole numbers, and keep the result on disk: what Python calls."""
    if PLAIN:
        return function
    ENTRIES.append(Entry(function))
    return cast("F", ENTRIES[-1])


class Bound:
    """An entry point for one world, whose arrays are looked for only once and kept alive."""

    def __init__(self, entry: Callable[..., None], world: Any, words: Ints, widths: tuple[int, ...]) -> None:
        self._entry, self._world, self._words, self._widths = entry, world, words, widths
        self._place = place_of(words)

    def __call__(self, *numbers: int) -> None:
        """Run it."""
        if isinstance(self._entry, Entry):
            self._entry.run(self._world, self._place, self._widths, numbers)
        else:
            self._entry(self._world, *numbers)

    def beside(self, makes: Callable[[], Any], places: dict[int, int]) -> Bound:
        """The same for the world that ``makes`` makes, of which the words ``places`` say where arrays are.

        They are of the same kinds and sizes, and kept alive elsewhere. To make the world itself takes longer.
        """
        if not isinstance(self._entry, Entry):
            return Bound(self._entry, makes(), self._words, self._widths)
        words = self._words.copy()
        for spot, place in places.items():
            words[spot] = place
        return Bound(self._entry, self._world, words, self._widths)


def bound(entry: Callable[..., None], world: Any) -> Bound:
    """An entry point for one world."""
    return Bound(entry, world, laid_out(world), widths_of(world))


def is_compiled_on_disk() -> bool:
    """Whether everything was compiled before, for these sources, this compiler and this processor."""
    return CACHE is not None and all(entry.file.exists() for entry in ENTRIES)


def forget_old() -> None:
    """Forget what versions long unused have left behind."""
    if CACHE is None:
        return
    for other in CACHE.parent.iterdir():
        if other != CACHE and other.is_dir() and time.time() - other.stat().st_mtime > FORGOTTEN_AFTER:
            shutil.rmtree(other, ignore_errors=True)
