"""Questions of families: how they arise, and how those that are there grow or pass (§2.2, §4.2)."""

from sim.arrays import Record
from sim.draws import uniform, uniform2
from sim.kernel import compiled
from sim.mechanisms import community as rules
from sim.mechanisms import family
from sim.state import AT_WORKER, IN_PREVENTION, IN_YOUTH_CARE
from sim.world import World


@compiled
def highest_chance(w: World) -> float:
    """No family's chance is higher than that of one with an older child and all worries."""
    highest, _ = family.questions(1, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, w.p[0])
    return highest if w.on[0].questions > 0 else 0.0


@compiled
def question(w: World, parent: Record, i: int, arise: int, size: int, highest: float) -> float:
    """A question arises, or the one there is grows or passes; returns by how much."""
    if w.on[0].questions == 0:
        return 0.0
    if parent.need > 0.0:
        return go_through(w, parent)
    u = uniform(arise, i)
    # For most families the draw alone says that nothing happens.
    if u >= highest:
        return 0.0
    chance, _ = questions_of(w, parent, 0.0)
    if u >= chance or u >= chance * (1.0 - prevented(w, parent)):
        return 0.0
    parent.need = 0.1 + 0.25 * uniform(size, i)
    parent.words = 0.1 + 0.3 * parent.education
    parent.topic = int(uniform2(size, i, 1) * 5.0)
    parent.severity = uniform2(size, i, 2)
    parent.prior, parent.crisis = 0, 0
    return parent.need


@compiled
def go_through(w: World, parent: Record) -> float:
    """The question there is grows or passes, the less it grows the more it is attended to."""
    attended = 0.0
    if parent.help == IN_PREVENTION or parent.help == IN_YOUTH_CARE:
        attended = 1.0
    elif parent.help == AT_WORKER:
        attended = 0.6
    _, growth = questions_of(w, parent, attended)
    parent.need_up += max(0.0, growth)
    parent.need_down += max(0.0, -growth)
    return abs(growth)


@compiled
def questions_of(w: World, parent: Record, attended: float) -> tuple[float, float]:
    """By the rule, a family's chance of a new question and the growth of the one it has."""
    return family.questions(
        1 if parent.child_age >= 12.0 else 0,
        parent.worries,
        parent.isolation,
        parent.empowerment,
        attended,
        parent.need,
        parent.severity,
        w.p[0],
    )


@compiled
def prevented(w: World, parent: Record) -> float:
    """Share of new questions that shared responsibility prevents."""
    if w.on[0].empowered == 0:
        return 0.0
    _, _, fewer, _ = rules.empowered(0.0, 0.0, 0.0, w.communities[parent.community].shared, w.p[0])
    return fewer
