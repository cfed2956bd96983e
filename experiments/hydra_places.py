"""The settings of Hydra itself that a Hydra user gives on the command line: where results go."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from experiments.errors import Refused
from experiments.overrides import parse, plain_value

NOW: Final = re.compile(r"\$\{now:([^}]*)\}")
KNOWN: Final = ("hydra.sweep.dir", "hydra.run.dir")


def without_hydra(overrides: Sequence[str], out: Path | None, place: str) -> tuple[list[str], Path | None]:
    """Split off the overrides of Hydra itself; ``place`` (such as hydra.sweep.dir) says what ``out`` does.

    Raises Refused for those that have no meaning here.
    """
    rest, found = [], out
    for text in overrides:
        key = text.partition("=")[0].lstrip("+~")
        if not key.startswith("hydra"):
            rest.append(text)
            continue
        if key in KNOWN:
            if key == place and out is None:
                found = Path(_filled(str(plain_value(parse(text)))))
            continue
        raise Refused(_why(text, key))
    return rest, found


def _filled(text: str) -> str:
    """A path with ``${now:...}`` filled in as Hydra does."""
    return NOW.sub(lambda found: time.strftime(found[1]), text)


def _why(text: str, key: str) -> str:
    if key.startswith(("hydra/launcher", "hydra.launcher")):
        return f"'{text}' chooses a launcher of Hydra; here the engine does that: 'bodem sweep engine=dask'."
    if key == "hydra.sweep.subdir":
        return "'hydra.sweep.subdir' has no meaning here: all runs share one set of tables."
    return f"'{text}' is a setting of Hydra that has no meaning here; hydra.sweep.dir and hydra.run.dir have."
