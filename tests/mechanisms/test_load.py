"""Hours, standing and recognition of volunteers, told in the report's sense (§2.2, §3.2, §5.2, §6)."""

from tests.contracts.sampling import assumptions, claim, rule_of


def test_the_over_asked_burn_out_and_then_some_stop():
    energy = 0.8
    for _ in range(104):
        energy += claim("hours", overload=0.8, energy=energy, disappointment=0.5).energy
    assert energy < 0.3
    assert claim("hours", overload=0.8, energy=energy, disappointment=0.5).stop > 0.0


def test_a_volunteer_with_room_recovers_and_does_not_stop():
    for values in assumptions("hours"):
        told = claim("hours", values, overload=0.0, energy=0.5, disappointment=0.5)
        assert told.energy > 0.0 == told.stop


def test_a_burnt_out_volunteer_who_is_also_disappointed_stops_sooner():
    for values in assumptions("hours"):
        content, bitter = (
            claim("hours", values, overload=1.0, energy=0.1, disappointment=d) for d in (0.0, 1.0)
        )
        assert bitter.stop > content.stop > 0.0


def test_referring_to_a_feared_service_puts_more_standing_at_stake():
    for values in assumptions("standing"):
        trusted, feared = (claim("standing", values, feared=f, outcome=0.0, standing=0.7) for f in (0.2, 0.9))
        assert feared.risk > 1.5 * trusted.risk


def test_involving_any_institution_at_all_puts_some_standing_at_stake():
    for values in assumptions("standing"):
        assert claim("standing", values, feared=0.0, outcome=0.0, standing=0.7).risk > 0.0


def test_a_bad_outcome_comes_back_on_the_worker_and_a_good_one_too():
    for values in assumptions("standing"):
        good, bad = (
            claim("standing", values, feared=0.5, outcome=o, standing=0.6).change for o in (0.7, -0.7)
        )
        assert bad < 0.0 < good


def test_who_has_no_standing_left_cannot_lose_more():
    assert claim("standing", feared=1.0, outcome=-1.0, standing=0.0).change == 0.0


def recognised(district, partners, others=0.5, values=None):
    told = {"by_district": district, "by_partners": partners, "work_for_others": others, "energy": 0.5}
    return claim("load_recognition", values, **told)


def test_recognition_by_district_and_by_partners_both_feed_energy():
    for values in assumptions("load_recognition"):
        nobody, one, both = (recognised(*seen, values=values).energy for seen in ((0, 0), (1, 0), (1, 1)))
        assert nobody == 0.0 < one < both


def test_work_for_others_that_nobody_sees_disappoints():
    for values in assumptions("load_recognition"):
        assert recognised(0.0, 0.0, others=0.6, values=values).disappointment > 0.0
        assert recognised(1.0, 1.0, others=0.6, values=values).disappointment == 0.0


def test_praise_gives_energy_and_sets_no_hours_free():
    assert rule_of("load_recognition").yields == ("energy", "disappointment")


def test_who_does_not_believe_in_right_handling_refers_less_whatever_the_standing():
    for values in assumptions("disbelief"):
        sceptic, believer = (claim("disbelief", values, belief=b).held_back for b in (0.1, 0.9))
        assert sceptic > 5.0 * believer > 0.0
    assert claim("disbelief", belief=1.0).held_back == 0.0
