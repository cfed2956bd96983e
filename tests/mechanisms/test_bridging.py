"""What crossing the bridge brings and costs, told in the report's sense (§5.1, §5.2, §6.1, §6.2)."""

from sim.registry import PARAMETERS
from tests.contracts.sampling import assumptions, claim


def test_a_visit_with_the_groups_own_purpose_makes_the_centre_a_place_of_their_own():
    for values in assumptions("group_visit"):
        own = claim("group_visit", values, own_purpose=1.0, welcome=0.6, ours=0.2).ours
        programme = claim("group_visit", values, own_purpose=0.2, welcome=0.6, ours=0.2).ours
        assert own > 2.0 * programme > 0.0


def test_after_visits_families_walk_in_and_without_them_nobody_does():
    for values in assumptions("group_visit"):
        assert claim("group_visit", values, ours=0.0, need=0.8).walk_in == 0.0
        assert claim("group_visit", values, ours=0.8, need=0.8).walk_in > 0.0


def test_word_of_a_success_gets_to_colleagues_sooner_than_elsewhere():
    for values in assumptions("request_chain"):
        near, far = (
            claim("request_chain", values, near=n, trust=0.6, severity=0.5).listed for n in (1.0, 0.3)
        )
        assert near > far > 0.0


def test_who_does_not_trust_the_worker_neither_lists_nor_calls():
    told = claim("request_chain", near=1.0, trust=0.0, severity=1.0)
    assert told.listed == told.call == 0.0


def delicate(values=None, clarity=0.0, burned=0.0, delicacy=0.8):
    told = {"delicacy": delicacy, "clarity": clarity, "burned": burned, "trust": 0.8}
    return claim("signal_breach", values, **told)


def test_where_protocols_are_unclear_delicate_cases_are_kept_back_even_without_a_breach():
    for values in assumptions("signal_breach"):
        assert delicate(values).withheld > 1.2 * delicate(values, clarity=1.0).withheld


def test_after_a_breach_workers_keep_more_in_their_own_hands():
    for values in assumptions("signal_breach"):
        assert delicate(values, burned=1.0).withheld > delicate(values).withheld


def test_a_clear_protocol_makes_a_breach_rarer_and_one_breach_takes_a_large_part_of_trust():
    for values in assumptions("signal_breach"):
        assert delicate(values, clarity=1.0).breach < delicate(values).breach
        assert delicate(values).collapse > 0.25 * 0.8


def met(values=None, same=0, interpreter=0.0, posture=0.5):
    return claim("posture_and_background", values, same=same, interpreter=interpreter, posture=posture)


def test_posture_decides_who_stays_whatever_the_background():
    for values in assumptions("posture_and_background"):
        assert met(values, same=1, posture=0.1).leaves == met(values, same=0, posture=0.1).leaves
        assert met(values, posture=0.1).leaves > 10.0 * met(values, posture=0.9).leaves


def test_a_worker_who_interprets_can_stand_in_for_a_shared_background_but_not_wholly():
    for values in assumptions("posture_and_background"):
        assert met(values, same=1).ease >= met(values, interpreter=1.0).ease >= met(values).ease == 0.0


def test_the_range_of_what_background_eases_includes_nothing_since_it_is_contested():
    assert PARAMETERS["background_ease"].low == 0.0 < PARAMETERS["background_ease"].default


def test_pay_may_cost_families_trust_and_the_range_includes_nothing_at_all():
    assert PARAMETERS["paid_distrust"].low == 0.0
    assert claim("paid_bridge", {"paid_distrust": 0.0}, paid=1.0, trust=0.8).trust == 0.0
    assert claim("paid_bridge", paid=1.0, trust=0.8).trust < 0.0 == claim("paid_bridge", paid=0.0).trust
