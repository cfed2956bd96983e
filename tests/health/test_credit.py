"""A case that a worker helped on is no referral: it is not credited as one (§3.3, §6.1)."""

from sim.ensemble import run_world
from sim.registry import PARAMETERS
from tests.worlds import settings

OFTEN = {
    name: PARAMETERS[name].high for name in ("stuck_rate", "refer_formal", "chain_spread", "start_faces")
}


def test_what_stands_credited_in_pairs_came_from_families_who_were_brought():
    mediated = 0.0
    for seed in range(3):
        made = settings("programmatic_engaged", "zuidoost", weeks=104, parameters=OFTEN)
        world = run_world(made, seed).world
        assert world.pairs.attributed.sum() <= world.weekly.referrals_attributed.sum() + 1e-9
        mediated += world.pairs.mediated.sum()
    assert mediated > 0.0
