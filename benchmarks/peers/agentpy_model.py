"""The part of the rules in AgentPy: agent lists, ``shuffle``, ``record``; the rules are in ``objects``."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import agentpy as ap
import numpy as np

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
from benchmarks.plain_mesa.reporters import REPORTERS
from sim.arrays import Floats
from sim.calendar import HOLIDAYS
from sim.settings import District


class Professional(OfProfessional, ap.Agent):
    """Someone who works at an institution."""

    def setup(self, institution: Institution) -> None:
        self.random, self.institution, self.ties, self.tie_with = self.model.random, institution, [], {}
        self.renew()


class Worker(OfWorker, ap.Agent):
    """A volunteer who leads a self-organisation."""

    def setup(self, organisation: SelfOrganisation) -> None:
        self.random, self.organisation, self.ties, self.tie_with = self.model.random, organisation, [], {}
        self.callers = 0
        self.renew()


class Family(OfFamily, ap.Agent):
    """One family."""

    def setup(self) -> None:
        self.random, self.number = self.model.random, self.id
        self.come()


class Institution(OfInstitution, ap.Agent):
    """A formal organisation."""

    def setup(self, given: Any) -> None:
        self.found(given)
        self.professionals = ap.AgentList(self.model, given.professionals, Professional, institution=self)


class SelfOrganisation(OfOrganisation, ap.Agent):
    """A volunteer organisation."""

    def setup(self, number: int, given: Any, community: Community) -> None:
        self.found(number, given, community)
        self.workers = ap.AgentList(self.model, given.workers, Worker, organisation=self)
        community.organisations.append(self)


class Community(OfCommunity, ap.Agent):
    """A community."""

    def setup(self, name: str, share: float, families: float) -> None:
        self.found(name, share, families)


class AgentPyModel(OfDistrict, ap.Model):
    """One world; ``district`` is among its parameters."""

    def setup(self) -> None:
        """Everyone in the district."""
        district = self.p.district
        self.begin(district)
        total = sum(given.share for given in district.communities)
        families = district.families or district.parents
        self.communities = ap.AgentList(
            self, [Community(self, one.name, one.share / total, families) for one in district.communities]
        )
        by_name = {community.name: community for community in self.communities}
        self.institutions = ap.AgentList(self, [Institution(self, one) for one in district.institutions])
        self.professionals = ap.AgentList(
            self, [each for at in self.institutions for each in at.professionals]
        )
        self.sort_institutions()
        given = enumerate(district.self_organisations)
        self.organisations = ap.AgentList(
            self, [SelfOrganisation(self, n, one, by_name[one.community]) for n, one in given]
        )
        self.workers = ap.AgentList(self, [each for at in self.organisations for each in at.workers])
        self.tie_pairs()
        self.families = ap.AgentList(self, district.parents, Family)

    def step(self) -> None:
        """A week, phase by phase."""
        self.holiday = self.week % 52 in HOLIDAYS
        self.message()
        self.professionals.open_week()
        self.workers.open_week()
        self.keep_in_touch()
        if not self.holiday:
            self.professionals.shuffle().approach()
            self.workers.shuffle().approach()
        self.communities.open_week()
        self.families.shuffle().live()
        self.workers.look_up()
        self.institutions.open_week()
        self.families.be_served()
        self.settle()
        for name in MEASURES:
            self.record(name, REPORTERS[name](self) if callable(REPORTERS[name]) else getattr(self, name))
        self.start_counts()
        self.week += 1

    def settle(self) -> None:
        """Every stock takes the changes of the week; people leave and come."""
        self.see_unreached()
        self.organisations.look_around()
        self.institutions.look_around()
        for tie in self.ties:
            tie.look_back()
        self.professionals.close_week()
        self.workers.close_week()
        for tie in self.ties:
            tie.settle()
        self.communities.close_week()
        self.families.settle()
        self.professionals.perhaps_leave()
        self.workers.perhaps_leave()
        self.professionals.take_stock()
        self.workers.take_stock()


def made(district: District, p: SimpleNamespace, seed: int, weeks: int) -> Callable[[], Floats]:
    """Make one world; what is returned runs it and gives the mean over the weeks of every measure."""
    model = AgentPyModel({**vars(p), "district": district})
    model.sim_setup(weeks, seed)

    def run() -> Floats:
        for _ in range(weeks):
            model.sim_step()
        return np.array([np.mean(model.log[name]) for name in MEASURES])

    return run
