"""Images, trust in a person and trust in the district, told in the report's sense (§1.2, §3, §5.1, §6)."""

import pytest

from tests.contracts.sampling import assumptions, claim, rule_of


def test_a_good_partner_stays_the_exception_the_image_of_the_kind_hardly_follows():
    goodwill = 0.4
    for _ in range(26):
        goodwill += claim("image", goodwill=goodwill, experience=0.9, colleagues=0.4).goodwill
    assert 0.4 < goodwill < 0.5


def test_images_follow_colleagues_also_downwards():
    for values in assumptions("image"):
        assert claim("image", values, goodwill=0.7, experience=0.7, colleagues=0.3).goodwill < 0.0


def test_trust_in_a_person_grows_slowly_in_meeting_and_ever_slower_near_the_top():
    for values in assumptions("pair"):
        low, high = (claim("pair", values, trust=t, met=1.0, rises=0.0, falls=0.0).change for t in (0.3, 0.9))
        assert 0.1 > low > high > 0.0


def test_trust_falls_faster_than_it_grows():
    for values in assumptions("pair"):
        for trust in (0.05, 0.2, 0.4, 0.7):
            up = claim("pair", values, trust=trust, met=0.0, rises=0.05, falls=0.0).change
            down = claim("pair", values, trust=trust, met=0.0, rises=0.0, falls=0.05).change
            assert up < -down


def test_who_never_meets_does_not_come_to_trust_each_other():
    assert claim("pair", trust=0.4, met=0.0, rises=0.0, falls=0.0).change == 0.0


def test_trust_in_an_absent_district_runs_down_and_felt_backing_brings_it_back():
    for values in assumptions("district"):
        assert claim("district", values, trust=0.5, felt=0.0).change < 0.0
        assert claim("district", values, trust=0.5, felt=1.0).change > 0.0


def test_trust_in_a_partner_does_not_pass_to_the_district():
    assert set(rule_of("district").inputs) == {"trust", "felt"}


def test_visible_referrals_are_the_start_signal_for_a_professional():
    for values in assumptions("visible_referrals"):
        assert (
            claim("visible_referrals", values, attributed=2.0, expected=1.0, weight=1.0, trust=0.5).trust
            > 0.0
        )


def test_missing_referrals_count_against_the_worker_even_when_no_family_was_ready():
    for values in assumptions("visible_referrals"):
        assert (
            claim("visible_referrals", values, attributed=0.0, expected=1.0, weight=1.0, trust=0.5).trust
            < 0.0
        )
    assert set(rule_of("visible_referrals").inputs) == {"attributed", "expected", "weight", "trust"}, (
        "readiness is not asked after"
    )


def test_missing_referrals_count_less_in_youth_care():
    prevention, youth_care = (
        claim("visible_referrals", attributed=0.0, expected=1.0, weight=weight, trust=0.5).trust
        for weight in (1.0, 0.2)
    )
    assert prevention < youth_care < 0.0


def test_credit_before_any_work_together_lifts_trust_more_than_where_much_is_expected():
    for values in assumptions("visible_referrals"):
        stranger, partner = (
            claim("visible_referrals", values, attributed=1.0, expected=expected, weight=1.0, trust=0.5).trust
            for expected in (0.0, 1.0)
        )
        assert stranger > max(0.0, partner)


def test_nothing_is_held_against_a_worker_of_whom_nothing_was_expected():
    assert claim("visible_referrals", attributed=0.0, expected=0.0, weight=1.0, trust=0.5).trust == 0.0


@pytest.mark.parametrize(
    ("rule", "told", "stands"),
    [
        ("visible_referrals", "trust", {"attributed": 0.0, "expected": 1.0, "weight": 1.0}),
        ("knock_on", "trust", {"gap": 0.6, "met": 1.0, "belief": 0.5}),
        ("rivalry", "trust_worker", {"trust": 0.5, "few": 0.0, "cold": 1.0, "own_course": 0.0}),
    ],
)
def test_what_stays_as_it_is_wears_trust_away_ever_less(rule, told, stands):
    name = "trust_worker" if told == "trust_worker" else "trust"
    for values in assumptions(rule):
        none, little, much = (
            getattr(claim(rule, values, **(stands | {name: t})), told) for t in (0.0, 0.1, 0.8)
        )
        assert none == 0.0
        assert 0.0 > little > 0.2 * much


def test_few_referrals_look_like_wanting_to_do_it_alone():
    for values in assumptions("rivalry"):
        assert claim("rivalry", values, few=1.0, cold=0.0, own_course=0, prevention=1.0).rival > 0.0


def test_a_workers_own_course_costs_trust_in_prevention_and_much_less_in_youth_care():
    for values in assumptions("rivalry"):
        prevention, youth_care = (
            claim(
                "rivalry", values, trust=0.9, few=0.0, cold=0.0, own_course=1, prevention=share
            ).trust_professional
            for share in (1.0, 0.2)
        )
        assert prevention < 4 * youth_care < 0.0


def test_a_course_that_leaves_room_takes_no_more_trust_than_is_too_much():
    for values in assumptions("rivalry"):
        little, much = (
            claim(
                "rivalry", values, trust=trust, few=0.0, cold=0.0, own_course=1, failed=0.0, prevention=0.2
            ).trust_professional
            for trust in (0.7, 0.95)
        )
        assert little == 0.0
        assert -0.15 < much < 0.0


def test_coldness_looks_like_fear_to_the_worker_and_costs_the_professional_nothing():
    seen = claim("rivalry", few=0.0, cold=1.0, own_course=0, prevention=1.0)
    assert seen.trust_worker < 0.0
    assert (seen.trust_professional, seen.rival) == (0.0, 0.0)


def test_nobody_is_a_rival_where_families_come_through_warmly_and_no_course_is_run():
    seen = claim("rivalry", few=0.0, cold=0.0, own_course=0, prevention=1.0)
    assert (seen.rival, seen.trust_professional, seen.trust_worker) == pytest.approx((0.0, 0.0, 0.0))


def test_what_comes_out_of_sessions_elsewhere_fills_meetings_without_credit():
    for values in assumptions("attribution"):
        own, session = (
            claim("attribution", values, face=0.8, session=x, internal=0.0).seen for x in (0.0, 1.0)
        )
        assert session < own < 1.0


def test_colleagues_hear_what_came_through_whom_only_where_it_is_shown_inside():
    for values in assumptions("attribution"):
        hidden, open_ = (claim("attribution", values, internal=x).shown for x in (0.0, 1.0))
        assert hidden == 0.0 < open_ <= 1.0


def test_memory_leaves_with_a_manager_unless_it_is_kept_inside():
    for values in assumptions("attribution"):
        assert claim("attribution", values, left=0.0).forgotten == 0.0
        bare, kept = (claim("attribution", values, left=1.0, internal=x).forgotten for x in (0.0, 1.0))
        assert bare > kept > 0.0


def test_a_gap_in_vision_takes_trust_hope_and_hours_along():
    for values in assumptions("knock_on"):
        wide = claim("knock_on", values, gap=0.6, met=1.0, belief=0.5)
        none = claim("knock_on", values, gap=0.0, met=1.0, belief=0.5)
        assert wide.trust < none.trust == 0.0
        assert wide.helps < none.helps == 0.0
        assert wide.hours_left < none.hours_left == 1.0
