"""Levers of knowing, trust and vision move what they are meant to move, and a folder no more than a list."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from tests.contracts.scenes import FULL, PRESETS, SCENES
from tests.contracts.worlds import WORLDS, run, told, worlds_of

UP, DOWN = +1, -1
TABLE = [
    ("mediation", "working", "collaboration_strain", DOWN),
    ("success_stories", "working", "urgency_helps", UP),
    ("communication_support", "aloof", "professionals_know_offer", UP),
    ("partner_status", "working", "belief_workers_doubt", UP),
    ("partner_status", "working", "disappointment", DOWN),
    ("diverse_staff", "aloof", "professionals.background", UP),
    ("intercultural_training", "aloof", "professionals.skill", UP),
    ("intercultural_training", "aloof", "professionals.truncation", DOWN),
    ("internal_visibility", "acquainted", "referrals_attributed", UP),
    ("internal_visibility", "acquainted", "trust_in_workers", UP),
    ("radio", "aloof", "parents.knowledge", UP),
    ("radio", "aloof", "parents_trust_preventive", UP),
    ("media_campaign", "aloof", "parents.knowledge", UP),
]


@cache
def with_lever(scene, lever):
    place = SCENES[scene]
    return worlds_of(replace(place, levers=place.levers | {lever: FULL}))


@pytest.mark.parametrize(("lever", "scene", "measure", "direction"), TABLE)
def test_a_lever_moves_its_measure(lever, scene, measure, direction):
    change = direction * (told(with_lever(scene, lever), measure) - told(run(scene), measure))
    mean, error = float(change.mean()), float(change.std(ddof=1) / np.sqrt(WORLDS))
    assert mean > 0.0
    assert mean > 2.0 * error


def test_a_toolkit_is_a_list_at_most():
    toolkit = next(lever for lever in PRESETS.levers() if lever.name == "toolkit")
    assert {effect.policy for effect in toolkit.effects} == {"map_coverage"}
    assert told(with_lever("nothing is done", "toolkit"), "urgency_professionals") == pytest.approx(
        told(run("nothing is done"), "urgency_professionals"), abs=0.02
    )
