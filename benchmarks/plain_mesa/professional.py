"""Professionals: who they are, how they seek contact, and how their week closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.plain_mesa.actor import Acting, Actor
from benchmarks.plain_mesa.numbers import near
from benchmarks.plain_mesa.tie import PAPER, PHONE, VISIT
from sim.state import DISTANCE, VOLUNTEER_ROLE

if TYPE_CHECKING:
    from benchmarks.plain_mesa.model import PlainMesa
    from benchmarks.plain_mesa.places import Institution
    from benchmarks.plain_mesa.tie import Tie


class Advising(Acting):
    """What someone who works at an institution carries and does."""

    STOCKS = (*Acting.STOCKS, "posture")

    def renew(self) -> None:
        """Someone (new) takes this post."""
        p, draw, institution = self.model.p, self.random.random, self.institution
        self.take_stance(institution.kind)
        carrier = 1.0 if draw() < p.start_carriers else 0.0
        self.rest_at(
            near(0.5 + 0.1 * carrier, 0.1, draw()),
            near(0.45 + 0.25 * carrier, 0.12, draw()),
            near(0.38 + 0.25 * carrier, 0.12, draw()),
        )
        bad = 1.0 - p.start_goodwill_workers
        self.beliefs = {
            "uninterested": near(bad, 0.15, draw()),
            "rival": near(bad - 0.05, 0.15, draw()),
            "doubt": near(bad, 0.15, draw()),
        }
        self.hours_planned = institution.hours * (0.5 + draw())
        self.horizon = institution.horizon * (0.7 + 0.6 * draw())
        self.posture, self.skill = near(0.4, 0.2, draw()), near(0.4, 0.25, draw())
        self.narrowness, self.truncation = near(0.5, 0.25, draw()), near(0.6, 0.25, draw())
        self.hours_left = 0.0
        self.fear_domain, self.goal_rank = near(0.5, 0.3, draw()), near(0.4, 0.3, draw())
        self.background = None
        if draw() < p.start_background:
            self.background = self.random.choice(self.model.communities)

    def open_week(self) -> None:
        """Hours for collaboration this week; own time comes on top."""
        p, at = self.model.p, self.institution
        planned = self.hours_planned * (1.0 - 0.5 * at.rigidity) * self.hours_after_gap()
        planned += p.task_hours * at.task_scope
        own = p.own_time * self.pioneer * self.courage
        self.hours_left = (planned + own) * (0.3 if self.model.holiday else 1.0)
        self.joint, self.experience, self.gaps = 0.0, [], []

    def approach(self) -> None:
        """Perhaps seek contact with one worker this week."""
        draw = self.random.random
        if draw() >= self.model.p.approach_rate * self.readiness() * (0.4 + 0.6 * self.courage):
            return
        present = [tie for tie in self.ties if tie.worker.here]
        if not present:
            return
        tie = max(present, key=lambda tie: draw() * self.attraction(tie))
        if self.trap(0.5 * (tie.of_professional.offer + tie.of_professional.face)):
            self.seek(tie)

    def attraction(self, tie: Tie) -> float:
        """How much this worker comes to mind."""
        mine = tie.of_professional
        return (0.1 + 0.5 * mine.exists + 0.4 * mine.face) * (0.4 + 0.6 * mine.trust)

    def diagnosis(self) -> float:
        """Rule ``diagnosis``: how far the distance is held to be in families' heads."""
        return 0.5 * (1.0 - self.position[DISTANCE]) + 0.5 * self.truncation

    def puts_off(self) -> float:
        """Rule ``posture_and_background``: chance per contact that a family stays away."""
        return self.model.p.posture_leaves * (1.0 - self.posture) ** 2

    def means(self) -> float:
        """How far volunteers are seen as a means, with what the own diagnosis adds to asking."""
        return 1.0 - self.position[VOLUNTEER_ROLE] + self.model.p.diagnosis_asks * self.diagnosis()

    def search_cost(self, tie: Tie) -> float:
        """Rule ``search_cost``: finding out about a little known organisation costs hours."""
        p, mine = self.model.p, tie.of_professional
        return p.contact_hours + p.search_hours * (1.0 - 0.5 * mine.exists - 0.5 * mine.offer)

    def seek(self, tie: Tie) -> None:
        """Hours decide the channel, a draw the intent, the receiver the reading."""
        model, u, cost = self.model, self.random.random(), self.search_cost(tie)
        channel = VISIT if self.hours_left >= cost else (PHONE if self.hours_left >= 0.4 * cost else PAPER)
        self.hours_left -= min(cost, self.hours_left)
        haste = max(0.0, 1.0 - self.horizon / model.p.choice_patience)
        leaning, work = min(1.0, self.means()), tie.collaboration
        if work is not None and work.on_location:
            leaning *= 1.0 - model.p.choice_located
        asks, curious = self.choice(leaning, self.posture, haste)
        wants_families, interested = u < asks, asks <= u < asks + curious
        building = not (wants_families or interested)
        tie.sent += 1
        model.approaches_sent += 1
        seen = self.random.random() < tie.approach_recognition(float(interested), float(building))
        if seen:
            model.approaches_recognised += 1
            tie.contact(channel)
        if wants_families:
            model.approaches_referral += 1
            tie.misreading()
            tie.no_interest(answering=False)
        elif interested:
            model.approaches_open_interest += 1
        else:
            model.approaches_building += 1
        if seen and not wants_families:
            tie.show_interest(1.0 if interested else 0.6, waits=interested)

    def isolation(self) -> None:
        """Rule ``isolation``: a carrier who stands alone loses courage."""
        if self.helps * self.mine > 0.3:
            alone = 1.0 - self.institution.carriers * self.institution.backing
            self.changes["courage"] -= self.model.p.isolation_drain * self.courage * alone

    def close_week(self) -> None:
        """Urgency, courage, trust in the district and images after this week."""
        model, at = self.model, self.institution
        elsewhere = model.p.caseload * model.p.stuck_rate if at.youth_care else 0.0
        stuck = min(1.0, 4.0 * at.stuck / len(at.professionals) + elsewhere)
        at_risk = 1.0 + model.p.diagnosis_risk * self.diagnosis()
        self.sources(stuck, min(1.0, model.unreached * (1.0 if at.preventive else 0.3) * at_risk), 0.0)
        self.knock_on()
        self.pioneers(min(1.0, 0.2 * at.backing + 0.1 * (1.0 - at.rigidity)))
        self.district()
        self.isolation()
        self.image(at.goodwill, self.goodwill())
        self.broaden()
        self.weeks_in_post += 1
        self.settle()

    def broaden(self) -> None:
        """Rule ``task_scope``: broader tasks train what they ask."""
        pace = self.model.p.task_training * self.institution.task_scope
        self.skill += pace * (1.0 - self.skill)
        self.narrowness -= pace * self.narrowness

    def perhaps_leave(self) -> None:
        """Staff turns over; whoever comes does not know anybody yet."""
        if self.random.random() < self.institution.turnover:
            dependence, weeks = 1.0 - self.institution.carriers, self.weeks_in_post
            self.institution.lose(self)
            self.renew()
            for tie in self.ties:
                tie.part()
                tie.key_figure(dependence, weeks, tie.of_worker, tie.worker)
                tie.renew_professional_side()


class Professional(Advising, Actor):
    """Someone who works at an institution, as a Mesa agent."""

    def __init__(self, model: PlainMesa, institution: Institution, *, adviser: bool, manager: bool) -> None:
        self.institution, self.adviser, self.manager = institution, adviser, manager
        super().__init__(model)
