"""The measures, one row each: name, meaning in two languages, how it is computed."""

from sim.measured import bridging, homes, relations, results, sides, wider

__all__ = ["bridging", "homes", "relations", "results", "sides", "wider"]
