"""A family: questions, peers, and the worker it turns to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import mesa

from benchmarks.plain_mesa.helped import Helped
from benchmarks.plain_mesa.numbers import clip, near

if TYPE_CHECKING:
    from benchmarks.plain_mesa.model import PlainMesa
    from benchmarks.plain_mesa.places import SelfOrganisation
    from benchmarks.plain_mesa.worker import Worker


class Parent(Helped, mesa.Agent):
    """One family; ``helper`` is the professional who helps, ``heavy`` says that it is youth care."""

    def __init__(
        self, model: PlainMesa, community: str, organisations: list[SelfOrganisation], attends: float
    ) -> None:
        super().__init__(model)
        p = model.p
        self.draw = draw = model.random.random
        self.community, self.education = community, draw()
        self.worries = near(0.55 - 0.3 * self.education, 0.25, draw())
        self.shame = near(0.6 - 0.3 * self.education, 0.2, draw())
        self.threshold_head = near(0.5, 0.3, draw())
        self.threshold_real = near(0.65 - 0.3 * self.education, 0.3, draw())
        self.knowledge = near(p.start_knows_parent + 0.3 * (self.education - 0.5), 0.2, draw())
        self.trust_preventive = near(p.start_parent_trust, 0.2, draw())
        self.trust_youth_care = near(1.0 - p.start_fear, 0.15, draw())
        self.isolation, self.empowerment = near(0.5, 0.3, draw()), near(0.35, 0.2, draw())
        self.child_age = 4.0 + 14.0 * draw()
        self.words, self.severity = 0.15 + 0.35 * self.education, draw()
        self.need = 0.5 * draw() if draw() < 0.4 else 0.0
        self.need_moves, self.prior, self.in_crisis = 0.0, 0, False
        self.helper, self.heavy, self.weeks_in_help = None, False, 0
        self.organisation, self.worker, self.trust_worker = None, None, 0.2
        if organisations and draw() < attends:
            reach = [organisation.reach for organisation in organisations]
            self.organisation = model.random.choices(organisations, reach)[0]
            self.worker = model.random.choice(self.organisation.workers)
            self.trust_worker = 0.5 + 0.45 * draw()
            self.isolation *= 0.6
            self.organisation.members += 1

    def step(self) -> None:
        """A week of this family."""
        self.child_age += 1.0 / 52.0
        if self.child_age >= 18.0:
            self.child_age = 4.0
        if self.need > 0.0:
            self.grow()
        else:
            self.perhaps_ask()
        if self.need > 0.0:
            self.seek()
        if self.helper is not None:
            self.be_helped()
        if self.need > 0.0:
            self.need = clip(self.need + self.need_moves)
            if self.need < 0.03:
                self.need = 0.0
        self.need_moves = 0.0

    def perhaps_ask(self) -> None:
        """Rule ``questions``: a question may arise."""
        p, draw = self.model.p, self.draw
        puberty = p.question_puberty if self.child_age >= 12.0 else 0.0
        if draw() < p.question_rate * (1.0 + puberty) * (0.7 + 0.6 * self.worries):
            self.need = 0.1 + 0.25 * draw()
            self.words, self.severity = 0.1 + 0.3 * self.education, draw()
            self.prior, self.in_crisis = 0, False

    def grow(self) -> None:
        """Rule ``questions``: unattended, the question that is there grows."""
        p = self.model.p
        strain = 0.0
        if self.helper is None:
            strain = (0.5 + 0.4 * self.worries + 0.4 * self.isolation) * (1.0 - 0.6 * self.empowerment)
            strain *= 0.2 + 1.6 * self.severity
        self.need_moves += p.question_growth * strain * (0.35 + self.need) - p.question_easing

    def seek(self) -> None:
        """Peers, the worker, or the services by oneself; too late, crisis."""
        model = self.model
        organisation = self.organisation
        if organisation is not None and not model.holiday and organisation.gathers(model.week):
            self.meet_peers(organisation)
        worker, need = self.worker, self.need
        if self.helper is None and worker is not None and worker.here and need >= 0.2:
            self.turn_to(worker)
        if self.helper is None and need > 0.3:
            self.seek_help()
        if need >= model.p.crisis_level and not (self.helper is not None and self.heavy):
            model.late_crises += not self.in_crisis
            self.in_crisis = True
            self.enter(self.draw_from(max(model.youth_care, key=lambda at: at.places)), heavy=True)

    def meet_peers(self, organisation: SelfOrganisation) -> None:
        """Rule ``living_room``: a safe space lowers shame, gives words and lets peers help."""
        if self.draw() * organisation.members >= organisation.reach:
            return
        p, warmth, shame, words = self.model.p, organisation.warmth, self.shame, self.words
        self.shame = shame - p.living_room_shame * warmth * shame
        self.words = words + p.living_room_words * warmth * (1.0 - words) * (1.0 - 0.5 * shame)
        self.need_moves -= p.living_room_ease * warmth * (1.0 - self.need) ** 2 * (0.3 + 0.7 * words)
        self.isolation *= 0.995
        self.empowerment = min(1.0, self.empowerment + 0.002)

    def turn_to(self, worker: Worker) -> None:
        """Rule ``prior_work``, and the referral that may follow it."""
        p, draw, words = self.model.p, self.draw, self.words
        landed = min(1.0, words / p.prior_words)
        readiness = p.prior_without + (1.0 - p.prior_without) * landed * (1.0 - 0.6 * self.shame)
        worker.demand += 0.5 * p.prior_hours
        if draw() < worker.served and draw() < 0.5 * self.trust_worker and worker.hours >= p.prior_hours:
            worker.spend(p.prior_hours)
            progress = p.prior_pace * (1.0 - words)
            self.prior += 1
            self.words = words + progress
            self.shame *= 1.0 - 0.5 * p.prior_pace
            self.need_moves -= 0.15 * progress * self.need
        heavy = self.need > 0.6
        tie = worker.best_youth_care if heavy else worker.best_preventive
        if tie is None or self.need < 0.3:
            return
        willing = p.refer_rate * tie.w_face * tie.w_trust * (0.4 + 0.6 * readiness)
        if self.prior == 0 and self.words < p.prior_words:
            willing *= 0.3
        if draw() < willing:
            self.be_offered(tie, readiness, heavy)
