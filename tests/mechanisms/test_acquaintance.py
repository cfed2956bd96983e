"""Getting to know each other, told in the report's sense (§3.1, §1.2)."""

from tests.contracts.sampling import assumptions, claim


def known_after(weeks, contact, listed):
    existence, offer, face = 0.3, 0.0, 0.0
    for _ in range(weeks):
        rise = claim("layers", existence=existence, offer=offer, face=face, contact=contact, listed=listed)
        existence, offer, face = existence + rise.existence, offer + rise.offer, face + rise.face
    return existence, offer, face


def test_a_map_lifts_only_that_one_exists():
    existence, offer, face = known_after(weeks=52, contact=0.0, listed=1.0)
    assert existence > 0.9
    assert (offer, face) == (0.0, 0.0)


def test_a_visit_tells_that_one_exists_what_one_does_and_gives_a_face():
    existence, offer, face = known_after(weeks=1, contact=0.9, listed=0.0)
    assert existence > 0.6
    assert offer > 0.1
    assert face > 0.2


def test_what_is_known_already_cannot_be_learned_twice():
    rise = claim("layers", existence=1.0, offer=1.0, face=1.0, contact=1.0, listed=1.0)
    assert (rise.existence, rise.offer, rise.face) == (0.0, 0.0, 0.0)


def test_a_visit_gets_more_across_than_a_call_and_a_call_more_than_paper_whatever_is_assumed():
    for values in assumptions("channel"):
        paper, phone, visit = (claim("channel", values, kind=kind, face=0.5).contact for kind in (0, 1, 2))
        assert paper < phone < visit


def test_three_folders_tell_less_than_one_visit():
    assert 3 * claim("channel", kind=0, face=0.0).contact < claim("channel", kind=2, face=0.0).contact


def test_a_constant_contact_person_makes_the_same_call_worth_more():
    stranger, constant = (claim("channel", kind=1, face=face).contact for face in (0.0, 1.0))
    assert constant > 1.2 * stranger


def test_finding_out_what_an_unknown_organisation_does_costs_more_hours_than_are_planned_in_a_week():
    unknown = claim("search_cost", existence=0.0, offer=0.0).hours
    known = claim("search_cost", existence=1.0, offer=1.0).hours
    assert unknown > 2.0 > known
    for values in assumptions("search_cost"):
        assert claim("search_cost", values, existence=0.3, offer=0.0).hours > 1.5


def test_knowing_only_that_one_exists_leaves_most_of_the_search_to_do():
    for values in assumptions("search_cost"):
        nothing, exists, everything = (
            claim("search_cost", values, existence=existence, offer=offer).hours
            for existence, offer in ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0))
        )
        assert exists - everything >= 0.5 * (nothing - everything) - 1e-9


def test_a_tie_lasts_while_people_meet():
    for values in assumptions("upkeep"):
        assert claim("upkeep", values, known=0.8, weeks_apart=2, left=0).loss == 0.0


def test_a_tie_without_meetings_fades_slowly():
    for values in assumptions("upkeep"):
        assert 0.0 < claim("upkeep", values, known=0.8, weeks_apart=40, left=0).loss < 0.03


def test_whoever_leaves_takes_the_face_along_at_once():
    for values in assumptions("upkeep"):
        assert claim("upkeep", values, known=0.8, weeks_apart=0, left=1).loss == 0.8


def test_little_known_stays_little_known_because_the_hours_fit_only_paper():
    hours_a_week = 2.0
    unknown = claim("search_cost", existence=0.1, offer=0.0).hours
    assert hours_a_week < 0.4 * unknown, "too few hours even for a call"
    paper = claim("channel", kind=0, face=0.0).contact
    learned = claim("layers", existence=0.1, offer=0.0, face=0.0, contact=paper, listed=0.0)
    assert learned.offer < 0.02
    assert claim("search_cost", existence=0.1 + learned.existence, offer=learned.offer).hours > 0.95 * unknown


def test_who_is_little_known_stays_little_known_since_few_turn_to_them():
    for values in assumptions("trap"):
        unknown, known = (claim("trap", values, known=share).goes for share in (0.0, 1.0))
        assert 0.0 < unknown < known == 1.0


def test_institutions_that_meet_get_to_know_each_other_and_lose_it_with_those_who_leave():
    for values in assumptions("formal_ties"):
        assert claim("formal_ties", values, ties=0.2, met=0.5, left=0.0).change > 0.0
        assert claim("formal_ties", values, ties=0.2, met=0.0, left=0.0).change < 0.0
        fading, leaving = (claim("formal_ties", values, ties=0.6, met=0.0, left=x).change for x in (0.0, 0.5))
        assert leaving < fading


def test_a_worker_who_is_known_next_door_is_passed_on_only_along_a_tie():
    assert claim("formal_ties", ties=0.0, known=0.9).passed == 0.0
    assert claim("formal_ties", ties=0.8, known=0.9).passed > claim("formal_ties", ties=0.2, known=0.9).passed
