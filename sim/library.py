"""Imports everything that registers itself."""

from typing import Final

from sim import behaviour, measures, policy, starts, supports
from sim.mechanisms import FAMILIES

REGISTERED: Final = (*FAMILIES, behaviour, starts, supports, measures, policy)
