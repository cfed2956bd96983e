"""Imports everything that registers itself."""

from typing import Final

from sim import behaviour, measures, outside, policy, starts, supports
from sim.mechanisms import FAMILIES

REGISTERED: Final = (*FAMILIES, behaviour, outside, starts, supports, measures, policy)
