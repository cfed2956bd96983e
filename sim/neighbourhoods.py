"""Neighbourhoods of a city: who may know of whom, as blocks of rows, so that pairs grow with actors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sim.settings import District

if TYPE_CHECKING:
    from sim.world import World


@dataclass(frozen=True)
class Neighbourhood:
    """Rows that belong to one neighbourhood; its pairs are a block of workers times professionals."""

    institutions: range
    self_organisations: range
    professionals: range
    workers: range
    pairs: range
    parents: range


def dealt(number: int, things: int, of: int) -> range:
    """The rows of ``things`` that fall to neighbourhood ``number`` of ``of``, in the order listed."""
    return range(number * things // of, (number + 1) * things // of)


def neighbourhoods_of(district: District) -> list[Neighbourhood]:
    """The neighbourhoods of a district in order; a district of one is one block of all pairs."""
    staff = [institution.professionals for institution in district.institutions]
    leading = [organisation.workers for organisation in district.self_organisations]
    found, professionals, workers, pairs = [], 0, 0, 0
    for number in range(district.neighbourhoods):
        institutions = dealt(number, len(staff), district.neighbourhoods)
        organisations = dealt(number, len(leading), district.neighbourhoods)
        employed = sum(staff[institutions.start : institutions.stop])
        active = sum(leading[organisations.start : organisations.stop])
        found.append(
            Neighbourhood(
                institutions,
                organisations,
                range(professionals, professionals + employed),
                range(workers, workers + active),
                range(pairs, pairs + employed * active),
                dealt(number, district.parents, district.neighbourhoods),
            )
        )
        professionals, workers, pairs = professionals + employed, workers + active, pairs + employed * active
    return found


def fill_neighbourhoods(world: World, district: District) -> None:
    """Write the blocks, and for every actor whom they may know and where those pairs are."""
    for number, one in enumerate(neighbourhoods_of(district)):
        row = world.neighbourhoods[number]
        row.institutions_from, row.institutions_to = one.institutions.start, one.institutions.stop
        row.organisations_from, row.organisations_to = (
            one.self_organisations.start,
            one.self_organisations.stop,
        )
        row.workers_from, row.workers_to = one.workers.start, one.workers.stop
        row.professionals_from, row.professionals_to = one.professionals.start, one.professionals.stop
        row.pairs_from, row.pairs_to = one.pairs.start, one.pairs.stop
        row.parents_from, row.parents_to = one.parents.start, one.parents.stop
        world.homes["neighbourhood"][one.parents.start : one.parents.stop] = number
        world.institutions["neighbourhood"][one.institutions.start : one.institutions.stop] = number
        for place, i in enumerate(one.workers):
            worker = world.workers[i]
            worker.knows_from, worker.knows_to = one.professionals.start, one.professionals.stop
            worker.pairs_from = one.pairs.start + place * len(one.professionals) - one.professionals.start
        for j in one.professionals:
            professional = world.professionals[j]
            professional.knows_from, professional.knows_to = one.workers.start, one.workers.stop
