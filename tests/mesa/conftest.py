"""A small district, so that every test takes a moment."""

import pytest

from sim.settings import Community, District, Institution, SelfOrganisation, Strategy


@pytest.fixture(scope="session")
def district():
    return District(
        "small",
        parents=40,
        budget=20_000.0,
        communities=(Community("north", 0.5), Community("south", 0.5)),
        self_organisations=(
            SelfOrganisation("Nisa", "north", "emancipation", 2, 12.0),
            SelfOrganisation("Church", "south", "care", 1, 9.0, mediates=True),
        ),
        institutions=(
            Institution("Centre", "preventive", advisers=2, turnover=0.9),
            Institution("Care", "youth_care", case_workers=2),
            Institution("School", "school"),
        ),
    )


@pytest.fixture(scope="session")
def strategy():
    return Strategy("engaged", {"meetings": 12.0, "guide_hours": 4.0, "backing": 0.5, "projects": 0.5})


@pytest.fixture
def make(district, strategy):
    """Make a small model; anything can be set otherwise."""
    from sim import CollaborationModel

    def call(**given):
        return CollaborationModel(**({"district": district, "strategy": strategy, "weeks": 30} | given))

    return call


@pytest.fixture
def model(make):
    return make()
