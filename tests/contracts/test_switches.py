"""Every rule can be taken out, and what it should move then moves the way the report says it would."""

import numpy as np
import pytest

from tests.contracts.sampling import KEYS
from tests.contracts.worlds import WORLDS, activity, run, told

UP, DOWN = +1, -1
# What happens to a measure when the rule is switched off, in a scene in which the rule matters.
TABLE = [
    ("layers", "explorative", "professionals_know_offer", DOWN),
    ("channel", "a broker", "professionals_know_face", DOWN),
    ("search_cost", "explorative", "workers_know_offer", UP),
    ("upkeep", "acquainted", "workers_know_face", UP),
    ("choice", "targets", "approaches_referral", DOWN),
    ("approach_recognition", "targets", "approaches_recognised", UP),
    ("misreading", "targets", "trust_in_professionals", UP),
    ("misreading", "targets", "interest_attributed_to_workers", UP),
    ("open_interest", "explorative", "interest_attributed_to_professionals", DOWN),
    ("no_interest", "targets", "image_of_professionals", UP),
    ("image", "working, explorative", "image_of_professionals", DOWN),
    ("pair", "explorative", "trust_in_workers", DOWN),
    ("pair", "targets", "trust_in_professionals", UP),
    ("district", "nothing is done", "trust_in_district", UP),
    ("district", "engaged", "trust_in_district", DOWN),
    ("visible_referrals", "acquainted", "trust_in_workers", UP),
    ("rivalry", "acquainted", "image_of_workers", UP),
    ("rivalry", "acquainted, targets", "trust_in_professionals", UP),
    ("rivalry", "acquainted, with courses", "trust_in_workers", UP),
    ("parts", "aloof", "urgency_professionals", UP),
    ("sources", "engaged", "urgency_mine", DOWN),
    ("step", "lukewarm", "approaches_sent", UP),
    ("step", "aloof", "approaches_sent", UP),
    ("isolation", "aloof", "courage_professionals", UP),
    ("guided_reflection", "acquainted, guided", "explicitness", DOWN),
    ("guided_reflection", "acquainted, guided", "position_gap", UP),
    ("practice", "working", "posture", DOWN),
    ("practice", "working", "urgency_helps", DOWN),
    ("explicit_difference", "outspoken, targets", "trust_in_professionals", DOWN),
    ("official_narrative", "programmatic", "said_and_held", DOWN),
    ("official_narrative", "working, programmatic", "doubt", DOWN),
    ("start", "distrustful", "starts", UP),
    ("start", "acquainted, engaged", "starts", DOWN),
    ("design", "programmatic", "misunderstandings", DOWN),
    ("ownership", "designing, the guide leaves", "ends_with_guide", DOWN),
    ("model", "working, targets", "ends_by_withdrawal", DOWN),
    ("model", "designing, one role", "collaborations_on_location", UP),
    ("reciprocity", "working", "disappointment", DOWN),
    ("small_costs", "working", "trust_in_district_workers", UP),
    ("pioneers", "working, nothing is done", "courage_workers", UP),
    ("pioneers", "working, backed", "courage_professionals", DOWN),
    ("anchoring", "anchored", "ends_by_departure", UP),
    ("questions", "aloof", "parents_with_question", DOWN),
    ("living_room", "aloof", "shame", UP),
    ("prior_work", "acquainted", "referrals_accepted", UP),
    ("acceptance", "acquainted", "referrals_accepted", UP),
    ("stories", "badly helped", "communities.story_preventive", UP),
    ("worker_mediation", "troubled", "late_crises", UP),
    ("own_circle", "troubled", "accepted_to_youth_care", UP),
    ("flow_back", "troubled, badly helped", "came_back", DOWN),
    ("attachment", "acquainted", "parents_attached", DOWN),
    ("attachment", "acquainted", "hours_for_attached", DOWN),
    ("empowered", "aloof", "late_crises_outside", UP),
    ("empowered", "aloof", "families_joined", DOWN),
    ("school_gap", "acquainted", "school_distance", UP),
    ("school_gap", "nothing is done", "school_distance", DOWN),
    ("inward_bonding", "aloof", "families_joined", UP),
    ("public_crisis", "aloof", "self_referrals", UP),
    ("public_crisis", "a public crisis", "shared_responsibility", DOWN),
    ("on_location", "working", "early_help", DOWN),
    ("stuck_case", "troubled", "stuck_cases_solved", DOWN),
    ("group_visit", "visits", "accepted_walk_ins", DOWN),
    ("request_chain", "called on", "direct_calls", DOWN),
    ("request_chain", "called on", "requests_youth_care", DOWN),
    ("signal_breach", "acquainted", "referrals_offered", UP),
    ("posture_and_background", "aloof", "left_over_posture", DOWN),
    ("posture_and_background", "badly helped", "parents_trust_preventive", UP),
    ("paid_bridge", "a payer", "parents.attachment", UP),
    ("disbelief", "acquainted", "referrals_offered", UP),
    ("hours", "working, few hours", "volunteer_exits", DOWN),
    ("hours", "working, few hours", "volunteer_energy", UP),
    ("standing", "acquainted, discreet", "standing", UP),
    ("load_recognition", "working", "disappointment", DOWN),
    ("load_recognition", "working, backed", "volunteer_energy", DOWN),
    ("message", "aloof", "trust_in_district", UP),
    ("message", "engaged", "urgency_mine", DOWN),
    ("blocked_role", "acquainted, guided, one role", "explicitness", UP),
    ("money", "project money", "volunteer_hours", DOWN),
    ("money", "project money", "disappointment", DOWN),
    ("impulses", "acquainted, engaged", "enthusiasm", DOWN),
    ("key_figure", "outspoken, targets", "explicitness", UP),
    ("fidelity", "working", "space_safety", UP),
    ("task_scope", "broad tasks", "approaches_referral", UP),
    ("adaptive_manager", "working", "rigidity", UP),
    ("mandate_gap", "acquainted, one role", "workers.doubt", DOWN),
    ("learning", "acquainted, engaged", "lessons_within_reach", DOWN),
    ("ground_first", "ordered", "ownership", UP),
    ("agenda_share", "designing, programmatic", "collaborations_in_design", DOWN),
    ("public_good", "working, backed", "collaborations.anchoring", UP),
    ("trap", "explorative", "approaches_sent", UP),
    ("formal_ties", "acquainted, meetings", "workers_passed_on", DOWN),
    ("invitation_as_offer", "acquainted", "invitations_as_offer", DOWN),
    ("attribution", "acquainted", "referrals_attributed", UP),
    ("attribution", "acquainted", "trust_in_workers", UP),
    ("knock_on", "acquainted", "urgency_helps", UP),
    ("knock_on", "acquainted", "trust_in_workers", UP),
    ("shared_story", "working, backed", "trust_among_partners", DOWN),
    ("crossed_argument", "working, programmatic", "disappointment", DOWN),
    ("diagnosis", "aloof", "approaches_referral", DOWN),
    ("diagnosis", "acquainted", "fit_of_offer", UP),
]
SETTINGS = sorted({(key, scene) for key, scene, _, _ in TABLE})


def test_every_rule_is_taken_out_somewhere():
    assert {key for key, _, _, _ in TABLE} == set(KEYS)


@pytest.mark.parametrize(("key", "scene"), SETTINGS)
def test_a_rule_moves_something_when_on_and_nothing_when_off(key, scene):
    moved, left = activity(run(scene), key), activity(run(scene, key), key)
    assert moved > 0.0
    assert left == 0.0


@pytest.mark.parametrize(("key", "scene", "measure", "direction"), TABLE)
def test_taking_a_rule_out_moves_its_measure_the_way_the_report_says(key, scene, measure, direction):
    change = direction * (told(run(scene, key), measure) - told(run(scene), measure))
    mean, error = float(change.mean()), float(change.std(ddof=1) / np.sqrt(WORLDS))
    assert mean > 0.0
    assert mean > 2.0 * error


def test_unpaid_coffee_costs_trust_in_the_district_only_and_ends_nothing():
    with_costs, without_costs = run("working"), run("working", "small_costs")
    for measure in ("trust_in_professionals", "trust_in_workers", "ends", "collaborations_alive"):
        assert told(with_costs, measure).tolist() == told(without_costs, measure).tolist()


def test_without_an_official_story_people_say_what_they_hold():
    gap = told(run("working", "official_narrative"), "said_and_held").max()
    assert gap < 0.001
