"""What a worker does for families herself, told in the report's sense (§2.2, §5.2, §6.1)."""

from tests.contracts.sampling import assumptions, claim


def test_a_talk_between_parents_and_child_keeps_a_question_from_escalating_without_a_referral():
    for values in assumptions("worker_mediation"):
        told = claim("worker_mediation", values, trust=0.8, hours=1.0, need=0.6)
        assert 0.0 < told.ease < 0.6
        assert told.calm > 0.0


def test_a_worker_without_hours_mediates_nothing():
    told = claim("worker_mediation", trust=1.0, hours=0.0, need=0.8)
    assert (told.ease, told.calm) == (0.0, 0.0)


def test_a_worker_keeps_a_family_out_of_a_feared_youth_care():
    for values in assumptions("own_circle"):
        feared, known = (
            claim("own_circle", values, fear=fear, faith=0.2, trust=0.8).keep for fear in (0.9, 0.1)
        )
        assert feared > 1.3 * known


def test_a_worker_who_trusts_the_professional_calls_heavy_care_earlier():
    for values in assumptions("own_circle"):
        assert claim("own_circle", values, faith=0.9).keep < claim("own_circle", values, faith=0.1).keep


def test_help_in_the_own_circle_costs_hours_or_does_nothing():
    assert claim("own_circle", hours=0.0).ease == 0.0
    for values in assumptions("own_circle"):
        assert claim("own_circle", values, trust=0.9, hours=1.0).ease > 0.0


def test_help_that_frightens_sends_the_family_back_and_a_good_end_sends_nobody():
    assert claim("flow_back", outcome=0.3, trust=1.0, need=0.8).chance == 0.0
    for values in assumptions("flow_back"):
        told = claim("flow_back", values, outcome=-0.8, trust=0.9, need=0.7)
        assert told.chance > 0.2
        assert told.hours > 0.0


def test_an_attached_family_goes_on_asking_unless_trust_is_handed_over():
    for values in assumptions("attachment"):
        alone = claim("attachment", values, attachment=0.8, handed=0.0)
        handed = claim("attachment", values, attachment=0.8, handed=1.0)
        assert alone.hours > 0.0
        assert handed.hours == 0.0
        assert handed.stays == 0.0 < alone.stays
        assert alone.passes == 0.0 < handed.passes


def test_half_a_year_of_a_workers_help_attaches_a_family():
    attached = 0.0
    for _ in range(26):
        attached += claim("attachment", attachment=attached, trust=0.8).grows
    assert attached > 0.5
