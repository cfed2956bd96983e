"""What the municipality says, forbids and pays, told in the report's sense (§5.2, §6.1, §6.2, §7.3)."""

from tests.contracts.sampling import assumptions, claim


def said(loudness=0.6, coherence=1.0, contradiction=0.0, felt=0.2, values=None):
    return claim(
        "message", values, loudness=loudness, coherence=coherence, contradiction=contradiction, felt=felt
    )


def test_a_clear_message_that_every_layer_repeats_comes_to_be_felt():
    felt = 0.1
    for _ in range(52):
        felt += said(loudness=0.8, felt=felt).felt
    assert felt > 0.7


def test_a_message_that_the_layers_do_not_share_is_felt_less():
    for values in assumptions("message"):
        assert said(coherence=0.3, values=values).felt < said(coherence=1.0, values=values).felt


def test_praise_with_cuts_is_worse_than_silence():
    for values in assumptions("message"):
        silent, contradicted = said(loudness=0.0, values=values), said(contradiction=0.4, values=values)
        assert contradicted.trust < 0.0 == silent.trust
        assert contradicted.courage < 0.0 == silent.courage


def test_a_full_contradiction_is_felt_as_little_as_silence():
    assert said(contradiction=1.0).felt == said(loudness=0.0).felt < 0.0


def test_a_message_that_stops_is_forgotten():
    for values in assumptions("message"):
        assert said(loudness=0.0, felt=0.6, values=values).felt < 0.0


def test_a_forbidden_role_goes_underground_instead_of_vanishing():
    for values in assumptions("blocked_role"):
        assert claim("blocked_role", values, roles_allowed=0.0).underground >= 0.5


def test_a_forbidden_role_blocks_open_talk_and_keeps_experience_out_of_the_design():
    for values in assumptions("blocked_role"):
        told = claim("blocked_role", values, roles_allowed=0.0)
        assert 0.0 < told.talk < 1.0
        assert 0.0 < told.experience < 1.0


def test_where_every_role_is_allowed_nothing_is_hidden():
    told = claim("blocked_role", roles_allowed=1.0)
    assert (told.talk, told.experience, told.underground) == (1.0, 1.0, 0.0)


def test_activity_money_sets_hours_free_and_temporary_money_fewer():
    for values in assumptions("money"):
        structural, temporary = (
            claim("money", values, grant=1.0, structural=share, ended=0.0).hours for share in (1.0, 0.0)
        )
        assert structural > temporary > 0.0


def test_a_temporary_grant_that_ends_disappoints():
    for values in assumptions("money"):
        assert claim("money", values, grant=0.0, structural=0.0, ended=1.0).loss > 0.0
        assert claim("money", values, grant=1.0, structural=0.0, ended=0.0).loss == 0.0


def test_without_money_there_are_no_hours_and_no_loss():
    told = claim("money", grant=0.0, structural=0.0, ended=0.0)
    assert (told.hours, told.loss) == (0.0, 0.0)
