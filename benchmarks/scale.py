"""How time and memory grow with the size of a city, and how far the week is from what it must cost at least.

``python -m benchmarks.scale`` prints the tables; ``--city`` runs the largest city for five years as well.
"""

from __future__ import annotations

import json
import math
import os
import resource
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from benchmarks.limit import draws_per_parent_week, limit
from experiments.build import district_of
from experiments.presets import FilePresets
from sim.ensemble import advance_to
from sim.population import populated, template
from sim.settings import District, Settings
from sim.state import DTYPES
from sim.world import World

# Families, and organisations that go with them; then organisations at one number of families.
SIZES = ((1_000, 2), (10_000, 17), (100_000, 170), (1_000_000, 1_700))
ACTORS = ((100_000, 2), (100_000, 20), (100_000, 200), (100_000, 1_600))
LARGEST = SIZES[-1]
CITY = (1_000_000, 1_600)
FIVE_YEARS = 260
TURNS = 25


@dataclass(frozen=True)
class Size:
    """One city: who is in it, seconds of CPU for a week, bytes of arrays for a family and in all."""

    parents: int
    actors: int
    pairs: int
    week: float
    per_parent: float
    total: int

    @property
    def parent_week(self) -> float:
        """Nanoseconds for a family and week, actors included."""
        return self.week / self.parents * 1e9


def city(parents: int, organisations: int) -> District:
    """A made-up city of that size."""
    node = {**FilePresets().node("district", "synthetic"), "parents": parents, "organisations": organisations}
    return district_of(node, "city")


def city_world(parents: int, organisations: int, weeks: int) -> World:
    """Its world under the strategy of the main job, with nothing logged."""
    settings = Settings(city(parents, organisations), FilePresets().strategy("explorative"), weeks=weeks)
    return populated(template(settings)._replace(activity=np.zeros(0)), 1)


def bytes_of(world: World) -> int:
    """Bytes of all arrays of a world."""
    views = ("policies", "weekly", "flow")
    return sum(getattr(world, name).nbytes for name in world._fields if name not in views)


def family_bytes() -> int:
    """Bytes of a family's record, in its two rows."""
    return DTYPES["parent"].itemsize + DTYPES["home"].itemsize


def measured(rows: tuple[tuple[int, int], ...], repeats: int) -> list[Size]:
    """Seconds of CPU for a week of each on one thread: the median over a few turns, after half a year.

    All are measured in turn, so that a machine that is slower for a while is so for all.
    """
    warm, each = 26, [max(4, min(16, 400_000 // parents)) for parents, _ in rows]
    worlds = [city_world(*row, warm + repeats * weeks) for row, weeks in zip(rows, each, strict=True)]
    found: list[list[float]] = [[] for _ in rows]
    for world in worlds:
        advance_to(world, warm, threads=1)
    for number in range(1, repeats + 1):
        for world, weeks, times in zip(worlds, each, found, strict=True):
            started = time.process_time()
            advance_to(world, warm + number * weeks, threads=1)
            times.append((time.process_time() - started) / weeks)
    return [
        Size(
            parents=len(world.parents),
            actors=len(world.workers) + len(world.professionals),
            pairs=len(world.pairs),
            week=median(times),
            per_parent=family_bytes(),
            total=bytes_of(world),
        )
        for world, times in zip(worlds, found, strict=True)
    ]


def one_world(repeats: int, parents: int = LARGEST[0], organisations: int = LARGEST[1]) -> dict[str, Any]:
    """Seconds for a week of one large world, on one thread and on two in turn, on the wall and of CPU."""
    each, warm = 4, 26
    world = city_world(parents, organisations, warm + 2 * repeats * each)
    advance_to(world, warm)
    wall: dict[int, list[float]] = {1: [], 2: []}
    cpu: dict[int, list[float]] = {1: [], 2: []}
    for number in range(2 * repeats):
        threads = 1 + number % 2
        started, spent = time.perf_counter(), time.process_time()
        advance_to(world, warm + (number + 1) * each, threads)
        wall[threads].append((time.perf_counter() - started) / each)
        cpu[threads].append((time.process_time() - spent) / each)
    ratios = sorted(one / two for one, two in zip(wall[1], wall[2], strict=True))
    return {
        "parents": parents,
        "boroughs": len(world.boroughs),
        "one_thread_seconds": median(wall[1]),
        "two_threads_seconds": median(wall[2]),
        "one_thread_cpu": median(cpu[1]),
        "two_threads_cpu": median(cpu[2]),
        "ratio": median(ratios),
        "ratio_range": [ratios[0], ratios[-1]],
    }


def exponent(sizes: list[Size]) -> float:
    """By what power of the number of families the week grows, from 10,000 on."""
    large = [size for size in sizes if size.parents >= 10_000]
    slope, _ = np.polyfit([math.log(s.parents) for s in large], [math.log(s.week) for s in large], 1)
    return float(slope)


def five_years() -> dict[str, float]:
    """A city of a million families for five years in a process of its own: seconds and peak memory."""
    code = "from benchmarks.scale import run_city; run_city()"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def run_city() -> None:
    """Run the largest city and print what it took, as JSON."""
    started, cpu = time.perf_counter(), time.process_time()
    world = city_world(*CITY, FIVE_YEARS)
    advance_to(world, FIVE_YEARS)
    told = {
        "parents": len(world.parents),
        "actors": len(world.workers) + len(world.professionals),
        "weeks": FIVE_YEARS,
        "seconds": time.perf_counter() - started,
        "cpu_seconds": time.process_time() - cpu,
        "peak_gib": peak_gib(),
        "load": os.getloadavg()[0],
    }
    print(json.dumps(told))


def peak_gib() -> float:
    """The most memory of this process; what the kernel counts for it begins with that of its parent."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 2**20


def growth(repeats: int) -> dict[str, Any]:
    """Both series, the exponent, and the limit with our time as a multiple of it."""
    families, actors = measured(SIZES, TURNS), measured(ACTORS, TURNS)
    draws = draws_per_parent_week()
    floors = {size.parents: limit(size.parents, size.total / size.parents, draws) for size in families[-2:]}
    large, largest = families[-2:]
    return {
        "families": [told(size) for size in families],
        "actors": [told(size) for size in actors],
        "one_world": one_world(repeats),
        "turns": TURNS,
        "exponent": exponent(families),
        "draws": draws,
        "limit": floors[largest.parents],
        "to_limit_at_100000": large.parent_week / floors[large.parents],
        "to_limit_at_1000000": largest.parent_week / floors[largest.parents],
    }


def told(size: Size) -> dict[str, float]:
    """One size as plain values."""
    return {**asdict(size), "parent_week": size.parent_week}


def main() -> int:
    """Print the growth with families, the growth with actors, and the distance from the limit."""
    found = growth(repeats=5)
    for title in ("families", "actors"):
        names = ("families", "actors", "pairs", "ns each week", "bytes each", "MB in all")
        print("".join(f"{name:>14}" for name in names))
        for size in found[title]:
            print(
                f"{size['parents']:>14}{size['actors']:>14}{size['pairs']:>14}{size['parent_week']:>14.1f}"
                f"{size['per_parent']:>14.0f}{size['total'] / 1e6:>14.0f}"
            )
    for name in ("exponent", "draws", "limit", "to_limit_at_100000", "to_limit_at_1000000"):
        print(f"{name:20s}{found[name]:8.3f}")
    one = found["one_world"]
    print(
        f"one world of {one['parents']:,} families in {one['boroughs']} boroughs, seconds a week: "
        f"{one['one_thread_seconds']:.3f} on one thread, {one['two_threads_seconds']:.3f} on two "
        f"(CPU {one['one_thread_cpu']:.3f} and {one['two_threads_cpu']:.3f}), ratio {one['ratio']:.2f}"
    )
    if "--city" in sys.argv:
        print(five_years())
    return 0


if __name__ == "__main__":
    sys.exit(main())
