"""Questions, peers, words and what makes help acceptable, told in the report's sense (§2.2, §4.2, §5, §6)."""

from tests.contracts.sampling import assumptions, claim

FAMILY = {"puberty": 0, "worries": 0.5, "isolation": 0.5, "empowerment": 0.3, "attended": 0.0, "need": 0.5}
OFFER = {"trust": 0.8, "head": 0.2, "real": 0.2, "readiness": 1.0, "warm": 0.0}


def asked(values=None, **changed):
    return claim("questions", values, **(FAMILY | changed))


def gathering(values=None, safety=0.85, own_place=1, shame=0.6, words=0.2, need=0.4):
    return claim(
        "living_room", values, safety=safety, own_place=own_place, shame=shame, words=words, need=need
    )


def accepted(values=None, **changed):
    return claim("acceptance", values, **(OFFER | changed)).chance


def test_puberty_raises_questions():
    for values in assumptions("questions"):
        assert asked(values, puberty=1).chance > asked(values).chance


def test_a_light_question_passes_and_a_heavy_unattended_one_grows():
    assert asked(need=0.1, worries=0.2, isolation=0.2).growth < 0.0
    assert asked(need=0.7, worries=0.8, isolation=0.7).growth > 0.0


def test_a_question_nobody_attends_to_can_end_in_crisis_within_a_few_years():
    need = 0.5
    for _ in range(156):
        need += asked(need=need, worries=0.8, isolation=0.8, empowerment=0.1).growth
    assert need > 0.85


def test_a_question_that_is_attended_to_does_not_grow():
    for values in assumptions("questions"):
        assert asked(values, attended=1.0, worries=1.0, isolation=1.0).growth < 0.0


def test_a_safe_living_room_lowers_shame_gives_words_and_eases():
    for values in assumptions("living_room"):
        told = gathering(values)
        assert told.shame < 0.0 < told.words
        assert told.need < 0.0


def test_on_the_street_the_living_room_effect_is_weaker_but_not_nothing():
    for values in assumptions("living_room"):
        street, own = gathering(values, own_place=0), gathering(values)
        assert own.shame < street.shame < 0.0
        assert own.words > street.words > 0.0


def test_without_safety_a_gathering_does_nothing():
    told = gathering(safety=0.0)
    assert (told.shame, told.words, told.need) == (0.0, 0.0, 0.0)


def test_half_a_year_of_weekly_gatherings_puts_a_question_into_words():
    shame, words = 0.6, 0.1
    for _ in range(26):
        told = gathering(shame=shame, words=words)
        shame, words = shame + told.shame, words + told.words
    assert words > 0.7
    assert shame < 0.3


def test_advice_hardly_lands_without_prior_work():
    unprepared = claim("prior_work", words=0.0, shame=0.6, weeks=0.0, hours=0.0).readiness
    prepared = claim("prior_work", words=0.6, shame=0.1, weeks=3.0, hours=0.0).readiness
    by_peers = claim("prior_work", words=0.6, shame=0.1, weeks=0.0, hours=0.0).readiness
    assert unprepared < by_peers < 0.7 * prepared
    assert unprepared < 0.15
    assert prepared > 5 * unprepared
    for values in assumptions("prior_work"):
        assert claim("prior_work", values, words=0.0, shame=0.0, weeks=0.0, hours=0.0).readiness <= 0.3


def test_prior_work_takes_hours_and_without_them_nothing_moves():
    assert claim("prior_work", words=0.1, shame=0.5, weeks=0.0, hours=0.0).progress == 0.0
    for values in assumptions("prior_work"):
        assert claim("prior_work", values, words=0.1, shame=0.5, weeks=0.0, hours=1.5).progress > 0.0


def test_a_good_offer_without_trust_fails():
    for values in assumptions("acceptance"):
        assert accepted(values, trust=0.0, head=0.0, real=0.0) == 0.0


def test_trust_with_an_offer_that_does_not_fit_fails():
    assert accepted(trust=1.0, head=0.0, real=1.0) < 0.25
    for values in assumptions("acceptance"):
        assert accepted(values, real=1.0) < 0.7 * accepted(values, real=0.0)


def test_the_real_distance_weighs_as_much_as_the_threshold_in_the_head():
    assert accepted(head=0.8, real=0.1) == accepted(head=0.1, real=0.8)


def test_a_warm_hand_over_helps_over_both_thresholds():
    for values in assumptions("acceptance"):
        assert accepted(values, head=0.6, real=0.6, warm=1.0) > accepted(values, head=0.6, real=0.6, warm=0.0)


def test_a_warm_hand_over_to_an_offer_without_thresholds_changes_nothing():
    assert accepted(head=0.0, real=0.0, warm=1.0) == accepted(head=0.0, real=0.0, warm=0.0)


def test_bad_experience_travels_at_least_as_far_as_good():
    for values in assumptions("stories"):
        good, bad = (claim("stories", values, outcome=o, story=0.5, crowd=1.0).own for o in (0.8, -0.8))
        assert good > 0.0 > bad
        assert -bad >= good


def test_a_feared_service_colours_the_image_of_all_less_than_its_own():
    for values in assumptions("stories"):
        told = claim("stories", values, outcome=-1.0, story=0.6, crowd=1.0)
        assert told.own < told.other < 0.0
