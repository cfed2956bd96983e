"""What a worker and a professional know and think of each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.plain_mesa.numbers import clip, near

if TYPE_CHECKING:
    from types import SimpleNamespace

    from benchmarks.plain_mesa.professional import Professional
    from benchmarks.plain_mesa.worker import Worker

PAPER, PHONE, VISIT = 0, 1, 2


class Tie:
    """One pair; ``w_`` is the worker's side, ``p_`` the professional's."""

    __slots__ = (
        "contacts",
        "credit",
        "designed",
        "met",
        "on_location",
        "ownership",
        "p_exists",
        "p_face",
        "p_falls",
        "p_interest",
        "p_interest_moves",
        "p_offer",
        "p_rises",
        "p_trust",
        "professional",
        "service",
        "together",
        "w_exists",
        "w_face",
        "w_falls",
        "w_interest",
        "w_interest_moves",
        "w_offer",
        "w_rises",
        "w_trust",
        "weeks_apart",
        "worker",
    )

    def __init__(self, worker: Worker, professional: Professional) -> None:
        self.worker, self.professional = worker, professional
        self.contacts, self.weeks_apart, self.met, self.credit = 0, 520, 0.0, 0.0
        self.together = self.designed = self.on_location = self.service = False
        self.ownership = 0.0
        self.w_rises = self.w_falls = self.p_rises = self.p_falls = 0.0
        self.w_interest_moves = self.p_interest_moves = 0.0
        self.renew_worker_side()
        self.renew_professional_side()
        p, draw = worker.model.p, worker.draw
        if draw() < p.start_faces:
            self.w_exists = self.p_exists = 1.0
            self.w_face, self.p_face = 0.4 + 0.4 * draw(), 0.4 + 0.4 * draw()
            self.w_offer, self.p_offer = 0.4, 0.3
            self.contacts, self.weeks_apart, self.service = 2, 4, True

    def renew_worker_side(self) -> None:
        """What a (new) worker starts with, seeded by images."""
        worker = self.worker
        p, draw = worker.model.p, worker.draw
        self.w_exists = near(p.start_knows_services, 0.2, draw())
        deep = draw()
        self.w_offer = min(1.0, 2.0 * p.start_knows_deeper * deep)
        self.w_face = min(1.0, 2.0 * p.start_knows_deeper * deep * deep)
        self.w_trust = near(worker.goodwill(), 0.1, draw())
        self.w_interest = 1.0 - worker.image_uninterested

    def renew_professional_side(self) -> None:
        """What a (new) professional starts with; youth care trusts mediating workers more."""
        professional = self.professional
        p, draw = professional.model.p, professional.draw
        self.p_exists = near(p.start_knows_groups, 0.2, draw())
        deep = draw()
        self.p_offer = min(1.0, 1.5 * p.start_knows_deeper * deep)
        self.p_face = min(1.0, 2.0 * p.start_knows_deeper * deep * deep)
        bonus = 0.0
        if professional.institution.youth_care:
            bonus = p.start_youth_care_trust * (0.5 + self.worker.mediator)
        self.p_trust = near(professional.goodwill() + bonus, 0.1, draw())
        self.p_interest = 1.0 - professional.image_uninterested

    def fade(self, p: SimpleNamespace) -> None:
        """Rule ``upkeep``: knowledge fades where people do not meet; interest waits for a follow-up."""
        self.met = 0.0
        if self.service and self.weeks_apart > 40 and not self.together:
            self.service = False
        self.weeks_apart += 1
        if self.weeks_apart > p.upkeep_grace:
            kept = 1.0 - p.upkeep_fading
            self.w_face *= kept
            self.w_offer *= kept
            self.p_face *= kept
            self.p_offer *= kept
        if self.credit > 0.0:
            self.credit -= 1.0
            if self.credit <= 0.0:
                broken = max(p.open_interest_unfollowed, p.open_interest_gain)
                self.w_falls += broken
                self.worker.image_takes += 0.5 * broken * (1.0 - self.worker.image_takes)

    def contact(self, kind: int, p: SimpleNamespace) -> None:
        """Rules ``channel`` and ``layers``: both sides learn from a contact, by its channel."""
        weight = p.channel_paper if kind == PAPER else (p.channel_phone if kind == PHONE else p.channel_visit)
        weight = min(1.0, weight * (1.0 + p.channel_constant * min(self.w_face, self.p_face)))
        exists = min(1.0, p.layer_existence * weight)
        offer, face = p.layer_offer * weight, p.layer_face * weight
        self.w_exists += exists * (1.0 - self.w_exists)
        self.w_offer += offer * (1.0 - self.w_offer)
        self.w_face += face * (1.0 - self.w_face)
        self.p_exists += exists * (1.0 - self.p_exists)
        self.p_offer += offer * (1.0 - self.p_offer)
        self.p_face += face * (1.0 - self.p_face)
        self.meet(weight)

    def meet(self, weight: float) -> None:
        """They have met, or worked together, with this weight."""
        self.met = min(1.0, self.met + weight)
        self.weeks_apart = 0
        self.contacts += 1

    def settle(self, p: SimpleNamespace) -> None:
        """Rule ``pair``: trust grows slowly in meeting and falls faster."""
        gain, ratio = 1.5 * p.pair_gain * self.met, p.pair_loss_ratio
        trust = self.w_trust
        self.w_trust = clip(trust + (gain + self.w_rises) * (1.0 - trust) - ratio * self.w_falls)
        trust = self.p_trust
        self.p_trust = clip(trust + (gain + self.p_rises) * (1.0 - trust) - ratio * self.p_falls)
        self.w_interest = clip(self.w_interest + self.w_interest_moves)
        self.p_interest = clip(self.p_interest + self.p_interest_moves)
        self.w_rises = self.w_falls = self.p_rises = self.p_falls = 0.0
        self.w_interest_moves = self.p_interest_moves = 0.0

    def part(self) -> None:
        """Someone leaves: the face goes along, and what they did together ends."""
        self.w_face = self.p_face = 0.0
        self.together = False

    def begin(self) -> None:
        """A collaboration begins."""
        self.together, self.designed, self.on_location = True, False, False
        self.ownership, self.credit = 0.3, 0.0

    def begin_before(self, *, on_location: bool) -> None:
        """A collaboration that was there before the run."""
        self.w_exists = self.p_exists = 1.0
        self.w_face = self.p_face = 0.8
        self.w_offer, self.p_offer, self.contacts, self.weeks_apart = 0.6, 0.5, 10, 1
        self.w_trust, self.p_trust = max(0.55, self.w_trust), max(0.55, self.p_trust)
        self.together, self.designed, self.on_location, self.ownership = True, True, on_location, 0.5
