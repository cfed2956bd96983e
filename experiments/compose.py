"""From Hydra overrides to checked settings; whatever is wrong comes out as one sentence."""

from __future__ import annotations

import copy
import threading
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from hydra import compose as hydra_compose
from hydra import initialize_config_dir
from hydra.core.config_store import ConfigStore
from hydra.core.override_parser.types import Override
from hydra.errors import HydraException
from omegaconf import OmegaConf
from omegaconf.errors import OmegaConfBaseException
from yaml import MarkedYAMLError, YAMLError

import sim.library  # noqa: F401  (registers parameters, rules and policies)
from experiments.build import METADATA, build, district_of, plain
from experiments.errors import Refused, one_line
from experiments.overrides import parse, plain_value
from experiments.presets import FilePresets, broken, check_own
from experiments.scenarios import NONE, checked_keys, model_node, run_overrides, scenario_from
from experiments.tree import assign
from sim.registry import PARAMETERS, POLICIES, RULES, OutOfBounds, UnknownName, find, rules_named
from sim.rivals import RIVALS
from sim.settings import Lever, Settings, Strategy

HIGHEST_SEED: Final = 2**53
ONE_AT_A_TIME: Final = threading.Lock()  # Hydra keeps global state
CONFIGS: Final = Path(__file__).resolve().parent.parent / "configs"


class Composed(NamedTuple):
    """What one run is told: checked settings, its seed, and the whole configuration they came from."""

    settings: Settings
    seed: int
    resolved: dict[str, Any]


def compose(overrides: Sequence[str] = (), config_dir: Path | None = None) -> Composed:
    """Compose one run from Hydra overrides.

    A ``scenario`` brings its own district, strategy and overrides; what the user sets comes after them.
    ``config_dir`` adds the user's own ``district/``, ``strategy/``, ``levers/`` and ``scenario/``. Raises
    Refused, UnknownName or OutOfBounds, each with one sentence that names the field.
    """
    check_own(config_dir)
    parsed = [parse(text) for text in overrides]
    choices = [one for one in parsed if _is_choice(one, config_dir)]
    groups = {one.key_or_group: one.input_line for one in choices}
    told = _scenario(groups.pop("scenario", ""), config_dir)
    groups = {kind: f"{kind}={told[kind]}" for kind in ("district", "strategy") if kind in told} | groups
    node = copy.deepcopy(_composed(tuple(groups.values()), config_dir))
    node["scenario"] = model_node(told)
    pinned: set[str] = set()
    for one in [*map(parse, run_overrides(told)), *parsed]:
        if one not in choices:
            pinned |= assign(node, one.key_or_group, plain_value(one))
    if any("${" in text for text in overrides):
        node = _resolved(node)
    return _checked(node, pinned)


def implausible(settings: Settings) -> Iterator[str]:
    """Yield a sentence for each parameter set outside its plausible range."""
    for name, value in settings.parameters.items():
        entry = PARAMETERS[name]
        if not entry.low <= value <= entry.high:
            yield (
                f"'parameters.{name}' is {value:g}, outside its plausible range of "
                f"{entry.low:g} to {entry.high:g} ({entry.unit})."
            )


def _is_choice(one: Override, config_dir: Path | None) -> bool:
    """Whether ``one`` chooses a file (strategy=none) instead of setting a field; checks name and file."""
    if one.key_or_group not in ("district", "strategy", "scenario") or isinstance(one.value(), dict):
        return False
    names = FilePresets(config_dir).names(one.key_or_group)
    name = str(one.value() or "")
    if one.key_or_group == "scenario" and name == NONE["name"]:
        return True
    if name not in names:
        raise UnknownName(one.key_or_group, name, names)
    _readable(one.key_or_group, name, config_dir)
    return True


def _scenario(choice: str, config_dir: Path | None) -> dict[str, Any]:
    """The file of the scenario chosen, or that of none."""
    name = choice.partition("=")[2].strip("'\"")
    if not name or name == NONE["name"]:
        return NONE
    node = FilePresets(config_dir).node("scenario", name)
    checked_keys(node, f"scenario '{name}'")
    return node


@lru_cache(maxsize=256)
def _readable(group: str, name: str, config_dir: Path | None) -> None:
    """Refuse a file that cannot be read; one that could be is not read again (15 ms)."""
    FilePresets(config_dir).node(group, name)


@lru_cache(maxsize=64)
def _composed(groups: tuple[str, ...], config_dir: Path | None) -> dict[str, Any]:
    """Let Hydra compose the chosen files on top of the registry (once for all runs that share the choice).

    The registry's defaults are laid underneath afterwards: to Hydra they would be thousands of nodes, copied
    several times.
    """
    presets = FilePresets(config_dir)
    search = [] if config_dir is None else [f"hydra.searchpath=[{_quoted(config_dir.resolve())}]"]
    try:
        with ONE_AT_A_TIME, initialize_config_dir(str(CONFIGS), version_base="1.3"):
            ConfigStore.instance().store(name="registered", node={})
            chosen = OmegaConf.to_container(hydra_compose("run", [*search, *groups]))
    except MarkedYAMLError as problem:
        name = Path(problem.problem_mark.name).name if problem.problem_mark else "a configuration file"
        raise Refused(broken(name, problem)) from problem
    except (HydraException, OmegaConfBaseException, YAMLError, UnicodeDecodeError) as problem:
        raise Refused(f"The configuration cannot be composed: {one_line(problem)}") from problem
    node = _registered(presets)
    _lay(chosen, node)  # type: ignore[arg-type]
    return _named(_resolved(node) if _refers(chosen) else node, groups)


def _named(node: dict[str, Any], groups: tuple[str, ...]) -> dict[str, Any]:
    chosen = {key.lstrip("+"): value.strip("'\"") for key, _, value in (one.partition("=") for one in groups)}
    for kind, default in (("district", "nieuw_west"), ("strategy", "explorative")):
        node[kind].setdefault("name", chosen.get(kind, default))
    return node


def _quoted(path: Path) -> str:
    text = f"file://{path}".replace("\\", "\\\\").replace("'", "\\'")
    return f"'{text}'"


def _registered(presets: FilePresets) -> dict[str, Any]:
    return {
        "parameters": {entry.name: entry.default for entry in PARAMETERS.values()},
        "rules": {rule.key: True for rule in RULES},
        "rivals": {choice.name: choice.default for choice in RIVALS.values()},
        "levers": {lever.name: plain(lever) for lever in presets.levers()},
        "strategy": {"policies": {policy.name: policy.default for policy in POLICIES.values()}},
    }


def _lay(upper: dict[str, Any], lower: dict[str, Any]) -> None:
    """Lay fields over those of ``lower``, as Hydra merges: mappings field by field, anything else whole."""
    for key, value in upper.items():
        if isinstance(value, dict) and isinstance(lower.get(key), dict):
            _lay(value, lower[key])
        else:
            lower[key] = value


def _refers(node: Any) -> bool:
    """Whether some value refers to another field, as in ``${parameters.pair_gain}``."""
    if isinstance(node, dict):
        return any(_refers(value) for value in node.values())
    if isinstance(node, list):
        return any(_refers(value) for value in node)
    return isinstance(node, str) and "${" in node


def _resolved(node: dict[str, Any]) -> dict[str, Any]:
    try:
        return OmegaConf.to_container(OmegaConf.create(node), resolve=True)  # type: ignore[return-value]
    except OmegaConfBaseException as problem:
        raise Refused(f"A reference between fields cannot be resolved: {one_line(problem)}") from problem


def _checked(node: dict[str, Any], pinned: set[str]) -> Composed:
    for part in ("district", "strategy"):
        node[part] = {key: value for key, value in node[part].items() if key not in METADATA}
    settings = Settings(
        district=district_of(node["district"], "district"),
        strategy=build(Strategy, node["strategy"], "strategy"),
        levers=tuple(
            build(Lever, {"name": name, **lever}, f"levers.{name}") for name, lever in node["levers"].items()
        ),
        parameters=_parameters(node["parameters"], pinned),
        rules_off=frozenset(_switched_off(node["rules"])),
        weeks=node["weeks"],
        equal_budget=_truth("equal_budget", node["equal_budget"]),
        rivals=_chosen(node["rivals"]),
        scenario=scenario_from(node["scenario"], "scenario"),
    )
    return Composed(settings, seed_of(node["seed"]), node)


def _parameters(given: Mapping[str, object], pinned: set[str]) -> dict[str, float]:
    """Parameters that differ from their default or were set by hand (those stay over all assumptions)."""
    checked = {name: find("parameter", PARAMETERS, name).check(value) for name, value in given.items()}
    return {
        name: value for name, value in checked.items() if name in pinned or value != PARAMETERS[name].default
    }


def _switched_off(switches: Mapping[str, object]) -> Iterator[str]:
    known = {rule.key for rule in RULES}
    for name, value in switches.items():
        if value is True and name in known:
            continue
        for rule in rules_named(name):
            if not _truth(f"rules.{name}", value):
                yield rule.key


def _chosen(given: Mapping[str, object]) -> dict[str, str]:
    """The options that differ from the first of their choice."""
    found = {name: find("rival choice", RIVALS, name) for name in given}
    return {name: str(given[name]) for name, choice in found.items() if given[name] != choice.default}


def _truth(where: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise OutOfBounds(f"'{where}' must be true or false, not {value!r}.")
    return value


def seed_of(value: object) -> int:
    """Return ``value`` when it is a seed; raises OutOfBounds otherwise."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= HIGHEST_SEED:
        raise OutOfBounds(f"'seed' must be a whole number from 0 to {HIGHEST_SEED}, not {value!r}.")
    return value
