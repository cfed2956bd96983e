"""Fertile soil predicts starts; once vision, pioneers and anchoring are known it says little of survival."""

import numpy as np

from analysis.patterns.pattern import Claim, Floats, Pattern, Sides, over
from analysis.patterns.settings import FOUND, by_strategy
from analysis.patterns.watched import Watched

YEARS = (0, 52, 104, 156, 208)
FEWEST = 8  # collaborations and years below which nothing can be said


def vision_and_pioneers(run: Watched, week: int) -> tuple[Floats, Floats]:
    """How far the two of each pair see alike, and how far they are pioneers together."""
    pairs = run.rows("pair", week)
    one = run.rows("worker", week)["pioneer"][pairs["worker"]]
    other = run.rows("professional", week)["pioneer"][pairs["professional"]]
    return np.maximum(1.0 - pairs["gap"], pairs["story"]), np.asarray(one + other)


def soil_of(run: Watched, week: int) -> Floats:
    """The scarcest of the four conditions in each pair."""
    pairs = run.rows("pair", week)
    one = run.rows("worker", week)["goodwill_now"][pairs["worker"]]
    other = run.rows("professional", week)["goodwill_now"][pairs["professional"]]
    vision, _ = vision_and_pioneers(run, week)
    conditions = (pairs["knowing"], 0.5 * (one + other), pairs["urgency"], vision)
    found: Floats = np.minimum.reduce([np.asarray(each) for each in conditions])
    return found


def begun(run: Watched, since: int, until: int) -> Floats:
    """Which pairs began to work together in those weeks."""
    pairs, told = run.rows("pair", since), run.told("collaboration_started", since, until)
    wide = int(pairs["professional"].max()) + 1
    there = pairs["worker"].astype(np.int64) * wide + pairs["professional"]
    return np.isin(there, told["whom"].astype(np.int64) * wide + told["who"])


def standard(values: Floats) -> Floats:
    """Values less their mean, in standard deviations."""
    spread = values.std()
    return (values - values.mean()) / (spread if spread > 0 else 1.0)


def starts(run: Watched) -> float:
    """By how many standard deviations soil is richer where something begins within a year."""
    found = []
    for week in YEARS[1:]:
        idle = np.asarray(run.rows("collaboration", week)["alive"]) == 0
        soil, began = soil_of(run, week)[idle], begun(run, week, week + 52)[idle]
        if began.any() and not began.all():
            found.append(standard(soil)[began].mean() - standard(soil)[~began].mean())
    return float(np.mean(found)) if found else float("nan")


def survival(run: Watched) -> float:
    """The same for what is still alive a year later, once vision, pioneers and anchoring are known."""
    soil, lived, known = [], [], []
    for week in YEARS[1:]:
        work, later = run.rows("collaboration", week), run.rows("collaboration", week + 52)
        alive = np.asarray(work["alive"]) > 0
        soil.append(soil_of(run, week)[alive])
        known.append(np.column_stack([*vision_and_pioneers(run, week), work["anchoring"]])[alive])
        same = (later["alive"] > 0) & (later["started"] == work["started"])
        lived.append(np.asarray(same)[alive].astype(float))
    x, y, z = np.concatenate(soil), np.concatenate(lived), np.concatenate(known)
    if len(y) < FEWEST or np.ptp(y) == 0 or np.ptp(x) == 0:
        return float("nan")
    columns = np.column_stack([np.ones(len(y)), standard(x), *(standard(z[:, n]) for n in range(3))])
    return float(np.linalg.lstsq(columns, y, rcond=None)[0][1] / y.std())


def read(run: Watched) -> dict[str, float]:
    return {"starts": starts(run), "survival": survival(run)}


def weaker(sides: Sides) -> Floats:
    """Half of what soil says of starts, less what it says of survival, either way."""
    one = sides["explorative"]
    return 0.5 * one["starts"] - one["survival"]


PATTERN = Pattern(
    "soil_starts",
    "§1.2, §1.3",
    "Soil predicts what starts; it says little of what lasts once vision, pioneers and anchoring are known.",
    "Vruchtbare bodem voorspelt wat begint; over wat blijft zegt die weinig naast visie, pioniers en "
    "borging.",
    "within runs, pairs by their soil at the start of each year; Nieuw-West as found and explorative",
    "standard deviations of soil between pairs that begin and those that do not; partial effect on survival",
    {"nieuw_west": FOUND["nieuw_west"], "explorative": by_strategy("explorative")},
    read,
    (
        Claim(
            "starts",
            "Pairs that begin stand on richer soil (explorative).",
            "Paren die beginnen staan op rijkere bodem (verkennend).",
            over("explorative", "starts"),
        ),
        Claim(
            "starts_found",
            "The same in Nieuw-West as found.",
            "Hetzelfde in Nieuw-West zoals aangetroffen.",
            over("nieuw_west", "starts"),
        ),
        Claim(
            "weak_for_survival",
            "For survival soil counts less than half as much as for a start (explorative).",
            "Voor voortbestaan telt de bodem minder dan half zo veel als voor een begin (verkennend).",
            weaker,
        ),
    ),
    weeks=YEARS,
)
