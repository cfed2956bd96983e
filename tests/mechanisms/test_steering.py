"""What drives working together and who steers it, told in the report's sense (§1.3, §5.1, §6.1, §6.2)."""

from tests.contracts.sampling import assumptions, claim


def test_devising_together_first_stirs_doubt_and_then_turns_into_enthusiasm():
    for values in assumptions("impulses"):
        early, late = (
            claim("impulses", values, devising=2.0, quality=quality, success=0.0, enthusiasm=0.2).enthusiasm
            for quality in (0.05, 0.9)
        )
        assert early < 0.0 < late


def test_small_successes_feed_enthusiasm_that_else_wears_off():
    for values in assumptions("impulses"):
        told = claim("impulses", values, devising=0.0, success=0.0, enthusiasm=0.5)
        fed = claim("impulses", values, devising=0.0, success=1.0, enthusiasm=0.5)
        assert told.enthusiasm < 0.0
        assert fed.enthusiasm > told.enthusiasm


def test_supporting_each_other_becomes_loyalty_only_where_giving_is_answered():
    given = {"enthusiasm": 0.8, "loyalty": 0.3}
    assert (
        claim("impulses", balance=0.0, **given).loyalty
        == 0.0
        < claim("impulses", balance=1.0, **given).loyalty
    )


def test_a_key_figure_who_leaves_takes_memory_relations_and_families_trust_along():
    for values in assumptions("key_figure"):
        one, many = (
            claim("key_figure", values, dependence=share, weeks=200.0, anchoring=0.0) for share in (0.95, 0.1)
        )
        assert one.memory > many.memory
        assert one.relations > many.relations
        assert one.families > many.families


def test_whoever_just_came_takes_no_memory_and_what_is_anchored_stays():
    assert claim("key_figure", dependence=1.0, weeks=0.0, anchoring=0.0).memory == 0.0
    assert claim("key_figure", dependence=1.0, weeks=200.0, anchoring=1.0).memory == 0.0


def test_on_location_the_programme_is_strained_and_the_safe_space_by_the_duty_to_intervene():
    for values in assumptions("fidelity"):
        told = claim(
            "fidelity", values, working=1.0, narrowness=0.7, duty=1.0, agreed=0.0, safety=0.8, rest=0.8
        )
        assert told.safety < 0.0 < told.strain
        agreed = claim(
            "fidelity", values, working=1.0, narrowness=0.7, duty=1.0, agreed=1.0, safety=0.8, rest=0.8
        )
        assert agreed.strain < told.strain
        assert agreed.safety > told.safety


def test_a_space_becomes_safe_again_when_nobody_works_there():
    assert claim("fidelity", working=0.0, safety=0.5, rest=0.8).safety > 0.0
    assert claim("fidelity", working=0.0, safety=0.8, rest=0.8).strain == 0.0


def test_broader_tasks_take_weight_off_narrow_targets_and_free_hours():
    for values in assumptions("task_scope"):
        narrow, broad = (
            claim("task_scope", values, scope=scope, targets=0.8, skill=0.4, narrowness=0.6)
            for scope in (0.0, 1.0)
        )
        assert broad.pressure < narrow.pressure == 0.8
        assert broad.hours > narrow.hours == 0.0
        assert broad.narrowness < 0.0 < broad.skill


def test_a_manager_for_whom_the_shared_goal_comes_first_loosens_the_institution():
    given = {"bound": 0.0, "working": 1.0, "rigidity": 0.6, "rest": 0.6}
    for values in assumptions("adaptive_manager"):
        first, afraid = (
            claim("adaptive_manager", values, goal_rank=0.9, fear=fear, **given).change for fear in (0.0, 1.0)
        )
        assert first < afraid <= 0.0


def test_an_institution_that_works_with_nobody_goes_back_to_how_it_was():
    assert (
        claim("adaptive_manager", goal_rank=1.0, fear=0.0, working=0.0, rigidity=0.3, rest=0.6).change > 0.0
    )


def test_binding_partners_by_their_own_interest_does_what_goodwill_alone_does_not():
    given = {"goal_rank": 0.1, "fear": 0.3, "working": 1.0, "rigidity": 0.6, "rest": 0.6}
    for values in assumptions("adaptive_manager"):
        loose, bound = (
            claim("adaptive_manager", values, bound=bound, **given).change for bound in (0.0, 1.0)
        )
        assert bound < loose


def test_being_asked_for_what_may_not_be_given_stings_and_hardly_counts():
    for values in assumptions("mandate_gap"):
        told = claim("mandate_gap", values, roles_allowed=0.0, line=0.0, disappointment=0.2, doubt=0.2)
        assert told.disappointment > 0.0
        assert told.doubt > 0.0
        assert told.counts < 1.0


def test_a_shared_line_about_roles_takes_the_sting_away():
    told = claim("mandate_gap", roles_allowed=0.0, line=1.0)
    assert (told.disappointment, told.doubt, told.counts) == (0.0, 0.0, 1.0)
