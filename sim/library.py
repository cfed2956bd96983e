"""Imports everything that registers itself."""

from typing import Final

from sim import behaviour, means, measures, policy, starts
from sim.mechanisms import FAMILIES

REGISTERED: Final = (*FAMILIES, behaviour, means, starts, measures, policy)
