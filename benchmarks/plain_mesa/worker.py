"""Informal workers: who they are, their hours, how they turn to professionals, what wears them out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.plain_mesa.actor import WORKERS_FROM, Acting, Actor
from benchmarks.plain_mesa.numbers import clip, near
from benchmarks.plain_mesa.tie import PHONE, VISIT
from sim.state import COMPENSATION

if TYPE_CHECKING:
    from benchmarks.plain_mesa.model import PlainMesa
    from benchmarks.plain_mesa.places import SelfOrganisation
    from benchmarks.plain_mesa.tie import Tie


class Leading(Acting):
    """What a volunteer who leads a self-organisation carries and does; ``absent`` while nobody does."""

    STOCKS = (*Acting.STOCKS, "standing", "energy", "disappointment")

    def renew(self) -> None:
        """Someone (new) takes this place."""
        p, draw, organisation = self.model.p, self.random.random, self.organisation
        self.take_stance(WORKERS_FROM + organisation.orientation)
        wish = p.start_worker_wish * (1.0 if organisation.sees_worth else 0.35)
        self.rest_at(near(0.55, 0.12, draw()), near(wish, 0.12, draw()), near(wish, 0.12, draw()))
        bad = 1.0 - p.start_goodwill_professionals
        self.beliefs = {
            name: near(bad, 0.15, draw()) for name in ("uninterested", "institution", "uses", "posture")
        }
        self.beliefs["takes"] = near(bad - 0.1, 0.15, draw())
        self.standing, self.energy = near(0.7, 0.15, draw()), near(0.75, 0.15, draw())
        self.disappointment, self.recognition_felt = near(0.2, 0.1, draw()), 0.3
        self.ambition = near(0.35 + 0.25 * organisation.orientation, 0.2, draw())
        self.advises = near(0.3 + 0.3 * organisation.own_course, 0.2, draw())
        self.mediator = near(organisation.mediation, 0.08, draw())
        self.hours_week = p.start_worker_hours * (0.6 + 0.8 * draw())
        self.overload, self.served, self.here, self.absent = 0.1, 1.0, True, 0
        self.partner_recognition, self.others = 0.2, 0.1
        self.burned = 0.0
        self.best_preventive = self.best_youth_care = self.best_school = None
        self.hours_left = self.spent = self.asked = self.demand = 0.0

    def spend(self, hours: float) -> None:
        """Give hours of this week away."""
        self.hours_left -= hours
        self.spent += hours

    def give_hours(self, wanted: float) -> float:
        """Be asked for hours and give what is left of them; the share that could be given."""
        self.asked += wanted
        given = max(0.0, min(wanted, self.hours_left))
        self.spend(given)
        return given / wanted

    def open_week(self) -> None:
        """Volunteer hours are finite and go to own people first."""
        p = self.model.p
        self.joint, self.experience, self.gaps, self.demand = 0.0, [], [], 0.0
        total = self.hours_week * (0.4 + 0.6 * self.energy) + self.money() if self.here else 0.0
        self.spent = self.asked = p.hours_own * total
        self.hours_left = total - self.spent
        if self.here:
            self.hours_left += p.own_time * self.pioneer * self.courage * self.hours_after_gap()

    def money(self) -> float:
        """Rule ``money``: hours that funds free; without policy there is only housing that is paid for."""
        return self.model.p.housing_hours if self.organisation.housed else 0.0

    def approach(self) -> None:
        """Perhaps turn to one professional this week."""
        p, draw = self.model.p, self.random.random
        if not self.here or self.hours_left < p.contact_hours:
            return
        if draw() < p.worker_approach_rate * self.readiness() * (0.4 + 0.6 * self.courage):
            tie = max(self.ties, key=lambda tie: draw() * self.attraction(tie))
            if self.trap(0.5 * (tie.of_worker.offer + tie.of_worker.face)):
                self.turn_to(tie)

    def attraction(self, tie: Tie) -> float:
        """How much this professional comes to mind."""
        mine = tie.of_worker
        return (0.1 + 0.3 * mine.exists + 0.6 * mine.face) * (0.4 + 0.6 * mine.trust)

    def turn_to(self, tie: Tie) -> None:
        """Ask for help or offer reach, wish for recognition, or invite."""
        model, u = self.model, self.random.random()
        self.spend(model.p.contact_hours)
        self.asked += model.p.contact_hours
        asks, curious = self.choice(0.4 + 0.6 * self.overload, 1.0 - self.recognition_felt)
        instrumental, wish = u < asks, asks <= u < asks + curious
        offers, invites = instrumental and self.overload <= 0.25, not (instrumental or wish)
        model.approaches_sent += 1
        model.approaches_by_workers += 1
        interest = 1.0 if offers else (0.4 if wish else 0.0)
        if self.random.random() < tie.approach_recognition(interest, float(invites)):
            model.approaches_recognised += 1
            tie.contact(PHONE if tie.of_worker.face < 0.5 else VISIT)
            if invites:
                tie.invitation_as_offer()
            tie.answer(1.0 if invites or offers else 0.5, speaks=wish or invites)
        else:
            tie.no_interest(answering=True)

    def look_up(self) -> None:
        """Find the best known professional in prevention, in youth care and at school."""
        self.best_preventive = self.best_youth_care = self.best_school = None
        light = heavy = taught = 0.05
        for tie in self.ties:
            score = tie.of_worker.face * tie.of_worker.trust + (
                self.model.p.refer_partner if tie.collaboration else 0.0
            )
            institution = tie.professional.institution
            if institution.preventive and score > light:
                self.best_preventive, light = tie, score
            elif institution.youth_care and score > heavy:
                self.best_youth_care, heavy = tie, score
            elif institution.school and score > taught:
                self.best_school, taught = tie, score

    def disbelief(self, tie: Tie) -> bool:
        """Rule ``disbelief``: no referral where wrong handling is expected."""
        general = 1.0 - 0.5 * (self.beliefs["posture"] + self.beliefs["institution"])
        doubt = 1.0 - 0.5 * (tie.of_worker.trust + general)
        return self.random.random() < self.model.p.disbelief_caution * doubt * doubt

    def crossed_argument(self) -> None:
        """Rule ``crossed_argument``: who argues from accessibility comes to claim pay, and it stays out."""
        p, argued, claim = self.model.p, 1.0 - self.argument[COMPENSATION], self.position[COMPENSATION]
        more = min(1.0, p.crossed_claim * argued * (0.3 + 0.7 * self.others))
        self.changes["disappointment"] += p.crossed_discontent * argued * claim * self.others
        self.position[COMPENSATION] = min(1.0, claim + more * (1.0 - claim))

    def standing_at_stake(self, feared: float) -> float:
        """Rule ``standing``: what involving an institution puts at risk."""
        return self.model.p.standing_stake * (0.3 + 0.7 * feared)

    def standing_after(self, outcome: float) -> None:
        """Rule ``standing``: the outcome comes back to it."""
        p = self.model.p
        if outcome >= 0.0:
            self.changes["standing"] += p.standing_good * outcome * (1.0 - self.standing)
        else:
            self.changes["standing"] += p.standing_bad * outcome * self.standing

    def hours(self) -> None:
        """Rule ``hours``: the over-asked lose energy or want to professionalise."""
        p, overload, energy = self.model.p, self.overload, self.energy
        self.ambition += p.hours_ambition * overload * energy * (1.0 - self.ambition)
        self.changes["energy"] += p.hours_rest * (1.0 - overload) * (1.0 - energy) - p.hours_drain * overload

    def load_recognition(self) -> None:
        """Rule ``load_recognition``: recognition by partners feeds energy, its absence disappoints."""
        p, seen = self.model.p, 0.5 * self.partner_recognition
        self.changes["energy"] += p.recognition_energy * seen * (1.0 - self.energy)
        self.changes["disappointment"] += p.recognition_missed * self.others * (1.0 - seen)
        self.recognition_felt += 0.05 * (seen - self.recognition_felt)

    def close_week(self) -> None:
        """Load, urgency, courage, energy, mood and images after this week."""
        if self.here:
            p, total = self.model.p, max(1.0, self.spent + self.hours_left)
            self.asked += self.demand
            self.overload += 0.1 * (clip(self.asked / total - 1.0) - self.overload)
            self.served = min(1.0, max(0.05, self.hours_left / max(0.5, self.demand)))
            self.sources(0.0, 0.0, self.overload)
            self.knock_on()
            self.crossed_argument()
            self.pioneers(0.2 * self.organisation.linking + 0.1 * self.recognition_felt)
            self.district()
            self.others += 0.1 * (clip(self.spent / total - p.hours_own) - self.others)
            self.hours()
            self.load_recognition()
            self.burned *= 1.0 - p.signal_memory
            self.changes["disappointment"] -= p.disappointment_fading * self.disappointment
            experience = sum(self.experience) / max(1, len(self.experience))
            self.partner_recognition += 0.03 * (experience - self.partner_recognition)
            self.weeks_in_post += 1
            self.image(self.organisation.goodwill, self.organisation.community.told())
        self.settle()

    def perhaps_leave(self) -> None:
        """Rule ``hours``: the worn-out stop; others take their places later."""
        if not self.here:
            self.absent -= 1
            if self.absent <= 0:
                self.renew()
                for tie in self.ties:
                    tie.renew_worker_side()
            return
        p, tired = self.model.p, max(0.0, 0.4 - self.energy) / 0.4
        if self.random.random() < p.hours_exit * tired * (0.5 + 0.5 * self.disappointment):
            self.here, self.absent = False, int(p.volunteer_return)
            self.model.volunteer_exits += 1
            dependence = self.organisation.key_figure
            for tie in self.ties:
                tie.part()
                tie.key_figure(dependence, self.weeks_in_post, tie.of_professional, tie.professional)
            for parent in self.model.families:
                if parent.worker is self:
                    parent.lose_worker(dependence)


class Worker(Leading, Actor):
    """A volunteer who leads a self-organisation, as a Mesa agent."""

    def __init__(self, model: PlainMesa, organisation: SelfOrganisation) -> None:
        self.organisation, self.callers = organisation, 0
        super().__init__(model)
