"""Seeking each other and how it is read, told in the report's sense (§3.3, §3.4, §5.1, §5.3)."""

import pytest

from tests.contracts.sampling import assumptions, claim

CLOSED = {"openness": 0.4, "pioneering": 0.3, "backed": 0.2}
PIONEER = {"leaning": 0.5, "openness": 0.5, "pioneering": 0.9}
OPEN = {"leaning": 0.3, "openness": 0.8, "pioneering": 0.5, "backed": 0.5}


def test_a_request_to_refer_read_from_civil_society_costs_trust_and_gets_a_lukewarm_answer():
    read = claim("misreading", civil=0.75, accessible=0.85, sting_left=1.0)
    assert read.trust_worker < -0.03
    assert read.seen_by_worker < 0.0
    assert read.lukewarm > 0.5


def test_a_lukewarm_answer_read_from_accessibility_looks_like_a_closed_door():
    read = claim("misreading", civil=0.75, accessible=0.85, sting_left=1.0)
    assert read.trust_professional < -0.03
    assert read.seen_by_professional < 0.0


def test_both_end_up_thinking_the_other_uninterested_though_nobody_became_less_willing():
    for values in assumptions("misreading"):
        read = claim("misreading", values, civil=0.8, accessible=0.8, sting_left=1.0)
        assert max(read.seen_by_worker, read.seen_by_professional) < 0.0
        assert not hasattr(read, "helps")


def test_the_same_request_read_from_accessibility_hurts_nobody():
    read = claim("misreading", civil=0.0, accessible=1.0, sting_left=1.0)
    assert (read.trust_worker, read.trust_professional, read.lukewarm) == (0.0, 0.0, 0.0)


def test_a_lukewarm_answer_that_is_not_read_from_accessibility_costs_no_trust_in_the_worker():
    read = claim("misreading", civil=1.0, accessible=0.0, sting_left=1.0, seen=0.0)
    assert read.lukewarm == 1.0
    assert read.trust_professional == 0.0


def test_a_request_from_someone_whose_interest_was_seen_hurts_less_and_is_not_yet_welcome():
    for values in assumptions("misreading"):
        stranger, known = (
            claim("misreading", values, civil=0.8, accessible=0.8, sting_left=1.0, seen=seen)
            for seen in (0.0, 1.0)
        )
        assert stranger.trust_worker < known.trust_worker < 0.0
        assert 0.0 < known.lukewarm < stranger.lukewarm


def test_a_difference_spoken_out_takes_the_sting_out_of_a_request_to_refer():
    hidden, spoken = (claim("misreading", civil=0.8, accessible=0.8, sting_left=left) for left in (1.0, 0.25))
    assert spoken.trust_worker > 0.5 * hidden.trust_worker
    assert spoken.lukewarm < hidden.lukewarm


@pytest.mark.parametrize("intent", [{"interest": 1.0, "building": 0.0}, {"interest": 0.0, "building": 1.0}])
def test_open_interest_and_building_are_seen_as_an_approach_sooner_than_a_request_to_refer(intent):
    for values in assumptions("approach_recognition"):
        asking = claim("approach_recognition", values, interest=0.0, building=0.0, gap=0.6).chance
        assert claim("approach_recognition", values, **intent, gap=0.6).chance >= asking


def test_sent_is_not_recognised_where_positions_are_opposed():
    assert claim("approach_recognition", interest=0.0, building=0.0, gap=0.65).chance < 0.5
    for values in assumptions("approach_recognition"):
        near, far = (
            claim("approach_recognition", values, interest=1.0, building=0.0, gap=gap).chance
            for gap in (0.0, 1.0)
        )
        assert far < near


def test_who_sees_volunteers_as_referrers_mostly_asks_for_families():
    intent = claim(
        "choice", leaning=0.9, targets=0.0, horizon=520.0, openness=0.4, pioneering=0.3, backed=0.2
    )
    assert intent.instrumental > 0.6
    assert intent.instrumental + intent.curious + intent.building == pytest.approx(1.0)


def test_targets_push_even_an_open_professional_towards_asking_for_families():
    for values in assumptions("choice"):
        free, pressed = (
            claim("choice", values, targets=targets, horizon=520.0, **OPEN) for targets in (0.0, 1.0)
        )
        assert pressed.instrumental > free.instrumental
        assert pressed.curious < free.curious


def test_who_wants_results_soon_comes_with_a_request():
    for values in assumptions("choice"):
        hasty, soon, patient, endless = (
            claim("choice", values, targets=0.0, horizon=weeks, **OPEN) for weeks in (0.0, 26.0, 200.0, 520.0)
        )
        assert hasty.instrumental > soon.instrumental > patient.instrumental
        assert patient == endless, "who has time enough is in no haste"


def test_a_pioneer_who_is_backed_invites_to_build_more_than_one_who_is_not():
    alone, backed = (
        claim(
            "choice", leaning=0.5, targets=0.0, horizon=520.0, openness=0.5, pioneering=0.9, backed=backing
        ).building
        for backing in (0.0, 1.0)
    )
    assert backed > 1.5 * alone


def test_open_interest_lifts_trust_more_the_less_was_known():
    for values in assumptions("open_interest"):
        stranger, known = (
            claim("open_interest", values, shown=1.0, known=known, unfollowed=0.0) for known in (0.0, 1.0)
        )
        assert stranger.trust > known.trust > 0.0
        assert stranger.seen > 0.0
        assert stranger.broken == 0.0


def test_interest_without_follow_up_ends_below_where_it_began():
    for values in assumptions("open_interest", "pair"):
        for before in (0.05, 0.2, 0.4, 0.6, 0.8):
            shown = claim("open_interest", values, shown=1.0, known=0.0, unfollowed=0.0).trust
            broken = -claim("open_interest", values, shown=0.0, known=0.0, unfollowed=1.0).broken
            lifted = before + claim("pair", values, trust=before, met=0.0, rises=shown, falls=0.0).change
            after = lifted + claim("pair", values, trust=lifted, met=0.0, rises=0.0, falls=broken).change
            assert after < before


def test_no_interest_in_the_method_reads_as_not_being_sincere_about_parents():
    for values in assumptions("no_interest"):
        none, full = (claim("no_interest", values, interest=interest) for interest in (0.0, 1.0))
        assert none.trust < 0.0 < none.uninterested
        assert (full.trust, full.uninterested) == (0.0, 0.0)


def test_an_invitation_to_build_gets_goodwill_and_waiting_from_who_sees_volunteers_as_a_means():
    for values in assumptions("invitation_as_offer"):
        met = claim("invitation_as_offer", values, means=0.9, targets=0.5, explicit=0.0)
        assert met.goodwill > 0.0
        assert met.waiting > 0.2


def test_who_has_heard_what_the_other_is_after_does_not_wait_for_a_finished_offer():
    assert claim("invitation_as_offer", means=0.9, targets=1.0, explicit=1.0).waiting == 0.0
