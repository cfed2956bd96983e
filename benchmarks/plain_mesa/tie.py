"""A worker and a professional: how they meet, read each other, and what lies fertile between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.plain_mesa.collaboration import Collaboration
from benchmarks.plain_mesa.numbers import clip, near
from benchmarks.plain_mesa.readings import Readings
from benchmarks.plain_mesa.side import Side

if TYPE_CHECKING:
    from benchmarks.plain_mesa.actor import Actor
    from benchmarks.plain_mesa.model import PlainMesa
    from benchmarks.plain_mesa.professional import Professional
    from benchmarks.plain_mesa.worker import Worker

PAPER, PHONE, VISIT = 0, 1, 2
LEAST_FACE = 0.2
# What a name and a phone number from a colleague are worth beside a face one has met oneself.
HEARSAY = 0.4


class Tie(Readings):
    """One pair, with the two sides of it."""

    def __init__(self, model: PlainMesa, worker: Worker, professional: Professional) -> None:
        self.model, self.worker, self.professional = model, worker, professional
        self.of_worker, self.of_professional = Side(model.p), Side(model.p)
        self.contacts, self.weeks_apart, self.sent, self.met, self.credit = 0, 520, 0, 0.0, 0.0
        self.served = self.waiting = 0.0
        self.service, self.caller, self.collaboration = False, False, None
        self.attributed = self.mediated = self.coldness = self.explicit = self.story = 0.0
        self.explicit_change = self.story_change = 0.0
        self.gap = self.knowing = self.urgency = 0.0
        self.renew_worker_side()
        self.renew_professional_side()
        draw = model.random.random
        if draw() < model.p.start_faces:
            self.of_worker.exists = self.of_professional.exists = 1.0
            self.of_worker.face, self.of_professional.face = 0.4 + 0.4 * draw(), 0.4 + 0.4 * draw()
            self.of_worker.offer, self.of_professional.offer = 0.4, 0.3
            self.contacts, self.weeks_apart, self.service = 2, 4, True

    def renew_worker_side(self) -> None:
        """What a (new) worker starts with, seeded by images."""
        p, draw, mine, worker = self.model.p, self.model.random.random, self.of_worker, self.worker
        mine.exists, deep = near(p.start_knows_services, 0.2, draw()), draw()
        mine.offer = min(1.0, 2.0 * p.start_knows_deeper * deep)
        mine.face = min(1.0, 2.0 * p.start_knows_deeper * deep * deep)
        mine.trust = near(worker.goodwill(), 0.1, draw())
        mine.interest = 1.0 - worker.beliefs["uninterested"]
        mine.owed = self.served = 0.0
        self.drop_caller()

    def renew_professional_side(self) -> None:
        """What a (new) professional starts with; youth care trusts mediating workers more."""
        p, draw = self.model.p, self.model.random.random
        mine, professional = self.of_professional, self.professional
        own = p.start_knows_own if professional.background is self.worker.organisation.community else 0.0
        mine.exists, deep = near(p.start_knows_groups + own, 0.2, draw()), draw()
        mine.offer = min(1.0, 1.5 * p.start_knows_deeper * deep)
        mine.face = min(1.0, 2.0 * p.start_knows_deeper * deep * deep)
        bonus = 0.0
        if professional.institution.youth_care:
            bonus = p.start_youth_care_trust * (0.5 + self.worker.mediator)
        mine.trust = near(professional.goodwill() + bonus, 0.1, draw())
        mine.interest = 1.0 - professional.beliefs["uninterested"]
        mine.owed = self.coldness = self.served = self.waiting = 0.0
        self.drop_caller()

    def open_week(self) -> None:
        """Memory and knowledge fade; interest that was shown waits for a follow-up."""
        p = self.model.p
        self.met = 0.0
        self.weeks_apart += 1
        self.coldness *= 1.0 - p.memory_fading
        self.attributed *= 1.0 - p.memory_fading
        self.mediated *= 1.0 - p.memory_fading
        self.served *= 1.0 - p.memory_fading
        self.waiting *= 1.0 - p.memory_fading
        self.of_worker.owed *= 1.0 - 0.25 * p.memory_fading
        self.of_professional.owed *= 1.0 - 0.25 * p.memory_fading
        if self.weeks_apart > p.upkeep_grace:
            self.of_worker.upkeep()
            self.of_professional.upkeep()
        if self.credit > 0.0:
            self.credit -= 1.0
            if self.credit <= 0.0:
                self.break_interest()

    def channel(self, kind: int) -> float:
        """Rule ``channel``: a visit gets more across than a call, a call more than paper."""
        p = self.model.p
        weight = (p.channel_paper, p.channel_phone, p.channel_visit)[kind]
        face = min(self.of_worker.face, self.of_professional.face)
        return min(1.0, weight * (1.0 + p.channel_constant * face))

    def contact(self, kind: int) -> None:
        """Both sides learn from a contact, by its channel."""
        weight = self.channel(kind)
        self.of_worker.layers(weight)
        self.of_professional.layers(weight)
        self.meet(weight)

    def meet(self, weight: float) -> None:
        """They have met, or worked together, with this weight."""
        self.met = min(1.0, self.met + weight)
        self.weeks_apart = 0
        self.contacts += 1

    def give(self, much: float) -> None:
        """What the worker gave counts in the collaboration, or else in the service relation."""
        if self.collaboration is not None:
            self.collaboration.given += much
        else:
            self.served += much

    def be_available(self) -> None:
        """From now on the professional can call on the worker, without any design."""
        if self.collaboration is None:
            self.service = True

    def attribution(self, session: float) -> None:
        """Rule ``attribution``: of a family that came through the worker only a part is credited."""
        p, face = self.model.p, self.of_professional.face
        seen = p.attribution_seen * (0.3 + 0.7 * face) * (1.0 - p.attribution_session * session)
        self.attributed += seen
        self.model.referrals_attributed += seen

    def known(self) -> float:
        """How well the professional knows and trusts the worker, or has her on the list."""
        listed = self.model.p.chain_number if self.caller else 0.0
        return max(self.of_professional.face, listed) * self.of_professional.trust

    def drop_caller(self) -> None:
        """Whoever had the worker on the list is gone, or she is."""
        self.worker.callers -= self.caller
        self.caller = False

    def hear_of(self) -> None:
        """The professional hears from another institution that this is whom to turn to."""
        mine = self.of_professional
        mine.exists, mine.offer, mine.face = 1.0, max(mine.offer, 0.5 * HEARSAY), max(mine.face, HEARSAY)
        self.model.workers_passed_on += 1

    def keep_in_touch(self) -> None:
        """Those in a service relation phone each other now and then."""
        if self.service and self.worker.here and self.model.random.random() < self.model.p.service_contact:
            self.contact(PHONE)

    def read_soil(self) -> None:
        """Knowing and urgency of this week; the gap of positions once in four weeks."""
        mine, theirs = self.of_worker, self.of_professional
        if self.model.week % 4 == 0:
            both = zip(self.worker.position, self.professional.position, strict=True)
            self.gap = sum([abs(one - other) for one, other in both]) / len(self.worker.position)
        self.knowing = 0.25 * (mine.offer + mine.face + theirs.offer + theirs.face)
        self.urgency = 0.5 * (self.worker.urgency_now + self.professional.urgency_now)

    def trusting(self) -> float:
        """Condition 2: good images of each other's kind and belief in good intentions."""
        goodwill = self.worker.goodwill_now + self.professional.goodwill_now
        return 0.25 * (goodwill + self.of_worker.interest + self.of_professional.interest)

    def urging(self) -> float:
        """Condition 3: urgency on both sides."""
        return min(1.0, 2.0 * self.urgency)

    def agreeing(self) -> float:
        """Condition 4: agreement, a shared story making up for what is left of the gap."""
        return 1.0 - self.gap * (1.0 - 0.7 * self.story)

    def soil(self) -> float:
        """The scarcest of the four conditions."""
        return min(self.knowing, self.trusting(), self.urging(), self.agreeing())

    def may_start(self) -> bool:
        """Whether they know each other and do not work together yet."""
        faces = min(self.of_worker.face, self.of_professional.face)
        return self.collaboration is None and self.contacts > 0 and self.worker.here and faces >= LEAST_FACE

    def start(self) -> None:
        """Rule ``start``: soil, someone who takes the initiative, and hours."""
        if not self.may_start():
            return
        p, soil = self.model.p, self.soil()
        soil = (1.0 - p.start_field) * soil + p.start_field * self.model.soil * soil
        initiative = max(self.professional.drive(), self.worker.drive()) * (1.0 - self.waiting)
        hours = max(0.0, min(self.worker.hours_left, self.professional.hours_left))
        if self.model.random.random() < p.start_rate * soil * initiative * min(1.0, hours / p.start_hours):
            self.collaboration, self.credit, self.waiting = Collaboration(self), 0.0, 0.0
            self.model.collaborations.append(self.collaboration)
            self.model.starts += 1

    def part(self) -> None:
        """Rule ``upkeep``: whoever leaves takes the face along, and what they did together ends."""
        self.of_worker.face = self.of_professional.face = 0.0
        if self.collaboration is not None:
            self.collaboration.end("departure")

    def key_figure(self, dependence: float, weeks: int, left: Side, behind: Actor) -> None:
        """Rule ``key_figure``: memory leaves with a person, and the other's trust goes back to images."""
        p = self.model.p
        memory = p.key_memory * dependence * weeks / (weeks + p.key_tenure)
        relations = p.key_relations * (0.5 + 0.5 * dependence)
        left.trust += relations * (behind.goodwill() - left.trust)
        left.interest += relations * (1.0 - behind.beliefs["uninterested"] - left.interest)
        self.explicit *= 1.0 - memory
        self.story *= 1.0 - memory
        self.attributed *= 1.0 - memory
        self.mediated *= 1.0 - memory
        self.credit, self.contacts, self.sent, self.weeks_apart = 0.0, 0, 0, 520
        self.of_worker.owed = self.of_professional.owed = self.coldness = 0.0
        self.service = False

    def settle(self) -> None:
        """What the pair carries after the week."""
        self.of_worker.settle(self.met)
        self.of_professional.settle(self.met)
        self.explicit = clip(self.explicit + self.explicit_change)
        self.story = clip(self.story + self.story_change)
        self.explicit_change = self.story_change = 0.0
