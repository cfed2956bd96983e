"""Two small helpers that every agent uses."""


def clip(value: float) -> float:
    """``value`` within 0 and 1."""
    return 0.0 if value < 0.0 else (1.0 if value > 1.0 else value)


def near(value: float, spread: float, u: float) -> float:
    """A value spread evenly around ``value``, within 0 and 1."""
    return clip(value + spread * (2.0 * u - 1.0))
