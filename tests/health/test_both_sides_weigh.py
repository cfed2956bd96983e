"""Care with people: barriers of the offer weigh as much as those of families (model.md, section 10).

The criterion was fixed before the runs were looked at: halve the barriers of one side in a paired run, and
those of the other side in another; the ratio of the two effects on help accepted lies between 0.5 and 2.
"""

import numpy as np
import pytest

from sim.population import populated, template
from sim.week import advance
from tests.worlds import settings

WORLDS, WEEKS, STEP = 24, 156, 13


def halve_offer(world, _new):
    """Half the distance of language, hours, posture and fit, as far as institutions make it."""
    world.institutions.fit[:] = 1.0 - 0.5 * (1.0 - world.institutions.fit)


def halve_families(world, new):
    """Half the shame and half the threshold in the head."""
    world.parents.shame[new] *= 0.5
    world.parents.threshold_head[new] *= 0.5


def as_it_is(_world, _new):
    pass


def accepted(district, change, seed):
    """Families that went into help, by themselves or on a worker's word, and consultations on location."""
    world = populated(template(settings("explorative", district, WEEKS)), seed)
    change(world, np.ones(len(world.parents), bool))
    seen = world.parents.generation.copy()
    for week in range(STEP, WEEKS + 1, STEP):
        advance(world, week, 0)
        if change is halve_families:  # families that come later are met by the same change
            change(world, world.parents.generation > seen)
        seen = world.parents.generation.copy()
    m = world.weekly
    return float((m.self_referrals + m.referrals_accepted + m.on_location_consultations).sum())


@pytest.mark.parametrize("district", ["nieuw_west", "zuidoost"])
def test_halving_the_barriers_of_the_offer_does_as_much_as_halving_those_of_families(district):
    base, offer, families = (
        np.array([accepted(district, change, seed) for seed in range(WORLDS)])
        for change in (as_it_is, halve_offer, halve_families)
    )
    by_offer, by_families = (offer - base).mean(), (families - base).mean()
    assert by_offer > 0.0
    assert by_families > 0.0
    assert 0.5 <= by_offer / by_families <= 2.0
