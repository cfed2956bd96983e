"""The district as an ordinary Mesa model; a step is a week."""

from __future__ import annotations

from types import SimpleNamespace

import mesa

from benchmarks.plain_mesa.family import Parent
from benchmarks.plain_mesa.places import Institution, SelfOrganisation
from benchmarks.plain_mesa.professional import Professional
from benchmarks.plain_mesa.reporters import COUNTS, REPORTERS
from benchmarks.plain_mesa.tie import PHONE, Tie
from benchmarks.plain_mesa.worker import Worker
from sim.calendar import HOLIDAYS
from sim.phases.begin import WITHOUT_START
from sim.settings import District

LEAST_FACE = 0.2


class PlainMesa(mesa.Model):
    """One world; ``weekly`` collects the measures."""

    def __init__(self, district: District, p: SimpleNamespace, seed: int) -> None:
        super().__init__(rng=seed)
        self.p, self.week, self.holiday = p, 0, False
        self.institutions = [Institution(given) for given in district.institutions]
        self.preventive = [at for at in self.institutions if at.preventive]
        self.youth_care = [at for at in self.institutions if at.youth_care]
        for at, given in zip(self.institutions, district.institutions, strict=True):
            at.professionals = [
                Professional(self, at, adviser=place < given.advisers) for place in range(given.professionals)
            ]
        organisations = [
            SelfOrganisation(number, given, p.living_room_street)
            for number, given in enumerate(district.self_organisations)
        ]
        for at, given in zip(organisations, district.self_organisations, strict=True):
            at.workers = [Worker(self, at) for _ in range(given.workers)]
        self.ties = []
        for worker in self.agents_by_type[Worker]:
            for professional in self.agents_by_type[Professional]:
                tie = Tie(worker, professional)
                self.ties.append(tie)
                worker.ties.append(tie)
                professional.ties.append(tie)
        self.begin_before(organisations)
        self.settle_families(district, organisations)
        self.start_counts()
        self.weekly = mesa.DataCollector(model_reporters=REPORTERS)

    def begin_before(self, organisations: list[SelfOrganisation]) -> None:
        """Some organisations start with a worker who works together with a preventive adviser."""
        draw = self.random.random
        for at in organisations:
            if at.sees_worth and draw() < self.p.start_collaborations:
                tie = max(
                    (
                        tie
                        for tie in self.random.choice(at.workers).ties
                        if tie.professional.adviser and tie.professional.institution.preventive
                    ),
                    key=lambda tie: draw() * (0.3 + tie.professional.pioneer),
                )
                tie.begin_before(on_location=draw() < self.p.start_on_location)

    def settle_families(self, district: District, organisations: list[SelfOrganisation]) -> None:
        """Families, each in a community by its share."""
        names = [community.name for community in district.communities]
        shares = [community.share for community in district.communities]
        near_by = {name: [at for at in organisations if at.community == name] for name in names}
        for name in self.random.choices(names, shares, k=district.parents):
            Parent(self, name, near_by[name], district.attends)

    def start_counts(self) -> None:
        """What is counted on the way starts anew."""
        for name in COUNTS:
            setattr(self, name, 0)

    def step(self) -> None:
        """A week, in the order of ``sim.week``."""
        professionals, workers = self.agents_by_type[Professional], self.agents_by_type[Worker]
        p, ties = self.p, self.ties
        self.holiday = self.week % 52 in HOLIDAYS
        professionals.do("open_week")
        workers.do("open_week")
        for tie in ties:
            tie.fade(p)
        if not self.holiday:
            self.keep_in_touch()
            professionals.shuffle_do("approach")
            workers.shuffle_do("approach")
        self.work_together()
        self.agents_by_type[Parent].shuffle_do("step")
        workers.do("look_up")
        for at in self.institutions:
            at.places = at.capacity
        for tie in ties:
            if tie.met or tie.w_rises or tie.w_falls or tie.p_rises or tie.p_falls:
                tie.settle(p)
        professionals.do("close_week")
        workers.do("close_week")
        self.weekly.collect(self)
        self.start_counts()
        self.week += 1

    def keep_in_touch(self) -> None:
        """Those in a service relation phone each other now and then."""
        p, draw = self.p, self.random.random
        for tie in self.ties:
            if tie.service and tie.worker.here and draw() < p.service_contact:
                tie.contact(PHONE, p)

    def work_together(self) -> None:
        """Without the rules of collaboration: pairs that know each other start at a low even rate."""
        draw = self.random.random
        for tie in self.ties:
            if tie.together:
                self.put_in_hours(tie)
        for tie in self.ties:
            if (
                tie.contacts
                and not tie.together
                and tie.w_face >= LEAST_FACE
                and tie.p_face >= LEAST_FACE
                and tie.worker.here
                and draw() < WITHOUT_START
            ):
                tie.begin()

    def put_in_hours(self, tie: Tie) -> None:
        """A week of one collaboration: joint hours, a design at once, then sessions on location or not."""
        worker, professional = tie.worker, tie.professional
        wanted = self.p.joint_practice if tie.designed else self.p.joint_design
        wanted *= min(1.0, tie.ownership + min(worker.readiness, professional.readiness))
        tie.ownership = 1.0
        worker.asked += wanted
        hours = 0.0 if self.holiday else max(0.0, min(wanted, worker.hours, professional.hours))
        if hours > 0.0:
            worker.spend(hours)
            professional.hours -= hours
            tie.meet(0.3 * hours)
        if not tie.designed:
            tie.designed, tie.on_location = True, self.random.random() < 0.5
        elif tie.on_location:
            worker.asked += self.p.location_hours
            worker.spend(max(0.0, min(self.p.location_hours, worker.hours)))
