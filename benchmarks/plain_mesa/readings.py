"""How a worker and a professional read what the other does."""

from __future__ import annotations

from sim.state import VOLUNTEER_ROLE


class Readings:
    """The part of a pair that is about reading each other."""

    def approach_recognition(self, interest: float, building: float) -> float:
        """Rule ``approach_recognition``: chance that the receiver counts it as an approach."""
        p = self.model.p
        gap = abs(self.professional.position[VOLUNTEER_ROLE] - self.worker.position[VOLUNTEER_ROLE])
        base = (
            p.recognise_instrumental * max(0.0, 1.0 - interest - building)
            + max(p.recognise_interest, p.recognise_instrumental) * interest
            + max(p.recognise_building, p.recognise_instrumental) * building
        )
        return min(1.0, base) * (1.0 - p.recognition_gap * gap)

    def explicit_difference(self) -> float:
        """Rule ``explicit_difference``: a difference that is spoken out loses its sting."""
        return 1.0 - self.model.p.explicit_relief * self.explicit

    def misreading(self) -> None:
        """Rule ``misreading``: a request to refer, and the lukewarm answer to it."""
        p, worker, professional = self.model.p, self.worker, self.professional
        lukewarm = worker.argument[VOLUNTEER_ROLE] * self.explicit_difference()
        lukewarm *= 1.0 - p.misreading_seen * self.of_worker.interest
        closed = lukewarm * (1.0 - professional.argument[VOLUNTEER_ROLE])
        self.of_worker.falls += p.misreading_sting * lukewarm
        self.of_professional.falls += p.misreading_door * closed
        self.of_worker.interest_change -= p.misreading_interest * lukewarm
        self.of_professional.interest_change -= p.misreading_interest * closed
        self.coldness = min(1.0, self.coldness + 0.3 * lukewarm)
        worker.confirm("uses", p.misreading_confirms * p.misreading_sting * lukewarm)
        professional.confirm("uninterested", p.misreading_confirms * p.misreading_door * closed)
        if lukewarm >= 0.5:
            self.model.approaches_misread += 1

    def no_interest(self, *, answering: bool) -> None:
        """Rule ``no_interest``: no interest in the worker's method reads as not sincere."""
        shown = 0.5 * (self.professional.posture + self.of_worker.interest)
        missing = self.model.p.no_interest_loss * (1.0 - shown)
        self.of_worker.falls += missing
        if answering:
            self.of_worker.interest_change -= missing
        self.worker.confirm("uninterested", self.model.p.misreading_confirms * missing)

    def show_interest(self, shown: float, *, waits: bool) -> None:
        """Rule ``open_interest``: interest is seen on both sides and must be followed up."""
        self.credit = self.model.p.open_interest_patience if waits and self.credit <= 0.0 else 0.0
        self.of_worker.see_interest(shown)
        trust = self.of_professional.see_interest(0.7 * shown)
        self.worker.beliefs["uninterested"] *= 1.0 - 0.5 * trust
        self.professional.beliefs["uninterested"] *= 1.0 - 0.5 * trust

    def answer(self, shown: float, *, speaks: bool) -> None:
        """Rule ``open_interest``: who is approached sees it; differences become speakable."""
        self.credit = 0.0
        self.of_professional.see_interest(shown, weight=0.5)
        if speaks:
            self.explicit_change += 0.05 * (1.0 - self.explicit)

    def invitation_as_offer(self) -> None:
        """Rule ``invitation_as_offer``: an invitation is taken for a finished offer, and waited for."""
        p, means = self.model.p, 1.0 - self.professional.position[VOLUNTEER_ROLE]
        read = means * (1.0 - self.explicit)
        self.of_professional.rises += p.invite_goodwill * read
        self.waiting = max(self.waiting, p.invite_waiting * read)
        self.model.invitations_as_offer += p.invite_waiting * read

    def break_interest(self) -> None:
        """Rule ``open_interest``: left without follow-up it ends below where it began."""
        p = self.model.p
        broken = max(p.open_interest_unfollowed, p.open_interest_gain)
        self.of_worker.falls += broken
        self.worker.confirm("takes", 0.5 * broken)

    def look_back(self) -> None:
        """What the week showed of each other."""
        if self.contacts == 0:
            return
        self.worker.experience.append(self.of_worker.trust)
        self.professional.experience.append(self.of_professional.trust)
        self.knock_on()
        together = self.collaboration is not None
        known = together or self.of_professional.face > 0.3
        if together:
            self.visible_referrals(1.0)
        elif self.service or (known and self.sent > 0):
            self.visible_referrals(self.model.p.visible_before)
        elif self.attributed > 0.0:
            self.visible_referrals(0.0)
        if known:
            self.rivalry()
        if self.served > 0.0 and not together:
            self.serve_unreturned()
        if self.service and not together and self.weeks_apart > 40:
            self.service = False

    def knock_on(self) -> None:
        """Rule ``knock_on``: what is left of the gap is seen, and costs trust in a meeting."""
        left = 1.0 - self.agreeing()
        self.worker.gaps.append(left)
        self.professional.gaps.append(left)
        hurt = self.model.p.knock_trust * left * self.explicit_difference() * self.met
        self.of_worker.falls += hurt * self.of_worker.trust
        self.of_professional.falls += hurt * self.of_professional.trust

    def serve_unreturned(self) -> None:
        """Rule ``reciprocity``: in a service relation what is given and not returned hurts."""
        worker, pace = self.worker, self.model.p.reciprocity_hurt * self.served / (self.served + 1.0)
        worker.changes["disappointment"] += pace * (1.0 - worker.disappointment)

    def visible_referrals(self, expected: float) -> None:
        """Rule ``visible_referrals``: referrals as attributed, and their absence, move trust."""
        p = self.model.p
        surplus = (self.attributed - p.visible_expected * expected) / (self.attributed + 1.0)
        term = p.visible_gain * self.prevention() * min(1.0, surplus)
        if term > 0.0:
            self.of_professional.rises += term
        else:
            self.of_professional.falls -= term * self.of_professional.trust

    def prevention(self) -> float:
        """How much referrals count: full in prevention, less in youth care."""
        return self.model.p.visible_youth_care if self.professional.institution.youth_care else 1.0

    def rivalry(self) -> None:
        """Rule ``rivalry``: few referrals or an own course look like doing it alone, coldness like fear."""
        p, worker, professional = self.model.p, self.worker, self.professional
        few, course = max(0.0, 1.0 - self.attributed - self.mediated), 0.0
        if self.of_professional.offer > 0.2:
            course = max(float(worker.organisation.own_course), 2.0 * worker.ambition - 1.0, 0.0)
        course *= self.prevention() * (1.0 + self.of_professional.owed)
        rival = p.rivalry_few * few + 0.5 * p.rivalry_course * course
        professional.confirm("rival", rival / self.model.number_of_workers)
        too_much = max(0.0, self.of_professional.trust - max(0.0, 1.0 - course))
        self.of_professional.falls += p.rivalry_course * course * too_much
        self.of_worker.falls += p.rivalry_cold * self.coldness * self.of_worker.trust
