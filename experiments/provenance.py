"""What is needed to repeat a result: versions, code, command, times, checksums; nothing about the host."""

from __future__ import annotations

import platform
import subprocess
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Final

from experiments.identity import digest_of, named
from experiments.schema import SCHEMA_VERSION
from sim.kernel import source_digest
from sim.settings import Settings

PACKAGES: Final = ("numpy", "numba", "mesa", "vruchtbare-bodem")
ROOT: Final = Path(__file__).resolve().parent.parent
PLACES: Final = ("--out", "--config-dir")


def now() -> str:
    """The present moment in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def provenance(command: Sequence[str], started: str, checksums: Mapping[str, str]) -> dict[str, Any]:
    """Return the provenance of a result directory as a mapping ready for JSON."""
    return {
        "schema_version": SCHEMA_VERSION,
        "command": without_places(["bodem", *command]),
        "started": started,
        "ended": now(),
        "versions": {"python": platform.python_version(), **{name: _version(name) for name in PACKAGES}},
        "code": code_digest(),
        "git": _git(),
        "sha256": dict(checksums),
    }


def run_id(settings: Settings, seed: int) -> str:
    """Name a run after all that decides it: settings, seed and the code of the model."""
    return run_names(settings)(seed)


def run_names(settings: Settings) -> Callable[[int], str]:
    """Return the function that names the runs of ``settings`` by their seed."""
    return named(digest_of(settings, code_digest()))


@cache
def code_digest() -> str:
    """One digest over every source file of the model."""
    return source_digest()


def without_places(command: Sequence[str]) -> list[str]:
    """Return ``command`` with the folders given to --out and --config-dir cut down to their last part."""
    words: list[str] = []
    for word in command:
        option, equals, value = word.partition("=")
        if words and words[-1] in PLACES:
            words.append(Path(word).name)
        elif equals and option in PLACES:
            words.append(f"{option}={Path(value).name}")
        else:
            words.append(word)
    return words


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _git() -> dict[str, Any] | None:
    """Commit and whether files differ from it; None outside a checkout."""
    if not (ROOT / ".git").exists():
        return None
    commit, status = _ask_git("rev-parse", "HEAD"), _ask_git("status", "--porcelain")
    return {"commit": commit, "dirty": None if status is None else bool(status)}


def _ask_git(*words: str) -> str | None:
    try:
        answer = subprocess.run(
            ["git", "-C", str(ROOT), *words], capture_output=True, text=True, timeout=10, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return answer.stdout.strip()
