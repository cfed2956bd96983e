"""What the page says of growth, the limit and commands, from what was measured."""

from __future__ import annotations

from typing import Any

SCALE = """## Growth

`python -m benchmarks.scale` measures a made-up city (`district=synthetic`) under the strategy
`explorative`, in CPU time on one thread, all sizes in turn ({turns} turns, medians); `--city` adds the five
years.

{table}

From 10,000 families on, the week grows with the number of families to the power **{exponent:.3f}** (wanted:
at most 1.05). A family's record is **{bytes:.0f} bytes** (wanted: at most 250). A city of {city_parents:,}
families and {city_actors:,} actors lives {city_weeks} weeks in {city_cpu:.0f} seconds of CPU time,
{city_wall:.0f} on the wall with every core, with at most **{city_peak:.2f} GiB** of memory, Python and all
(wanted: less than 2 GiB).

## The limit

A bare compiled loop that takes every byte of such a world through the processor once and makes as many
draws as a week does ({draws:.2f} for each family, counted in plain Python), without any rule, takes
**{limit:.1f} ns** for a family and week at 1,000,000 families. The week takes **{large:.1f} times** the
limit at 100,000 families and **{largest:.1f} times** at 1,000,000 (wanted: within 4). The gap: a week
looks at all families twice (who has a question or something else in hand, and what is counted), each time at
a short row of 72 bytes; only who has something in hand lives the week, with a second row elsewhere in
memory, and once in four weeks all are looked at for measures that move slowly. Rules branch on what each
family carries, which a bare loop does not; and some ten passes go over pairs, of which a large city has more
than fit in the caches: they fetch ahead. Ranking organisations at the start of a round of grants compares
each with each; at 1,700 organisations that is some 6 ms once a round.

## One large world on every core

{one_world}

Families know, ask and use only what is in their own neighbourhood. A city of 32,768 families or more is
therefore divided into boroughs, runs of neighbourhoods with at least some 16,000 families. The families of a
borough are served in the order of the rows, a borough at a time on each thread, and first live the week and
then end it, while they are in the cache. What boroughs share, counts and what is told in a community, each
adds up apart; these sums are added in the order of the boroughs. How many boroughs there are hangs on the
city alone, so that the bytes are the same on any number of threads (`tests/health/test_boroughs.py`: 1, 2 and
3 threads, boroughs in another order, plain Python). A city of one neighbourhood has one borough, and a
smaller one too; their bytes are as they were. Actors and pairs live their week on one thread, which bounds
the ratio.

## From the shell

`python -m benchmarks.shell`, start-up included, compiled code at hand:

| | CPU | wall |
|---|---:|---:|
| `bodem run`, one world of five years with its story | {run_cpu:.1f} s | {run_wall:.1f} s |
| `bodem compare`, 200 worlds on either side | {compare_200_cpu:.1f} s | {compare_200_wall:.1f} s |

`bodem --help` takes **{help_ratio:.2f} times** the CPU time of a Python that does nothing (wanted: at most
3); it imports neither numba nor pandas nor matplotlib, which a test holds it to. Compiled code is kept in
the user's cache directory (`BODEM_CACHE` or `XDG_CACHE_HOME` changes where), one directory for each state
of the sources, so that it outlives a run and an installation may be read-only. How soon the page shows its
first picture is in `docs/page.md`.
"""


def growth_table(scale: dict[str, Any]) -> str:
    """Both series as one table."""
    lines = [
        "| families | actors | pairs | ns for a family and week | MB in all |",
        "|---:|---:|---:|---:|---:|",
    ]
    for size in [*scale["families"], *scale["actors"]]:
        lines.append(
            f"| {size['parents']:,} | {size['actors']:,} | {size['pairs']:,} "
            f"| {size['parent_week']:.0f} | {size['total'] / 1e6:.0f} |"
        )
    return "\n".join(lines)


def one_world_table(one: dict[str, Any] | None) -> str:
    """One large world on one thread and on two."""
    if one is None:
        return "Not measured yet on this machine; `make bench` does."
    low, high = one["ratio_range"]
    took = [
        f"{number} | {one[f'{key}_seconds'] * 1e3:.0f} ms | {one[f'{key}_cpu'] * 1e3:.0f} ms"
        for number, key in (("one thread", "one_thread"), ("two threads", "two_threads"))
    ]
    return "\n".join(
        [
            f"| {one['parents']:,} families, {one['boroughs']} boroughs | a week, wall | a week, CPU |",
            "|---|---:|---:|",
            *(f"| {row} |" for row in took),
            f"| **Ratio, one thread to two** | **{one['ratio']:.2f}** ({low:.2f} to {high:.2f}) | |",
        ]
    )


def sections(found: dict[str, Any]) -> str:
    """The sections, for the page."""
    scale, city, shell = found["scale"], found["city"], found["shell"]
    return SCALE.format(
        table=growth_table(scale),
        turns=scale["turns"],
        one_world=one_world_table(scale.get("one_world")),
        exponent=scale["exponent"],
        bytes=scale["families"][-1]["per_parent"],
        city_parents=city["parents"],
        city_actors=city["actors"],
        city_weeks=city["weeks"],
        city_cpu=city["cpu_seconds"],
        city_wall=city["seconds"],
        city_peak=city["peak_gib"],
        draws=scale["draws"],
        limit=scale["limit"],
        large=scale["to_limit_at_100000"],
        largest=scale["to_limit_at_1000000"],
        **shell,
    )
