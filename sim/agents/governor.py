"""The meta-governor: the municipality that sets policies, says what it wants and pays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from sim.agents.fields import of_record, plain
from sim.agents.views import View
from sim.levers import POLICY_RECORD, WHOLE
from sim.registry import POLICIES, find

if TYPE_CHECKING:
    from sim.model import CollaborationModel

NAMES: tuple[str, ...] = POLICY_RECORD.names or ()


class Policies(Mapping[str, float]):
    """What the strategy wants of every policy, by name; a change holds from the next time it governs.

    Budget and levers come on top: see ``MetaGovernor.in_force``. A wrong name raises UnknownName with the
    nearest one, a value out of bounds OutOfBounds.
    """

    def __init__(self, model: CollaborationModel) -> None:
        self._model = model

    def __getitem__(self, name: str) -> float:
        return float(self._model.world.strategy[_column(name)])

    def __setitem__(self, name: str, value: float) -> None:
        column = _column(name)
        self._model.world.strategy[column] = POLICIES[name].check(plain(value), "policies")

    def update(self, wanted: Mapping[str, float]) -> None:
        """Set several policies."""
        for name, value in wanted.items():
            self[name] = value

    def reset(self, name: str) -> None:
        """Put a policy back on its default."""
        self[name] = POLICIES[name].default

    def __contains__(self, name: object) -> bool:
        return name in NAMES

    def __iter__(self) -> Iterator[str]:
        return iter(NAMES)

    def __len__(self) -> int:
        return len(NAMES)

    def __repr__(self) -> str:
        return repr(dict(self))


def _column(name: str) -> int:
    find("policy", dict.fromkeys(NAMES), name)
    return NAMES.index(name)


@of_record("district")
class MetaGovernor(View):
    """The municipality; its properties are the district's ledger, message and mood."""

    kind = "district"
    acts_before = "govern"

    @property
    def policies(self) -> Policies:
        """What the strategy wants, by policy; can be set, and holds from the next time it governs."""
        return Policies(self.model)

    @policies.setter
    def policies(self, wanted: Mapping[str, float]) -> None:
        self.policies.update(wanted)

    @property
    def in_force(self) -> dict[str, float]:
        """What was in force this week over the whole district, after budget and levers."""
        return dict(zip(NAMES, self.model.world.policy_values[WHOLE].tolist(), strict=True))
