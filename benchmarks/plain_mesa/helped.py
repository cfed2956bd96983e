"""What help does for a family, and how it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.plain_mesa.numbers import clip

if TYPE_CHECKING:
    from benchmarks.plain_mesa.professional import Professional
    from benchmarks.plain_mesa.tie import Tie
    from benchmarks.plain_mesa.worker import Worker


class Helped:
    """The part of a family's week that is about help it has."""

    def be_served(self) -> None:
        """Help eases, may get stuck, may point to a worker, and ends."""
        if self.helper is None:
            return
        p, helper, heavy = self.model.p, self.helper, self.heavy
        self.weeks_in_help += 1
        fitting = 1.0 - self.real_distance(helper.institution)
        skill = 1.0 - p.help_fit - p.help_posture
        quality = p.help_fit * fitting + p.help_posture * helper.posture + skill * helper.skill
        self.need_change -= p.help_effect * (p.help_least + quality) * (p.help_least + self.need)
        if heavy and self.random.random() < p.stuck_rate * (1.0 - p.stuck_quality * quality):
            self.get_stuck(helper)
        self.keep_calling(helper)
        if self.random.random() < p.chain_call * self.need:
            self.be_called_about(helper)
        isolated = self.organisation is None and self.isolation > p.point_isolation
        if isolated and self.random.random() < p.refer_formal:
            self.be_pointed_on(helper)
        if not heavy and self.random.random() < helper.puts_off():
            self.stay_away()
        elif self.need <= 0.05 or self.weeks_in_help >= p.help_weeks * (2.0 if heavy else 1.0):
            self.end_help(quality)
        elif not heavy and self.need > 0.6 and self.random.random() < p.refer_services:
            self.be_passed_on()

    def be_passed_on(self) -> None:
        """Prevention offers youth care to a family with a question too heavy for it."""
        at = max(self.model.youth_care, key=lambda institution: institution.places)
        trust = 0.5 * (self.trust_youth_care + self.community.story(heavy=True))
        if at.places < 1.0:
            return
        professional = self.random.choice(at.professionals)
        real = self.real_distance(at) * self.left_of_distance(professional)
        if self.random.random() < self.acceptance(trust, self.threshold_head, real, 1.0, 0.0):
            self.enter_help(professional)

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
            known = tie.known() * (0.3 + tie.worker.mediator)
            if self.worker is tie.worker:
                known *= 2.0
            if known > score:
                best, score = tie, known
        if best is None:
            best = self.ask_around(helper)
        if best is None:
            self.need_change += self.model.p.stuck_worsens
        else:
            self.be_mediated(best)

    def ask_around(self, helper: Professional) -> Tie | None:
        """Rule ``formal_ties``: someone at another institution may pass on the worker known best there."""
        here, draw = helper.institution, self.random.random
        others = [at for at in self.model.institutions if at is not here]
        there = self.random.choice(others)
        colleague = self.random.choice(there.professionals)
        best = max(self.near_by(colleague), key=lambda tie: tie.known(), default=None)
        if best is None or best.known() <= 0.06:
            return None
        if draw() >= self.model.p.ties_passing * min(here.ties, there.ties) * best.known():
            return None
        passed_on = helper.tie_with[best.worker]
        passed_on.hear_of()
        return passed_on

    def stuck_case(self, tie: Tie, hours: float) -> float:
        """Rule ``stuck_case``: chance that it comes right with a trusted worker as mediator."""
        p, worker = self.model.p, tie.worker
        family_trust = self.trust_worker if self.worker is worker else p.stuck_standing * worker.standing
        clarity = p.stuck_unclear
        if tie.collaboration is not None:
            clarity = max(clarity, tie.collaboration.quality)
        trusted = p.stuck_partner + (1.0 - p.stuck_partner) * tie.of_professional.trust
        working = family_trust * trusted * (1.0 - p.stuck_roles * (1.0 - clarity))
        return min(1.0, p.stuck_base + p.stuck_gain * working * hours)

    def be_mediated(self, tie: Tie) -> None:
        """A worker mediates, at the price of volunteer hours."""
        model, draw, worker = self.model, self.random.random, tie.worker
        p = model.p
        success = self.stuck_case(tie, worker.give_hours(p.stuck_hours))
        tie.met, tie.weeks_apart = min(1.0, tie.met + p.channel_visit), 0
        model.stuck_cases_mediated += 1
        tie.give(p.stuck_given)
        if draw() < success:
            model.stuck_cases_solved += 1
            self.need_change -= p.stuck_solved
            self.trust_youth_care = min(1.0, self.trust_youth_care + 0.5 * p.outcome_trust)
            tie.of_professional.rises += p.stuck_trust
            tie.professional.changes["helps"] += p.stuck_trust
            tie.mediated += 0.5
            self.pass_on_name(tie)
        else:
            self.need_change += p.stuck_worsens
        if draw() < 4.0 * p.service_relation_rate:
            tie.be_available()

    def pass_on_name(self, success: Tie) -> None:
        """Rule ``request_chain``: word gets round, to colleagues first; some put the worker on their list."""
        p, teller = self.model.p, success.professional.institution
        for tie in success.worker.ties:
            at = tie.professional.institution
            near = (1.0 if at is teller else p.chain_across) * (
                1.0 if at.kind == teller.kind else p.chain_across
            )
            if not tie.caller and self.random.random() < p.chain_spread * near * tie.of_professional.trust:
                tie.caller, tie.of_professional.exists = True, 1.0
                tie.worker.callers += 1

    def be_called_about(self, helper: Professional) -> None:
        """Rule ``request_chain``: who has a worker on the list calls, on holidays too."""
        p, best, score = self.model.p, None, 0.0
        for tie in self.near_by(helper):
            known = tie.known() * (2.0 if self.worker is tie.worker else 1.0)
            if tie.caller and known > score:
                best, score = tie, known
        if best is None or self.random.random() >= best.of_professional.trust:
            return
        answered = best.worker.give_hours(p.chain_hours)
        self.model.direct_calls += 1
        self.need_change -= p.chain_ease * answered
        best.give(p.stuck_given * answered)
        best.meet(p.channel_phone)
        best.be_available()
        if self.worker is None:
            self.go_to(best.worker)

    def stay_away(self) -> None:
        """Rule ``posture_and_background``: a family does not come back because of how it was met."""
        self.model.left_over_posture += 1
        self.put_off = 1.0
        self.look_back(-self.model.p.posture_story)

    def be_pointed_on(self, helper: Professional) -> None:
        """The professional points an isolated family to a known worker of its community."""
        best, score = None, 0.15
        for tie in self.near_by(helper):
            known = tie.known()
            if known > score:
                best, score = tie.worker, known
        if best is not None:
            self.go_to(best)

    def go_to(self, worker: Worker) -> None:
        """A family that is sent to a worker goes, or not."""
        self.model.offered_to_informal += 1
        p = self.model.p
        if self.random.random() < p.point_accept + p.point_standing * worker.standing:
            self.join(worker, p.point_trust)
            worker.asked += p.prior_hours

    def end_help(self, quality: float) -> None:
        """Help ends, well or badly."""
        p, draw = self.model.p, self.random.random
        outcome = p.outcome_quality * quality * (1.0 - self.need) - p.outcome_bar
        outcome += p.outcome_swing * (draw() - 0.5)
        outcome = min(1.0, max(-1.0, outcome))
        if self.heavy and self.in_crisis and draw() < p.crisis_shock:
            outcome = min(outcome, -p.outcome_fright)
        self.look_back(outcome)
        if outcome < 0.0:
            self.flow_back(outcome)

    def look_back(self, outcome: float) -> None:
        """How help was comes back as trust, standing and stories; the family is out of help."""
        p = self.model.p
        if self.heavy:
            self.trust_youth_care = clip(self.trust_youth_care + p.outcome_trust * outcome)
        else:
            self.trust_preventive = clip(self.trust_preventive + p.outcome_trust * outcome)
        if self.worker is not None:
            self.worker.standing_after(p.outcome_sender * outcome)
        self.community.stories(outcome, heavy=self.heavy)
        self.helper, self.weeks_in_help, self.in_crisis = None, 0, False
        self.need = min(self.need, 0.5)
        self.knowledge = min(1.0, self.knowledge + 0.1)
        self.trust_district = clip(self.trust_district + 0.05 * outcome)
        self.empowerment = clip(self.empowerment + 0.05 * outcome)
