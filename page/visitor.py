"""Who asks: the leader of the session, or one of the group."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from typing import Any, Final

TOKEN: Final = re.compile(r"[A-Za-z0-9_-]{16}")


@dataclass(frozen=True)
class Visitor:
    """A visitor: ``who`` is a token that the server gave, the same as long as the cookie lasts."""

    who: str
    leads: bool


# On this computer alone there is nobody else to lead.
ALONE: Final = Visitor("here", True)


def visitor_of(scope: Any) -> Visitor:
    """The visitor that the guard let in."""
    found = scope.get("bodem.visitor", ALONE)
    assert isinstance(found, Visitor)
    return found


def new_token() -> str:
    """A token that nobody can guess."""
    return secrets.token_urlsafe(12)
