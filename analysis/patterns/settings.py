"""Settings that several patterns start from, so that their runs are shared."""

from __future__ import annotations

from typing import Final

YEARS: Final = 260

# The two districts as the report found them (§6, §7.3).
NIEUW_WEST: Final = ("district=nieuw_west", "strategy=explorative_aloof", "weeks=260")
ZUIDOOST: Final = ("district=zuidoost", "strategy=programmatic_engaged", "weeks=260")
FOUND: Final = {"nieuw_west": NIEUW_WEST, "zuidoost": ZUIDOOST}

# No policy at all: what a single lever or policy is set against.
NOTHING: Final = ("district=nieuw_west", "strategy=none", "weeks=156")
OKC: Final = ("scenario=case_okc_on_location", "weeks=104")
VICE_VERSA: Final = ("scenario=case_vice_versa", "weeks=104")
SCHOOL: Final = ("scenario=case_school", "weeks=52")
CHURCH: Final = ("scenario=case_church", "weeks=78")


def without(*events: str) -> tuple[str, ...]:
    """These events of a scenario do not happen."""
    return tuple(f"scenario.events.{event}.happens=false" for event in events)


def by_strategy(name: str) -> tuple[str, ...]:
    """Five years of one strategy, at equal budget."""
    return ("district=nieuw_west", f"strategy={name}", "weeks=260")
