"""How a family comes to help: referred, by itself, on location, or in crisis."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.plain_mesa.places import Institution, SelfOrganisation
    from benchmarks.plain_mesa.professional import Professional
    from benchmarks.plain_mesa.tie import Tie

# The size of question from which workers refer at all.
LEAST_REFERRED = 0.3


class Seeking:
    """The part of a family's week in which it may come to help."""

    def acceptance(self, trust: float, head: float, real: float, readiness: float, warm: float) -> float:
        """Rule ``acceptance``: both thresholds must be low enough."""
        p = self.model.p
        left = 1.0 - p.acceptance_warm * warm
        head_open = max(0.0, 1.0 - p.acceptance_head * head * left)
        real_open = max(0.0, 1.0 - p.acceptance_real * real * left)
        return trust * head_open * real_open * readiness

    def real_distance(self, at: Institution) -> float:
        """How far the offer really is for this family."""
        return min(1.0, (1.0 - at.fit) * (0.5 + self.threshold_real))

    def left_of_distance(self, professional: Professional, interpreter: float = 0.0) -> float:
        """Rule ``posture_and_background``: a shared background or an interpreter takes some off."""
        p, same = self.model.p, professional.background is self.community
        return 1.0 - p.background_ease * max(float(same), p.background_interpreter * interpreter)

    def is_kept_back(self, tie: Tie, *, heavy: bool) -> bool:
        """Whether the worker keeps the family away: disbelief, a delicate case, or standing at stake."""
        model, worker, draw = self.model, tie.worker, self.random.random
        p = model.p
        if worker.disbelief(tie):
            model.withheld_by_disbelief += 1
            return True
        if draw() < self.delicacy() * (worker.burned + (1.0 - worker.burned) * p.signal_withhold):
            model.signals_withheld += 1
            return True
        risk = worker.standing_at_stake(1.0 - self.community.story(heavy=heavy))
        if draw() < min(1.0, p.standing_caution * risk):
            return True
        worker.changes["standing"] -= p.standing_cost * risk * worker.standing
        return False

    def delicacy(self) -> float:
        """Rule ``signal_breach``: how delicate it is to tell of this family."""
        return max(0.0, self.need - LEAST_REFERRED) / (1.0 - LEAST_REFERRED)

    def signal_breach(self, tie: Tie) -> None:
        """Rule ``signal_breach``: what was told in confidence may travel on to an intervention."""
        model, worker, p = self.model, tie.worker, self.model.p
        if self.random.random() >= p.signal_travels * self.delicacy():
            return
        model.signals_breached += 1
        tie.of_worker.falls += p.signal_collapse * tie.of_worker.trust
        worker.changes["standing"] -= p.signal_collapse * worker.standing
        self.trust_worker *= 1.0 - p.signal_collapse
        for colleague in worker.organisation.workers:
            colleague.burned = max(colleague.burned, p.signal_colleagues)
        worker.burned = 1.0
        self.community.stories(-1.0, heavy=True)
        at = max(model.youth_care, key=lambda institution: institution.places)
        if at.places >= 1.0:
            self.enter_help(self.random.choice(at.professionals))

    def be_offered(self, tie: Tie, readiness: float, *, heavy: bool) -> None:
        """A worker offers a referral, if nothing keeps her back; the family accepts or declines."""
        if self.is_kept_back(tie, heavy=heavy):
            return
        model, at, p = self.model, tie.professional.institution, self.model.p
        story = self.community.story(heavy=heavy)
        model.referrals_offered += 1
        own = self.trust_youth_care if heavy else self.trust_preventive
        trust = p.refer_word * self.trust_worker + 0.5 * (1.0 - p.refer_word) * (own + story)
        real = self.real_distance(at) * self.left_of_distance(tie.professional, tie.worker.mediator)
        chance = self.acceptance(trust, self.threshold_head, real, readiness, tie.of_worker.face)
        accepted = self.random.random() < chance * (1.0 - self.is_held_back(tie.professional))
        if accepted and at.places >= 1.0:
            self.follow(tie)
            return
        if not accepted:
            at.feedback += real
        self.signal_breach(tie)

    def follow(self, tie: Tie) -> None:
        """The family enters help on a worker's word; the pair has met over it."""
        self.model.referrals_accepted += 1
        self.enter_help(tie.professional, referred=True)
        tie.meet(self.model.p.channel_phone)
        tie.attribution(0.0)
        if tie.collaboration is not None:
            tie.collaboration.transfers += 1.0
        tie.give(self.model.p.refer_given)
        tie.be_available()

    def seek_help(self) -> None:
        """A family may find prevention by itself, after a visit, or through school."""
        model, draw = self.model, self.random.random
        p = model.p
        alone, school, door = 0.0, 0.0, draw()
        if self.need > 0.3:
            alone = p.seek_rate * self.knowledge * self.words * (1.0 - self.community.denial())
            if self.organisation is not None:
                alone *= 1.0 - self.organisation.narrowing
            school = p.refer_school * self.need if model.schools else 0.0
        walk_in = p.visit_walk_in * self.ours * self.need
        if door >= alone + walk_in + school:
            return
        free = [at for at in model.preventive if at.places >= 1.0]
        if not free:
            return
        at = max(free, key=lambda institution: institution.fit)
        trust = 0.4 * (self.trust_preventive + self.community.story_preventive) + 0.2 * self.trust_district
        trust += p.visit_trust * (1.0 - trust) * self.ours
        head = self.threshold_head * (1.0 - self.ours)
        professional = self.random.choice(at.professionals)
        left, ready = self.left_of_distance(professional), min(1.0, self.words / p.prior_words)
        chance = self.acceptance(trust, head, self.real_distance(at) * left, ready, 0.0)
        if draw() < chance * (1.0 - self.put_off * left):
            model.self_referrals += door < alone
            model.accepted_walk_ins += alone <= door < alone + walk_in
            self.enter_help(professional)

    def visit_centre(self, welcome: float) -> None:
        """Rule ``group_visit``: going there with one's own group makes it a place of one's own."""
        p = self.model.p
        warmth = p.visit_cold + (1.0 - p.visit_cold) * welcome
        self.ours = min(1.0, self.ours + p.visit_ours * warmth * (1.0 - self.ours))

    def on_location(self, organisation: SelfOrganisation, at: Institution) -> float:
        """Rule ``on_location``: chance to consult the professional who is at the self-organisation."""
        p, professional = self.model.p, organisation.host.professional
        posture, left = professional.posture, self.left_of_distance(professional, organisation.labour)
        head_open = 1.0 - p.location_threshold * self.threshold_head
        real_open = 1.0 - p.location_threshold * self.real_distance(at) * left
        interest = p.location_interest * (1.0 + (p.location_older if self.child_age >= 12.0 else 0.0))
        interest *= 1.0 + p.location_course * self.course
        equal = p.location_distant + (1.0 - p.location_distant) * posture
        chance = min(1.0, interest * head_open * real_open * self.words * equal * organisation.labour)
        return chance * (1.0 - self.put_off * left)

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
        self.empowerment += p.consult_strengthens * professional.posture * (1.0 - self.empowerment)
        self.community.stories(p.consult_told * (professional.posture - 0.25), heavy=False)
        if draw() < professional.puts_off():
            self.put_off = 1.0
            model.on_location_left += 1
            return
        onward = draw() < p.consult_onward * self.need * 2.0 and at.places >= 1.0
        if onward and self.helper is None and not self.at_worker:
            self.enter_help(professional, referred=True)
            organisation.host.transfers += 1.0
            organisation.host.tie.attribution(1.0)

    def enter_help(self, professional: Professional, *, referred: bool = False) -> None:
        """A family enters help; a place is taken."""
        professional.institution.places -= 1.0
        self.helper, self.heavy, self.at_worker = professional, professional.institution.youth_care, False
        if not referred:
            self.attachment *= 1.0 - self.model.p.refer_detached
        self.weeks_in_help = 0
        self.model.early_help += self.need < 0.5

    def fall_into_crisis(self) -> None:
        """A question that grew ends in heavy care: late, unless prevention was helping."""
        self.model.late_crises += not self.in_crisis and self.helper is None
        self.in_crisis, self.at_worker = True, False
        at = max(self.model.youth_care, key=lambda institution: institution.places)
        self.helper, self.heavy, self.weeks_in_help = self.random.choice(at.professionals), True, 0
