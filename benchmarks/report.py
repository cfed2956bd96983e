"""The table of the benchmark, as text, Markdown and JSON: ratios are the result, times only illustrate."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from statistics import median
from typing import Any

from benchmarks.agreement import TOLERANCE, Agreement
from benchmarks.peers.section import peers
from benchmarks.sections import sections
from benchmarks.subset import OFF, ON
from benchmarks.timing import Ensemble, Repeat

PAGE = """# Speed against plain Mesa

Made by `make bench`; ratios are the result, times only illustrate them. `make bench-check` measures the
ratios anew and says which has become worse.

{table}

![Growth with families, and ratios in one run](benchmarks.svg)

**What was measured.** One district at its default size (600 families, 12 informal workers, 20 professionals),
{weeks} weeks, no policy. Both sides run the same {rules} rules with the same parameters: {names}. What does
nothing without policies is off: {off}. `benchmarks/plain_mesa/` is the reference: Mesa agents with attributes
and a method for each rule, `do` and `shuffle_do`, plain objects for pairs and collaborations, one
`DataCollector` with {measures} measures a week. The compiled side records these and all its other measures,
and does the whole week's bookkeeping: nothing is taken out for the comparison.

Both sides are measured in turn, {repeats} times in one run, in CPU time on one thread; making the world
counts, compiling does not. The ratio is the median over the turns, its range stands behind it.

**Same results.** Over {agreement_worlds} worlds of {agreement_weeks} weeks all {measures} measures agree
within chance: the largest distance is {distance:.1f} standard errors (the bound is {bound:.1f};
`python -m benchmarks.agreement` prints all of them).

**Wanted and not met.** At least 200 times plain Mesa on the same rules; the table says how far it is.

{peers}{sections}{busy}Machine class: {cores} cores, Python {python}; Mesa {mesa}, numba {numba}.
"""


NOT_YET = """Other frameworks (`benchmarks/peers/`) were not measured yet on this machine; `make bench` does.

"""
BUSY = """The machine was busy with other work: seconds on the wall are too many, and the gain of the second
thread too small. The ratio in CPU time suffers less.

"""


def machine() -> dict[str, Any]:
    """What is told of the machine, and nothing else; busy: other work took half a core beside our own."""
    return {
        "busy": os.getloadavg()[0] > 1.6,
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "mesa": version("mesa"),
        "numba": version("numba"),
    }


def results(
    told: dict[str, Any],
    weeks: int,
    repeats: list[Repeat],
    ensemble: Ensemble,
    cold: float,
    warm: float,
    agreements: list[Agreement],
    agreement_size: tuple[int, int],
) -> dict[str, Any]:
    """Everything measured, as plain values."""
    ratios = sorted(repeat.ratio for repeat in repeats)
    return {
        "machine": told,
        "same_rules": {
            "rules": list(ON),
            "weeks": weeks,
            "repeats": len(repeats),
            "compiled_worlds_per_core_second": median(repeat.compiled for repeat in repeats),
            "mesa_worlds_per_core_second": median(repeat.mesa for repeat in repeats),
            "ratio": median(ratios),
            "ratio_range": [ratios[0], ratios[-1]],
        },
        "ensemble": {
            "worlds": ensemble.worlds,
            "one_thread_seconds": ensemble.one_thread,
            "two_threads_seconds": ensemble.two_threads,
            "two_threads_ratio": ensemble.one_thread / ensemble.two_threads,
        },
        "start": {"compiling_seconds": cold, "compiled_seconds": warm},
        "agreement": {
            "worlds": agreement_size[0],
            "weeks": agreement_size[1],
            "measures": len(agreements),
            "largest_distance": max(abs(found.distance) for found in agreements),
            "holds": all(found.holds for found in agreements),
        },
    }


def rows(found: dict[str, Any]) -> list[tuple[str, str]]:
    """What the table says, line by line."""
    same, ensemble, start = found["same_rules"], found["ensemble"], found["start"]
    low, high = same["ratio_range"]
    return [
        ("Worlds per second and core, compiled", f"{same['compiled_worlds_per_core_second']:.0f}"),
        ("Worlds per second and core, plain Mesa", f"{same['mesa_worlds_per_core_second']:.2f}"),
        ("**Ratio, same rules**", f"**{same['ratio']:.0f}** ({low:.0f} to {high:.0f})"),
        (f"{ensemble['worlds']} worlds, all rules, one thread", f"{ensemble['one_thread_seconds']:.2f} s"),
        (f"{ensemble['worlds']} worlds, all rules, two threads", f"{ensemble['two_threads_seconds']:.2f} s"),
        ("**Ratio, two threads to one**", f"**{ensemble['two_threads_ratio']:.2f}**"),
        ("First start, compiling: CPU time", f"{start['compiling_seconds']:.0f} s"),
        ("Later starts: CPU time", f"{start['compiled_seconds']:.1f} s"),
    ]


def text(found: dict[str, Any]) -> str:
    """The table for a terminal."""
    return "\n".join(f"{name.strip('*'):45s}{value.replace('*', ''):>20s}" for name, value in rows(found))


def page(found: dict[str, Any]) -> str:
    """The page for the documentation."""
    table = "\n".join(["| | |", "|---|---:|", *(f"| {name} | {value} |" for name, value in rows(found))])
    same, agreement = found["same_rules"], found["agreement"]
    return PAGE.format(
        table=table,
        weeks=same["weeks"],
        rules=len(same["rules"]),
        repeats=same["repeats"],
        names=", ".join(f"`{name}`" for name in same["rules"]),
        off=", ".join(f"`{name}`" for name in OFF),
        measures=agreement["measures"],
        agreement_worlds=agreement["worlds"],
        agreement_weeks=agreement["weeks"],
        distance=agreement["largest_distance"],
        bound=TOLERANCE,
        peers=peers(found) + "\n" if "peers" in found else NOT_YET,
        sections=sections(found) + "\n" if "scale" in found else "",
        **{**found["machine"], "busy": BUSY if found["machine"]["busy"] else ""},
    )
