"""Districts, strategies and levers as they lie in YAML files, with what is told about them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Final

from omegaconf import OmegaConf
from omegaconf.errors import OmegaConfBaseException
from yaml import MarkedYAMLError, YAMLError

from experiments.build import METADATA, build, district_of
from experiments.errors import Refused, one_line
from experiments.plain_yaml import read
from experiments.scenarios import ABOUT, checked_keys, model_node, scenario_from
from sim.registry import OutOfBounds, UnknownName
from sim.scenario import Scenario
from sim.settings import District, Lever, Strategy

SINGULAR: Final = {"district": "district", "strategy": "strategy", "levers": "lever", "scenario": "scenario"}
SWEEPING: Final = ("design", "engine", "experiment")


# What YAML's and OmegaConf's readers raise on text that is no mapping, or that nobody would write.
UNREADABLE: Final = (OSError, ValueError, AssertionError, TypeError, RecursionError, KeyError)


def as_container(text: str) -> Any:
    """The plain values that a YAML text stands for."""
    return OmegaConf.to_container(OmegaConf.create(text))


def load(file: Traversable) -> dict[str, Any]:
    """Read one YAML file as a dict; a broken one is refused with its name and line."""
    try:
        text = file.read_text(encoding="utf-8")
        if not text.strip():
            raise Refused(f"The file '{file.name}' is empty.")
        node = as_container(text)
    except MarkedYAMLError as problem:
        raise Refused(broken(file.name, problem)) from problem
    except (YAMLError, OmegaConfBaseException, *UNREADABLE) as problem:
        raise Refused(f"The file '{file.name}' cannot be read: {one_line(problem)}") from problem
    if not isinstance(node, dict):
        raise Refused(f"The file '{file.name}' must hold named fields.")
    return {str(key): value for key, value in node.items()}


def load_packaged(group: str, name: str) -> dict[str, Any]:
    """One packaged YAML file by its group and name; UnknownName when there is none."""
    found = packaged(group)
    if name not in found:
        raise UnknownName(group, name, sorted(found))
    return deepcopy(_packaged_node(group, name))


@lru_cache
def packaged(group: str) -> Mapping[str, Traversable]:
    """The packaged YAML files of one group by name."""
    return dict(yaml_files(files("configs") / group))


@cache
def _packaged_node(group: str, name: str) -> dict[str, Any]:
    # They do not change while a process runs.
    return dict(read(packaged(group)[name].read_text(encoding="utf-8")))


def broken(name: str, problem: MarkedYAMLError) -> str:
    """Say in one sentence in which file and line YAML stops making sense."""
    mark = problem.problem_mark or problem.context_mark
    line = f" in line {mark.line + 1}" if mark else ""
    return f"The file '{name}' is not valid YAML{line}: {one_line(problem.problem or problem.context)}."


def made_district(name: str, node: Mapping[str, Any]) -> District:
    """The district that the fields of a file describe."""
    return district_of(node, f"district '{name}'")


def made_strategy(name: str, node: Mapping[str, Any]) -> Strategy:
    """The strategy that the fields of a file describe."""
    return build(Strategy, node, f"strategy '{name}'")


def made_lever(name: str, node: Mapping[str, Any]) -> Lever:
    """The lever that the fields of a file describe."""
    return build(Lever, node, f"levers.{name}")


def made_scenario(name: str, node: Mapping[str, Any]) -> Scenario:
    """The scenario that the fields of a file describe, as the model is told it."""
    checked_keys(node, f"scenario '{name}'")
    return scenario_from(model_node(node), "scenario")


MADE: Final[dict[str, Callable[[str, Mapping[str, Any]], object]]] = {
    "district": made_district,
    "strategy": made_strategy,
    "levers": made_lever,
    "scenario": made_scenario,
}


class FilePresets:
    """Presets from the packaged YAML files and, when given, from a directory of the user's own.

    ``extra`` is laid out like the packaged files: ``district/``, ``strategy/``, ``levers/``, ``scenario/``.
    Raises UnknownName for a name that has no file, Refused for a file that cannot be read.
    """

    def __init__(self, extra: Path | None = None) -> None:
        self.extra = extra
        self._loaded: dict[tuple[str, str], dict[str, Any]] = {}

    def district(self, name: str) -> District:
        """The district called ``name``."""
        return made_district(name, self.node("district", name))

    def strategy(self, name: str) -> Strategy:
        """The strategy called ``name``."""
        return made_strategy(name, self.node("strategy", name))

    def scenario(self, name: str) -> Scenario:
        """The scenario called ``name``, as the model is told it."""
        return made_scenario(name, self.node("scenario", name))

    def levers(self) -> tuple[Lever, ...]:
        """Every lever, at intensity 0."""
        return tuple(made_lever(name, self.node("levers", name)) for name in self.names("levers"))

    def names(self, group: str) -> list[str]:
        """The names in ``group`` (``district``, ``strategy``, ``levers``, ``scenario``), sorted."""
        return sorted(self._files[group])

    def node(self, group: str, name: str) -> dict[str, Any]:
        """The raw fields of one preset, metadata included; its name is the file's when it gives none."""
        if name not in self._files[group]:
            raise UnknownName(SINGULAR[group], name, self.names(group))
        return self._read(group, name, self._files[group][name])

    def _read(self, group: str, name: str, file: Traversable) -> dict[str, Any]:
        if (group, name) not in self._loaded:
            is_packaged = file is packaged(group).get(name)
            node = load_packaged(group, name) if is_packaged else load(file)
            self._loaded[group, name] = {"name": name, **node}
        return self._loaded[group, name]

    def metadata(self, group: str, name: str) -> dict[str, Any]:
        """What is told about one preset: label, description, section, sources and the like."""
        return {key: value for key, value in self.node(group, name).items() if key in {*METADATA, *ABOUT}}

    @cached_property
    def _files(self) -> Mapping[str, Mapping[str, Traversable]]:
        return {group: dict(self._found(group)) for group in MADE}

    def _found(self, group: str) -> Iterator[tuple[str, Traversable]]:
        yield from packaged(group).items()
        yield from self._own(group)

    def _own(self, group: str) -> Iterator[tuple[str, Traversable]]:
        if self.extra is not None:
            yield from yaml_files(self.extra / group)


class ReadablePresets(FilePresets):
    """Presets without those own files that cannot be read; ``unread`` says what is wrong with them."""

    def __init__(self, extra: Path | None = None) -> None:
        super().__init__(extra)
        self.unread: list[str] = []

    def _own(self, group: str) -> Iterator[tuple[str, Traversable]]:
        for name, file in super()._own(group):
            try:
                MADE[group](name, self._read(group, name, file))
            except (Refused, UnknownName, OutOfBounds) as problem:
                self.unread.append(f"'{group}/{name}.yaml' is left out. {one_line(problem)}")
                continue
            yield name, file


@lru_cache
def check_own(config_dir: Path | None) -> None:
    """Refuse a directory of own files that would add nothing, or hide behind packaged names."""
    if config_dir is None:
        return
    if not config_dir.is_dir():
        raise Refused(f"'--config-dir {config_dir}' is not a directory.")
    packaged = FilePresets()
    own = {group: [name for name, _ in yaml_files(config_dir / group)] for group in MADE}
    sweeping = any(True for group in SWEEPING for _ in yaml_files(config_dir / group))
    if not sweeping and not any(own.values()):
        raise Refused(
            f"'--config-dir {config_dir}' holds no district/, strategy/, levers/ or scenario/ with YAML."
        )
    for group, names in own.items():
        for name in set(names) & set(packaged.names(group)):
            raise Refused(
                f"'{group}/{name}.yaml' in --config-dir has the name of a packaged "
                f"{SINGULAR[group]}; give it another name."
            )


def yaml_files(folder: Traversable) -> Iterator[tuple[str, Traversable]]:
    """Yield name and file of each YAML file in ``folder``; none when there is no such folder."""
    if folder.is_dir():
        for file in folder.iterdir():
            if file.name.endswith(".yaml") and file.is_file():
                yield file.name.removesuffix(".yaml"), file


def told(metadata: Mapping[str, Any], key: str, lang: str) -> str:
    """Return ``metadata[key]`` in ``lang`` where it is given in several languages, else as it stands."""
    value = metadata.get(key, "")
    if isinstance(value, Mapping):
        value = value.get(lang) or value.get("en") or next(iter(value.values()), "")
    return one_line(value)
