"""The measures, one row each: name, meaning in two languages, how it is computed."""

from sim.measured import bridging, relations, results, sides

__all__ = ["bridging", "relations", "results", "sides"]
