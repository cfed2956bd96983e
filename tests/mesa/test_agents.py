"""Views: every field can be read and set, within its bounds, and the methods tell what the records hold."""

import numpy as np
import pytest

from sim import FormalOrganisation, InformalWorker, MetaGovernor, Parent, Professional, SelfOrganisation
from sim.agents.fields import FIXED
from sim.registry import OutOfBounds, UnknownName
from sim.state import ISSUES, LAYOUTS

CLASSES = (MetaGovernor, FormalOrganisation, SelfOrganisation, Professional, InformalWorker, Parent)


def attribute(cls, field):
    own = f"{field.name}_row"
    return own if hasattr(cls, own) else field.name


def first(model, cls):
    return model.agents_by_type[cls].to_list()[0]


@pytest.mark.parametrize("cls", CLASSES)
def test_every_field_is_a_described_property(model, cls):
    model.run_for(20)
    for view in model.agents_by_type[cls]:
        row = model.store.record(cls.kind, view.row)
        for field in LAYOUTS[cls.kind]:
            name = attribute(cls, field)
            assert getattr(cls, name).__doc__ == field.meaning
            value = getattr(view, name)
            if field.shape:
                assert list(value if isinstance(value, tuple) else value.values) == list(row[field.name])
            else:
                assert value == row[field.name]
                assert type(value) is (float if field.kind == "f8" else int)


@pytest.mark.parametrize("cls", CLASSES)
def test_fields_can_be_set_within_bounds(model, cls):
    view = first(model, cls)
    for field in LAYOUTS[cls.kind]:
        name = attribute(cls, field)
        if field.name in FIXED.get(cls.kind, ()):
            with pytest.raises(AttributeError):
                setattr(view, name, 0)
        elif not field.shape:
            setattr(view, name, np.float64(field.high) if field.kind == "f8" else np.int64(field.high))
            assert getattr(view, name) == view.record[field.name] == field.high
            for wrong in (field.high * 2 + 1, field.low - 1, float("nan"), "much", None):
                with pytest.raises(OutOfBounds, match=f"'{cls.__name__}.{name}'"):
                    setattr(view, name, wrong)
            assert getattr(view, name) == field.high


def test_what_is_fixed_exists():
    for kind, names in FIXED.items():
        assert names <= {field.name for field in LAYOUTS[kind]}


def test_numbers_by_issue(model):
    professional = first(model, Professional)
    professional.position["who_runs"] = 0.25
    assert professional.position[0] == professional.record.position[0] == 0.25
    professional.position = dict.fromkeys(ISSUES[:2], 0.75)
    assert [professional.position[issue] for issue in ISSUES[:2]] == [0.75, 0.75]
    professional.expressed = professional.position
    assert dict(professional.expressed) == dict(professional.position)
    professional.argument = [0.5] * 9
    assert set(dict(professional.argument).values()) == {0.5}
    with pytest.raises(UnknownName, match="did you mean 'who_runs'"):
        professional.position["who_run"]
    with pytest.raises(OutOfBounds, match=r"'Professional.position.distance'"):
        professional.position["distance"] = 1.5
    with pytest.raises(OutOfBounds, match="needs 9 numbers"):
        professional.position = [0.5]
    with pytest.raises(IndexError):
        professional.position[9]


def test_the_two_sides_know_each_other(model):
    model.run_for(30)
    world = model.world
    world.collaborations.alive[:3] = 1
    for professional in model.agents_by_type[Professional]:
        for worker in model.agents_by_type[InformalWorker]:
            k = worker.row * len(world.professionals) + professional.row
            assert (world.pairs[k].worker, world.pairs[k].professional) == (worker.row, professional.row)
            assert professional.trust_in(worker) == world.pairs[k].trust_professional
            assert worker.trust_in(professional) == world.pairs[k].trust_worker
            together = bool(world.collaborations[k].alive)
            assert (worker in professional.partners()) == (professional in worker.partners()) == together
            assert (professional.collaboration_with(worker) is not None) == together
        with pytest.raises(TypeError, match="a professional and an informal worker"):
            professional.pair_with(professional)


def test_a_pair_record_can_be_set(model):
    professional, worker = first(model, Professional), first(model, InformalWorker)
    worker.pair_with(professional).trust_professional = 0.875
    assert professional.trust_in(worker) == 0.875


@pytest.mark.parametrize("off", [(), ("parts",)])
def test_urgency_and_goodwill_are_those_of_the_rules(make, off):
    model = make(rules_off=off)
    model.run_for(5)
    measured = model.measures
    professionals, workers = model.agents_by_type[Professional], model.agents_by_type[InformalWorker]
    assert professionals.agg("urgency", np.mean) == pytest.approx(measured.urgency_professionals, abs=1e-12)
    assert workers.agg("urgency", np.mean) == pytest.approx(measured.urgency_workers, abs=1e-12)
    assert professionals.agg("goodwill", np.mean) == pytest.approx(measured.image_of_workers, abs=1e-12)
    assert workers.agg("goodwill", np.mean) == pytest.approx(measured.image_of_professionals, abs=1e-12)


def test_organisations_and_their_people(model):
    for organisation in model.agents_by_type[FormalOrganisation]:
        assert len(organisation.professionals) == organisation.staff
        assert all(someone.institution is organisation for someone in organisation.professionals)
        assert {someone.domain_name for someone in organisation.professionals} == {organisation.domain_name}
    assert [someone.role_name for someone in first(model, FormalOrganisation).professionals] == [
        "adviser", "adviser", "manager"]  # fmt: skip
    for organisation in model.agents_by_type[SelfOrganisation]:
        assert all(worker.self_organisation is organisation for worker in organisation.workers)
        assert {worker.orientation_name for worker in organisation.workers} == {organisation.orientation_name}
        assert organisation.members == len(organisation.families())
        assert {worker.community_name for worker in organisation.workers} == {organisation.community_name}


def test_families_as_they_are_counted(model):
    model.run_for(30)
    parents = model.agents_by_type[Parent]
    in_need = parents.select(lambda parent: parent.in_need)
    assert len(in_need) == model.world.communities.in_need.sum() > 0
    reached = len(in_need.select(lambda parent: parent.in_help)) / len(in_need)
    assert reached == pytest.approx(model.measures.reach, abs=1e-12)
    asking = len(parents.select(lambda parent: parent.has_question)) / len(parents)
    assert asking == pytest.approx(model.measures.parents_with_question, abs=1e-12)
    for parent in parents:
        assert (parent.helper is None) == (parent.helper_row < 0)
        assert parent.worker is None or parent in parent.worker.families()
        assert parent.helper is None or parent in parent.helper.families()
        assert (parent.help_name in ("prevention", "youth_care")) == parent.in_help
        assert parent.community_name in ("north", "south")
        assert parent.topic_name


def test_a_family_may_go_elsewhere(model):
    nisa, church = model.agents_by_type[SelfOrganisation].to_list()
    parent, before = nisa.families()[0], church.members
    parent.attend(church)
    assert (parent.self_organisation, parent.worker) == (church, church.workers[0])
    assert church.members == before + 1 == len(church.families())
    assert nisa.members == len(nisa.families())
    with pytest.raises(ValueError, match="does not work for"):
        parent.attend(church, nisa.workers[0])
    parent.stay_away()
    assert (parent.self_organisation, parent.worker, church.members) == (None, None, before)


def test_the_governor_sets_policies_for_the_next_week(model):
    governor = first(model, MetaGovernor)
    model.step()
    assert governor.policies["backing"] == governor.in_force["backing"] == 0.5
    governor.policies["backing"] = 1
    governor.policies = {"agenda_share": np.float64(0.5)}
    assert governor.in_force["backing"] == 0.5
    model.step()
    assert (governor.in_force["backing"], governor.in_force["agenda_share"]) == (1.0, 0.5)
    governor.policies.reset("backing")
    assert governor.policies["backing"] == 0.0
    assert len(dict(governor.policies)) == len(governor.policies)


def test_the_governor_is_told_what_is_wrong(model):
    policies = first(model, MetaGovernor).policies
    for wrong in ("bakking", "Backing"):
        with pytest.raises(UnknownName, match="did you mean 'backing'"):
            policies[wrong] = 1.0
    with pytest.raises(OutOfBounds, match=r"'policies.backing' must lie between 0 and 1"):
        policies["backing"] = 2.0
    with pytest.raises(UnknownName):
        policies["nothing"]


def test_a_governor_reads_the_ledger(model):
    governor = first(model, MetaGovernor)
    model.step()
    assert governor.budget == 20_000.0
    assert governor.spent == model.measures.money_spent
    assert 0.0 <= governor.message_felt <= 1.0


def test_names_and_words(model):
    assert repr(first(model, SelfOrganisation)) == "<SelfOrganisation 0: Nisa>"
    assert first(model, InformalWorker).name == "Nisa, worker 1"
    assert first(model, MetaGovernor).name == "small"
    assert "who_runs=" in repr(first(model, Professional).position)
