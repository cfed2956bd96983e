"""A family: questions, peers, and the worker it turns to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import mesa

from benchmarks.plain_mesa.circle import Circle
from benchmarks.plain_mesa.helped import Helped
from benchmarks.plain_mesa.neighbours import Neighbours
from benchmarks.plain_mesa.numbers import clip, near
from benchmarks.plain_mesa.school import AtSchool
from benchmarks.plain_mesa.seeking import Seeking

if TYPE_CHECKING:
    from benchmarks.plain_mesa.model import PlainMesa
    from benchmarks.plain_mesa.places import SelfOrganisation
    from benchmarks.plain_mesa.worker import Worker

# Below this the centre is nobody's own place.
HARDLY_OURS = 0.01


class Living(Seeking, Helped, Circle, Neighbours, AtSchool):
    """What a family carries and does; ``heavy`` says that its ``helper`` is in youth care."""

    def come(self) -> None:
        """A (new) family: its community, its circumstances, and whether and where it attends."""
        model, draw = self.model, self.random.random
        p, communities = model.p, model.communities
        self.community = self.random.choices(communities, [each.share for each in communities])[0]
        self.education = draw()
        self.worries = near(0.55 - 0.3 * self.education, 0.25, draw())
        self.shame = near(0.6 - 0.3 * self.education, 0.2, draw())
        self.threshold_head = near(0.5, 0.3, draw())
        self.threshold_real = near(0.65 - 0.3 * self.education, 0.3, draw())
        self.knowledge = near(p.start_knows_parent + 0.3 * (self.education - 0.5), 0.2, draw())
        self.trust_preventive = near(p.start_parent_trust, 0.2, draw())
        self.trust_youth_care = near(1.0 - p.start_fear, 0.15, draw())
        self.trust_district = near(p.start_trust_district, 0.15, draw())
        self.trust_school = near(p.start_school_trust, 0.2, draw())
        self.school_distance = near(p.start_school_distance + 0.3 * (0.5 - self.education), 0.2, draw())
        self.isolation, self.empowerment = near(0.5, 0.3, draw()), near(0.35, 0.2, draw())
        self.child_age = 4.0 + 14.0 * draw()
        self.words, self.severity = 0.15 + 0.35 * self.education, draw()
        self.topic = self.random.randrange(5)
        self.need = 0.5 * draw() if draw() < 0.4 else 0.0
        self.need_change, self.prior, self.in_crisis, self.course = 0.0, 0, False, 0.0
        self.ours = 0.0
        self.put_off, self.attachment, self.at_worker = 0.0, 0.0, False
        self.helper, self.heavy, self.weeks_in_help = None, False, 0
        self.organisation, self.worker, self.trust_worker = None, None, 0.2
        if self.community.organisations and draw() < model.attends:
            self.organisation = self.organisation_nearby()
            self.worker = self.random.choice(self.organisation.workers)
            self.trust_worker = 0.5 + 0.45 * draw()
            self.isolation *= 0.6
            self.organisation.members += 1

    def live(self) -> None:
        """A week of this family: a question arises or grows, peers, the worker, the services, crisis."""
        self.child_age += 1.0 / 52.0
        if self.child_age >= 18.0:
            self.leave()
        self.questions()
        if (self.model.week + self.unique_id) % 13 == 0:
            self.school_gap()
        self.ours *= 1.0 - self.model.p.visit_fading
        self.put_off *= 1.0 - self.model.p.posture_memory
        if self.need <= 0.0:
            self.follow_course()
            return
        if self.organisation is not None and self.organisation.gathers():
            self.meet_peers(self.organisation)
        elif self.organisation is None and (self.model.week + self.unique_id) % 4 == 0:
            self.meet_neighbours()
        if self.at_worker:
            self.stay_with_worker()
        elif self.helper is None and self.worker is not None and self.worker.here and self.need >= 0.2:
            self.turn_to(self.worker)
        if self.helper is None and not self.at_worker and (self.need > 0.3 or self.ours > HARDLY_OURS):
            self.seek_help()
        if self.need >= self.model.p.crisis_level and not (self.helper is not None and self.heavy):
            self.fall_into_crisis()

    def leave(self) -> None:
        """The child is grown: a family with a young child, of its own draws, takes the place."""
        if self.organisation is not None:
            self.organisation.members -= 1
        self.come()
        self.child_age, self.need = 4.0, 0.0

    def questions(self) -> None:
        """Rule ``questions``: a question may arise; unattended, the one there is grows."""
        p, draw = self.model.p, self.random.random
        if self.need > 0.0:
            strain = 0.0
            if self.helper is None:
                strain = (0.5 + 0.4 * self.worries + 0.4 * self.isolation) * (1.0 - 0.6 * self.empowerment)
                strain *= 0.4 if self.at_worker else 1.0
            pushes = (0.2 + 1.6 * self.severity) * strain * (0.35 + self.need)
            self.need_change += p.question_growth * (pushes - p.question_balance)
            return
        puberty = p.question_puberty if self.child_age >= 12.0 else 0.0
        fewer = 1.0 - p.empowered_fewer * self.community.shared
        if draw() < p.question_rate * (1.0 + puberty) * (0.7 + 0.6 * self.worries) * fewer:
            self.need = 0.1 + 0.25 * draw()
            self.words, self.severity = 0.1 + 0.3 * self.education, draw()
            self.topic = self.random.randrange(5)
            self.prior, self.in_crisis = 0, False

    def meet_peers(self, organisation: SelfOrganisation) -> None:
        """Perhaps come to the gathering, and perhaps consult the professional who is there."""
        if self.random.random() * max(1, organisation.members) < organisation.reach:
            self.living_room(organisation.safety * organisation.place)
            self.isolation *= 0.995
            self.empowerment = min(1.0, self.empowerment + 0.002)
            if organisation.consult_places >= 1.0:
                if self.need > 0.1:
                    self.consult(organisation)
                self.learn_on_course(organisation)

    def follow_course(self) -> None:
        """A session on location is for everyone who comes, also for families without a question."""
        there = self.organisation
        if there is None or not there.gathers() or there.consult_places < 1.0:
            return
        if self.random.random() * max(1, there.members) < there.reach:
            self.learn_on_course(there)

    def living_room(self, warmth: float) -> None:
        """Rule ``living_room``: a safe space lowers shame, gives words and lets peers help."""
        p, shame, words = self.model.p, self.shame, self.words
        self.shame = shame - p.living_room_shame * warmth * shame
        self.words = words + p.living_room_words * warmth * (1.0 - words) * (1.0 - 0.5 * shame)
        self.need_change -= p.living_room_ease * warmth * (1.0 - self.need) ** 2 * (0.3 + 0.7 * words)

    def turn_to(self, worker: Worker) -> None:
        """Prior work, if the hours' lottery allows, and the referral that may follow it."""
        p, draw = self.model.p, self.random.random
        readiness = self.readiness()
        worker.demand += 0.5 * p.prior_hours
        if draw() < worker.served and draw() < 0.5 * self.trust_worker and worker.hours_left >= p.prior_hours:
            self.prior_work(worker)
        self.worker_mediation(worker)
        heavy = self.need > 0.6
        if heavy and self.is_taken_in(worker):
            return
        tie = worker.best_youth_care if heavy else worker.best_preventive
        if tie is None or self.need < 0.3:
            return
        willing = p.refer_rate * tie.of_worker.face * tie.of_worker.trust * (0.4 + 0.6 * readiness)
        if self.prior == 0 and self.words < p.prior_words:
            willing *= 0.3
        if self.organisation is not None:
            willing *= 1.0 - self.organisation.narrowing
        if not heavy:
            willing *= 1.0 - p.circle_advice * worker.advises
        if draw() < willing:
            self.be_offered(tie, readiness, heavy=heavy)

    def readiness(self) -> float:
        """Rule ``prior_work``: how far advice can land."""
        p = self.model.p
        landed = min(1.0, self.words / p.prior_words)
        landed *= 1.0 - p.prior_own * (1.0 - min(1.0, self.prior / p.prior_weeks))
        return p.prior_without + (1.0 - p.prior_without) * landed * (1.0 - 0.6 * self.shame)

    def prior_work(self, worker: Worker) -> None:
        """Rule ``prior_work``: a week of it gives words and takes off shame."""
        p = self.model.p
        worker.spend(p.prior_hours)
        progress = p.prior_pace * (1.0 - self.words)
        self.prior += 1
        self.words += progress
        self.shame *= 1.0 - 0.5 * p.prior_pace
        self.need_change -= 0.15 * progress * self.need
        if worker.best_preventive is not None:
            known = worker.best_preventive.of_worker.offer
            self.knowledge = min(1.0, self.knowledge + p.hearsay_offer * known * (1.0 - self.knowledge))
        self.attach()
        self.need_change -= self.own_circle(worker, worker.advises) * self.need

    def settle(self) -> None:
        """The need after the week; what ended without services was eased in the own circle."""
        if self.need > 0.0:
            self.need = clip(self.need + self.need_change)
            if self.need < 0.03:
                self.need = 0.0
                alone = self.helper is None and self.organisation is not None
                self.model.eased_in_own_circle += self.at_worker or alone
                self.at_worker = False
        self.need_change = 0.0


class Parent(Living, mesa.Agent):
    """One family as a Mesa agent."""

    def __init__(self, model: PlainMesa) -> None:
        super().__init__(model)
        self.come()
