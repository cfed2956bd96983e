"""The smallest set of rules with which the patterns that hold still come out: backward elimination.

Rules that no such pattern needs alone go first, as one block; a block that takes a pattern along is halved,
down to single rules. What is out stays out, so that rules that can stand in for each other do not all go.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from analysis.patterns import Pattern
from analysis.patterns.judging import CARRIES, HOLDS, NEEDED, Verdict, chance
from experiments.patterns.collect import readings, sides
from experiments.patterns.stages import Stage, arms
from experiments.sweepdir import SweepDir

Run = Callable[[Stage], SweepDir]


@dataclass(frozen=True)
class Smallest:
    """What was found: the patterns that were to stay, the rules that are left and out, the number of trials.

    ``lost`` are patterns that are no longer right in the full number of worlds with all of ``out`` taken out.
    """

    patterns: tuple[str, ...]
    left: tuple[str, ...]
    out: tuple[str, ...]
    trials: int
    lost: tuple[str, ...]


def smallest(found: Sequence[Verdict], few: Sequence[int], many: Sequence[int], run: Run) -> Smallest:
    """Find it for verdicts with knock-outs; trials take the seeds ``few``, the check at the end ``many``."""
    stay = [one for one in found if one.verdict == HOLDS and all(each.right for each in one.whole)]
    rules = list(stay[0].without) if stay else []
    tried: dict[frozenset[str], bool] = {}

    def still(out: Sequence[str]) -> bool:
        key = frozenset(out)
        if key not in tried:
            stage = _without(f"smallest_{len(tried):03d}", [one.pattern for one in stay], out, few)
            tried[key] = not _lost(stage, run(stage), [one.pattern for one in stay])
        return tried[key]

    out = eliminated(_order(stay, rules), still)
    lost: tuple[str, ...] = ()
    if out:
        check = _without("smallest_check", [one.pattern for one in stay], out, many)
        lost = _lost(check, run(check), [one.pattern for one in stay])
    left = tuple(rule for rule in rules if rule not in out)
    return Smallest(tuple(one.pattern.id for one in stay), left, tuple(out), len(tried), lost)


def eliminated(order: Sequence[str], still: Callable[[Sequence[str]], bool]) -> list[str]:
    """All of ``order`` that can be left out together with what is out already, in this order."""
    out: list[str] = []
    blocks = [list(order)]
    while blocks:
        block = blocks.pop(0)
        if block and still([*out, *block]):
            out += block
        elif len(block) > 1:
            half = len(block) // 2
            blocks[:0] = [block[:half], block[half:]]
    return out


def _order(stay: Sequence[Verdict], rules: Sequence[str]) -> list[str]:
    """Rules that no pattern falls without, those that carry the fewest first."""
    needs = [one.needs() for one in stay]
    free = [rule for rule in rules if not any(found.get(rule) == NEEDED for found in needs)]
    return sorted(free, key=lambda rule: sum(found.get(rule) == CARRIES for found in needs))


def _without(name: str, asked: Sequence[Pattern], out: Sequence[str], seeds: Sequence[int]) -> Stage:
    return Stage(name, tuple(arms(asked)), ({f"rules.{rule}": False for rule in out},), tuple(seeds))


def _lost(stage: Stage, folder: SweepDir, asked: Sequence[Pattern]) -> tuple[str, ...]:
    """The patterns of which a claim is no longer right by chance."""
    values = readings(stage, folder)
    return tuple(
        one.id
        for one in asked
        if not all(chance(claim, sides(one, stage, values, 0)).right for claim in one.claims)
    )
