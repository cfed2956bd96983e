"""The measures, one row each: name, meaning in two languages, how it is computed."""

from sim.measured import homes, relations, results, sides

__all__ = ["homes", "relations", "results", "sides"]
