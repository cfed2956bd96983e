"""A collaboration: how it is designed and owned, practised, strained, and how it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.plain_mesa.numbers import clip
from benchmarks.plain_mesa.working import Working
from sim.state import PROFESSIONAL_ROLE, VOLUNTEER_ROLE

if TYPE_CHECKING:
    from benchmarks.plain_mesa.tie import Tie


class Collaboration(Working):
    """What a pair does together; ``quality`` is that of the design, ``owned`` how far partners own it."""

    def __init__(self, tie: Tie) -> None:
        self.tie, self.world = tie, tie.model
        self.worker, self.professional = tie.worker, tie.professional
        self.quality, self.owned, self.loyalty, self.strain = 0.1, 0.3, 0.1, 0.0
        self.given = self.returned = self.transfers = 0.0
        self.enthusiasm = 0.3
        self.designed, self.on_location, self.age, self.idle = False, False, 0, 0

    def go_on(self) -> None:
        """A week of working together."""
        kept = 1.0 - self.world.p.memory_fading
        self.age += 1
        self.transfers *= kept
        self.given *= kept
        self.returned *= kept
        hours = self.put_in_hours()
        self.idle = 0 if hours > 0.05 else self.idle + 1
        self.ownership(hours)
        if self.designed:
            self.work(hours)
        else:
            self.draw_up(hours)
        self.impulses(hours)
        self.misunderstand()
        self.reciprocity()
        self.perhaps_end()

    def put_in_hours(self) -> float:
        """Hours that both partners can put in this week; they are spent."""
        p, worker, professional = self.world.p, self.worker, self.professional
        wanted = p.joint_practice if self.designed else p.joint_design
        carried = self.owned + p.impulses_carry * self.enthusiasm
        wanted *= min(1.0, carried + min(worker.readiness(), professional.readiness()))
        worker.asked += wanted
        if self.world.holiday:
            return 0.0
        hours = max(0.0, min(wanted, worker.hours_left, professional.hours_left))
        if hours > 0.0:
            worker.spend(hours)
            professional.hours_left -= hours
            self.tie.meet(0.3 * hours)
            worker.engaged = min(1.0, worker.engaged + 0.1)
            professional.engaged = min(1.0, professional.engaged + 0.1)
            self.given += 0.1 * hours
        return hours

    def ownership(self, hours: float) -> None:
        """Rule ``ownership``: it grows by the partners' own steps."""
        self.owned += min(1.0, self.world.p.ownership_pace * hours) * (1.0 - self.owned)

    def design(self, hours: float) -> None:
        """Rule ``design``: designing together closes the gap."""
        self.quality += min(1.0, self.world.p.design_pace * hours) * (1.0 - self.quality)

    def draw_up(self, hours: float) -> None:
        """Design together until it is good enough; then it is settled what the work will be."""
        self.design(hours)
        self.worker.joint, self.professional.joint = 0.5, 0.5
        if self.quality >= self.world.p.design_enough:
            self.designed, self.on_location = True, self.world.random.random() < self.model()

    def model(self) -> float:
        """Rule ``model``: positions decide between referring and working on location."""
        mine, theirs = self.professional.position[PROFESSIONAL_ROLE], self.worker.position[VOLUNTEER_ROLE]
        return min(1.0, self.world.p.model_open * (0.65 * mine + 0.35 * theirs))

    def misunderstand(self) -> None:
        """Rule ``design``: what was not designed may turn into a misunderstanding."""
        p, tie = self.world.p, self.tie
        self.strain *= 1.0 - p.strain_relief * (0.25 + self.loyalty)
        if self.idle > 0:
            return
        trouble = p.design_trouble * (1.0 - self.quality) * (0.3 + 0.7 * tie.gap)
        if self.world.random.random() >= trouble * (1.0 if self.designed else 0.3):
            return
        strain = p.design_strain * (1.0 - 0.8 * self.loyalty) * tie.explicit_difference()
        strain *= 1.0 - p.story_carries * tie.story
        prejudice = 1.0 - 0.5 * (self.worker.goodwill() + self.professional.goodwill())
        ends = p.design_confirms * (1.0 - self.loyalty) * prejudice * tie.explicit_difference()
        self.strain = 1.0 if self.world.random.random() < ends else min(1.0, self.strain + strain)
        for side in (tie.of_worker, tie.of_professional):
            side.owed = min(1.0, side.owed + 0.5 * strain)
            side.falls += 0.3 * strain
        share = p.misreading_confirms * 0.3 * strain
        self.worker.confirm("uninterested", share)
        self.professional.confirm("uninterested", share)
        self.professional.confirm("rival", share)
        self.world.misunderstandings += 1

    def reciprocity(self) -> None:
        """Rule ``reciprocity``: what was given and what came back; a good week builds the shared story."""
        p, worker, given, returned = self.world.p, self.worker, self.given, self.returned
        short, balance = max(0.0, given - returned) / (given + 1.0), min(given, returned) / (given + 0.5)
        hurt = p.reciprocity_hurt * short * (1.0 - worker.disappointment)
        thanks = p.reciprocity_kind * returned / (given + returned + 0.5) * worker.disappointment
        worker.changes["disappointment"] += hurt - thanks
        self.loyalty += p.reciprocity_loyalty * balance * (1.0 - self.loyalty)
        if self.designed and self.idle == 0:
            self.tie.story_change += p.story_practice * self.quality * (1.0 - self.tie.story)

    def perhaps_end(self) -> None:
        """Strain, drifting, or (rule ``model``) a manager who sees few transfers may end it."""
        p, draw = self.world.p, self.world.random.random
        if self.strain >= p.strain_break:
            self.end("strain")
        elif self.idle > 10 and draw() < p.drift_rate * (1.0 - self.owned):
            self.end("drift")
        elif self.on_location or not self.designed:
            impatience = clip((self.age - self.professional.horizon) / 52.0)
            missing = max(0.0, 1.0 - self.transfers / p.model_transfers)
            if draw() < p.model_withdraw * impatience * missing:
                # To the worker it is interest that was not followed up.
                self.tie.of_worker.falls += max(p.open_interest_unfollowed, p.open_interest_gain)
                self.end("withdrawal")

    def end(self, why: str) -> None:
        """It ends, and it is counted why."""
        self.tie.collaboration = None
        self.world.collaborations.remove(self)
        self.world.ends[why] += 1
