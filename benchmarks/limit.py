"""What a week must cost at least: the bytes of a world through the processor once, and its draws.

A bare compiled loop reads and writes as many bytes as a world has and makes as many draws as its week; it has
no rules. How many draws that is, is counted in plain Python.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from statistics import median
from typing import Any

import numpy as np

COUNT = """
from sim import draws
made = [0]
def counted(function):
    def drawing(*keys):
        made[0] += 1
        return function(*keys)
    return drawing
draws.uniform, draws.uniform2 = counted(draws.uniform), counted(draws.uniform2)
from sim.ensemble import advance_to
{making}
advance_to(world, 26)
made[0] = 0
advance_to(world, 30)
print(made[0] / 4 / len(world.parents))
"""
A_CITY = "from benchmarks.scale import city_world\nworld = city_world(300, 1, 30)"


def draws_per_parent_week(making: str = A_CITY) -> float:
    """Draws of a week by number of families, those of actors included, counted in a small world.

    ``making`` is the code that makes ``world``, of 30 weeks.
    """
    done = subprocess.run(
        [sys.executable, "-c", COUNT.replace("{making}", making)],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "BODEM_PLAIN": "1"},
    )
    return float(done.stdout)


def limit(parents: int, bytes_each: float, draws: float, repeats: int = 7) -> float:
    """Nanoseconds for a family and week of the bare loop, in CPU time: the median over a few.

    ``bytes_each`` are those of all arrays of the world, actors and pairs included, by number of families.
    """
    from sim.draws import stream_key, uniform
    from sim.kernel import with_door

    words = round(bytes_each / 8)
    every, left = int(draws), draws - int(draws)

    def bare(cells: Any, seed: int, whole: int, share: float) -> float:
        key, total, due = stream_key(seed, 1, 1), 0.0, 0.0
        for i in range(cells.shape[0]):
            due += share
            number = whole
            if due >= 1.0:
                number, due = whole + 1, due - 1.0
            for k in range(number):
                total += uniform(key, i * 4 + k)
            for j in range(cells.shape[1]):
                cells[i, j] += 1.0
        return total

    loop = with_door(bare)
    cells = np.zeros((parents, words))
    loop(cells, 1, every, left)
    found = []
    for seed in range(repeats):
        started = time.process_time()
        loop(cells, seed, every, left)
        found.append((time.process_time() - started) / parents * 1e9)
    return median(found)
