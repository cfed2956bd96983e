"""Reading kept results, and drawing them; nothing here runs the model."""

from analysis.load import Loaded, load

__all__ = ["Loaded", "load"]
