"""What professionals and informal workers share: positions, urgency, courage, trust in the district."""

from __future__ import annotations

from typing import TYPE_CHECKING

import mesa

from benchmarks.plain_mesa.numbers import clip, near
from sim.starts import ARGUMENTS, POSITIONS, UNPAID_CAMP
from sim.state import COMPENSATION, EMANCIPATION

if TYPE_CHECKING:
    from benchmarks.plain_mesa.model import PlainMesa
    from benchmarks.plain_mesa.tie import Tie

WORKERS_FROM = 3


class Acting:
    """What both sides carry and do; ``beliefs`` are bad beliefs about the other kind."""

    STOCKS: tuple[str, ...] = ("pressing", "helps", "mine", "courage", "trust_district")

    def take_stance(self, kind: int) -> None:
        """Positions on the contested issues, pioneering and courage, by kind of actor."""
        p, draw = self.model.p, self.random.random
        means = [float(mean) for mean in POSITIONS[kind]]
        if kind == WORKERS_FROM + EMANCIPATION and draw() < 0.5:
            means[COMPENSATION] = UNPAID_CAMP
        contrast, spread = p.position_contrast, p.position_spread
        self.position = [near(0.5 + contrast * (mean - 0.5), spread, draw()) for mean in means]
        self.expressed = self.position.copy()
        self.argument = [near(float(mean), spread, draw()) for mean in ARGUMENTS[kind]]
        self.pioneer = draw() ** 2
        self.courage = near(0.35 + 0.4 * self.pioneer, 0.1, draw())
        self.trust_district = near(p.start_trust_district, 0.15, draw())
        self.weeks_in_post = 0
        self.backing_felt, self.doubt, self.engaged, self.joint = 0.2, 0.1, 0.0, 0.0
        self.experience, self.gaps, self.gap_seen = [], [], 0.0
        self.changes = dict.fromkeys(self.STOCKS, 0.0)

    def add(self, tie: Tie, other: Actor) -> None:
        """From now on there is this tie with someone of the other side."""
        self.ties.append(tie)
        self.tie_with[other] = tie

    def rest_at(self, pressing: float, helps: float, mine: float) -> None:
        """The three parts of urgency start where they rest."""
        self.pressing, self.helps, self.mine = pressing, helps, mine
        self.pressing_rest, self.helps_rest, self.mine_rest = pressing, helps, mine

    def goodwill(self) -> float:
        """Goodwill seen in the other kind in general."""
        return 1.0 - sum(self.beliefs.values()) / len(self.beliefs)

    def confirm(self, belief: str, share: float) -> None:
        """A bad belief gains a share of what it has left to gain."""
        self.beliefs[belief] += share * (1.0 - self.beliefs[belief])

    def parts(self) -> float:
        """Rule ``parts``: urgency needs three things at once."""
        return self.pressing * self.helps * self.mine

    def readiness(self) -> float:
        """Rule ``step``: below a step nothing happens; examples and backing lower it."""
        p = self.model.p
        lowered = p.step_examples * (0.5 * self.model.examples + 0.5 * self.backing_felt)
        height = p.step_height * (1.0 - lowered)
        return clip((self.parts() - height) / (1.0 - height) * p.step_slope)

    def drive(self) -> float:
        """How strongly this actor drives the start of a collaboration."""
        room = 1.0 - self.model.p.start_attention * self.engaged
        return self.pioneer * (0.3 + 0.7 * self.courage) * self.readiness() * room

    def choice(self, leaning: float, openness: float, haste: float = 0.0) -> tuple[float, float]:
        """Rule ``choice``: chances of an instrumental and of a curious intent; the rest builds."""
        p = self.model.p
        instrumental = p.choice_instrumental * leaning + p.choice_haste * haste
        curious = p.choice_curious * openness
        building = p.choice_building * self.pioneer * (0.3 + 0.7 * self.backing_felt)
        total = instrumental + curious + building + 1e-9
        return instrumental / total, curious / total

    def trap(self, known: float) -> bool:
        """Rule ``trap``: who is not known is not turned to, however great the wish."""
        return self.random.random() < 1.0 - self.model.p.trap_height * (1.0 - known)

    def knock_on(self) -> None:
        """Rule ``knock_on``: the gap with those one knows lowers the belief that it helps."""
        if self.gaps:
            self.gap_seen = min(1.0, sum(self.gaps) / len(self.gaps))
            self.changes["helps"] -= self.model.p.knock_urgency * self.gap_seen * self.helps

    def hours_after_gap(self) -> float:
        """Rule ``knock_on``: the share of the hours that the gap leaves."""
        return 1.0 - self.model.p.knock_hours * self.gap_seen

    def official_narrative(self) -> None:
        """Rule ``official_narrative``: without a push, what is said runs back to what is held."""
        drift = self.model.p.narrative_drift
        for issue, held in enumerate(self.position):
            self.expressed[issue] += drift * (held - self.expressed[issue])

    def insincerity(self) -> float:
        """Mean distance of what is said and what is held."""
        gaps = [abs(said - held) for said, held in zip(self.expressed, self.position, strict=True)]
        return sum(gaps) / len(gaps)

    def take_stock(self) -> None:
        """Goodwill and urgency at present, as partners read them."""
        self.goodwill_now, self.urgency_now = self.goodwill(), self.parts()

    def sources(self, stuck: float, unreached: float, overload: float) -> None:
        """Rule ``sources``: the three parts of urgency move by what feeds them and run back."""
        p, model = self.model.p, self.model
        cases = p.source_stuck * stuck + p.source_unreached * unreached + p.source_overload * overload
        hope = p.source_examples * model.examples + p.source_joint * self.joint
        hope += 0.5 * (p.source_overload * overload + p.source_stuck * stuck)
        task = p.source_message * model.message_felt + p.source_joint * self.joint
        back = p.urgency_fading
        self.changes["pressing"] += cases * (1 - self.pressing) - back * (self.pressing - self.pressing_rest)
        self.changes["helps"] += hope * (1 - self.helps) - back * (self.helps - self.helps_rest)
        self.changes["mine"] += task * (1 - self.mine) - back * (self.mine - self.mine_rest)

    def pioneers(self, backing: float) -> None:
        """Rule ``pioneers``: courage follows backing as it is felt, with a lag, and examples."""
        p, felt = self.model.p, self.backing_felt
        self.engaged *= 0.97
        drain = p.pioneers_drain * (0.2 + 0.8 * self.engaged) * (1.0 - felt) * self.courage
        fed = felt + p.pioneers_examples * self.model.examples * (1.0 - felt)
        self.changes["courage"] += p.pioneers_gain * fed * (1.0 - self.courage) - drain
        self.backing_felt = clip(felt + (backing - felt) / p.pioneers_lag)

    def district(self) -> None:
        """Rule ``district``: trust in the district is fed by backing that is felt."""
        p, trust = self.model.p, self.trust_district
        felt = 0.6 * self.backing_felt + 0.4 * self.model.message_felt
        change = p.district_gain * felt * (1.0 - trust) - p.district_fading * (1.0 - felt) * trust
        self.changes["trust_district"] += change

    def image(self, colleagues: float, told: float) -> None:
        """Rule ``image``: own partners, colleagues and stories colour the image of all."""
        if not self.experience:
            return
        p, goodwill = self.model.p, self.goodwill()
        experience = sum(self.experience) / len(self.experience)
        shift = p.image_own * (experience - goodwill) + p.image_colleagues * (colleagues - goodwill)
        shift += p.image_stories * (told - goodwill)
        for belief, strength in self.beliefs.items():
            self.beliefs[belief] = clip(strength - shift)

    def settle(self) -> None:
        """Every stock takes the changes of the week."""
        for stock, change in self.changes.items():
            setattr(self, stock, clip(getattr(self, stock) + change))
        self.changes = dict.fromkeys(self.STOCKS, 0.0)


class Actor(Acting, mesa.Agent):
    """A professional or an informal worker as a Mesa agent."""

    def __init__(self, model: PlainMesa) -> None:
        super().__init__(model)
        self.ties, self.tie_with = [], {}
        self.renew()
        self.weeks_in_post = int(2.0 * model.p.start_tenure * self.random.random())
