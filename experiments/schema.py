"""The version of the form in which results are kept, and what becomes of results in another form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from experiments.errors import Refused

SCHEMA_VERSION: Final = 1
# From the version before to the one after; a change of the form adds a step and raises the number.
STEPS: Final[dict[int, Callable[[dict[str, Any]], dict[str, Any]]]] = {}

# What a sweep says of itself today, by kind: anything else is damaged or foreign.
FIELDS: Final[dict[str, type | tuple[type, ...]]] = {
    "command": list,
    "overrides": list,
    "planned": int,
    "points": int,
    "factors": list,
    "weeks": int,
    "method": dict,
    "keep": dict,
    "asked": dict,
    "digest": str,
    "started": str,
    "versions": dict,
    "code": str,
    "git": (dict, type(None)),
}


def as_now(told: object, where: object) -> dict[str, Any]:
    """What a ``sweep.json`` says, in today's form; raises Refused with what to do when that cannot be."""
    if not isinstance(told, Mapping):
        raise Refused(f"'{where}' is not what bodem writes.")
    found, version = dict(told), told.get("schema_version")
    if isinstance(version, bool) or not isinstance(version, int):
        raise Refused(f"'{where}' does not say in which form it was written, so it is not what bodem writes.")
    if version > SCHEMA_VERSION:
        raise Refused(
            f"'{where}' was written by a newer bodem{_which(found)} (form {version}; this one reads up to "
            f"{SCHEMA_VERSION}): upgrade bodem, or read its Parquet files with any tool."
        )
    while version < SCHEMA_VERSION:
        if version not in STEPS:
            raise Refused(
                f"'{where}' was written by an older bodem{_which(found)} (form {version}), from which there "
                "is no way to this one: open it with that version, or read its Parquet files with any tool."
            )
        found, version = STEPS[version](found), version + 1
    for name, kind in FIELDS.items():
        if name not in found or not isinstance(found[name], kind):
            raise Refused(f"'{where}' has no usable '{name}': it is damaged, or not what bodem writes.")
    return found


def _which(told: Mapping[str, Any]) -> str:
    versions = told.get("versions")
    name = versions.get("vruchtbare-bodem") if isinstance(versions, Mapping) else None
    return f" {name}" if name else ""
