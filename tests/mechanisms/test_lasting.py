"""What collaboration gives, costs and leaves behind, told in the report's sense (§1.2, §1.3, §6)."""

from tests.contracts.sampling import assumptions, claim, rule_of


def exchange(given, returned, values=None, disappointment=0.3):
    return claim(
        "reciprocity", values, given=given, returned=returned, disappointment=disappointment, loyalty=0.2
    )


def test_service_without_return_piles_up_disappointment_and_builds_no_loyalty():
    for values in assumptions("reciprocity"):
        told = exchange(given=2.0, returned=0.0, values=values)
        assert told.disappointment > 0.0 == told.loyalty


def test_something_back_also_in_kind_counters_disappointment_and_builds_loyalty():
    for values in assumptions("reciprocity"):
        told = exchange(given=2.0, returned=2.0, values=values)
        assert told.disappointment < 0.0 < told.loyalty


def test_giving_more_never_eases_disappointment():
    for values in assumptions("reciprocity"):
        little, more = (exchange(given, returned=1.0, values=values) for given in (0.2, 0.9))
        assert more.disappointment >= little.disappointment


def test_unpaid_coffee_irritates_costs_trust_in_the_district_and_touches_no_partner():
    for values in assumptions("small_costs"):
        told = claim("small_costs", values, unpaid=1.0, hosting=1.0, irritation=0.2)
        assert told.trust_district < 0.0 < told.irritation
    assert rule_of("small_costs").yields == ("irritation", "trust_district"), "no partner, no ending"


def test_coffee_that_is_paid_lets_irritation_wear_off_and_costs_nothing():
    told = claim("small_costs", unpaid=0.0, hosting=1.0, irritation=0.5)
    assert told.irritation < 0.0 == told.trust_district


def test_a_pioneer_whose_backing_stops_keeps_courage_for_a_while_and_then_loses_it():
    courage, felt, course = 0.7, 0.8, []
    for _ in range(104):
        told = claim("pioneers", courage=courage, backing=0.0, felt=felt, active=1.0, examples=0.0)
        courage, felt = courage + told.courage, felt + told.felt
        course.append(courage)
    assert course[3] >= 0.7
    assert course[-1] < 0.5


def test_visible_backing_gives_courage_whatever_is_assumed():
    for values in assumptions("pioneers"):
        told = claim("pioneers", values, courage=0.4, backing=1.0, felt=1.0, active=1.0, examples=0.0)
        assert told.courage > 0.0


def test_good_examples_give_courage_for_a_leap_in_the_dark_but_less_than_backing_does():
    for values in assumptions("pioneers"):
        nothing, seen, backed = (
            claim("pioneers", values, courage=0.4, backing=0.0, felt=felt, active=0.0, examples=examples)
            for felt, examples in ((0.0, 0.0), (0.0, 1.0), (1.0, 0.0))
        )
        assert nothing.courage < seen.courage < backed.courage


def test_what_is_anchored_survives_the_person_and_a_full_field_makes_new_ties_rarer():
    for values in assumptions("anchoring"):
        loose, anchored = (
            claim("anchoring", values, effort=0.5, success=0.5, anchoring=share, anchored_field=share)
            for share in (0.0, 1.0)
        )
        assert loose.survival == 0.0 < 0.4 < anchored.survival < 1.0
        assert 0.0 < anchored.tie_factor < loose.tie_factor == 1.0


def test_nothing_is_anchored_without_effort_or_without_success():
    idle = {"anchoring": 0.2, "anchored_field": 0.0}
    assert claim("anchoring", effort=0.0, success=1.0, **idle).gain == 0.0
    assert claim("anchoring", effort=1.0, success=0.0, **idle).gain == 0.0
