"""The part of the rules as plain objects: what Mesa's and AgentPy's agents share.

Each is the full reference without the rules that are left out; the rules that stay are the same methods.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.plain_mesa.family import Living
from benchmarks.plain_mesa.numbers import clip
from benchmarks.plain_mesa.places import Gathering, Serving, Telling
from benchmarks.plain_mesa.professional import Advising
from benchmarks.plain_mesa.tie import Tie
from benchmarks.plain_mesa.worker import Leading
from sim.state import VOLUNTEER_ROLE

if TYPE_CHECKING:
    from benchmarks.plain_mesa.places import SelfOrganisation
    from benchmarks.plain_mesa.professional import Professional
    from benchmarks.plain_mesa.worker import Worker
    from sim.settings import District

# At the children's activities parents meet as on the street.
STREET_SAFETY = 0.65


class Pair(Tie):
    """A worker and a professional: knowing, trust, interest seen, and what is spoken out."""

    def open_week(self) -> None:
        """Knowledge fades; interest that was shown waits for a follow-up."""
        self.met = 0.0
        self.weeks_apart += 1
        if self.weeks_apart > self.model.p.upkeep_grace:
            self.of_worker.upkeep()
            self.of_professional.upkeep()
        if self.credit > 0.0:
            self.credit -= 1.0
            if self.credit <= 0.0:
                self.break_interest()

    def look_back(self) -> None:
        """What was experienced with each other so far."""
        if self.contacts == 0:
            return
        self.worker.experience.append(self.of_worker.trust)
        self.professional.experience.append(self.of_professional.trust)
        if self.service and self.weeks_apart > 40:
            self.service = False

    def part(self) -> None:
        """Rule ``upkeep``: whoever leaves takes the face along."""
        self.of_worker.face = self.of_professional.face = 0.0


class OfProfessional(Advising):
    """Someone who works at an institution."""

    def means(self) -> float:
        """How far volunteers are seen as a means."""
        return 1.0 - self.position[VOLUNTEER_ROLE]

    def open_week(self) -> None:
        """Hours for collaboration this week; own time comes on top."""
        planned = self.hours_planned * (1.0 - 0.5 * self.institution.rigidity)
        own = self.model.p.own_time * self.pioneer * self.courage
        self.hours_left = (planned + own) * (0.3 if self.model.holiday else 1.0)
        self.experience = []

    def close_week(self) -> None:
        """Urgency, courage, trust in the district and images after this week."""
        at = self.institution
        self.sources(0.0, self.model.unreached * (1.0 if at.preventive else 0.3), 0.0)
        self.pioneers(min(1.0, 0.2 * at.backing + 0.1 * (1.0 - at.rigidity)))
        self.district()
        self.isolation()
        self.image(at.goodwill, self.goodwill())
        self.settle()

    def perhaps_leave(self) -> None:
        """Staff turns over; whoever comes does not know anybody yet."""
        if self.random.random() < self.institution.turnover:
            self.renew()
            for tie in self.ties:
                tie.part()
                tie.renew_professional_side()


class OfWorker(Leading):
    """A volunteer who leads a self-organisation."""

    def open_week(self) -> None:
        """Volunteer hours are finite and go to own people first."""
        p = self.model.p
        self.experience, self.demand = [], 0.0
        total = self.hours_week * (0.4 + 0.6 * self.energy) if self.here else 0.0
        self.spent = self.asked = p.hours_own * total
        self.hours_left = total - self.spent
        if self.here:
            self.hours_left += p.own_time * self.pioneer * self.courage

    def look_up(self) -> None:
        """Find the best known professional in prevention and in youth care."""
        self.best_preventive = self.best_youth_care = None
        light = heavy = 0.05
        for tie in self.ties:
            score, institution = tie.of_worker.face * tie.of_worker.trust, tie.professional.institution
            if institution.preventive and score > light:
                self.best_preventive, light = tie, score
            elif institution.youth_care and score > heavy:
                self.best_youth_care, heavy = tie, score

    def close_week(self) -> None:
        """Load, urgency, courage, energy, mood and images after this week."""
        if self.here:
            p, total = self.model.p, max(1.0, self.spent + self.hours_left)
            self.asked += self.demand
            self.overload += 0.1 * (clip(self.asked / total - 1.0) - self.overload)
            self.served = min(1.0, max(0.05, self.hours_left / max(0.5, self.demand)))
            self.sources(0.0, 0.0, self.overload)
            self.pioneers(0.2 * self.organisation.linking + 0.1 * self.recognition_felt)
            self.district()
            self.others += 0.1 * (clip(self.spent / total - p.hours_own) - self.others)
            self.hours()
            self.load_recognition()
            self.changes["disappointment"] -= p.disappointment_fading * self.disappointment
            experience = sum(self.experience) / max(1, len(self.experience))
            self.partner_recognition += 0.03 * (experience - self.partner_recognition)
            self.image(self.organisation.goodwill, self.organisation.community.told())
        self.settle()

    def perhaps_leave(self) -> None:
        """Rule ``hours``: the worn-out stop; others take their places later."""
        if not self.here:
            self.absent -= 1
            if self.absent <= 0:
                self.renew()
                for tie in self.ties:
                    tie.renew_worker_side()
            return
        p, tired = self.model.p, max(0.0, 0.4 - self.energy) / 0.4
        if self.random.random() < p.hours_exit * tired * (0.5 + 0.5 * self.disappointment):
            self.here, self.absent = False, int(p.volunteer_return)
            self.model.volunteer_exits += 1
            for tie in self.ties:
                tie.part()


class OfFamily(Living):
    """A family: its question, peers, the worker it turns to, and help."""

    def live(self) -> None:
        """A week of this family: a question arises or grows, peers, the worker, the services, crisis."""
        self.child_age += 1.0 / 52.0
        if self.child_age >= 18.0:
            self.leave()
        self.questions()
        if self.need <= 0.0:
            return
        if self.organisation is None:
            if (self.model.week + self.number) % 4 == 0:
                self.meet_neighbours()
        elif self.organisation.gathers():
            self.meet_peers(self.organisation)
        if self.helper is None:
            if self.worker is not None and self.worker.here and self.need >= 0.2:
                self.turn_to(self.worker)
            if self.helper is None and self.need > 0.3:
                self.seek_help()
        if self.need >= self.model.p.crisis_level and not (self.helper is not None and self.heavy):
            self.fall_into_crisis()

    def meet_peers(self, organisation: SelfOrganisation) -> None:
        """Perhaps come to the gathering."""
        if self.random.random() * max(1, organisation.members) < organisation.reach:
            self.living_room(organisation.safety * organisation.place)
            self.isolation *= 0.995
            self.empowerment = min(1.0, self.empowerment + 0.002)

    def meet_neighbours(self) -> None:
        """Four weeks outside: stories, and children who bring their parents along."""
        p = self.model.p
        self.hear()
        if 6.0 <= self.child_age < 16.0 and self.random.random() < p.child_channel * self.community.talk:
            self.living_room(STREET_SAFETY * p.living_room_street)
            self.be_brought()

    def turn_to(self, worker: Worker) -> None:
        """Prior work, if the hours' lottery allows, and the referral that may follow it."""
        p, draw, readiness = self.model.p, self.random.random, self.readiness()
        worker.demand += 0.5 * p.prior_hours
        if draw() < worker.served and draw() < 0.5 * self.trust_worker and worker.hours_left >= p.prior_hours:
            self.prior_work(worker)
        heavy = self.need > 0.6
        tie = worker.best_youth_care if heavy else worker.best_preventive
        if tie is None or self.need < 0.3:
            return
        willing = p.refer_rate * tie.of_worker.face * tie.of_worker.trust * (0.4 + 0.6 * readiness)
        if self.prior == 0 and self.words < p.prior_words:
            willing *= 0.3
        if draw() < willing:
            self.be_offered(tie, readiness, heavy=heavy)

    def prior_work(self, worker: Worker) -> None:
        """Rule ``prior_work``: a week of it gives words and takes off shame."""
        p = self.model.p
        worker.spend(p.prior_hours)
        progress = p.prior_pace * (1.0 - self.words)
        self.prior += 1
        self.words += progress
        self.shame *= 1.0 - 0.5 * p.prior_pace
        self.need_change -= 0.15 * progress * self.need
        if worker.best_preventive is not None:
            known = worker.best_preventive.of_worker.offer
            self.knowledge = min(1.0, self.knowledge + p.hearsay_offer * known * (1.0 - self.knowledge))

    def is_kept_back(self, tie: Pair, *, heavy: bool) -> bool:
        """Whether the worker keeps the family away: disbelief, or own standing at stake."""
        model, worker, p = self.model, tie.worker, self.model.p
        if worker.disbelief(tie):
            model.withheld_by_disbelief += 1
            return True
        risk = worker.standing_at_stake(1.0 - self.community.story(heavy=heavy))
        if self.random.random() < min(1.0, p.standing_caution * risk):
            return True
        worker.changes["standing"] -= p.standing_cost * risk * worker.standing
        return False

    def be_offered(self, tie: Pair, readiness: float, *, heavy: bool) -> None:
        """A worker offers a referral, if nothing keeps her back; the family accepts or declines."""
        if self.is_kept_back(tie, heavy=heavy):
            return
        model, at, p = self.model, tie.professional.institution, self.model.p
        model.referrals_offered += 1
        own = self.trust_youth_care if heavy else self.trust_preventive
        told = self.community.story(heavy=heavy)
        trust = p.refer_word * self.trust_worker + 0.5 * (1.0 - p.refer_word) * (own + told)
        real = self.real_distance(at)
        chance = self.acceptance(trust, self.threshold_head, real, readiness, tie.of_worker.face)
        if self.random.random() >= chance:
            at.feedback += real
        elif at.places >= 1.0:
            model.referrals_accepted += 1
            self.enter_help(tie.professional)
            tie.meet(p.channel_phone)
            tie.service = True

    def seek_help(self) -> None:
        """A family may find prevention by itself or through school."""
        model, p, door = self.model, self.model.p, self.random.random()
        alone = p.seek_rate * self.knowledge * self.words
        if door >= alone + (p.refer_school * self.need if model.schools else 0.0):
            return
        free = [at for at in model.preventive if at.places >= 1.0]
        if not free:
            return
        at = max(free, key=lambda institution: institution.fit)
        trust = 0.4 * (self.trust_preventive + self.community.story_preventive) + 0.2 * self.trust_district
        ready = min(1.0, self.words / p.prior_words)
        chance = self.acceptance(trust, self.threshold_head, self.real_distance(at), ready, 0.0)
        if self.random.random() < chance:
            model.self_referrals += door < alone
            self.enter_help(self.random.choice(at.professionals))

    def enter_help(self, professional: Professional) -> None:
        """A family enters help; a place is taken."""
        professional.institution.places -= 1.0
        self.helper, self.heavy = professional, professional.institution.youth_care
        self.weeks_in_help = 0
        self.model.early_help += self.need < 0.5

    def be_served(self) -> None:
        """Help eases, and ends."""
        if self.helper is None:
            return
        p, helper, heavy = self.model.p, self.helper, self.heavy
        self.weeks_in_help += 1
        fitting, skill = 1.0 - self.real_distance(helper.institution), 1.0 - p.help_fit - p.help_posture
        quality = p.help_fit * fitting + p.help_posture * helper.posture + skill * helper.skill
        self.need_change -= p.help_effect * (p.help_least + quality) * (p.help_least + self.need)
        if self.need <= 0.05 or self.weeks_in_help >= p.help_weeks * (2.0 if heavy else 1.0):
            self.end_help(quality)

    def flow_back(self, outcome: float) -> None:
        """Nobody comes back to a worker: left out."""


class OfInstitution(Serving):
    """A formal organisation with places for families."""

    def look_around(self) -> None:
        """Who carries collaboration here, what colleagues think of workers, what is heard of the offer."""
        staff, p = self.professionals, self.model.p
        self.carriers = sum(each.helps * each.mine > 0.3 for each in staff) / len(staff)
        self.goodwill = sum(each.goodwill() for each in staff) / len(staff)
        step = p.feedback_adapts * (1.0 - self.rigidity) * min(1.0, self.feedback)
        self.fit += min(1.0, step) * (1.0 - self.fit)
        self.feedback = 0.0


class OfOrganisation(Gathering):
    """A volunteer organisation with its gatherings."""


class OfCommunity(Telling):
    """A community in which experiences travel."""

    def open_week(self) -> None:
        """How far its families talk together: those who attend, in the safety of their space."""
        talking = sum(at.members * at.safety for at in self.organisations)
        self.talk = min(1.0, talking / max(1.0, self.families))

    def close_week(self) -> None:
        """The stories after the week."""
        self.story_preventive = clip(self.story_preventive + self.preventive_change)
        self.story_youth_care = clip(self.story_youth_care + self.youth_care_change)
        self.preventive_change = self.youth_care_change = 0.0


COUNTS = (
    "approaches_sent", "approaches_recognised", "approaches_misread", "approaches_referral",
    "approaches_open_interest", "approaches_building", "approaches_by_workers", "invitations_as_offer",
    "referrals_offered", "referrals_accepted", "self_referrals", "early_help", "late_crises",
    "eased_in_own_circle", "withheld_by_disbelief", "families_joined", "volunteer_exits",
)  # fmt: skip


class OfDistrict:
    """What both models do alike: found a district, and the loops over pairs, which are plain objects."""

    def begin(self, district: District) -> None:
        """A world before anybody is in it."""
        self.week, self.holiday = 0, False
        self.message_felt, self.examples, self.unreached = district.message_history, 0.0, 0.0
        self.attends = district.attends
        self.start_counts()

    def tie_pairs(self) -> None:
        """A pair for each worker and professional."""
        self.ties = []
        for worker in self.workers:
            for professional in self.professionals:
                tie = Pair(self, worker, professional)
                self.ties.append(tie)
                worker.add(tie, professional)
                professional.add(tie, worker)

    def sort_institutions(self) -> None:
        """Institutions by what they are for."""
        self.schools = [at for at in self.institutions if at.school]
        self.preventive = [at for at in self.institutions if at.preventive]
        self.youth_care = [at for at in self.institutions if at.youth_care]

    def start_counts(self) -> None:
        """What is counted on the way starts anew."""
        for name in COUNTS:
            setattr(self, name, 0)

    def message(self) -> None:
        """Rule ``message``: nothing is said any more, and what was said is forgotten."""
        self.message_felt = clip(self.message_felt - self.p.message_pace * self.message_felt)

    def keep_in_touch(self) -> None:
        """Pairs begin their week; those in a service relation phone each other now and then."""
        for tie in self.ties:
            tie.open_week()
        if not self.holiday:
            for tie in self.ties:
                tie.keep_in_touch()

    def see_unreached(self) -> None:
        """How many families in need are not reached."""
        needing = [family.helper is not None for family in self.families if family.need > 0.3]
        self.unreached = 1.0 - sum(needing) / len(needing) if needing else 0.0
