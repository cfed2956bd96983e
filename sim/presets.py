"""Named districts, strategies and levers, found through a provider so that ``sim`` itself reads no file."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points
from typing import Protocol, cast

from sim.settings import District, Lever, Strategy

GROUP = "vruchtbare_bodem.presets"


class Provider(Protocol):
    """Something that turns a name into a checked preset and raises UnknownName otherwise."""

    def district(self, name: str) -> District:
        """The district called ``name``."""
        ...

    def strategy(self, name: str) -> Strategy:
        """The strategy called ``name``."""
        ...

    def levers(self) -> tuple[Lever, ...]:
        """Every lever, at intensity 0."""
        ...


@cache
def provider() -> Provider:
    """The provider registered by the installed distribution; LookupError when there is none."""
    found = list(entry_points(group=GROUP))
    if not found:
        raise LookupError("No presets are installed: pass District and Strategy objects instead of names.")
    return cast("Provider", found[0].load()())
