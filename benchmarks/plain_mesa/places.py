"""Formal institutions, self-organisations and communities."""

from __future__ import annotations

from typing import TYPE_CHECKING

import mesa

from benchmarks.plain_mesa.numbers import clip
from sim import settings
from sim.settings import DOMAINS, ORIENTATIONS
from sim.state import CARE

if TYPE_CHECKING:
    from benchmarks.plain_mesa.model import PlainMesa
    from benchmarks.plain_mesa.professional import Professional

# How tight bonds are in a self-organisation at the start.
BONDING = 0.7


class Serving:
    """What a formal organisation with places for families carries and does."""

    def found(self, given: settings.Institution) -> None:
        """As the district describes it."""
        self.kind = DOMAINS.index(given.domain)
        self.preventive, self.youth_care = given.domain == "preventive", given.domain == "youth_care"
        self.school = given.domain == "school"
        self.fit, self.hours, self.rigidity = given.fit, given.hours, given.rigidity
        self.backing, self.horizon = given.backing, given.horizon
        self.capacity, self.turnover = given.capacity, given.turnover / 52.0
        self.ties, self.gone = self.model.p.start_formal_ties, 0.0
        self.rigidity_rest, self.partners, self.task_scope = given.rigidity, 0, self.model.p.start_task_scope
        self.places, self.stuck, self.professionals = given.capacity, 0, []
        self.carriers = self.goodwill = self.feedback = 0.0

    def open_week(self) -> None:
        """Places and stuck cases are counted anew."""
        self.places, self.stuck = self.capacity, 0

    def look_around(self) -> None:
        """Who carries collaboration here, and what colleagues think of informal workers."""
        staff = self.professionals
        self.carriers = sum(each.helps * each.mine > 0.3 for each in staff) / len(staff)
        self.goodwill = sum(each.goodwill() for each in staff) / len(staff)
        self.hear_feedback()
        self.formal_ties()

    def hear_feedback(self) -> None:
        """Families that came no further tell of the offer; what is heard of it slowly changes the offer."""
        p, staff = self.model.p, self.professionals
        heard = 1.0 - p.diagnosis_deaf * sum(each.diagnosis() for each in staff) / len(staff)
        step = p.feedback_adapts * (1.0 - self.rigidity) * heard * min(1.0, self.feedback)
        self.fit += min(1.0, step) * (1.0 - self.fit)
        self.feedback = 0.0

    def count_partners(self) -> None:
        """How many collaborations its people have."""
        self.partners = sum(each.professional.institution is self for each in self.model.collaborations)

    def adaptive_manager(self) -> None:
        """Rule ``adaptive_manager``: managers who rank the shared goal high become less rigid."""
        p, managers = self.model.p, [each for each in self.professionals if each.manager]
        if not managers:
            return
        rank = sum(each.goal_rank for each in managers) / len(managers)
        fear = sum(each.fear_domain for each in managers) / len(managers)
        working = min(1.0, self.partners / len(managers))
        wanted = self.rigidity_rest * (1.0 - p.adaptive_reach * rank * (1.0 - 0.7 * fear) * working)
        self.rigidity = clip(self.rigidity + p.adaptive_pace * (wanted - self.rigidity))

    def formal_ties(self) -> None:
        """Rule ``formal_ties``: without meetings, ties with other institutions fade and leave with people."""
        self.ties *= 1.0 - min(1.0, self.model.p.ties_fading + self.gone)
        self.gone = 0.0

    def lose(self, leaver: Professional) -> None:
        """Someone leaves; with a manager goes part of what came through whom (rule ``attribution``)."""
        self.gone = min(1.0, self.gone + 1.0 / len(self.professionals))
        if not leaver.manager:
            return
        for professional in self.professionals:
            for tie in professional.ties:
                tie.attributed *= 1.0 - self.model.p.attribution_memory
                tie.mediated *= 1.0 - self.model.p.attribution_memory


class Gathering:
    """What a volunteer organisation with its gatherings carries and does."""

    def found(self, number: int, given: settings.SelfOrganisation, community: Community) -> None:
        """As the district describes it."""
        self.number, self.community = number, community
        self.orientation = ORIENTATIONS.index(given.orientation)
        self.mediation = 0.5 if given.mediates else (0.2 if self.orientation == CARE else 0.08)
        self.reach, self.weeks_between, self.sees_worth = given.reach, given.weeks_between, given.sees_worth
        self.linking, self.own_course = given.linking, given.own_course
        self.safety = self.safety_rest = 0.85 if given.own_place else 0.65
        self.safety_change, self.key_figure, self.housed = 0.0, given.key_figure, given.housing_funded
        self.place = 1.0 if given.own_place else self.model.p.living_room_street
        self.helpers = given.volunteers
        self.members, self.workers, self.goodwill = 0, [], 0.0
        self.bonding, self.bridging = BONDING, given.bridging
        self.narrowing = self.closing = 0.0
        self.irritation = self.irritation_change = 0.0
        self.open_week()

    def open_week(self) -> None:
        """Nobody has hosted a session yet."""
        self.host, self.labour, self.consult_places, self.sessions = None, 0.0, 0.0, 0

    def inward_bonding(self) -> None:
        """Rule ``inward_bonding``: tight bonds, less what links counter, narrow the choice and the door."""
        p, linking = self.model.p, min(1.0, self.linking + (0.3 if self.sessions > 0 else 0.0))
        inward = self.bonding * (1.0 - p.bonding_counter * 0.5 * (self.bridging + linking))
        self.narrowing, self.closing = p.bonding_narrows * inward, p.bonding_closes * inward

    def feel_safe_again(self) -> None:
        """Rule ``fidelity``: a space becomes again as safe as it was."""
        self.safety_change += self.model.p.fidelity_return * (self.safety_rest - self.safety)

    def group_visit(self) -> None:
        """Rule ``group_visit``: partners with a shared story take a group to the centre now and then."""
        p, model = self.model.p, self.model
        if self.host is None or self.random.random() >= p.visit_rate * self.host.tie.story:
            return
        worker = max(self.workers, key=lambda each: each.hours_left if each.here else 0.0)
        if not worker.here or worker.hours_left < p.visit_hours:
            return
        if worker.best_preventive is not None:
            host = worker.best_preventive.professional
        else:
            host = self.random.choice(model.preventive[0].professionals)
        worker.give_hours(p.visit_hours)
        model.group_visits_held += 1
        for parent in model.families:
            if parent.organisation is self and self.random.random() * self.members < self.reach:
                parent.visit_centre(host.posture)

    def gathers(self) -> bool:
        """Whether there is a gathering this week."""
        return not self.model.holiday and (self.model.week + self.number) % self.weeks_between == 0

    def look_around(self) -> None:
        """What its workers think of professionals."""
        self.goodwill = sum(each.goodwill() for each in self.workers) / len(self.workers)

    def close_week(self) -> None:
        """Irritation about small costs, and how safe the space is, after the week."""
        self.safety = clip(self.safety + self.safety_change)
        self.safety_change = 0.0
        self.irritation = clip(self.irritation + self.irritation_change)
        if self.sessions == 0:
            self.irritation *= 0.98
        self.irritation_change = 0.0


class Telling:
    """What a community in which experiences travel carries and does."""

    def found(self, name: str, share: float, families: float) -> None:
        """As the district describes it."""
        p = self.model.p
        self.name, self.share, self.families = name, share, share * families
        self.organisations = []
        self.story_preventive, self.story_youth_care = p.start_parent_trust, 1.0 - p.start_fear
        self.preventive_change = self.youth_care_change = self.talk = 0.0
        self.helpers = self.helpers_know = self.helpers_trust = self.shared = self.shared_change = 0.0
        self.defence = p.start_defence

    def open_week(self) -> None:
        """How far its families talk together: those who attend, in the safety of their space."""
        talking = sum(at.members * at.safety for at in self.organisations)
        self.talk = min(1.0, talking / max(1.0, self.families))
        self.shared_change += self.model.p.empowered_shares * (self.helpers - self.shared)

    def denial(self) -> float:
        """Rule ``public_crisis``: share of steps not taken out of the defence there is without a crisis."""
        return self.model.p.crisis_denial * self.defence

    def count_helpers(self) -> None:
        """Rule ``empowered``: who attends and is empowered, and what those know and have come to trust."""
        strong = [
            parent
            for parent in self.model.families
            if parent.community is self and parent.organisation is not None and parent.empowerment > 0.5
        ]
        self.helpers = min(1.0, len(strong) / max(1.0, self.families))
        if strong:
            self.helpers_know = sum(parent.knowledge for parent in strong) / len(strong)
            self.helpers_trust = sum(parent.trust_preventive for parent in strong) / len(strong)

    def told(self) -> float:
        """What is told about services in general."""
        return 0.5 * (self.story_preventive + self.story_youth_care)

    def story(self, *, heavy: bool) -> float:
        """What is told about youth care or about prevention."""
        return self.story_youth_care if heavy else self.story_preventive

    def stories(self, outcome: float, *, heavy: bool) -> None:
        """Rule ``stories``: bad experience travels farther than good and colours the other service."""
        p, story = self.model.p, self.story(heavy=heavy)
        moved = p.stories_reach * min(1.0, p.story_circle / max(1.0, self.families)) * outcome
        moved *= (1.0 - story) if outcome >= 0.0 else p.stories_bad * story
        self.youth_care_change += moved if heavy else p.stories_spill * moved
        self.preventive_change += p.stories_spill * moved if heavy else moved

    def close_week(self) -> None:
        """The stories after the week."""
        self.story_preventive = clip(self.story_preventive + self.preventive_change)
        self.story_youth_care = clip(self.story_youth_care + self.youth_care_change)
        self.shared = clip(self.shared + self.shared_change)
        self.shared_change = 0.0
        self.preventive_change = self.youth_care_change = 0.0


class Institution(Serving, mesa.Agent):
    """A formal organisation as a Mesa agent."""

    def __init__(self, model: PlainMesa, given: settings.Institution) -> None:
        super().__init__(model)
        self.found(given)


class SelfOrganisation(Gathering, mesa.Agent):
    """A volunteer organisation as a Mesa agent."""

    def __init__(
        self, model: PlainMesa, number: int, given: settings.SelfOrganisation, community: Community
    ) -> None:
        super().__init__(model)
        self.found(number, given, community)


class Community(Telling, mesa.Agent):
    """A community as a Mesa agent."""

    def __init__(self, model: PlainMesa, name: str, share: float, families: float) -> None:
        super().__init__(model)
        self.found(name, share, families)
