"""The shape of the network of people who know each other's face: groups, bridges, modularity (§1.1).

It is counted four times a year; between two counts the last one stands.
"""

from sim.arrays import Record
from sim.events import WEEK
from sim.kernel import compiled
from sim.world import World

EVERY = 13
FACE = 0.5


@compiled
def tied(w: World, i: int, j: int) -> bool:
    """Whether a worker who is there and a professional know each other's face."""
    pair = w.pairs[w.workers[i].pairs_from + j]
    return w.workers[i].alive > 0 and min(pair.worker_knows_face, pair.professional_knows_face) > FACE


@compiled
def count_network(w: World) -> None:
    """Count groups, bridges and modularity, once a quarter."""
    if w.clock[WEEK] % EVERY != 0:
        return
    for i in range(len(w.workers)):
        w.workers[i].group, w.workers[i].ties = i, 0
    for j in range(len(w.professionals)):
        w.professionals[j].group, w.professionals[j].ties = len(w.workers) + j, 0
    total = 0.0
    for i in range(len(w.workers)):
        for j in range(w.workers[i].knows_from, w.workers[i].knows_to):
            if tied(w, i, j):
                w.workers[i].ties += 1
                w.professionals[j].ties += 1
                total += 1.0
                join(w, i, len(w.workers) + j)
    count_groups(w)
    count_bridges(w)
    count_modularity(w, total)


@compiled
def root(w: World, node: int) -> int:
    """The actor that stands for a node's group; workers come first, then professionals."""
    n = len(w.workers)
    above = w.workers[node].group if node < n else w.professionals[node - n].group
    while above != node:
        node = above
        above = w.workers[node].group if node < n else w.professionals[node - n].group
    return node


@compiled
def join(w: World, one: int, other: int) -> None:
    """Two actors know each other: their groups become one, under the lower row (always a worker's)."""
    a, b = root(w, one), root(w, other)
    low, high, n = min(a, b), max(a, b), len(w.workers)
    if high < n:
        w.workers[high].group = low
    else:
        w.professionals[high - n].group = low


@compiled
def count_groups(w: World) -> None:
    """How many groups of two or more hang together, and what share of all actors is in the largest."""
    n, groups, largest, there = len(w.workers), 0.0, 0.0, 1.0 * len(w.professionals)
    for i in range(n):
        there += w.workers[i].alive
        if w.workers[i].ties == 0 or root(w, i) != i:
            continue
        groups += 1.0
        # A group lies within one neighbourhood: ties do.
        size, worker = 0.0, w.workers[i]
        for other in range(w.professionals[worker.knows_from].knows_from, n):
            if w.workers[other].knows_from != worker.knows_from:
                break
            size += 1.0 if root(w, other) == i else 0.0
        for j in range(worker.knows_from, worker.knows_to):
            size += 1.0 if root(w, n + j) == i else 0.0
        largest = max(largest, size)
    w.district[0].network_groups, w.district[0].network_largest = groups, min(1.0, largest / there)


@compiled
def count_bridges(w: World) -> None:
    """Self-organisations and institutions with a tie between them, and those that hang on one pair."""
    bridges, thin = 0.0, 0.0
    for s in range(len(w.self_organisations)):
        organisation = w.self_organisations[s]
        here = neighbourhood_of(w, s)
        for n in range(here.institutions_from, here.institutions_to):
            institution, ties = w.institutions[n], 0
            for i in range(organisation.first, organisation.first + organisation.staff):
                for j in range(institution.first, institution.first + institution.staff):
                    ties += 1 if tied(w, i, j) else 0
            bridges += 1.0 if ties > 0 else 0.0
            thin += 1.0 if ties == 1 else 0.0
    w.district[0].network_bridges, w.district[0].network_thin = bridges, thin


@compiled
def count_modularity(w: World, total: float) -> None:
    """Modularity for two sides: each professional counts to the self-organisation with most of their ties."""
    w.district[0].network_modularity = 0.0
    if total <= 0.0:
        return
    for j in range(len(w.professionals)):
        most = -1
        here = w.neighbourhoods[w.institutions[w.professionals[j].institution].neighbourhood]
        for s in range(here.organisations_from, here.organisations_to):
            ties = ties_with(w, s, j)
            if ties > most:
                w.professionals[j].group, most = s, ties
    modularity = 0.0
    for s in range(len(w.self_organisations)):
        organisation, inside, of_workers, of_professionals = w.self_organisations[s], 0.0, 0.0, 0.0
        for i in range(organisation.first, organisation.first + organisation.staff):
            of_workers += w.workers[i].ties
        here = neighbourhood_of(w, s)
        for j in range(here.professionals_from, here.professionals_to):
            if w.professionals[j].group == s:
                of_professionals += w.professionals[j].ties
                inside += ties_with(w, s, j)
        modularity += inside / total - of_workers * of_professionals / (total * total)
    w.district[0].network_modularity = min(1.0, max(0.0, modularity))


@compiled
def neighbourhood_of(w: World, s: int) -> Record:
    """The neighbourhood of a self-organisation."""
    professional = w.professionals[w.workers[w.self_organisations[s].first].knows_from]
    return w.neighbourhoods[w.institutions[professional.institution].neighbourhood]


@compiled
def ties_with(w: World, s: int, j: int) -> int:
    """How many workers of a self-organisation a professional knows."""
    organisation, ties = w.self_organisations[s], 0
    for i in range(organisation.first, organisation.first + organisation.staff):
        ties += 1 if tied(w, i, j) else 0
    return ties
