"""How a family comes to help: referred, by itself, on location, or in crisis."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.plain_mesa.places import Institution, SelfOrganisation
    from benchmarks.plain_mesa.professional import Professional
    from benchmarks.plain_mesa.tie import Tie


class Seeking:
    """The part of a family's week in which it may come to help."""

    def acceptance(self, trust: float, at: Institution, readiness: float, warm: float) -> float:
        """Rule ``acceptance``: both thresholds must be low enough."""
        p = self.model.p
        left = 1.0 - p.acceptance_warm * warm
        head_open = max(0.0, 1.0 - p.acceptance_head * self.threshold_head * left)
        real_open = max(0.0, 1.0 - p.acceptance_real * self.real_distance(at) * left)
        return trust * head_open * real_open * readiness

    def real_distance(self, at: Institution) -> float:
        """How far the offer really is for this family."""
        return min(1.0, (1.0 - at.fit) * (0.5 + self.threshold_real))

    def be_offered(self, tie: Tie, readiness: float, *, heavy: bool) -> None:
        """A worker offers a referral, if standing allows; the family accepts or declines."""
        model, worker, at = self.model, tie.worker, tie.professional.institution
        p, draw, story = model.p, self.random.random, self.community.story(heavy=heavy)
        if worker.disbelief(tie):
            model.withheld_by_disbelief += 1
            return
        risk = worker.standing_at_stake(1.0 - story)
        if draw() < min(1.0, p.standing_caution * risk):
            return
        worker.changes["standing"] -= p.standing_cost * risk * worker.standing
        model.referrals_offered += 1
        own = self.trust_youth_care if heavy else self.trust_preventive
        trust = p.refer_word * self.trust_worker + 0.5 * (1.0 - p.refer_word) * (own + story)
        if draw() >= self.acceptance(trust, at, readiness, tie.of_worker.face):
            at.feedback += self.real_distance(at)
        elif at.places >= 1.0:
            self.follow(tie)

    def follow(self, tie: Tie) -> None:
        """The family enters help on a worker's word; the pair has met over it."""
        self.model.referrals_accepted += 1
        self.enter_help(tie.professional)
        tie.meet(self.model.p.channel_phone)
        tie.attribution(0.0)
        if tie.collaboration is not None:
            tie.collaboration.transfers += 1.0
        tie.give(self.model.p.refer_given)
        tie.be_available()

    def seek_help(self) -> None:
        """A family may find prevention by itself or through school."""
        model, draw = self.model, self.random.random
        p = model.p
        alone, door = p.seek_rate * self.knowledge * self.words, draw()
        if door >= alone + p.refer_school * self.need or (door >= alone and not model.schools):
            return
        free = [at for at in model.preventive if at.places >= 1.0]
        if not free:
            return
        at = max(free, key=lambda institution: institution.fit)
        trust = 0.4 * (self.trust_preventive + self.community.story_preventive) + 0.2 * self.trust_district
        if draw() < self.acceptance(trust, at, min(1.0, self.words / p.prior_words), 0.0):
            model.self_referrals += door < alone
            self.enter_help(self.random.choice(at.professionals))

    def on_location(self, organisation: SelfOrganisation, at: Institution) -> float:
        """Rule ``on_location``: chance to consult the professional who is at the self-organisation."""
        p, posture = self.model.p, organisation.host.professional.posture
        head_open = 1.0 - p.location_threshold * self.threshold_head
        real_open = 1.0 - p.location_threshold * self.real_distance(at)
        interest = p.location_interest * (1.0 + (p.location_older if self.child_age >= 12.0 else 0.0))
        interest *= 1.0 + p.location_course * self.course
        equal = p.location_distant + (1.0 - p.location_distant) * posture
        return min(1.0, interest * head_open * real_open * self.words * equal * organisation.labour)

    def learn_on_course(self, organisation: SelfOrganisation) -> None:
        """One attended session on location is a piece of a course."""
        posture = organisation.host.professional.posture
        self.course += self.model.p.course_pace * posture * (1.0 - self.course)

    def consult(self, organisation: SelfOrganisation) -> None:
        """Perhaps consult the professional on location; it may lead on to the centre."""
        model, draw, professional = self.model, self.random.random, organisation.host.professional
        p, at = model.p, professional.institution
        if draw() >= self.on_location(organisation, at):
            return
        organisation.consult_places -= 1.0
        model.on_location_consultations += 1
        model.on_location_older += self.child_age >= 12.0
        model.early_help += self.need < 0.5
        self.need_change -= p.consult_ease * self.need * (0.5 + 0.5 * professional.posture)
        self.words = min(1.0, self.words + 0.2)
        self.trust_preventive += 0.1 * (1.0 - self.trust_preventive)
        self.threshold_head *= 0.95
        self.knowledge = min(1.0, self.knowledge + 0.1)
        self.community.stories(p.consult_told * (professional.posture - 0.25), heavy=False)
        if self.helper is None and draw() < p.consult_onward * self.need * 2.0 and at.places >= 1.0:
            self.enter_help(professional)
            organisation.host.transfers += 1.0
            organisation.host.tie.attribution(1.0)

    def enter_help(self, professional: Professional) -> None:
        """A family enters help; a place is taken."""
        professional.institution.places -= 1.0
        self.helper, self.heavy = professional, professional.institution.youth_care
        self.weeks_in_help = 0
        self.model.early_help += self.need < 0.5

    def fall_into_crisis(self) -> None:
        """A question that grew unattended ends in late, heavy care."""
        self.model.late_crises += not self.in_crisis
        self.in_crisis = True
        at = max(self.model.youth_care, key=lambda institution: institution.places)
        self.helper, self.heavy, self.weeks_in_help = self.random.choice(at.professionals), True, 0
