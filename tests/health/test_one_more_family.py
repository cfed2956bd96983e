"""One more family changes only what it causes."""

from dataclasses import replace

import pytest

from sim.measures import NAMES
from sim.population import populated, template
from sim.registry import MEASURES, PARAMETERS, RULES
from sim.week import advance
from tests.worlds import FAST, PRESETS, differing, fingerprints, hamlet, settings

# Counts of the families themselves, and measures that divide by them.
HEADCOUNT = {"self_organisations.members"}
# What a family moves in itself (its distance from school) counts in what rules have moved.
# The rows of families in a neighbourhood are one more.
OWN = {"activity", "neighbourhoods.parents_to", "boroughs.parents_to"}
PER_FAMILY = [name for name in NAMES if MEASURES[name].how in ("share of families", "mean over families")]


def others(world, families, but=()):
    """Fingerprints of everyone but the families after the first so many."""
    for name in PER_FAMILY:
        world.weekly[name] = 0.0
    fewer = world._replace(parents=world.parents[:families], homes=world.homes[:families])
    found = fingerprints(fewer, {"log", "clock", "busy"})
    return {name: found[name] for name in found if name not in but}


def with_one_more(made, seed):
    """A world, and the same world with one family more; both before their first week."""
    district = made.district
    grown = replace(district, parents=district.parents + 1, families=district.parents)
    return (populated(template(replace(made, district=place)), seed) for place in (district, grown))


def is_quiet(family, start):
    """Whether a family had no question and went nowhere since it was in state ``start``."""
    return family.need == start.need == 0.0 and family.self_organisation < 0


def is_silent(family):
    """Whether a family has no question and attends nowhere: who attends already widens what is talked of."""
    return family.need == 0.0 and family.self_organisation < 0


@pytest.mark.parametrize("district", ["hamlet", "nieuw_west"])
def test_a_family_without_a_question_that_goes_nowhere_changes_no_byte_of_anyone_else(district):
    place = hamlet(40, attends=0.3) if district == "hamlet" else district
    made = settings(district=place, weeks=70, parameters={"question_rate": 0.005})
    quiet = 0
    for seed in range(40):
        base, more = with_one_more(made, seed)
        words = more.homes.words[-1]
        start = more.parents[-1].copy()
        advance(more, made.weeks, 0)
        if is_quiet(more.parents[-1], start) and more.homes.words[-1] == words:
            quiet += 1
            advance(base, made.weeks, 0)
            families = made.district.parents
            assert differing(others(base, families, OWN), others(more, families, OWN)) == []
    assert quiet >= 3


def test_one_more_family_changes_nothing_anywhere_before_the_week_in_which_it_acts():
    place = PRESETS.district("nieuw_west")
    roomy = tuple(replace(one, reach=1e6) for one in place.self_organisations)  # no seat is taken from anyone
    made, families = settings(district=replace(place, self_organisations=roomy), weeks=80), place.parents
    waited = []
    for seed in range(20):
        base, more = with_one_more(made, seed)
        waited.append(0)
        while is_silent(more.parents[-1]) and waited[-1] < made.weeks:
            apart = OWN | HEADCOUNT
            assert differing(others(base, families, apart), others(more, families, apart)) == []
            waited[-1] += 1
            advance(base, waited[-1], 0)
            advance(more, waited[-1], 0)
    assert sum(weeks > 20 for weeks in waited) >= 3


def test_one_more_family_shifts_nobody_elses_draws():
    # Places for everyone, and offers too rigid to adapt to one more voice.
    roomy = tuple(replace(one, capacity=1e6, rigidity=1.0) for one in hamlet().institutions)
    off = frozenset(rule.key for rule in RULES) - {"questions"}  # nothing else through which families touch
    grow = FAST | {"question_balance": PARAMETERS["question_balance"].low}
    made = settings(district=hamlet(40, institutions=roomy), weeks=150, rules_off=off, parameters=grow)
    for seed in range(5):
        base, more = with_one_more(made, seed)
        advance(base, made.weeks, 0)
        advance(more, made.weeks, 0)
        families = made.district.parents
        assert base.parents.tobytes() == more.parents[:families].tobytes()
        assert base.homes.tobytes() == more.homes[:families].tobytes()
        assert base.weekly.parents_in_help.max() > 0.1
