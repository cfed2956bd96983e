"""Families that come and go: a child grows up, and a family with a young child comes (§2)."""

from sim.arrays import Record
from sim.draws import ATTEND, FAMILY, stream_key
from sim.events import SEED
from sim.households import make_parent
from sim.kernel import seldom
from sim.state import IN_PREVENTION, IN_YOUTH_CARE, NOWHERE
from sim.world import World


@seldom
def replace_parent(w: World, parent: Record, i: int) -> None:
    """A family whose child is grown leaves; a new one, of its own draws, takes the place."""
    if parent.help == IN_PREVENTION or parent.help == IN_YOUTH_CARE:
        institution = w.institutions[w.professionals[parent.helper].institution]
        institution.cases = max(0.0, institution.cases - 1.0)
    if parent.self_organisation >= 0:
        w.self_organisations[parent.self_organisation].members -= 1.0
    generation, seed = parent.generation + 1, w.clock[SEED]
    parent.help, parent.weeks_in_help, parent.prior, parent.crisis = NOWHERE, 0, 0, 0
    parent.attachment, parent.need_up, parent.need_down = 0.0, 0.0, 0.0
    parent.ours, parent.course, parent.put_off = 0.0, 0.0, 0.0
    parent.kept, parent.last_need, parent.last_help = 0, 0, 0
    make_parent(
        parent,
        i,
        w.communities,
        w.self_organisations,
        w.neighbourhoods,
        w.district[0].attends,
        w.p[0],
        stream_key(seed, FAMILY, generation),
        stream_key(seed, ATTEND, generation),
    )
    parent.generation, parent.child_age, parent.need = generation, 4.0, 0.0
    if parent.self_organisation >= 0:
        w.self_organisations[parent.self_organisation].members += 1.0
