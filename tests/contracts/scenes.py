"""Districts in which a rule matters: a strategy, levers, parameters, and people put in a situation."""

from dataclasses import dataclass, field, replace

import numpy as np

from experiments.presets import FilePresets
from sim.settings import Settings
from sim.state import COMPENSATION, ON_LOCATION

PRESETS = FilePresets()


def as_found(_world):
    """Everybody as the district has them at the start."""


def acquainted(world):
    """Every worker and professional know each other's face and have met."""
    pairs = world.pairs
    pairs.worker_knows_face[:] = pairs.professional_knows_face[:] = 0.7
    pairs.worker_knows_offer[:] = pairs.professional_knows_offer[:] = 0.5
    pairs.contacts[:], pairs.weeks_apart[:] = 1, 0


def outspoken(world):
    """Acquainted, and every difference has been spoken out."""
    acquainted(world)
    world.pairs.explicit[:] = 0.9


def distrustful(world):
    """Acquainted, and nobody sees any good will in the others: the soil is bare."""
    acquainted(world)
    for side in (world.workers, world.professionals):
        for name in side.dtype.names:
            if name.startswith("image_"):
                side[name][:] = 1.0
    world.pairs.interest_worker[:] = world.pairs.interest_professional[:] = 0.0


def lukewarm(world):
    """Nobody finds it very pressing, very helpful or very much their task."""
    for side in (world.workers, world.professionals):
        for name in ("pressing", "helps", "mine"):
            side[name][:] = side[f"{name}_rest"][:] = 0.45


def begun(world):
    """Rows of the first worker of every self-organisation, each with another preventive professional."""
    firsts = world.self_organisations.first * len(world.professionals)
    return firsts + np.arange(len(firsts))


def designing(world):
    """Those design something together that is nobody's yet."""
    rows, together = begun(world), world.collaborations
    world.pairs.worker_knows_face[rows] = world.pairs.professional_knows_face[rows] = 0.7
    together.alive[rows], together.designed[rows], together.guided[rows] = 1, 0, 0
    together.design[rows], together.ownership[rows] = 0.2, 0.1


def working(world):
    """Those work on location, well designed, in a district where all are acquainted and trust each other."""
    acquainted(world)
    rows, together = begun(world), world.collaborations
    world.pairs.trust_worker[:] = world.pairs.trust_professional[:] = 0.6
    together.alive[rows], together.designed[rows], together.model[rows] = 1, 1, ON_LOCATION
    together.design[rows], together.ownership[rows], together.loyalty[rows] = 0.8, 0.8, 0.5


def anchored(world):
    """And what they do is laid down in rules and money."""
    working(world)
    world.collaborations.anchoring[begun(world)] = 0.9


def badly_helped(world):
    """Everyone knows the services, small communities tell each other, and help is distant and unskilled."""
    world.communities.families[:] = 60.0
    world.homes.knowledge[:] = world.homes.words[:] = world.homes.education[:] = 1.0
    world.professionals.posture[:] = world.professionals.skill[:] = 0.0
    world.institutions.capacity[:] = 50.0


def troubled(world):
    """Everyone is acquainted; members have an older child, a heavy question and a worker they trust."""
    acquainted(world)
    families, homes = world.parents, world.homes
    attending = families.self_organisation >= 0
    families.need[attending], families.child_age[attending] = 0.62, 13.0
    homes.trust_worker[attending], homes.words[attending] = 0.9, 0.6
    homes.worries[:] = homes.isolation[:] = homes.severity[:] = 0.9


def failed(world):
    """And whoever gets help meets someone distant and unskilled."""
    troubled(world)
    world.professionals.posture[:] = world.professionals.skill[:] = world.institutions.fit[:] = 0.0
    world.homes.threshold_real[:] = world.homes.threshold_head[:] = 0.2
    world.homes.knowledge[:] = 1.0


def generous(world):
    """Acquainted, and every institution says that the work should be paid."""
    acquainted(world)
    world.pairs.service[:] = 1
    world.professionals.position[:, COMPENSATION] = world.professionals.expressed[:, COMPENSATION] = 1.0


@dataclass(frozen=True)
class Scene:
    """A place and a situation; ``levers`` gives the fields to change of each lever."""

    strategy: str = "explorative_aloof"
    people: object = as_found
    levers: dict = field(default_factory=dict)
    parameters: dict = field(default_factory=dict)
    district: str = "nieuw_west"
    weeks: int = 104

    def settings(self, *off):
        """The settings of this scene with the rules ``off`` switched off."""
        levers = tuple(replace(one, **self.levers.get(one.name, {})) for one in PRESETS.levers())
        return Settings(PRESETS.district(self.district), PRESETS.strategy(self.strategy), levers,
                        self.parameters, frozenset(off), self.weeks)  # fmt: skip


FULL = {"intensity": 1.0}
SCENES = {
    "aloof": Scene(),
    "nothing is done": Scene("none"),
    "explorative": Scene("explorative"),
    "programmatic": Scene("programmatic"),
    "engaged": Scene("engaged_guide"),
    "a broker": Scene("explorative", levers={"broker": FULL}),
    "targets": Scene(levers={"targets": FULL}),
    "project money": Scene(levers={"project_subsidy": FULL}),
    "lukewarm": Scene(people=lukewarm),
    "acquainted": Scene(people=acquainted),
    "acquainted, meetings": Scene(people=acquainted, levers={"network_meetings": FULL}),
    "acquainted, engaged": Scene("engaged_guide", acquainted),
    "acquainted, with courses": Scene(people=acquainted, district="zuidoost"),
    "acquainted, targets": Scene(people=acquainted, levers={"targets": FULL}),
    "acquainted, guided": Scene(people=acquainted, levers={"facilitated_reflection": FULL}),
    "acquainted, guided, one role": Scene(
        people=acquainted, levers={"facilitated_reflection": FULL, "role_restriction": FULL}
    ),
    # Half a year: after it good will has come back.
    "distrustful": Scene(people=distrustful, weeks=26),
    "outspoken, targets": Scene(people=outspoken, levers={"targets": FULL}),
    "designing, the guide leaves": Scene(
        people=designing,
        levers={"facilitated_reflection": FULL | {"end": 6}},
        parameters={"design_pace": 0.015},
    ),
    "designing, one role": Scene(people=designing, levers={"role_restriction": FULL}),
    "working": Scene(people=working),
    "working, nothing is done": Scene("none", working),
    "working, backed": Scene("engaged_guide", working),
    "working, explorative": Scene("explorative", working),
    "working, programmatic": Scene("programmatic", working),
    "working, targets": Scene(people=working, levers={"targets": FULL}, weeks=208),
    "working, few hours": Scene(people=working, parameters={"start_worker_hours": 5.0, "prior_hours": 3.0}),
    "anchored": Scene("explorative", anchored),
    "troubled": Scene(people=troubled),
    "troubled, badly helped": Scene(people=failed),
    "a public crisis": Scene(levers={"public_crisis": FULL}),
    "badly helped": Scene(people=badly_helped),
    "visits": Scene("explorative", acquainted, levers={"group_visits": {"intensity": 2.0}}, weeks=208),
    "acquainted, discreet": Scene(people=acquainted, parameters={"signal_travels": 0.03}),
    "called on": Scene(
        people=acquainted,
        district="zuidoost",
        parameters={"stuck_rate": 0.11, "chain_call": 0.65, "chain_spread": 0.85},
        weeks=208,
    ),
    "a payer": Scene(
        people=generous,
        levers={"insurer_route": FULL},
        parameters={"paid_distrust": 0.34, "payer_pace": 0.049},
        weeks=208,
    ),
    "broad tasks": Scene(levers={"targets": FULL, "task_broadening": FULL}),
    "acquainted, one role": Scene(people=acquainted, levers={"role_restriction": FULL}),
    "ordered": Scene(levers={"mandate": FULL}),
    "designing, programmatic": Scene("programmatic", designing, weeks=26),
}
