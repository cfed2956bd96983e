"""Imports everything that registers itself."""

from typing import Final

from sim import behaviour, bridges, conditions, means, measures, outside, policy, serving, starts, supports
from sim.mechanisms import FAMILIES

RATES: Final = (behaviour, outside, serving, bridges, means, starts, supports)
REGISTERED: Final = (*FAMILIES, *RATES, measures, policy, conditions)
