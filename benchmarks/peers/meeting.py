"""How professionals and informal workers meet and read each other, on columns."""

from __future__ import annotations

from typing import Any

import numpy as np

from benchmarks.peers.columns import PREVENTIVE, YOUTH_CARE, People, Side, clip
from sim.arrays import Floats

PAPER, PHONE, VISIT = 0, 1, 2


class Meeting(People):
    """The part of the week in which people phone and approach each other."""

    def open_week(self, holiday: bool) -> None:
        """Hours are handed out, knowledge fades, and people phone and approach each other."""
        p, pro, worker = self.p, self.pro, self.worker
        self.message_felt = float(clip(self.message_felt - p.message_pace * self.message_felt))
        own = p.own_time * pro.pioneer * pro.courage
        pro.hours = pro.hours_planned * (1.0 - 0.5 * self.rigidity[self.employer]) + own
        pro.hours *= 0.3 if holiday else 1.0
        total = worker.hours_week * (0.4 + 0.6 * worker.energy) * worker.here
        worker.spent = p.hours_own * total
        worker.asked, worker.demand = worker.spent.copy(), np.zeros(len(total))
        worker.hours = total - worker.spent + worker.here * p.own_time * worker.pioneer * worker.courage
        worker.standing_change = np.zeros(len(total))
        self.met[:] = 0.0
        self.apart += 1
        lost = np.where(self.apart > p.upkeep_grace, p.upkeep_fading, 0.0)
        for side in (self.of_worker, self.of_professional):
            side.face -= lost * side.face
            side.offer -= lost * side.offer
        waiting = self.credit > 0.0
        self.credit[waiting] -= 1.0
        for i, j in np.argwhere(waiting & (self.credit <= 0.0)):
            broken = max(p.open_interest_unfollowed, p.open_interest_gain)
            self.of_worker.falls[i, j] += broken
            worker.bad[i, 4] += 0.5 * broken * (1.0 - worker.bad[i, 4])
        if not holiday:
            calls = self.service & (worker.here > 0.0)[:, None]
            for i, j in np.argwhere(calls & (self.rng.random(calls.shape) < p.service_contact)):
                self.contact(i, j, PHONE)
            self.professionals_approach()
            self.workers_approach()

    def readiness(self, who: Any) -> Floats:
        """Rules ``parts`` and ``step``."""
        p = self.p
        height = p.step_height * (1.0 - p.step_examples * 0.5 * who.backing_felt)
        return clip((who.pressing * who.helps * who.mine - height) / (1.0 - height) * p.step_slope)

    def contact(self, i: int, j: int, kind: int) -> None:
        """Rules ``channel`` and ``layers``: both sides learn from a contact, and have met."""
        p = self.p
        weight = (p.channel_paper, p.channel_phone, p.channel_visit)[kind]
        face = min(self.of_worker.face[i, j], self.of_professional.face[i, j])
        weight = min(1.0, weight * (1.0 + p.channel_constant * face))
        for side in (self.of_worker, self.of_professional):
            side.exists[i, j] += min(1.0, p.layer_existence * weight) * (1.0 - side.exists[i, j])
            side.offer[i, j] += p.layer_offer * weight * (1.0 - side.offer[i, j])
            side.face[i, j] += p.layer_face * weight * (1.0 - side.face[i, j])
        self.met[i, j] = min(1.0, self.met[i, j] + weight)
        self.apart[i, j] = 0
        self.contacts[i, j] += 1

    def intent(
        self, leaning: float, openness: float, pioneer: float, backed: float, haste: float = 0.0
    ) -> int:
        """Rule ``choice``: 0 asks, 1 is curious, 2 builds."""
        p, u = self.p, self.rng.random()
        asks = p.choice_instrumental * leaning + p.choice_haste * haste
        pulls = np.array([asks, p.choice_curious * openness, 0.0])
        pulls[2] = p.choice_building * pioneer * (0.3 + 0.7 * backed)
        return int(np.searchsorted(np.cumsum(pulls / (pulls.sum() + 1e-9))[:2], u, side="right"))

    def seen(self, i: int, j: int, interest: float, building: float) -> bool:
        """Rule ``approach_recognition``."""
        p, gap = self.p, abs(self.pro.position[j] - self.worker.position[i])
        base = p.recognise_instrumental * max(0.0, 1.0 - interest - building)
        base += max(p.recognise_interest, p.recognise_instrumental) * interest
        base += max(p.recognise_building, p.recognise_instrumental) * building
        return bool(self.rng.random() < min(1.0, base) * (1.0 - p.recognition_gap * gap))

    def professionals_approach(self) -> None:
        """Each professional who is ready may seek one worker."""
        p, pro, worker, mine = self.p, self.pro, self.worker, self.of_professional
        wish = p.approach_rate * self.readiness(pro) * (0.4 + 0.6 * pro.courage)
        for j in np.flatnonzero(self.rng.random(len(wish)) < wish):
            known = (0.1 + 0.5 * mine.exists[:, j] + 0.4 * mine.face[:, j]) * (0.4 + 0.6 * mine.trust[:, j])
            i = int(np.argmax(self.rng.random(len(known)) * known * worker.here))
            depth = 0.5 * (mine.offer[i, j] + mine.face[i, j])
            if not worker.here[i] or self.rng.random() >= 1.0 - p.trap_height * (1.0 - depth):
                continue
            cost = p.contact_hours + p.search_hours * (1.0 - 0.5 * mine.exists[i, j] - 0.5 * mine.offer[i, j])
            kind = VISIT if pro.hours[j] >= cost else (PHONE if pro.hours[j] >= 0.4 * cost else PAPER)
            pro.hours[j] -= min(cost, pro.hours[j])
            haste, means = max(0.0, 1.0 - pro.horizon[j] / p.choice_patience), 1.0 - pro.position[j]
            wants = self.intent(means, pro.posture[j], pro.pioneer[j], pro.backing_felt[j], haste)
            self.count("approaches_sent")
            seen = self.seen(i, j, float(wants == 1), float(wants == 2))
            if seen:
                self.count("approaches_recognised")
                self.contact(i, j, kind)
            if wants == 0:
                self.misread(i, j)
            elif wants == 1:
                self.count("approaches_open_interest")
            if seen and wants > 0:
                self.show_interest(i, j, 1.0 if wants == 1 else 0.6, waits=wants == 1)

    def misread(self, i: int, j: int) -> None:
        """Rules ``misreading`` and ``no_interest``: a request to refer, and the lukewarm answer to it."""
        p, bad = self.p, self.worker.bad
        lukewarm = self.worker.argument[i] * (1.0 - p.explicit_relief * self.explicit[i, j])
        lukewarm *= 1.0 - p.misreading_seen * self.of_worker.interest[i, j]
        closed = lukewarm * (1.0 - self.pro.argument[j])
        self.of_worker.falls[i, j] += p.misreading_sting * lukewarm
        self.of_professional.falls[i, j] += p.misreading_door * closed
        self.of_worker.interest_change[i, j] -= p.misreading_interest * lukewarm
        self.of_professional.interest_change[i, j] -= p.misreading_interest * closed
        bad[i, 2] += p.misreading_confirms * p.misreading_sting * lukewarm * (1.0 - bad[i, 2])
        self.pro.bad[j, 0] += p.misreading_confirms * p.misreading_door * closed * (1.0 - self.pro.bad[j, 0])
        self.count("approaches_misread", float(lukewarm >= 0.5))
        self.miss_interest(i, j, answering=False)

    def miss_interest(self, i: int, j: int, *, answering: bool) -> None:
        """Rule ``no_interest``."""
        shown = 0.5 * (self.pro.posture[j] + self.of_worker.interest[i, j])
        missing = self.p.no_interest_loss * (1.0 - shown)
        self.of_worker.falls[i, j] += missing
        if answering:
            self.of_worker.interest_change[i, j] -= missing
        self.worker.bad[i, 0] += self.p.misreading_confirms * missing * (1.0 - self.worker.bad[i, 0])

    def see_interest(self, side: Side, i: int, j: int, shown: float, weight: float = 1.0) -> float:
        """Rule ``open_interest``: it lifts trust, more the less was known."""
        trust = self.p.open_interest_gain * shown * (1.0 - 0.6 * side.offer[i, j])
        side.rises[i, j] += weight * trust
        side.interest_change[i, j] += self.p.open_interest_seen * shown * (1.0 - side.interest[i, j])
        return float(trust)

    def show_interest(self, i: int, j: int, shown: float, *, waits: bool) -> None:
        """Rule ``open_interest``: seen on both sides, and to be followed up."""
        patience = self.p.open_interest_patience
        self.credit[i, j] = patience if waits and self.credit[i, j] <= 0.0 else 0.0
        self.see_interest(self.of_worker, i, j, shown)
        trust = self.see_interest(self.of_professional, i, j, 0.7 * shown)
        self.worker.bad[i, 0] *= 1.0 - 0.5 * trust
        self.pro.bad[j, 0] *= 1.0 - 0.5 * trust

    def workers_approach(self) -> None:
        """Each worker who is ready may turn to one professional."""
        p, worker, mine = self.p, self.worker, self.of_worker
        wish = p.worker_approach_rate * self.readiness(worker) * (0.4 + 0.6 * worker.courage)
        able = (worker.here > 0.0) & (worker.hours >= p.contact_hours)
        for i in np.flatnonzero(able & (self.rng.random(len(wish)) < wish)):
            known = (0.1 + 0.3 * mine.exists[i] + 0.6 * mine.face[i]) * (0.4 + 0.6 * mine.trust[i])
            j = int(np.argmax(self.rng.random(len(known)) * known))
            depth = 0.5 * (mine.offer[i, j] + mine.face[i, j])
            if self.rng.random() >= 1.0 - p.trap_height * (1.0 - depth):
                continue
            self.spend(i, p.contact_hours)
            worker.asked[i] += p.contact_hours
            backed, curious = worker.backing_felt[i], 1.0 - worker.recognition_felt[i]
            wants = self.intent(0.4 + 0.6 * worker.overload[i], curious, worker.pioneer[i], backed)
            offers = wants == 0 and worker.overload[i] <= 0.25
            self.count("approaches_sent")
            self.count("approaches_by_workers")
            if not self.seen(i, j, 1.0 if offers else (0.4 if wants == 1 else 0.0), float(wants == 2)):
                self.miss_interest(i, j, answering=True)
                continue
            self.count("approaches_recognised")
            self.contact(i, j, PHONE if mine.face[i, j] < 0.5 else VISIT)
            self.credit[i, j] = 0.0
            if wants == 2:
                read = (1.0 - self.pro.position[j]) * (1.0 - self.explicit[i, j])
                self.of_professional.rises[i, j] += p.invite_goodwill * read
            self.see_interest(self.of_professional, i, j, 1.0 if wants == 2 or offers else 0.5, 0.5)
            if wants > 0:
                self.spoken[i, j] += 0.05 * (1.0 - self.explicit[i, j])

    def look_up(self) -> None:
        """For every worker the best known professional in prevention and in youth care, -1 for none."""
        score = self.of_worker.face * self.of_worker.trust
        for heavy, domain in enumerate((PREVENTIVE, YOUTH_CARE)):
            known = np.where(self.domain[self.employer] == domain, score, 0.0)
            best = known.argmax(axis=1)
            self.best[heavy] = np.where(known[np.arange(len(best)), best] > 0.05, best, -1)
