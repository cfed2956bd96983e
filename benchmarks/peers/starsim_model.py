"""The part of the rules in starsim: people are families, a module for each part of a week, an analyzer.

Families' rules are columns over uids. Professionals, workers and pairs are beside them (``columns``).
"""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import numpy as np
import starsim as ss

from benchmarks.peers.actors import Actors
from benchmarks.peers.columns import YOUTH_CARE, clip
from benchmarks.peers.starsim_families import Families
from benchmarks.peers.starsim_measures import of_actors, of_families
from benchmarks.peers.subset import MEASURES
from sim.arrays import Floats
from sim.calendar import HOLIDAYS
from sim.settings import District


class Week(ss.Module):
    """Opens a week: who is where, hours, approaches."""

    def __init__(self, actors: Actors) -> None:
        super().__init__()
        self.actors = actors

    def step(self) -> None:
        """Hours are handed out; people phone and approach each other."""
        self.actors.n = {}
        self.actors.open_week(self.ti % 52 in HOLIDAYS)


class Help(ss.Module):
    """Help goes on, ends, and comes back as trust, standing and stories."""

    def __init__(self, actors: Actors) -> None:
        super().__init__()
        self.actors = actors

    def step(self) -> None:
        """A week of those in help; places are counted anew."""
        a, f, p = self.actors, self.sim.custom.families, self.actors.p
        a.look_up()
        a.left = a.capacity.copy()
        who = (f.helper >= 0).uids
        helper = f.helper[who]
        f.weeks_in_help[who] += 1.0
        fitting, skill = 1.0 - f.real_distance(who, a.employer[helper]), 1.0 - p.help_fit - p.help_posture
        quality = p.help_fit * fitting + p.help_posture * a.pro.posture[helper] + skill * a.pro.skill[helper]
        f.need_change[who] -= p.help_effect * (p.help_least + quality) * (p.help_least + f.need[who])
        heavy = (a.domain[a.employer[helper]] == YOUTH_CARE).astype(int)
        over = (f.need[who] <= 0.05) | (f.weeks_in_help[who] >= p.help_weeks * (1.0 + heavy))
        self.end(who[over], heavy[over], quality[over])

    def end(self, who: ss.uids, heavy: Any, quality: Any) -> None:
        """Help ends, well or badly."""
        a, f, p = self.actors, self.sim.custom.families, self.actors.p
        outcome = p.outcome_quality * quality * (1.0 - f.need[who]) - p.outcome_bar
        outcome = np.clip(outcome + p.outcome_swing * (f.swing.rvs(who) - 0.5), -1.0, 1.0)
        frightened = (heavy == 1) & (f.in_crisis[who] == 1) & (f.fright.rvs(who) < p.crisis_shock)
        outcome = np.where(frightened, np.minimum(outcome, -p.outcome_fright), outcome)
        for own, there in ((f.trust_youth_care, heavy == 1), (f.trust_preventive, heavy == 0)):
            own[who[there]] = clip(own[who[there]] + p.outcome_trust * outcome[there])
        known = f.worker[who] >= 0
        worker, sent = f.worker[who][known], p.outcome_sender * outcome[known]
        standing = a.worker.standing[worker]
        change = np.where(sent >= 0.0, p.standing_good * (1.0 - standing), p.standing_bad * standing) * sent
        a.worker.standing_change += np.bincount(worker, change, minlength=len(a.leads))
        self.tell(f.community[who], heavy, outcome)
        f.helper[who], f.weeks_in_help[who], f.in_crisis[who] = -1, 0.0, 0
        f.need[who] = np.minimum(f.need[who], 0.5)
        f.knowledge[who] = np.minimum(1.0, f.knowledge[who] + 0.1)
        f.trust_district[who] = clip(f.trust_district[who] + 0.05 * outcome)
        f.empowerment[who] = clip(f.empowerment[who] + 0.05 * outcome)

    def tell(self, community: Any, heavy: Any, outcome: Any) -> None:
        """Rule ``stories``: bad experience travels farther than good and colours the other service."""
        a, p = self.actors, self.actors.p
        story = a.story[heavy, community]
        reach = p.stories_reach * np.minimum(1.0, p.story_circle / np.maximum(1.0, a.told_among[community]))
        moved = reach * outcome * np.where(outcome >= 0.0, 1.0 - story, p.stories_bad * story)
        np.add.at(a.story_change, (heavy, community), moved)
        np.add.at(a.story_change, (1 - heavy, community), p.stories_spill * moved)


class Settling(ss.Module):
    """Every stock takes the changes of its week."""

    def __init__(self, actors: Actors) -> None:
        super().__init__()
        self.actors = actors

    def step(self) -> None:
        """Actors and pairs, then families."""
        a, f = self.actors, self.sim.custom.families
        wanting = f.need > 0.3
        a.unreached = 1.0 - (f.helper[wanting.uids] >= 0).mean() if wanting.any() else 0.0
        a.settle()
        asking = (f.need > 0.0).uids
        need = clip(f.need[asking] + f.need_change[asking])
        eased = need < 0.03
        alone = (f.helper[asking] < 0) & (f.organisation[asking] >= 0)
        a.count("eased_in_own_circle", (eased & alone).sum())
        f.need[asking], f.need_change[asking] = np.where(eased, 0.0, need), 0.0


class Measuring(ss.Analyzer):
    """The weekly measures."""

    def __init__(self, actors: Actors) -> None:
        super().__init__()
        self.actors = actors

    def init_results(self) -> None:
        """A result for each measure."""
        super().init_results()
        self.define_results(*[ss.Result(name, dtype=float, scale=False) for name in MEASURES])

    def step(self) -> None:
        """This week's row."""
        told = {**of_actors(self.actors), **of_families(self.sim.custom.families)}
        for name in MEASURES:
            self.results[name][self.ti] = told[name] if name in told else self.actors.n.get(name, 0.0)


def simulation(district: District, p: SimpleNamespace, seed: int, weeks: int) -> ss.Sim:
    """One world, to be run."""
    actors = Actors(district, p, np.random.default_rng(seed))
    return ss.Sim(
        n_agents=district.parents,
        start=0,
        dur=weeks - 1,
        dt=1.0,
        rand_seed=seed,
        verbose=0,
        use_aging=False,
        copy_inputs=False,
        modules=[Week(actors), Families(actors, district.attends), Help(actors), Settling(actors)],
        analyzers=Measuring(actors),
    )


def made(district: District, p: SimpleNamespace, seed: int, weeks: int) -> Callable[[], Floats]:
    """Make one world; what is returned runs it and gives the mean over the weeks of every measure."""
    world = simulation(district, p, seed, weeks)
    world.init()

    def run() -> Floats:
        world.run()
        return np.array([world.results.measuring[name].mean() for name in MEASURES])

    return run
