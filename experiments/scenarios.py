"""Scenarios as they lie in YAML: what the model is told of one, and what only the reader of results is.

``district``, ``strategy``, ``weeks`` and ``overrides`` say how the run is composed; ``looks``,
``observations`` and ``counterfactuals`` say what is compared with the report afterwards and never reach
the model.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from experiments.build import build
from experiments.errors import Refused
from sim.registry import OutOfBounds, UnknownName, shortened
from sim.scenario import Event, Scenario

RUN: Final = ("district", "strategy", "weeks", "overrides")
TOLD: Final = ("name", "first_day", "start", "events")
AFTER: Final = ("looks", "observations", "counterfactuals")
NONE: Final[dict[str, Any]] = {"name": "none", "first_day": "", "start": [], "events": {}}
ABOUT: Final = ("label", "description", "note", "section", "evidence", "sources", "illustrative")


def checked_keys(node: Mapping[str, Any], where: str) -> None:
    """Refuse a field that no part of a scenario has."""
    known = [*TOLD, *RUN, *AFTER, *ABOUT]
    for key in node:
        if key not in known:
            raise UnknownName(f"field in '{where}'", key, known)


def model_node(node: Mapping[str, Any]) -> dict[str, Any]:
    """What the model is told: name, first day, starting values and events by name."""
    told = NONE | {key: node[key] for key in TOLD if key in node}
    events = told["events"]
    if not isinstance(events, Mapping):
        raise OutOfBounds(f"'scenario.events' must hold named events, not {shortened(repr(events))}.")
    for name, event in events.items():
        if not isinstance(event, Mapping):
            raise OutOfBounds(
                f"'scenario.events.{name}' must hold named fields, not {shortened(repr(event))}."
            )
    if not isinstance(told["start"], (list, tuple)):
        raise OutOfBounds(f"'scenario.start' must be a list, not {shortened(repr(told['start']))}.")
    whole = {field: getattr(Event, field, "") for field in Event.__dataclass_fields__ if field != "name"}
    whole["target"] = ["all"]
    # Every field is there, so that any of them can be overridden.
    return told | {
        "start": list(told["start"]),
        "events": {str(name): whole | dict(event) for name, event in events.items()},
    }


def scenario_from(node: Mapping[str, Any], where: str) -> Scenario:
    """The scenario that the core takes, each wrong field named."""
    events = [{"name": name, **event} for name, event in node["events"].items()]
    named = {event["name"]: number for number, event in enumerate(events)}
    for name in named:
        for field in ("kind", "date"):
            if not node["events"][name].get(field):
                raise OutOfBounds(f"'{where}.events.{name}.{field}' is missing.")
    return build(Scenario, {**node, "events": events}, where)


def run_overrides(node: Mapping[str, Any]) -> Iterator[str]:
    """Hydra overrides that a scenario brings along, before the user's own."""
    if "weeks" in node:
        yield f"weeks={node['weeks']}"
    given = node.get("overrides", [])
    if not isinstance(given, (list, tuple)):
        raise Refused(f"'overrides' of a scenario must be a list, not {shortened(repr(given))}.")
    for text in given:
        if not isinstance(text, str):
            raise Refused(f"'overrides' of a scenario must list field=value, not {shortened(repr(text))}.")
        yield text
