"""What help does for a family, and how it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.plain_mesa.numbers import clip

if TYPE_CHECKING:
    from benchmarks.plain_mesa.professional import Professional
    from benchmarks.plain_mesa.tie import Tie


class Helped:
    """The part of a family's week that is about help it has."""

    def be_served(self) -> None:
        """Help eases, may get stuck, may point to a worker, and ends."""
        if self.helper is None:
            return
        p, helper, heavy = self.model.p, self.helper, self.heavy
        self.weeks_in_help += 1
        fitting = 1.0 - self.real_distance(helper.institution)
        quality = 0.4 * fitting + 0.3 * helper.posture + 0.3 * helper.skill
        self.need_change -= p.help_effect * (0.3 + quality) * (0.3 + self.need)
        if heavy and self.random.random() < p.stuck_rate * (1.0 - 0.5 * quality):
            self.get_stuck(helper)
        if self.organisation is None and self.isolation > 0.4 and self.random.random() < p.refer_formal:
            self.be_pointed_on(helper)
        if self.need <= 0.05 or self.weeks_in_help >= p.help_weeks * (2.0 if heavy else 1.0):
            self.end_help(quality)

    def near_by(self, helper: Professional) -> list[Tie]:
        """The helper's ties with workers of this family's community."""
        community = self.community
        return [
            tie for tie in helper.ties if tie.worker.here and tie.worker.organisation.community is community
        ]

    def get_stuck(self, helper: Professional) -> None:
        """A stuck case: a known worker of the family's community may mediate."""
        helper.institution.stuck += 1
        best, score = None, 0.06
        for tie in self.near_by(helper):
            known = tie.of_professional.face * tie.of_professional.trust * (0.3 + tie.worker.mediator)
            if self.worker is tie.worker:
                known *= 2.0
            if known > score:
                best, score = tie, known
        if best is None:
            self.need_change += 0.05
        else:
            self.be_mediated(best)

    def stuck_case(self, tie: Tie, hours: float) -> float:
        """Rule ``stuck_case``: chance that it comes right with a trusted worker as mediator."""
        p, worker = self.model.p, tie.worker
        family_trust = self.trust_worker if self.worker is worker else 0.5 * worker.standing
        clarity = tie.collaboration.quality if tie.collaboration is not None else 0.3
        working = family_trust * (0.4 + 0.6 * tie.of_professional.trust) * (0.8 + 0.4 * clarity)
        return min(1.0, p.stuck_base + p.stuck_gain * working * hours / p.stuck_hours)

    def be_mediated(self, tie: Tie) -> None:
        """A worker mediates, at the price of volunteer hours."""
        model, draw, worker = self.model, self.random.random, tie.worker
        p = model.p
        worker.asked += p.stuck_hours
        hours = max(0.0, min(p.stuck_hours, worker.hours_left))
        worker.spend(hours)
        success = self.stuck_case(tie, hours)
        tie.met, tie.weeks_apart = min(1.0, tie.met + 0.5), 0
        model.stuck_cases_mediated += 1
        if tie.collaboration is not None:
            tie.collaboration.given += 0.3
        if draw() < success:
            model.stuck_cases_solved += 1
            self.need_change -= 0.25
            self.trust_youth_care = min(1.0, self.trust_youth_care + 0.1)
            tie.of_professional.rises += 0.05
            tie.professional.changes["helps"] += 0.05
            tie.attributed += 0.5
        else:
            self.need_change += 0.05
        if not tie.service and tie.collaboration is None and draw() < 4.0 * p.service_relation_rate:
            tie.service = True

    def be_pointed_on(self, helper: Professional) -> None:
        """The professional points an isolated family to a known worker of its community."""
        best, score = None, 0.15
        for tie in self.near_by(helper):
            known = tie.of_professional.face * tie.of_professional.trust
            if known > score:
                best, score = tie.worker, known
        if best is None:
            return
        self.model.offered_to_informal += 1
        if self.random.random() < 0.3 + 0.5 * best.standing:
            self.worker, self.organisation, self.trust_worker = best, best.organisation, 0.45
            best.organisation.members += 1
            best.asked += self.model.p.prior_hours

    def end_help(self, quality: float) -> None:
        """Help ends; how it was comes back as trust, standing and stories."""
        p, draw = self.model.p, self.random.random
        outcome = 1.6 * quality * (1.0 - self.need) - 0.35 + 0.8 * (draw() - 0.5)
        outcome = min(1.0, max(-1.0, outcome))
        if self.heavy:
            if self.in_crisis and draw() < p.crisis_shock:
                outcome = min(outcome, -0.6)
            self.trust_youth_care = clip(self.trust_youth_care + 0.2 * outcome)
        else:
            self.trust_preventive = clip(self.trust_preventive + 0.2 * outcome)
        if self.worker is not None:
            self.worker.standing_after(0.3 * outcome)
        self.community.stories(outcome, heavy=self.heavy)
        self.helper, self.weeks_in_help, self.in_crisis = None, 0, False
        self.need = min(self.need, 0.5)
        self.empowerment = clip(self.empowerment + 0.05 * outcome)
