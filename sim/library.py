"""Imports everything that registers itself."""

from typing import Final

from sim import behaviour, bridges, measures, outside, policy, serving, starts, supports
from sim.mechanisms import FAMILIES

REGISTERED: Final = (*FAMILIES, behaviour, outside, serving, bridges, starts, supports, measures, policy)
