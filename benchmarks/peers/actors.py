"""Professionals, informal workers and pairs through their whole week, on columns."""

from __future__ import annotations

from typing import Any

import numpy as np

from benchmarks.peers.columns import PREVENTIVE, clip
from benchmarks.peers.meeting import Meeting
from sim.arrays import Floats


class Actors(Meeting):
    """Everyone but the families, with how their week closes."""

    def settle(self) -> None:
        """Every stock takes the changes of the week; people leave and come."""
        known = self.contacts > 0
        self.service &= ~(known & (self.apart > 40))
        experience = [
            (known * side.trust).sum(axis=axis) / np.maximum(1, known.sum(axis=axis))
            for side, axis in ((self.of_worker, 1), (self.of_professional, 0))
        ]
        self.close_professionals(experience[1], known.any(axis=0))
        self.close_workers(experience[0], known.any(axis=1))
        for side in (self.of_worker, self.of_professional):
            gain = (1.5 * self.p.pair_gain * self.met + side.rises) * (1.0 - side.trust)
            side.trust = clip(side.trust + gain - self.p.pair_loss_ratio * side.falls)
            side.interest = clip(side.interest + side.interest_change)
            side.rises[:], side.falls[:], side.interest_change[:] = 0.0, 0.0, 0.0
        self.explicit = clip(self.explicit + self.spoken)
        self.spoken[:] = 0.0
        self.story = clip(self.story + self.story_change)
        self.story_change[:] = 0.0
        self.leave_and_come()

    def feed(self, who: Any, stuck: float, unreached: Any, overload: Any, backing: Any) -> None:
        """Rules ``sources``, ``pioneers`` and ``district`` for one side, from the week as it began."""
        p, back = self.p, self.p.urgency_fading
        pressing, helps, mine = who.pressing, who.helps, who.mine
        cases = p.source_stuck * stuck + p.source_unreached * unreached + p.source_overload * overload
        hope = 0.5 * (p.source_overload * overload + p.source_stuck * stuck)
        task = p.source_message * self.message_felt
        who.pressing = clip(pressing + cases * (1 - pressing) - back * (pressing - who.pressing_rest))
        who.helps = clip(helps + hope * (1 - helps) - back * (helps - who.helps_rest))
        who.mine = clip(mine + task * (1 - mine) - back * (mine - who.mine_rest))
        felt, courage = who.backing_felt, who.courage
        drain = p.pioneers_drain * 0.2 * (1.0 - felt) * courage
        who.courage = courage + p.pioneers_gain * felt * (1.0 - courage) - drain
        who.backing_felt = clip(felt + (backing - felt) / p.pioneers_lag)
        felt, trust = 0.6 * who.backing_felt + 0.4 * self.message_felt, who.trust_district
        change = p.district_gain * felt * (1.0 - trust) - p.district_fading * (1.0 - felt) * trust
        who.trust_district = clip(trust + change)

    def image(self, who: Any, experience: Floats, known: Any, colleagues: Floats, told: Any) -> None:
        """Rule ``image``."""
        p, goodwill = self.p, 1.0 - who.bad.mean(axis=1)
        shift = p.image_own * (experience - goodwill) + p.image_colleagues * (colleagues - goodwill)
        shift += p.image_stories * (told - goodwill)
        who.bad = clip(who.bad - np.where(known, shift, 0.0)[:, None])

    def close_professionals(self, experience: Floats, known: Any) -> None:
        """Urgency, courage, trust in the district and images of professionals; the offer hears feedback."""
        p, pro, at = self.p, self.pro, self.employer
        goodwill, carries = 1.0 - pro.bad.mean(axis=1), pro.helps * pro.mine > 0.3
        carriers = np.bincount(at, carries) / self.staff
        colleagues = np.bincount(at, goodwill) / self.staff
        step = p.feedback_adapts * (1.0 - self.rigidity) * np.minimum(1.0, self.feedback)
        self.fit += np.minimum(1.0, step) * (1.0 - self.fit)
        self.feedback[:] = 0.0
        alone = p.isolation_drain * pro.courage * (1.0 - (carriers * self.backing)[at]) * carries
        unreached = self.unreached * np.where(self.domain[at] == PREVENTIVE, 1.0, 0.3)
        backing = np.minimum(1.0, 0.2 * self.backing + 0.1 * (1.0 - self.rigidity))[at]
        self.feed(pro, 0.0, unreached, 0.0, backing)
        pro.courage = clip(pro.courage - alone)
        self.image(pro, experience, known, colleagues[at], goodwill)

    def close_workers(self, experience: Floats, known: Any) -> None:
        """Load, urgency, courage, energy, mood and images of the workers who are there."""
        p, worker, at = self.p, self.worker, self.leads
        before = {name: values.copy() for name, values in vars(worker).items()}
        total = np.maximum(1.0, worker.spent + worker.hours)
        asked = worker.asked + worker.demand
        worker.overload = worker.overload + 0.1 * (clip(asked / total - 1.0) - worker.overload)
        worker.served = np.minimum(1.0, np.maximum(0.05, worker.hours / np.maximum(0.5, worker.demand)))
        overload, energy = worker.overload, worker.energy
        self.feed(worker, 0.0, 0.0, overload, 0.2 * self.linking[at] + 0.1 * worker.recognition_felt)
        worker.courage = clip(worker.courage)
        worker.others = worker.others + 0.1 * (clip(worker.spent / total - p.hours_own) - worker.others)
        seen = 0.5 * worker.partner_recognition
        rest = p.hours_rest * (1.0 - overload) * (1.0 - energy) - p.hours_drain * overload
        worker.energy = clip(energy + rest + p.recognition_energy * seen * (1.0 - energy))
        missed = p.recognition_missed * worker.others * (1.0 - seen)
        worker.disappointment = clip(
            worker.disappointment + missed - p.disappointment_fading * worker.disappointment
        )
        worker.recognition_felt = worker.recognition_felt + 0.05 * (seen - worker.recognition_felt)
        change = 0.03 * (experience - worker.partner_recognition)
        worker.partner_recognition = worker.partner_recognition + change
        goodwill = 1.0 - worker.bad.mean(axis=1)
        colleagues = (np.bincount(at, goodwill) / self.workers_of)[at]
        self.image(worker, experience, known, colleagues, self.story.mean(axis=0)[self.community[at]])
        for name, values in before.items():
            now = getattr(worker, name)
            here = worker.here > 0.0
            setattr(worker, name, np.where(here if now.ndim == 1 else here[:, None], now, values))
        worker.standing = clip(worker.standing + worker.standing_change)

    def leave_and_come(self) -> None:
        """Staff turns over; the worn-out stop, and others take their places later."""
        p, worker, sides = self.p, self.worker, (self.of_worker, self.of_professional)
        gone = np.flatnonzero(self.rng.random(len(self.employer)) < self.turnover[self.employer] / 52.0)
        if len(gone):
            self.make_professionals(gone)
            for side in sides:
                side.face[:, gone] = 0.0
            self.renew_professional_side(gone)
        here = worker.here > 0.0
        tired = np.maximum(0.0, 0.4 - worker.energy) / 0.4
        stop = p.hours_exit * tired * (0.5 + 0.5 * worker.disappointment)
        stops = np.flatnonzero(here & (self.rng.random(len(stop)) < stop))
        worker.absent[~here] -= 1.0
        back = np.flatnonzero(~here & (worker.absent <= 0.0))
        if len(back):
            self.make_workers(back)
            self.renew_worker_side(back)
        worker.here[stops], worker.absent[stops] = 0.0, int(p.volunteer_return)
        self.count("volunteer_exits", len(stops))
        for side in sides:
            side.face[stops] = 0.0
