"""Care with people: barriers of the offer weigh as much as those of families (model.md, section 10).

The criterion was fixed before the runs were looked at: halve the barriers of one side in a paired run, and
those of the other side in another; the ratio of the two effects on help accepted lies between 0.5 and 2.
Barriers of the offer are posture, language, hours and fit; the last three are one number of an institution
here. Posture is halved where families meet it: halved everywhere, it also opens doors between professionals
and workers, which is no barrier of families (measured: 2.9 and 2.2 times those of families then; without
posture, as the first version of this test had it, 0.47 and 0.50).
"""

import numpy as np
import pytest

from sim.events import WEEK
from sim.population import populated, template
from sim.week import PHASES, open_week, run_phase
from tests.worlds import settings

WORLDS, WEEKS = 24, 156
LIVE = list(PHASES).index("live")


def halve_offer(world, _new):
    """Half the distance of language, hours and fit, as far as institutions make it, and of posture."""
    if world.clock[WEEK] == 0:
        world.institutions.fit[:] = 1.0 - 0.5 * (1.0 - world.institutions.fit)
    there, posture = world.self_organisations.consult_places > 0.0, world.self_organisations.consult_posture
    posture[there] = 1.0 - 0.5 * (1.0 - posture[there])


def halve_families(world, new):
    """Half the shame and half the threshold in the head of families that are new."""
    world.parents.shame[new] *= 0.5
    world.parents.threshold_head[new] *= 0.5


def as_it_is(_world, _new):
    pass


def accepted(district, change, seed):
    """Families that went into help, by themselves or on a worker's word, and consultations on location."""
    world = populated(template(settings("explorative", district, WEEKS)), seed)
    seen = np.full(len(world.parents), -1)
    while world.clock[WEEK] < WEEKS:
        open_week(world)
        for number in range(len(PHASES)):
            if number == LIVE:
                change(world, world.parents.generation > seen)
                seen = world.parents.generation.copy()
            run_phase(world, number)
        world.clock[WEEK] += 1
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
