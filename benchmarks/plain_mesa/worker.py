"""Informal workers: who they are, their hours, how they turn to professionals, and whom they know best."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.plain_mesa.actor import Actor, choice, recognition
from benchmarks.plain_mesa.numbers import clip, near
from benchmarks.plain_mesa.tie import PHONE, VISIT

if TYPE_CHECKING:
    from benchmarks.plain_mesa.model import PlainMesa
    from benchmarks.plain_mesa.places import SelfOrganisation
    from benchmarks.plain_mesa.tie import Tie

RECOGNITION_FELT = 0.3


class Worker(Actor):
    """A volunteer who leads a self-organisation; her place is empty while ``absent``."""

    def __init__(self, model: PlainMesa, organisation: SelfOrganisation) -> None:
        self.organisation = organisation
        super().__init__(model)

    def renew(self) -> None:
        """Someone (new) takes this place."""
        p, draw, organisation = self.model.p, self.draw, self.organisation
        self.take_stance(organisation.kind)
        wish = p.start_worker_wish * (1.0 if organisation.sees_worth else 0.35)
        self.feel(near(0.55, 0.12, draw()), near(wish, 0.12, draw()), near(wish, 0.12, draw()))
        bad = 1.0 - p.start_goodwill_professionals
        self.image_uninterested, self.image_institution = near(bad, 0.15, draw()), near(bad, 0.15, draw())
        self.image_takes, self.image_uses = near(bad - 0.1, 0.15, draw()), near(bad, 0.15, draw())
        self.image_posture = near(bad, 0.15, draw())
        self.standing, self.energy = near(0.7, 0.15, draw()), near(0.75, 0.15, draw())
        self.disappointment = near(0.2, 0.1, draw())
        self.mediator = near(organisation.mediation, 0.08, draw())
        self.hours_week = p.start_worker_hours * (0.6 + 0.8 * draw())
        self.overload, self.served, self.here, self.absent = 0.1, 1.0, True, 0
        self.best_preventive = self.best_youth_care = None
        self.hours = self.spent = self.asked = 0.0

    def goodwill(self) -> float:
        """Goodwill seen in professionals in general."""
        return (
            1.0
            - (
                self.image_uninterested
                + self.image_institution
                + self.image_takes
                + self.image_uses
                + self.image_posture
            )
            / 5.0
        )

    def spend(self, hours: float) -> None:
        """Give hours of this week away."""
        self.hours -= hours
        self.spent += hours

    def open_week(self) -> None:
        """Rule ``hours``: volunteer hours are finite and go to own people first."""
        self.demand = 0.0
        if not self.here:
            self.hours = self.spent = self.asked = 0.0
            return
        p = self.model.p
        total = self.hours_week * (0.4 + 0.6 * self.energy)
        self.spent = self.asked = p.hours_own * total
        self.hours = total - self.spent + p.own_time * self.pioneer * self.courage

    def approach(self) -> None:
        """Perhaps turn to one professional this week."""
        p, draw = self.model.p, self.draw
        if not self.here or self.hours < p.contact_hours:
            return
        if draw() >= p.worker_approach_rate * self.readiness * (0.4 + 0.6 * self.courage):
            return
        best, score = None, -1.0
        for tie in self.ties:
            weight = draw() * (0.1 + 0.3 * tie.w_exists + 0.6 * tie.w_face) * (0.4 + 0.6 * tie.w_trust)
            if weight > score:
                best, score = tie, weight
        self.turn_to(best)

    def turn_to(self, tie: Tie) -> None:
        """Ask for help or offer reach, wish for recognition, or invite; rule ``no_interest`` if unseen."""
        model, draw, professional = self.model, self.draw, tie.professional
        p = model.p
        self.spend(p.contact_hours)
        self.asked += p.contact_hours
        asks, curious = choice(0.4 + 0.6 * self.overload, 1.0 - RECOGNITION_FELT, self.pioneer, p)
        u = draw()
        instrumental, wish = u < asks, asks <= u < asks + curious
        offers = instrumental and self.overload <= 0.25
        invites = not (instrumental or wish)
        gap = abs(professional.position - self.position)
        model.approaches_sent += 1
        model.approaches_by_workers += 1
        if draw() < recognition(1.0 if offers else (0.4 if wish else 0.0), float(invites), gap, p):
            model.approaches_recognised += 1
            tie.contact(PHONE if tie.w_face < 0.5 else VISIT, p)
            tie.credit = 0.0
            shown = 1.0 if invites or offers else 0.5
            tie.p_rises += 0.5 * p.open_interest_gain * shown * (1.0 - 0.6 * tie.p_offer)
            tie.p_interest_moves += p.open_interest_seen * shown * (1.0 - tie.p_interest)
        else:
            missing = p.no_interest_loss * (1.0 - 0.5 * professional.posture)
            tie.w_falls += missing
            tie.w_interest_moves -= missing
            self.image_uninterested += 0.3 * missing * (1.0 - self.image_uninterested)

    def close_week(self) -> None:
        """Rule ``hours``: the over-asked lose energy and stop; others take their places later."""
        if not self.here:
            self.absent -= 1
            if self.absent <= 0:
                self.renew()
                for tie in self.ties:
                    tie.renew_worker_side()
                    tie.credit, tie.service = 0.0, False
            return
        p = self.model.p
        self.asked += self.demand
        excess = clip(self.asked / max(1.0, self.spent + self.hours) - 1.0)
        self.overload = overload = self.overload + 0.1 * (excess - self.overload)
        self.served = min(1.0, max(0.05, self.hours / max(0.5, self.demand)))
        energy = self.energy
        energy = clip(energy + p.hours_rest * (1.0 - overload) * (1.0 - energy) - p.hours_drain * overload)
        self.energy = energy
        self.disappointment *= 1.0 - p.disappointment_fading
        if energy < 0.4:
            tired = (0.4 - energy) / 0.4
            if self.draw() < p.hours_exit * tired * (0.5 + 0.5 * self.disappointment):
                self.here, self.absent = False, int(p.volunteer_return)
                for tie in self.ties:
                    tie.part()

    def look_up(self) -> None:
        """Find the best known professional in prevention and in youth care."""
        self.best_preventive = self.best_youth_care = None
        light = heavy = 0.05
        for tie in self.ties:
            score = tie.w_face * tie.w_trust + (0.3 if tie.together else 0.0)
            institution = tie.professional.institution
            if institution.preventive:
                if score > light:
                    self.best_preventive, light = tie, score
            elif institution.youth_care and score > heavy:
                self.best_youth_care, heavy = tie, score
