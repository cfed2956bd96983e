"""The district as an ordinary Mesa model; a step is a week."""

from __future__ import annotations

from types import SimpleNamespace

import mesa

from benchmarks.plain_mesa.collaboration import Collaboration
from benchmarks.plain_mesa.family import Parent
from benchmarks.plain_mesa.numbers import clip
from benchmarks.plain_mesa.places import Community, Institution, SelfOrganisation
from benchmarks.plain_mesa.professional import Professional
from benchmarks.plain_mesa.reporters import COUNTS, ENDS, REPORTERS
from benchmarks.plain_mesa.tie import Tie
from benchmarks.plain_mesa.worker import Worker
from sim.calendar import HOLIDAYS
from sim.settings import District


class PlainMesa(mesa.Model):
    """One world; ``weekly`` collects the measures."""

    def __init__(self, district: District, p: SimpleNamespace, seed: int) -> None:
        super().__init__(rng=seed)
        self.p, self.week, self.holiday = p, 0, False
        self.message_felt, self.examples, self.unreached, self.soil = district.message_history, 0.0, 0.0, 0.0
        self.found_communities(district)
        self.found_institutions(district)
        self.found_organisations(district)
        self.number_of_workers = len(self.workers)
        self.ties, self.collaborations = [], []
        for worker in self.workers:
            for professional in self.professionals:
                tie = Tie(self, worker, professional)
                self.ties.append(tie)
                worker.add(tie, professional)
                professional.add(tie, worker)
        for organisation in self.organisations:
            if organisation.sees_worth and self.random.random() < p.start_collaborations:
                self.begin_before(organisation)
        self.attends = district.attends
        for _ in range(district.parents):
            Parent(self)
        self.start_counts()
        self.weekly = mesa.DataCollector(model_reporters=REPORTERS)

    def found_institutions(self, district: District) -> None:
        """Institutions and who works there."""
        for given in district.institutions:
            at = Institution(self, given)
            at.professionals = [
                Professional(
                    self,
                    at,
                    adviser=place < given.advisers,
                    manager=place >= given.advisers + given.case_workers,
                )
                for place in range(given.professionals)
            ]
        self.institutions = institutions = list(self.agents_by_type[Institution])
        self.schools = [at for at in institutions if at.school]
        self.preventive = [at for at in institutions if at.preventive]
        self.youth_care = [at for at in institutions if at.youth_care]

    def found_communities(self, district: District) -> None:
        """Communities, each with its share of the families."""
        total = sum(community.share for community in district.communities)
        for given in district.communities:
            Community(self, given.name, given.share / total, district.families or district.parents)
        self.communities = list(self.agents_by_type[Community])

    def found_organisations(self, district: District) -> None:
        """Self-organisations and who leads those."""
        by_name = {community.name: community for community in self.communities}
        for number, given in enumerate(district.self_organisations):
            at = SelfOrganisation(self, number, given, by_name[given.community])
            at.workers = [Worker(self, at) for _ in range(given.workers)]
            at.community.organisations.append(at)

    def begin_before(self, organisation: SelfOrganisation) -> None:
        """A collaboration that was there before the run, with a preventive adviser."""
        draw = self.random.random
        ties = self.random.choice(organisation.workers).ties
        fitting = [
            tie for tie in ties if tie.professional.adviser and tie.professional.institution.preventive
        ]
        tie = max(fitting, key=lambda tie: draw() * (0.3 + tie.professional.pioneer))
        for side, offer in ((tie.of_worker, 0.6), (tie.of_professional, 0.5)):
            side.exists, side.face, side.offer, side.trust = 1.0, 0.8, offer, max(0.55, side.trust)
        tie.contacts, tie.weeks_apart = 10, 1
        tie.collaboration = collaboration = Collaboration(tie)
        collaboration.designed, collaboration.age = True, 26
        collaboration.quality, collaboration.owned, collaboration.loyalty = 0.5, 0.5, 0.3
        collaboration.enthusiasm = 0.0
        collaboration.on_location = draw() < self.p.start_on_location
        self.collaborations.append(collaboration)

    def start_counts(self) -> None:
        """What is counted on the way starts anew."""
        for name in COUNTS:
            setattr(self, name, 0)
        self.ends = dict.fromkeys(ENDS, 0)

    def step(self) -> None:
        """A week, phase by phase."""
        self.holiday = self.week % 52 in HOLIDAYS
        self.message()
        self.agents_by_type[Institution].do("count_partners")
        self.encounter()
        self.collaborate()
        self.agents_by_type[Community].do("open_week")
        self.organisations.do("inward_bonding")
        self.families.shuffle_do("live")
        self.workers.do("look_up")
        self.agents_by_type[Institution].do("open_week")
        self.families.do("be_served")
        self.settle()
        self.take_stock()
        if self.week % 4 == 0:
            self.agents_by_type[Community].do("count_helpers")
        self.weekly.collect(self)
        self.start_counts()
        self.week += 1

    @property
    def families(self) -> mesa.agent.AgentSet:
        """All families."""
        return self.agents_by_type[Parent]

    @property
    def professionals(self) -> mesa.agent.AgentSet:
        """All professionals."""
        return self.agents_by_type[Professional]

    @property
    def workers(self) -> mesa.agent.AgentSet:
        """All informal workers, also those whose place is empty."""
        return self.agents_by_type[Worker]

    @property
    def organisations(self) -> mesa.agent.AgentSet:
        """All self-organisations."""
        return self.agents_by_type[SelfOrganisation]

    def message(self) -> None:
        """Rule ``message``: nothing is said any more, and what was said is forgotten."""
        self.message_felt = clip(self.message_felt - self.p.message_pace * self.message_felt)

    def encounter(self) -> None:
        """Hours are handed out; people phone and approach each other."""
        professionals, workers = self.professionals, self.workers
        professionals.do("open_week")
        workers.do("open_week")
        for tie in self.ties:
            tie.open_week()
        if not self.holiday:
            for tie in self.ties:
                tie.keep_in_touch()
            self.organisations.do("group_visit")
            professionals.shuffle_do("approach")
            workers.shuffle_do("approach")

    def collaborate(self) -> None:
        """Partners talk and work; then the soil is read, and new collaborations start."""
        for collaboration in self.collaborations:
            collaboration.guided_reflection()
        self.professionals.do("official_narrative")
        self.workers.do("official_narrative")
        self.organisations.do("open_week")
        for collaboration in self.collaborations.copy():
            collaboration.go_on()
        self.organisations.do("feel_safe_again")
        self.take_stock()
        for tie in self.ties:
            tie.read_soil()
        fertile = [tie.soil() for tie in self.ties if tie.worker.here]
        self.soil = sum(fertile) / len(fertile) if fertile else 0.0
        for tie in self.ties:
            tie.start()

    def take_stock(self) -> None:
        """Everyone's goodwill and urgency at present."""
        self.professionals.do("take_stock")
        self.workers.do("take_stock")

    def look_around(self) -> None:
        """What everyone sees: families that are not reached, good examples, colleagues."""
        needing = [parent.helper is not None for parent in self.families if parent.need > 0.3]
        self.unreached = 1.0 - sum(needing) / len(needing) if needing else 0.0
        working = [one for one in self.collaborations if one.designed]
        good = sum(0.5 * (one.loyalty + one.quality) for one in working)
        seen = self.p.examples_unshown * good
        self.examples += 0.08 * (seen / (1.0 + seen) - self.examples)
        self.organisations.do("look_around")
        self.agents_by_type[Institution].do("look_around")

    def settle(self) -> None:
        """Every stock takes the changes of the week; people leave and come."""
        professionals, workers = self.professionals, self.workers
        self.look_around()
        for tie in self.ties:
            tie.look_back()
        professionals.do("close_week")
        workers.do("close_week")
        self.agents_by_type[Institution].do("adaptive_manager")
        for tie in self.ties:
            tie.settle()
        self.organisations.do("close_week")
        self.agents_by_type[Community].do("close_week")
        self.families.do("settle")
        professionals.do("perhaps_leave")
        workers.do("perhaps_leave")
