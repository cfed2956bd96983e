"""``bodem compare``: compose both sides, run them in the same worlds, tell and keep what differs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyarrow as pa
from omegaconf import OmegaConf

from experiments.answer import READABLE, answer, telling
from experiments.compare import Comparison, Floats
from experiments.compose import compose, implausible
from experiments.errors import Refused
from experiments.overrides import seed_twice
from experiments.progress import say, warn
from experiments.provenance import now, provenance
from experiments.question import Question, Reply, ask
from experiments.rivalling import Repeated, rival_contrasts, rivals_told
from experiments.store import results
from experiments.words import wrapped
from sim.ensemble import warm_up
from sim.registry import MEASURES, UnknownName, find


def chosen(wishes: Sequence[str] | None) -> list[str]:
    """The measures to tell: those wished for, all for ``all``, a readable selection for nothing."""
    if not wishes:
        return [name for name in READABLE if name in MEASURES] or list(MEASURES)
    names = [name for wish in wishes for name in wish.split(",") if name]
    for name in names:
        if "=" in name:
            raise Refused(f"'{name}' is an override, not a measure: put overrides before --base.")
    if "all" in names:
        return list(MEASURES)
    if not names:
        raise UnknownName("measure", "", MEASURES)
    return list(dict.fromkeys(find("measure", MEASURES, name).name for name in names))


def question(options: Any) -> Question:
    """Turn the options of the command line into a question."""
    if not options.base and not options.variant:
        raise Refused("Say what is to be compared: overrides after --base, --variant, or both.")
    base, variant = (
        compose([*options.overrides, *side], options.config_dir) for side in (options.base, options.variant)
    )
    seed_twice([*options.overrides, *options.base, *options.variant], options.seed)
    first = base.seed if options.seed is None else options.seed
    seeds = tuple(range(first, first + options.worlds))
    return Question(base, variant, seeds, options.assumptions, options.assumption_worlds, options.threads)


def command(options: Any) -> int:
    """Do what ``bodem compare`` was asked; return the exit code."""
    names, asked = chosen(options.measures), question(options)
    warn(line for side in (asked.base, asked.variant) for line in implausible(side.settings))
    if options.out is None:
        warm_up(say)
        reply, repeated, place = ask(asked), _repeated(asked, options.rivals), None
    else:
        reply, repeated, place = _ask_and_keep(asked, options)
    if not options.measures and not options.json:
        names = telling(reply.found, names)
    found = Comparison(
        reply.found.worlds, reply.found.assumptions, {n: reply.found.measures[n] for n in names}
    )
    if options.json:
        print(json.dumps(found.as_json() | _rivals_json(repeated, names), allow_nan=False))
        return 0
    sides = side_told(options.base, "base"), side_told(options.variant, "variant")
    print(answer(found, names, sides, options.assumption_worlds))
    if repeated is not None:
        print(f"\n{rivals_told(repeated, {name: found.measures[name] for name in _told_of(names, options)})}")
    print(f"\n{budget(asked)}")
    if place:
        print(f"\nKept in {place}")
    return 0


def _repeated(asked: Question, wished: bool) -> list[Repeated] | None:
    return rival_contrasts(asked, list(MEASURES)) if wished else None


def _told_of(names: Sequence[str], options: Any) -> list[str]:
    """Measures whose direction is told under rival rules: those asked for, else the first."""
    return list(names) if options.measures and "all" not in options.measures else list(names[:1])


def _rivals_json(repeated: Sequence[Repeated] | None, names: Sequence[str]) -> dict[str, Any]:
    if repeated is None:
        return {}
    return {
        "rivals": [Repeated(one.rivals, {n: one.measures[n] for n in names}).as_json() for one in repeated]
    }


def _ask_and_keep(asked: Question, options: Any) -> tuple[Reply, list[Repeated] | None, Path]:
    started = now()
    with results(options.out) as files:
        warm_up(say)
        reply, repeated = ask(asked), _repeated(asked, options.rivals)
        files.json("comparison.json", reply.found.as_json() | _rivals_json(repeated, list(MEASURES)))
        for side, values in (("base", reply.base), ("variant", reply.variant)):
            files.append("worlds", _worlds_table(asked.seeds, side, values))
        if reply.assumed is not None:
            files.append("assumptions", _assumptions_table(reply))
        for name, told in (("base", asked.base), ("variant", asked.variant)):
            text = OmegaConf.to_yaml(OmegaConf.create(told.resolved))
            files.path(f"{name}.yaml").write_text(text, encoding="utf-8")
        files.json("provenance.json", provenance(options.command_line, started, files.checksums()))
    return reply, repeated, files.final


def _worlds_table(seeds: Sequence[int], side: str, values: Floats) -> pa.Table:
    """One row per world and measure of one side."""
    rows = len(seeds) * len(MEASURES)
    return pa.table(
        {
            "seed": np.repeat(np.array(seeds, dtype=np.int64), len(MEASURES)),
            "side": pa.array([side] * rows),
            "measure": pa.array(list(MEASURES) * len(seeds)),
            "value": values.ravel(),
        }
    )


def _assumptions_table(reply: Reply) -> pa.Table:
    """One row per parameter world: its parameters and the mean difference of each measure."""
    assert reply.assumed is not None
    parameters = {f"parameters.{name}": [one[name] for one in reply.drawn] for name in reply.drawn[0]}
    differences = {f"diff.{name}": reply.assumed[:, column] for column, name in enumerate(MEASURES)}
    return pa.table(parameters | differences)


def side_told(overrides: Sequence[str], side: str) -> str:
    """What a side is called: its overrides, or that it has none of its own."""
    return " ".join(overrides) or f"the common settings ({side})"


def budget(asked: Question, lang: str = "en") -> str:
    """Say whether the sides had the same to spend."""
    sides = [told.settings for told in (asked.base, asked.variant)]
    if not (
        all(side.equal_budget for side in sides) and sides[0].district.budget == sides[1].district.budget
    ):
        return wrapped("", BUDGET["not_same"][lang == "nl"])
    same = BUDGET["same"][lang == "nl"].format(euros=plain_euros(sides[0].district.budget, lang))
    if any(lever.intensity > 0 for side in sides for lever in side.levers):
        same += " " + BUDGET["levers"][lang == "nl"]
    return wrapped("", same)


def plain_euros(euros: float, lang: str) -> str:
    """Whole euros with what parts thousands in the language."""
    text = f"{euros:,.0f}"
    return text.replace(",", ".") if lang == "nl" else text


BUDGET: Final = {
    "same": (
        "Both sides have the same budget: {euros} euros a year.",
        "Beide kanten hebben hetzelfde budget: {euros} euro per jaar.",
    ),
    "levers": (
        "Levers are paid from it first, so they take the place of what the strategy would buy; with "
        "equal_budget=false they bring their own money.",
        "Ingrepen worden er het eerst uit betaald en komen dus in de plaats van wat de strategie zou kopen; "
        "met equal_budget=false brengen zij hun eigen geld mee.",
    ),
    "not_same": (
        "The sides do not have the same budget.",
        "De kanten hebben niet hetzelfde budget.",
    ),
}
