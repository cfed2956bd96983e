"""Worlds without people, made anew only in what a point changes.

Making one costs as much as a good part of a run. Where the parameters alone differ from the point before, as
in every sample over assumptions, only what hangs on parameters is filled in again; that this gives the very
same world is tested for every parameter.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Final

import numpy as np

from sim.levers import POLICY_RECORD
from sim.neighbourhoods import neighbourhoods_of
from sim.population import template
from sim.registry import PARAMETERS, POLICIES
from sim.settings import Settings
from sim.world import PARAMETER_RECORD, World, named

NAMES: Final = PARAMETER_RECORD.names or ()
DEFAULTS: Final = np.array([PARAMETERS[name].default for name in NAMES])
PLACE: Final = {name: number for number, name in enumerate(NAMES)}
# Rows of the table of prices whose price is a parameter, and which parameter.
PRICED: Final = [
    (row, PLACE[price])
    for row, name in enumerate(POLICY_RECORD.names or ())
    if (price := POLICIES[name].price) is not None
]
REST: Final = tuple(one.name for one in fields(Settings) if one.name != "parameters")


class Empties:
    """The world without people of the last settings asked for."""

    def __init__(self) -> None:
        self._settings: Settings | None = None
        self._made: World | None = None

    def of(self, settings: Settings) -> World:
        """The world of ``settings`` before anybody is in it, without a log."""
        before, made = self._settings, self._made
        if made is None or before is None or not same_but_parameters(before, settings):
            made = template(settings)._replace(activity=np.zeros(0))
        elif before is not settings:
            made = with_parameters(made, settings)
        self._settings, self._made = settings, made
        return made


def same_but_parameters(one: Settings, other: Settings) -> bool:
    """Whether two settings differ in nothing but parameters."""
    return all(
        getattr(one, name) is getattr(other, name) or getattr(one, name) == getattr(other, name)
        for name in REST
    )


def with_parameters(made: World, settings: Settings) -> World:
    """The world ``made`` with the parameters of ``settings``; what does not change is shared."""
    values = DEFAULTS.copy()
    for name, value in settings.parameters.items():
        values[PLACE[name]] = value
    p = named(values, PARAMETER_RECORD)
    prices, institutions = made.prices.copy(), made.institutions.copy()
    many = len(neighbourhoods_of(settings.district))
    price, units = prices["price"], prices["units"]
    for row, parameter in PRICED:
        # What is bought for a district is bought for each of its neighbourhoods.
        price[row] = values[parameter] * (many if units[row] == 0 else 1)
    institutions["ties"] = p[0]["start_formal_ties"]
    institutions["task_scope"] = p[0]["start_task_scope"]
    return made._replace(p=p, prices=prices, institutions=institutions)
