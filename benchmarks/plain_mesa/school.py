"""A family and its school: what is talked over, and how far they stand apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.plain_mesa.numbers import clip

if TYPE_CHECKING:
    from benchmarks.plain_mesa.places import Institution

# The topic of a question that is about school, of five.
ABOUT_SCHOOL = 4


class AtSchool:
    """The part of a family's life that is about school."""

    def school_gap(self) -> None:
        """Rule ``school_gap``: once in a quarter, the distance from school and what it does to a question."""
        p, schools = self.model.p, self.model.schools
        if not schools:
            return
        talk, distance = self.talk_with_school(schools[self.unique_id % len(schools)]), self.school_distance
        apart = p.school_drift * (1.0 - talk) * (1.0 - 0.6 * self.knowledge) * (1.0 - distance)
        self.school_distance = clip(distance + apart - p.school_talk * talk * distance)
        self.trust_school += 0.1 * (1.0 - self.school_distance - self.trust_school)
        if self.need <= 0.0 or self.topic != ABOUT_SCHOOL:
            return
        self.need_change += p.school_strain * distance * (1.0 - self.trust_school)
        self.need_change -= 0.5 * p.school_talk * talk * self.need * self.trust_school
        if self.random.random() < p.school_special and self.need > 0.45:
            self.fear_special_education(p.school_fright * (1.0 - 0.8 * talk))

    def talk_with_school(self, school: Institution) -> float:
        """What the school offers, and what a worker who knows someone there adds."""
        talk, worker = school.fit * (0.4 + 0.6 * self.trust_school), self.worker
        if worker is not None and worker.here and worker.best_school is not None:
            known = worker.best_school.of_worker
            talk += (1.0 - talk) * known.face * known.trust
        return min(1.0, talk)

    def fear_special_education(self, fright: float) -> None:
        """A feared referral frightens."""
        self.model.special_education_feared += 1
        self.shame += fright * (1.0 - self.shame)
        self.trust_school *= 1.0 - fright
        self.school_distance += 0.5 * fright * (1.0 - self.school_distance)
