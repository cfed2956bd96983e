"""Families in starsim: the people of a sim, their rules as columns over uids."""

from __future__ import annotations

from typing import Any

import numpy as np
import starsim as ss

from benchmarks.peers.actors import Actors
from benchmarks.peers.columns import PREVENTIVE, YOUTH_CARE
from sim.arrays import Floats
from sim.calendar import HOLIDAYS

STREET_SAFETY = 0.65
# Everything a family carries.
CARRIED = (
    "child_age", "education", "worries", "shame", "head", "real", "knowledge", "isolation", "empowerment",
    "trust_worker", "trust_district", "words", "severity", "need", "need_change", "prior", "weeks_in_help",
)  # fmt: skip
PLACES = ("community", "organisation", "worker", "helper", "in_crisis")
DRAWS = (
    "arises", "size", "grade", "comes", "plays", "brought", "lottery", "opens", "refers", "believes", "risks",
    "accepts", "door", "enters", "whom", "swing", "fright",
)  # fmt: skip


class Families(ss.Module):
    """A family's question, peers, the worker it turns to, and the ways to help."""

    def __init__(self, actors: Actors, attends: float) -> None:
        super().__init__()
        self.actors, self.attends = actors, attends
        for name in DRAWS:
            setattr(self, name, ss.random(name=name))
        self.define_states(
            *[ss.FloatArr(name, default=0.0) for name in CARRIED],
            *[ss.FloatArr(name, default=0.0) for name in ("trust_preventive", "trust_youth_care")],
            *[ss.IntArr(name, default=-1) for name in PLACES],
        )

    def init_post(self) -> None:
        """The first families."""
        super().init_post()
        everyone = self.sim.people.auids
        self.come(everyone)
        rng = self.actors.rng
        self.child_age[everyone] = 4.0 + 14.0 * rng.random(len(everyone))
        asks = rng.random(len(everyone)) < 0.4
        self.need[everyone] = np.where(asks, 0.5 * rng.random(len(everyone)), 0.0)

    def come(self, who: ss.uids) -> None:
        """(New) families: community, circumstances, whether and where they attend."""
        a, n = self.actors, len(who)
        p, draw, near = a.p, a.rng.random, a.near
        community, education = a.rng.choice(len(a.share), n, p=a.share), draw(n)
        self.community[who], self.education[who] = community, education
        self.worries[who] = near(0.55 - 0.3 * education, 0.25, n)
        self.shame[who] = near(0.6 - 0.3 * education, 0.2, n)
        self.head[who], self.real[who] = near(0.5, 0.3, n), near(0.65 - 0.3 * education, 0.3, n)
        self.knowledge[who] = near(p.start_knows_parent + 0.3 * (education - 0.5), 0.2, n)
        self.trust_preventive[who] = near(p.start_parent_trust, 0.2, n)
        self.trust_youth_care[who] = near(1.0 - p.start_fear, 0.15, n)
        self.trust_district[who] = near(p.start_trust_district, 0.15, n)
        self.isolation[who], self.empowerment[who] = near(0.5, 0.3, n), near(0.35, 0.2, n)
        self.words[who], self.severity[who], self.child_age[who] = 0.15 + 0.35 * education, draw(n), 4.0
        self.need[who], self.need_change[who], self.prior[who] = 0.0, 0.0, 0.0
        self.helper[who], self.in_crisis[who], self.weeks_in_help[who] = -1, 0, 0
        self.organisation[who], self.worker[who], self.trust_worker[who] = -1, -1, 0.2
        place = self.nearby(community)
        members = (place >= 0) & (draw(n) < self.attends)
        joined = who[members]
        self.organisation[joined] = place[members]
        self.worker[joined] = self.someone_of(place[members])
        self.trust_worker[joined] = 0.5 + 0.45 * draw(len(joined))
        self.isolation[joined] *= 0.6

    def nearby(self, community: Any) -> Any:
        """A self-organisation of each one's community, the larger more often; -1 where there is none."""
        a, found = self.actors, np.full(len(community), -1)
        for c in range(len(a.share)):
            there, here = np.flatnonzero(a.community == c), community == c
            if len(there):
                found[here] = a.rng.choice(there, here.sum(), p=a.reach[there] / a.reach[there].sum())
        return found

    def someone_of(self, place: Any) -> Any:
        """A worker of each self-organisation."""
        a = self.actors
        return a.first_worker[place] + (a.rng.random(len(place)) * a.workers_of[place]).astype(int)

    def step(self) -> None:
        """A week of every family."""
        everyone = self.sim.people.auids
        self.child_age[everyone] += 1.0 / 52.0
        grown = (self.child_age >= 18.0).uids
        if len(grown):
            self.come(grown)
        self.questions()
        self.members = self.count_members()
        asking = (self.need > 0.0).uids
        self.meet_peers(asking)
        self.meet_neighbours(asking)
        self.turn_to_workers(asking)
        self.seek_help(asking)
        self.fall_into_crisis(asking)

    def count_members(self) -> Any:
        """How many families attend each self-organisation."""
        return np.bincount(self.organisation[(self.organisation >= 0).uids], minlength=len(self.actors.reach))

    def questions(self) -> None:
        """Rule ``questions``: a question may arise; unattended, the one there is grows."""
        p, asking, others = self.actors.p, (self.need > 0.0).uids, (self.need <= 0.0).uids
        strain = (0.5 + 0.4 * self.worries[asking] + 0.4 * self.isolation[asking]) * (
            1.0 - 0.6 * self.empowerment[asking]
        )
        strain *= self.helper[asking] < 0
        pushes = (0.2 + 1.6 * self.severity[asking]) * strain * (0.35 + self.need[asking])
        self.need_change[asking] += p.question_growth * (pushes - p.question_balance)
        puberty = p.question_puberty * (self.child_age[others] >= 12.0)
        chance = p.question_rate * (1.0 + puberty) * (0.7 + 0.6 * self.worries[others])
        new = others[self.arises.rvs(others) < chance]
        self.need[new] = 0.1 + 0.25 * self.size.rvs(new)
        self.words[new], self.severity[new] = 0.1 + 0.3 * self.education[new], self.grade.rvs(new)
        self.prior[new], self.in_crisis[new] = 0.0, 0

    def living_room(self, who: ss.uids, warmth: Any) -> None:
        """Rule ``living_room``: a safe space lowers shame, gives words and lets peers help."""
        p, shame, words, need = self.actors.p, self.shame[who], self.words[who], self.need[who]
        self.shame[who] = shame - p.living_room_shame * warmth * shame
        self.words[who] = words + p.living_room_words * warmth * (1.0 - words) * (1.0 - 0.5 * shame)
        self.need_change[who] -= p.living_room_ease * warmth * (1.0 - need) ** 2 * (0.3 + 0.7 * words)

    def meet_peers(self, asking: ss.uids) -> None:
        """Those who attend may come to the gathering."""
        a, week = self.actors, self.ti
        gathers = (week + np.arange(len(a.reach))) % a.between == 0
        if week % 52 in HOLIDAYS or not gathers.any():
            return
        inside = asking[self.organisation[asking] >= 0]
        place = self.organisation[inside]
        room = a.reach[place] * gathers[place]
        came = self.comes.rvs(inside) * np.maximum(1, self.members[place]) < room
        who = inside[came]
        self.living_room(who, a.warmth[place[came]])
        self.isolation[who] *= 0.995
        self.empowerment[who] = np.minimum(1.0, self.empowerment[who] + 0.002)

    def meet_neighbours(self, asking: ss.uids) -> None:
        """Four weeks outside: stories, and children who bring their parents along."""
        a, p = self.actors, self.actors.p
        who = asking[(self.organisation[asking] < 0) & ((self.ti + np.asarray(asking)) % 4 == 0)]
        community = self.community[who]
        for own, story in ((self.trust_preventive, a.story[0]), (self.trust_youth_care, a.story[1])):
            own[who] += p.hearsay * (story[community] - own[who])
        talking = np.bincount(a.community, self.members * a.safety, minlength=len(a.share))
        talk = np.minimum(1.0, talking / np.maximum(1.0, a.told_among))
        age, draw = self.child_age[who], self.plays.rvs(who)
        plays = who[(age >= 6.0) & (age < 16.0) & (draw < p.child_channel * talk[community])]
        self.living_room(plays, STREET_SAFETY * p.living_room_street)
        brought = plays[self.brought.rvs(plays) < p.empowered_brings]
        worker, place = self.worker[brought], self.nearby(self.community[brought])
        known = worker >= 0
        worker = np.where(known, worker, np.where(place >= 0, self.someone_of(np.maximum(0, place)), -1))
        goes = (worker >= 0) & (a.worker.here[worker] > 0.0)
        joined, worker = brought[goes], worker[goes]
        self.worker[joined], self.organisation[joined] = worker, a.leads[worker]
        standing = 0.2 + 0.3 * a.worker.standing[worker]
        self.trust_worker[joined] = np.maximum(self.trust_worker[joined], standing)
        a.count("families_joined", len(joined))

    def turn_to_workers(self, asking: ss.uids) -> None:
        """Prior work, as far as the hours go, and the referral that may follow it."""
        a, p = self.actors, self.actors.p
        turns = (self.helper[asking] < 0) & (self.worker[asking] >= 0) & (self.need[asking] >= 0.2)
        who = asking[turns]
        who = who[a.worker.here[self.worker[who]] > 0.0]
        worker = self.worker[who]
        readiness = self.readiness(who)
        a.worker.demand += 0.5 * p.prior_hours * np.bincount(worker, minlength=len(a.leads))
        lucky = self.lottery.rvs(who) < a.worker.served[worker]
        wants = lucky & (self.opens.rvs(who) < 0.5 * self.trust_worker[who])
        wants[wants] = taken(worker[wants], a.worker.hours / p.prior_hours)
        self.prior_work(who[wants], worker[wants])
        heavy = (self.need[who] > 0.6).astype(int)
        partner = a.best[heavy, worker]
        face, trust = a.of_worker.face[worker, partner], a.of_worker.trust[worker, partner]
        willing = p.refer_rate * face * trust * (0.4 + 0.6 * readiness)
        willing *= np.where((self.prior[who] == 0) & (self.words[who] < p.prior_words), 0.3, 1.0)
        offered = (partner >= 0) & (self.need[who] >= 0.3) & (self.refers.rvs(who) < willing)
        self.be_offered(who[offered], worker[offered], partner[offered], readiness[offered], heavy[offered])

    def readiness(self, who: ss.uids) -> Floats:
        """Rule ``prior_work``: how far advice can land."""
        p = self.actors.p
        landed = np.minimum(1.0, self.words[who] / p.prior_words)
        landed *= 1.0 - p.prior_own * (1.0 - np.minimum(1.0, self.prior[who] / p.prior_weeks))
        return p.prior_without + (1.0 - p.prior_without) * landed * (1.0 - 0.6 * self.shame[who])

    def prior_work(self, who: ss.uids, worker: Any) -> None:
        """Rule ``prior_work``: a week of it gives words and takes off shame."""
        a, p = self.actors, self.actors.p
        spent = p.prior_hours * np.bincount(worker, minlength=len(a.leads))
        a.spend(slice(None), spent)
        progress = p.prior_pace * (1.0 - self.words[who])
        self.prior[who] += 1.0
        self.words[who] += progress
        self.shame[who] *= 1.0 - 0.5 * p.prior_pace
        self.need_change[who] -= 0.15 * progress * self.need[who]
        best = a.best[PREVENTIVE, worker]
        known = np.where(best >= 0, a.of_worker.offer[worker, best], 0.0)
        knowledge = self.knowledge[who]
        self.knowledge[who] = np.minimum(1.0, knowledge + p.hearsay_offer * known * (1.0 - knowledge))

    def acceptance(self, trust: Any, who: ss.uids, real: Any, readiness: Any, warm: Any) -> Floats:
        """Rule ``acceptance``: both thresholds must be low enough."""
        p = self.actors.p
        left = 1.0 - p.acceptance_warm * warm
        head_open = np.maximum(0.0, 1.0 - p.acceptance_head * self.head[who] * left)
        return trust * head_open * np.maximum(0.0, 1.0 - p.acceptance_real * real * left) * readiness

    def real_distance(self, who: ss.uids, at: Any) -> Floats:
        """How far the offer really is for these families."""
        return np.minimum(1.0, (1.0 - self.actors.fit[at]) * (0.5 + self.real[who]))

    def own_trust(self, who: ss.uids, heavy: Any) -> Any:
        """Own trust in youth care or in prevention, and what is told of it."""
        own = np.where(heavy == 1, self.trust_youth_care[who], self.trust_preventive[who])
        return own, self.actors.story[heavy, self.community[who]]

    def be_offered(self, who: ss.uids, worker: Any, partner: Any, readiness: Any, heavy: Any) -> None:
        """Workers offer referrals, if nothing keeps them back; families accept or decline."""
        a, p = self.actors, self.actors.p
        bad = a.worker.bad[worker]
        doubt = 1.0 - 0.5 * (a.of_worker.trust[worker, partner] + 1.0 - 0.5 * (bad[:, 1] + bad[:, 3]))
        kept = self.believes.rvs(who) < p.disbelief_caution * doubt**2
        a.count("withheld_by_disbelief", kept.sum())
        own, told = self.own_trust(who, heavy)
        risk = p.standing_stake * (0.3 + 0.7 * (1.0 - told))
        goes = ~kept & (self.risks.rvs(who) >= np.minimum(1.0, p.standing_caution * risk))
        cost = p.standing_cost * risk[goes] * a.worker.standing[worker[goes]]
        a.worker.standing_change -= np.bincount(worker[goes], cost, minlength=len(a.leads))
        who, worker, partner = who[goes], worker[goes], partner[goes]
        a.count("referrals_offered", len(who))
        at, word = a.employer[partner], p.refer_word
        trust = word * self.trust_worker[who] + 0.5 * (1.0 - word) * (own[goes] + told[goes])
        real, warm = self.real_distance(who, at), a.of_worker.face[worker, partner]
        yes = self.accepts.rvs(who) < self.acceptance(trust, who, real, readiness[goes], warm)
        a.feedback += np.bincount(at[~yes], real[~yes], minlength=len(a.feedback))
        yes[yes] = taken(at[yes], a.left)
        self.enter(who[yes], partner[yes])
        a.count("referrals_accepted", yes.sum())
        pairs = worker[yes], partner[yes]
        np.add.at(a.met, pairs, p.channel_phone)
        np.add.at(a.contacts, pairs, 1)
        a.met[pairs] = np.minimum(1.0, a.met[pairs])
        a.apart[pairs], a.service[pairs] = 0, True

    def enter(self, who: ss.uids, helper: Any) -> None:
        """Families enter help; places are taken."""
        a = self.actors
        a.left -= np.bincount(a.employer[helper], minlength=len(a.left))
        self.helper[who], self.weeks_in_help[who] = helper, 0.0
        a.count("early_help", (self.need[who] < 0.5).sum())

    def seek_help(self, asking: ss.uids) -> None:
        """Families may find prevention by themselves or through school: the best fit with a place."""
        a, p = self.actors, self.actors.p
        seeking = asking[(self.helper[asking] < 0) & (self.need[asking] > 0.3)]
        alone = p.seek_rate * self.knowledge[seeking] * self.words[seeking]
        door = self.door.rvs(seeking)
        comes = door < alone + p.refer_school * self.need[seeking]
        who, self_found = seeking[comes], (door < alone)[comes]
        draw, whom = self.enters.rvs(who), self.whom.rvs(who)
        own, told = self.own_trust(who, np.zeros(len(who), int))
        trust, ready = 0.4 * (own + told) + 0.2 * self.trust_district[who], self.words[who] / p.prior_words
        waits = np.ones(len(who), bool)
        for at in sorted(np.flatnonzero(a.domain == PREVENTIVE), key=lambda n: -a.fit[n]):
            chance = self.acceptance(trust, who, self.real_distance(who, at), np.minimum(1.0, ready), 0.0)
            stays = np.flatnonzero(waits & (draw < chance))[: int(a.left[at])]
            self.enter(who[stays], a.first[at] + (whom[stays] * a.staff[at]).astype(int))
            a.count("self_referrals", self_found[stays].sum())
            if a.left[at] >= 1.0:
                break
            # Whoever comes after the last place was taken goes to the next.
            waits[: stays[-1] + 1 if len(stays) else 0] = False

    def fall_into_crisis(self, asking: ss.uids) -> None:
        """Questions that grew end in heavy care: late, unless prevention was helping."""
        a = self.actors
        heavy = a.domain[a.employer[self.helper[asking]]] == YOUTH_CARE
        worst = self.need[asking] >= a.p.crisis_level
        who = asking[worst & ~(heavy & (self.helper[asking] >= 0))]
        a.count("late_crises", ((self.in_crisis[who] != 1) & (self.helper[who] < 0)).sum())
        at = max(np.flatnonzero(a.domain == YOUTH_CARE), key=lambda n: a.left[n])
        self.helper[who] = a.first[at] + (a.rng.random(len(who)) * a.staff[at]).astype(int)
        self.in_crisis[who], self.weeks_in_help[who] = 1, 0.0


def taken(at: Any, room: Floats) -> Any:
    """Which of those who come, in their order, still find room where they come."""
    order = np.argsort(at, kind="stable")
    ranked, rank = at[order], np.empty(len(at), int)
    rank[order] = np.arange(len(at)) - np.searchsorted(ranked, ranked)
    return rank < np.floor(room[at])
