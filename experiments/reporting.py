"""``bodem report``: one HTML file and one PDF of a sweep."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from analysis.load import Incomplete, load
from analysis.report import answered, as_html, as_pdf, pictures
from analysis.sensitivity import Unsuited
from experiments.answer import READABLE
from experiments.errors import Refused
from experiments.sweep import near
from experiments.sweepdir import SweepDir
from sim.registry import MEASURES, find

FIRST = (
    "collaborations_alive",
    "trust_in_district",
    "trust_in_workers",
    "referrals_accepted",
    "volunteer_energy",
)


def command(options: Any) -> int:
    """Do what ``bodem report`` was asked; return the exit code."""
    folder = SweepDir.opened(Path(os.path.realpath(options.dir)))
    wished = options.measures or [name for name in FIRST if name in READABLE and name in MEASURES]
    names = [find("measure", MEASURES, name).name for name in wished]
    out = Path(os.path.realpath(options.out)) if options.out else folder.path / "report"
    files = [out / "report.html", out / "report.pdf"]
    taken = next((file for file in files if file.exists()), None)
    if taken is not None:
        raise Refused(f"'{taken}' exists already; give --out another directory.")
    sweep = load(folder.path)
    try:
        parts = [part for name in names for part in answered(sweep, name, options.lang)]
        parts += pictures(sweep, options.lang)
    except (Incomplete, Unsuited) as problem:
        raise Refused(str(problem)) from problem
    except ImportError as problem:
        raise Refused("SALib is not installed: pip install 'vruchtbare-bodem[analysis]'.") from problem
    out.mkdir(parents=True, exist_ok=True)
    files[0].write_text(as_html(sweep, parts, options.lang), encoding="utf-8")
    as_pdf(sweep, parts, files[1], options.lang)
    print(f"A report on {len(names)} measures is in {near(files[0])} and {near(files[1])}")
    return 0
