"""Help in the own circle: a family's worker steps in, takes it on, and is called again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.plain_mesa.professional import Professional
    from benchmarks.plain_mesa.worker import Worker


class Circle:
    """The part of a family's week that is about what its worker does herself; ``at_worker`` is help there."""

    def worker_mediation(self, worker: Worker) -> None:
        """Rule ``worker_mediation``: a worker brings parents and an older child to talk again."""
        p = self.model.p
        if self.need <= 0.35 or self.child_age < 10.0:
            return
        if self.random.random() >= p.mediation_rate * self.trust_worker * (0.3 + 0.7 * worker.energy):
            return
        working = worker.give_hours(p.mediation_hours) * (0.3 + 0.7 * self.trust_worker)
        self.need_change -= p.mediation_ease * working * self.need
        self.severity *= 1.0 - p.mediation_calm * working
        self.model.family_mediations += 1

    def is_taken_in(self, worker: Worker) -> bool:
        """Rule ``own_circle``: perhaps the worker takes the family on, to keep it out of youth care."""
        p, known, fear = self.model.p, worker.best_youth_care, 1.0 - self.community.story_youth_care
        faith = worker.goodwill_now if known is None else known.of_worker.trust
        keep = p.circle_keep * self.trust_worker * (0.3 + 0.7 * fear) * (1.0 - 0.7 * faith)
        if self.random.random() >= keep * (0.7 + 0.3 * worker.advises):
            return False
        self.at_worker, self.weeks_in_help = True, 0
        self.model.taken_in_own_circle += 1
        return True

    def own_circle(self, worker: Worker, hours: float) -> float:
        """Rule ``own_circle``: the share of a question that a worker's own advice takes off."""
        trusted, advice = 0.3 + 0.7 * self.trust_worker, 0.7 + 0.3 * worker.advises
        return self.model.p.circle_ease * hours * trusted * advice

    def stay_with_worker(self) -> None:
        """A week of help in the own circle; it ends when it has eased or the worker can do no more."""
        p, worker = self.model.p, self.worker
        if worker is None or not worker.here:
            self.at_worker, self.weeks_in_help = False, 0
            return
        self.weeks_in_help += 1
        hours = worker.give_hours(p.circle_hours * (0.4 + 0.6 * self.need))
        self.need_change -= self.own_circle(worker, hours) * (0.3 + 0.7 * self.need)
        self.trust_worker = min(1.0, self.trust_worker + 0.01 * hours)
        self.attach()
        if self.need < 0.2 or self.weeks_in_help >= p.circle_weeks:
            self.empowerment = min(1.0, self.empowerment + 0.05 * (1.0 - self.need))
            self.at_worker, self.weeks_in_help = False, 0

    def attach(self) -> None:
        """Rule ``attachment``: a week of a worker's help attaches the family."""
        self.attachment += self.model.p.attachment_pace * self.trust_worker * (1.0 - self.attachment)

    def handed_over(self, professional: Professional) -> float:
        """How far trust is handed over: the worker knows and trusts the professional, who is an equal."""
        mine = self.worker.tie_with[professional].of_worker
        return mine.face * mine.trust * (0.5 + 0.5 * professional.posture)

    def keep_calling(self, helper: Professional) -> None:
        """Rule ``attachment``: in help it goes on calling its worker, less as trust is handed over."""
        p, worker = self.model.p, self.worker
        if worker is None or not worker.here or self.attachment <= 0.0:
            return
        handed = self.handed_over(helper)
        hours = p.attachment_hours * self.attachment * (1.0 - handed)
        if hours > 0.0:
            worker.give_hours(hours)
            self.model.hours_for_attached += hours
        self.attachment *= 1.0 - p.attachment_handing * handed

    def is_held_back(self, professional: Professional) -> float:
        """Rule ``attachment``: share by which it keeps a family from going to this professional."""
        return self.model.p.attachment_stays * self.attachment * (1.0 - self.handed_over(professional))

    def flow_back(self, outcome: float) -> None:
        """Rule ``flow_back``: help failed or frightened, and the family may go (back) to a worker."""
        p = self.model.p
        if self.worker is None:
            self.find_via_via()
        if self.worker is None or not self.worker.here:
            return
        heavy = -outcome * (0.4 + 0.6 * self.need)
        if self.random.random() < p.flow_back_rate * heavy * (0.3 + 0.7 * self.trust_worker):
            self.worker.give_hours(p.flow_back_hours * heavy)
            self.at_worker, self.weeks_in_help = True, 0
            self.model.came_back += 1

    def find_via_via(self) -> None:
        """A family that knows no worker may find one of its community through others, by standing."""
        there = self.organisation_nearby()
        if there is None:
            return
        worker = self.random.choice(there.workers)
        if worker.here and self.random.random() < self.model.p.via_via * worker.standing:
            self.worker, self.trust_worker = worker, max(self.trust_worker, 0.5 * worker.standing)
