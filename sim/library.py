"""Imports everything that registers itself, in one fixed order: the order of rule numbers and columns."""

from typing import Final

from sim import behaviour, measures, policy
from sim.mechanisms import (
    acquaintance,
    approach,
    collaboration,
    family,
    load,
    municipality,
    service,
    trust,
    urgency,
    vision,
)

FAMILIES: Final = (
    acquaintance, approach, trust, urgency, vision, collaboration, family, service, load, municipality,
)
REGISTERED: Final = (*FAMILIES, behaviour, measures, policy)
