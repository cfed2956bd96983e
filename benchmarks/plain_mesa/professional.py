"""Professionals: who they are, how they seek contact, and how it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.plain_mesa.actor import Actor, choice, recognition
from benchmarks.plain_mesa.numbers import near
from benchmarks.plain_mesa.tie import PAPER, PHONE, VISIT

if TYPE_CHECKING:
    from benchmarks.plain_mesa.model import PlainMesa
    from benchmarks.plain_mesa.places import Institution
    from benchmarks.plain_mesa.tie import Tie


class Professional(Actor):
    """Someone who works at an institution; seeks contact and reads what comes back."""

    def __init__(self, model: PlainMesa, institution: Institution, *, adviser: bool) -> None:
        self.institution, self.adviser = institution, adviser
        super().__init__(model)

    def renew(self) -> None:
        """Someone (new) takes this post."""
        p, draw, institution = self.model.p, self.draw, self.institution
        self.take_stance(0 if institution.preventive else (1 if institution.youth_care else 2))
        carrier = 1.0 if draw() < p.start_carriers else 0.0
        self.feel(
            near(0.5 + 0.1 * carrier, 0.1, draw()),
            near(0.45 + 0.25 * carrier, 0.12, draw()),
            near(0.38 + 0.25 * carrier, 0.12, draw()),
        )
        bad = 1.0 - p.start_goodwill_workers
        self.image_uninterested = near(bad, 0.15, draw())
        self.image_rival, self.image_doubt = near(bad - 0.05, 0.15, draw()), near(bad, 0.15, draw())
        self.hours_planned = institution.hours * (0.5 + draw()) * (1.0 - 0.5 * institution.rigidity)
        self.posture, self.skill = near(0.4, 0.2, draw()), near(0.4, 0.25, draw())
        self.hours = 0.0

    def goodwill(self) -> float:
        """Goodwill seen in informal workers in general."""
        return 1.0 - (self.image_uninterested + self.image_rival + self.image_doubt) / 3.0

    def open_week(self) -> None:
        """Hours for collaboration this week; own time comes on top."""
        hours = self.hours_planned + self.model.p.own_time * self.pioneer * self.courage
        self.hours = hours * (0.3 if self.model.holiday else 1.0)

    def approach(self) -> None:
        """Perhaps seek contact with one worker this week."""
        model, draw = self.model, self.draw
        if draw() >= model.p.approach_rate * self.readiness * (0.4 + 0.6 * self.courage):
            return
        best, score = None, 0.0
        for tie in self.ties:
            if tie.worker.here:
                weight = draw() * (0.1 + 0.5 * tie.p_exists + 0.4 * tie.p_face) * (0.4 + 0.6 * tie.p_trust)
                if weight > score:
                    best, score = tie, weight
        if best is not None:
            self.seek(best)

    def seek(self, tie: Tie) -> None:
        """Hours decide the channel (rule ``search_cost``), a draw the intent, the receiver the reading."""
        model, draw, worker = self.model, self.draw, tie.worker
        p = model.p
        cost = p.contact_hours + p.search_hours * (1.0 - 0.5 * tie.p_exists - 0.5 * tie.p_offer)
        kind = VISIT if self.hours >= cost else (PHONE if self.hours >= 0.4 * cost else PAPER)
        self.hours -= min(cost, self.hours)
        asks, curious = choice(1.0 - self.position, self.posture, self.pioneer, p)
        u = draw()
        wants_families, interested = u < asks, asks <= u < asks + curious
        building = not (wants_families or interested)
        gap = abs(self.position - worker.position)
        seen = draw() < recognition(float(interested), float(building), gap, p)
        model.approaches_sent += 1
        if seen:
            model.approaches_recognised += 1
            tie.contact(kind, p)
        if wants_families:
            self.misread(tie)
        elif seen:
            self.interest(tie, 1.0 if interested else 0.6)
            tie.credit = p.open_interest_patience if interested and tie.credit <= 0.0 else 0.0

    def misread(self, tie: Tie) -> None:
        """Rules ``misreading`` and ``no_interest``: a request to refer, and the lukewarm answer to it."""
        model, worker = self.model, tie.worker
        p, lukewarm = model.p, worker.argument
        closed, missing = lukewarm * (1.0 - self.argument), p.no_interest_loss * (1.0 - 0.5 * self.posture)
        tie.w_falls += p.misreading_sting * lukewarm + missing
        tie.p_falls += p.misreading_door * closed
        tie.w_interest_moves -= p.misreading_interest * lukewarm
        tie.p_interest_moves -= p.misreading_interest * closed
        worker.image_uses += 0.3 * p.misreading_sting * lukewarm * (1.0 - worker.image_uses)
        worker.image_uninterested += 0.3 * missing * (1.0 - worker.image_uninterested)
        self.image_uninterested += 0.3 * p.misreading_door * closed * (1.0 - self.image_uninterested)
        if lukewarm >= 0.5:
            model.approaches_misread += 1

    def interest(self, tie: Tie, shown: float) -> None:
        """Rule ``open_interest``: interest is seen and lifts trust on both sides."""
        p, worker = self.model.p, tie.worker
        tie.w_rises += p.open_interest_gain * shown * (1.0 - 0.6 * tie.w_offer)
        tie.w_interest_moves += p.open_interest_seen * shown * (1.0 - tie.w_interest)
        shown *= 0.7
        trust = p.open_interest_gain * shown * (1.0 - 0.6 * tie.p_offer)
        tie.p_rises += trust
        tie.p_interest_moves += p.open_interest_seen * shown * (1.0 - tie.p_interest)
        worker.image_uninterested *= 1.0 - 0.5 * trust
        self.image_uninterested *= 1.0 - 0.5 * trust

    def close_week(self) -> None:
        """Staff turns over; whoever comes does not know anybody yet."""
        if self.draw() < self.institution.turnover:
            self.renew()
            for tie in self.ties:
                tie.part()
                tie.renew_professional_side()
                tie.service = False
