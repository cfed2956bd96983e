"""The part of the rules in plain Mesa: agents by type, ``do``, ``shuffle_do``, a ``DataCollector``."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import mesa

from benchmarks.peers.objects import (
    OfCommunity,
    OfDistrict,
    OfFamily,
    OfInstitution,
    OfOrganisation,
    OfProfessional,
    OfWorker,
)
from benchmarks.peers.subset import MEASURES
from benchmarks.plain_mesa.actor import Actor
from benchmarks.plain_mesa.reporters import REPORTERS
from sim.arrays import Floats
from sim.calendar import HOLIDAYS
from sim.settings import District


class Professional(OfProfessional, Actor):
    """Someone who works at an institution."""

    def __init__(self, model: MesaModel, institution: Institution) -> None:
        self.institution = institution
        super().__init__(model)


class Worker(OfWorker, Actor):
    """A volunteer who leads a self-organisation."""

    def __init__(self, model: MesaModel, organisation: SelfOrganisation) -> None:
        self.organisation, self.callers = organisation, 0
        super().__init__(model)


class Family(OfFamily, mesa.Agent):
    """One family."""

    def __init__(self, model: MesaModel, number: int) -> None:
        super().__init__(model)
        self.number = number
        self.come()


class Institution(OfInstitution, mesa.Agent):
    """A formal organisation."""

    def __init__(self, model: MesaModel, given: Any) -> None:
        super().__init__(model)
        self.found(given)


class SelfOrganisation(OfOrganisation, mesa.Agent):
    """A volunteer organisation."""

    def __init__(self, model: MesaModel, *given: Any) -> None:
        super().__init__(model)
        self.found(*given)


class Community(OfCommunity, mesa.Agent):
    """A community."""

    def __init__(self, model: MesaModel, *given: Any) -> None:
        super().__init__(model)
        self.found(*given)


class MesaModel(OfDistrict, mesa.Model):
    """One world; ``weekly`` collects the measures."""

    def __init__(self, district: District, p: SimpleNamespace, seed: int) -> None:
        super().__init__(rng=seed)
        self.p = p
        self.begin(district)
        total = sum(given.share for given in district.communities)
        for given in district.communities:
            Community(self, given.name, given.share / total, district.families or district.parents)
        self.communities = list(self.agents_by_type[Community])
        by_name = {community.name: community for community in self.communities}
        for given in district.institutions:
            at = Institution(self, given)
            at.professionals = [Professional(self, at) for _ in range(given.professionals)]
        self.sort_institutions()
        for number, given in enumerate(district.self_organisations):
            at = SelfOrganisation(self, number, given, by_name[given.community])
            at.workers = [Worker(self, at) for _ in range(given.workers)]
            at.community.organisations.append(at)
        self.tie_pairs()
        for number in range(district.parents):
            Family(self, number)
        self.weekly = mesa.DataCollector(model_reporters={name: REPORTERS[name] for name in MEASURES})

    families = property(lambda self: self.agents_by_type[Family])
    professionals = property(lambda self: self.agents_by_type[Professional])
    workers = property(lambda self: self.agents_by_type[Worker])
    institutions = property(lambda self: self.agents_by_type[Institution])
    organisations = property(lambda self: self.agents_by_type[SelfOrganisation])

    def step(self) -> None:
        """A week, phase by phase."""
        self.holiday = self.week % 52 in HOLIDAYS
        self.message()
        self.professionals.do("open_week")
        self.workers.do("open_week")
        self.keep_in_touch()
        if not self.holiday:
            self.professionals.shuffle_do("approach")
            self.workers.shuffle_do("approach")
        self.agents_by_type[Community].do("open_week")
        self.families.shuffle_do("live")
        self.workers.do("look_up")
        self.institutions.do("open_week")
        self.families.do("be_served")
        self.settle()
        self.weekly.collect(self)
        self.start_counts()
        self.week += 1

    def settle(self) -> None:
        """Every stock takes the changes of the week; people leave and come."""
        self.see_unreached()
        self.organisations.do("look_around")
        self.institutions.do("look_around")
        for tie in self.ties:
            tie.look_back()
        self.professionals.do("close_week")
        self.workers.do("close_week")
        for tie in self.ties:
            tie.settle()
        self.agents_by_type[Community].do("close_week")
        self.families.do("settle")
        self.professionals.do("perhaps_leave")
        self.workers.do("perhaps_leave")
        self.professionals.do("take_stock")
        self.workers.do("take_stock")


def made(district: District, p: SimpleNamespace, seed: int, weeks: int) -> Callable[[], Floats]:
    """Make one world; what is returned runs it and gives the mean over the weeks of every measure."""
    model = MesaModel(district, p, seed)

    def run() -> Floats:
        for _ in range(weeks):
            model.step()
        return model.weekly.get_model_vars_dataframe()[list(MEASURES)].mean().to_numpy()

    return run
