"""Imports everything that registers itself."""

from typing import Final

from sim import behaviour, means, measures, policy, starts, supports
from sim.mechanisms import FAMILIES

REGISTERED: Final = (*FAMILIES, behaviour, means, starts, supports, measures, policy)
