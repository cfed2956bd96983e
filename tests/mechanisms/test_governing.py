"""How a municipality learns, arranges, listens and judges, told in the report's sense (§1.1, §1.3, §7.3)."""

from tests.contracts.sampling import assumptions, claim


def test_what_one_collaboration_learned_reaches_nobody_where_it_is_not_made_visible():
    for values in assumptions("learning"):
        hidden, shown = (
            claim("learning", values, best=0.9, visible=visible, lessons=0.0).spread for visible in (0.0, 1.0)
        )
        assert hidden == 0.0 < shown


def test_lessons_that_are_no_longer_shown_are_forgotten():
    assert claim("learning", best=0.9, visible=0.0, lessons=0.5).spread < 0.0


def test_guided_partners_learn_more_from_the_same_hours():
    for values in assumptions("learning"):
        alone, guided = (
            claim("learning", values, hours=1.0, guidance=share, learned=0.2).learned for share in (0.0, 1.0)
        )
        assert guided > alone > 0.0


def test_what_is_arranged_on_a_fragmented_field_hardly_takes():
    for values in assumptions("ground_first"):
        fragmented = claim("ground_first", values, tie=0.0, field=0.0).works
        tied = claim("ground_first", values, tie=0.8, field=0.6).works
        assert 0.0 < fragmented < 0.75 < tied


def test_an_agenda_from_above_leaves_what_partners_know_unused_unless_they_are_asked():
    for values in assumptions("agenda_share"):
        above, asked, own = (
            claim("agenda_share", values, agenda=agenda, voice=voice, veto=0.0).knowledge
            for agenda, voice in ((1.0, 0.0), (1.0, 0.8), (0.0, 0.0))
        )
        assert above < asked < own == 1.0


def test_a_veto_brings_a_part_of_it_back():
    for values in assumptions("agenda_share"):
        without, with_veto = (
            claim("agenda_share", values, agenda=0.9, voice=0.0, veto=veto).knowledge for veto in (0.0, 1.0)
        )
        assert without < with_veto < 1.0


def test_where_only_partners_advantage_counts_the_public_good_changes_no_judgement():
    assert claim("public_good", advantage=0.6, served=0.0, weight=0.0).judged == 0.6


def test_where_the_public_good_counts_reaching_the_unreached_is_a_success():
    for values in assumptions("public_good"):
        reached, unreached = (
            claim("public_good", values, advantage=0.4, served=1.0, unmet=unmet, early=0.5, weight=0.8).judged
            for unmet in (0.0, 1.0)
        )
        assert unreached > reached
