"""``bodem why``: which rules a difference goes with, each taken out of both sides in the same worlds."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyarrow as pa
from omegaconf import OmegaConf

from experiments.answer import telling
from experiments.compare import compare_arrays, parameter_worlds
from experiments.compose import implausible
from experiments.errors import Refused
from experiments.knockouts import Apart, active, apart, knocked, lived
from experiments.paired import budget, chosen, question, side_told
from experiments.parts import Explained, explained, pairs_of, strongest
from experiments.progress import progress, say, warn
from experiments.provenance import now, provenance
from experiments.question import Question
from experiments.rivalling import rival_contrasts, rivals_told
from experiments.store import results
from experiments.whywords import why_answer
from sim.ensemble import warm_up
from sim.registry import MEASURES, rules_named

PAIRED: Final = 6
TESTED: Final = 6


@dataclass(frozen=True)
class Why:
    """What was found out: each measure explained, over how many worlds, and the raw differences behind it.

    ``survives`` holds, for rules with a large part, in what share of the parameter worlds that part has the
    same sign; it is empty when no assumptions were drawn.
    """

    worlds: int
    explained: tuple[Explained, ...]
    whole: Apart
    out: dict[tuple[str, ...], Apart]
    survives: dict[str, dict[str, float]]

    def as_json(self) -> dict[str, Any]:
        """The object that ``bodem why --json`` prints."""
        told: dict[str, Any] = {
            "worlds": self.worlds,
            "measures": {one.measure: one.as_json() for one in self.explained},
        }
        if self.survives:
            told["share_assumptions_same_sign"] = self.survives
        return told


def find_out(asked: Question, names: Sequence[str] | None, rules: Sequence[str] | None, pairs: bool) -> Why:
    """Knock out each rule that is on (or those of ``rules``) and explain the measures ``names``.

    Without ``names`` the one that ``bodem compare`` would tell first is explained.
    """
    base, variant, seeds = asked.base.settings, asked.variant.settings, asked.seeds
    keys = active(base, variant) if rules is None else list(rules)
    with progress("worlds", 2 * len(seeds) * (1 + len(keys))) as tick:
        one, two = (lived(side, seeds, asked.threads, tick) for side in (base, variant))
        whole = apart(one, two)
        out: dict[tuple[str, ...], Apart] = {}
        for key in keys:
            out[key,] = knocked(base, variant, (key,), seeds, asked.threads, tick)
    told = list(names) if names else _first(one.measures, two.measures)
    done = [explained(name, one.measures, two.measures, whole, out) for name in told]
    if pairs:
        wanted = list(
            dict.fromkeys(pair for each in done for pair in pairs_of(strongest(each.parts, PAIRED)))
        )
        with progress("worlds", 2 * len(seeds) * len(wanted)) as tick:
            for two_rules in wanted:
                out[two_rules] = knocked(base, variant, two_rules, seeds, asked.threads, tick)
        done = [explained(name, one.measures, two.measures, whole, out) for name in told]
    return Why(len(seeds), tuple(done), whole, out, _assumed(asked, done))


def _first(base: np.ndarray, variant: np.ndarray) -> list[str]:
    return telling(compare_arrays(list(MEASURES), base, variant), chosen(None))[:1]


def _assumed(asked: Question, done: Sequence[Explained]) -> dict[str, dict[str, float]]:
    """In what share of the parameter worlds the largest parts keep their sign, by measure and rule."""
    drawn = list(parameter_worlds(asked.assumptions, asked.fixed))
    if not drawn:
        return {}
    wanted = {one.measure: strongest(one.parts, TESTED) for one in done}
    keys = list(dict.fromkeys(key for rules in wanted.values() for key in rules))
    seeds = tuple(range(asked.seeds[0], asked.seeds[0] + asked.inner_worlds))
    same: dict[str, dict[str, list[bool]]] = {
        name: {key: [] for key in rules} for name, rules in wanted.items()
    }
    with progress("worlds", 2 * len(drawn) * len(seeds) * (1 + len(keys))) as tick:
        for parameters in drawn:
            sides = [
                replace(one.settings, parameters={**parameters, **one.settings.parameters})
                for one in (asked.base, asked.variant)
            ]
            whole = knocked(sides[0], sides[1], (), seeds, asked.threads, tick)
            for key in keys:
                out = knocked(sides[0], sides[1], (key,), seeds, asked.threads, tick)
                gone = np.nanmean(whole.measures - out.measures, axis=0)
                for one in done:
                    if key in same[one.measure]:
                        part = next(each.part for each in one.parts if each.rules == (key,))
                        now_gone = gone[list(MEASURES).index(one.measure)]
                        same[one.measure][key].append(bool(part * now_gone > 0))
    return {name: {key: float(np.mean(kept)) for key, kept in rules.items()} for name, rules in same.items()}


def command(options: Any) -> int:
    """Do what ``bodem why`` was asked; return the exit code."""
    names = chosen(options.measures) if options.measures else None
    rules = _keys(options.rules)
    asked = question(options)
    warn(line for side in (asked.base, asked.variant) for line in implausible(side.settings))
    if options.out is None:
        warm_up(say)
        text, told = _told(asked, names, rules, options)[:2]
        print(json.dumps(told, allow_nan=False) if options.json else text)
        return 0
    place = _keep(asked, names, rules, options)
    if not options.json:
        print(f"\n{'Bewaard in' if options.lang == 'nl' else 'Kept in'} {place}")
    return 0


def _keys(wishes: Sequence[str] | None) -> list[str] | None:
    if wishes is None:
        return None
    return list(dict.fromkeys(rule.key for wish in wishes for rule in rules_named(wish)))


def _told(
    asked: Question, names: Sequence[str] | None, rules: Sequence[str] | None, options: Any
) -> tuple[str, dict[str, Any], Why]:
    """The answer in words, the JSON object, and what both are made from."""
    why = find_out(asked, names, rules, options.pairs)
    sides = side_told(options.base, "base"), side_told(options.variant, "variant")
    told, text = why.as_json(), why_answer(why, sides, asked, options.lang)
    if options.rivals:
        measures = [one.measure for one in why.explained]
        repeated = rival_contrasts(asked, measures)
        told["rivals"] = [one.as_json() for one in repeated]
        text += "\n\n" + rivals_told(repeated, {n.measure: n.found for n in why.explained}, options.lang)
    return f"{text}\n\n{budget(asked, options.lang)}", told, why


def _keep(asked: Question, names: Sequence[str] | None, rules: Sequence[str] | None, options: Any) -> Path:
    from analysis.figures.parts import parts_figure
    from analysis.figures.save import save

    started = now()
    with results(options.out) as files:
        warm_up(say)
        text, told, why = _told(asked, names, rules, options)
        print(json.dumps(told, allow_nan=False) if options.json else text)
        files.json("why.json", told)
        files.path("answer.txt").write_text(text + "\n", encoding="utf-8")
        files.append("knockouts", _table(asked.seeds, why))
        sides = side_told(options.base, "base"), side_told(options.variant, "variant")
        for one in why.explained:
            save(
                parts_figure(one, sides, why.worlds, options.lang), files.path(f"why_{one.measure}"), ("png",)
            )
        for name, side in (("base", asked.base), ("variant", asked.variant)):
            yaml = OmegaConf.to_yaml(OmegaConf.create(side.resolved))
            files.path(f"{name}.yaml").write_text(yaml, encoding="utf-8")
        files.json("provenance.json", provenance(options.command_line, started, files.checksums()))
    return files.final


def _table(seeds: Sequence[int], why: Why) -> pa.Table:
    """One row per knock-out, world and measure: variant minus base without those rules."""
    if not why.explained:
        raise Refused("There is no measure to explain.")
    columns = [list(MEASURES).index(one.measure) for one in why.explained]
    every = {(): why.whole, **why.out}
    rows = len(seeds) * len(columns)
    return pa.table(
        {
            "without": [" ".join(rules) for rules in every for _ in range(rows)],
            "seed": [seed for _ in every for seed in seeds for _ in columns],
            "measure": [one.measure for _ in every for _ in seeds for one in why.explained],
            "difference": np.concatenate([one.measures[:, columns].ravel() for one in every.values()]),
        }
    )
