"""Vruchtbare Bodem: how professionals, informal workers and parents come to work together, or do not.

``from sim import CollaborationModel, Parent`` gives the model as a Mesa model. Names are imported when they
are asked for, so that ``import sim`` itself costs nothing and needs neither numba nor Mesa.
"""

from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sim.agents import (
        FormalOrganisation,
        InformalWorker,
        MetaGovernor,
        Parent,
        Professional,
        SelfOrganisation,
    )
    from sim.model import CollaborationModel

    __version__: str

__all__ = [
    "CollaborationModel",
    "FormalOrganisation",
    "InformalWorker",
    "MetaGovernor",
    "Parent",
    "Professional",
    "SelfOrganisation",
    "__version__",
]


def __getattr__(name: str) -> Any:
    """Import what is exported when it is first asked for."""
    if name == "__version__":
        value: Any = _version()
    elif name in __all__:
        value = getattr(import_module("sim.model" if name == "CollaborationModel" else "sim.agents"), name)
    else:
        raise AttributeError(f"module 'sim' has no attribute '{name}'")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Names for completion: what is here already and what can be imported."""
    return sorted({*globals(), *__all__})


def _version() -> str:
    try:
        return version("vruchtbare-bodem")
    except PackageNotFoundError:
        return "0+unknown"
