"""What the benchmark measures of other frameworks, and what the page says of it."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version
from typing import Any

from benchmarks.agreement import TOLERANCE
from benchmarks.peers import subset
from benchmarks.peers.listed import compare, installed, missing
from benchmarks.peers.timing import SIZES, bare, default_size, larger, told

PEERS = """## Other frameworks

The same {rules} rules in plain Mesa, AgentPy and starsim, and in the model with all others off: {names}
(the rates {never} are 0, which the others do not have). `benchmarks/peers/` holds them. Plain Mesa and
AgentPy share the rules as plain Python and differ in how agents are made, called and recorded; in starsim
families are people with columns, and what is few (actors, pairs, approaches) stands beside as NumPy. Each
side records the same {measures} measures every week, the model all its others as well. All sides are
measured in turn, in CPU time on one thread.

| {parents} families, {weeks} weeks | one world | ratio to the model |
|---|---:|---:|
{default}

The ratio is the median over {turns} turns, its range behind it. In a larger district the actors stay the
same, and gatherings and places grow along; one week, without making the world:

| families | | one week | model | ratio |
|---:|---|---:|---:|---:|
{larger}

With most of its rules off the model still looks at every family twice a week and records all its
measures; starsim's columns touch only the families that a rule is about, and its price, some ten
milliseconds a week for calling modules and drawing, weighs less the more families there are.

{bare}

**Same results.** Over {worlds} worlds of {agreement_weeks} weeks every measure is compared with the model's
in ten times as many worlds; the largest distances are {agreement} standard errors (the bound is
{bound:.1f}).

**Wanted.** At least 80 times the best other framework at the default size: {best:.0f} here. At least 6 times
at 1,000,000 families: {best_large}. mesa-frames cannot be installed beside the model: it asks for a NumPy
older than 2, which Python 3.13 does not have. {missing}
"""

BARE = """The limit lies near. A bare loop that takes the bytes of that world of {parents:,} families through
the processor once ({bytes:.0f} for each family) and makes its draws ({draws:.1f} for each), without any rule,
takes {limit:.0f} ns for a family and week; the quickest of the others takes {quickest:.0f}, **{most:.1f}**
times as long. More is not to be had of a week that goes over its families once, whatever its rules cost."""


def measured(
    weeks: int, turns: int, agreement: tuple[int, int], say: Callable[[str], None]
) -> dict[str, Any]:
    """Everything about the peers that are installed, as plain values; says which are not."""
    for sentence in missing():
        say(sentence)
    found = []
    for peer in installed():
        rows = compare(peer, *agreement)
        largest = max(abs(row.distance) for row in rows)
        found.append(
            {"peer": peer.label, "largest_distance": largest, "holds": all(row.holds for row in rows)}
        )
    return {
        "rules": list(subset.ON),
        "measures": len(subset.MEASURES),
        "weeks": weeks,
        "turns": turns,
        "versions": {peer.label: version(peer.package) for peer in installed()},
        "missing": missing(),
        "agreement_worlds": agreement[0],
        "agreement_weeks": agreement[1],
        "agreement": found,
        "default": [told(one) for one in default_size(weeks, turns)],
        "larger": [told(one) for one in larger(turns)],
        "bare": bare(SIZES[-1][0]),
    }


def seconds(value: float) -> str:
    """Seconds as they are best read."""
    return f"{value:.2f} s" if value >= 0.1 else f"{value * 1e3:.1f} ms"


def ratio(one: dict[str, Any]) -> str:
    """A ratio with its range."""
    low, high = one["ratio_range"]
    digits = 0 if one["ratio"] >= 10.0 else 1
    return f"**{one['ratio']:.{digits}f}** ({low:.{digits}f} to {high:.{digits}f})"


def at_most(told: dict[str, Any]) -> str:
    """What ratio at most is to be had at the largest size, and why."""
    bare, large = told["bare"], [one for one in told["larger"] if one["parents"] == told["bare"]["parents"]]
    if not large:
        return ""
    quickest = min(one["peer_seconds"] for one in large) / bare["parents"] * 1e9
    return BARE.format(
        parents=bare["parents"],
        bytes=bare["bytes"],
        draws=bare["draws"],
        limit=bare["limit"],
        quickest=quickest,
        most=quickest / bare["limit"],
    )


def peers(found: dict[str, Any]) -> str:
    """The section, for the page."""
    told = found["peers"]
    default, large = told["default"], [one for one in told["larger"] if one["parents"] == 1_000_000]
    names = {label: f"{label} {number}" for label, number in told["versions"].items()}
    ours = seconds(min(one["ours_seconds"] for one in default))
    lines = [f"| {names[one['peer']]} | {seconds(one['peer_seconds'])} | {ratio(one)} |" for one in default]
    return PEERS.format(
        rules=len(told["rules"]),
        names=", ".join(f"`{name}`" for name in told["rules"]),
        never=", ".join(f"`{name}`" for name in subset.NEVER),
        measures=told["measures"],
        parents=default[0]["parents"],
        weeks=told["weeks"],
        turns=told["turns"],
        default="\n".join([f"| the model | {ours} | 1 |", *lines]),
        larger="\n".join(
            f"| {one['parents']:,} | {one['peer']} | {seconds(one['peer_seconds'])} "
            f"| {seconds(one['ours_seconds'])} | {ratio(one)} |"
            for one in told["larger"]
        ),
        worlds=told["agreement_worlds"],
        agreement_weeks=told["agreement_weeks"],
        agreement=", ".join(f"{one['peer']} {one['largest_distance']:.1f}" for one in told["agreement"]),
        bound=TOLERANCE,
        best=min(one["ratio"] for one in default),
        best_large=f"{min(one['ratio'] for one in large):.1f} here" if large else "not measured here",
        missing=" ".join(told["missing"]),
        bare=at_most(told),
    )
