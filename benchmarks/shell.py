"""What commands cost from the shell, start-up included: help, one world, and 200 worlds on either side."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

BODEM = str(Path(sys.executable).with_name("bodem"))
NOTHING = [sys.executable, "-c", "pass"]
HELP = [BODEM, "--help"]
SIDES = ["--base", "strategy=none", "--variant", "strategy=explorative"]


def cost(command: list[str]) -> tuple[float, float]:
    """Seconds of CPU and on the wall of one command with all that it starts."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    seconds, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, seconds


def help_ratio(repeats: int) -> float:
    """CPU time of ``bodem --help`` as a multiple of a Python that does nothing: the median over turns."""
    return median(cost(HELP)[0] / cost(NOTHING)[0] for _ in range(repeats))


def commands(repeats: int) -> dict[str, float]:
    """Seconds of the commands, compiled code at hand: medians, CPU and wall."""
    with tempfile.TemporaryDirectory() as folder:
        run = [cost([BODEM, "run", "--out", f"{folder}/run{number}"]) for number in range(repeats)]
        compare = [cost([BODEM, "compare", *SIDES, "--worlds", "200"]) for number in range(repeats)]
    return {
        "help_ratio": help_ratio(max(7, repeats)),
        "run_cpu": median(cpu for cpu, _ in run),
        "run_wall": median(wall for _, wall in run),
        "compare_200_cpu": median(cpu for cpu, _ in compare),
        "compare_200_wall": median(wall for _, wall in compare),
    }


if __name__ == "__main__":
    for name, value in commands(5).items():
        print(f"{name:20s}{value:8.2f}")
