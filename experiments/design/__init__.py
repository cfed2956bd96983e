"""Designs: which runs a sweep has, as a table with one row per point and a column per factor."""

from experiments.design.kinds import Design, designed
from experiments.design.points import as_overrides, crossed, joined, points_from

__all__ = ["Design", "as_overrides", "crossed", "designed", "joined", "points_from"]
