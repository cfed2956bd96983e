"""Finding an actor by what a user calls them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from experiments.errors import Refused, nearest
from sim.ensemble import actor_names
from sim.settings import Settings
from sim.telling import names_in

FEW: Final = 6
SIDES: Final = ("professional", "worker")


class Actor(NamedTuple):
    """Someone, or everyone of an organisation: the rows that are theirs by kind of record."""

    called: str
    rows: Mapping[str, frozenset[int]]

    def row_of(self, record: str) -> int | None:
        """The one row of this kind of record; None where there is none or more than one."""
        rows = self.rows.get(record, frozenset())
        return next(iter(rows)) if len(rows) == 1 and len(self.rows) == 1 else None


def actors(settings: Settings, lang: str) -> list[Actor]:
    """Everybody in the district, organisations as all of their people together."""
    names = names_in(actor_names(settings), lang)
    single = [
        Actor(called, {record: frozenset([row])})
        for record in ("worker", "professional", "parent")
        for row, called in enumerate(names[record])
    ]
    return [*single, *_organisations(settings)]


def _organisations(settings: Settings) -> Iterator[Actor]:
    district, first = settings.district, 0
    for row, one in enumerate(district.self_organisations):
        people = frozenset(range(first, first + one.workers))
        yield Actor(one.name, {"self_organisation": frozenset([row]), "worker": people})
        first += one.workers
    first = 0
    for row, institution in enumerate(district.institutions):
        staff = frozenset(range(first, first + institution.professionals))
        yield Actor(institution.name, {"institution": frozenset([row]), "professional": staff})
        first += institution.professionals


def actor(settings: Settings, wish: str, lang: str) -> Actor:
    """The actor that ``wish`` names, in whole or by a part that fits only one; raises Refused.

    Names in English and in Dutch are both understood.
    """
    spoken, told = actors(settings, "en"), actors(settings, lang)
    other = actors(settings, "nl")
    known = [(each.called, here) for group in (spoken, other) for each, here in zip(group, told, strict=True)]
    wanted = " ".join(wish.casefold().split())
    whole = [here for called, here in known if called.casefold() == wanted]
    if whole:
        return whole[0]
    part = list(
        {here.called: here for called, here in known if wanted and wanted in called.casefold()}.values()
    )
    if len(part) == 1:
        return part[0]
    if part:
        few = ", ".join(f"'{one.called}'" for one in part[:FEW])
        more = f" and {len(part) - FEW} more" if len(part) > FEW else ""
        raise Refused(f"'{wish}' fits several: {few}{more}; name one of them.")
    close = nearest(wish, [called for called, _ in known])
    raise Refused(f"Nobody in '{settings.district.name}' is called '{wish}'{close}")


def pair(settings: Settings, wishes: list[str], lang: str) -> tuple[Actor, Actor]:
    """The professional and the informal worker that two names stand for, in whichever order."""
    found = [actor(settings, wish, lang) for wish in wishes]
    for first, second in (found, found[::-1]):
        if first.row_of("professional") is not None and second.row_of("worker") is not None:
            return first, second
    one = next((each for each in found if not any(each.row_of(side) is not None for side in SIDES)), found[0])
    raise Refused(
        f"A pair is one professional and one informal worker, and '{one.called}' with "
        f"'{found[1 - found.index(one)].called}' is not; "
        "name two such as 'OKC, adviser 1' and 'Nisa for Nisa, worker 1'."
    )
