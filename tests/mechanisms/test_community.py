"""Families among each other: empowered parents, bonds, school, a public crisis (§2.2, §4.2, §5.2)."""

from tests.contracts.sampling import assumptions, claim


def test_empowered_parents_help_others_and_the_isolated_meet_them_least():
    for values in assumptions("empowered"):
        near = claim("empowered", values, helpers=0.1, isolation=0.1)
        alone = claim("empowered", values, helpers=0.1, isolation=0.9)
        assert near.meets > alone.meets > 0.0
        assert near.ease > 0.0


def test_where_nobody_is_empowered_nobody_is_helped():
    assert claim("empowered", helpers=0.0).meets == 0.0


def test_parents_help_light_questions_more_than_heavy_ones():
    for values in assumptions("empowered"):
        assert claim("empowered", values, need=0.2).ease > claim("empowered", values, need=0.9).ease


def test_shared_responsibility_follows_empowerment_and_prevents_new_problems():
    for values in assumptions("empowered"):
        assert claim("empowered", values, helpers=0.6, sharing=0.1).shared > 0.0
        assert claim("empowered", values, sharing=0.8).fewer > claim("empowered", values, sharing=0.1).fewer


def test_tight_bonds_limit_choice_and_bridging_and_linking_counter_it():
    for values in assumptions("inward_bonding"):
        tight = claim("inward_bonding", values, bonding=0.9, bridging=0.1, linking=0.1)
        open_ = claim("inward_bonding", values, bonding=0.9, bridging=0.8, linking=0.8)
        assert tight.narrowing > open_.narrowing
        assert tight.closing > open_.closing


def test_bonds_that_are_loose_limit_nobody():
    told = claim("inward_bonding", bonding=0.0, bridging=0.2, linking=0.2)
    assert (told.narrowing, told.closing) == (0.0, 0.0)


def test_with_little_talk_families_drift_away_from_school_and_with_much_they_come_closer():
    for values in assumptions("school_gap"):
        assert claim("school_gap", values, talk=0.0, distance=0.4, knowledge=0.3).distance > 0.0
        assert claim("school_gap", values, talk=1.0, distance=0.4, knowledge=0.3).distance < 0.0


def test_who_knows_the_school_system_drifts_less():
    for values in assumptions("school_gap"):
        knowing, not_knowing = (
            claim("school_gap", values, talk=0.2, knowledge=k).distance for k in (0.9, 0.1)
        )
        assert knowing < not_knowing


def test_a_referral_to_special_education_frightens_most_where_nothing_is_talked_over():
    for values in assumptions("school_gap"):
        silent, open_ = (claim("school_gap", values, talk=talk).fright for talk in (0.0, 1.0))
        assert silent > 2.0 * open_ > 0.0


def test_a_public_crisis_turns_defence_into_shared_responsibility_where_people_talk_together():
    guard, sharing, alarm = 0.5, 0.1, 0.8
    for _ in range(26):
        told = claim("public_crisis", alarm=alarm, talk=0.7, guard=guard, sharing=sharing)
        guard, sharing, alarm = guard + told.defence, sharing + told.shared, alarm * (1 - 1 / 26)
    assert guard < 0.4
    assert sharing > 0.25


def test_where_nobody_talks_together_a_public_crisis_makes_families_dig_in():
    for values in assumptions("public_crisis"):
        told = claim("public_crisis", values, alarm=0.8, talk=0.0, guard=0.4, sharing=0.2)
        assert told.defence > 0.0
        assert told.shared == 0.0


def test_without_a_crisis_defence_stays_as_it_is_and_keeps_questions_inside():
    told = claim("public_crisis", alarm=0.0, guard=0.4)
    assert (told.defence, told.shared) == (0.0, 0.0)
    assert told.denial > 0.0
