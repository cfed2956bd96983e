"""How a family comes to help, and what help does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.plain_mesa.numbers import clip

if TYPE_CHECKING:
    from benchmarks.plain_mesa.places import Institution
    from benchmarks.plain_mesa.professional import Professional
    from benchmarks.plain_mesa.tie import Tie


class Helped:
    """The part of a family's week that is about services."""

    def accepts(self, trust: float, at: Institution, readiness: float, warm: float) -> bool:
        """Rule ``acceptance``: both thresholds must be low enough."""
        p = self.model.p
        left = 1.0 - p.acceptance_warm * warm
        head_open = max(0.0, 1.0 - p.acceptance_head * self.threshold_head * left)
        real_open = max(0.0, 1.0 - p.acceptance_real * self.real_distance(at) * left)
        return self.draw() < trust * head_open * real_open * readiness

    def real_distance(self, at: Institution) -> float:
        """How far the offer really is for this family."""
        return min(1.0, (1.0 - at.fit) * (0.5 + self.threshold_real))

    def draw_from(self, at: Institution) -> Professional:
        """Any professional of an institution."""
        return at.professionals[int(self.draw() * len(at.professionals))]

    def be_offered(self, tie: Tie, readiness: float, heavy: bool) -> None:
        """A worker offers a referral; the family accepts or declines."""
        model, professional = self.model, tie.professional
        at = professional.institution
        model.referrals_offered += 1
        story = (1.0 - model.p.start_fear) if heavy else model.p.start_parent_trust
        own = self.trust_youth_care if heavy else self.trust_preventive
        trust = 0.6 * self.trust_worker + 0.2 * own + 0.2 * story
        if self.accepts(trust, at, readiness, tie.w_face) and at.places >= 1.0:
            model.referrals_accepted += 1
            at.places -= 1.0
            self.enter(professional, heavy=at.youth_care)
            tie.meet(model.p.channel_phone)
            tie.service = tie.service or not tie.together

    def seek_help(self) -> None:
        """A family that knows the services and has words may find prevention by itself."""
        model = self.model
        p = model.p
        if self.draw() >= p.seek_rate * self.knowledge * self.words:
            return
        free = [at for at in model.preventive if at.places >= 1.0]
        if not free:
            return
        at = max(free, key=lambda institution: institution.fit)
        trust = 0.5 * (self.trust_preventive + p.start_parent_trust)
        if self.accepts(trust, at, min(1.0, self.words / p.prior_words), 0.0):
            model.self_referrals += 1
            at.places -= 1.0
            self.enter(self.draw_from(at), heavy=False)

    def enter(self, professional: Professional, *, heavy: bool) -> None:
        """Help begins."""
        self.helper, self.heavy, self.weeks_in_help = professional, heavy, 0

    def be_helped(self) -> None:
        """Help eases, may get stuck, may point to a worker, and ends."""
        p, helper, heavy = self.model.p, self.helper, self.heavy
        self.weeks_in_help += 1
        fitting = 1.0 - self.real_distance(helper.institution)
        quality = 0.4 * fitting + 0.3 * helper.posture + 0.3 * helper.skill
        self.need_moves -= p.help_effect * (0.3 + quality) * (0.3 + self.need)
        if heavy and self.draw() < p.stuck_rate * (1.0 - 0.5 * quality):
            self.need_moves += 0.05
        if self.organisation is None and self.isolation > 0.4 and self.draw() < p.refer_formal:
            self.be_pointed_on(helper)
        if self.need <= 0.05 or self.weeks_in_help >= p.help_weeks * (2.0 if heavy else 1.0):
            self.end_help(quality)

    def be_pointed_on(self, helper: Professional) -> None:
        """The professional points an isolated family to a known worker of its community."""
        model, best, score = self.model, None, 0.15
        for tie in helper.ties:
            worker, known = tie.worker, tie.p_face * tie.p_trust
            if known > score and worker.here and worker.organisation.community == self.community:
                best, score = worker, known
        if best is None:
            return
        model.offered_to_informal += 1
        if self.draw() < 0.3 + 0.5 * best.standing:
            self.worker, self.organisation, self.trust_worker = best, best.organisation, 0.45
            best.organisation.members += 1
            best.asked += model.p.prior_hours

    def end_help(self, quality: float) -> None:
        """Help ends; how it was comes back as trust."""
        p, draw = self.model.p, self.draw
        outcome = 1.6 * quality * (1.0 - self.need) - 0.35 + 0.8 * (draw() - 0.5)
        outcome = min(1.0, max(-1.0, outcome))
        if self.heavy:
            if self.in_crisis and draw() < p.crisis_shock:
                outcome = min(outcome, -0.6)
            self.trust_youth_care = clip(self.trust_youth_care + 0.2 * outcome)
        else:
            self.trust_preventive = clip(self.trust_preventive + 0.2 * outcome)
        self.helper, self.weeks_in_help, self.in_crisis = None, 0, False
        self.need = min(self.need, 0.5)
        self.empowerment = clip(self.empowerment + 0.05 * outcome)
