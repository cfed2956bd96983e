"""``python -m benchmarks``: measure, print, write results.json, docs/benchmarks.md and its figure."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass

from benchmarks.agreement import compare
from benchmarks.figure import write
from benchmarks.peers.section import measured
from benchmarks.report import machine, page, results, text
from benchmarks.scale import five_years, growth
from benchmarks.shell import commands
from benchmarks.timing import ROOT, ensembles, side_by_side, starts

WEEKS = 260


@dataclass(frozen=True)
class Care:
    """How much is measured: worlds and weeks of the agreement, turns, repeats of the rest."""

    agreement: tuple[int, int] = (40, 104)
    turns: int = 15
    plain_worlds: int = 4
    repeats: int = 7
    peers: int = 7
    peer_worlds: tuple[int, int] = (40, 104)


BRIEF = Care((30, 52), 5, 2, 3, 2, (10, 26))


def say(words: str) -> None:
    """One line about what is going on."""
    print(words, file=sys.stderr, flush=True)


def main() -> int:
    """Measure everything in one run, less of it with ``--brief``; 1 when the two sides do not agree."""
    told, care = machine(), BRIEF if "--brief" in sys.argv else Care()
    say("Starting in a fresh process, with and without compiled code (about a minute) ...")
    cold, warm = starts(care.repeats)
    say("Checking that both sides give the same aggregates ...")
    agreements = compare(*care.agreement)
    say("Measuring both sides in turn ...")
    repeats = side_by_side(WEEKS, care.turns, compiled_worlds=100, plain_worlds=care.plain_worlds)
    say("Measuring ensembles ...")
    ensemble = ensembles(WEEKS, worlds=100, repeats=care.repeats)
    found = results(told, WEEKS, repeats, ensemble, cold, warm, agreements, care.agreement)
    say("Measuring other frameworks on a part of the rules ...")
    found["peers"] = measured(WEEKS, care.peers, care.peer_worlds, say)
    say("Measuring growth with the size of a city, and the limit ...")
    found["scale"] = growth(care.repeats)
    say("Running a city of a million families for five years ...")
    found["city"] = five_years()
    say("Measuring commands from the shell ...")
    found["shell"] = commands(care.repeats)
    print(text(found))
    (ROOT / "benchmarks" / "results.json").write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    (ROOT / "docs").mkdir(exist_ok=True)
    (ROOT / "docs" / "benchmarks.md").write_text(page(found), encoding="utf-8")
    write(found, ROOT / "docs" / "benchmarks.svg")
    for row in agreements:
        if not row.holds:
            say(
                f"{row.measure} differs: {row.compiled:.4f} compiled, {row.mesa:.4f} in plain Mesa "
                f"({row.distance:+.1f} standard errors)."
            )
    agree = found["agreement"]["holds"] and all(one["holds"] for one in found["peers"]["agreement"])
    return 0 if agree else 1


if __name__ == "__main__":
    sys.exit(main())
