"""``python -m benchmarks``: measure, print, write benchmarks/results.json and docs/benchmarks.md."""

from __future__ import annotations

import json
import sys

from benchmarks.agreement import compare
from benchmarks.report import machine, page, results, text
from benchmarks.timing import ROOT, ensembles, side_by_side, starts

WEEKS = 260
AGREEMENT = (40, 104)


def say(words: str) -> None:
    """One line about what is going on."""
    print(words, file=sys.stderr, flush=True)


def main() -> int:
    """Measure everything in one run; 1 when the two sides do not agree."""
    told = machine()
    say("Starting in a fresh process, with and without compiled code (about a minute) ...")
    cold, warm = starts(repeats=5)
    say("Checking that both sides give the same aggregates ...")
    agreements = compare(*AGREEMENT)
    say("Measuring both sides in turn ...")
    repeats = side_by_side(WEEKS, repeats=9, compiled_worlds=100, plain_worlds=4)
    say("Measuring ensembles ...")
    ensemble = ensembles(WEEKS, worlds=100, repeats=7)
    found = results(told, WEEKS, repeats, ensemble, cold, warm, agreements, AGREEMENT)
    print(text(found))
    (ROOT / "benchmarks" / "results.json").write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    (ROOT / "docs").mkdir(exist_ok=True)
    (ROOT / "docs" / "benchmarks.md").write_text(page(found), encoding="utf-8")
    for row in agreements:
        if not row.holds:
            say(
                f"{row.measure} differs: {row.compiled:.4f} compiled, {row.mesa:.4f} in plain Mesa "
                f"({row.distance:+.1f} standard errors)."
            )
    return 0 if found["agreement"]["holds"] else 1


if __name__ == "__main__":
    sys.exit(main())
