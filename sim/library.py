"""Imports everything that registers itself, in one fixed order: the order of rule numbers and columns."""

from typing import Final

from sim import behaviour, measures, policy
from sim.mechanisms import (
    acquaintance,
    approach,
    collaboration,
    family,
    lasting,
    load,
    municipality,
    service,
    trust,
    urgency,
    vision,
)

FAMILIES: Final = (
    acquaintance,
    approach,
    trust,
    urgency,
    vision,
    collaboration,
    lasting,
    family,
    service,
    load,
    municipality,
)
REGISTERED: Final = (*FAMILIES, behaviour, measures, policy)
