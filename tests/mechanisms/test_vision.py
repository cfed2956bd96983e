"""Positions, what moves them and what is only said, told in the report's sense (§1.2, §6.1, §6.2, §7.3)."""

from tests.contracts.sampling import assumptions, claim

SESSION = {"own": 0.2, "other": 0.7, "explicit": 0.5, "trust": 0.6, "hours": 2.0, "guided": 1.0,
           "openness_own": 0.5, "openness_other": 0.5}  # fmt: skip


def reflect(values=None, **changed):
    return claim("guided_reflection", values, **(SESSION | changed))


def moved(told):
    return abs(told.own_move) + abs(told.other_move)


def test_positions_first_become_explicit_and_only_then_move():
    first = reflect(explicit=0.0)
    assert first.explicit > 0.2
    assert moved(first) == 0.0
    assert moved(reflect(explicit=0.6)) > 0.0


def test_both_move_towards_each_other_and_unequally():
    told = reflect(openness_own=0.9, openness_other=0.2)
    assert told.own_move > 0.0 > told.other_move
    assert told.own_move > -told.other_move


def test_where_they_meet_is_a_new_story_not_the_midpoint():
    own, other, explicit = 0.2, 0.7, 0.6
    for _ in range(200):
        told = reflect(own=own, other=other, explicit=explicit, trust=0.8)
        own, other = own + told.own_move, other + told.other_move
    assert abs(own - other) < 0.05
    assert min(own, other) > 0.45, "both gave up something, the story lies beyond the middle"


def test_a_position_too_far_off_is_not_moved_by_argument():
    for values in assumptions("guided_reflection"):
        assert moved(reflect(values, own=0.35, other=0.65)) > 0.0
        assert moved(reflect(values, own=0.0, other=1.0)) == 0.0


def test_without_a_basis_of_trust_nobody_moves_though_the_difference_is_spoken_out():
    told = reflect(trust=0.1, explicit=0.2)
    assert moved(told) == 0.0 < told.explicit


def test_talk_without_a_guide_does_less_than_half_as_much():
    for values in assumptions("guided_reflection"):
        alone, guided = (reflect(values, hours=0.2, guided=share) for share in (0.0, 1.0))
        assert moved(alone) <= 0.5 * moved(guided)
        assert alone.explicit <= 0.5 * guided.explicit


def test_a_difference_spoken_out_loses_its_sting_even_if_nobody_moves():
    assert claim("explicit_difference", explicit=0.0).sting_left == 1.0
    assert claim("explicit_difference", explicit=1.0).sting_left < 0.3
    for values in assumptions("explicit_difference"):
        assert claim("explicit_difference", values, explicit=1.0).sting_left < 0.7


def test_practice_moves_posture_more_than_positions():
    for values in assumptions("practice"):
        told = claim("practice", values, working=1.0, posture=0.4, difference=0.4, helps=0.5)
        assert told.posture > told.position > 0.0


def test_practice_moves_a_position_less_in_a_month_than_one_guided_session():
    month = 4 * claim("practice", working=1.0, posture=0.4, difference=0.5, helps=0.5).position
    assert month < reflect(explicit=0.8, trust=0.8).own_move


def test_who_does_not_practise_learns_nothing_from_it():
    told = claim("practice", working=0.0, posture=0.4, difference=0.5, helps=0.5)
    assert (told.posture, told.position, told.helps) == (0.0, 0.0, 0.0)


def test_an_official_story_moves_what_is_said_much_faster_than_what_is_held():
    for values in assumptions("official_narrative"):
        told = claim("official_narrative", values, said=0.5, held=0.5, story=1.0, push=1.0, seen=0.0)
        assert told.said > 1.9 * told.held > 0.0


def test_two_years_of_an_official_story_open_a_gap_between_saying_and_holding():
    said = held = 0.2
    for _ in range(104):
        told = claim("official_narrative", said=said, held=held, story=0.9, push=0.8, seen=0.0)
        said, held = said + told.said, held + told.held
    assert said - held > 0.3


def test_the_gap_breeds_doubt_only_once_it_is_seen_in_practice():
    hidden, seen = (
        claim("official_narrative", said=0.8, held=0.3, story=0.9, push=0.5, seen=share)
        for share in (0.0, 1.0)
    )
    assert hidden.doubt == 0.0 < seen.doubt


def test_what_is_said_runs_back_to_what_is_held_when_the_story_stops():
    told = claim("official_narrative", said=0.8, held=0.3, story=0.9, push=0.0, seen=0.0)
    assert told.said < 0.0 == told.held


def test_a_shared_story_strengthens_the_bond_brings_ideas_and_is_expected_to_carry():
    for values in assumptions("shared_story"):
        full, none = (claim("shared_story", values, story=x, working=1.0) for x in (1.0, 0.0))
        assert full.bond > none.bond == 0.0
        assert full.ideas > none.ideas == 0.0
        assert full.strain_left < none.strain_left == 1.0


def test_arguing_from_accessibility_turns_into_a_claim_and_unpaid_into_discontent():
    for values in assumptions("crossed_argument"):
        said = {"claim": 0.7, "bridging": 0.6}
        crossed = claim("crossed_argument", values, access=0.9, paid=0.0, pushed=0.0, **said)
        pushed = claim("crossed_argument", values, access=0.9, paid=0.0, pushed=1.0, **said)
        paid = claim("crossed_argument", values, access=0.9, paid=1.0, pushed=1.0, **said)
        assert pushed.discontent > crossed.discontent > paid.discontent == 0.0
        assert pushed.claim_rise > crossed.claim_rise > 0.0


def test_who_sees_the_distance_in_heads_asks_more_and_hears_less():
    for values in assumptions("diagnosis"):
        heads = claim("diagnosis", values, real=0.1, truncation=0.8)
        real = claim("diagnosis", values, real=0.9, truncation=0.1)
        assert heads.asks > real.asks
        assert heads.heard < real.heard
        assert heads.at_risk > real.at_risk
