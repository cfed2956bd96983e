"""Help on location and mediation in stuck cases, told in the report's sense (§5.1, §6.1, §6.2)."""

from tests.contracts.sampling import assumptions, claim

SESSION = {"head": 0.5, "real": 0.5, "words": 0.6, "posture": 0.7, "labour": 1.0, "older": 0}


def consulted(values=None, **changed):
    return claim("on_location", values, **(SESSION | changed)).chance


def mediated(values=None, family_trust=0.8, partner_trust=0.7, time=1.0):
    told = {"family_trust": family_trust, "partner_trust": partner_trust, "time": time}
    return claim("stuck_case", values, **told).success


def test_on_location_the_threshold_is_nearly_gone():
    far, near = (consulted(head=distance, real=distance) for distance in (1.0, 0.0))
    assert far > 0.6 * near


def test_the_same_thresholds_cost_less_on_location_than_at_the_centre():
    for values in assumptions("on_location", "acceptance"):
        offer = {"trust": 1.0, "readiness": 1.0, "warm": 0.0}
        centre = [claim("acceptance", values, **offer, head=x, real=x).chance for x in (0.5, 0.0)]
        location = [consulted(values, head=x, real=x, older=0) for x in (0.5, 0.0)]
        assert location[0] / location[1] > centre[0] / centre[1]


def test_questions_about_older_children_surface_on_location():
    for values in assumptions("on_location"):
        assert consulted(values, older=1) > consulted(values, older=0)


def test_without_the_workers_labour_nobody_consults():
    assert consulted(labour=0.0) == 0.0


def test_an_equal_posture_brings_more_families_than_a_distant_expert():
    for values in assumptions("on_location"):
        assert consulted(values, posture=0.9) > 1.5 * consulted(values, posture=0.1) > 0.0


def test_a_question_without_words_is_not_brought_to_the_professional():
    assert consulted(words=0.0) == 0.0


def test_a_trusted_worker_as_mediator_makes_a_stuck_case_succeed_more_often():
    for values in assumptions("stuck_case"):
        alone = mediated(values, time=0.0)
        assert 0.0 < alone < mediated(values)
    assert mediated() > 0.5


def test_a_mediator_whom_the_family_does_not_trust_adds_nothing():
    assert mediated(family_trust=0.0) == mediated(time=0.0)


def test_mediation_asks_time_half_the_hours_give_less():
    for values in assumptions("stuck_case"):
        assert mediated(values, time=0.5) < mediated(values, time=1.0) or mediated(values, time=0.5) == 1.0


def test_a_professional_who_trusts_the_mediator_gets_further():
    for values in assumptions("stuck_case"):
        assert mediated(values, partner_trust=1.0) > mediated(values, partner_trust=0.0)


def test_consultation_follows_courses():
    for values in assumptions("on_location"):
        assert consulted(values, course=1.0) > consulted(values, course=0.0)


def test_unclear_roles_and_privacy_limit_what_mediation_can_do():
    told = {"family_trust": 0.8, "partner_trust": 0.7, "time": 1.0}
    for values in assumptions("stuck_case"):
        clear, unclear = (claim("stuck_case", values, **told, clarity=c).success for c in (1.0, 0.0))
        assert clear > unclear
