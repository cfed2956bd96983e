"""Ways of families to help: who pointed them there, how many went, and where they came (a Sankey diagram)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

from analysis.figures.saying import phrase
from analysis.figures.sheet import BLACK, Sheet
from analysis.figures.style import BASE, GREEN, GREY, SMALL, VARIANT, WIDTH, high, styled
from analysis.figures.words import number, said
from analysis.intervals import Mean, mean_of

LEFT: Final = 2.15
RIGHT: Final = 2.35
BAR: Final = 0.09
TALL: Final = 2.3  # of all families together, in inches
GAP: Final = 0.09
NOT, TALKED, CREDIT = "not", "talked", "credited"
INKS: Final = {
    "prevention": BASE.colour,
    "youth_care": VARIANT.colour,
    "workers": GREEN,
    TALKED: "#9dbfb4",
    NOT: "#c9c9c4",
}


class Route(NamedTuple):
    """One way: who points families on, where to, and the measures that count both."""

    by: str
    to: str
    offered: str
    accepted: str


ROUTES: Final = (
    Route("family", "prevention", "self_sought", "self_referrals"),
    Route("school", "prevention", "offered_by_school", "accepted_by_school"),
    Route("outreach", "prevention", "offered_by_outreach", "accepted_by_outreach"),
    Route("visit", "prevention", "walk_ins", "accepted_walk_ins"),
    Route("location", "prevention", "on_location_consultations", "accepted_on_location"),
    Route("workers", "prevention", "offered_to_preventive", "accepted_to_preventive"),
    Route("workers", "youth_care", "offered_to_youth_care", "accepted_to_youth_care"),
    Route("professionals", "workers", "offered_to_informal", "accepted_to_informal"),
    Route("prevention", "youth_care", "offered_by_services", "accepted_by_services"),
)
CREDITED: Final = "referrals_attributed"
NEEDED: Final = (*(name for route in ROUTES for name in (route.offered, route.accepted)), CREDITED)


def flows_table(totals: pd.DataFrame) -> pd.DataFrame:
    """One row per way: the mean over worlds of families pointed there and of those who went.

    ``totals`` has a row per world and a column per measure of ``NEEDED``, each the total of a run. The last
    rows tell how many referrals by informal workers were credited to them, how many families only talked on
    location, and how many did not go.
    """
    rows = [
        (route.by, route.to, *mean_of(totals[route.offered]), *mean_of(totals[route.accepted])[:3])
        for route in ROUTES
    ]
    stayed = {route: totals[route.offered] - totals[route.accepted] for route in ROUTES}
    talked = sum(left for route, left in stayed.items() if route.by == "location")
    left = sum(left for route, left in stayed.items() if route.by != "location")
    none = [float("nan")] * 3
    for by, to, values in (
        ("workers", CREDIT, totals[CREDITED]),
        ("location", TALKED, talked),
        ("all", NOT, left),
    ):
        rows.append((by, to, *mean_of(values), *none))
    ends = ["mean", "low", "high"]
    names = ["by", "to", *(f"offered_{end}" for end in ends), "worlds", *(f"accepted_{end}" for end in ends)]
    return pd.DataFrame(rows, columns=names)


def flows(
    table: pd.DataFrame, title: str, years: float, lang: str = "en", most: float | None = None
) -> Figure:
    """Draw the ways of families; ``most`` families are as high as the figure allows (default: all of these).

    Give several figures the same ``most`` to compare them.
    """
    with styled():
        return _page(table, title, years, lang, most)


def everyone(table: pd.DataFrame) -> float:
    """How many families were pointed somewhere, on average: the scale of a figure."""
    return float(_ways(table)["offered_mean"].sum())


def _ways(table: pd.DataFrame) -> pd.DataFrame:
    return table[~table["to"].isin([CREDIT, TALKED, NOT])]


def _total(table: pd.DataFrame, to: str) -> Mean:
    row = table[table["to"] == to].iloc[0]
    return Mean(row.offered_mean, row.offered_low, row.offered_high, int(row.worlds))


class Node(NamedTuple):
    """A bar at one side: where it begins, how high it is, and what is written beside it."""

    top: float
    tall: float
    lines: tuple[str, ...]


def _page(table: pd.DataFrame, title: str, years: float, lang: str, most: float | None) -> Figure:
    used = _ways(table)[_ways(table)["offered_mean"] > 0]
    inch = TALL / max(1e-9, everyone(table) if most is None else most)
    from_, to = _starts(table, used, inch, lang), _ends(table, used, inch, lang)
    tall = max(_bottom(from_), _bottom(to))
    sheet = Sheet(phrase("flows", lang), title, (), tall, _notes(table, years, lang))
    axes = sheet.axes(0, sheet.top, WIDTH, tall)
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(tall, 0)
    axes.set_axis_off()
    from_, to = (_centred(nodes, tall) for nodes in (from_, to))
    _ribbons(axes, used, from_, to, inch)
    for nodes, left, align in ((from_, LEFT, "right"), (to, WIDTH - RIGHT, "left")):
        for key, node in nodes.items():
            ink = GREY if align == "right" else INKS[key]
            axes.add_patch(
                Rectangle((left, node.top), BAR, max(node.tall, 0.012), color=ink, linewidth=0, zorder=3)
            )
            at = left - 0.08 if align == "right" else left + BAR + 0.08
            upper = sheet.top + node.top + node.tall / 2 - high(len(node.lines), SMALL) / 2
            sheet.lines(at, upper, node.lines[:1], SMALL, BLACK, weight="bold", align=align)
            sheet.lines(at, upper + high(1, SMALL), node.lines[1:], SMALL, BLACK, align=align)
    return sheet.figure


def _starts(table: pd.DataFrame, used: pd.DataFrame, inch: float, lang: str) -> dict[str, Node]:
    nodes: dict[str, Node] = {}
    top = 0.0
    for by, rows in used.groupby("by", sort=False):
        lines = [phrase(f"by_{by}", lang)]
        for row in rows.itertuples():
            mean = Mean(row.offered_mean, row.offered_low, row.offered_high, row.worlds)
            to = f" {phrase(f'low_{row.to}', lang)}" if len(rows) > 1 else ""
            lines.append(f"{mean.words(lang, 1)}{to}")
        if by == "workers":
            lines.append(phrase("credited", lang, n=_total(table, CREDIT).words(lang, 1)))
        top = _add(nodes, str(by), rows["offered_mean"].sum() * inch, lines, top)
    return nodes


def _ends(table: pd.DataFrame, used: pd.DataFrame, inch: float, lang: str) -> dict[str, Node]:
    nodes: dict[str, Node] = {}
    top = 0.0
    for to, rows in used.groupby("to", sort=False):
        total = rows["accepted_mean"].sum()
        lines = [phrase(f"to_{to}", lang)]
        for row in rows.itertuples():
            mean = Mean(row.accepted_mean, row.accepted_low, row.accepted_high, row.worlds)
            by = f" {phrase(f'short_{row.by}', lang)}" if len(rows) > 1 else ""
            lines.append(f"{mean.words(lang, 1)}{by}")
        top = _add(nodes, str(to), total * inch, lines, top)
    for to in (TALKED, NOT):
        total = _total(table, to)
        if total.mean > 0:
            lines = [phrase(f"to_{to}", lang), total.words(lang, 1)]
            top = _add(nodes, to, total.mean * inch, lines, top)
    return nodes


def _add(nodes: dict[str, Node], key: str, tall: float, lines: list[str], top: float) -> float:
    """Put a node below the others; return where the next one may begin."""
    room = max(tall, high(len(lines), SMALL))
    nodes[key] = Node(top + (room - tall) / 2, tall, tuple(lines))
    return top + room + GAP


def _bottom(nodes: dict[str, Node]) -> float:
    return max(
        (
            node.top + node.tall / 2 + max(node.tall, high(len(node.lines), SMALL)) / 2
            for node in nodes.values()
        ),
        default=0.3,
    )


def _centred(nodes: dict[str, Node], tall: float) -> dict[str, Node]:
    down = (tall - _bottom(nodes)) / 2
    return {key: node._replace(top=node.top + down) for key, node in nodes.items()}


def _ribbons(
    axes: Axes, used: pd.DataFrame, from_: dict[str, Node], to: dict[str, Node], inch: float
) -> None:
    """Draw who went above who did not, so that ribbons of one way do not cross each other."""
    out, into = ({key: node.top for key, node in nodes.items()} for nodes in (from_, to))
    for went in (True, False):
        for row in used.itertuples():
            count = row.accepted_mean if went else row.offered_mean - row.accepted_mean
            key = row.to if went else (TALKED if row.by == "location" else NOT)
            if count <= 0:
                continue
            tall = count * inch
            _ribbon(axes, out[row.by], into[key], tall, INKS[key], 0.62 if went else 0.55)
            out[row.by] += tall
            into[key] += tall


def _ribbon(axes: Axes, start: float, end: float, tall: float, ink: str, alpha: float) -> None:
    left, right = LEFT + BAR, WIDTH - RIGHT
    middle = (left + right) / 2
    upper = [(left, start), (middle, start), (middle, end), (right, end)]
    lower = [(x, y + tall) for x, y in reversed(upper)]
    corners = [*upper, *lower, upper[0]]
    codes = [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY]
    axes.add_patch(PathPatch(Path(corners, codes), facecolor=ink, alpha=alpha, linewidth=0, zorder=2))


def _notes(table: pd.DataFrame, years: float, lang: str) -> str:
    worlds = int(table["worlds"].max())
    return " ".join(_note_parts(table, worlds, years, lang))


def _note_parts(table: pd.DataFrame, worlds: int, years: float, lang: str) -> Iterator[str]:
    told = number(f"{round(years, 1):g}", lang)
    yield phrase("flows_one" if worlds == 1 else "flows_worlds", lang, n=worlds, years=told)
    yield phrase("flows_note", lang)
    unused = _ways(table)[~(_ways(table)["offered_mean"] > 0)]
    if len(unused):
        yield phrase(
            "flows_unused",
            lang,
            which=", ".join(dict.fromkeys(phrase(f"short_{by}", lang) for by in unused["by"])),
        )
    if worlds > 1:
        yield phrase("chance_only", lang)
    yield said("model", lang)
