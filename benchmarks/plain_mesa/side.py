"""One side of a pair: what a worker knows and thinks of a professional, or the other way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.plain_mesa.numbers import clip

if TYPE_CHECKING:
    from types import SimpleNamespace


class Side:
    """Knowledge in three layers, trust, interest seen; and what moves them this week."""

    __slots__ = (
        "exists",
        "face",
        "falls",
        "interest",
        "interest_change",
        "offer",
        "owed",
        "p",
        "rises",
        "trust",
    )

    def __init__(self, p: SimpleNamespace) -> None:
        self.p = p
        self.exists = self.offer = self.face = self.trust = self.interest = 0.0
        self.rises = self.falls = self.interest_change = self.owed = 0.0

    def layers(self, contact: float) -> None:
        """Rule ``layers``: a contact lifts all three layers of knowing."""
        p = self.p
        self.exists += min(1.0, p.layer_existence * contact) * (1.0 - self.exists)
        self.offer += p.layer_offer * contact * (1.0 - self.offer)
        self.face += p.layer_face * contact * (1.0 - self.face)

    def upkeep(self) -> None:
        """Rule ``upkeep``: face and offer fade where people do not meet."""
        self.face -= self.p.upkeep_fading * self.face
        self.offer -= self.p.upkeep_fading * self.offer

    def see_interest(self, shown: float, weight: float = 1.0) -> float:
        """Rule ``open_interest``: interest lifts trust, more the less was known; gives the trust gained."""
        p = self.p
        trust = p.open_interest_gain * shown * (1.0 - 0.6 * self.offer)
        self.rises += weight * trust
        self.interest_change += p.open_interest_seen * shown * (1.0 - self.interest)
        return trust

    def pair(self, met: float) -> None:
        """Rule ``pair``: trust grows slowly in meeting and falls faster."""
        p = self.p
        gain = (1.5 * p.pair_gain * met + self.rises) * (1.0 - self.trust)
        self.trust = clip(self.trust + gain - p.pair_loss_ratio * self.falls)

    def settle(self, met: float) -> None:
        """Trust and interest after the week."""
        if met > 0.0 or self.rises or self.falls:
            self.pair(met)
        if self.interest_change:
            self.interest = clip(self.interest + self.interest_change)
        self.rises = self.falls = self.interest_change = 0.0
