"""What ``bodem patterns --out DIR`` found, read from the directory that the page may look into."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from page.errors import Bad

RESULT: Final = "patterns.json"
LARGEST: Final = 8 * 1024 * 1024
COUNTS: Final = (
    "seeds",
    "parameter_worlds",
    "seeds_per_parameter_world",
    "patterns",
    "holds",
    "partly",
    "fails",
)
TOLD: Final = ("pattern", "section", "en", "nl", "verdict", "kind", "needs", "carried_by")
CLAIM: Final = ("claim", "en", "nl", "verdict", "effect", "ci", "share")


def verdicts(file: Path) -> dict[str, Any]:
    """The counts and the verdicts in a result; raises Bad when it is none."""
    if file.stat().st_size > LARGEST:
        raise Bad(413, "This result is too large for the page.")
    try:
        node = json.loads(file.read_text(encoding="utf-8"), parse_constant=lambda _: None)
        found = [_told(one) for one in node["verdicts"]]
        counts = {name: int(node[name]) for name in COUNTS}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise Bad(400, "This file holds no verdicts of 'bodem patterns'.") from problem
    return {**counts, "verdicts": found}


def _told(one: dict[str, Any]) -> dict[str, Any]:
    claims = [{name: each.get(name) for name in CLAIM} for each in one["claims"]]
    return {**{name: one.get(name) for name in TOLD}, "claims": claims}
