"""What partners do and learn together: talk, sessions on location, practice."""

from __future__ import annotations

from benchmarks.plain_mesa.numbers import clip
from sim.state import COMPENSATION

UNGUIDED_HOURS = 0.15


class Working:
    """The part of a collaboration that is the work itself."""

    def guided_reflection(self) -> None:
        """Rule ``guided_reflection``: a little unguided talk; nobody pays, so compensation stays open."""
        p, tie, mine, theirs = self.world.p, self.tie, self.professional.position, self.worker.position
        power = UNGUIDED_HOURS * p.reflection_unguided
        trust = min(tie.of_worker.trust, tie.of_professional.trust)
        basis = max(0.0, trust - p.reflection_basis) / (1.0 - p.reflection_basis)
        pace = min(1.0, p.reflection_pace * power) * basis * tie.explicit
        open_professional, open_worker = 0.4 + 0.6 * (1.0 - self.professional.narrowness), 0.7
        moved, frank = 0.0, (1.0 - self.worker.insincerity()) * (1.0 - self.professional.insincerity())
        for issue in range(len(mine)):
            if issue == COMPENSATION:
                continue
            own, other = mine[issue], theirs[issue]
            gap, middle, within = abs(own - other), 0.5 * (own + other), 1.0
            if gap > p.reflection_reach:
                within = max(0.0, 1.0 - 2.0 * (gap - p.reflection_reach) / (1.0 - p.reflection_reach))
            story = middle + p.reflection_reframe * (1.0 - middle) * gap
            own_move = pace * within * open_professional * (story - own)
            other_move = pace * within * open_worker * (story - other)
            mine[issue], theirs[issue] = clip(own + own_move), clip(other + other_move)
            moved += abs(own_move) + abs(other_move)
        heard = min(1.0, p.reflection_explicit * power)
        tie.explicit_change += heard * (1.0 - tie.explicit) * frank
        for side, other in ((tie.of_worker, self.professional), (tie.of_professional, self.worker)):
            side.interest_change += heard * (0.5 * (other.helps + other.mine) - side.interest)
        tie.story_change += moved / len(mine)

    def work(self, hours: float) -> None:
        """Work together, on location with a session for families; it is seen what partners really hold."""
        self.design(0.25 * hours)
        working = self.host(hours) if self.on_location else min(1.0, hours)
        self.practice(working)
        self.shared_story(working)
        self.official_narrative(working)

    def impulses(self, hours: float) -> None:
        """Rule ``impulses``: devising, doing and supporting each other move enthusiasm, and it moves them."""
        p, felt, success, turned = self.world.p, self.enthusiasm, 0.0, 0.0
        if not self.designed:
            turned = p.impulses_intent * hours * (self.quality - p.impulses_turn)
        elif self.idle == 0:
            success = self.quality * min(1.0, self.transfers / p.model_transfers)
        moved = turned * (1.0 - felt if turned > 0.0 else felt)
        moved += p.impulses_success * success * (1.0 - felt) - p.impulses_fade * felt
        balance = min(self.given, self.returned) / (self.given + 0.5)
        self.enthusiasm = clip(felt + moved)
        self.loyalty += p.impulses_bond * felt * balance * (1.0 - self.loyalty)
        for actor in (self.worker, self.professional):
            actor.changes["mine"] += p.impulses_urgency * felt * (1.0 - actor.mine)

    def fidelity(self, labour: float) -> None:
        """Rule ``fidelity``: the programme is loosened, and the duty to intervene is in the room."""
        p, at, professional = self.world.p, self.worker.organisation, self.professional
        loose = labour * (1.0 - 0.8 * self.quality**2)
        duty = 1.0 if professional.institution.youth_care else p.fidelity_light
        self.strain = min(1.0, self.strain + p.fidelity_strain * loose * professional.narrowness)
        at.safety_change -= p.fidelity_safety * loose * duty * at.safety

    def host(self, hours: float) -> float:
        """A session on location: the worker's labour makes places for families."""
        p, worker, at = self.world.p, self.worker, self.worker.organisation
        needed = p.location_hours * (1.0 - min(0.6, p.location_helpers * at.helpers))
        worker.asked += needed
        labour_hours = max(0.0, min(needed, worker.hours_left))
        worker.spend(labour_hours)
        labour = labour_hours / needed * min(1.0, hours)
        self.given += 0.1 * labour_hours
        self.returned += 0.15 * labour * (0.5 + self.professional.posture)
        if labour > at.labour:
            at.labour, at.host = labour, self
        at.consult_places += p.consult_places * labour
        at.sessions += 1
        self.small_costs()
        self.fidelity(labour)
        return labour

    def small_costs(self) -> None:
        """Rule ``small_costs``: unpaid coffee irritates and costs trust in the district."""
        p, at, worker, professional = self.world.p, self.worker.organisation, self.worker, self.professional
        at.irritation_change += p.small_costs_irritation * (1.0 - at.irritation)
        worker.changes["trust_district"] -= p.small_costs_symbol * worker.trust_district
        professional.changes["trust_district"] -= 0.5 * p.small_costs_symbol * professional.trust_district

    def practice(self, working: float) -> None:
        """Rule ``practice``: doing moves posture and the belief that it helps, positions hardly."""
        p, worker, professional = self.world.p, self.worker, self.professional
        if self.on_location:
            professional.changes["posture"] += p.practice_posture * working * (1.0 - professional.posture)
        for actor in (worker, professional):
            actor.changes["helps"] += p.practice_helps * working * (1.0 - actor.helps)
        mine, theirs = professional.position, worker.position
        for issue in range(len(mine)):
            move = p.practice_position * working * (theirs[issue] - mine[issue])
            mine[issue] = clip(mine[issue] + move)
            theirs[issue] = clip(theirs[issue] - 0.5 * move)

    def shared_story(self, working: float) -> None:
        """Rule ``shared_story``: in work it strengthens the bond and brings ideas into the design."""
        p, tie = self.world.p, self.tie
        bond, ideas = p.story_bond * tie.story * working, p.story_ideas * tie.story * working
        tie.of_worker.rises += bond
        tie.of_professional.rises += bond
        self.loyalty += bond * (1.0 - self.loyalty)
        self.quality += ideas * (1.0 - self.quality)

    def official_narrative(self, seen: float) -> None:
        """Rule ``official_narrative``: a gap between saying and holding, seen in practice, breeds doubt."""
        pace, worker, professional = self.world.p.narrative_doubt * seen, self.worker, self.professional
        by_professional, by_worker = pace * worker.insincerity(), pace * professional.insincerity()
        professional.doubt = min(1.0, professional.doubt + by_professional)
        worker.doubt = min(1.0, worker.doubt + by_worker)
        self.tie.of_professional.falls += by_professional * self.tie.of_professional.trust
        self.tie.of_worker.falls += by_worker * self.tie.of_worker.trust
