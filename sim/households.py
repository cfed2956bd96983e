"""Families as they come: the one place where a family's record is filled, at the start and later on."""

from __future__ import annotations

from sim.arrays import Record, Records
from sim.draws import between, uniform, uniform2
from sim.kernel import compiled, joined
from sim.world import World


@compiled
def household(w: World, i: int) -> Record:
    """A family with all its fields, in ``parents`` and in ``homes``."""
    return joined(w.parents[i], w.homes[i])


@compiled
def near(value: float, spread: float, u: float) -> float:
    """A value spread evenly around ``value``, kept within 0 and 1."""
    return min(1.0, max(0.0, value + spread * (2.0 * u - 1.0)))


@compiled
def make_parent(
    parent: Record,
    who: int,
    communities: Records,
    organisations: Records,
    neighbourhoods: Records,
    attends: float,
    p: Record,
    key: int,
    attend_key: int,
) -> None:
    """A family in its neighbourhood: its community, whether and where it attends, its circumstances."""
    u, parent.community = uniform2(key, who, 1), len(communities) - 1
    for c in range(len(communities)):
        if u < communities[c].share:
            parent.community = c
            break
        u -= communities[c].share
    parent.education = uniform2(key, who, 2)
    parent.worries = near(0.55 - 0.3 * parent.education, 0.25, uniform2(key, who, 3))
    parent.shame = near(0.6 - 0.3 * parent.education, 0.2, uniform2(key, who, 4))
    parent.threshold_head = near(0.5, 0.3, uniform2(key, who, 5))
    parent.threshold_real = near(0.65 - 0.3 * parent.education, 0.3, uniform2(key, who, 6))
    parent.knowledge = near(p.start_knows_parent + 0.3 * (parent.education - 0.5), 0.2, uniform2(key, who, 7))
    parent.trust_preventive = near(p.start_parent_trust, 0.2, uniform2(key, who, 8))
    parent.trust_youth_care = near(1.0 - p.start_fear, 0.15, uniform2(key, who, 9))
    parent.isolation = near(0.5, 0.3, uniform2(key, who, 10))
    parent.empowerment = near(0.35, 0.2, uniform2(key, who, 11))
    parent.child_age = between(uniform2(key, who, 12), 4.0, 18.0)
    parent.words = 0.15 + 0.35 * parent.education
    parent.topic = int(uniform2(key, who, 13) * 5.0)
    parent.severity = uniform2(key, who, 16)
    parent.need = 0.5 * uniform2(key, who, 14) if uniform2(key, who, 15) < 0.4 else 0.0
    parent.alive, parent.self_organisation, parent.worker, parent.helper = 1, -1, -1, -1
    parent.trust_worker = 0.2
    parent.trust_school = near(p.start_school_trust, 0.2, uniform2(key, who, 17))
    parent.trust_district = near(p.start_trust_district, 0.15, uniform2(key, who, 18))
    parent.school_distance = near(
        p.start_school_distance + 0.3 * (0.5 - parent.education), 0.2, uniform2(key, who, 19)
    )
    _attend(parent, who, organisations, neighbourhoods[parent.neighbourhood], attends, attend_key)


@compiled
def _attend(parent: Record, who: int, organisations: Records, here: Record, attends: float, key: int) -> None:
    """Perhaps attend one of the community's self-organisations nearby, the larger ones more often."""
    total = 0.0
    for s in range(here.organisations_from, here.organisations_to):
        if organisations[s].community == parent.community:
            total += organisations[s].reach
    if total <= 0.0 or uniform(key, who) >= attends:
        return
    u = uniform2(key, who, 1) * total
    for s in range(here.organisations_from, here.organisations_to):
        if organisations[s].community != parent.community:
            continue
        if u < organisations[s].reach:
            parent.self_organisation = s
            parent.worker = organisations[s].first + int(uniform2(key, who, 2) * organisations[s].staff)
            parent.trust_worker = between(uniform2(key, who, 3), 0.5, 0.95)
            parent.isolation *= 0.6
            return
        u -= organisations[s].reach
