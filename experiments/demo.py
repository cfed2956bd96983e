"""``bodem demo``: the main job in one go, two comparisons in Nieuw-West with their figures."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from analysis.figures import comparison_figures
from experiments.answer import answer, telling
from experiments.compare import compare_arrays
from experiments.compose import compose
from experiments.paired import chosen
from experiments.progress import progress, say
from experiments.provenance import now, provenance
from experiments.store import Results, results
from sim.ensemble import run_ensemble, summarise, warm_up
from sim.registry import MEASURES


@dataclass(frozen=True)
class Pair:
    """A comparison to show: overrides of both sides and what they are called in the figures."""

    name: str
    title: str
    base: tuple[str, ...]
    variant: tuple[str, ...]
    labels: tuple[str, str]
    headline: str
    extra: tuple[str, ...] = ()


PAIRS: Final = (
    Pair(
        "strategies",
        "Nieuw-West, five years: the programmatic against the explorative strategy",
        ("strategy=programmatic",),
        ("strategy=explorative",),
        ("programmatic", "explorative"),
        "collaborations_alive",
    ),
    Pair(
        "coffee_fund",
        "Nieuw-West, five years, explorative but aloof: without and with a coffee fund",
        ("strategy=explorative_aloof",),
        ("strategy=explorative_aloof", "levers.coffee_fund.intensity=1"),
        ("no coffee fund", "coffee fund"),
        "irritation",
        ("irritation",),
    ),
)


def command(options: Any) -> int:
    """Do what ``bodem demo`` was asked; return the exit code."""
    started = now()
    with results(options.out) as files:
        warm_up(say)
        answers, figures = [], 0
        for pair in PAIRS:
            text, drawn = _show(pair, options.worlds, options.threads, files)
            answers.append(f"{pair.title}\n{'=' * len(pair.title)}\n\n{text}")
            figures += drawn
        files.path("answers.txt").write_text("\n\n\n".join(answers) + "\n", encoding="utf-8")
        files.json("provenance.json", provenance(options.command_line, started, files.checksums()))
    print("\n\n\n".join(answers))
    print(f"\n{figures} figures, the answers and their provenance are in {_near(files.final)}")
    return 0


def _show(pair: Pair, worlds: int, threads: int, files: Results) -> tuple[str, int]:
    """Run both sides of ``pair``; return the answer and how many figures were drawn."""
    seeds, names = list(range(worlds)), list(MEASURES)
    sides = []
    with progress("worlds", 2 * worlds) as tick:
        for overrides in (pair.base, pair.variant):
            settings = compose(["district=nieuw_west", *overrides]).settings
            sides.append(run_ensemble(settings, seeds, threads=threads, progress=lambda _: tick(1)))
    base, variant = sides
    found = compare_arrays(names, summarise(base), summarise(variant))
    folder = files.path(pair.name)
    folder.mkdir()
    drawn = comparison_figures(
        base, variant, names, labels=pair.labels, out=folder, title=pair.title, extra=pair.extra
    )
    files.json(f"{pair.name}/comparison.json", found.as_json())
    told = telling(found, list(dict.fromkeys([pair.headline, *chosen(None)])))
    return answer(found, told, pair.labels, 0), len(drawn)


def _near(place: Path) -> Path:
    return place.relative_to(Path.cwd()) if place.is_relative_to(Path.cwd()) else place
