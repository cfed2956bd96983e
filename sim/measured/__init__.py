"""The measures, one row each: name, meaning in two languages, how it is computed."""

from sim.measured import relations, results, sides, wider

__all__ = ["relations", "results", "sides", "wider"]
