"""What ``bodem sweep`` is asked: Hydra chooses the files, everything else is set by name and checked."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from hydra import compose as hydra_compose
from hydra import initialize_config_dir
from hydra.core.override_parser.types import Override
from hydra.errors import HydraException
from omegaconf import OmegaConf
from omegaconf.errors import OmegaConfBaseException
from yaml import YAMLError

from experiments.compose import CONFIGS, ONE_AT_A_TIME
from experiments.design import Design, crossed, designed, points_from
from experiments.engine.executors import Engine, engine_from
from experiments.engine.work import KINDS_OF_TRACE, Keep
from experiments.errors import Refused, one_line
from experiments.overrides import choices, parse, plain_value
from experiments.presets import FilePresets, check_own, load, yaml_files
from experiments.tree import assign
from sim.registry import UnknownName

GROUPS: Final = ("design", "engine", "experiment")
OURS: Final = (*GROUPS, "keep", "settings")
KEPT: Final = ("weekly", "events", "trace")


@dataclass(frozen=True)
class Asked:
    """A sweep as it is asked for; ``told`` is its part of the configuration, in plain data."""

    overrides: tuple[str, ...]
    design: Design
    engine: Engine
    keep: Keep
    told: dict[str, Any] = field(default_factory=dict)


def asked(words: Sequence[str], config_dir: Path | None = None) -> Asked:
    """Read the overrides of ``bodem sweep``; raises Refused, UnknownName or OutOfBounds."""
    check_own(config_dir)
    parsed = [parse(word, True) for word in words]
    ours = [one for one in parsed if one.key_or_group.partition(".")[0] in OURS]
    presets = FilePresets(config_dir)
    node = _composed(ours, config_dir)
    fixed = [*node["settings"], *(one.input_line for one in parsed if one not in ours and not _several(one))]
    design = designed(node["design"], presets)
    varied = [one for one in parsed if one not in ours and _several(one)]
    return Asked(
        tuple(str(word) for word in fixed),
        _with_choices(design, varied, config_dir),
        engine_from(node["engine"]),
        keep_from(node["keep"]),
        {key: node[key] for key in ("design", "keep", "about") if key in node},
    )


def grid(words: Sequence[str], config_dir: Path | None = None) -> tuple[tuple[str, ...], Design]:
    """What ``bodem run -m`` is asked: overrides for all, and a grid of those with several values."""
    check_own(config_dir)
    parsed = [parse(word, True) for word in words]
    fixed = tuple(one.input_line for one in parsed if not _several(one))
    design = designed({"kind": "seeds"}, FilePresets(config_dir))
    return fixed, _with_choices(design, [one for one in parsed if _several(one)], config_dir)


def keep_from(node: Mapping[str, Any]) -> Keep:
    """Read the ``keep`` part of a sweep."""
    for name in node:
        if name not in KEPT:
            raise UnknownName("field in 'keep'", str(name), KEPT)
    for name in ("weekly", "events"):
        share = node.get(name, 0.0)
        if isinstance(share, bool) or not isinstance(share, (int, float)) or not 0 <= share <= 1:
            raise Refused(f"'keep.{name}' must be a share from 0 to 1, not {share!r}.")
    if node.get("trace", "story") not in KINDS_OF_TRACE:
        raise UnknownName("kind of trace", str(node["trace"]), KINDS_OF_TRACE)
    return Keep(**node)


def _several(one: Override) -> bool:
    return bool(one.is_sweep_override())


def _with_choices(design: Design, varied: Sequence[Override], config_dir: Path | None) -> Design:
    """Cross a design with the overrides that give several values."""
    if not varied:
        return design
    tables, seeds = [design.points], design.seeds
    for one in varied:
        values = [plain_value(parse(text)) for text in choices(one, config_dir)]
        if one.key_or_group == "seed":
            seeds = tuple(values)
        else:
            tables.append(points_from({one.key_or_group: values}))
    if len(set(seeds)) < len(seeds):
        raise Refused("Two of these runs are the same: a field is given the same value twice.")
    if len(tables) > 1 and design.method.get("kind") in ("morris", "sobol"):
        raise Refused(
            "A design for a sensitivity analysis cannot be crossed: make the field one of its factors."
        )
    return Design(
        crossed(tables), seeds, design.method, design.unit if len(tables) == 1 else None, design.merges
    )


def _composed(ours: Sequence[Override], config_dir: Path | None) -> dict[str, Any]:
    chosen = [one for one in ours if one.key_or_group in GROUPS and not isinstance(one.value(), dict)]
    for one in ours:
        if _several(one):
            raise Refused(f"'{one.input_line}' gives several values: a sweep has one {one.key_or_group}.")
    named, own = [], {}
    for one in chosen:
        name = str(one.value() or "")
        if one.key_or_group == "design" and name.endswith((".csv", ".yaml")):
            own = _file(Path(name))
        else:
            _known(one.key_or_group, name, config_dir)
            named.append(one.input_line)
    node = _hydra(named, config_dir)
    if own:
        node["design"] = own
    for one in ours:
        if one not in chosen:
            _set(node, one)
    if not isinstance(node["settings"], list):
        raise Refused("'settings' must be a list of overrides.")
    return node


def _set(node: dict[str, Any], one: Override) -> None:
    """Set one field; what a design or an engine may hold is checked where it is read."""
    group, _, name = one.key_or_group.partition(".")
    if name and "." not in name and isinstance(node.get(group), dict):
        node[group][name] = plain_value(one)
    elif not name and isinstance(one.value(), dict) and group in GROUPS:
        node[group] = plain_value(one)
    else:
        assign(node, one.key_or_group, plain_value(one))


def _file(file: Path) -> dict[str, Any]:
    if not file.is_file():
        raise Refused(f"There is no file '{file}'.")
    return {"kind": "csv", "file": str(file)} if file.suffix == ".csv" else load(file)


def _known(group: str, name: str, config_dir: Path | None) -> None:
    known = [found for found, _ in yaml_files(files("configs") / group)]
    if config_dir is not None:
        known += [found for found, _ in yaml_files(config_dir / group)]
    if name not in known:
        raise UnknownName(group, name, sorted(known))


def _hydra(chosen: Sequence[str], config_dir: Path | None) -> dict[str, Any]:
    search = [] if config_dir is None else [f"hydra.searchpath=['file://{config_dir.resolve()}']"]
    try:
        with ONE_AT_A_TIME, initialize_config_dir(str(CONFIGS), version_base="1.3"):
            found = OmegaConf.to_container(hydra_compose("sweep", [*search, *chosen]), resolve=True)
    except (HydraException, OmegaConfBaseException, YAMLError, UnicodeDecodeError) as problem:
        raise Refused(f"The sweep cannot be composed: {one_line(problem)}") from problem
    node: dict[str, Any] = copy.deepcopy(found)  # type: ignore[assignment]
    return node
